//! What to do next, as parts of a document: manual work, patterns, next steps.

use super::Subject;
use super::areas::with_answer;
use super::document::{Block, Cell, Line};
use super::track::TrackResult;
use crate::advice::automate_first::AutomateFirst;
use crate::advice::effort::HalfDays;
use crate::advice::next_steps::{Advice, NextStep};
use crate::advice::patterns::{AnswerToCheck, FiredPattern, Unasked};
use crate::advice::stage_map::{ByHand, StageMap, StageState};
use crate::model::answer::Answer;
use crate::model::{CapabilityIx, Weight};
use crate::scoring::case::Case;
use crate::scoring::profile::{AreaProfile, TrackProfile};
use crate::words::{self, advice, report as say};

fn names(case: Case, of: &[CapabilityIx]) -> String {
    let names: Vec<&str> = of.iter().map(|&at| case.model.capability(at).name()).collect();
    words::list(&names)
}

/// The stages as a table: one row per stage, with its remaining manual tasks.
#[must_use]
pub fn map_table(case: Case, map: &StageMap, caption: String) -> Block {
    let row = |stage: &StageState| {
        let left = stage.tasks.iter().filter(|task| task.by_hand != ByHand::Never);
        let tasks: Vec<&str> = left.map(|task| advice::task(case.model, task.capability)).collect();
        let name = case.model.stage(stage.stage).title.clone();
        let automation = words::capitalised(advice::automation(stage.automation));
        vec![Cell::from(name), Cell::from(automation), Cell::from(tasks.join("; "))]
    };
    let heads = say::MAP_HEADS.map(str::to_owned).to_vec();
    Block::Table { caption, heads, rows: map.stages.iter().map(row).collect() }
}

/// The manual tasks of one stage, each with what replaces it.
#[must_use]
pub fn map_stage(case: Case, stage: &StageState) -> Block {
    let mut lines = Vec::new();
    for task in &stage.tasks {
        let capability = case.model.capability(task.capability);
        let line = Line::plain(advice::task(case.model, task.capability))
            .quietly(format!(" \u{2013} {}. ", advice::by_hand(task.by_hand)));
        lines.push(line.then(say::replace_with(capability)));
    }
    Block::List(lines)
}

/// What to automate first, in three lines: the stage, the manual task, and what replaces it.
#[must_use]
pub fn automate_first(case: Case, first: &AutomateFirst) -> [Line; 3] {
    [
        Line::strong(case.model.stage(first.stage).title.clone()),
        Line::plain(advice::still_by_hand(case, first)),
        Line::plain(advice::replaced_by(case, first)),
    ]
}

/// The line in place of an investment, if none is for a level that is due.
#[must_use]
pub fn no_investment_yet() -> Line {
    Line::strong(format!("{}.", advice::NO_INVESTMENT_YET)).then(format!(" {}", advice::no_investment_yet()))
}

/// The steps, effort and level of the cheapest lift.
#[must_use]
pub fn cheapest_lift(case: Case, result: &TrackResult) -> Option<Line> {
    let lift = result.cheapest_lift.as_ref()?;
    Some(Line::plain(advice::cheapest_lift(lift, result.profile.areas.len(), case.models)))
}

/// The guards of reached levels that are only partly in place; `None` if there are none.
#[must_use]
pub fn guards_partly(case: Case, track: &TrackProfile) -> Option<Line> {
    let reached = |at: CapabilityIx| {
        let capability = case.model.capability(at);
        let is_reached = |area: &AreaProfile| area.area == capability.area && capability.level <= area.range.low;
        capability.weight == Weight::Guard && track.areas.iter().any(is_reached)
    };
    let partly = case.capabilities().filter(|&at| reached(at) && case.answer(at) == Some(Answer::Partly));
    let names: Vec<&str> = partly.map(|at| case.model.capability(at).name()).collect();
    (!names.is_empty()).then(|| Line::plain(words::result::guards_partly(&names)))
}

/// The questions outside the question set that patterns need; `None` if they need none.
#[must_use]
pub fn unasked(case: Case, of: &Unasked) -> Option<Block> {
    let summary = Line::plain(advice::unasked(of)?);
    let question = |&at: &CapabilityIx| Line::plain(case.model.capability(at).question.clone());
    Some(Block::More { summary, blocks: vec![Block::List(of.questions.iter().map(question).collect())] })
}

/// A pattern with the answers that triggered it, why it matters, and what resolves it.
#[must_use]
pub fn pattern(case: Case, fired: &FiredPattern, advice: &Advice) -> Vec<Block> {
    let pattern = fired.pattern;
    let mut lines: Vec<Line> = Vec::new();
    for &at in fired.claimed.iter().chain(&fired.missing) {
        // Patterns see answers outside the question set too.
        lines.push(with_answer(case, at, case.given(at)).line());
    }
    let is_left = |&at: &CapabilityIx| advice.has(at) || (case.in_scope(at) && !case.has(at));
    let open: Vec<CapabilityIx> = fired.remedy.iter().copied().filter(is_left).collect();
    let why = Line::plain(pattern.why.clone());
    let months = fired.months.map(|months| format!(" {}.", words::capitalised(&advice::still_so(months))));
    let mut blocks = vec![
        Block::Heading(4, pattern.title.clone()),
        Block::Paragraph(match months {
            Some(months) => why.then(months),
            None => why,
        }),
        Block::List(lines),
        Block::Paragraph(Line::named(say::WHAT_HELPS, &pattern.advice)),
    ];
    if !open.is_empty() {
        blocks.push(Block::Paragraph(remedy(case, &open, advice)));
    }
    blocks
}

/// The steps that resolve a mismatch. Each one that is among the next steps is a link to it.
fn remedy(case: Case, open: &[CapabilityIx], advice: &Advice) -> Line {
    let mut line = Line::strong(say::STEPS).then(" ");
    for (position, &at) in open.iter().enumerate() {
        let capability = case.model.capability(at);
        line = if advice.has(at) {
            line.step(capability.name(), capability.id.as_str())
        } else {
            line.then(capability.name())
        };
        line = line.then(words::after_item(open.len() - position));
    }
    line
}

/// An answer to check, as a question.
#[must_use]
pub fn answer_to_check(case: Case, to_check: &AnswerToCheck) -> Line {
    let name = case.model.capability(to_check.capability).name();
    let without: Vec<String> =
        to_check.without.iter().map(|&at| format!("\"{}\"", case.model.capability(at).name())).collect();
    Line::strong(name.to_owned()).then(say::to_check(&words::list(&without)))
}

/// A next step in full, with its heading.
#[must_use]
pub fn step(subject: &Subject, position: usize, step: &NextStep) -> Vec<Block> {
    let mut blocks =
        vec![Block::Heading(4, format!("{position}. {}", subject.case.model.capability(step.capability).name()))];
    blocks.extend(step_says(subject, step));
    blocks
}

/// The line that stays visible while a step is folded: effort, what it depends on, and why it is worth doing.
#[must_use]
pub fn in_brief(subject: &Subject, step: &NextStep) -> Line {
    let says = advice::in_brief(subject.case, subject.patterns, step);
    Line::strong(advice::person_days(step.effort)).then(format!(" \u{b7} {says}"))
}

/// The full description of a next step.
#[must_use]
pub fn step_says(subject: &Subject, step: &NextStep) -> Vec<Block> {
    let case = subject.case;
    let capability = case.model.capability(step.capability);
    vec![
        Block::Paragraph(Line::plain(if step.is_open {
            say::if_no(&capability.next.action)
        } else {
            capability.next.action.clone()
        })),
        Block::List(details(case, step.capability)),
        Block::Paragraph(Line::default().quietly(why_here(subject, step))),
    ]
}

/// Why a step is at its place in the list.
#[must_use]
pub fn why_here(subject: &Subject, step: &NextStep) -> String {
    say::why_here(&advice::why(subject.case, subject.patterns, step))
}

/// The current answer, deliverable, success criterion, effort and dependencies of a step.
#[must_use]
pub fn details(case: Case, at: CapabilityIx) -> Vec<Line> {
    let capability = case.model.capability(at);
    let answer = words::answer_or_open(case.given(at));
    let mut lines = vec![
        Line::named(say::ANSWER, &format!("{answer} \u{2013} {}", capability.question)),
        Line::named(say::DELIVERABLE, &capability.next.deliverable),
        Line::named(say::DONE_WHEN, &capability.next.done_when),
        Line::named(advice::EFFORT, &advice::effort(case, at)),
    ];
    let needs: Vec<CapabilityIx> = case.needs(at).collect();
    if !needs.is_empty() {
        let all = needs.iter().all(|&need| case.has(need));
        lines.push(Line::named(say::NEEDS, &say::needs(&names(case, &needs), all)));
    }
    lines
}

/// One line on a step, for a long list.
#[must_use]
pub fn step_in_short(case: Case, step: &NextStep) -> Line {
    let capability = case.model.capability(step.capability);
    Line::plain(capability.name()).quietly(say::in_short(
        capability.level,
        case.model.area(capability.area),
        &advice::person_days(HalfDays::of(case, step.capability)),
    ))
}
