//! What was assessed, and what the team observes of its own work.

use super::Subject;
use super::document::Line;
use crate::history::gathered::{cohort, is_gathered};
use crate::link;
use crate::words::respondents::open_to_discussion;
use crate::words::result as say;

/// What was assessed; nothing where the team does not say.
#[must_use]
pub fn assessed(subject: &Subject) -> Option<Line> {
    let about = link::about(subject.assessment?);
    (!about.is_empty()).then(|| Line::named(say::ASSESSED, &about))
}

/// The business unit; nothing where the team does not say.
#[must_use]
pub fn business_unit(subject: &Subject) -> Option<Line> {
    let unit = &subject.assessment?.business_unit;
    (!unit.is_empty()).then(|| Line::named(say::BUSINESS_UNIT, unit))
}

/// The outcome numbers in one line; nothing where there are none.
#[must_use]
pub fn outcomes(subject: &Subject) -> Option<Line> {
    let told = say::metrics_in_short(&link::outcomes(subject.assessment?))?;
    Some(Line::named(say::METRICS, &format!("{told}.")))
}

/// The same where it leaves the page, with what these numbers are.
#[must_use]
pub fn outcomes_elsewhere(subject: &Subject) -> Option<Line> {
    outcomes(subject).map(|line| line.quietly(format!(" {}.", say::METRICS_NOTE)))
}

/// How many people's answers it combines, and how many of those are open to discussion; nothing for one team's own answers.
#[must_use]
pub fn combined(subject: &Subject) -> Option<Line> {
    let assessment = subject.assessment.filter(|assessment| is_gathered(assessment))?;
    let cohort = cohort(subject.case.model, assessment).ok()?;
    Some(Line::plain(open_to_discussion(&cohort)))
}
