//! Today, and beside it how things would stand with the ticked steps in place: profile, push-button map, stalls.
//!
//! A tick is to be seen within a frame on a slow machine, and most of a redraw is the browser's layout of new text. So
//! what a tick changes is worked out as texts first, and only the parts whose text is another one are drawn.

use leptos::prelude::*;

use crate::page::profile::{planned_profile, small_profile};
use crate::state::Session;
use crate::ui::element::{Element, el, nothing, reactive};
use mlops_core::advice::button_map::{Automation, ButtonMap, button_map};
use mlops_core::advice::stalls::{of_track, stalls};
use mlops_core::model::{CapabilityIx, TrackIx};
use mlops_core::report::Subject;
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::{Profile, TrackProfile, profile_of};
use mlops_core::words;

/// How the track stands today.
#[must_use]
pub fn today(subject: &Subject, track: TrackIx) -> AnyView {
    let [_, cells, distance, stalled] = told(subject.case, subject.profile, track);
    el("div")
        .class("side")
        .child(el("h4").child("Today"))
        .child(of_track_profile(subject.profile, track).map(|of| small_profile(subject.case, of)))
        .child(strip(&cells))
        .child(el("p").child(distance))
        .child(el("p").child(stalled))
        .into_any()
}

/// How it would stand with the ticked steps in place; follows the ticks.
#[must_use]
pub fn planned(session: Session, track: TrackIx) -> AnyView {
    let all = Memo::new(move |_| {
        let told = with_ticked(session, track, |ticked, case, profile| {
            let title = match ticked {
                0 => "Planned: no step is ticked yet".to_owned(),
                number => format!("Planned: with {}", words::count(number, "step", "steps")),
            };
            let [levels, cells, distance, stalled] = told(case, profile, track);
            vec![title, levels, cells, distance, stalled]
        });
        told.unwrap_or_default()
    });
    let part = |at: usize| Memo::new(move |_| all.with(|all| all.get(at).cloned().unwrap_or_default()));
    let [title, levels, cells, distance, stalled] = [0, 1, 2, 3, 4].map(part);
    let drawn = reactive(move || {
        levels.track();
        let drawn = untrack(|| {
            with_ticked(session, track, |_, case, of| of_track_profile(of, track).map(|of| planned_profile(case, of)))
        });
        drawn.flatten().unwrap_or_else(nothing)
    });
    el("div")
        .class("side")
        .child(el("h4").live_text(move || title.get()))
        .child(drawn)
        .child(reactive(move || strip(&cells.get()).into_any()))
        .child(el("p").live_text(move || distance.get()))
        .child(el("p").live_text(move || stalled.get()))
        .into_any()
}

/// Calls `look` with the number of ticked steps of a track, and with the team as it would be with them.
fn with_ticked<T>(session: Session, track: TrackIx, look: impl FnOnce(usize, Case, &Profile) -> T) -> Option<T> {
    session.with_subject(|subject| {
        let case = subject.case;
        let is_ticked = |&at: &CapabilityIx| {
            case.model.track_of(at) == track && case.in_scope(at) && !case.has(at) && subject.has_chosen(at)
        };
        let ticked: Vec<CapabilityIx> = case.model.capability_ixs().filter(is_ticked).collect();
        let answers = case.answers.with_yes(ticked.iter().copied());
        let planned = case.with(&answers);
        look(ticked.len(), planned, &profile_of(planned))
    })
}

fn of_track_profile(of: &Profile, track: TrackIx) -> Option<&TrackProfile> {
    of.tracks.iter().find(|one| one.track == track)
}

/// The levels in short, the cells of the map by their classes, the distance, and the stalls.
fn told(case: Case, profile: &Profile, track: TrackIx) -> [String; 4] {
    let map = button_map(case, track);
    let stalls = stalls(case);
    let stalled: Vec<&str> = of_track(&stalls, track)
        .into_iter()
        .filter(|stall| stall.is_contradiction())
        .map(|stall| stall.pattern.title.as_str())
        .collect();
    let stalled = match stalled.len() {
        0 => "No stalls.".to_owned(),
        number => format!("{}: {}.", words::count(number, "stall", "stalls"), stalled.join("; ")),
    };
    let areas = profile.tracks.iter().filter(|one| one.track == track).flat_map(|track| &track.areas);
    let levels: Vec<String> = areas.map(|area| format!("{} {}", words::level(area), area.range.high)).collect();
    let distance = if map.steps.is_empty() { String::new() } else { words::advice::distance(&map) };
    [levels.join(","), cells(&map), distance, stalled]
}

/// How each step of the map runs, as a class a step.
fn cells(map: &ButtonMap) -> String {
    let class = |automation| match automation {
        Automation::Automatic => "is-automatic",
        Automation::Partly => "is-partly",
        Automation::Waits => "is-waiting",
        Automation::Unknown => "is-unknown",
    };
    map.steps.iter().map(|step| class(step.runs)).collect::<Vec<_>>().join(" ")
}

/// The map in one row of numbers. What it says stands in words below it.
fn strip(cells: &str) -> Element {
    let cell = |(at, class): (usize, &str)| el("span").class(class.to_owned()).child((at + 1).to_string());
    let cells = cells.split_whitespace().enumerate().map(cell).collect::<Vec<_>>();
    el("p").class("strip").attr("aria-hidden", "true").child(cells)
}
