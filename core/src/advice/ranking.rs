//! The order of what there is to do in a track: class by class, and inside a class by leverage.

use std::cmp::Ordering;

use crate::advice::stalls::Stall;
use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx, Effort};
use crate::order;
use crate::scoring::case::Case;
use crate::scoring::profile::TrackProfile;

/// Why something is worth doing: the first of these that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// It is part of what ends a stall, and soon done.
    Cure,
    /// The next level of its area waits for it.
    NextLevel,
    /// It belongs to the next level of its area, which can be held without it.
    RoundsOff,
    /// It belongs to a level that its area has reached without it.
    CatchesUp,
    /// It belongs to a level beyond the next one.
    Later,
}

impl Class {
    /// Its number, 1..=5.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }
}

/// A cure is soon done when it takes at most so many days ...
pub const QUICK_DAYS: u32 = 5;
/// ... or at most so many at a level that its area has reached. More than that is an investment.
pub const INVESTMENT_DAYS: u32 = 20;

/// Person-days are counted in halves: what is partly there costs half.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HalfDays {
    /// At the least.
    pub min: u32,
    /// At the most.
    pub max: u32,
}

impl HalfDays {
    /// What it takes to put something in place: the model's effort; half of it where it is partly there, and nothing at
    /// the least where it may be there already.
    #[must_use]
    pub fn of(case: Case, at: CapabilityIx) -> Self {
        let Effort { min, max } = case.model.capability(at).next.effort;
        let min = if matches!(case.given(at), None | Some(Answer::Unknown)) { 0 } else { min };
        let halves = if case.given(at) == Some(Answer::Partly) { 1 } else { 2 };
        Self { min: min.saturating_mul(halves), max: max.saturating_mul(halves) }
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self { min: self.min.saturating_add(other.min), max: self.max.saturating_add(other.max) }
    }

    pub(crate) fn or_longer(self, other: Self) -> Self {
        Self { min: self.min.max(other.min), max: self.max.max(other.max) }
    }
}

/// What the order needs to know of an area.
#[derive(Clone, Copy, Default)]
struct Standing {
    level: Level,
    next: Option<Level>,
    /// Half points that the next level's supporting capabilities still lack.
    short: usize,
}

/// Everything that the order of a track looks at, gathered once.
pub struct Ranking<'a> {
    case: Case<'a>,
    /// By area; none for other tracks' and for those without a level.
    areas: Vec<Option<Standing>>,
    /// By capability: the contradictions whose remedy it is part of, as positions in the list of stalls.
    cures: Vec<Vec<usize>>,
    /// By capability: how many that are not in place build on it.
    dependents: Vec<usize>,
}

impl<'a> Ranking<'a> {
    /// Gathers what the order of a track's steps depends on.
    #[must_use]
    pub fn new(case: Case<'a>, track: &TrackProfile, stalls: &[Stall]) -> Self {
        let model = case.model;
        let mut areas = vec![None; model.areas().len()];
        for area in &track.areas {
            let next = area.next_level();
            areas[area.area.index()] = Some(Standing {
                level: area.range.low,
                next: next.map(|level| level.level),
                short: next.map_or(0, |level| level.support_short),
            });
        }
        let mut cures = vec![Vec::new(); model.capabilities().len()];
        for (position, stall) in stalls.iter().enumerate().filter(|(_, stall)| stall.is_contradiction()) {
            for at in &stall.pattern.remedy {
                let of_one: &mut Vec<usize> = &mut cures[at.index()];
                if of_one.last() != Some(&position) {
                    of_one.push(position);
                }
            }
        }
        Self { case, areas, cures, dependents: dependents(case) }
    }

    fn standing(&self, area: AreaIx) -> Option<Standing> {
        self.areas.get(area.index()).copied().flatten()
    }

    /// The contradictions whose remedy a capability is part of, as positions in the list of stalls.
    #[must_use]
    pub fn cures(&self, at: CapabilityIx) -> &[usize] {
        &self.cures[at.index()]
    }

    /// How many capabilities in scope that are not in place build on one, directly or not.
    #[must_use]
    pub fn dependents(&self, at: CapabilityIx) -> usize {
        self.dependents[at.index()]
    }

    /// Half points that the supporting capabilities of the area's next level lack.
    #[must_use]
    pub fn support_short(&self, area: AreaIx) -> usize {
        self.standing(area).map_or(0, |standing| standing.short)
    }

    /// Why a capability would be worth doing: the first class that fits.
    #[must_use]
    pub fn class(&self, at: CapabilityIx) -> Class {
        let capability = self.case.model.capability(at);
        let standing = self.standing(capability.area);
        let has_reached = standing.is_some_and(|standing| capability.level <= standing.level);
        let days = if has_reached { INVESTMENT_DAYS } else { QUICK_DAYS };
        if !self.cures(at).is_empty() && HalfDays::of(self.case, at).max <= 2 * days {
            return Class::Cure;
        }
        let Some(Standing { next, short, .. }) = standing else { return Class::Later };
        if has_reached {
            Class::CatchesUp
        } else if next != Some(capability.level) {
            Class::Later
        } else if capability.core || short > 0 {
            Class::NextLevel
        } else {
            Class::RoundsOff
        }
    }

    /// Sorts capabilities by the rule; what it leaves equal keeps the model's order.
    pub fn sort(&self, capabilities: &mut [CapabilityIx]) {
        order::sort_by(capabilities, |&one, &other| self.compare(one, other));
    }

    /// Which of two comes first: the first difference decides.
    fn compare(&self, one: CapabilityIx, other: CapabilityIx) -> Ordering {
        let (class, of_other) = (self.class(one), self.class(other));
        if class != of_other {
            return class.cmp(&of_other);
        }
        let (a, b) = (self.case.model.capability(one), self.case.model.capability(other));
        let of_class = match class {
            Class::NextLevel => {
                let level = |area| self.standing(area).map(|standing| standing.level);
                level(a.area).cmp(&level(b.area)).then(b.core.cmp(&a.core))
            }
            Class::Later => a.level.cmp(&b.level),
            Class::Cure | Class::RoundsOff | Class::CatchesUp => Ordering::Equal,
        };
        of_class
            .then(self.cures(one).is_empty().cmp(&self.cures(other).is_empty()))
            .then_with(|| self.leverage_compared(other, one))
            .then(one.cmp(&other))
    }

    /// Compares what builds on each, divided by what each takes at the most: as fractions, so exactly.
    fn leverage_compared(&self, one: CapabilityIx, other: CapabilityIx) -> Ordering {
        let builds = |at: CapabilityIx| 1 + self.dependents(at) as u64;
        // At least a day: what costs next to nothing is not worth endlessly much.
        let takes = |at: CapabilityIx| u64::from(HalfDays::of(self.case, at).max.max(2));
        (builds(one) * takes(other)).cmp(&(builds(other) * takes(one)))
    }
}

/// By capability: how many in scope and not in place need it, directly or not, through whatever lies between.
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
