//! Elements with erased types: written like Leptos's own builder, compiled once instead of once per shape.
//!
//! # Why not `view!`
//!
//! Leptos gives every distinct piece of markup a type of its own, with code of its own to build, change and remove it: with
//! erased components 12 kB more for the first page and about 35 for all. Here every element is the same type, and what differs is
//! data. `docs/views.md` puts both side by side.

use std::borrow::Cow;

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::event::{Custom, on};
use leptos::tachys::html::property::prop;
use leptos::wasm_bindgen::JsValue;

use crate::ui::node::Node;
use mlops_core::words::LANGUAGE;

/// Text that is known when the page is written, or made when it is drawn.
pub type Text = Cow<'static, str>;

/// An element being written. One pointer wide: a page hands it on a thousand times.
pub struct Element(Box<Node>);

/// An element of HTML with this tag.
#[must_use]
#[inline(never)]
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Node { tag, is_svg: false, attributes: Vec::new(), children: Vec::new() }))
}

/// An element of SVG with this tag.
#[must_use]
#[inline(never)]
pub fn svg(tag: &'static str) -> Element {
    Element(Box::new(Node { tag, is_svg: true, attributes: Vec::new(), children: Vec::new() }))
}

/// What somebody wrote who is not us: whatever its direction, it changes nothing of the line it stands in.
#[must_use]
pub fn theirs(text: impl Child) -> Element {
    el("bdi").child(text)
}

/// Something that can stand inside an element.
///
/// Every implementation is kept out of line: what differs from place to place should be arguments, not code.
pub trait Child {
    /// Adds it to the children.
    fn add_to(self, children: &mut Vec<AnyView>);
}

impl Child for AnyView {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl Child for Element {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.into_any());
    }
}

impl Child for Group {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.extend(self.0);
    }
}

impl Child for &'static str {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(Text::Borrowed(self).into_any());
    }
}

impl Child for String {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(Text::Owned(self).into_any());
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
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        for child in self {
            child.add_to(children);
        }
    }
}

/// Something that can be the value of an attribute.
pub trait Value {
    /// Adds the attribute.
    fn add_to(self, element: Element, name: &'static str) -> Element;
}

impl Value for &'static str {
    #[inline(never)]
    fn add_to(self, mut element: Element, name: &'static str) -> Element {
        element.0.attributes.push(text_attribute(name, Text::Borrowed(self)));
        element
    }
}

impl Value for String {
    #[inline(never)]
    fn add_to(self, mut element: Element, name: &'static str) -> Element {
        element.0.attributes.push(text_attribute(name, Text::Owned(self)));
        element
    }
}

impl Element {
    /// An attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl Value) -> Self {
        value.add_to(self, name)
    }

    /// Its classes.
    #[must_use]
    pub fn class(self, value: impl Value) -> Self {
        value.add_to(self, "class")
    }

    /// Its id.
    #[must_use]
    pub fn id(self, value: impl Value) -> Self {
        value.add_to(self, "id")
    }

    /// Its texts are a questionnaire's own, in this language: said where it is another one than the page's.
    #[must_use]
    pub fn lang(self, language: &str) -> Self {
        if language == LANGUAGE { self } else { self.attr("lang", language.to_owned()) }
    }

    /// An attribute that is there or not.
    #[must_use]
    pub fn flag(self, name: &'static str, is_set: bool) -> Self {
        if is_set { self.attr(name, "") } else { self }
    }

    /// A property that holds while something does: `hidden`, `disabled`, `open`, `checked`.
    #[must_use]
    pub fn reactive_flag(self, name: &'static str, holds: impl Fn() -> bool + Send + 'static) -> Self {
        self.with(reactive_property(name, Box::new(move || JsValue::from_bool(holds()))))
    }

    /// Whether a radio or checkbox is checked.
    #[must_use]
    pub fn checked(self, is_checked: impl Fn() -> bool + Send + 'static) -> Self {
        self.reactive_flag("checked", is_checked)
    }

    /// What a field or a bar holds.
    #[must_use]
    pub fn value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.prop("value", value)
    }

    /// A property that follows what it reads, such as where a link leads.
    #[must_use]
    pub fn prop(self, name: &'static str, value: impl Fn() -> String + Send + 'static) -> Self {
        self.with(reactive_property(name, Box::new(move || JsValue::from_str(&value()))))
    }

    /// Calls back on an event.
    #[must_use]
    pub fn on(self, event: &'static str, on_event: impl FnMut(leptos::web_sys::Event) + 'static) -> Self {
        self.with(listener(event, Box::new(on_event)))
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// Puts something inside.
    #[must_use]
    pub fn child(mut self, child: impl Child) -> Self {
        child.add_to(&mut self.0.children);
        self
    }

    /// Puts something inside that follows what it reads.
    #[must_use]
    pub fn reactive(self, view: impl Fn() -> AnyView + Send + 'static) -> Self {
        self.child(reactive(view))
    }

    /// Puts text inside that follows what it reads.
    #[must_use]
    pub fn reactive_text(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.child(reactive_text(text))
    }

    /// The finished view.
    #[must_use]
    #[inline(never)]
    pub fn into_any(self) -> AnyView {
        (*self.0).into_any()
    }

    pub(super) fn into_node(self) -> Node {
        *self.0
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
    #[inline(never)]
    pub fn into_any(self) -> AnyView {
        self.0.into_any()
    }
}

/// A view that follows what it reads.
#[must_use]
pub fn reactive(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    reactive_boxed(Box::new(view))
}

/// Text that follows what it reads.
#[must_use]
pub fn reactive_text(text: impl Fn() -> String + Send + 'static) -> AnyView {
    reactive_text_boxed(Box::new(text))
}

/// Nothing.
#[must_use]
pub fn nothing() -> AnyView {
    group().into_any()
}

type Reactive<T> = Box<dyn Fn() -> T + Send>;

#[inline(never)]
fn reactive_boxed(view: Reactive<AnyView>) -> AnyView {
    (move || view()).into_any()
}

#[inline(never)]
fn reactive_text_boxed(text: Reactive<String>) -> AnyView {
    (move || text()).into_any()
}

fn text_attribute(name: &'static str, value: Text) -> AnyAttribute {
    custom_attribute(name, value).into_any_attr()
}

/// What changes is a property and never an attribute: one kind of effect serves all of it.
#[inline(never)]
fn reactive_property(name: &'static str, value: Reactive<JsValue>) -> AnyAttribute {
    prop(name, value).into_any_attr()
}

#[inline(never)]
fn listener(name: &'static str, on_event: Box<dyn FnMut(leptos::web_sys::Event)>) -> AnyAttribute {
    on(Custom::<leptos::web_sys::Event>::new(name), on_event).into_any_attr()
}
