//! What stands in the document before the program is here, and is taken over instead of being drawn again: whoever is at work
//! in it keeps the field, the cursor and the place, and the browser has nothing to lay out anew.
//!
//! It was written from what the program draws, so its elements come in the order in which the program names them. An
//! element in which nothing can change is only counted. Where the document turns out to differ, the program draws
//! everything by itself.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, NodeList, Text};

use super::window;

thread_local! {
    static STANDING: RefCell<Option<Standing>> = const { RefCell::new(None) };
    /// What is taken over later.
    static MORE: RefCell<Vec<Box<dyn FnOnce() -> bool>>> = const { RefCell::new(Vec::new()) };
    static IS_UNDER_WAY: Cell<bool> = const { Cell::new(false) };
}

struct Standing {
    /// All elements, in the order of the document.
    elements: NodeList,
    /// The place of the next one.
    next: u32,
    inside: Inside,
    /// All text that the program draws.
    text: String,
    /// Something stands there that the program draws otherwise.
    differs: bool,
}

/// Where in an element the program is.
pub struct Inside {
    parent: Element,
    after: After,
}

enum After {
    /// Nothing in it yet.
    Start,
    /// The element at this place.
    Element(u32),
    /// A text, or the mark of an empty place.
    Node(Node),
}

/// Whether the document is being taken over: what is drawn now stands in its place.
#[must_use]
pub fn is_here() -> bool {
    STANDING.with_borrow(Option::is_some)
}

/// Whether not all is taken over yet: until it is, the document's own script sees to what somebody does, and nothing that is
/// taken over answers to it.
#[must_use]
pub fn is_under_way() -> bool {
    IS_UNDER_WAY.get()
}

/// Takes over what stands in an element. None: it differs from what is drawn. What was put off is taken over by
/// [`take_over_more`].
pub fn take_over<T>(root: &Element, draw: impl FnOnce() -> T) -> Option<T> {
    let elements = root.query_selector_all("*").ok()?;
    let all = elements.length();
    IS_UNDER_WAY.set(true);
    within(elements, 0..all, root, draw)
}

/// Takes over one of what was put off, and says whether it is as it is drawn. None: there is none left.
pub fn take_over_more() -> Option<bool> {
    MORE.with_borrow_mut(Vec::pop).map(|take_over| take_over())
}

/// From now on everything answers.
pub fn end() {
    IS_UNDER_WAY.set(false);
}

/// Takes over the elements at some places; all their text is that of `whole`.
fn within<T>(elements: NodeList, places: Range<u32>, whole: &Element, draw: impl FnOnce() -> T) -> Option<T> {
    let inside = Inside { parent: whole.clone(), after: After::Start };
    let next = places.start;
    STANDING.set(Some(Standing { elements, next, inside, text: String::new(), differs: false }));
    let drawn = draw();
    let standing = STANDING.take()?;
    let is_same = !standing.differs && standing.next == places.end && whole.text_content()? == standing.text;
    is_same.then_some(drawn)
}

/// Puts off to a task of its own to take over the next element and all that it holds, and gives the element.
pub fn put_off(take_over: impl FnOnce() + 'static) -> Option<Element> {
    put_off_boxed(Box::new(take_over))
}

fn put_off_boxed(take_over: Box<dyn FnOnce()>) -> Option<Element> {
    let place = pass();
    let (elements, element, end) = with(|standing| {
        let element = standing.elements.item(place).and_then(|node| node.dyn_into::<Element>().ok())?;
        standing.next += element.query_selector_all("*").ok()?.length();
        standing.inside.after = After::Element(place);
        standing.text += &element.text_content()?;
        Some((standing.elements.clone(), element, standing.next))
    })??;
    let put_off = element.clone();
    let take_over = move || {
        // Whoever went elsewhere meanwhile has no use for it.
        !put_off.is_connected() || within(elements, place..end, &put_off, take_over).is_some()
    };
    MORE.with_borrow_mut(|more| more.push(Box::new(take_over)));
    Some(element)
}

fn with<T>(act: impl FnOnce(&mut Standing) -> T) -> Option<T> {
    STANDING.with_borrow_mut(|standing| standing.as_mut().map(act))
}

/// Goes on to the next element and says its place.
#[must_use]
pub fn pass() -> u32 {
    let pass = |standing: &mut Standing| {
        standing.next += 1;
        standing.next - 1
    };
    with(pass).unwrap_or_default()
}

/// The element at a place, if it is one of these.
#[must_use]
pub fn element(place: u32, tag: &str) -> Option<Element> {
    with(|standing| {
        let found = standing.elements.item(place).and_then(|node| node.dyn_into::<Element>().ok());
        let found = found.filter(|element| element.local_name() == tag);
        standing.differs |= found.is_none();
        found
    })
    .flatten()
}

/// Goes into an element. Gives where the program was.
pub fn enter(element: &Element) -> Option<Inside> {
    let inner = Inside { parent: element.clone(), after: After::Start };
    with(|standing| std::mem::replace(&mut standing.inside, inner))
}

/// Goes on behind the element at a place, and out of it where it was entered.
pub fn leave(outer: Option<Inside>, place: u32) {
    with(|standing| {
        if let Some(outer) = outer {
            standing.inside = outer;
        }
        standing.inside.after = After::Element(place);
    });
}

impl Standing {
    /// The node that stands where the program is.
    fn here(&self) -> Option<Node> {
        match &self.inside.after {
            After::Start => self.inside.parent.first_child(),
            After::Element(place) => self.elements.item(*place).and_then(|element| element.next_sibling()),
            After::Node(node) => node.next_sibling(),
        }
    }

    fn put(&mut self, node: &Node) {
        let here = self.here();
        self.differs |= self.inside.parent.insert_before(node, here.as_ref()).is_err();
        self.inside.after = After::Node(node.clone());
    }
}

/// Puts a node where the program is.
pub fn put(node: &Node) {
    with(|standing| standing.put(node));
}

/// Passes text that stays. In the end all text is compared at once.
pub fn pass_text(text: &str) {
    with(|standing| standing.text += text);
}

/// The text that stands where the program is. Texts side by side are one in a document: beside what can change there is no other
/// in its element.
#[must_use]
pub fn text(text: &str) -> Option<Text> {
    pass_text(text);
    with(|standing| {
        let here = standing.here().filter(|_| !text.is_empty()).and_then(|here| here.dyn_into::<Text>().ok());
        if let Some(here) = here {
            standing.inside.after = After::Node(here.clone().into());
            return Some(here);
        }
        // A document has no empty texts.
        let own = window()?.document()?.create_text_node(text);
        standing.put(&own);
        Some(own)
    })
    .flatten()
}
