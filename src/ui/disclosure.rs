//! Something that opens at a tap: the browser's own `details`, so that it works with every input and in print.

use leptos::prelude::*;

use crate::ui::element::{Child, Element, el, nothing, reactive};

/// A summary that opens to more.
pub fn disclosure(class: &'static str, summary: impl Child, content: impl Child) -> AnyView {
    el("details").class(class).child(el("summary").child(summary)).child(content).into_any()
}

/// The same, drawn when it is opened for the first time: what few open costs the others nothing. `is_opened` says whether it
/// was; who sets it has it drawn.
#[must_use]
pub fn opens_to(
    summary: impl Child,
    is_opened: RwSignal<bool>,
    content: impl Fn() -> AnyView + Send + 'static,
) -> Element {
    let drawn = reactive(move || if is_opened.get() { content() } else { nothing() });
    opening(is_opened, el("summary").child(summary), drawn)
}

#[inline(never)]
fn opening(is_opened: RwSignal<bool>, summary: Element, drawn: AnyView) -> Element {
    el("details").on("toggle", move |_| open(is_opened)).child(summary).child(drawn)
}

/// Has it drawn, if it is not yet: to say so twice would draw it twice.
pub fn open(is_opened: RwSignal<bool>) {
    if !is_opened.get_untracked() {
        is_opened.set(true);
    }
}
