//! Effort in person-days, for all models of an assessment or for the first one alone.

use crate::model::answer::Answer;
use crate::model::{CapabilityIx, Effort};
use crate::scoring::case::Case;

/// The most person-days of a quick step.
pub const QUICK_DAYS: u32 = 5;
/// A step with more person-days than this is an investment.
pub const INVESTMENT_DAYS: u32 = 20;

/// Person-days in halves, so that sums are exact. A practice partly in place counts half its effort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HalfDays {
    /// The least effort.
    pub min: u64,
    /// The most effort.
    pub max: u64,
}

impl HalfDays {
    /// The effort to put a capability in place for all models. The least effort is 0 for an open question.
    #[must_use]
    pub fn of(case: Case, at: CapabilityIx) -> Self {
        let next = &case.model.capability(at).next;
        let further = u64::from(case.models.saturating_sub(1));
        let all = |first: u32, each: u32| u64::from(first) + further * u64::from(each);
        Self::left(case, at, all(next.effort.min, next.per_model.min), all(next.effort.max, next.per_model.max))
    }

    /// The effort for the first model alone. The order of steps and the longest chain use it.
    #[must_use]
    pub fn of_first_model(case: Case, at: CapabilityIx) -> Self {
        let Effort { min, max } = case.model.capability(at).next.effort;
        Self::left(case, at, u64::from(min), u64::from(max))
    }

    fn left(case: Case, at: CapabilityIx, min: u64, max: u64) -> Self {
        let min = if case.given(at).is_none_or(Answer::is_unknown) { 0 } else { min };
        let halves = if case.given(at) == Some(Answer::Partly) { 1 } else { 2 };
        Self { min: min * halves, max: max * halves }
    }

    /// The effort in whole days, rounded outwards, as people read it.
    #[must_use]
    pub const fn whole_days(self) -> (u64, u64) {
        (self.min / 2, self.max.div_ceil(2))
    }

    pub(crate) const fn plus(self, other: Self) -> Self {
        Self { min: self.min.saturating_add(other.min), max: self.max.saturating_add(other.max) }
    }

    pub(crate) fn or_longer(self, other: Self) -> Self {
        Self { min: self.min.max(other.min), max: self.max.max(other.max) }
    }
}

/// Whether the whole effort for the first model is at most this many days, whether or not the capability is partly in
/// place.
pub(crate) fn takes_at_most(case: Case, at: CapabilityIx, days: u32) -> bool {
    case.model.capability(at).next.effort.max <= days
}
