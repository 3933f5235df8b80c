//! The questionnaire that comes with the page: two files beside it, in the shape of a model file.
//!
//! # Why files and not a part of the program
//!
//! It is data, it is as large as a third of the program, and an organisation's own takes the same way in. The browser
//! fetches the questions side by side with the program, and the guidance with the later part of it. On a native target
//! the text that the build packed stands in for both.

use mlops_core::fault::Fault;
use mlops_core::model::{Model, file, guidance};

/// The name of the file of its questions.
pub const QUESTIONS: &str = "questions.json";
/// The name of the file of what it says beyond them.
pub const GUIDANCE: &str = "guidance.json";
/// The name of the file of its signals.
pub const SIGNALS: &str = "signals.json";

/// The name of the file of the frameworks that answers are evidence for.
pub const GOVERNANCE: &str = "governance.json";

/// The model file that the build packed and checked.
#[cfg(not(target_arch = "wasm32"))]
pub const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/model.json"));

fn leaked(model: Model) -> &'static Model {
    Box::leak(Box::new(model))
}

/// A whole model that stays for as long as the program runs.
///
/// # Errors
///
/// The text is no model file: all its faults.
pub fn read_leaked(text: &str) -> Result<&'static Model, Vec<Fault>> {
    file::read(text).map(leaked)
}

/// The questions of a model, for as long as the program runs.
///
/// # Errors
///
/// The text holds no questions: all its faults.
pub fn read_questions(text: &str) -> Result<&'static Model, Vec<Fault>> {
    file::read_questions(text).map(leaked)
}

/// The same model with the guidance that a text holds.
///
/// # Errors
///
/// The text holds no guidance for these questions: all its faults.
pub fn with_guidance(questions: &Model, text: &str) -> Result<&'static Model, Vec<Fault>> {
    guidance::read(text, questions).map(leaked)
}

/// The built-in model, read once.
///
/// # Panics
///
/// Never in a build that succeeded: `build.rs` read the same text with the same reader.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn built_in() -> &'static Model {
    use std::sync::OnceLock;

    static MODEL: OnceLock<&'static Model> = OnceLock::new();
    #[allow(clippy::expect_used, reason = "the build read this very text with this very reader")]
    MODEL.get_or_init(|| read_leaked(JSON).expect("the build checked it"))
}
