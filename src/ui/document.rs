//! Draws the parts of a document into the page.

use leptos::prelude::AnyView;

use crate::browser::page;
use crate::ui::control::button;
use crate::ui::disclosure::disclosure;
use crate::ui::element::{Element, Group, el, group, nothing};
use crate::ui::external_link::external_link;
use crate::ui::table::{cell, row, table};
use mlops_core::report::document::{Block, Cell, Given, Line, Run};

/// The parts in order.
#[must_use]
pub fn document(blocks: &[Block]) -> Group {
    let mut drawn = group();
    for block in blocks {
        drawn = drawn.child(part(block));
    }
    drawn
}

fn part(block: &Block) -> AnyView {
    match block {
        Block::Heading(level, text) => {
            let tag = ["h1", "h2", "h3", "h4"][usize::from(level.saturating_sub(1).min(3))];
            el(tag).child(text.clone()).into_any()
        }
        Block::Paragraph(text) => line("p", text).into_any(),
        Block::List(lines) => {
            el("ul").child(lines.iter().map(|text| line("li", text)).collect::<Vec<_>>()).into_any()
        }
        Block::Answers { language, given } => {
            let items: Vec<Element> = given.iter().map(|one| answered(language, one)).collect();
            el("ul").class("checklist").child(items).into_any()
        }
        Block::Table { caption, heads, rows } => {
            let rows = rows.iter().map(|cells| table_row(cells)).collect();
            table(caption.clone(), heads, rows)
        }
        // The page draws its own.
        Block::Picture { .. } => nothing(),
        Block::More { summary, blocks } => disclosure("more", line("span", summary), document(blocks)),
    }
}

/// A question with the answer it got, in a checklist.
#[must_use]
pub fn answered(language: &str, given: &Given) -> Element {
    el("li")
        .child(el("span").class("given").child(given.answer.clone()))
        .child(el("span").class("asked").lang(language).child(given.question.clone()))
}

fn table_row(cells: &[Cell]) -> Element {
    let [first, rest @ ..] = cells else { return el("tr") };
    rest.iter()
        .fold(row(line("span", &first.line)), |row, one| row.child(cell(line("span", &one.line)).child(bar(one))))
}

fn bar(cell: &Cell) -> Option<Element> {
    let share = cell.share?;
    let bar = el("progress").attr("max", share.of.to_string()).attr("value", share.part.to_string());
    Some(bar.attr("aria-hidden", "true"))
}

/// The element's id of a next step, by the id of its capability.
#[must_use]
pub fn step_place(capability: &str) -> String {
    format!("step-{capability}")
}

/// A line inside an element.
#[must_use]
pub fn line(tag: &'static str, line: &Line) -> Element {
    let mut element = el(tag);
    for run in &line.0 {
        element = match run {
            Run::Plain(text) => element.child(text.clone()),
            Run::Foreign(text) => element.child(el("bdi").child(text.clone())),
            Run::Strong(text) => element.child(el("strong").child(text.clone())),
            Run::Quiet(text) => element.child(el("span").class("quiet").child(text.clone())),
            Run::Link { text, address } => element.child(external_link(address, text)),
            Run::Step { text, id } => {
                let place = step_place(id);
                element.child(button(text.clone(), move || page::reveal(&place)).class("in-text"))
            }
        };
    }
    element
}
