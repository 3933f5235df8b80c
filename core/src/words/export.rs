//! Texts of exported files.

use crate::model::{Area, Capability};

/// Before the action of a step, in the description of an issue.
pub const DO: &str = "Do";
/// Before who does a step.
pub const OWNER: &str = "Owner";
/// Before the day by which a step is done.
pub const DUE: &str = "Due";
/// For a step whose answer nobody knows yet.
pub const FIND_OUT_FIRST: &str = "First check whether it is already in place.";

/// In the legend of a profile: what an answer could add.
pub const STILL_OPEN: &str = "open questions";
/// In the legend of a profile: what is missing.
pub const NOT_YET: &str = "not in place";
/// In the legend of a plan.
pub const AT_LEAST: &str = "minimum person-days";
/// In the legend of a plan.
pub const AT_MOST: &str = "maximum";

/// Over a picture of a track's profile.
#[must_use]
pub fn profile_of(track: &str) -> String {
    format!("{track}: level profile")
}

/// Over a picture of a track's map.
#[must_use]
pub fn map_of(track: &str) -> String {
    format!("{track}: what is still manual")
}

/// Over a picture of a track's plan.
#[must_use]
pub fn plan_of(track: &str) -> String {
    format!("{track}: plan")
}

/// What a step counts towards.
#[must_use]
pub fn counts_for(capability: &Capability, area: &Area) -> String {
    format!("For level {} in {}.", capability.level, area.title)
}

/// "Wave 1", over its steps.
#[must_use]
pub fn wave(number: usize) -> String {
    format!("Wave {number}")
}

/// "Plan: 12 steps in 3 waves, 30 to 80 person-days.": the chart in words.
#[must_use]
pub fn plan_drawn(steps: usize, waves: usize, days: &str) -> String {
    let (steps, waves) = (super::quantity::steps(steps), super::quantity::waves(waves));
    format!("Plan: {steps} in {waves}, {days}.")
}
