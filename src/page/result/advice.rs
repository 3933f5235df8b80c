//! What to do next: the push-button map, the stalls and the next steps of a track.

use leptos::prelude::AnyView;

use crate::ui::chart::map;
use crate::ui::chart::profile::Room;
use crate::ui::disclosure::disclosure;
use crate::ui::document::{document, line, step_place};
use crate::ui::element::{Element, el, group, nothing};
use mlops_core::advice::button_map::{ButtonMap, button_map};
use mlops_core::advice::find_out::most_informative;
use mlops_core::advice::next_steps::{NextStep, next_steps};
use mlops_core::advice::stalls::{Stall, skipped};
use mlops_core::model::TrackIx;
use mlops_core::report::{Subject, advice, result};
use mlops_core::words;

/// The push-button map: the picture, and every step with its buttons.
#[must_use]
pub fn button_section(subject: &Subject, track: TrackIx) -> AnyView {
    let case = subject.case;
    let map = button_map(case, track);
    if map.steps.is_empty() {
        return nothing();
    }
    let opens = |(at, step)| document(&[advice::map_step(case, at + 1, step)]).into_any();
    let steps: Vec<AnyView> = map.steps.iter().enumerate().map(opens).collect();
    group()
        .child(el("h3").child("Where somebody still has to push a button"))
        .child(
            el("p")
                .child(el("strong").class("distance").child(words::advice::distance(&map)))
                .child(format!(" {}", words::advice::tally(&map))),
        )
        .child(map_chart(subject, &map))
        .child(el("div").class("map-steps").child(steps))
        .into_any()
}

fn map_chart(subject: &Subject, of: &ButtonMap) -> Element {
    el("div")
        .class("map-chart")
        .child(map::drawing(subject.case, of, Room::Wide).view("chart is-wide"))
        .child(map::drawing(subject.case, of, Room::Narrow).view("chart is-narrow"))
}

/// Contradictions first, open edges apart, skipped steps as questions.
#[must_use]
pub fn stall_section(subject: &Subject, track: TrackIx) -> AnyView {
    let case = subject.case;
    let of_track = result::of_track(case.model, track, subject.stalls);
    let (stalls, edges): (Vec<&Stall>, Vec<&Stall>) =
        of_track.into_iter().partition(|stall| stall.is_contradiction());
    let drawn = |stalls: &[&Stall]| -> Vec<Element> {
        let one = |stall: &&Stall| el("div").class("stall").child(document(&advice::stall(case, stall)));
        stalls.iter().map(one).collect()
    };
    let skipped: Vec<Element> = skipped(case)
        .iter()
        .filter(|one| case.model.track_of(one.capability) == track)
        .map(|one| line("li", &advice::skipped(case, one)))
        .collect();
    let stalled = (!stalls.is_empty())
        .then(|| group().child(el("h3").child("What stalls you")).child(drawn(&stalls)).into_any());
    let next = (!edges.is_empty()).then(|| {
        let count = words::count(edges.len(), "thing comes", "things come");
        disclosure("more", format!("{count} next anyway: no stall, just open"), el("div").child(drawn(&edges)))
    });
    let asked = (!skipped.is_empty()).then(|| {
        let count = words::count(skipped.len(), "step looks", "steps look");
        disclosure("more", format!("{count} skipped: worth a question"), el("ul").child(skipped))
    });
    group().child(stalled).child(next).child(asked).into_any()
}

/// The steps that matter now, and the rest in order.
#[must_use]
pub fn step_section(subject: &Subject, track: TrackIx, to_plan: Option<Element>) -> AnyView {
    let case = subject.case;
    let mut steps = next_steps(case, subject.profile, subject.stalls);
    steps.retain(|step| case.model.track_of(step.capability) == track);
    if steps.is_empty() {
        return nothing();
    }
    let rest = steps.split_off(steps.len().min(result::IN_FULL));
    let place = |step: &NextStep| step_place(&case.model.capability(step.capability).id);
    let in_full = |(at, step)| {
        let says = document(&advice::step(subject, at + 1, step));
        el("div").class("next").id(place(step)).child(says)
    };
    let in_full: Vec<Element> = steps.iter().enumerate().map(in_full).collect();
    let rest = (!rest.is_empty()).then(|| {
        let folded = |step: &NextStep| {
            let in_short = line("span", &advice::step_in_short(case, step));
            let says = document(&advice::step_says(subject, step));
            el("li").id(place(step)).child(disclosure("more", in_short, says))
        };
        let lines: Vec<Element> = rest.iter().map(folded).collect();
        let start = (result::IN_FULL + 1).to_string();
        disclosure(
            "more",
            format!("{} after these", words::count(lines.len(), "step", "steps")),
            el("ol").attr("start", start).child(lines),
        )
    });
    group().child(el("h3").child("Next steps")).child(in_full).child(rest).child(to_plan).into_any()
}

/// The "don't know" that is worth finding out first.
#[must_use]
pub fn settling(subject: &Subject, track: TrackIx) -> Option<Element> {
    let at = most_informative(subject.case).filter(|&at| subject.case.model.track_of(at) == track)?;
    let question = &subject.case.model.capability(at).question;
    Some(el("p").child(el("strong").child("This answer would settle most: ")).child(question.clone()))
}
