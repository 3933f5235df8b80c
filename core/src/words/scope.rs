//! What is said where somebody chooses what is asked.

use super::{minutes, quantity};
use crate::model::{Model, Track};

/// Over the scopes.
pub const HOW_MANY: &str = "How many questions?";

/// "39 questions, about 5 minutes".
#[must_use]
pub fn amount(questions: usize, seconds: usize) -> String {
    format!("{}, {}", quantity::questions(questions), minutes(seconds))
}

/// What the essentials ask, and what the full scope adds.
#[must_use]
pub fn scopes(model: &Model) -> [&'static str; 2] {
    if model.is_built_in() {
        ["What Microsoft's own model asks.", "Adds practices from Google, the ML Test Score and other catalogues."]
    } else {
        ["What no level can be held without.", "Everything."]
    }
}

/// "39 questions, about 5 minutes. What Microsoft's own model asks."
#[must_use]
pub fn scope(amount: &str, says: &str) -> String {
    format!("{amount}. {says}")
}

/// "Ask about GenAIOps too".
#[must_use]
pub fn ask_about(track: &Track) -> String {
    format!("Ask about {} too", track.title)
}

/// "Prompt lifecycle and token cost: 33 questions more, scored apart."
#[must_use]
pub fn track_adds(areas: &str, questions: usize) -> String {
    format!("{areas}: {} more, scored apart.", quantity::questions(questions))
}
