//! An event listener that is removed when it is dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Listens until it is dropped.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    call: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens on a target for events of this name.
    pub fn new(target: &EventTarget, name: &'static str, on_event: impl FnMut(Event) + 'static) -> Self {
        Self::boxed(target, name, Box::new(on_event))
    }

    /// The same without a type parameter, so that its code is compiled once.
    #[inline(never)]
    pub fn boxed(target: &EventTarget, name: &'static str, on_event: Box<dyn FnMut(Event)>) -> Self {
        let call = Closure::wrap(on_event);
        target.add_event_listener_with_callback(name, call.as_ref().unchecked_ref()).ok();
        Self { target: target.clone(), name, call }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.target.remove_event_listener_with_callback(self.name, self.call.as_ref().unchecked_ref()).ok();
    }
}
