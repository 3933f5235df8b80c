//! The settings of a plan: a target level for each area, and the number of people.

use leptos::prelude::*;

use crate::components::NumberField;
use crate::state::OpenAssessment;
use mlops_core::advice::plan::{PEOPLE, default_target};
use mlops_core::assessment::MAX_PEOPLE;
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, TrackIx};
use mlops_core::words;
use mlops_core::words::plan as say;

/// The number of people who work on the plan.
#[component]
pub fn PeopleField() -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let people = assessment.people.get_untracked().unwrap_or(PEOPLE);
    let set_people = move |people: Option<u32>| people.into_iter().for_each(|people| assessment.set_people(people));
    view! {
        <div class="people">
            <NumberField id="people" value=Some(people) range=1..=MAX_PEOPLE on_change=set_people>
                {say::PEOPLE}
            </NumberField>
        </div>
    }
}

/// The target level of each area of a track.
#[component]
pub fn Targets(track: TrackIx) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let default = Memo::new(move |_| {
        assessment.with_subject(|subject| {
            let profile = subject.profile.tracks.iter().find(|one| one.track == track)?;
            Some(default_target(subject.case, profile, subject.patterns))
        })?
    });
    let areas = untrack(|| {
        assessment.profile.with(|profile| {
            let of_track = profile.tracks.iter().filter(|one| one.track == track);
            of_track.flat_map(|track| &track.areas).map(|area| area.area).collect::<Vec<_>>()
        })
    });
    view! {
        <fieldset class="targets">
            <legend>{say::TARGETS}</legend>
            <div class="target-list">
                {areas.into_iter().map(|area| view! { <TargetField area default/> }).collect_view()}
            </div>
        </fieldset>
    }
}

#[component]
fn TargetField(area: AreaIx, default: Memo<Option<Level>>) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let about = assessment.model().area(area);
    let target = Memo::new(move |_| {
        let chosen = assessment.target.with(|target| target.get(&about.id).copied());
        chosen.or_else(|| default.get())
    });
    let option = |level: Level| {
        view! {
            <option value=level.to_string() prop:selected=move || target.get() == Some(level)>
                {words::result::level(level)}
            </option>
        }
    };
    let set_target = move |value: String| {
        if let Some(level) = value.parse().ok().and_then(Level::new) {
            assessment.set_target(area, level);
        }
    };
    view! {
        <label class="field">
            <span>{about.title.as_str()}</span>
            // Named by the area alone: the label around it contains all options too.
            <select
                aria-label=about.title.as_str()
                on:change:target=move |event| set_target(event.target().value())
            >
                {Level::ASKED.map(option).collect_view()}
            </select>
        </label>
    }
}
