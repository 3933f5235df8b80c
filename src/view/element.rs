//! Elements with erased types: written like Leptos's own builder, compiled once instead of once per shape.
//!
//! # Why not `view!`
//!
//! Leptos gives every distinct piece of markup a type of its own, with code of its own to build, change and remove it.
//! For pages that are mostly text this was two thirds of the download: 251 kB of brotli against 120 kB allowed. Here
//! every element is the same type, and what differs is data.

use std::borrow::Cow;

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::{custom, inner_html};
use leptos::tachys::html::event::{Custom, on};
use leptos::tachys::html::property::prop;

/// Text that is known when the page is written, or made when it is drawn.
pub type Text = Cow<'static, str>;

/// An element being written.
pub struct Element {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element with this tag.
#[must_use]
pub const fn el(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new() }
}

/// Something that can stand inside an element.
pub trait Child {
    /// Adds it to the children.
    fn add_to(self, children: &mut Vec<AnyView>);
}

impl Child for AnyView {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl Child for Element {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.draw());
    }
}

impl Child for Text {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.into_any());
    }
}

impl Child for &'static str {
    fn add_to(self, children: &mut Vec<AnyView>) {
        Text::Borrowed(self).add_to(children);
    }
}

impl Child for String {
    fn add_to(self, children: &mut Vec<AnyView>) {
        Text::Owned(self).add_to(children);
    }
}

impl<C: Child> Child for Option<C> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        if let Some(child) = self {
            child.add_to(children);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        for child in self {
            child.add_to(children);
        }
    }
}

impl Element {
    /// An attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Into<Text>) -> Self {
        self.attributes.push(text_attribute(name, value.into()));
        self
    }

    /// Its classes.
    #[must_use]
    pub fn class(self, value: impl Into<Text>) -> Self {
        self.attr("class", value)
    }

    /// Its id.
    #[must_use]
    pub fn id(self, value: impl Into<Text>) -> Self {
        self.attr("id", value)
    }

    /// An attribute that is there or not.
    #[must_use]
    pub fn flag(self, name: &'static str, is_set: bool) -> Self {
        if is_set { self.attr(name, "") } else { self }
    }

    /// An attribute that follows what it reads; none takes it away.
    #[must_use]
    pub fn live_attr(mut self, name: &'static str, value: impl Fn() -> Option<Text> + Send + 'static) -> Self {
        self.attributes.push(live_attribute(name, Box::new(value)));
        self
    }

    /// An attribute that is there while something holds.
    #[must_use]
    pub fn live_flag(self, name: &'static str, holds: impl Fn() -> bool + Send + 'static) -> Self {
        self.live_attr(name, move || holds().then_some(Text::Borrowed("")))
    }

    /// Whether a radio or checkbox is checked: the attribute for those who read the markup, the property for the rest.
    #[must_use]
    pub fn checked(mut self, is_checked: impl Fn() -> bool + Clone + Send + 'static) -> Self {
        let attribute = is_checked.clone();
        self = self.live_flag("checked", attribute);
        self.attributes.push(live_property("checked", Box::new(move || Property::Flag(is_checked()))));
        self
    }

    /// What a text field holds.
    #[must_use]
    pub fn value(mut self, value: impl Fn() -> String + Clone + Send + 'static) -> Self {
        let attribute = value.clone();
        self = self.live_attr("value", move || Some(attribute().into()));
        self.attributes.push(live_property("value", Box::new(move || Property::Text(value()))));
        self
    }

    /// Markup inside, to the letter. Whoever writes it escapes it.
    #[must_use]
    pub fn html(mut self, markup: String) -> Self {
        self.attributes.push(inner_html(markup).into_any_attr());
        self
    }

    /// Calls back on an event.
    #[must_use]
    pub fn on(mut self, event: &'static str, heard: impl FnMut(leptos::web_sys::Event) + 'static) -> Self {
        self.attributes.push(listener(event, Box::new(heard)));
        self
    }

    /// Puts something inside.
    #[must_use]
    pub fn child(mut self, child: impl Child) -> Self {
        child.add_to(&mut self.children);
        self
    }

    /// Puts something inside that follows what it reads.
    #[must_use]
    pub fn live(self, view: impl Fn() -> AnyView + Send + 'static) -> Self {
        self.child(live(view))
    }

    /// Puts text inside that follows what it reads.
    #[must_use]
    pub fn live_text(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.child(live_text(text))
    }

    /// The finished view.
    #[must_use]
    pub fn draw(self) -> AnyView {
        let Self { tag, attributes, children } = self;
        custom(tag).add_any_attr(attributes).child(children).into_any()
    }
}

impl From<Element> for AnyView {
    fn from(element: Element) -> Self {
        element.draw()
    }
}

/// Several things without an element around them.
#[must_use]
pub fn group() -> Group {
    Group(Vec::new())
}

/// Several things being written side by side.
pub struct Group(Vec<AnyView>);

impl Group {
    /// Adds one.
    #[must_use]
    pub fn child(mut self, child: impl Child) -> Self {
        child.add_to(&mut self.0);
        self
    }

    /// The finished view.
    #[must_use]
    pub fn draw(self) -> AnyView {
        self.0.into_any()
    }
}

/// A view that follows what it reads.
#[must_use]
pub fn live(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    live_boxed(Box::new(view))
}

/// Text that follows what it reads.
#[must_use]
pub fn live_text(text: impl Fn() -> String + Send + 'static) -> AnyView {
    live_text_boxed(Box::new(text))
}

/// Nothing.
#[must_use]
pub fn nothing() -> AnyView {
    group().draw()
}

type Live<T> = Box<dyn Fn() -> T + Send>;

enum Property {
    Flag(bool),
    Text(String),
}

fn live_boxed(view: Live<AnyView>) -> AnyView {
    (move || view()).into_any()
}

fn live_text_boxed(text: Live<String>) -> AnyView {
    (move || text()).into_any()
}

fn text_attribute(name: &'static str, value: Text) -> AnyAttribute {
    custom_attribute(name, value).into_any_attr()
}

fn live_attribute(name: &'static str, value: Live<Option<Text>>) -> AnyAttribute {
    custom_attribute(name, move || value()).into_any_attr()
}

fn live_property(name: &'static str, value: Live<Property>) -> AnyAttribute {
    let value = move || match value() {
        Property::Flag(flag) => leptos::wasm_bindgen::JsValue::from_bool(flag),
        Property::Text(text) => leptos::wasm_bindgen::JsValue::from_str(&text),
    };
    prop(name, value).into_any_attr()
}

fn listener(name: &'static str, heard: Box<dyn FnMut(leptos::web_sys::Event)>) -> AnyAttribute {
    on(Custom::<leptos::web_sys::Event>::new(name), heard).into_any_attr()
}
