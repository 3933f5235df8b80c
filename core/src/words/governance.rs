//! Answers as evidence for laws, standards and guidance, and what that does not mean.

use super::{day, pages};
use crate::governance::table::State;
use crate::governance::{Extent, Framework};
use crate::moment::Day;
use crate::scoring::case::Scope;

pub const HEADING: &str = "Evidence for AI governance";
/// Button that opens the frameworks.
pub const OPEN: &str = "Show evidence by framework";
/// At the head, always visible.
pub const DISCLAIMERS: [&str; 5] = [
    "This page maps your answers to frameworks as evidence of practice. It does not show that a law, a standard or \
     a supervisor's expectation is met.",
    "It does not say which risk class a system is in. Nor does it say whether you are its provider or its deployer, or \
     whether a rule applies to you.",
    "It gives no deadlines, because they can change. Ask your legal team which apply.",
    "Every answer is your own, and nobody has checked it. A \"Yes\" needs a document that proves it.",
    "The matching is ours. No authority or standards body has seen or approved it, and it is not legal advice.",
];
/// Above the frameworks.
pub const HOW_TO_READ: [&str; 2] = [
    "Each reference lists our related questions, and what they do not cover. No reference is \
     covered in full.",
    "\"Not applicable\" is shown as an answer and is not evidence. A reference can have answers and no evidence.",
];

/// Label of what no question asks.
pub const GAP: &str = "Not asked here";
/// Label of related references.
pub const SEE: &str = "See also";
/// Label of the evidence.
pub const EVIDENCE: &str = super::questions::EVIDENCE;
/// Above the frameworks, for a result from a link.
pub const FROM_LINK: &str = "This result was read from a link. A link does not contain when each answer was given, \
                             and it contains evidence only if its author included it.";
/// A reference without any answer that is evidence.
pub const NOTHING_YET: &str = "No answer is evidence for this yet.";
/// For a question outside the question set.
pub const NOT_IN_QUESTION_SET: &str = "Not in this question set";
/// For a reference that no question matches.
pub const NO_QUESTION: &str = "No question asks about this.";

pub const AS_CSV: &str = "Table as CSV";
pub const AS_MARKDOWN: &str = "Table as Markdown";
/// If the frameworks could not be loaded.
pub const NOT_LOADED: &str =
    "The frameworks did not load, probably because you are offline. Your result is complete without them.";

/// The heads of the table as a file.
pub const HEADS: [&str; 17] = [
    pages::TEAM,
    pages::DAY,
    "Framework",
    "Reference",
    "What it asks",
    "How much our questions touch",
    super::report::COHORT_HEADS[0],
    "Id of the practice",
    "Question",
    "Answer",
    EVIDENCE,
    "Evidence checked on",
    "Answered on",
    super::questions::NOTE,
    GAP,
    super::teams::ASKED,
    "What this is",
];
/// The heads of the table in a document.
pub const DOCUMENT_HEADS: [&str; 8] =
    [HEADS[3], HEADS[5], HEADS[8], HEADS[9], HEADS[10], HEADS[12], HEADS[13], HEADS[14]];

/// On every copy of the table.
#[must_use]
pub fn self_declared(on: Day) -> String {
    format!("Evidence of practice, self-declared on {}; not an assessment of conformity.", day(on))
}

/// "Payments ML: evidence for AI governance".
#[must_use]
pub fn heading(title: &str) -> String {
    format!("{}: {}", super::title(title), super::mid_sentence(HEADING))
}

/// How much of a reference the questions cover.
#[must_use]
pub const fn extent(extent: Extent) -> &'static str {
    match extent {
        Extent::Part => "Our questions touch a part of this.",
        Extent::Trace => "Our questions touch little of this.",
        Extent::None => NO_QUESTION,
    }
}

/// The same in a column with this as its head.
#[must_use]
pub const fn touched(extent: Extent) -> &'static str {
    match extent {
        Extent::Part => "A part",
        Extent::Trace => "Little",
        Extent::None => "Nothing",
    }
}

/// In place of evidence.
#[must_use]
pub const fn no_evidence(is_from_link: bool) -> &'static str {
    if is_from_link { "no evidence in the link" } else { "no evidence noted" }
}

/// The answer to a question that matches a reference.
#[must_use]
pub const fn state(state: State) -> &'static str {
    match state {
        State::NotInQuestionSet => NOT_IN_QUESTION_SET,
        State::Asked(given) => super::answer_or_open(given),
    }
}

/// "(not evidence)", after an answer that a practice does not apply.
pub const NOT_EVIDENCE: &str = "(not evidence)";

/// The number of questions of the frameworks that the question set does not contain; `None` if it contains all.
#[must_use]
pub fn left_out(questions: usize) -> Option<String> {
    let questions = (questions > 0).then(|| super::quantity::questions(questions))?;
    Some(format!("{questions} that touch these frameworks are not in your question set."))
}

/// The tracks that are off, and the number of references that are left out for it; `None` without such a track.
#[must_use]
pub fn not_assessed(tracks: &[&str], references: usize) -> Option<String> {
    if tracks.is_empty() {
        return None;
    }
    let with = match references {
        0 => String::new(),
        _ => {
            let counted = super::count(references, "reference", "references");
            format!(". So are {counted} that only those questions touch")
        }
    };
    Some(format!(
        "Not assessed: {}. Questions of a track that is not assessed are left out{with}.",
        super::list(tracks)
    ))
}

/// "Full", "Full, without GenAIOps".
#[must_use]
pub fn question_set(scope: Scope, without: &[&str]) -> String {
    let scope = super::scope(scope);
    if without.is_empty() { scope.to_owned() } else { format!("{scope}, without {}", super::list(without)) }
}

/// "checked on 2 November 2026", after evidence.
#[must_use]
pub fn checked(on: Day) -> String {
    format!("checked on {}", day(on))
}

/// "answered on 23 November 2026, evidence checked on 2 November 2026".
#[must_use]
pub fn dates(answered: Option<Day>, checked: Option<Day>) -> String {
    let answered = answered.map(|on| format!("answered on {}", day(on)));
    let checked = checked.map(|on| format!("evidence {}", self::checked(on)));
    answered.into_iter().chain(checked).collect::<Vec<_>>().join(", ")
}

/// The caption of the table of a framework.
#[must_use]
pub fn table_of(framework: &Framework) -> String {
    format!("{}: references, questions and answers", framework.title)
}
