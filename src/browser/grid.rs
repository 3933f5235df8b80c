//! A long table with only its visible rows in the document: its scroll position and its active cell.
//!
//! The focus stays on the table and `aria-activedescendant` names the active cell, because a focused cell would lose the focus
//! when its row is removed.

use web_sys::{Event, HtmlElement};

use super::dom::element;

/// The visible part of a scrolled element. All lengths are in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InView {
    /// The distance that is scrolled from the top.
    pub top: u32,
    /// The height of the visible part.
    pub height: u32,
    /// The height of the whole content.
    pub content: u32,
    /// The height of the table's head, which sticks to the top.
    pub head: u32,
}

/// The attribute of the active cell, for the style sheet.
const ACTIVE: &str = "data-active";

/// The visible part of the element with this id; `None` if there is no such element.
#[must_use]
pub fn in_view(id: &str) -> Option<InView> {
    let scroller = element(id)?;
    let length = |pixels: i32| u32::try_from(pixels).unwrap_or_default();
    let head = scroller.query_selector("thead").ok().flatten().map_or(0, |head| head.client_height());
    Some(InView {
        top: length(scroller.scroll_top()),
        height: length(scroller.client_height()),
        content: length(scroller.scroll_height()),
        head: length(head),
    })
}

/// Scrolls as little as needed to make a vertical range of the element visible below its sticky head.
pub fn scroll_to_range(id: &str, from: u32, to: u32) {
    let Some(scroller) = element(id) else { return };
    let pixels = |length: u32| i32::try_from(length).unwrap_or(i32::MAX);
    let head = scroller.query_selector("thead").ok().flatten().map_or(0, |head| head.client_height());
    let room = (scroller.client_height() - head).max(1);
    if scroller.scroll_top() > pixels(from) {
        scroller.set_scroll_top(pixels(from));
    } else if scroller.scroll_top() + room < pixels(to) {
        scroller.set_scroll_top(pixels(to) - room);
    }
}

/// Makes the first of these cells that is in the document the active one of a grid.
pub fn activate(grid: &str, cells: &[String]) {
    let Some(grid) = element(grid) else { return };
    if let Ok(Some(before)) = grid.query_selector("[data-active]") {
        before.remove_attribute(ACTIVE).ok();
    }
    match cells.iter().find_map(|cell| Some((cell, element(cell)?))) {
        Some((cell, found)) => {
            grid.set_attribute("aria-activedescendant", cell).ok();
            found.set_attribute(ACTIVE, "").ok();
            show_sideways(&grid, &found);
        }
        None => {
            grid.remove_attribute("aria-activedescendant").ok();
        }
    }
}

/// Scrolls sideways as little as needed to make a cell visible beside the sticky first column.
fn show_sideways(grid: &HtmlElement, cell: &HtmlElement) {
    let Some(scroller) = grid.parent_element() else { return };
    if cell.tag_name().eq_ignore_ascii_case("th") {
        return;
    }
    let fixed =
        cell.parent_element().and_then(|row| row.first_element_child()).map_or(0, |first| first.client_width());
    let (left, right) = (cell.offset_left(), cell.offset_left() + cell.offset_width());
    if left < scroller.scroll_left() + fixed {
        scroller.set_scroll_left(left - fixed);
    } else if right > scroller.scroll_left() + scroller.client_width() {
        scroller.set_scroll_left(right - scroller.client_width());
    }
}

/// Whether an event happened on the listening element itself, not on anything inside it.
#[must_use]
pub fn is_from_itself(event: &Event) -> bool {
    event.target().is_some() && event.target() == event.current_target()
}
