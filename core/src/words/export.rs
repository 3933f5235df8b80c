//! What is said in files that leave the page.

use crate::model::{Area, Capability};

/// Before the action of a step, in the description of an issue.
pub const DO: &str = "Do";
/// Before who does a step.
pub const OWNER: &str = "Owner";
/// Before the day by which a step is done.
pub const DUE: &str = "Due";
/// Before the link to the result.
pub const RESULT: &str = "Result";
/// For a step whose answer nobody knows yet.
pub const FIND_OUT_FIRST: &str = "First find out whether it is there already.";

/// What a step counts towards.
#[must_use]
pub fn counts_for(capability: &Capability, area: &Area) -> String {
    format!("For level {} of {}.", capability.level, super::inside(&area.title))
}
