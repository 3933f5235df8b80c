//! An element that Leptos draws: one type for every tag, of HTML and of SVG alike.
//!
//! Leptos's own `custom` makes HTML only, and its SVG elements have a type each, with code each. Here the tag and its
//! namespace are data. An element that is drawn anew takes the place of the one before, as Leptos's `custom` does too.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::html::element::attributes_to_html;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{CastFrom, Rndr, types};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A tag with what belongs to it, to be drawn.
pub struct Node {
    /// Its name.
    pub tag: &'static str,
    /// Whether it is one of SVG's; else it is one of HTML's.
    pub is_svg: bool,
    /// What is set on it.
    pub attributes: Vec<AnyAttribute>,
    /// What stands in it.
    pub children: Vec<AnyView>,
}

/// A drawn [`Node`]; it holds what its attributes and children follow.
pub struct Drawn {
    element: types::Element,
    #[allow(dead_code, reason = "held for its effects and listeners")]
    attributes: <Vec<AnyAttribute> as Attribute>::State,
    #[allow(dead_code, reason = "held for its effects and listeners")]
    children: <Vec<AnyView> as Render>::State,
}

impl Render for Node {
    type State = Drawn;

    fn build(self) -> Drawn {
        let element = Rndr::create_element(self.tag, self.is_svg.then_some(SVG));
        let attributes = self.attributes.build(&element);
        let mut children = self.children.build();
        children.mount(&element, None);
        Drawn { element, attributes, children }
    }

    fn rebuild(self, state: &mut Drawn) {
        let mut anew = self.build();
        state.insert_before_this(&mut anew);
        state.unmount();
        *state = anew;
    }
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

    fn try_mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) -> bool {
        Rndr::try_insert_node(parent, &self.element, marker)
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        mount_before(child, &self.element)
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}

no_attrs!(Node);

/// What Leptos asks of whatever a server may draw: the page is drawn by the browser alone, and as text only for tests.
macro_rules! never_served {
    ($state:ty) => {
        type AsyncOutput = Self;
        type Owned = Self;

        const MIN_LENGTH: usize = 0;

        fn dry_resolve(&mut self) {}

        async fn resolve(self) -> Self {
            self
        }

        fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> $state {
            self.build()
        }

        fn into_owned(self) -> Self {
            self
        }
    };
}
pub(super) use never_served;

impl RenderHtml for Node {
    never_served!(Drawn);

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        buf.push('<');
        buf.push_str(self.tag);
        attributes_to_html((self.attributes, extra_attrs), buf);
        buf.push('>');
        *position = Position::FirstChild;
        self.children.to_html_with_buf(buf, position, true, mark_branches, Vec::new());
        buf.push_str("</");
        buf.push_str(self.tag);
        buf.push('>');
        *position = Position::NextChild;
    }
}
