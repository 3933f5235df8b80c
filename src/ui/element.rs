//! Elements with erased types: written like Leptos's own builder, compiled once instead of once per shape.
//!
//! # Why not `view!`
//!
//! Leptos gives every distinct piece of markup a type of its own, with code of its own to build, change and remove it: with
//! erased components 12 kB more for the first page and about 35 for all. Here every element is the same type, and what differs is
//! data. `docs/views.md` puts both side by side.

use leptos::prelude::*;
use leptos::reactive::send_wrapper_ext::SendOption;
use leptos::wasm_bindgen::JsValue;

use crate::ui::attribute::{Attribute, Reactive, Text};
use crate::ui::node::{Inner, Node};
use crate::ui::several::{Several, Words};
use mlops_core::words::LANGUAGE;

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
    fn add_to(self, children: &mut Vec<Inner>);
}

impl Child for AnyView {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<Inner>) {
        children.push(Inner::View(self));
    }
}

impl Child for Element {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<Inner>) {
        children.push(Inner::Node(self.0));
    }
}

impl Child for Group {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<Inner>) {
        children.extend(self.0);
    }
}

impl Child for &'static str {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<Inner>) {
        children.push(Inner::Text(Text::Borrowed(self)));
    }
}

impl Child for String {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<Inner>) {
        children.push(Inner::Text(Text::Owned(self)));
    }
}

impl<C: Child> Child for Option<C> {
    fn add_to(self, children: &mut Vec<Inner>) {
        if let Some(child) = self {
            child.add_to(children);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<Inner>) {
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
        element.0.attributes.push(Attribute::Fixed(name, Text::Borrowed(self)));
        element
    }
}

impl Value for String {
    #[inline(never)]
    fn add_to(self, mut element: Element, name: &'static str) -> Element {
        element.0.attributes.push(Attribute::Fixed(name, Text::Owned(self)));
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
        self.with(Attribute::Property(name, Box::new(move || JsValue::from_bool(holds()))))
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
        self.with(Attribute::Property(name, Box::new(move || JsValue::from_str(&value()))))
    }

    /// Calls back on an event.
    #[must_use]
    pub fn on(self, event: &'static str, on_event: impl FnMut(leptos::web_sys::Event) + 'static) -> Self {
        self.with(Attribute::Listener(event, SendOption::new_local(Some(Box::new(on_event)))))
    }

    #[inline(never)]
    fn with(mut self, attribute: Attribute) -> Self {
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
pub struct Group(Vec<Inner>);

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
        Several(self.0).into_any()
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
    reactive(move || words(text()))
}

/// Nothing.
#[must_use]
pub fn nothing() -> AnyView {
    group().into_any()
}

#[inline(never)]
fn reactive_boxed(view: Reactive<AnyView>) -> AnyView {
    (move || view()).into_any()
}

#[inline(never)]
fn words(text: String) -> AnyView {
    Words(Text::Owned(text)).into_any()
}
