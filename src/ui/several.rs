//! Text with a life of its own, and several things side by side without an element around them.

use leptos::prelude::IntoAny;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Render};

use crate::ui::attribute::Text;
use crate::ui::node::{Drawn, Inner, mount_before, replace};

/// Text in a view of its own.
pub struct Words(pub Text);

/// Drawn [`Words`].
pub struct DrawnWords {
    node: types::Text,
    text: Text,
}

impl Render for Words {
    type State = DrawnWords;

    fn build(self) -> DrawnWords {
        let node = Rndr::create_text_node(&self.0);
        DrawnWords { node, text: self.0 }
    }

    fn rebuild(self, state: &mut DrawnWords) {
        if state.text != self.0 {
            Rndr::set_text(&state.node, &self.0);
            state.text = self.0;
        }
    }
}

impl Mountable for DrawnWords {
    fn unmount(&mut self) {
        Rndr::remove(&self.node);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        mount_before(child, &self.node)
    }

    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

/// Several things side by side, or nothing.
pub struct Several(pub Vec<Inner>);

/// Drawn [`Several`].
pub struct DrawnSeveral {
    parts: Vec<Part>,
    /// Keeps the place of nothing.
    empty: Option<types::Placeholder>,
}

enum Part {
    Node(Drawn),
    View(AnyViewState),
}

impl Part {
    fn state(&mut self) -> &mut dyn Mountable {
        match self {
            Self::Node(drawn) => drawn,
            Self::View(drawn) => drawn,
        }
    }
}

impl Render for Several {
    type State = DrawnSeveral;

    fn build(self) -> DrawnSeveral {
        let empty = self.0.is_empty().then(Rndr::create_placeholder);
        let drawn = |inner| match inner {
            Inner::Text(text) => Part::View(Words(text).into_any().build()),
            Inner::Node(node) => Part::Node(node.build()),
            Inner::View(view) => Part::View(view.build()),
        };
        DrawnSeveral { parts: self.0.into_iter().map(drawn).collect(), empty }
    }

    fn rebuild(self, state: &mut DrawnSeveral) {
        // Nothing that stays nothing is the commonest of all.
        if !(self.0.is_empty() && state.parts.is_empty()) {
            replace(state, self.build());
        }
    }
}

impl Mountable for DrawnSeveral {
    fn unmount(&mut self) {
        self.parts.iter_mut().for_each(|part| part.state().unmount());
        self.empty.iter().for_each(|empty| Rndr::remove(empty));
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.parts.iter_mut().for_each(|part| part.state().mount(parent, marker));
        self.empty.iter().for_each(|empty| Rndr::insert_node(parent, empty, marker));
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match (self.parts.first(), &self.empty) {
            (Some(Part::Node(first)), _) => first.insert_before_this(child),
            (Some(Part::View(first)), _) => first.insert_before_this(child),
            (None, Some(empty)) => mount_before(child, empty),
            (None, None) => false,
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}
