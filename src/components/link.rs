use leptos::prelude::*;
use mlops_core::web_url::is_web_url;

/// A link that looks like a button.
#[component]
pub fn ButtonLink(
    #[prop(into)] href: Signal<String>,
    /// Whether it is the page's main action.
    #[prop(optional)]
    primary: bool,
    #[prop(optional, into)] id: Option<String>,
    /// The accessible name, if the text alone is the same as that of another link.
    #[prop(optional, into)]
    aria_label: Option<String>,
    children: Children,
) -> impl IntoView {
    let class = if primary { "button is-primary" } else { "button" };
    view! { <a class=class id=id href=href aria-label=aria_label>{children()}</a> }
}

/// A link to another site, without a referrer. If the address is not a web address, only the text is shown.
#[component]
pub fn ExternalLink(
    /// The address, from any source.
    #[prop(into)]
    href: String,
    children: Children,
) -> impl IntoView {
    if is_web_url(&href) {
        view! { <a href=href rel="noopener noreferrer nofollow" target="_blank">{children()}</a> }.into_any()
    } else {
        view! { <span>{children()}</span> }.into_any()
    }
}
