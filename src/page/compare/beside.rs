//! Two results side by side: what the report of them says, with a chart where it has the table of a track's levels.

use leptos::prelude::*;

use crate::components::charts::pair::{PairLegend, PairProfile, alt, pair_rows};
use crate::components::{Blocks, LineText};
use crate::page::compare::hand_on::{export_sheet, share_sheet};
use crate::page::compare::place;
use crate::page::compare::side::Side;
use crate::page::missing::main_heading;
use crate::page::result::{EXPORT, opens, sheet};
use crate::state::Session;
use crate::ui::control::{button_link, link};
use crate::ui::disclosure::disclosure;
use crate::ui::element::{Element, Group, el, group};
use mlops_core::history::compare::{Comparison, compare};
use mlops_core::report::comparison::comparison_document;
use mlops_core::report::document::{Block, Document};
use mlops_core::words::{buttons, compare as say, result as result_words};

const SHARE: &str = "share-sheet";

/// Everything that is handed on of a comparison.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The two.
    pub sides: [Side; 2],
    /// What became of the one until the other.
    pub comparison: Comparison,
    /// The same as a text.
    pub document: Document,
}

/// The page of two results.
#[must_use]
pub fn beside(session: Session, sides: [Side; 2]) -> AnyView {
    let model = session.model;
    let [before, after] = &sides;
    let comparison = compare(model, &before.record, &after.record);
    let text = comparison_document(model, [&before.record, &after.record], &comparison);
    let swapped = place(&[&after.key, &before.key]).href();
    let bar = el("div")
        .class("bar is-result")
        .child(button_link(say::SWAP, swapped))
        .child(opens(result_words::SHARE, SHARE))
        .child(opens(buttons::EXPORT, EXPORT));
    let compared = StoredValue::new(Compared { sides, comparison, document: text });
    let shown = compared.with_value(|compared| drawn(session, compared));
    group()
        .child(bar)
        .child(shown)
        .child(sheet(SHARE, result_words::SHARE, share_sheet(session, compared)))
        .child(sheet(EXPORT, buttons::EXPORT, export_sheet(session, compared)))
        .into_any()
}

/// The parts of the text in their order. The tables of levels are what the charts say, folded below them; what became of
/// each area stands side by side where there is room.
fn drawn(session: Session, compared: &Compared) -> Group {
    let blocks = &compared.document.blocks;
    let end = blocks.iter().position(|block| matches!(block, Block::Heading(2, _))).unwrap_or(blocks.len());
    let (intro, parts) = blocks.split_at(end);
    let mut page = group().child(
        el("div")
            .class("result-head")
            .child(main_heading(compared.document.title.clone()))
            .child(link(say::CHOOSE_OTHERS, place(&[]).href())),
    );
    for (at, block) in intro.iter().enumerate().skip(1) {
        page = match block {
            Block::Paragraph(verdict) if at == 1 => {
                page.child(el("p").class("verdict").child(view! { <LineText line=verdict.clone()/> }.into_any()))
            }
            other => page.child(document(std::slice::from_ref(other))),
        };
    }
    let mut tracks = compared.comparison.after.tracks.iter();
    let mut columns: Vec<Element> = Vec::new();
    for part in parts.chunk_by(|_, next| !matches!(next, Block::Heading(2 | 3, _))) {
        if matches!(part.first(), Some(Block::Heading(3, _))) {
            columns.push(el("section").child(document(part)));
            continue;
        }
        page = page.child(in_columns(&mut columns));
        let levels = part.iter().position(is_levels).filter(|_| !tracks.as_slice().is_empty());
        page = match (levels, tracks.as_slice().first()) {
            (Some(at), Some(track)) => {
                tracks.next();
                let (model, comparison) = (session.model, &compared.comparison);
                let (rows, alt) = (pair_rows(model, comparison, track), alt(model, comparison, track));
                let chart = view! { <PairProfile model rows alt/> }.into_any();
                let table = disclosure("table-twin", result_words::AS_TABLE, document(&part[at..]));
                page.child(document(&part[..at])).child(chart).child(legend(compared)).child(table)
            }
            _ => page.child(document(part)),
        };
    }
    page.child(in_columns(&mut columns))
}

fn document(blocks: &[Block]) -> AnyView {
    view! { <Blocks blocks=blocks.to_vec()/> }.into_any()
}

fn is_levels(block: &Block) -> bool {
    matches!(block, Block::Table { heads, .. } if heads.len() == LEVEL_COLUMNS)
}

fn in_columns(sections: &mut Vec<Element>) -> Option<Element> {
    let sections = std::mem::take(sections);
    (!sections.is_empty()).then(|| el("div").class("in-columns").child(sections))
}

/// Area, before, after, what moved: the columns of the table of levels.
const LEVEL_COLUMNS: usize = 4;

fn legend(compared: &Compared) -> AnyView {
    let [before, after] = compared.sides.each_ref().map(|side| say::name(&side.record));
    view! { <PairLegend before after/> }.into_any()
}
