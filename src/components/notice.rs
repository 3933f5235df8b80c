//! What the page says by itself: notices, errors, and the faults of a file.

use leptos::prelude::*;
use mlops_core::words;

/// Something that failed: what happened, what is safe and what to do, announced at once.
#[component]
pub fn ErrorNotice(
    /// What happened, in one sentence.
    #[prop(into)]
    title: String,
    /// What is safe and what to do.
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

/// Content is on its way.
#[component]
pub fn OneMoment() -> impl IntoView {
    view! { <p class="quiet" role="status">{words::ONE_MOMENT}</p> }
}

/// The most faults that are listed: whoever corrects a file begins with the first ones anyway.
const LISTED_FAULTS: usize = 10;

/// The faults of a file, place by place.
#[component]
pub fn FaultList(
    /// A sentence each.
    faults: Vec<String>,
) -> impl IntoView {
    let more = faults.len().saturating_sub(LISTED_FAULTS);
    let items = faults.into_iter().take(LISTED_FAULTS).map(|fault| view! { <li>{fault}</li> }).collect_view();
    let more = (more > 0).then(|| view! { <p>{words::files::and_more(&more.to_string())}</p> });
    view! {
        <ul>{items}</ul>
        {more}
    }
}
