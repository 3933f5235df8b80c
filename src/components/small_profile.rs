//! Small profiles for lists and for the side of the questions.

use leptos::prelude::*;

use mlops_core::model::level::Level;
use mlops_core::scoring::profile::{AreaProfile, Range};
use mlops_core::words;

/// The levels of the areas of a track.
#[component]
pub fn SmallProfile(
    /// The areas with their titles.
    areas: Vec<(String, AreaProfile)>,
    /// The language of the titles, if it is not the page's own.
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

#[component]
pub fn AreaLevel(area: AreaProfile) -> impl IntoView {
    let (text, spoken) = (words::level_in_short(&area), words::level_or_range_aloud(&area));
    view! { <LevelPips range=area.range text spoken/> }
}

/// One pip for each level, filled if the level is reached and hatched if it is possible, and the level as text.
#[component]
pub fn LevelPips(
    /// From the reached to the highest possible level.
    range: Range,
    /// The level as short text, for the eye.
    #[prop(into)]
    text: String,
    /// The level in words, for screen readers.
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
