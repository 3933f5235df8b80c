//! A result beside other maturity models.

use super::document::{Block, Cell, Line};
use crate::model::{CapabilityIx, Cover, Crosswalk, CrosswalkRow};
use crate::scoring::case::Case;
use crate::scoring::profile::Fraction;
use crate::words::{self, result as say};

/// The other models in the questionnaire.
#[must_use]
pub fn crosswalks(case: Case) -> Vec<Block> {
    case.model.crosswalk().iter().map(|other| crosswalk(case, other)).collect()
}

fn crosswalk(case: Case, other: &Crosswalk) -> Block {
    let row = |line: &CrosswalkRow| {
        let name = match &line.group {
            Some(group) => format!("{group}: {}", line.name),
            None => line.name.clone(),
        };
        [name, line.relates.clone(), in_place(case, line)].map(Cell::from).to_vec()
    };
    let note = Line::plain(other.note.clone()).then(" ").linked(say::SOURCE, other.address.clone());
    let table = Block::Table {
        caption: say::line_by_line(&other.title),
        heads: say::BESIDE_HEADS.map(str::to_owned).to_vec(),
        rows: other.rows.iter().map(row).collect(),
    };
    Block::More { summary: Line::strong(other.title.clone()), blocks: vec![Block::Paragraph(note), table] }
}

/// How much of a line of another model is in place.
fn in_place(case: Case, line: &CrosswalkRow) -> String {
    let asked: Vec<CapabilityIx> = line.capabilities.iter().copied().filter(|&at| case.in_scope(at)).collect();
    let have = asked.iter().filter(|&&at| case.has(at)).count();
    match (line.cover, asked.len()) {
        _ if line.capabilities.is_empty() => say::NOT_ASKED_HERE.to_owned(),
        (_, 0) => say::NOT_IN_SCOPE.to_owned(),
        (Cover::Weak, of) => say::covered_in_part(Fraction { part: have, of }),
        (_, of) => words::fraction(Fraction { part: have, of }),
    }
}
