//! Content that opens over the page: the browser's own `popover`, which closes by Esc and by a tap elsewhere.

use leptos::prelude::*;

/// The button that opens a [`Popover`], and closes it.
#[component]
pub fn PopoverButton(
    /// The id of the popover.
    #[prop(into)]
    popover: String,
    /// Its class.
    #[prop(optional)]
    class: Option<&'static str>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! { <button type="button" class=class popovertarget=popover>{children()}</button> }
}

/// The content. A browser without popovers shows it in its place on the page.
#[component]
pub fn Popover(
    /// Its id, for its [`PopoverButton`].
    #[prop(into)]
    id: String,
    /// Its accessible name.
    #[prop(into)]
    label: String,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="sheet" id=id popover="" role="group" aria-label=label>
            {children()}
        </div>
    }
}
