//! Today beside the result with the ticked steps in place: profile, push-button map, stalls.

use leptos::prelude::AnyView;

use super::profile::small_profile;
use crate::codec::report::{Subject, result};
use crate::codec::words;
use crate::domain::buttons::button_map;
use crate::domain::case::Case;
use crate::domain::model::{CapabilityIx, TrackIx};
use crate::domain::profile::{Profile, profile_of};
use crate::domain::stalls::stalls;
use crate::view::chart::map::strip;
use crate::view::element::{Element, el, group};

/// Both sides by side.
#[must_use]
pub fn today_and_planned(subject: &Subject, track: TrackIx) -> AnyView {
    let case = subject.case;
    let is_ticked = |&at: &CapabilityIx| {
        case.model.track_of(at) == track && case.in_scope(at) && !case.has(at) && subject.has_chosen(at)
    };
    let ticked: Vec<CapabilityIx> = case.model.capability_ixs().filter(is_ticked).collect();
    let answers = case.answers.with_yes(ticked.iter().copied());
    let planned = case.with(&answers);
    let after = profile_of(planned);
    let title = match ticked.len() {
        0 => "Planned: no step is ticked yet".to_owned(),
        number => format!("Planned: with {}", words::count(number, "step", "steps")),
    };
    group()
        .child(side(subject, "Today".to_owned(), case, subject.profile, track))
        .child(side(subject, title, planned, &after, track))
        .draw()
}

fn side(subject: &Subject, title: String, case: Case, profile: &Profile, track: TrackIx) -> Element {
    let map = button_map(case, track);
    let stalls = stalls(case);
    let stalled: Vec<&str> = result::of_track(subject.case.model, track, &stalls)
        .into_iter()
        .filter(|stall| stall.is_contradiction())
        .map(|stall| stall.pattern.title.as_str())
        .collect();
    let stalled = match stalled.len() {
        0 => "No stalls.".to_owned(),
        number => format!("{}: {}.", words::count(number, "stall", "stalls"), stalled.join("; ")),
    };
    let of_track = profile.tracks.iter().find(|one| one.track == track);
    el("div")
        .class("side")
        .child(el("h4").child(title))
        .child(of_track.map(|track| small_profile(case, track)))
        .child((!map.steps.is_empty()).then(|| strip(case, &map).view("chart strip")))
        .child((!map.steps.is_empty()).then(|| el("p").child(words::advice::distance(&map))))
        .child(el("p").child(stalled))
}
