//! Content that opens over the page: the browser's own `popover`, which closes on Esc and on a press elsewhere.

use leptos::prelude::*;

/// The id of the popover with the exports of a page.
pub const EXPORT_POPOVER: &str = "export-sheet";
/// The id of the popover that shares what a page shows.
pub const SHARE_POPOVER: &str = "share-sheet";

/// The button that opens and closes a [`Popover`].
#[component]
pub fn PopoverButton(
    /// The id of the popover.
    #[prop(into)]
    popover: String,
    #[prop(optional)] class: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    view! { <button type="button" class=class popovertarget=popover>{children()}</button> }
}

/// A browser without support for popovers shows the content in place.
#[component]
pub fn Popover(
    /// The id, for its [`PopoverButton`].
    #[prop(into)]
    id: String,
    /// The accessible name.
    #[prop(into)]
    label: String,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="sheet" id=id popover="" role="group" aria-label=label>
            {children()}
        </div>
    }
}
