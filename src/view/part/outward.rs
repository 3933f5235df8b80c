//! A link that leaves the page: only to the web, never with a word on where it came from.

use leptos::prelude::*;

use crate::domain::address::is_web_address;

/// The words as a link, if the address is one of the web; otherwise just the words.
#[must_use]
pub fn outward(address: &str, words: &str) -> AnyView {
    let words = words.to_owned();
    if is_web_address(address) {
        view! { <a href=address.to_owned() rel="noopener noreferrer nofollow" target="_blank">{words}</a> }.into_any()
    } else {
        view! { {words} }.into_any()
    }
}
