//! What is drawn, as text: for tests. The page itself is drawn by the browser alone.

use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::attributes_to_html;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::view::{Position, PositionState, Render, RenderHtml};

use crate::ui::attribute::Attribute;
use crate::ui::node::{Drawn, Inner, Node};
use crate::ui::several::{DrawnSeveral, DrawnWords, Several, Words};

no_attrs!(Node);
no_attrs!(Words);
no_attrs!(Several);

/// What Leptos asks of whatever a server may draw.
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
        let fixed = |attribute| match attribute {
            Attribute::Fixed(name, value) => Some(custom_attribute(name, value).into_any_attr()),
            _ => None,
        };
        let attributes: Vec<AnyAttribute> = self.attributes.into_iter().filter_map(fixed).collect();
        buf.push('<');
        buf.push_str(self.tag);
        attributes_to_html((attributes, extra_attrs), buf);
        buf.push('>');
        Several(self.children).to_html_with_buf(buf, position, true, mark_branches, Vec::new());
        buf.push_str("</");
        buf.push_str(self.tag);
        buf.push('>');
    }
}

impl RenderHtml for Words {
    never_served!(DrawnWords);

    fn to_html_with_buf(
        self,
        buf: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        for letter in self.0.chars() {
            match letter {
                '&' => buf.push_str("&amp;"),
                '<' => buf.push_str("&lt;"),
                '>' => buf.push_str("&gt;"),
                other => buf.push(other),
            }
        }
    }
}

impl RenderHtml for Several {
    never_served!(DrawnSeveral);

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        for inner in self.0 {
            match inner {
                Inner::Text(text) => {
                    Words(text).to_html_with_buf(buf, position, escape, mark_branches, extra_attrs.clone());
                }
                Inner::Node(node) => {
                    node.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs.clone());
                }
                Inner::View(view) => {
                    view.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs.clone());
                }
            }
        }
    }
}
