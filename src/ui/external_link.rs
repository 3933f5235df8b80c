//! A link that leaves the page: only to the web, never with a word on where it came from.

use leptos::prelude::AnyView;

use crate::ui::element::el;
use mlops_core::web_url::is_web_url;

/// The words as a link, if the address is one of the web; otherwise just the words.
#[must_use]
pub fn external_link(address: &str, words: &str) -> AnyView {
    if is_web_url(address) {
        el("a")
            .attr("href", address.to_owned())
            .attr("rel", "noopener noreferrer nofollow")
            .attr("target", "_blank")
            .child(words.to_owned())
            .into_any()
    } else {
        el("span").child(words.to_owned()).into_any()
    }
}
