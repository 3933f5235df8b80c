//! Something that opens at a tap: the browser's own `details`, so that it works with every input and in print.

use leptos::prelude::AnyView;

use crate::ui::element::{Child, el};

/// A summary that opens to more.
pub fn disclosure(class: &'static str, summary: impl Child, content: impl Child) -> AnyView {
    el("details").class(class).child(el("summary").child(summary)).child(content).into_any()
}
