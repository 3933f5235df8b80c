//! Of a long list the lines that are near: where the view moves on, lines are taken away at one end and drawn at the other.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

use crate::ui::element::Element;
use crate::ui::html::never_served;
use crate::ui::node::{Drawn, mount_before};

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

impl Shown {
    /// Its first node on the page.
    fn first(&self) -> &types::Node {
        self.drawn.front().map_or(self.end.as_ref(), Drawn::node)
    }
}

impl Render for Window {
    type State = Shown;

    fn build(self) -> Shown {
        let drawn = self.lines.clone().map(|at| self.draw(at)).collect();
        Shown { lines: self.lines, drawn, end: Rndr::create_placeholder() }
    }

    fn rebuild(self, shown: &mut Shown) {
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
            mount_before(&mut line, shown.first());
            shown.drawn.push_front(line);
        }
        for at in shown.lines.end..wanted.end {
            let mut line = self.draw(at);
            mount_before(&mut line, shown.end.as_ref());
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
        mount_before(child, self.first())
    }

    fn elements(&self) -> Vec<types::Element> {
        self.drawn.iter().flat_map(Mountable::elements).collect()
    }
}

no_attrs!(Window);

/// As text, for tests.
impl RenderHtml for Window {
    never_served!(Shown);

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
}
