//! The profile, small: in lists and next to questions.

use leptos::prelude::*;

use mlops_core::model::level::Level;
use mlops_core::scoring::profile::{AreaProfile, Range};
use mlops_core::words;

/// The levels of a track's areas.
#[component]
pub fn SmallProfile(
    /// The areas of the track, each with its title.
    areas: Vec<(String, AreaProfile)>,
    /// The language of the titles, where that is not the page's own.
    lang: Option<String>,
) -> impl IntoView {
    let item = |(title, area): (String, AreaProfile)| {
        view! {
            <li>
                <span lang=lang.clone()>{title}</span>
                <AreaLevel area/>
            </li>
        }
    };
    view! { <ul class="small-profile">{areas.into_iter().map(item).collect_view()}</ul> }
}

/// The level of an area.
#[component]
pub fn AreaLevel(
    /// The area.
    area: AreaProfile,
) -> impl IntoView {
    view! { <LevelPips range=area.range text=words::level_in_short(&area) spoken=words::stands(&area)/> }
}

/// A pip for each level, filled as far as it is reached and hatched as far as it is possible, and the level in short.
#[component]
pub fn LevelPips(
    /// What is reached, and what is possible.
    range: Range,
    /// The level in short, for the eye.
    #[prop(into)]
    text: String,
    /// The level in words, for the ear.
    #[prop(into)]
    spoken: String,
) -> impl IntoView {
    let class = move |level: Level| {
        if level <= range.low {
            format!("pip l{level}")
        } else if level <= range.high {
            "pip is-open".to_owned()
        } else {
            "pip".to_owned()
        }
    };
    view! {
        <span class="stands">
            <span class="pips" aria-hidden="true">
                {Level::ASKED.map(|level| view! { <i class=class(level)></i> }).collect_view()}
            </span>
            <b aria-hidden="true">{text}</b>
            <span class="sr-only">{spoken}</span>
        </span>
    }
}
