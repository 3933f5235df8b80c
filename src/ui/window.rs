//! Of a long list the lines that are near: where the view moves on, lines are taken away at one end and drawn at the other.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{CastFrom, Rndr, types};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

use crate::ui::element::Element;
use crate::ui::node::Drawn;

/// Draws the line at a place of the list.
type DrawLine = Arc<dyn Fn(usize) -> Element + Send + Sync>;

/// The lines that are drawn. Drawn anew, it keeps those that it had: `draw` has to be the same for as long as it is shown.
struct Window {
    lines: Range<usize>,
    draw: DrawLine,
}

/// The lines of a list that `lines` says, as it changes.
#[must_use]
pub fn window(
    lines: impl Fn() -> Range<usize> + Send + 'static,
    draw: impl Fn(usize) -> Element + Send + Sync + 'static,
) -> AnyView {
    let draw: DrawLine = Arc::new(draw);
    (move || Window { lines: lines(), draw: Arc::clone(&draw) }).into_any()
}

impl Window {
    fn draw(&self, at: usize) -> Drawn {
        (self.draw)(at).into_node().build()
    }
}

struct Shown {
    lines: Range<usize>,
    drawn: VecDeque<Drawn>,
    /// Stands behind the last line.
    end: types::Placeholder,
}

impl Render for Window {
    type State = Shown;

    fn build(self) -> Shown {
        let drawn = self.lines.clone().map(|at| self.draw(at)).collect();
        Shown { lines: self.lines, drawn, end: Rndr::create_placeholder() }
    }

    fn rebuild(self, shown: &mut Shown) {
        let Some(parent) = Rndr::get_parent(shown.end.as_ref()).and_then(types::Element::cast_from) else { return };
        let wanted = &self.lines;
        while !shown.lines.is_empty() && (shown.lines.start < wanted.start || shown.lines.start >= wanted.end) {
            shown.drawn.pop_front().iter_mut().for_each(Mountable::unmount);
            shown.lines.start += 1;
        }
        while !shown.lines.is_empty() && shown.lines.end > wanted.end {
            shown.drawn.pop_back().iter_mut().for_each(Mountable::unmount);
            shown.lines.end -= 1;
        }
        if shown.lines.is_empty() {
            shown.lines = wanted.start..wanted.start;
        }
        for at in (wanted.start..shown.lines.start).rev() {
            let mut line = self.draw(at);
            line.mount(&parent, Some(shown.drawn.front().map_or(shown.end.as_ref(), Drawn::node)));
            shown.drawn.push_front(line);
        }
        for at in shown.lines.end..wanted.end {
            let mut line = self.draw(at);
            line.mount(&parent, Some(shown.end.as_ref()));
            shown.drawn.push_back(line);
        }
        shown.lines = self.lines;
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        self.drawn.iter_mut().for_each(Mountable::unmount);
        Rndr::remove(self.end.as_ref());
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, self.end.as_ref(), marker);
        for line in &mut self.drawn {
            line.mount(parent, Some(self.end.as_ref()));
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let first = self.drawn.front().map_or(self.end.as_ref(), Drawn::node);
        let parent = Rndr::get_parent(first).and_then(types::Element::cast_from);
        if let Some(parent) = &parent {
            child.mount(parent, Some(first));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<types::Element> {
        self.drawn.iter().flat_map(Mountable::elements).collect()
    }
}

no_attrs!(Window);

/// As text, for tests.
impl RenderHtml for Window {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<leptos::tachys::html::attribute::any_attribute::AnyAttribute>,
    ) {
        for at in self.lines.clone() {
            (self.draw)(at).into_node().to_html_with_buf(buf, position, escape, mark_branches, extra_attrs.clone());
        }
    }

    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Shown {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
