//! The choice of the question set.

use super::quantity;
use crate::model::{Model, Track};

/// Over the question sets.
pub const HOW_MANY: &str = "How many questions?";

/// "39 questions, about 9 minutes".
#[must_use]
pub fn amount(questions: usize, seconds: usize) -> String {
    format!("{}, {}", quantity::questions(questions), quantity::minutes(seconds))
}

/// What the essentials contain, and what the full question set adds.
#[must_use]
pub fn scopes(model: &Model) -> [&'static str; 2] {
    if model.is_built_in() {
        [
            "Based on Microsoft's criteria, with a few of our own.",
            "Adds practices from Google, the ML Test Score and other sources.",
        ]
    } else {
        ["Only what every level requires.", "All questions of this questionnaire."]
    }
}

/// "39 questions, about 9 minutes. Based on Microsoft's criteria, with a few of our own."
#[must_use]
pub fn scope(amount: &str, says: &str) -> String {
    format!("{amount}. {says}")
}

/// "Add GenAIOps questions".
#[must_use]
pub fn ask_about(track: &Track) -> String {
    format!("Add {} questions", track.title)
}

/// "Prompt lifecycle and Token cost. Adds 33 questions, scored separately."
#[must_use]
pub fn track_adds(areas: &str, questions: usize) -> String {
    format!("{areas}. Adds {}, scored separately.", quantity::questions(questions))
}
