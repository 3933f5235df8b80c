//! A result as a document: levels, and what to do next.

use super::Subject;
use super::advice;
use super::areas::{area_says, lens_table, profile_table};
use super::assessed::{assessed, business_unit, combined, outcomes_elsewhere};
use super::carries_over::carries_over;
use super::crosswalk::crosswalks;
use super::document::{Block, Document, Line};
use super::track::TrackResult;
use crate::advice::next_steps::{Advice, List};
use crate::model::CapabilityIx;
use crate::scoring::profile::AreaProfile;
use crate::web_url::is_web_url;
use crate::words::questions::evidence_of;
use crate::words::{self, report as say};

/// The whole result. Notes and evidence are included only on request.
#[must_use]
pub fn result_document(subject: &Subject, with_notes: bool) -> Document {
    let case = subject.case;
    let mut document = Document { title: subject.title.to_owned(), blocks: Vec::new() };
    document.heading(1, subject.title);
    document.paragraph(Line::plain(about(subject)));
    document.blocks.extend(business_unit(subject).map(Block::Paragraph));
    document.blocks.extend(assessed(subject).map(Block::Paragraph));
    document.blocks.extend(outcomes_elsewhere(subject).map(Block::Paragraph));
    document.blocks.extend(combined(subject).map(Block::Paragraph));
    for track in &subject.profile.tracks {
        document.heading(2, case.model.track(track.track).title.clone());
        document.paragraph(Line::strong(words::verdict(case.model, track)));
        let result = TrackResult::of(subject, track);
        document.blocks.extend(advice::cheapest_lift(case, &result).map(Block::Paragraph));
        document.blocks.extend(advice::guards_partly(case, track).map(Block::Paragraph));
        if !track.areas.is_empty() {
            document.blocks.push(profile_table(case, track));
            for area in &track.areas {
                area_blocks(subject, area, &mut document);
            }
            document.heading(3, words::result::LENSES);
            document.blocks.push(lens_table(case, track));
        }
        let track = result;
        map_blocks(subject, &track, &mut document);
        pattern_blocks(subject, &track, &mut document);
        step_blocks(subject, &track.advice, &mut document);
        if let Some(blocks) = carries_over(case, track.profile.track, &track.advice) {
            document.heading(3, words::advice::extend(case.model.track(track.profile.track)));
            document.blocks.extend(blocks);
        }
    }
    let beside = crosswalks(case);
    if !beside.is_empty() {
        document.heading(2, words::result::BESIDE);
        document.blocks.extend(beside);
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
    let (model, question_set) = (subject.case.model, subject.case.question_set);
    let questions = question_set.capabilities(model).count();
    say::about(subject.day, question_set.scope, questions, model)
}

fn area_blocks(subject: &Subject, area: &AreaProfile, document: &mut Document) {
    document.heading(3, words::area_at(subject.case.model, area));
    document.blocks.extend(area_says(subject.case, area));
}

fn map_blocks(subject: &Subject, track: &TrackResult, document: &mut Document) {
    if !track.is_map_known() {
        return;
    }
    document.heading(3, words::advice::MAP);
    document.paragraph(Line::strong(words::advice::still_manual(&track.map, subject.case.model)));
    if let Some(first) = &track.advice.automate_first {
        let [stage, by_hand, replaced] = advice::automate_first(subject.case, first);
        document.paragraph(Line::strong(format!("{}:", words::advice::AUTOMATE_FIRST)).then(" ").with(stage));
        document.paragraph(by_hand.then(" ").with(replaced));
    }
    document.blocks.push(advice::map_table(subject.case, &track.map, say::LIFECYCLE.to_owned()));
}

fn pattern_blocks(subject: &Subject, track: &TrackResult, document: &mut Document) {
    let case = subject.case;
    let lists = [
        (words::advice::MISMATCHES, Some(words::advice::MISMATCHES_ARE), &track.mismatches),
        (words::advice::GAPS, None, &track.gaps),
    ];
    for (title, meaning, patterns) in lists {
        if !patterns.is_empty() {
            document.heading(3, title);
            document.blocks.extend(meaning.map(|meaning| Block::Paragraph(Line::default().quietly(meaning))));
            document.blocks.extend(patterns.iter().flat_map(|fired| advice::pattern(case, fired, &track.advice)));
        }
    }
    if !track.to_check.is_empty() {
        document.heading(3, words::advice::TO_CHECK);
        document.list(track.to_check.iter().map(|one| advice::answer_to_check(case, one)).collect());
    }
    document.blocks.extend(advice::unasked(case, &track.unasked));
}

/// Steps to start now and the investment in full, all others in one line each.
fn step_blocks(subject: &Subject, advice: &Advice, document: &mut Document) {
    let lists: Vec<_> = advice.lists().collect();
    if !lists.is_empty() {
        document.paragraph(Line::default().quietly(words::advice::steps_note(subject.case.models)));
    }
    if advice.no_investment_yet {
        document.paragraph(advice::no_investment_yet());
    }
    for (list, steps) in lists {
        document.heading(3, words::advice::list_heading(list, advice.so_far));
        if matches!(list, List::StartNow | List::PlanAhead) {
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
        if let Some(day) = response.evidence_date {
            line = line.then(format!(" {}.", evidence_of(day)));
        }
        (line.0.len() > 1).then_some(line)
    };
    let lines: Vec<Line> = subject.case.capabilities().filter_map(noted).collect();
    if !lines.is_empty() {
        document.heading(2, say::NOTES);
        document.list(lines);
    }
}
