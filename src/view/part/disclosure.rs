//! Something that opens at a tap: the browser's own `details`, so that it works with every input and in print.

use leptos::prelude::*;

/// A summary that opens to more.
pub fn disclosure(class: &'static str, summary: impl IntoView, content: impl IntoView) -> AnyView {
    let (summary, content) = (summary.into_any(), content.into_any());
    view! { <details class=class><summary>{summary}</summary>{content}</details> }.into_any()
}
