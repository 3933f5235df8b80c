//! What an event says, without its types.

use leptos::ev::Event;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};

/// A key that was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Press {
    /// What it types or is called, such as `1` or `ArrowDown`.
    pub key: String,
    /// Whether Control, Alt or the system key was held.
    pub is_command: bool,
}

/// The key of a keyboard event.
#[must_use]
pub fn press(event: &Event) -> Option<Press> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    Some(Press { key: event.key(), is_command: event.ctrl_key() || event.meta_key() || event.alt_key() })
}

/// What the field holds that the event comes from.
#[must_use]
pub fn value(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(field) = target.dyn_ref::<HtmlInputElement>() {
        field.value()
    } else if let Some(field) = target.dyn_ref::<HtmlTextAreaElement>() {
        field.value()
    } else {
        target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default()
    }
}
