//! The answers as evidence for laws, standards and guidance: for the page, as a document, and as rows of a table.

use super::Subject;
use super::assessed::{assessed, business_unit};
use super::document::{Block, Cell, Document, Line};
use super::result::about;
use crate::governance::table::{self, Question, State, lines, lines_of, not_assessed};
use crate::governance::{Framework, Governance, Reference};
use crate::model::{Capability, TrackIx};
use crate::moment::Day;
use crate::order;
use crate::web_url::is_web_url;
use crate::words::{self, governance as say, result};

/// What a reader has to know before the first framework.
#[must_use]
pub fn before(subject: &Subject, governance: &Governance) -> Vec<Block> {
    let disclaimers = say::DISCLAIMERS.into_iter().map(Line::plain).collect();
    let mut blocks = vec![Block::List(disclaimers)];
    blocks.extend(say::HOW_TO_READ.into_iter().map(|text| Block::Paragraph(Line::plain(text))));
    blocks.extend(without(subject, governance).map(|text| Block::Paragraph(Line::plain(text))));
    if subject.is_from_link {
        blocks.push(Block::Paragraph(Line::plain(say::FROM_LINK)));
    }
    let mut left_out: Vec<usize> = lines(subject, governance)
        .flat_map(|line| line.questions)
        .filter(|question| question.state == State::NotInQuestionSet)
        .map(|question| question.capability.index())
        .collect();
    order::sort(&mut left_out);
    left_out.dedup();
    blocks.extend(say::left_out(left_out.len()).map(|text| Block::Paragraph(Line::plain(text))));
    blocks.push(Block::Paragraph(Line::strong(say::self_declared(subject.day))));
    blocks
}

/// Which tracks are not assessed; `None` if each that matters is.
fn without(subject: &Subject, governance: &Governance) -> Option<String> {
    let off = not_assessed(subject, governance);
    say::not_assessed(&titles(subject, &off.tracks), off.references)
}

fn titles<'a>(subject: &Subject<'a>, tracks: &[TrackIx]) -> Vec<&'a str> {
    let model = subject.case.model;
    tracks.iter().map(|&track| model.track(track).title.as_str()).collect()
}

/// The edition of a framework, what to know before its references, and its address.
fn note(framework: &Framework) -> Line {
    let line = Line::default().quietly(format!("{}. ", framework.edition)).then(framework.note.clone());
    match &framework.address {
        Some(address) => line.then(" ").linked(result::SOURCE, address.clone()),
        None => line,
    }
}

/// A framework by reference: what it asks, the questions that match it with their answers, and what no question asks.
#[must_use]
pub fn framework(subject: &Subject, framework: &Framework) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(note(framework))];
    for line in lines_of(subject, framework) {
        let reference = line.reference;
        blocks.push(Block::Heading(3, reference.name.clone()));
        blocks.push(Block::Paragraph(
            Line::plain(reference.asks.clone()).quietly(format!(" {}", say::extent(reference.extent))),
        ));
        if !line.questions.is_empty() {
            blocks.push(Block::List(line.questions.iter().map(|one| question(subject, one)).collect()));
            if !line.has_evidence() {
                blocks.push(Block::Paragraph(Line::strong(say::NOTHING_YET)));
            }
        }
        blocks.extend(gap(reference).map(Block::Paragraph));
    }
    blocks
}

/// What no question asks, with its label, and related references.
fn gap(reference: &Reference) -> Option<Line> {
    let said = (!reference.gap.is_empty()).then(|| Line::named(say::GAP, &reference.gap));
    match (said, see(reference)) {
        (Some(said), Some(see)) => Some(said.then(format!(" {see}"))),
        (said, see) => said.or_else(|| see.map(Line::plain)),
    }
}

/// The same for a cell, whose column has the label.
fn gap_cell(reference: &Reference) -> Line {
    match see(reference) {
        Some(see) if reference.gap.is_empty() => Line::plain(see),
        Some(see) => Line::plain(format!("{} {see}", reference.gap)),
        None => Line::plain(reference.gap.clone()),
    }
}

/// "See also: Art. 9 and Art. 10."
fn see(reference: &Reference) -> Option<String> {
    let see = &reference.see;
    (!see.is_empty()).then(|| format!("{}: {}.", say::SEE, words::list(see)))
}

/// "**Yes** – Is …? Evidence: https://…, answered on 23 November 2026. What the team notes."
fn question(subject: &Subject, question: &Question) -> Line {
    let asked = &subject.case.model.capability(question.capability).question;
    let mut line = Line::strong(answer(question)).then(format!(" \u{2013} {asked}"));
    if question.state.is_evidence() {
        line = line.then(" ").with(evidence(subject, question));
    }
    let dates = say::dates(question.answered, question.evidence_date);
    if !dates.is_empty() {
        line = line.quietly(format!(" ({dates})"));
    }
    if !question.note.is_empty() {
        line = line.then(" ").foreign(question.note);
    }
    line
}

fn answer(question: &Question) -> String {
    let answer = say::state(question.state);
    if question.state.is_not_applicable() { format!("{answer} {}", say::NOT_EVIDENCE) } else { answer.to_owned() }
}

/// The evidence, or that there is none.
fn evidence(subject: &Subject, question: &Question) -> Line {
    let named = Line::plain(format!("{}: ", say::EVIDENCE));
    match question.evidence {
        "" => Line::default().quietly(words::capitalised(say::no_evidence(subject.is_from_link))),
        address if is_web_url(address) => named.linked(address, address),
        text => named.foreign(text),
    }
}

/// All frameworks as a document, each with a table.
#[must_use]
pub fn governance_document(subject: &Subject, governance: &Governance) -> Document {
    let mut document = Document { title: say::heading(subject.title), blocks: Vec::new() };
    document.heading(1, document.title.clone());
    document.paragraph(Line::plain(about(subject)));
    document.blocks.extend(business_unit(subject).into_iter().chain(assessed(subject)).map(Block::Paragraph));
    document.blocks.extend(before(subject, governance));
    for framework in &governance.frameworks {
        document.heading(2, framework.title.clone());
        document.paragraph(note(framework));
        let rows = lines_of(subject, framework).flat_map(|line| document_rows(subject, &line)).collect();
        let heads = say::DOCUMENT_HEADS.map(str::to_owned).to_vec();
        document.blocks.push(Block::Table { caption: say::table_of(framework), heads, rows });
    }
    document
}

/// The rows of a reference in a document. The first row has what the reference asks, how much of it the questions
/// touch, and what no question asks.
fn document_rows(subject: &Subject, line: &table::Line) -> Vec<Vec<Cell>> {
    let reference = line.reference;
    let first = Line::strong(reference.name.clone()).then(format!(": {}", reference.asks));
    let (extent, gap) = (say::touched(reference.extent), gap_cell(reference));
    let empty = || Cell::from(String::new());
    if line.questions.is_empty() {
        let question = Cell::from(say::NO_QUESTION.to_owned());
        let extent = Cell::from(extent.to_owned());
        return vec![vec![first.into(), extent, question, empty(), empty(), empty(), empty(), gap.into()]];
    }
    let row = |(at, one): (usize, &Question)| {
        let is_first = at == 0;
        let name = if is_first { first.clone() } else { Line::strong(reference.name.clone()) };
        let asked = subject.case.model.capability(one.capability).question.clone();
        let evidence = if one.state.is_evidence() || !one.evidence.is_empty() {
            evidence_cell(subject, one)
        } else {
            Line::default()
        };
        vec![
            name.into(),
            if is_first { Cell::from(extent.to_owned()) } else { empty() },
            Cell::from(asked),
            Cell::from(answer(one)),
            evidence.into(),
            Cell::from(one.answered.map(words::day).unwrap_or_default()),
            Line::default().foreign(one.note).into(),
            if is_first { gap.clone().into() } else { empty() },
        ]
    };
    line.questions.iter().enumerate().map(row).collect()
}

fn evidence_cell(subject: &Subject, question: &Question) -> Line {
    let line = match question.evidence {
        "" => Line::plain(say::no_evidence(subject.is_from_link)),
        address if is_web_url(address) => Line::default().linked(address, address),
        text => Line::default().foreign(text),
    };
    match question.evidence_date {
        Some(day) => line.then(format!(" ({})", say::checked(day))),
        None => line,
    }
}

/// All frameworks as rows of a table with heads, for a file: one row for each question of each reference, and one for
/// each reference that no question matches. Every row is complete on its own, because files are filtered and cut.
#[must_use]
pub fn governance_rows(subject: &Subject, governance: &Governance) -> Vec<Vec<String>> {
    let mut rows = vec![say::HEADS.map(str::to_owned).to_vec()];
    let date = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let off = not_assessed(subject, governance).tracks;
    let question_set = say::question_set(subject.case.question_set.scope, &titles(subject, &off));
    for line in lines(subject, governance) {
        let (framework, reference) = (line.framework, line.reference);
        let row = |question: Option<&Question>| {
            let practice = question.map(|one| subject.case.model.capability(one.capability));
            let named = |read: fn(&Capability) -> &str| practice.map(|one| read(one).to_owned()).unwrap_or_default();
            let text = |read: fn(&Question) -> String| question.map(read).unwrap_or_default();
            let evidence = question.map_or("", |one| match one.evidence {
                "" if one.state.is_evidence() => say::no_evidence(subject.is_from_link),
                evidence => evidence,
            });
            vec![
                words::title(subject.title).to_owned(),
                subject.day.to_string(),
                format!("{}: {}", framework.title, framework.edition),
                reference.name.clone(),
                reference.asks.clone(),
                say::touched(reference.extent).to_owned(),
                named(Capability::name),
                named(|one| &one.id),
                practice.map_or(say::NO_QUESTION, |one| &one.question).to_owned(),
                text(answer),
                evidence.to_owned(),
                date(question.and_then(|one| one.evidence_date)),
                date(question.and_then(|one| one.answered)),
                text(|one| one.note.to_owned()),
                reference.gap.clone(),
                question_set.clone(),
                say::self_declared(subject.day),
            ]
        };
        if line.questions.is_empty() {
            rows.push(row(None));
        }
        rows.extend(line.questions.iter().map(|question| row(Some(question))));
    }
    rows
}
