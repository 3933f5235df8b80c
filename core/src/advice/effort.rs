//! Effort in person-days, for all models of an assessment or for the first one alone.

use crate::model::answer::Answer;
use crate::model::{CapabilityIx, Effort};
use crate::scoring::case::Case;

/// A step that takes at most so many days is soon done.
pub const QUICK_DAYS: u32 = 5;
/// A step that takes more days than this is an investment.
pub const INVESTMENT_DAYS: u32 = 20;

/// Person-days counted in halves, so that sums are exact: what is partly in place takes half.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HalfDays {
    /// At the least.
    pub min: u64,
    /// At the most.
    pub max: u64,
}

impl HalfDays {
    /// What it takes to put a capability in place for all models; nothing at the least where it may be in place already.
    #[must_use]
    pub fn of(case: Case, at: CapabilityIx) -> Self {
        let next = &case.model.capability(at).next;
        let further = u64::from(case.models.saturating_sub(1));
        let all = |first: u32, each: u32| u64::from(first) + further * u64::from(each);
        Self::left(case, at, all(next.effort.min, next.per_model.min), all(next.effort.max, next.per_model.max))
    }

    /// What it takes for the first model alone: what the order of steps and the longest chain look at.
    #[must_use]
    pub fn of_first_model(case: Case, at: CapabilityIx) -> Self {
        let Effort { min, max } = case.model.capability(at).next.effort;
        Self::left(case, at, u64::from(min), u64::from(max))
    }

    fn left(case: Case, at: CapabilityIx, min: u64, max: u64) -> Self {
        let min = if matches!(case.given(at), None | Some(Answer::Unknown)) { 0 } else { min };
        let halves = if case.given(at) == Some(Answer::Partly) { 1 } else { 2 };
        Self { min: min * halves, max: max * halves }
    }

    /// The whole days that these are between: what people read.
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

/// Whether a capability takes at most so many days: its whole effort for the first model, partly in place or not.
pub(crate) fn takes_at_most(case: Case, at: CapabilityIx, days: u32) -> bool {
    case.model.capability(at).next.effort.max <= days
}
