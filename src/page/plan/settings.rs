//! What a plan is for and who works on it: a target for each area, and the number of people.

use leptos::prelude::*;

use crate::state::Session;
use crate::ui::control::{input, labelled};
use crate::ui::element::{Element, el};
use mlops_core::advice::plan::{PEOPLE, default_target};
use mlops_core::assessment::MAX_PEOPLE;
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, TrackIx};
use mlops_core::words::plan as say;

/// How many people work on the plan. What is no number of people changes nothing, and is said.
#[must_use]
pub fn people_field(session: Session) -> Element {
    let people = move || session.current.with(|open| open.as_ref().and_then(|one| one.people)).unwrap_or(PEOPLE);
    let is_bad = RwSignal::new(false);
    let typed = move |text: String| {
        let number = text.trim().parse().ok().filter(|number| (1..=MAX_PEOPLE).contains(number));
        is_bad.set(number.is_none());
        if let Some(number) = number {
            session.staff(number);
        }
    };
    let field = input("number", "5", move || untrack(people).to_string(), typed)
        .attr("min", "1")
        .attr("max", MAX_PEOPLE.to_string())
        .attr("aria-describedby", "people-bad");
    el("div").class("people").child(labelled(say::PEOPLE, field)).child(
        el("p")
            .id("people-bad")
            .class("quiet")
            .attr("role", "status")
            .reactive_text(move || if is_bad.get() { say::PEOPLE_BAD } else { "" }.to_owned()),
    )
}

/// One select an area: the level that it is to reach.
#[must_use]
pub fn targets(session: Session, track: TrackIx) -> Element {
    let areas = untrack(|| {
        session.with_case(|_, profile| {
            let of_track = profile.tracks.iter().find(|one| one.track == track);
            of_track.map(|track| track.areas.iter().map(|area| area.area).collect::<Vec<_>>()).unwrap_or_default()
        })
    });
    let default = Memo::new(move |_| {
        session.with_subject(|subject| {
            let of_track = subject.profile.tracks.iter().find(|one| one.track == track)?;
            Some(default_target(subject.case, of_track, subject.patterns))
        })?
    });
    let selects: Vec<Element> = areas.into_iter().map(|area| target(session, default, area)).collect();
    el("fieldset")
        .class("targets")
        .child(el("legend").child(say::TARGETS))
        .child(el("div").class("target-list").child(selects))
}

fn target(session: Session, default: Memo<Option<Level>>, area: AreaIx) -> Element {
    let title = session.model.area(area).title.as_str();
    let aimed_at = move || {
        let chosen = session.evaluation.with(|standing| standing.target.get(&session.model.area(area).id).copied());
        chosen.or_else(|| default.get())
    };
    // The name is the area alone: a label around a select would be read with all its options.
    let mut select = el("select").attr("aria-label", title).on("change", move |event| {
        let number = crate::browser::event::value(&event).parse().ok();
        if let Some(level) = number.and_then(Level::new) {
            session.aim(area, level);
        }
    });
    for level in Level::ASKED {
        let is_aim = move || aimed_at() == Some(level);
        select = select.child(
            el("option")
                .attr("value", level.to_string())
                .reactive_flag("selected", is_aim)
                .child(mlops_core::words::levels::level(level)),
        );
    }
    el("label").class("field").child(el("span").child(title)).child(select)
}
