//! The combined answers of several people as a document: where they differ, and what they agreed on.

use super::document::{Block, Cell, Document, Line};
use crate::history::respondents::{Agreement, Cohort};
use crate::moment::Day;
use crate::words::{self, pages, report as say, respondents};

/// Where people agree and where they do not. Names are included only on request, and only if they were given.
#[must_use]
pub fn cohort_document(cohort: &Cohort, title: &str, day: Day, with_names: bool) -> Document {
    let model = cohort.model();
    let mut document = Document { title: title.to_owned(), blocks: Vec::new() };
    document.heading(1, title);
    let people = words::quantity::people(cohort.respondents().len());
    let asked = cohort.question_set().capabilities(model).count();
    let scope = words::scope(cohort.question_set().scope);
    let questions = words::quantity::questions(asked);
    document.paragraph(Line::plain(say::cohort(day, &people, scope, &questions)));
    document.paragraph(Line::strong(words::respondents::open_to_discussion(cohort)));
    let first = cohort.discuss_first();
    if first.is_empty() {
        let is_resolved = !cohort.to_discuss().is_empty();
        document.paragraph(Line::strong(if is_resolved { respondents::ALL_RESOLVED } else { say::ALL_AGREE }));
    } else {
        document.heading(2, say::TALK_FIRST);
        for one in &first {
            document.paragraph(question(cohort, one));
            document.list(details(cohort, one, with_names));
        }
    }
    document.paragraph(Line::plain(say::SPREAD_NOTE));
    let all = cohort.agreements();
    for area in cohort.question_set().areas(model) {
        let of_area: Vec<&Agreement> =
            all.iter().filter(|one| model.capability(one.capability).area == area).collect();
        let title = &model.area(area).title;
        document.heading(2, title.clone());
        document.blocks.push(table(cohort, &of_area, title));
    }
    agreed_answers(cohort, &all, &mut document);
    document
}

fn question(cohort: &Cohort, one: &Agreement) -> Line {
    let capability = cohort.model().capability(one.capability);
    Line::strong(capability.name().to_owned()).then(format!(" \u{2013} {}", capability.question))
}

fn details(cohort: &Cohort, one: &Agreement, with_names: bool) -> Vec<Line> {
    let together = words::answer_or_open(one.combined);
    let mut lines = vec![
        Line::named(pages::SAID, &respondents::tally(one)),
        Line::named(pages::SPREAD, &respondents::spread(one.spread)),
        Line::named(pages::COMBINED, together),
    ];
    for role in cohort.by_role(one.capability) {
        lines.push(Line::named(role.role, &words::respondents::of_people(role.combined, role.people)));
    }
    if with_names {
        let said = cohort.said(one.capability);
        lines.extend(said.iter().map(|(name, answer)| Line::named(name, words::answer_or_open(*answer))));
    }
    lines
}

fn table(cohort: &Cohort, of: &[&Agreement], area: &str) -> Block {
    let row = |one: &&Agreement| {
        let answer = cohort.agreed(one.capability).map(|agreed| agreed.answer).or(one.combined);
        vec![
            Cell::from(cohort.model().capability(one.capability).name().to_owned()),
            Cell::from(words::answer_or_open(answer).to_owned()),
            Cell::from(respondents::spread_in_short(one.spread)),
            Cell::from(respondents::tally(one)),
        ]
    };
    Block::Table {
        caption: say::said_together(area),
        heads: say::COHORT_HEADS.map(str::to_owned).to_vec(),
        rows: of.iter().map(row).collect(),
    }
}

fn agreed_answers(cohort: &Cohort, all: &[Agreement], document: &mut Document) {
    let line = |one: &Agreement| {
        let agreed = cohort.agreed(one.capability)?;
        let note = if agreed.note.is_empty() { String::new() } else { format!(" {}", agreed.note) };
        let name = cohort.model().capability(one.capability).name();
        Some(Line::named(name, words::answer(agreed.answer)).then(note))
    };
    let lines: Vec<Line> = all.iter().filter_map(line).collect();
    if !lines.is_empty() {
        document.heading(2, say::AGREED_ANSWERS);
        document.list(lines);
    }
}
