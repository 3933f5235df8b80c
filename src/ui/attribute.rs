//! What is set on an element, and what brings it to life.

use std::borrow::Cow;

use leptos::reactive::effect::RenderEffect;
use leptos::reactive::send_wrapper_ext::SendOption;
use leptos::tachys::renderer::{Rndr, types};
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Event;

use crate::browser::listener::Listener;
use crate::browser::{field, standing};

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
    /// Which of the radios inside is chosen, by its place; follows what it reads.
    Chosen(Reactive<Option<u32>>),
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

    /// Brings to life what follows or listens. `is_standing` says that somebody may have used the element already.
    pub fn enliven(self, element: &types::Element, is_standing: bool) -> Option<Living> {
        Some(match self {
            Self::Fixed(..) => return None,
            Self::Property(name, value) => Living::Effect(follow(element, name, value, is_standing)),
            Self::Chosen(value) => Living::Effect(follow_choice(element, value)),
            Self::Listener(name, on_event) => {
                let mut on_event = on_event.take()?;
                // What is done while the page is taken over is told to the program when all of it is.
                let on_event = Box::new(move |event| {
                    if !standing::is_under_way() {
                        on_event(event);
                    }
                });
                Living::Listener(Listener::boxed(element, name, on_event))
            }
        })
    }

    /// Whether it is nothing but what stands in the document for everybody.
    pub fn is_fixed(&self) -> bool {
        // Where a link leads may be of the assessment that is open, which the document cannot know.
        matches!(self, Self::Fixed(name, _) if *name != "href")
    }
}

fn follow(
    element: &types::Element,
    name: &'static str,
    value: Reactive<JsValue>,
    is_standing: bool,
) -> RenderEffect<JsValue> {
    let element = element.clone();
    RenderEffect::new(move |before: Option<JsValue>| {
        let now = value();
        let is_kept = match &before {
            Some(before) => *before == now,
            None => is_standing && field::is_used(&element, name),
        };
        if !is_kept {
            Rndr::set_property(&element, name, &now);
        }
        now
    })
}

fn follow_choice(element: &types::Element, chosen: Reactive<Option<u32>>) -> RenderEffect<JsValue> {
    let element = element.clone();
    let mut before = None;
    RenderEffect::new(move |_| {
        let now = chosen();
        if let Some(changed) = now.or(before).filter(|_| now != before) {
            field::choose(&element, changed, now.is_some());
        }
        before = now;
        JsValue::UNDEFINED
    })
}
