//! Links.

use leptos::prelude::*;
use mlops_core::web_url::is_web_url;

/// A link that looks like a button.
#[component]
pub fn ButtonLink(
    /// Where it leads to.
    #[prop(into)]
    href: Signal<String>,
    /// Whether it is the page's main action.
    #[prop(optional)]
    primary: bool,
    /// Its id.
    #[prop(optional, into)]
    id: Option<String>,
    /// Its accessible name, where its words alone would not tell it from its neighbours.
    #[prop(optional, into)]
    aria_label: Option<String>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let class = if primary { "button is-primary" } else { "button" };
    view! { <a class=class id=id href=href aria-label=aria_label>{children()}</a> }
}

/// A link that leaves the page, without a referrer. An address that is not a web address becomes plain text.
#[component]
pub fn ExternalLink(
    /// The address, which may come from anywhere.
    #[prop(into)]
    href: String,
    /// Its words.
    children: Children,
) -> impl IntoView {
    if is_web_url(&href) {
        view! { <a href=href rel="noopener noreferrer nofollow" target="_blank">{children()}</a> }.into_any()
    } else {
        view! { <span>{children()}</span> }.into_any()
    }
}
