//! A view that may have to wait for its part of the program, and what is drawn in the meantime.

use leptos::prelude::*;

use super::{LazyView, LoadState, Loader, Part};
use crate::browser::location;
use crate::components::{Loading, PageHeading, download_assessment};
use crate::state::{Library, OpenAssessment};
use mlops_core::words::pages as say;

/// Loads the part of a view and draws the view. Until then, and if loading fails, it says so.
#[component]
pub fn Lazy(view: LazyView) -> impl IntoView {
    let loader = expect_context::<Loader>();
    let part = view.part();
    let is_page = matches!(view, LazyView::Page(_));
    // A question can be answered without its proposals.
    let is_optional = matches!(view, LazyView::Proposals(_));
    loader.load(part);
    move || match loader.state(part) {
        LoadState::Loaded(draw) => draw(view.clone()),
        _ if is_optional => ().into_any(),
        LoadState::Loading => view! { <Loading/> }.into_any(),
        LoadState::Failed => view! { <NotLoaded part is_page/> }.into_any(),
        LoadState::Replaced => view! { <Replaced is_page/> }.into_any(),
    }
}

/// Replaces a view if its part could not be loaded: what happened, what is safe, and a way to try again.
#[component]
fn NotLoaded(part: Part, is_page: bool) -> impl IntoView {
    let loader = expect_context::<Loader>();
    view! {
        {is_page.then(|| view! { <PageHeading>{say::NOT_FETCHED}</PageHeading> })}
        <p>{say::NOT_FETCHED_WHY}</p>
        <div class="actions">
            <button type="button" on:click=move |_| loader.load(part)>
                {say::TRY_AGAIN}
            </button>
        </div>
    }
}

/// Replaces a view if the server has a newer release, which a reload opens.
#[component]
fn Replaced(is_page: bool) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let save = move |_| assessment.current.with_untracked(|open| open.iter().for_each(download_assessment));
    let is_unsaved = expect_context::<Library>().has_unsaved() && assessment.current.with_untracked(Option::is_some);
    view! {
        {is_page.then(|| view! { <PageHeading>{say::REPLACED}</PageHeading> })}
        <p>{if is_unsaved { say::REPLACED_UNSAVED } else { say::REPLACED_WHY }}</p>
        <div class="actions">
            <Show when=move || is_unsaved>
                <button type="button" on:click=save>
                    {say::DOWNLOAD}
                </button>
            </Show>
            <button type="button" on:click=|_| location::reload()>
                {say::RELOAD}
            </button>
        </div>
    }
}
