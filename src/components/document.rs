//! Draws the blocks of a report document.

use leptos::prelude::*;

use crate::browser::dom;
use crate::components::{ExternalLink, ScrollTable};
use mlops_core::report::document::{AnsweredQuestion, Block, Cell, Line, Run};
use mlops_core::words::LANGUAGE;

#[component]
pub fn Blocks(blocks: Vec<Block>) -> impl IntoView {
    blocks.into_iter().map(block).collect_view()
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Heading(1, text) => view! { <h1>{text}</h1> }.into_any(),
        Block::Heading(2, text) => view! { <h2>{text}</h2> }.into_any(),
        Block::Heading(3, text) => view! { <h3>{text}</h3> }.into_any(),
        Block::Heading(_, text) => view! { <h4>{text}</h4> }.into_any(),
        Block::Paragraph(line) => view! { <p><LineText line/></p> }.into_any(),
        Block::List(lines) => {
            let item = |line| view! { <li><LineText line/></li> };
            view! { <ul>{lines.into_iter().map(item).collect_view()}</ul> }.into_any()
        }
        Block::Answers { language, given } => {
            let lang = (language != LANGUAGE).then_some(language);
            let item = |given| view! { <li><GivenAnswer given lang=lang.clone()/></li> };
            view! { <ul class="checklist">{given.into_iter().map(item).collect_view()}</ul> }.into_any()
        }
        Block::Table { caption, heads, rows } => {
            let rows = rows.into_iter().map(table_row).collect_view();
            view! { <ScrollTable caption heads>{rows}</ScrollTable> }.into_any()
        }
        // The page draws its own pictures.
        Block::Picture { .. } => ().into_any(),
        Block::More { summary, blocks } => view! {
            <details class="more">
                <summary><LineText line=summary/></summary>
                <Blocks blocks/>
            </details>
        }
        .into_any(),
    }
}

/// A row of a table. Its first cell is the head of the row.
fn table_row(cells: Vec<Cell>) -> impl IntoView {
    let mut cells = cells.into_iter();
    let name = cells.next().map(|name| view! { <th scope="row"><LineText line=name.line/></th> });
    let cell = |Cell { line, share, .. }: Cell| {
        let bar = share.map(|share| {
            let (max, value) = (share.of.to_string(), share.part.to_string());
            view! { <progress max=max value=value aria-hidden="true"></progress> }
        });
        view! { <td><LineText line/>{bar}</td> }
    };
    view! { <tr>{name}{cells.map(cell).collect_view()}</tr> }
}

/// A question with its answer, in an entry of a checklist.
#[component]
pub fn GivenAnswer(
    given: AnsweredQuestion,
    /// The language of the question, if it is not the page's own.
    lang: Option<String>,
) -> impl IntoView {
    let AnsweredQuestion { answer, question } = given;
    view! {
        <span class="given">{answer}</span>
        <span class="asked" lang=lang>{question}</span>
    }
}

/// The element id of a step, by the id of its capability.
#[must_use]
pub fn step_id(capability: &str) -> String {
    format!("step-{capability}")
}

/// A line of text inside an element.
#[component]
pub fn LineText(line: Line) -> impl IntoView {
    let inline = |run| match run {
        Run::Plain(text) => text.into_any(),
        Run::Foreign(text) => view! { <bdi>{text}</bdi> }.into_any(),
        Run::Strong(text) => view! { <strong>{text}</strong> }.into_any(),
        Run::Quiet(text) => view! { <span class="quiet">{text}</span> }.into_any(),
        Run::Link { text, address } => view! { <ExternalLink href=address>{text}</ExternalLink> }.into_any(),
        Run::Step { text, id } => {
            let reveal = move |_| dom::reveal(&step_id(&id));
            view! { <button type="button" class="in-text" on:click=reveal>{text}</button> }.into_any()
        }
    };
    line.0.into_iter().map(inline).collect_view()
}
