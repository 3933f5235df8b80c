//! The built-in questionnaire: files next to the page, in the format of a model file.
//!
//! # Why files, and not a part of the program
//!
//! The questionnaire is data, a third as large as the program, and an organisation's own questionnaire is read in the
//! same way. The browser fetches the questions in parallel with the program, and the guidance together with the
//! result part. A native target uses the text that the build packed.

use mlops_core::fault::Fault;
use mlops_core::model::{Model, file, guidance};

/// The file with the questions.
pub const QUESTIONS: &str = "questions.json";
/// The file with the guidance: everything that the questions page does not need.
pub const GUIDANCE: &str = "guidance.json";
/// The file with the signals.
pub const SIGNALS: &str = "signals.json";

/// The file with the frameworks, such as laws and standards.
pub const GOVERNANCE: &str = "governance.json";

/// The model file that the build packed and checked.
#[cfg(not(target_arch = "wasm32"))]
pub const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/model.json"));

fn leaked(model: Model) -> &'static Model {
    Box::leak(Box::new(model))
}

/// Reads a whole model, which is never freed.
///
/// # Errors
///
/// All faults, if the text is no model file.
pub fn read_leaked(text: &str) -> Result<&'static Model, Vec<Fault>> {
    file::read(text).map(leaked)
}

/// Reads the questions of a model, which is never freed.
///
/// # Errors
///
/// All faults, if the text contains no questions.
pub fn read_questions(text: &str) -> Result<&'static Model, Vec<Fault>> {
    file::read_questions(text).map(leaked)
}

/// The same model with the guidance in `text`.
///
/// # Errors
///
/// All faults, if the text contains no guidance for these questions.
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
