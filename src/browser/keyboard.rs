//! Keyboard events without the browser's types.

use leptos::ev::Event;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPress {
    /// The character or name of the key, such as `1` or `ArrowDown`.
    pub key: String,
    /// Whether Control, Alt or the system key is held: such keys are commands of the browser or the system.
    pub is_command: bool,
    /// Whether the key is held down and the event is a repetition.
    pub is_repeat: bool,
    /// Whether an input method is composing text, so that the key belongs to it.
    pub is_composing: bool,
}

impl KeyPress {
    /// `None` if this is no keyboard event: password managers send `keydown` events of another type.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        let event = event.dyn_ref::<KeyboardEvent>()?;
        let is_command = event.ctrl_key() || event.meta_key() || event.alt_key();
        Some(Self { key: event.key(), is_command, is_repeat: event.repeat(), is_composing: event.is_composing() })
    }
}
