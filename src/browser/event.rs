//! What an event says, without its types.

use leptos::ev::Event;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent, UiEvent};

pub use super::types::Press;

/// The key of a keyboard event.
#[must_use]
pub fn press(event: &Event) -> Option<Press> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    Some(Press { key: event.key(), is_command: event.ctrl_key() || event.meta_key() || event.alt_key() })
}

/// Whether a click was made with a mouse, a finger or a pen, and not by a key.
#[must_use]
pub fn is_pointer(event: &Event) -> bool {
    event.dyn_ref::<UiEvent>().is_some_and(|event| event.detail() > 0)
}

/// Whether the checkbox is checked that the event comes from.
#[must_use]
pub fn is_checked(event: &Event) -> bool {
    let target = event.target();
    target.and_then(|target| target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::checked)).unwrap_or_default()
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
