//! The comparison of two results as a document.

use super::document::{Block, Cell, Document, Line};
use crate::history::compare::{AnswerChange, AreaChange, Change, Comparison, OnlyIn};
use crate::history::record::Record;
use crate::model::Model;
use crate::scoring::profile::Range;
use crate::words::{self, compare, report as say};

/// Every change, area by area, with its effect.
#[must_use]
pub fn comparison_document(model: &Model, [before, after]: [&Record; 2], comparison: &Comparison) -> Document {
    let title = say::beside(&compare::name(before), &compare::name(after));
    let mut document = Document { title: title.clone(), blocks: Vec::new() };
    document.heading(1, title);
    document.paragraph(Line::strong(compare::compared(comparison)));
    document.paragraph(Line::plain(compare::compared_by(model, comparison)));
    if let Some(left_out) = compare::left_out(comparison) {
        document.paragraph(Line::plain(left_out));
    }
    if comparison.is_over_time && before.day > after.day {
        document.paragraph(Line::plain(compare::LATER_FIRST));
    }
    for (side, which) in [(before, "first"), (after, "second")] {
        if let Some(revision) = side.other_revision {
            document.paragraph(Line::plain(compare::other_revision(which, revision, model.revision())));
        }
    }
    for track in &comparison.after.tracks {
        let areas: Vec<&AreaChange> =
            comparison.areas.iter().filter(|area| model.area(area.area).track == track.track).collect();
        document.heading(2, model.track(track.track).title.clone());
        document.blocks.push(levels_table(model, [before, after], &areas, comparison));
        for area in areas {
            area_blocks(model, area, comparison, &mut document);
        }
        let stages = comparison.stages.iter().filter(|change| change.track == track.track);
        let stages: Vec<Line> =
            stages.map(|change| Line::plain(compare::stage_change(model, change, comparison.is_over_time))).collect();
        if !stages.is_empty() {
            document.heading(3, said(say::STAGES_CHANGED, comparison));
            document.list(stages);
        }
    }
    mismatch_blocks(model, comparison, &mut document);
    let outcomes = compare::metrics(&comparison.outcomes);
    if !outcomes.is_empty() {
        document.heading(2, words::result::METRICS);
        let rows = outcomes.into_iter().map(|row| row.map(Cell::from).to_vec()).collect();
        let caption = words::result::METRICS_NOTE.to_owned();
        document.blocks.push(Block::Table { caption, heads: heads(say::WHAT, [before, after]), rows });
    }
    left_out_blocks(model, comparison, &mut document);
    document
}

/// The wording for one team over time, or for two teams.
const fn said([over_time, of_two]: [&'static str; 2], comparison: &Comparison) -> &'static str {
    if comparison.is_over_time { over_time } else { of_two }
}

fn levels_table(model: &Model, sides: [&Record; 2], areas: &[&AreaChange], comparison: &Comparison) -> Block {
    let cell = |range: Option<Range>| Cell {
        level: range.map(|range| range.low),
        ..Cell::from(compare::range_in_short(range))
    };
    let row = |area: &&AreaChange| {
        let moved = compare::area_moved(area, comparison.is_over_time);
        let title = model.area(area.area).title.clone();
        vec![Cell::from(title), cell(area.before), cell(area.after), Cell::from(words::capitalised(&moved))]
    };
    let mut heads = heads(words::pages::AREA, sides);
    heads.push(said(say::MOVED, comparison).to_owned());
    let caption = say::BOTH_ASKED.to_owned();
    Block::Table { caption, heads, rows: areas.iter().map(row).collect() }
}

/// The heads of a table of both results: their days if these differ.
fn heads(first: &str, [before, after]: [&Record; 2]) -> Vec<String> {
    let [earlier, later] = if before.day == after.day {
        say::SIDES.map(str::to_owned)
    } else {
        [before, after].map(|record| words::day(record.day))
    };
    vec![first.to_owned(), earlier, later]
}

fn area_blocks(model: &Model, area: &AreaChange, comparison: &Comparison, document: &mut Document) {
    if area.answers.is_empty() {
        return;
    }
    document.heading(3, model.area(area.area).title.clone());
    for change in Change::ALL {
        let lines: Vec<Line> = area.with(change).map(|answer| answer_line(model, answer, comparison)).collect();
        if !lines.is_empty() {
            document.paragraph(Line::strong(compare::change(change, comparison.is_over_time)));
            document.list(lines);
        }
    }
}

fn answer_line(model: &Model, answer: &AnswerChange, comparison: &Comparison) -> Line {
    let [was, is] = [answer.before, answer.after].map(|answer| words::mid_sentence(words::answer_or_open(answer)));
    let capability = model.capability(answer.capability);
    Line::plain(capability.name()).quietly(say::was_and_is(capability.level, &was, &is, comparison.is_over_time))
}

fn mismatch_blocks(model: &Model, comparison: &Comparison, document: &mut Document) {
    let mismatches = &comparison.mismatches;
    for (head, positions) in
        [(say::ENDED, &mismatches.gone), (say::NEW, &mismatches.new), (say::STAY, &mismatches.stay)]
    {
        if positions.is_empty() {
            continue;
        }
        document.heading(2, said(head, comparison));
        let patterns = positions.iter().filter_map(|&at| model.patterns().get(at));
        document.list(patterns.map(|pattern| Line::plain(pattern.title.clone())).collect());
    }
}

fn left_out_blocks(model: &Model, comparison: &Comparison, document: &mut Document) {
    for (only_in, head) in [(OnlyIn::Before, say::ONLY_FIRST), (OnlyIn::After, say::ONLY_SECOND)] {
        let lines = comparison.left_out.iter().filter(|(_, only)| *only == only_in);
        let lines: Vec<Line> = lines.map(|&(at, _)| Line::plain(model.capability(at).name())).collect();
        if !lines.is_empty() {
            document.heading(2, head);
            document.list(lines);
        }
    }
}
