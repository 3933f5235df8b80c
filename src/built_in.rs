//! The questionnaire that comes with the page: `model.json` beside it, read like any other model file.
//!
//! # Why a file and not a part of the program
//!
//! It is data, it is as large as a third of the program, and an organisation's own takes the same way in. The browser
//! fetches both side by side. On a native target the text that the build packed stands in for the file.

use mlops_core::fault::Fault;
use mlops_core::model::Model;
use mlops_core::model::file;

/// The name of the file beside the page.
pub const FILE: &str = "model.json";

/// The model file that the build packed and checked.
#[cfg(not(target_arch = "wasm32"))]
pub const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/model.json"));

/// A model that stays for as long as the program runs.
///
/// # Errors
///
/// The text is no model file: all its faults.
pub fn read_leaked(text: &str) -> Result<&'static Model, Vec<Fault>> {
    file::read(text).map(|model| &*Box::leak(Box::new(model)))
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
