//! What to do next, as parts of a document: push-button map, stalls, next steps.

use super::Subject;
use super::areas::with_answer;
use super::document::{Block, Cell, Line};
use crate::advice::button_map::{ButtonMap, ManualAct, StepState};
use crate::advice::free_first::FreeFirst;
use crate::advice::next_steps::{Advice, NextStep};
use crate::advice::ranking::HalfDays;
use crate::advice::stalls::{Skipped, Stall, Unasked};
use crate::model::CapabilityIx;
use crate::scoring::case::Case;
use crate::words::{self, advice, report as say};

fn names(case: Case, of: &[CapabilityIx]) -> String {
    let names: Vec<&str> = of.iter().map(|&at| case.model.capability(at).name()).collect();
    words::list(&names)
}

/// The map as a table: a row a step, with the buttons that are left.
#[must_use]
pub fn map_table(case: Case, map: &ButtonMap, caption: String) -> Block {
    let row = |step: &StepState| {
        let left = step.buttons.iter().filter(|button| button.pressed != ManualAct::Gone);
        let acts: Vec<&str> = left.map(|button| advice::act(case.model, button.capability)).collect();
        let name = case.model.step(step.step).title.clone();
        vec![Cell::from(name), Cell::from(words::capitalised(advice::runs(step.runs))), Cell::from(acts.join("; "))]
    };
    let heads = say::MAP_HEADS.map(str::to_owned).to_vec();
    Block::Table { caption, heads, rows: map.steps.iter().map(row).collect() }
}

/// One step of the map: its buttons, each with what removes it.
#[must_use]
pub fn map_step(case: Case, step: &StepState) -> Block {
    let mut lines = Vec::new();
    for button in &step.buttons {
        let capability = case.model.capability(button.capability);
        let line = Line::plain(advice::act(case.model, button.capability))
            .quietly(format!(" \u{2013} {}. ", advice::pressed(button.pressed)));
        lines.push(line.then(say::removed_by(capability)));
    }
    Block::List(lines)
}

/// The step to free first, in three lines: which it is, the act that somebody still has to remember, and what removes that.
#[must_use]
pub fn free_first(case: Case, first: &FreeFirst) -> [Line; 3] {
    [
        Line::strong(case.model.step(first.step).title.clone()),
        Line::plain(advice::to_remember(case, first)),
        Line::plain(advice::freed_by(case, first)),
    ]
}

/// The questions that patterns need beyond the scope; nothing where they need none.
#[must_use]
pub fn unasked(case: Case, of: &Unasked) -> Option<Block> {
    let summary = Line::plain(advice::unasked(of)?);
    let question = |&at: &CapabilityIx| Line::plain(case.model.capability(at).question.clone());
    Some(Block::More { summary, blocks: vec![Block::List(of.questions.iter().map(question).collect())] })
}

/// A stall with what triggered it, why it matters and what ends it.
#[must_use]
pub fn stall(case: Case, stall: &Stall, told: &Advice) -> Vec<Block> {
    let pattern = stall.pattern;
    let mut lines: Vec<Line> = Vec::new();
    for &at in stall.claimed.iter().chain(&stall.missing) {
        // Patterns see answers beyond the scope too.
        lines.push(with_answer(case, at, case.given(at)).line());
    }
    let is_left = |&at: &CapabilityIx| told.has(at) || (case.in_scope(at) && !case.has(at));
    let open: Vec<CapabilityIx> = pattern.remedy.iter().copied().filter(is_left).collect();
    let mut blocks = vec![
        Block::Heading(4, pattern.title.clone()),
        Block::Paragraph(Line::plain(pattern.why.clone())),
        Block::List(lines),
        Block::Paragraph(Line::named(say::WHAT_HELPS, &pattern.advice)),
    ];
    if !open.is_empty() {
        blocks.push(Block::Paragraph(remedy(case, &open, told)));
    }
    blocks
}

/// What ends a stall, step by step; what is listed among the next steps leads there.
fn remedy(case: Case, open: &[CapabilityIx], told: &Advice) -> Line {
    let mut line = Line::strong(say::STEPS).then(" ");
    for (position, &at) in open.iter().enumerate() {
        let capability = case.model.capability(at);
        line = if told.has(at) {
            line.step(capability.name(), capability.id.as_str())
        } else {
            line.then(capability.name())
        };
        line = line.then(words::after_item(open.len() - position));
    }
    line
}

/// A yes whose ground is missing, as a question.
#[must_use]
pub fn skipped(case: Case, skipped: &Skipped) -> Line {
    let name = case.model.capability(skipped.capability).name();
    let without: Vec<String> = skipped
        .without
        .iter()
        .map(|&at| format!("\"{}\"", words::inside(case.model.capability(at).name())))
        .collect();
    Line::strong(name.to_owned()).then(say::skipped(&words::list(&without)))
}

/// A next step in full, with its heading.
#[must_use]
pub fn step(subject: &Subject, position: usize, step: &NextStep) -> Vec<Block> {
    let mut blocks =
        vec![Block::Heading(4, format!("{position}. {}", subject.case.model.capability(step.capability).name()))];
    blocks.extend(step_says(subject, step));
    blocks
}

/// What can still be read of a step where the rest is folded: what it takes, what it waits for and what it lifts.
#[must_use]
pub fn in_brief(subject: &Subject, step: &NextStep) -> Line {
    let says = advice::in_brief(subject.case, subject.stalls, step);
    Line::strong(advice::days(step.effort)).then(format!(" \u{b7} {says}"))
}

/// What there is to say of a next step.
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

/// What puts a step where it stands.
#[must_use]
pub fn why_here(subject: &Subject, step: &NextStep) -> String {
    say::why_here(&advice::why(subject.case, subject.stalls, step))
}

/// The answer it comes from, deliverable, done-when, effort and prerequisites.
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

/// A line about a step in a list of many.
#[must_use]
pub fn step_in_short(case: Case, step: &NextStep) -> Line {
    let capability = case.model.capability(step.capability);
    Line::plain(capability.name()).quietly(say::in_short(
        capability.level,
        case.model.area(capability.area),
        &advice::half_days(HalfDays::of(case, step.capability)),
    ))
}
