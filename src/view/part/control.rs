//! Buttons, links and fields, each of which cannot be made without its label.

use crate::browser::event;
use crate::view::element::{Element, Text, el};

/// A button that does something on this page.
pub fn button(words: impl Into<Text>, mut act: impl FnMut() + 'static) -> Element {
    el("button").attr("type", "button").on("click", move |_| act()).child(words.into())
}

/// A link that looks like a button.
pub fn button_link(words: impl Into<Text>, href: impl Into<Text>) -> Element {
    link(words, href).class("button")
}

/// A link within the page.
pub fn link(words: impl Into<Text>, href: impl Into<Text>) -> Element {
    el("a").attr("href", href).child(words.into())
}

/// A labelled field of one line. `kind` is the input's type, `most` its longest text in characters.
pub fn field(
    label: impl Into<Text>,
    kind: &'static str,
    most: &'static str,
    value: impl Fn() -> String + Clone + Send + 'static,
    mut typed: impl FnMut(String) + 'static,
) -> Element {
    let input = el("input")
        .attr("type", kind)
        .attr("maxlength", most)
        .attr("autocomplete", "off")
        .value(value)
        .on("input", move |event| typed(event::value(&event)));
    el("label").class("field").child(el("span").child(label.into())).child(input)
}

/// A row of buttons.
#[must_use]
pub fn actions() -> Element {
    el("p").class("actions")
}
