//! Elements, texts and groups of both, as Leptos draws them: one type each, whatever the tag and whatever is inside.
//!
//! Leptos's own types differ with everything they hold, and each has code of its own. Here the tag, its namespace, what is set
//! on it and what stands in it are data. Only what can change has a life of its own: a fixed element and all fixed ones in it
//! are one state. What is drawn anew takes the place of the one before, as Leptos's `custom` does too.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::tachys::renderer::{CastFrom, Rndr, types};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Render};

use crate::browser::standing;
use crate::ui::attribute::{Attribute, Living, Text};

const SVG: &str = "http://www.w3.org/2000/svg";

/// What gives an element to draw.
pub type DrawNode = Box<dyn FnOnce() -> Node + Send>;

/// Something that stands in an element.
pub enum Inner {
    /// Text that stays.
    Text(Text),
    /// An element that stays.
    Node(Box<Node>),
    /// An element that is taken over in a task of its own.
    Slice(DrawNode),
    /// A view with a life of its own.
    View(AnyView),
}

/// A tag with what belongs to it, to be drawn.
pub struct Node {
    /// Its name.
    pub tag: &'static str,
    /// Whether it is one of SVG's; else it is one of HTML's.
    pub is_svg: bool,
    /// What is set on it.
    pub attributes: Vec<Attribute>,
    /// What stands in it.
    pub children: Vec<Inner>,
}

impl Node {
    /// Draws it; what it is to be held for is added to `held`.
    fn create(self, held: &mut Vec<Held>) -> types::Element {
        let element = Rndr::create_element(self.tag, self.is_svg.then_some(SVG));
        self.attributes.iter().for_each(|attribute| attribute.set(&element));
        for child in self.children {
            match child {
                Inner::Text(text) => Rndr::insert_node(&element, &Rndr::create_text_node(&text), None),
                Inner::Node(node) => Rndr::insert_node(&element, &node.create(held), None),
                Inner::Slice(draw) => Rndr::insert_node(&element, &draw().create(held), None),
                Inner::View(view) => {
                    let mut drawn = view.build();
                    drawn.mount(&element, None);
                    held.push(Held::View(drawn));
                }
            }
        }
        // What a field holds is set once it has what it can hold.
        for attribute in self.attributes {
            held.extend(attribute.enliven(&element, false).map(Held::Living));
        }
        element
    }

    /// Takes over the element that stands in the document for it. A fixed one is only passed.
    fn take_over(self, is_needed: bool, held: &mut Vec<Held>) -> Option<types::Element> {
        let place = standing::pass();
        let has_views = self.children.iter().any(|child| matches!(child, Inner::View(_)));
        let is_needed = is_needed || has_views || !self.attributes.iter().all(Attribute::is_fixed);
        let element = is_needed.then(|| standing::element(place, self.tag)).flatten();
        let outer = element.as_ref().filter(|_| has_views).and_then(standing::enter);
        for child in self.children {
            match child {
                Inner::Text(text) if has_views => drop(standing::text(&text)),
                Inner::Text(text) => standing::pass_text(&text),
                Inner::Node(node) => drop(node.take_over(false, held)),
                Inner::Slice(draw) => held.extend(Drawn::of(draw).held),
                Inner::View(view) => held.push(Held::View(view.build())),
            }
        }
        standing::leave(outer, place);
        if let Some(element) = &element {
            for attribute in self.attributes {
                if !attribute.is_fixed() {
                    attribute.set(element);
                }
                held.extend(attribute.enliven(element, true).map(Held::Living));
            }
        }
        element
    }
}

/// What a drawn element is held for.
#[allow(dead_code, reason = "held for its drop")]
pub enum Held {
    /// What follows or listens on it.
    Living(Living),
    /// A view inside.
    View(AnyViewState),
    /// An element that is taken over later.
    PutOff(Rc<Cell<Option<Drawn>>>),
}

/// A drawn [`Node`]; it holds what its attributes and children follow.
pub struct Drawn {
    element: types::Element,
    #[allow(dead_code, reason = "held for its effects and listeners")]
    held: Vec<Held>,
}

impl Render for Node {
    type State = Drawn;

    fn build(self) -> Drawn {
        let mut held = Vec::new();
        let (tag, is_here) = (self.tag, standing::is_here());
        let element = if is_here { self.take_over(true, &mut held) } else { Some(self.create(&mut held)) };
        Drawn { element: element.unwrap_or_else(|| Rndr::create_element(tag, None)), held }
    }

    fn rebuild(self, state: &mut Drawn) {
        replace(state, self.build());
    }
}

/// Puts what is drawn anew in the place of what was drawn before.
pub fn replace<T: Mountable>(state: &mut T, mut anew: T) {
    state.insert_before_this(&mut anew);
    state.unmount();
    *state = anew;
}

impl Drawn {
    /// What is drawn later where it stands already, and at once elsewhere.
    pub fn of(draw: DrawNode) -> Self {
        if !standing::is_here() {
            return draw().build();
        }
        let drawn = Rc::new(Cell::new(None));
        let (owner, put_off) = (Owner::current().unwrap_or_default(), Rc::clone(&drawn));
        let take_over = move || put_off.set(Some(owner.with(|| draw().build())));
        // Where nothing stands for it, everything is drawn anew.
        let element = standing::put_off(take_over).unwrap_or_else(|| Rndr::create_element("p", None));
        Self { element, held: vec![Held::PutOff(drawn)] }
    }

    /// Where it stands.
    pub fn node(&self) -> &types::Node {
        self.element.as_ref()
    }
}

/// Puts something before what stands on the page already; says whether that does.
pub fn mount_before(child: &mut dyn Mountable, stands: &types::Node) -> bool {
    let parent = Rndr::get_parent(stands).and_then(types::Element::cast_from);
    if let Some(parent) = &parent {
        child.mount(parent, Some(stands));
    }
    parent.is_some()
}

/// Puts a node into its place, unless it stands there already.
pub fn mount_node(node: &types::Node, parent: &types::Element, marker: Option<&types::Node>) {
    if !standing::is_here() {
        Rndr::insert_node(parent, node, marker);
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        Rndr::remove(&self.element);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        mount_node(&self.element, parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        mount_before(child, &self.element)
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}
