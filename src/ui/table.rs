//! A table that can be wider than the page: it scrolls by itself, also by keyboard.

use leptos::prelude::AnyView;

use crate::ui::element::{Child, Element, el};

/// A table with a caption and its column heads; the first cell of each row names the row.
#[must_use]
pub fn table(caption: String, heads: &[String], rows: Vec<Element>) -> AnyView {
    let mut head = el("tr");
    for name in heads {
        head = head.child(el("th").attr("scope", "col").child(name.clone()));
    }
    let table = el("table")
        .child(el("caption").child(caption.clone()))
        .child(el("thead").child(head))
        .child(el("tbody").child(rows));
    el("div")
        .class("scroller")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", caption)
        .child(table)
        .into_any()
}

/// A row that begins with its name.
pub fn row(name: impl Child) -> Element {
    el("tr").child(el("th").attr("scope", "row").child(name))
}

/// A cell.
pub fn cell(content: impl Child) -> Element {
    el("td").child(content)
}
