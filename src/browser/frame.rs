//! The page that embeds this one, if any: messages to and from it, and the height of the frame.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, JSON, Object};
use leptos::ev;
use leptos::prelude::{on_cleanup, window_event_listener};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, ResizeObserver, Window};

use super::window;

/// The longest message that is read, in bytes of its JSON.
const MAX_MESSAGE_BYTES: usize = 64 * 1024;

/// Why a message could not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameError {
    /// No page embeds this one.
    NotEmbedded,
    NotJson,
    /// The target is not an origin such as `https://wiki.example`.
    BadOrigin,
}

/// A message from another window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The origin of the sender, such as `https://wiki.example`; `null` for a sandboxed frame or a file.
    pub origin: String,
    /// Whether the embedding page sent it. Always `false` without an embedding page.
    pub from_parent: bool,
    /// The data as JSON, at most 64 KiB; `None` if the data is not an object.
    pub json: Option<String>,
}

fn parent() -> Option<Window> {
    let own = window()?;
    // The outermost window is its own parent.
    own.parent().ok().flatten().filter(|parent| *parent != own)
}

/// Whether another page embeds this one.
#[must_use]
pub fn is_framed() -> bool {
    parent().is_some()
}

/// Sends JSON, as an object, to the embedding page if it is of the target origin (`*`: any).
///
/// # Errors
///
/// See [`FrameError`]. An embedding page of another origin is no error: the browser drops the message silently.
pub fn post(json: &str, target_origin: &str) -> Result<(), FrameError> {
    let parent = parent().ok_or(FrameError::NotEmbedded)?;
    let data = JSON::parse(json).map_err(|_| FrameError::NotJson)?;
    parent.post_message(&data, target_origin).map_err(|_| FrameError::BadOrigin)
}

/// Calls `on_event` for every message that any window sends to this one, until the current owner is cleaned up. Check
/// the origin of a message before using it.
pub fn on_message(on_event: impl Fn(Message) + 'static) {
    if window().is_none() {
        return;
    }
    let listener = window_event_listener(ev::message, move |event| on_event(message(&event)));
    on_cleanup(move || listener.remove());
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
    // The length in UTF-16 is never more than the length in UTF-8: a message far too long is rejected without being
    // copied.
    if json.length() as usize > MAX_MESSAGE_BYTES {
        return None;
    }
    Some(String::from(json)).filter(|json| json.len() <= MAX_MESSAGE_BYTES)
}

/// Observes the height of an element until it is dropped.
pub struct HeightObserver {
    observer: ResizeObserver,
    /// The id of the requested animation frame, if any.
    frame: Rc<Cell<Option<i32>>>,
    _resized: Closure<dyn FnMut()>,
    _drawn: Closure<dyn FnMut()>,
}

/// Calls `on_event` with the height of an element, in CSS pixels rounded up: at first and after every change, at most
/// once per frame. `None` if there is no such element.
///
/// The element has to be as high as its content. The document itself is at least as high as its frame, so its height
/// would never shrink.
#[must_use]
pub fn on_height(element_id: &str, on_event: impl Fn(u32) + 'static) -> Option<HeightObserver> {
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
    Some(HeightObserver { observer, frame, _resized: resized, _drawn: drawn })
}

impl Drop for HeightObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
        if let Some((window, frame)) = window().zip(self.frame.get()) {
            window.cancel_animation_frame(frame).ok();
        }
    }
}
