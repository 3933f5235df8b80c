//! The keys that a page listens to.

use leptos::prelude::*;

/// A list of keys with what each does.
#[component]
pub fn KeyList(
    /// Groups of keys that do the same, and what they do.
    keys: &'static [(&'static [&'static str], &'static str)],
) -> impl IntoView {
    let key = |&key: &&'static str| view! { <kbd>{key}</kbd> " " };
    let item = |&(keys, does): &(&'static [&'static str], &'static str)| {
        view! { <li>{keys.iter().map(key).collect_view()} {does}</li> }
    };
    view! { <ul class="plain">{keys.iter().map(item).collect_view()}</ul> }
}
