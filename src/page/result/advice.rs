//! What to do next: the push-button map, the stalls and the next steps of a track.

use leptos::prelude::AnyView;

use crate::ui::chart::map;
use crate::ui::chart::profile::Room;
use crate::ui::disclosure::disclosure;
use crate::ui::document::{document, line, step_place};
use crate::ui::element::{Element, el, group, nothing};
use mlops_core::advice::button_map::{ButtonMap, button_map};
use mlops_core::advice::next_steps::{Advice, List, NextStep};
use mlops_core::advice::stalls::{Stall, of_track, skipped, unasked};
use mlops_core::report::{Subject, advice};
use mlops_core::words;

/// The push-button map: the picture, the step to free first, and every step with its buttons.
#[must_use]
pub fn button_section(subject: &Subject, told: &Advice) -> AnyView {
    let case = subject.case;
    let map = button_map(case, told.track);
    if map.steps.is_empty() {
        return nothing();
    }
    let mut steps = el("div").class("map-steps");
    for (at, step) in map.steps.iter().enumerate() {
        steps = steps.child(
            el("div")
                .attr("data-step", case.model.step(step.step).id.clone())
                .attr("data-automation", step.runs.word())
                .lang(case.model.language())
                .child(document(&[advice::map_step(case, at + 1, step)])),
        );
    }
    let first = told.free_first.as_ref().map(|first| {
        el("p")
            .attr("data-free-first", case.model.step(first.step).id.clone())
            .child(el("strong").child(format!("{}: ", words::advice::FREE_FIRST)))
            .child(line("span", &advice::free_first(case, first)))
    });
    group()
        .child(el("h3").child(words::advice::MAP))
        .child(el("p").child(el("strong").class("distance").child(words::advice::distance(&map))))
        .child(first)
        .child(map_chart(subject, &map))
        .child(steps)
        .into_any()
}

fn map_chart(subject: &Subject, of: &ButtonMap) -> Element {
    el("div")
        .class("map-chart")
        .child(map::drawing(subject.case, of, Room::Wide).view("chart is-wide"))
        .child(map::drawing(subject.case, of, Room::Narrow).view("chart is-narrow"))
}

/// Contradictions first, open edges apart, skipped steps as questions, and what patterns would need beyond the scope.
#[must_use]
pub fn stall_section(subject: &Subject, told: &Advice) -> AnyView {
    let case = subject.case;
    let (stalls, edges): (Vec<&Stall>, Vec<&Stall>) =
        of_track(subject.stalls, told.track).into_iter().partition(|stall| stall.is_contradiction());
    let drawn = |stalls: &[&Stall]| -> Vec<Element> {
        let one = |stall: &&Stall| {
            el("div").class("stall").lang(case.model.language()).child(document(&advice::stall(case, stall, told)))
        };
        stalls.iter().map(one).collect()
    };
    let skipped: Vec<Element> =
        skipped(case, told.track).iter().map(|one| line("li", &advice::skipped(case, one))).collect();
    let stalled = (!stalls.is_empty())
        .then(|| group().child(el("h3").child(words::advice::STALLS)).child(drawn(&stalls)).into_any());
    let next = (!edges.is_empty()).then(|| {
        let count = words::count(edges.len(), "thing comes", "things come");
        disclosure("more", format!("{count} next anyway: no stall, just open"), el("div").child(drawn(&edges)))
    });
    let asked = (!skipped.is_empty()).then(|| {
        let count = words::count(skipped.len(), "step looks", "steps look");
        disclosure("more", format!("{count} skipped: worth a question"), el("ul").child(skipped))
    });
    let beyond = document(&advice::unasked(case, &unasked(case, told.track)));
    group().child(stalled).child(next).child(asked).child(beyond).into_any()
}

/// The lists of next steps, each apart.
#[must_use]
pub fn step_section(subject: &Subject, told: &Advice, to_plan: Option<Element>) -> AnyView {
    let mut shown = group();
    let mut is_empty = true;
    for (list, steps) in told.lists() {
        is_empty = false;
        let items: Vec<Element> = steps.iter().map(|step| next(subject, list, step)).collect();
        let items = el(if list == List::Rest { "ol" } else { "ul" }).attr("data-list", list.word()).child(items);
        let heading = words::advice::list_heading(list, told.so_far);
        shown = if list == List::Rest {
            let count = words::count(steps.len(), "step", "steps");
            shown.child(disclosure("more", format!("{heading}: {count}"), items))
        } else {
            shown.child(el("h3").child(heading)).child(items)
        };
    }
    if is_empty { nothing() } else { shown.child(to_plan).into_any() }
}

/// A step in a list: in full where it is to be done, folded where there may be many.
fn next(subject: &Subject, list: List, step: &NextStep) -> Element {
    let capability = subject.case.model.capability(step.capability);
    let item = el("li")
        .id(step_place(&capability.id))
        .attr("data-next", capability.id.clone())
        .attr("data-class", step.class.number().to_string())
        .lang(subject.case.model.language());
    let says = document(&advice::step_says(subject, step));
    if matches!(list, List::StartNow | List::PlanFor) {
        item.class("next").child(el("h4").child(capability.name().to_owned())).child(says)
    } else {
        item.child(disclosure("more", line("span", &advice::step_in_short(subject.case, step)), says))
    }
}
