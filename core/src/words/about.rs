//! The page "How this works".

use super::{pages, quantity, support};
use crate::model::{Area, Capability, Lens, Model};
use crate::moment::Day;

pub const LEVELS: &str = "The five levels";
pub const LEVEL_HEADS: [&str; 4] = [pages::LEVEL, "Name", "Meaning", "When it pays off"];
pub const RULES: &str = "Scoring rules";
pub const QUESTIONS: &str = "All questions and level descriptions";
pub const EXAMPLE: &str = "Worked example";
/// Heading above the steps that the team of the example took.
pub const TAKEN_UP: &str = "Steps taken, and why";
/// Before the steps that it took first. Not the first of two results.
pub const FIRST: &str = "First";
/// Before the steps that became possible after that.
pub const THEN: &str = "Then";
/// Heading above the effect of these steps.
pub const OUTCOME: &str = "Effect";
pub const GLOSSARY: &str = "Glossary";
pub const SOURCES: &str = "Sources";
/// Heading above the glossary terms in a question.
pub const TERMS: &str = "Terms";

/// Below the title of the page.
#[must_use]
pub fn lead(model: &Model) -> String {
    format!(
        "{} questions ask about facts that you can demonstrate. Each belongs to the lowest level that requires it. The result is a \
         level for each area. The overall level is the lowest of them.",
        model.capabilities().len(),
    )
}

/// The rules: name and explanation of each.
#[must_use]
pub fn rules(model: &Model) -> [(&'static str, String); 7] {
    let support = support(model);
    let essential = if model.is_built_in() {
        "In MLOps, essential practices are Microsoft's criteria, plus a few of our own where Microsoft has none. \
         Supporting practices come from other sources, and we chose their levels. In GenAIOps we chose all levels. \
         All scores and thresholds are ours: Microsoft gives none."
    } else {
        "A level requires all of its essential practices, its guards at least partly, and a share of its supporting practices."
    };
    [
        (
            "Answers",
            "Yes counts as 1 point, partly as half a point, and everything else as 0. \"Not applicable\" is left out \
             of every count."
                .to_owned(),
        ),
        (
            "Reaching a level",
            format!(
                "An area reaches a level if three conditions are met. Every essential practice is answered yes. \
                 Every guard is answered yes or partly: guards notice, stop or undo harm. The supporting practices \
                 earn at least {support} of their points. A level without questions in an area is skipped."
            ),
        ),
        (
            "The level of an area",
            "The highest level that is reached together with every level below it. A plus, as in 2+, means at least \
             half the points of the next level."
                .to_owned(),
        ),
        (
            "The range",
            "Open questions are counted once as missing and once as in place. This gives the lowest and the highest level \
             the area can have. Answering can only narrow the range."
                .to_owned(),
        ),
        (
            "The overall level",
            "The lowest area level of a track. Areas are never averaged, and tracks are never combined.".to_owned(),
        ),
        (
            "Ahead",
            "A practice that is in place more than one level above the level of its area.".to_owned(),
        ),
        ("Essential and supporting", essential.to_owned()),
    ]
}

/// "Model creation (23 questions)".
#[must_use]
pub fn area(area: &Area, questions: usize) -> String {
    format!("{} ({})", area.title, quantity::questions(questions))
}

/// " Essential. Processes and structures. Microsoft, people, level 2.": after a question.
#[must_use]
pub fn about_question(capability: &Capability, lens: &Lens) -> String {
    format!(" {}. {}. {}.", super::kind(capability), lens.title, capability.basis.trim_end_matches('.'))
}

/// "Questionnaire "MLOps maturity", revision 1."
#[must_use]
pub fn edition(model: &Model) -> String {
    format!("Questionnaire \"{}\", revision {}.", model.title(), model.revision())
}

/// "Round 1, 12 January 2026".
#[must_use]
pub fn round(number: usize, day: Option<Day>) -> String {
    let day = day.map(|day| format!(", {}", super::day(day))).unwrap_or_default();
    format!("Round {number}{day}")
}

/// "Open the result of round 1".
#[must_use]
pub fn open_round(number: usize) -> String {
    format!("Open the result of round {number}")
}
