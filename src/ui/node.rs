//! Elements, texts and groups of both, as Leptos draws them: one type each, whatever the tag and whatever is inside.
//!
//! Leptos's own types differ with everything they hold, and each has code of its own. Here the tag, its namespace, what is set
//! on it and what stands in it are data. Only what can change has a life of its own: a fixed element and all fixed ones in it
//! are one state. What is drawn anew takes the place of the one before, as Leptos's `custom` does too.

use leptos::prelude::*;
use leptos::tachys::renderer::{CastFrom, Rndr, types};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Render};

use crate::ui::attribute::{Attribute, Living, Text};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Something that stands in an element.
pub enum Inner {
    /// Text that stays.
    Text(Text),
    /// An element that stays.
    Node(Box<Node>),
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
                Inner::View(view) => {
                    let mut drawn = view.build();
                    drawn.mount(&element, None);
                    held.push(Held::View(drawn));
                }
            }
        }
        // What a field holds is set once it has what it can hold.
        for attribute in self.attributes {
            held.extend(attribute.enliven(&element).map(Held::Living));
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
        let element = self.create(&mut held);
        Drawn { element, held }
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

impl Mountable for Drawn {
    fn unmount(&mut self) {
        Rndr::remove(&self.element);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        mount_before(child, &self.element)
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}
