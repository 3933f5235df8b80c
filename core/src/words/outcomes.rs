//! What is assessed, and the outcome numbers: what the team observes of its own work.

use crate::link::Outcomes;

/// Before what is assessed.
pub const ASSESSED: &str = "What is assessed";
/// Before the business unit, over its column and its filter.
pub const BUSINESS_UNIT: &str = "Business unit";
/// Over the outcome numbers.
pub const HEADING: &str = "Outcome numbers";
/// What outcome numbers are.
pub const NOTE: &str = "Observed by the team, never scored";
/// The first of them.
pub const DAYS_TO_LIVE: &str = "Days from an approved change to live";
/// The second.
pub const LAST_RELEASE: &str = "Last release of a model";
/// The third.
pub const HOURS_TO_RESTORE: &str = "Hours to restore after a failure";

/// Over the fields of both on the result.
pub const EDIT: &str = "What is assessed, and three outcome numbers";
/// Leads there.
pub const CHANGE: &str = "What is assessed, and outcomes";
/// What the fields are for.
pub const WHY: &str = "All of it is optional. The numbers show how far a model change is from a reliable outcome; they are \
    observed, never scored, and part of a link only when you ask for it.";
/// The field of what is assessed: the same as at the start.
pub const ABOUT: &str = super::start::ABOUT;

/// The outcome numbers that are told: what each is, and its value.
#[must_use]
pub fn told(outcomes: &Outcomes) -> Vec<(&'static str, String)> {
    let number = |number: Option<u32>| number.map(|number| number.to_string());
    let rows = [
        (DAYS_TO_LIVE, number(outcomes.days_to_live)),
        (LAST_RELEASE, outcomes.last_release.map(super::day)),
        (HOURS_TO_RESTORE, number(outcomes.hours_to_restore)),
    ];
    rows.into_iter().filter_map(|(what, value)| Some((what, value?))).collect()
}

/// "21 days from an approved change to live; last release 2 November 2026; 6 hours to restore"; nothing where none is told.
#[must_use]
pub fn in_short(outcomes: &Outcomes) -> Option<String> {
    let counted =
        |number: Option<u32>, one: &str, many: &str| number.map(|number| super::count(number as usize, one, many));
    let parts = [
        counted(outcomes.days_to_live, "day from an approved change to live", "days from an approved change to live"),
        outcomes.last_release.map(|day| format!("last release {}", super::day(day))),
        counted(outcomes.hours_to_restore, "hour to restore", "hours to restore"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| super::capitalised(&parts.join("; ")))
}
