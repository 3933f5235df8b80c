//! Addresses that lead nowhere, said in words.

use leptos::prelude::*;

/// The page for an address that this page does not know.
#[must_use]
pub fn unknown_page(fragment: &str) -> AnyView {
    let shown: String = fragment.chars().take(80).collect();
    view! {
        <h1 tabindex="-1">"There is no such page"</h1>
        <p>"The address ends in "<code>{shown}</code>", and nothing here has that name. Your assessments are untouched."</p>
        <p><a class="button" href="#/">"Go to the start"</a></p>
    }
    .into_any()
}

/// The page for an assessment that this browser does not hold.
#[must_use]
pub fn absent_assessment() -> AnyView {
    view! {
        <h1 tabindex="-1">"This assessment is not in this browser"</h1>
        <p>
            "Answers are kept only in the browser that they were given in. It may have been deleted, the browser may have \
             cleared its storage, or the address was made on another machine."
        </p>
        <p>"If you have its file, open it on the start page; if somebody else has it, ask for a link or a file."</p>
        <p><a class="button" href="#/">"Go to the start"</a></p>
    }
    .into_any()
}
