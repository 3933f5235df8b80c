//! The questionnaire that the page brings along.

use std::sync::OnceLock;

use crate::codec::model_file;
use crate::domain::model::Model;

/// The model file that the build packed and checked.
pub const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/model.json"));

/// The built-in model, read once.
///
/// # Panics
///
/// Never in a build that succeeded: `build.rs` read the same text with the same reader.
#[must_use]
pub fn built_in() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    #[allow(clippy::expect_used, reason = "the build read this very text with this very reader")]
    MODEL.get_or_init(|| model_file::read(JSON).expect("the build checked it"))
}
