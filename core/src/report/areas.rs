//! The levels of the areas of a track, and why: the profile as a table, area by area, and by lens.

use super::document::{AnsweredQuestion, Block, Cell, Line};
use super::levels;
use crate::model::CapabilityIx;
use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::scoring::case::Case;
use crate::scoring::levels::LevelResult;
use crate::scoring::profile::{AreaProfile, Fraction, LensProfile, TrackProfile};
use crate::words::{self, result as say};

/// The heads of a table with a column for each level, after the heads in `before`.
#[must_use]
pub fn level_heads(before: &[&str]) -> Vec<String> {
    let levels = Level::ASKED.map(words::result::level);
    before.iter().map(|&head| head.to_owned()).chain(levels).collect()
}

/// The profile of a track as a table.
#[must_use]
pub fn profile_table(case: Case, track: &TrackProfile) -> Block {
    Block::Table {
        caption: say::table_of(case.model, track),
        heads: level_heads(&say::PROFILE_HEADS),
        rows: track.areas.iter().map(|area| profile_row(case, area)).collect(),
    }
}

fn profile_row(case: Case, area: &AreaProfile) -> Vec<Cell> {
    let level = |level_result: &LevelResult| {
        let is_reached = area.has_reached(level_result);
        let text = format!("{}{}", say::points(level_result), say::cell_state(level_result.open(case), is_reached));
        Cell { level: is_reached.then_some(level_result.level), ..Cell::from(text) }
    };
    let stands = Cell { level: Some(area.range.low), ..Cell::from(Line::strong(words::level_or_unknown(area))) };
    let name = Cell::from(case.model.area(area.area).title.clone());
    let first = [name, stands, Cell::from(area.range.high.to_string())];
    first.into_iter().chain(area.levels.iter().map(level)).collect()
}

/// Why an area has its level, what its next level needs, and what is in place above that.
#[must_use]
pub fn area_says(case: Case, area: &AreaProfile) -> Vec<Block> {
    let model = case.model;
    let mut blocks = Vec::new();
    blocks.extend(levels::in_plain_words(model, area.area, area.range.low).map(Block::Paragraph));
    blocks.push(Block::Paragraph(Line::plain(words::why(model, area))));
    if let Some(next) = area.next_level() {
        if !next.core_missing.is_empty() {
            blocks.push(Block::Paragraph(Line::strong(say::cannot_do_without(next.level))));
            blocks.push(answers(case, &next.core_missing));
        }
        if !next.guards_missing.is_empty() {
            blocks.push(Block::Paragraph(Line::strong(say::guards_missing(next.level))));
            blocks.push(answers(case, &next.guards_missing));
        }
        if next.support_short > 0 {
            blocks.push(Block::Paragraph(Line::strong(say::needs_some(next.level))));
            blocks.push(answers(case, &next.support_missing));
        }
    }
    if !area.ahead.is_empty() {
        let name = |&at: &CapabilityIx| {
            let capability = model.capability(at);
            Line::plain(capability.name()).quietly(say::at_level(capability.level))
        };
        blocks.push(Block::Paragraph(Line::strong(say::AHEAD)));
        blocks.push(Block::List(area.ahead.iter().map(name).collect()));
    }
    blocks
}

/// A question with its answer, if it is in the question set.
#[must_use]
pub fn given(case: Case, at: CapabilityIx) -> AnsweredQuestion {
    with_answer(case, at, case.answer(at))
}

/// A question with an answer.
pub(super) fn with_answer(case: Case, at: CapabilityIx, answer: Option<Answer>) -> AnsweredQuestion {
    AnsweredQuestion {
        answer: words::answer_or_open(answer).to_owned(),
        question: case.model.capability(at).question.clone(),
    }
}

fn answers(case: Case, of: &[CapabilityIx]) -> Block {
    let language = case.model.language().to_owned();
    Block::Answers { language, given: of.iter().map(|&at| given(case, at)).collect() }
}

/// The practices in place by lens and level, as a table.
#[must_use]
pub fn lens_table(case: Case, track: &TrackProfile) -> Block {
    let share = |&share: &Fraction| match share.of {
        0 => Cell::from(say::NOT_ASKED.to_owned()),
        _ => Cell { share: Some(share), ..Cell::from(words::fraction(share)) },
    };
    let row = |lens: &LensProfile| {
        let name = Cell::from(case.model.lens(lens.lens).title.clone());
        [name].into_iter().chain(lens.levels.iter().map(share)).collect()
    };
    Block::Table {
        caption: say::lenses_of(case.model, track),
        heads: level_heads(&[say::LENS]),
        rows: track.lenses.iter().map(row).collect(),
    }
}
