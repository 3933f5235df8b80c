//! The page around this one, if there is one: messages to it and from it, and the height it should give.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, JSON, Object};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, ResizeObserver, Window};

use super::listener::Listener;
pub use super::types::{FrameError, Message};
use super::window;

/// The longest message that is read, in bytes of its JSON.
const MAX_MESSAGE_BYTES: usize = 64 * 1024;

/// The window around this one.
fn parent() -> Option<Window> {
    let own = window()?;
    // The outermost window is its own parent.
    own.parent().ok().flatten().filter(|parent| *parent != own)
}

/// Whether this page is inside another one.
#[must_use]
pub fn is_framed() -> bool {
    parent().is_some()
}

/// Sends JSON, as an object, to the page around this one, if that is of the origin it is meant for (`*`: any).
///
/// # Errors
///
/// There is no page around this one, this is not JSON, or that is no origin. A page of another origin is no error: the
/// browser tells nobody.
pub fn post(json: &str, target_origin: &str) -> Result<(), FrameError> {
    let parent = parent().ok_or(FrameError::Unframed)?;
    let data = JSON::parse(json).map_err(|_| FrameError::NotJson)?;
    parent.post_message(&data, target_origin).map_err(|_| FrameError::BadOrigin)
}

/// Listens to messages until it is dropped.
#[must_use]
pub struct MessageListener(#[allow(dead_code, reason = "held for its drop")] Option<Listener>);

/// Calls `on_event` for every message that any window sends here. Nothing in it is to be believed before its origin is.
pub fn on_message(on_event: impl Fn(Message) + 'static) -> MessageListener {
    MessageListener(window().map(|window| {
        Listener::new(&window, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                on_event(message(event));
            }
        })
    }))
}

fn message(event: &MessageEvent) -> Message {
    let parent: Option<Object> = parent().map(JsCast::unchecked_into);
    let data = event.data();
    Message {
        origin: event.origin(),
        from_parent: parent.is_some() && event.source() == parent,
        json: if data.is_object() { bounded_json(&data) } else { None },
    }
}

fn bounded_json(data: &JsValue) -> Option<String> {
    let json = JSON::stringify(data).ok().filter(|json| json.is_string())?;
    // Its length in UTF-16 is at most that in UTF-8: what is far too long is not copied first.
    if json.length() as usize > MAX_MESSAGE_BYTES {
        return None;
    }
    Some(String::from(json)).filter(|json| json.len() <= MAX_MESSAGE_BYTES)
}

/// Watches a height until it is dropped.
#[must_use]
pub struct HeightListener(#[allow(dead_code, reason = "held for its drop")] Option<Watch>);

struct Watch {
    observer: ResizeObserver,
    /// The frame that is asked for, if one is.
    frame: Rc<Cell<Option<i32>>>,
    _resized: Closure<dyn FnMut()>,
    _drawn: Closure<dyn FnMut()>,
}

/// Calls `on_event` with the height of an element, in CSS pixels rounded up: at first, and whenever it is another one, at
/// most once a frame.
///
/// The element has to be one that is as high as what it holds. The document itself is at least as high as its frame, and
/// so would never shrink again.
pub fn on_height(element_id: &str, on_event: impl Fn(u32) + 'static) -> HeightListener {
    HeightListener(watch(element_id, on_event))
}

fn watch(element_id: &str, on_event: impl Fn(u32) + 'static) -> Option<Watch> {
    let window = window()?;
    let element = window.document()?.get_element_by_id(element_id)?;
    let frame = Rc::new(Cell::new(None));
    let drawn = {
        let (element, frame) = (element.clone(), Rc::clone(&frame));
        let last = Cell::new(None);
        Closure::<dyn FnMut()>::new(move || {
            frame.set(None);
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` ends at 0 and u32::MAX")]
            let height = element.get_bounding_client_rect().height().ceil() as u32;
            if last.replace(Some(height)) != Some(height) {
                on_event(height);
            }
        })
    };
    let resized = {
        let (frame, drawn) = (Rc::clone(&frame), drawn.as_ref().unchecked_ref::<Function>().clone());
        Closure::<dyn FnMut()>::new(move || {
            if frame.get().is_none() {
                frame.set(window.request_animation_frame(&drawn).ok());
            }
        })
    };
    let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
    observer.observe(&element);
    Some(Watch { observer, frame, _resized: resized, _drawn: drawn })
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
        if let Some((window, frame)) = window().zip(self.frame.get()) {
            window.cancel_animation_frame(frame).ok();
        }
    }
}
