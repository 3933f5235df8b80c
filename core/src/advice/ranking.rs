//! The order of the steps of a track: by class, and within a class by leverage.

use std::cmp::Ordering;

use crate::advice::effort::{HalfDays, INVESTMENT_DAYS, QUICK_DAYS, takes_at_most};
use crate::advice::patterns::FiredPattern;
use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx, Weight};
use crate::order;
use crate::scoring::case::Case;
use crate::scoring::profile::TrackProfile;

/// The reason for a step. The first class that fits counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// A quick step in the remedy of a mismatch.
    Remedy,
    /// The next level of its area cannot be reached without it.
    NextLevel,
    /// It belongs to the next level of its area, which can be reached without it.
    RoundsOff,
    /// It belongs to a level that its area has reached without it.
    CatchesUp,
    /// It belongs to a level above the next one.
    Later,
}

impl Class {
    /// The number of the class, 1..=5.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }
}

/// The state of an area, as far as the order depends on it.
#[derive(Clone, Copy, Default)]
struct AreaState {
    level: Level,
    next: Option<Level>,
    /// The half points that supporting capabilities still lack for the next level.
    short: usize,
}

/// Everything that the order of a track's steps depends on, computed once.
pub struct Ranking<'a> {
    case: Case<'a>,
    /// By area; `None` for areas of other tracks and areas without a level.
    areas: Vec<Option<AreaState>>,
    /// By capability: the mismatches with this capability in their remedy, as positions in the list of patterns.
    remedies: Vec<Vec<usize>>,
    /// By capability: the number of capabilities not in place that depend on it.
    dependents: Vec<usize>,
}

impl<'a> Ranking<'a> {
    /// Computes everything that the order of a track's steps depends on.
    #[must_use]
    pub fn new(case: Case<'a>, track: &TrackProfile, patterns: &[FiredPattern]) -> Self {
        let model = case.model;
        let mut areas = vec![None; model.areas().len()];
        for area in &track.areas {
            let next = area.next_level();
            areas[area.area.index()] = Some(AreaState {
                level: area.range.low,
                next: next.map(|level| level.level),
                short: next.map_or(0, |level| level.support_short),
            });
        }
        let mut remedies = vec![Vec::new(); model.capabilities().len()];
        for (position, fired) in patterns.iter().enumerate().filter(|(_, fired)| fired.is_mismatch()) {
            for at in &fired.remedy {
                remedies[at.index()].push(position);
            }
        }
        Self { case, areas, remedies, dependents: dependents(case) }
    }

    fn area(&self, area: AreaIx) -> Option<AreaState> {
        self.areas.get(area.index()).copied().flatten()
    }

    /// The mismatches with this capability in their remedy, as positions in the list of patterns.
    #[must_use]
    pub fn remedies(&self, at: CapabilityIx) -> &[usize] {
        &self.remedies[at.index()]
    }

    /// The number of capabilities in scope and not in place that depend on this one, directly or indirectly.
    #[must_use]
    pub fn dependents(&self, at: CapabilityIx) -> usize {
        self.dependents[at.index()]
    }

    /// The half points that supporting capabilities still lack for the next level of an area.
    #[must_use]
    pub fn support_short(&self, area: AreaIx) -> usize {
        self.area(area).map_or(0, |area| area.short)
    }

    /// The reason for a step on this capability: the first class that fits.
    #[must_use]
    pub fn class(&self, at: CapabilityIx) -> Class {
        let capability = self.case.model.capability(at);
        let area = self.area(capability.area);
        let has_reached = area.is_some_and(|area| capability.level <= area.level);
        let most = if has_reached { INVESTMENT_DAYS } else { QUICK_DAYS };
        if !self.remedies(at).is_empty() && takes_at_most(self.case, at, most) {
            return Class::Remedy;
        }
        let Some(AreaState { next, short, .. }) = area else { return Class::Later };
        let is_required = match capability.weight {
            Weight::Core => true,
            Weight::Guard => self.case.given(at) != Some(Answer::Partly),
            Weight::Supporting => short > 0,
        };
        if has_reached {
            Class::CatchesUp
        } else if next != Some(capability.level) {
            Class::Later
        } else if is_required {
            Class::NextLevel
        } else {
            Class::RoundsOff
        }
    }

    /// Sorts capabilities by the rule. Equal ones keep the model's order.
    pub fn sort(&self, capabilities: &mut [CapabilityIx]) {
        order::sort_by(capabilities, |&one, &other| self.compare(one, other));
    }

    /// Which of two comes first. The first difference decides.
    fn compare(&self, one: CapabilityIx, other: CapabilityIx) -> Ordering {
        let class = self.class(one);
        let (a, b) = (self.case.model.capability(one), self.case.model.capability(other));
        let in_class = || match class {
            Class::NextLevel => {
                let level = |area| self.area(area).map(|area| area.level);
                level(a.area).cmp(&level(b.area))
            }
            Class::Later => a.level.cmp(&b.level),
            Class::Remedy | Class::RoundsOff | Class::CatchesUp => Ordering::Equal,
        };
        class
            .cmp(&self.class(other))
            .then_with(|| self.is_essential_remedy(other).cmp(&self.is_essential_remedy(one)))
            .then_with(in_class)
            .then_with(|| self.leverage_compared(other, one))
            .then(one.cmp(&other))
    }

    /// Whether a capability is essential and in the remedy of a mismatch.
    fn is_essential_remedy(&self, at: CapabilityIx) -> bool {
        self.case.model.capability(at).is_essential() && !self.remedies(at).is_empty()
    }

    /// Compares leverage: the number of dependents divided by the most effort. Compared as fractions, so exactly.
    fn leverage_compared(&self, one: CapabilityIx, other: CapabilityIx) -> Ordering {
        let depends = |at: CapabilityIx| 1 + self.dependents(at) as u64;
        let takes = |at: CapabilityIx| {
            // At least one day, so that a step with almost no effort does not outrank everything.
            let most = HalfDays::of_first_model(self.case, at).max.max(2);
            if self.case.model.capability(at).weight == Weight::Supporting { 3 * most } else { most }
        };
        (depends(one) * takes(other)).cmp(&(depends(other) * takes(one)))
    }
}

/// By capability: how many capabilities in scope and not in place depend on it, directly or through any others.
fn dependents(case: Case) -> Vec<usize> {
    let all = case.model.capabilities().len();
    let mut counts = vec![0; all];
    for at in case.capabilities().filter(|&at| !case.has(at)) {
        let mut seen = vec![false; all];
        let mut open = vec![at];
        while let Some(next) = open.pop() {
            for &need in &case.model.capability(next).needs {
                if !std::mem::replace(&mut seen[need.index()], true) {
                    counts[need.index()] += 1;
                    open.push(need);
                }
            }
        }
    }
    counts
}
