//! The first screen of a result: the sentence, the profile, the step to free first, what to start now and to plan for.

use leptos::prelude::AnyView;

use crate::page::result::Shown;
use crate::page::result::areas::checklist;
use crate::route::Route;
use crate::ui::chart::profile::{Around, legend, view};
use crate::ui::control::{actions, link};
use crate::ui::disclosure::disclosure;
use crate::ui::document::{document, line, step_place};
use crate::ui::element::{Element, el, group};
use mlops_core::advice::free_first::FreeFirst;
use mlops_core::advice::next_steps::{Advice, List, NextStep};
use mlops_core::model::AreaIx;
use mlops_core::model::level::Level;
use mlops_core::report::areas::profile_table;
use mlops_core::report::track::TrackResult;
use mlops_core::report::{Subject, advice};
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::{LevelResult, TrackProfile};
use mlops_core::words;
use mlops_core::words::result as say;

/// The answer for a track; `id` is what leads to its profile.
#[must_use]
pub fn answer(shown: Shown, result: &TrackResult, id: String) -> Element {
    let TrackResult { profile: track, told, .. } = result;
    let subject = shown.subject;
    let has_steps = !told.start_now.is_empty() || told.plan_for.is_some();
    // At no answer there is one thing to do.
    let begin = shown.id.filter(|_| subject.case.answered().part == 0);
    let begin = begin.map(|id| {
        let questions = Route::Questions { id: id.to_owned(), area: None }.href();
        actions().child(link(say::TO_FIRST_QUESTION, questions).class("button is-primary"))
    });
    el("div")
        .class("answer-first")
        .child(el("h2").class("verdict").id(id).child(words::verdict(subject.case.model, track)))
        .child(begin)
        .child(
            el("div")
                .class("hero")
                .child(el("div").child(profile(shown, track)))
                .child(told.free_first.as_ref().map(|first| free_first(subject.case, first))),
        )
        .child(el("div").class("todo").child(cards(subject, told, List::StartNow, &told.start_now)).child(cards(
            subject,
            told,
            List::PlanFor,
            told.plan_for.as_slice(),
        )))
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

/// The step of the lifecycle to free first, in one card.
fn free_first(case: Case, first: &FreeFirst) -> Element {
    let [step, remembered, freed] = advice::free_first(case, first);
    el("section")
        .class("free")
        .attr("data-free-first", case.model.step(first.step).id.clone())
        .child(el("h3").child(words::advice::FREE_FIRST))
        .child(line("p", &step).class("free-step").lang(case.model.language()))
        .child(line("p", &remembered))
        .child(line("p", &freed))
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
