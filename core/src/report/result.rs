//! Where a team stands and what to do next, as one document.

use super::Subject;
use super::advice;
use super::assessed::{assessed, outcomes_elsewhere};
use super::carries_over::carries_over;
use super::document::{Block, Cell, Document, Line};
use super::levels;
use crate::advice::button_map::button_map;
use crate::advice::next_steps::{Advice, List};
use crate::advice::stalls::{Stall, of_track, skipped, unasked};
use crate::model::CapabilityIx;
use crate::model::level::Level;
use crate::scoring::profile::{AreaProfile, TrackProfile};
use crate::web_url::is_web_url;
use crate::words::{self, report as say};

/// The whole result. Notes and evidence are in it only when asked for.
#[must_use]
pub fn result_document(subject: &Subject, with_notes: bool) -> Document {
    let case = subject.case;
    let mut document = Document { title: subject.title.to_owned(), blocks: Vec::new() };
    document.heading(1, subject.title);
    document.paragraph(Line::plain(about(subject)));
    document.blocks.extend(assessed(subject).map(Block::Paragraph));
    document.blocks.extend(outcomes_elsewhere(subject).map(Block::Paragraph));
    for track in &subject.profile.tracks {
        document.heading(2, case.model.track(track.track).title.clone());
        document.paragraph(Line::strong(words::verdict(case.model, track)));
        document.blocks.push(profile_table(subject, track));
        for area in &track.areas {
            area_blocks(subject, area, &mut document);
        }
        let told = Advice::of(case, track, subject.stalls);
        map_blocks(subject, &told, &mut document);
        stall_blocks(subject, &told, &mut document);
        step_blocks(subject, &told, &mut document);
        if let Some(blocks) = carries_over(case, track.track, &told) {
            document.heading(3, words::advice::extend(case.model.track(track.track)));
            document.blocks.extend(blocks);
        }
    }
    if with_notes {
        note_blocks(subject, &mut document);
    }
    document.heading(2, say::ABOUT);
    if let Some(link) = subject.link {
        document.paragraph(Line::plain(say::OPEN).linked(link, link));
    }
    let source = &case.model.source().main;
    let credit = Line::plain(say::BASED_ON).linked(source.title.clone(), source.address.clone());
    document.paragraph(credit.then(format!(" ({}). {}", source.licence, case.model.source().note)));
    document
}

/// "23 November 2026. Full: 70 questions. Model "…", revision 1."
#[must_use]
pub fn about(subject: &Subject) -> String {
    let (model, questionnaire) = (subject.case.model, subject.case.questionnaire);
    let questions = questionnaire.capabilities(model).count();
    say::about(subject.day, questionnaire.scope, questions, model)
}

fn profile_table(subject: &Subject, track: &TrackProfile) -> Block {
    let model = subject.case.model;
    let mut heads = words::result::PROFILE_HEADS.map(str::to_owned).to_vec();
    heads.extend(Level::ASKED.map(words::levels::level));
    let row = |area: &AreaProfile| {
        let mut row = vec![Cell::from(model.area(area.area).title.clone())];
        row.push(Cell { line: Line::strong(words::level_or_unknown(area)), level: Some(area.range.low) });
        row.push(Cell::from(area.range.high.to_string()));
        for level_result in &area.levels {
            let share = format!("{}/{}", words::halves(level_result.half_points), level_result.capabilities.len());
            let text = if level_result.capabilities.is_empty() { words::DASH.to_owned() } else { share };
            row.push(Cell {
                line: Line::plain(text),
                level: (level_result.level <= area.range.low).then_some(level_result.level),
            });
        }
        row
    };
    Block::Table { caption: say::POINTS.to_owned(), heads, rows: track.areas.iter().map(row).collect() }
}

fn area_blocks(subject: &Subject, area: &AreaProfile, document: &mut Document) {
    let model = subject.case.model;
    document.heading(3, words::area_at(model, area));
    document.blocks.extend(levels::in_plain_words(model, area.area, area.range.low).map(Block::Paragraph));
    document.paragraph(Line::plain(words::why(model, area)));
    let Some(level_result) = area.next_level() else { return };
    let missing = level_result
        .core_missing
        .iter()
        .chain(level_result.support_missing.iter().filter(|_| level_result.support_short > 0));
    document.list(missing.map(|&at| advice::answered(subject.case, at)).collect());
}

fn map_blocks(subject: &Subject, told: &Advice, document: &mut Document) {
    let map = button_map(subject.case, told.track);
    if !advice::is_map_worth_showing(&map) {
        return;
    }
    document.heading(3, words::advice::MAP);
    document.paragraph(Line::strong(words::advice::distance(&map)));
    if let Some(first) = &told.free_first {
        let name = Line::strong(format!("{}:", words::advice::FREE_FIRST)).then(" ");
        document.paragraph(name.with(advice::free_first(subject.case, first)));
    }
    document.blocks.push(advice::map_table(subject.case, &map, say::LIFECYCLE.to_owned()));
}

fn stall_blocks(subject: &Subject, told: &Advice, document: &mut Document) {
    let (stalls, edges): (Vec<&Stall>, Vec<&Stall>) =
        of_track(subject.stalls, told.track).into_iter().partition(|stall| stall.is_contradiction());
    for (title, stalls) in [(words::advice::STALLS, stalls), (words::advice::OPEN_EDGES, edges)] {
        if !stalls.is_empty() {
            document.heading(3, title);
            document.blocks.extend(stalls.iter().flat_map(|stall| advice::stall(subject.case, stall, told)));
        }
    }
    let skipped = skipped(subject.case, told.track);
    if !skipped.is_empty() {
        document.heading(3, words::advice::SKIPPED);
        document.list(skipped.iter().map(|one| advice::skipped(subject.case, one)).collect());
    }
    document.blocks.extend(advice::unasked(subject.case, &unasked(subject.case, told.track)));
}

/// Steps to start now and the investment in full, the others in a line each.
fn step_blocks(subject: &Subject, told: &Advice, document: &mut Document) {
    let lists: Vec<_> = told.lists().collect();
    if !lists.is_empty() {
        document.paragraph(Line::default().quietly(words::advice::STEPS_NOTE));
    }
    for (list, steps) in lists {
        document.heading(3, words::advice::list_heading(list, told.so_far));
        if matches!(list, List::StartNow | List::PlanFor) {
            for (position, step) in steps.iter().enumerate() {
                document.blocks.extend(advice::step(subject, position + 1, step));
            }
        } else {
            let in_short = |step: &_| {
                advice::step_in_short(subject.case, step).quietly(format!(". {}", advice::why_here(subject, step)))
            };
            document.list(steps.iter().map(in_short).collect());
        }
    }
}

fn note_blocks(subject: &Subject, document: &mut Document) {
    let noted = |at: CapabilityIx| {
        let response = subject.assessment?.responses.get(&subject.case.model.capability(at).id)?;
        let mut line = Line::strong(format!("{}:", subject.case.model.capability(at).name()));
        if !response.note.is_empty() {
            line = line.then(" ").foreign(response.note.clone());
        }
        if is_web_url(&response.evidence) {
            line = line.then(" ").linked(response.evidence.clone(), response.evidence.clone());
        } else if !response.evidence.is_empty() {
            line = line.then(" ").foreign(response.evidence.clone());
        }
        (line.0.len() > 1).then_some(line)
    };
    let lines: Vec<Line> = subject.case.capabilities().filter_map(noted).collect();
    if !lines.is_empty() {
        document.heading(2, say::NOTES);
        document.list(lines);
    }
}
