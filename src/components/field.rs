//! Fields with labels. The children of a field are its label.

use std::ops::RangeInclusive;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use mlops_core::words::pages as say;

use crate::browser::keyboard::KeyPress;
use crate::components::LiveText;

/// Writes the text of a field into a signal.
#[must_use]
pub fn set_text(signal: RwSignal<String>) -> Callback<String> {
    Callback::new(move |typed| signal.set(typed))
}

/// A field of one line.
#[component]
pub fn TextField(
    /// The text of the field.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the text after every change.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called on Enter. This is not a `form`, because a sandboxed frame cannot submit one.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
    /// The `type` attribute.
    #[prop(default = "text")]
    kind: &'static str,
    /// The most characters that can be typed.
    #[prop(default = 120)]
    max_length: u32,
    /// The latest day of a date field.
    #[prop(optional, into)]
    max: Option<String>,
    #[prop(optional)] placeholder: Option<&'static str>,
    #[prop(optional, into)] id: Option<String>,
    children: Children,
) -> impl IntoView {
    let keydown = move |event: KeyboardEvent| {
        if let Some(on_enter) = on_enter.filter(|_| KeyPress::of(&event).is_some_and(|press| is_enter(&press))) {
            event.prevent_default();
            on_enter.run(());
        }
    };
    view! {
        <label class="field">
            <span>{children()}</span>
            <input
                type=kind
                id=id
                maxlength=max_length.to_string()
                max=max
                placeholder=placeholder
                autocomplete="off"
                prop:value=value
                on:input:target=move |event| on_input.run(event.target().value())
                on:keydown=keydown
            />
        </label>
    }
}

/// Whether a key press is Enter alone, not repeated and not the end of a composition by an input method.
fn is_enter(press: &KeyPress) -> bool {
    press.key == "Enter" && !press.is_repeat && !press.is_composing && !press.is_command
}

/// A field of several lines.
#[component]
pub fn TextArea(
    /// The text of the field.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the text after every change.
    #[prop(into)]
    on_input: Callback<String>,
    /// The most characters that can be typed.
    #[prop(default = 4000)]
    max_length: u32,
    #[prop(optional, into)] id: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <label class="field">
            <span>{children()}</span>
            <textarea
                id=id
                rows="2"
                maxlength=max_length.to_string()
                prop:value=value
                on:input:target=move |event| on_input.run(event.target().value())
            ></textarea>
        </label>
    }
}

/// A field for a whole number.
///
/// It is a text field, so the mouse wheel changes nothing by accident. "2.5" can be read and refused, where
/// `type="number"` would hide it or keep part of it. For anything but a number in the range it shows an error and
/// reports nothing.
#[component]
pub fn NumberField(
    /// The number at first. It never overwrites what was typed.
    value: Option<u32>,
    /// The numbers that are accepted.
    range: RangeInclusive<u32>,
    /// Whether the field may be empty.
    #[prop(optional)]
    optional: bool,
    /// Called with every valid number, and with `None` when an optional field is emptied.
    #[prop(into)]
    on_change: Callback<Option<u32>>,
    /// The id of the input, unique on the page: the id of the error message begins with it.
    #[prop(into)]
    id: String,
    children: Children,
) -> impl IntoView {
    let is_invalid = RwSignal::new(false);
    let (least, most) = (*range.start(), *range.end());
    let read = move |typed: String| {
        let typed = typed.trim();
        let number = typed.parse().ok().filter(|number| range.contains(number));
        let is_valid = number.is_some() || (optional && typed.is_empty());
        is_invalid.set(!is_valid);
        if is_valid {
            on_change.run(number);
        }
    };
    let error_id = format!("{id}-error");
    let error = move || if is_invalid.get() { say::whole_number(least, most) } else { String::new() };
    view! {
        <div class="number-field">
            <label class="field">
                <span>{children()}</span>
                <input
                    type="text"
                    inputmode="numeric"
                    id=id
                    maxlength="9"
                    autocomplete="off"
                    value=value.map(|value| value.to_string())
                    aria-describedby=error_id.clone()
                    aria-invalid=move || is_invalid.get().then_some("true")
                    on:input:target=move |event| read(event.target().value())
                />
            </label>
            <p class="quiet" role="status" id=error_id>
                <LiveText text=Signal::derive(error)/>
            </p>
        </div>
    }
}

/// A checkbox with its label.
#[component]
pub fn Checkbox(
    #[prop(into)] checked: Signal<bool>,
    /// Called with the new state.
    #[prop(into)]
    on_change: Callback<bool>,
    #[prop(default = "choice")] class: &'static str,
    #[prop(optional, into)] id: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <label class=class>
            <input
                type="checkbox"
                id=id
                prop:checked=checked
                on:change:target=move |event| on_change.run(event.target().checked())
            />
            <span class="choice-text">{children()}</span>
        </label>
    }
}
