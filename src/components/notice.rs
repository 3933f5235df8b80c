//! Notices, errors, and lists of faults in a file.

use leptos::prelude::*;
use mlops_core::words;

/// An error that a screen reader announces at once: what happened, what is safe, and what to do.
#[component]
pub fn ErrorNotice(
    /// What happened, in one sentence.
    #[prop(into)]
    title: String,
    /// What is safe, and what to do.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="notice is-warning" role="alert">
            <p>
                <strong>{title}</strong>
            </p>
            {children()}
        </div>
    }
}

/// Shown while content is loading.
#[component]
pub fn Loading() -> impl IntoView {
    view! { <p class="quiet" role="status">{words::LOADING}</p> }
}

/// The most faults that are listed. A person corrects a file from its first faults on.
const LISTED_FAULTS: usize = 10;

/// The faults of a file, one sentence each.
#[component]
pub fn FaultList(faults: Vec<String>) -> impl IntoView {
    let more = faults.len().saturating_sub(LISTED_FAULTS);
    let items = faults.into_iter().take(LISTED_FAULTS).map(|fault| view! { <li>{fault}</li> }).collect_view();
    let more = (more > 0).then(|| view! { <p>{words::files::and_more(&more.to_string())}</p> });
    view! {
        <ul>{items}</ul>
        {more}
    }
}
