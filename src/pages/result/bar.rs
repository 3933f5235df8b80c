//! The bar that stays visible: links to the parts of the page and to other pages of the assessment, and actions.

use leptos::prelude::*;

use crate::browser::dom;
use crate::components::{PopoverButton, RedrawOnChange};
use mlops_core::model::{Model, TrackIx};
use mlops_core::words::result as say;

/// The endings of the ids of the parts of a track's result.
pub const PROFILE: &str = "profile";
pub const MAP: &str = "map";
pub const STEPS: &str = "steps";
pub const REUSE: &str = "reuse";
pub const AREAS: &str = "areas";

/// The id of a part of a track's result.
#[must_use]
pub fn part_id(model: &Model, track: TrackIx, part: &str) -> String {
    format!("{}-{part}", model.track(track).id)
}

const GO_TO: &str = "go-to";

/// The bar of a result.
#[component]
pub fn ResultBar(
    model: &'static Model,
    #[prop(into)] tracks: Signal<Vec<TrackIx>>,
    /// Links to other pages.
    #[prop(optional, into)]
    links: Option<AnyView>,
    /// Actions, such as sharing and exporting.
    children: Children,
) -> impl IntoView {
    let parts = move |tracks: Vec<TrackIx>| {
        let first = tracks.first().map(|&track| {
            [(say::PROFILE, PROFILE), (say::MAP, MAP), (say::STEPS, STEPS), (say::AREAS, AREAS)]
                .map(|(text, part)| view! { <PartButton id=part_id(model, track, part) text=text/> })
                .collect_view()
        });
        let other = |&track: &TrackIx| {
            view! { <PartButton id=part_id(model, track, PROFILE) text=model.track(track).title.as_str()/> }
        };
        view! {
            {first}
            {tracks.iter().skip(1).map(other).collect_view()}
        }
    };
    view! {
        <div class="bar is-result">
            <PopoverButton popover=GO_TO class="place-menu">{say::GO_TO}</PopoverButton>
            <nav class="bar-nav" id=GO_TO popover="" aria-label=say::ON_THIS_PAGE>
                <RedrawOnChange value=move || tracks.get() let:tracks>{parts(tracks)}</RedrawOnChange>
                {links}
            </nav>
            {children()}
        </div>
    }
}

/// Scrolls to a part of the page. A button, because the fragment of the address names the page.
#[component]
fn PartButton(id: String, text: &'static str) -> impl IntoView {
    view! { <button type="button" class="in-bar" on:click=move |_| dom::show(&id)>{text}</button> }
}
