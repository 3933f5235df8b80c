//! Popovers for builder views: to go with the last of them.

use crate::ui::element::{Child, Element, el};

/// The id of the popover with what can be exported.
pub const EXPORT: &str = "export-sheet";

/// A button that opens a popover, and closes it.
pub fn opens(words: &'static str, sheet: &'static str) -> Element {
    el("button").attr("type", "button").attr("popovertarget", sheet).child(words)
}

/// A popover.
pub fn sheet(id: &'static str, title: &'static str, content: impl Child) -> Element {
    el("div").class("sheet").id(id).attr("popover", "").attr("role", "group").attr("aria-label", title).child(content)
}
