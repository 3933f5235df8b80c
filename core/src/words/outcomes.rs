//! The assessed product, and the delivery metrics that a team reports of its own work.

use crate::link::Outcomes;

/// Before what is assessed.
pub const ASSESSED: &str = "Assessed product";
/// Before the business unit, over its column and its filter.
pub const BUSINESS_UNIT: &str = "Business unit";
/// Over the outcome numbers.
pub const HEADING: &str = "Delivery metrics";
/// What outcome numbers are.
pub const NOTE: &str = "Reported by the team, not scored";
/// The first of them.
pub const DAYS_TO_LIVE: &str = "Lead time: days from approved change to production";
/// The second.
pub const LAST_RELEASE: &str = "Last model release";
/// The third.
pub const HOURS_TO_RESTORE: &str = "Time to restore after a failure (hours)";

/// Over the fields of both on the result.
pub const EDIT: &str = "Details and delivery metrics";
/// Leads there.
pub const CHANGE: &str = EDIT;
/// What the fields are for.
pub const WHY: &str = "All fields are optional. The metrics show how quickly and safely a model change reaches \
    production. They are not scored, and a link contains them only if you choose so.";
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

/// "Lead time 21 days; last model release 2 November 2026; time to restore 6 hours"; none where no metric is reported.
#[must_use]
pub fn in_short(outcomes: &Outcomes) -> Option<String> {
    let days = |number: u32| format!("lead time {}", super::count(number as usize, "day", "days"));
    let hours = |number: u32| format!("time to restore {}", super::count(number as usize, "hour", "hours"));
    let parts = [
        outcomes.days_to_live.map(days),
        outcomes.last_release.map(|day| format!("last model release {}", super::day(day))),
        outcomes.hours_to_restore.map(hours),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| super::capitalised(&parts.join("; ")))
}
