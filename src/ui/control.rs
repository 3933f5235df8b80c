//! Buttons, links and fields, each of which cannot be made without its label.

use leptos::prelude::*;

use crate::browser::event;
use crate::ui::element::{Child, Element, Value, el};

/// A button that does something on this page.
pub fn button(words: impl Child, mut act: impl FnMut() + 'static) -> Element {
    el("button").attr("type", "button").on("click", move |_| act()).child(words)
}

/// A field that acts on Enter. Not a `form`: a sandboxed frame sends none.
pub fn on_enter(field: Element, mut act: impl FnMut() + 'static) -> Element {
    field.on("keydown", move |typed| {
        if event::press(&typed).is_some_and(|press| press.key == "Enter" && !press.is_command) {
            typed.prevent_default();
            act();
        }
    })
}

/// A link that looks like a button.
pub fn button_link(words: impl Child, href: impl Value) -> Element {
    link(words, href).class("button")
}

/// A link within the page.
pub fn link(words: impl Child, href: impl Value) -> Element {
    el("a").attr("href", href).child(words)
}

/// A labelled field of one line. `kind` is the input's type, `most` its longest text in characters.
pub fn field(
    label: impl Child,
    kind: &'static str,
    most: &'static str,
    value: impl Fn() -> String + Send + 'static,
    typed: impl FnMut(String) + 'static,
) -> Element {
    labelled(label, input(kind, most, value, typed))
}

/// An input of one line, to be [`labelled`].
#[must_use]
pub fn input(
    kind: &'static str,
    most: &'static str,
    value: impl Fn() -> String + Send + 'static,
    mut typed: impl FnMut(String) + 'static,
) -> Element {
    el("input")
        .attr("type", kind)
        .attr("maxlength", most)
        .attr("autocomplete", "off")
        .value(value)
        .on("input", move |event| typed(event::value(&event)))
}

/// Something to fill in, with its label.
pub fn labelled(label: impl Child, input: Element) -> Element {
    el("label").class("field").child(el("span").child(label)).child(input)
}

/// A box to tick, with its label.
pub fn tick(says: &'static str, state: RwSignal<bool>) -> Element {
    let input = el("input")
        .attr("type", "checkbox")
        .checked(move || state.get())
        .on("change", move |event| state.set(event::is_checked(&event)));
    el("label").class("choice").child(input).child(el("span").class("choice-text").child(says))
}

/// A row of buttons.
#[must_use]
pub fn actions() -> Element {
    el("div").class("actions")
}
