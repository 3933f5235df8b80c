//! What was assessed, and the delivery metrics.

use super::Subject;
use super::document::Line;
use crate::history::combined::{cohort, is_combined};
use crate::link;
use crate::words::respondents::open_to_discussion;
use crate::words::result as say;

/// What was assessed; `None` if the team has not described it.
#[must_use]
pub fn assessed(subject: &Subject) -> Option<Line> {
    let about = link::about(subject.assessment?);
    (!about.is_empty()).then(|| Line::named(say::ASSESSED, &about))
}

/// The business unit; `None` if the team has none.
#[must_use]
pub fn business_unit(subject: &Subject) -> Option<Line> {
    let unit = &subject.assessment?.business_unit;
    (!unit.is_empty()).then(|| Line::named(say::BUSINESS_UNIT, unit))
}

/// The delivery metrics in one line; `None` if there are none.
#[must_use]
pub fn outcomes(subject: &Subject) -> Option<Line> {
    let metrics = say::metrics_in_short(&link::outcomes(subject.assessment?))?;
    Some(Line::named(say::METRICS, &format!("{metrics}.")))
}

/// The delivery metrics with an explanation, for copies outside the page.
#[must_use]
pub fn outcomes_elsewhere(subject: &Subject) -> Option<Line> {
    outcomes(subject).map(|line| line.quietly(format!(" {}.", say::METRICS_NOTE)))
}

/// The number of people with combined answers, and of answers to discuss; `None` for one team's own answers.
#[must_use]
pub fn combined(subject: &Subject) -> Option<Line> {
    let assessment = subject.assessment.filter(|assessment| is_combined(assessment))?;
    let cohort = cohort(subject.case.model, assessment).ok()?;
    Some(Line::plain(open_to_discussion(&cohort)))
}
