//! Whether an element was visible long enough for a person to see it before they press it.
//!
//! An embedding page can move a button under a pointer that is about to press something else. The browser reports
//! when an element becomes visible, also if the embedding page causes that by scrolling or by showing the frame.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::set_timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::window;

/// The visible part of an element that counts as all of it: rounding may cut off a little.
const NEARLY_ALL: f64 = 0.95;

/// Observes the visibility of an element until it is dropped.
pub struct VisibilityObserver {
    observer: IntersectionObserver,
    _callback: Closure<dyn FnMut(js_sys::Array)>,
}

/// Calls `on_event` with `true` once an element has been visible for this long without interruption, and with `false`
/// as soon as it is hidden. `None` if there is no such element.
#[must_use]
pub fn on_visible(
    element_id: &str,
    duration: Duration,
    on_event: impl Fn(bool) + 'static,
) -> Option<VisibilityObserver> {
    let element = window()?.document()?.get_element_by_id(element_id)?;
    let on_event = Rc::new(on_event);
    // Each change has a number, so that only the timer of the last change counts.
    let changes = Rc::new(Cell::new(0_u32));
    let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let Some(newest) = entries.pop().dyn_into::<IntersectionObserverEntry>().ok() else { return };
        let number = changes.get().wrapping_add(1);
        changes.set(number);
        if newest.intersection_ratio() < NEARLY_ALL {
            on_event(false);
            return;
        }
        let (changes, on_event) = (Rc::clone(&changes), Rc::clone(&on_event));
        let announce = move || {
            if changes.get() == number {
                on_event(true);
            }
        };
        set_timeout(announce, duration);
    });
    let options = IntersectionObserverInit::new();
    options.set_threshold(&js_sys::Array::of1(&NEARLY_ALL.into()));
    let observer = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok()?;
    observer.observe(&element);
    Some(VisibilityObserver { observer, _callback: callback })
}

impl Drop for VisibilityObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
