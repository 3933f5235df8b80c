//! Whether a person had the time to see something before they press it.
//!
//! A page around this one can bring a button under a pointer that is about to press something else. The browser says when
//! the button came into view, also by what the page around this one does: scrolling, folding, showing the frame.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::clock;
use super::window;

/// How much of it has to be in view: all but what rounding takes away.
const NEARLY_ALL: f64 = 0.95;

/// Watches until it is dropped.
#[must_use]
pub struct ShownListener(#[allow(dead_code, reason = "held for its drop")] Option<Watch>);

struct Watch {
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(js_sys::Array)>,
}

/// Calls `on_event` with true once an element has been in view for so long without a break, and with false as soon as it is
/// not any more.
pub fn on_shown(element_id: &str, milliseconds: i32, on_event: impl Fn(bool) + 'static) -> ShownListener {
    ShownListener(watch(element_id, milliseconds, Rc::new(on_event)))
}

fn watch(element_id: &str, milliseconds: i32, on_event: Rc<dyn Fn(bool)>) -> Option<Watch> {
    let element = window()?.document()?.get_element_by_id(element_id)?;
    // Each time that it comes into view has a number of its own, so that only the last one counts.
    let time = Rc::new(Cell::new(0_u32));
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let Some(newest) = entries.pop().dyn_into::<IntersectionObserverEntry>().ok() else { return };
        let number = time.get().wrapping_add(1);
        time.set(number);
        if newest.intersection_ratio() < NEARLY_ALL {
            on_event(false);
            return;
        }
        let (time, on_event) = (Rc::clone(&time), Rc::clone(&on_event));
        clock::after(milliseconds, move || {
            if time.get() == number {
                on_event(true);
            }
        });
    });
    let options = IntersectionObserverInit::new();
    options.set_threshold(&js_sys::Array::of1(&NEARLY_ALL.into()));
    let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
    observer.observe(&element);
    Some(Watch { observer, _seen: seen })
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
