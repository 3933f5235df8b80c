//! What the page "How this works" says.

use super::{heads, quantity, support};
use crate::model::{Area, Capability, Lens, Model};
use crate::moment::Day;

/// Over the levels.
pub const LEVELS: &str = "The five levels";
/// The heads of the table of levels.
pub const LEVEL_HEADS: [&str; 4] = [heads::LEVEL, "Name", "What it means", "When it pays off"];
/// Over the rules.
pub const RULES: &str = "The rules";
/// Over the questions.
pub const QUESTIONS: &str = "Every question, and each level in plain words";
/// Over the worked example.
pub const EXAMPLE: &str = "A worked example";
/// Over what a team took up.
pub const TAKEN_UP: &str = "What it took up, and why";
/// Before what it took up at first; not the first of two results.
pub const FIRST: &str = "First";
/// Before what those made ready.
pub const THEN: &str = "Then";
/// Over what came of it.
pub const OUTCOME: &str = "What came of it";
/// Over the glossary.
pub const GLOSSARY: &str = "Glossary";
/// Over the sources.
pub const SOURCES: &str = "Sources";
/// Over the terms in the help of a question.
pub const TERMS: &str = "Terms";

/// What the page is about.
#[must_use]
pub fn lead(model: &Model) -> String {
    format!(
        "{} questions about things that can be shown, each placed at the lowest level that asks for it. The profile is the \
         result; a single number is only its floor.",
        model.capabilities().len(),
    )
}

/// The rules: the name of each, and what it says.
#[must_use]
pub fn rules(model: &Model) -> [(&'static str, String); 7] {
    let support = support(model);
    let essential = if model.is_built_in() {
        "In MLOps, essential is what Microsoft's own model states, and what we put where it is silent. Supporting is what other \
         sources add, placed at a level by judgement. In GenAIOps every placement is ours. All scores and thresholds are ours: \
         Microsoft gives none."
    } else {
        "No level is held without its essential capabilities; of the supporting ones a share is enough."
    };
    [
        (
            "Answers",
            "Yes counts 1 point, partly half a point, everything else 0. Not applicable leaves every count.".to_owned(),
        ),
        (
            "Holding a level",
            format!(
                "An area holds a level when every essential capability there is answered yes and the supporting ones reach \
                 at least {support} of their points. A level that asks nothing of an area is passed over."
            ),
        ),
        (
            "The level of an area",
            "The highest level up to which all levels are held. A plus, as in 2+, says that at least half of the points of \
             the next level are there."
                .to_owned(),
        ),
        (
            "The range",
            "What is not answered and what nobody knows is taken once as missing and once as in place: that gives the \
             lowest and the highest level the area can have. Answering can only narrow it."
                .to_owned(),
        ),
        (
            "The floor",
            "The lowest area of a track. Areas are never averaged, and tracks are never mixed.".to_owned(),
        ),
        (
            "Ahead",
            "A yes more than one level above the area's own: done already, and waiting for what comes before it.".to_owned(),
        ),
        ("Essential and supporting", essential.to_owned()),
    ]
}

/// "Model creation (23 questions)".
#[must_use]
pub fn area(area: &Area, questions: usize) -> String {
    format!("{} ({})", area.title, quantity::questions(questions))
}

/// " Essential. Processes and structures. Microsoft, people, level 2.": behind a question.
#[must_use]
pub fn about_question(capability: &Capability, lens: &Lens) -> String {
    format!(" {}. {}. {}.", super::kind(capability), lens.title, capability.basis.trim_end_matches('.'))
}

/// "Model "MLOps maturity", revision 1."
#[must_use]
pub fn edition(model: &Model) -> String {
    format!("Model \"{}\", revision {}.", model.title(), model.revision())
}

/// "Round 1, 12 January 2026".
#[must_use]
pub fn round(number: usize, day: Option<Day>) -> String {
    let day = day.map(|day| format!(", {}", super::day(day))).unwrap_or_default();
    format!("Round {number}{day}")
}

/// "Open the result of round 1: it is read-only".
#[must_use]
pub fn open_round(number: usize) -> String {
    format!("Open the result of round {number}")
}
