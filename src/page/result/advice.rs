//! Below the answer: what is still manual, patterns, and the steps that are not to be started first.

use leptos::prelude::AnyView;

use crate::ui::chart::map;
use crate::ui::disclosure::disclosure;
use crate::ui::document::{document, line, step_place};
use crate::ui::element::{Element, el, group};
use mlops_core::advice::next_steps::{Advice, List, NextStep};
use mlops_core::advice::patterns::FiredPattern;
use mlops_core::advice::stage_map::StageState;
use mlops_core::model::TrackIx;
use mlops_core::report::carries_over::carries_over;
use mlops_core::report::document::{Block, Line};
use mlops_core::report::track::TrackResult;
use mlops_core::report::{Subject, advice};
use mlops_core::words;
use mlops_core::words::result as say;

/// How many open questions are shown before the others are folded.
const FIND_OUT: usize = 3;

/// The heading of a part of a track's result. Where there are several tracks it says which one, for those who go from
/// heading to heading.
#[must_use]
pub fn heading(subject: &Subject, track: TrackIx, words: &'static str, id: String) -> Element {
    let title = &subject.case.model.track(track).title;
    let of = (subject.profile.tracks.len() > 1).then(|| el("span").class("sr-only").child(format!(": {title}")));
    el("h2").id(id).child(words).child(of)
}

/// What is still manual; nothing where no stage has a manual task.
#[must_use]
pub fn map_section(subject: &Subject, result: &TrackResult, id: String) -> Option<Element> {
    let case = subject.case;
    let map = &result.map;
    let language = case.model.language();
    let behind = |stage: &StageState| el("div").lang(language).child(document(&[advice::map_stage(case, stage)]));
    (!map.stages.is_empty()).then(|| {
        el("section")
            .attr("aria-labelledby", id.clone())
            .child(heading(subject, result.profile.track, words::advice::MAP, id))
            .child(is_first.then(|| el("p").class("quiet").child(words::advice::MAP_ASKS)))
            .child(el("p").child(words::advice::still_manual(map, case.model)))
            .child(map::view(case, map, &behind))
    })
}

/// Patterns, what to find out, and what comes after the first steps.
#[must_use]
pub fn step_section(subject: &Subject, result: &TrackResult, id: String) -> Element {
    let told = &result.told;
    let rest: Vec<Element> = told.later.iter().map(|step| folded(subject, step)).collect();
    let rest = (!rest.is_empty()).then(|| {
        let heading = words::advice::list_heading(List::Later, told.so_far);
        let count = words::quantity::steps(rest.len());
        disclosure("more", format!("{heading}: {count}"), el("ol").attr("data-list", List::Later.word()).child(rest))
    });
    el("section")
        .attr("aria-labelledby", id.clone())
        .child(heading(subject, told.track, say::STEPS, id))
        .child(patterns(subject, result))
        .child(find_out(subject, told))
        .child(rest)
}

/// The habits of another track that carry over to this one; nothing where none does.
#[must_use]
pub fn extend_section(subject: &Subject, result: &TrackResult, id: String) -> Option<Element> {
    let told = &result.told;
    let blocks = carries_over(subject.case, told.track, told)?;
    Some(
        el("section")
            .attr("aria-labelledby", id.clone())
            .child(el("h2").id(id).child(words::advice::extend(subject.case.model.track(told.track))))
            .child(document(&blocks)),
    )
}

/// Mismatches first, normal gaps apart, answers to check, and what patterns would need beyond the scope.
fn patterns(subject: &Subject, result: &TrackResult) -> AnyView {
    let case = subject.case;
    let TrackResult { told, mismatches, gaps, to_check, unasked, .. } = result;
    let language = case.model.language();
    let drawn = |patterns: &[&FiredPattern]| -> Vec<AnyView> {
        let one = |fired: &&FiredPattern| {
            let blocks = advice::pattern(case, fired, told);
            // The heading is what it is folded to.
            let blocks = if let [Block::Heading(..), rest @ ..] = &blocks[..] { rest } else { &blocks[..] };
            let title = el("span").lang(language).child(fired.pattern.title.clone());
            let blocks = el("div").lang(language).child(document(blocks));
            let shown = el("div").attr("data-pattern", fired.pattern.id.clone()).attr("data-kind", fired.kind.word());
            let shown = match fired.months {
                Some(months) => shown.attr("data-months", months.to_string()),
                None => shown,
            };
            shown.child(disclosure("stall more", title, blocks)).into_any()
        };
        patterns.iter().map(one).collect()
    };
    let mismatched = (!mismatches.is_empty())
        .then(|| group().child(el("h3").child(words::advice::MISMATCHES)).child(drawn(mismatches)).into_any());
    let next =
        (!gaps.is_empty()).then(|| disclosure("more", say::normal_gaps(gaps.len()), el("div").child(drawn(gaps))));
    let asked: Vec<Element> = to_check.iter().map(|one| line("li", &advice::answer_to_check(case, one))).collect();
    let asked =
        (!asked.is_empty()).then(|| disclosure("more", say::answers_to_check(asked.len()), el("ul").child(asked)));
    let beyond = advice::unasked(case, unasked).map(|says| document(&[says]));
    group().child(mismatched).child(next).child(asked).child(beyond).into_any()
}

/// The open questions, first those that settle most.
fn find_out(subject: &Subject, told: &Advice) -> Option<AnyView> {
    let (first, more) = told.find_out.split_at(told.find_out.len().min(FIND_OUT));
    let list = |steps: &[NextStep]| {
        let items: Vec<Element> = steps.iter().map(|step| folded(subject, step)).collect();
        el("ul").class("plain").attr("data-list", List::FindOut.word()).child(items)
    };
    let more = (!more.is_empty()).then(|| disclosure("more", say::more_open(more.len()), list(more)));
    (!first.is_empty()).then(|| {
        group()
            .child(el("h3").child(words::advice::list_heading(List::FindOut, told.so_far)))
            .child(list(first))
            .child(more)
            .into_any()
    })
}

/// A step folded to a line.
fn folded(subject: &Subject, step: &NextStep) -> Element {
    let capability = subject.case.model.capability(step.capability);
    let in_short: Line = advice::step_in_short(subject.case, step);
    el("li")
        .id(step_place(&capability.id))
        .attr("data-next", capability.id.clone())
        .attr("data-class", step.class.number().to_string())
        .lang(subject.case.model.language())
        .child(disclosure("more", line("span", &in_short), document(&advice::step_says(subject, step))))
}
