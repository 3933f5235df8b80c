//! What is set on an element, and what brings it to life.

use std::borrow::Cow;

use leptos::reactive::effect::RenderEffect;
use leptos::reactive::send_wrapper_ext::SendOption;
use leptos::tachys::renderer::{Rndr, types};
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Event;

use crate::browser::listener::Listener;

/// Text that is known when the page is written, or made when it is drawn.
pub type Text = Cow<'static, str>;

/// What follows what it reads.
pub type Reactive<T> = Box<dyn Fn() -> T + Send>;

/// What is called on an event. It never leaves the browser's one thread.
pub type OnEvent = SendOption<Box<dyn FnMut(Event)>>;

/// Something set on an element.
pub enum Attribute {
    /// An attribute that stays.
    Fixed(&'static str, Text),
    /// A property that follows what it reads. What changes is a property and never an attribute: one kind of effect serves it.
    Property(&'static str, Reactive<JsValue>),
    /// What is called on an event.
    Listener(&'static str, OnEvent),
}

/// What keeps something set on an element alive: as long as it is kept, it works.
#[allow(dead_code, reason = "held for its drop")]
pub enum Living {
    /// What follows what it reads.
    Effect(RenderEffect<JsValue>),
    /// What is called on an event.
    Listener(Listener),
}

impl Attribute {
    /// Sets what stays.
    pub fn set(&self, element: &types::Element) {
        if let Self::Fixed(name, value) = self {
            Rndr::set_attribute(element, name, value);
        }
    }

    /// Brings to life what follows or listens.
    pub fn enliven(self, element: &types::Element) -> Option<Living> {
        Some(match self {
            Self::Fixed(..) => return None,
            Self::Property(name, value) => Living::Effect(follow(element, name, value)),
            Self::Listener(name, on_event) => Living::Listener(Listener::boxed(element, name, on_event.take()?)),
        })
    }
}

fn follow(element: &types::Element, name: &'static str, value: Reactive<JsValue>) -> RenderEffect<JsValue> {
    let element = element.clone();
    RenderEffect::new(move |before: Option<JsValue>| {
        let now = value();
        if before.as_ref() != Some(&now) {
            Rndr::set_property(&element, name, &now);
        }
        now
    })
}
