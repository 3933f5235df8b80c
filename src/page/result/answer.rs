//! The first screen of a result: the sentence, the profile, what to automate first, what to start now and to plan ahead.

use leptos::prelude::AnyView;

use crate::page::result::Shown;
use crate::page::result::areas::checklist;
use crate::route::Route;
use crate::ui::chart::profile::{Around, legend, view};
use crate::ui::control::{actions, link};
use crate::ui::disclosure::disclosure;
use crate::ui::document::{document, line, step_place};
use crate::ui::element::{Element, el, group};
use mlops_core::advice::automate_first::AutomateFirst;
use mlops_core::advice::next_steps::{Advice, List, NextStep};
use mlops_core::model::AreaIx;
use mlops_core::model::level::Level;
use mlops_core::report::areas::profile_table;
use mlops_core::report::track::TrackResult;
use mlops_core::report::{Subject, advice};
use mlops_core::scoring::case::Case;
use mlops_core::scoring::levels::LevelResult;
use mlops_core::scoring::profile::TrackProfile;
use mlops_core::words;
use mlops_core::words::result as say;

/// The answer for a track; `id` is what leads to its profile.
#[must_use]
pub fn answer(shown: Shown, result: &TrackResult, id: String) -> Element {
    let TrackResult { profile: track, told, .. } = result;
    let subject = shown.subject;
    let verdict = el("h2").class("verdict").id(id);
    let verdict = match &track.near_miss {
        Some(near) => verdict
            .attr("data-near-level", near.level.to_string())
            .attr("data-near-count", near.capabilities.len().to_string()),
        None => verdict,
    };
    let has_steps = !told.start_now.is_empty() || told.plan_ahead.is_some();
    // At no answer there is one thing to do.
    let begin = shown.id.filter(|_| subject.case.answered().part == 0);
    let begin = begin.map(|id| {
        let questions = Route::Questions { id: id.to_owned(), area: None }.href();
        actions().child(link(say::TO_FIRST_QUESTION, questions).class("button is-primary"))
    });
    el("div")
        .class("answer-first")
        .child(verdict.child(words::verdict(subject.case.model, track)))
        .child(advice::cheapest_lift(result).map(|lift| line("p", &lift)))
        .child(begin)
        .child(
            el("div")
                .class("hero")
                .child((!track.areas.is_empty()).then(|| el("div").child(profile(shown, track))))
                .child(told.automate_first.as_ref().map(|first| automate_first(subject.case, first))),
        )
        .child(el("div").class("todo").child(cards(subject, told, List::StartNow, &told.start_now)).child(cards(
            subject,
            told,
            List::PlanAhead,
            told.plan_ahead.as_slice(),
        )))
        .child(told.no_investment_yet.then(no_investment_yet))
        .child(has_steps.then(|| el("p").class("quiet").child(words::advice::STEPS_NOTE)))
}

fn profile(shown: Shown, track: &TrackProfile) -> AnyView {
    let case = shown.subject.case;
    let target =
        |area: AreaIx| -> Option<Level> { shown.subject.assessment?.target.get(&case.model.area(area).id).copied() };
    let behind = |area: AreaIx, level_result: &LevelResult| checklist(shown, area, level_result);
    let has_target = track.areas.iter().any(|area| target(area.area).is_some());
    group()
        .child(view(case, track, &Around { target: &target, behind: &behind }))
        .child(legend(case, track, has_target))
        .child(disclosure("table-twin", say::AS_TABLE, document(&[profile_table(case, track)])))
        .into_any()
}

/// What to automate first, in one card.
fn automate_first(case: Case, first: &AutomateFirst) -> Element {
    let [stage, by_hand, replaced] = advice::automate_first(case, first);
    el("section")
        .class("free")
        .attr("data-automate-first", case.model.stage(first.stage).id.clone())
        .child(el("h3").child(words::advice::AUTOMATE_FIRST))
        .child(line("p", &stage).class("free-step").lang(case.model.language()))
        .child(line("p", &by_hand))
        .child(line("p", &replaced))
}

/// A list of steps as cards; nothing where it is empty.
fn cards(subject: &Subject, told: &Advice, list: List, steps: &[NextStep]) -> Option<Element> {
    let items: Vec<Element> = steps.iter().map(|step| card(subject, step)).collect();
    (!items.is_empty()).then(|| {
        el("section")
            .child(el("h3").child(words::advice::list_heading(list, told.so_far)))
            .child(el("ul").class("steps").attr("data-list", list.word()).child(items))
    })
}

/// The empty list of investments, and why it is empty.
fn no_investment_yet() -> Element {
    el("section").attr("data-list", List::PlanAhead.word()).child(line("p", &advice::no_investment_yet()))
}

/// A step: what to do, what it takes and what it lifts; the rest is folded.
fn card(subject: &Subject, step: &NextStep) -> Element {
    let case = subject.case;
    let capability = case.model.capability(step.capability);
    el("li")
        .class("step")
        .id(step_place(&capability.id))
        .attr("data-next", capability.id.clone())
        .attr("data-class", step.class.number().to_string())
        .child(el("h4").lang(case.model.language()).child(capability.name().to_owned()))
        .child(line("p", &advice::in_brief(subject, step)))
        .child(disclosure("more", say::WHY, document(&advice::step_says(subject, step))))
}
