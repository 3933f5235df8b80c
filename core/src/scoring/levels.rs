//! When a level of an area is reached: all core capabilities are in place, no guard is missing, and enough supporting
//! points.

use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::model::{CapabilityIx, Weight};
use crate::scoring::case::Case;
use crate::scoring::profile::Fraction;

/// What one level asks of one area, and how much of that is in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelResult {
    /// 1..=4.
    pub level: Level,
    /// The capabilities in scope of this level, in the model's order.
    pub capabilities: Vec<CapabilityIx>,
    /// Whether the level's own conditions are met, whatever the levels below. `false` if it asks nothing.
    pub held: bool,
    /// Core capabilities that are not in place. Each of them alone prevents the level.
    pub core_missing: Vec<CapabilityIx>,
    /// Guards that are not even partly in place. Each of them alone prevents the level.
    pub guards_missing: Vec<CapabilityIx>,
    /// Supporting capabilities that are not fully in place.
    pub support_missing: Vec<CapabilityIx>,
    /// The half points that supporting capabilities still lack; 0 if there are enough.
    pub support_short: usize,
    /// The half points of all these capabilities: 2 for yes, 1 for partly.
    pub half_points: usize,
}

impl LevelResult {
    /// Whether the level asks nothing of this area.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.capabilities.is_empty()
    }

    /// The number of its open questions.
    #[must_use]
    pub fn open(&self, case: Case) -> usize {
        self.capabilities.iter().filter(|&&at| case.is_open(at)).count()
    }

    /// The points in place out of all points, in halves.
    #[must_use]
    pub fn progress(&self) -> Fraction {
        Fraction { part: self.half_points, of: 2 * self.capabilities.len() }
    }
}

/// How open questions are counted.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Counting {
    AsAnswered,
    OpenAsYes,
}

impl Counting {
    pub const fn half_points(self, answer: Option<Answer>) -> usize {
        match (self, answer) {
            (Self::OpenAsYes, None | Some(Answer::Unknown)) => Answer::Yes.half_points(),
            (_, Some(answer)) => answer.half_points(),
            (Self::AsAnswered, None) => 0,
        }
    }
}

/// The counts that decide whether one level of one area is met.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    pub asked: usize,
    pub core_missing: usize,
    pub guards_missing: usize,
    pub support: usize,
    support_points: usize,
}

impl Counts {
    /// Counts one capability in scope.
    pub fn add(&mut self, weight: Weight, half_points: usize) {
        self.asked += 1;
        match weight {
            Weight::Core => self.core_missing += usize::from(is_missing(weight, half_points)),
            Weight::Guard => self.guards_missing += usize::from(is_missing(weight, half_points)),
            Weight::Supporting => {
                self.support += 1;
                self.support_points += half_points;
            }
        }
    }

    /// The half points that supporting capabilities lack if `needed` are required.
    pub const fn support_short(self, needed: usize) -> usize {
        needed.saturating_sub(self.support_points)
    }

    /// Whether the level's own conditions are met, whatever the levels below; `None` if it asks nothing.
    pub fn held(self, needed: usize) -> Option<bool> {
        let is_held = self.core_missing == 0 && self.guards_missing == 0 && self.support_short(needed) == 0;
        (self.asked > 0).then_some(is_held)
    }
}

/// Whether a capability with these half points is missing. A guard that is partly in place is not.
pub(crate) const fn is_missing(weight: Weight, half_points: usize) -> bool {
    let least = match weight {
        Weight::Core | Weight::Supporting => Answer::Yes,
        Weight::Guard => Answer::Partly,
    };
    half_points < least.half_points()
}

/// What one level asks of an area with these capabilities in scope.
pub(super) fn level_result(case: Case, level: Level, of_area: &[CapabilityIx], taking: Counting) -> LevelResult {
    let half_points = |at: CapabilityIx| taking.half_points(case.answer(at));
    let capabilities: Vec<CapabilityIx> =
        of_area.iter().copied().filter(|&at| case.model.capability(at).level == level).collect();
    let mut counts = Counts::default();
    for &at in &capabilities {
        counts.add(case.model.capability(at).weight, half_points(at));
    }
    let needed = case.model.support().half_points_of(counts.support);
    let missing = |weight: Weight| -> Vec<CapabilityIx> {
        let of_weight = capabilities.iter().copied().filter(|&at| case.model.capability(at).weight == weight);
        of_weight.filter(|&at| is_missing(weight, half_points(at))).collect()
    };
    LevelResult {
        level,
        held: counts.held(needed) == Some(true),
        core_missing: missing(Weight::Core),
        guards_missing: missing(Weight::Guard),
        support_missing: missing(Weight::Supporting),
        support_short: counts.support_short(needed),
        half_points: capabilities.iter().map(|&at| half_points(at)).sum(),
        capabilities,
    }
}

/// The highest level whose conditions, and those of every lower level that asks something, are met.
pub(super) fn level_of(levels: &[LevelResult; 4]) -> Level {
    highest_held(levels.each_ref().map(|result| (!result.is_empty()).then_some(result.held)))
}

/// The highest level that is met together with every lower one. `None` for a level that asks nothing.
pub(crate) fn highest_held(held: [Option<bool>; 4]) -> Level {
    let asking = Level::ASKED.into_iter().zip(held).filter_map(|(level, held)| Some((level, held?)));
    asking.take_while(|(_, held)| *held).last().map_or(Level::ZERO, |(level, _)| level)
}

/// The lowest level above `above` that asks something.
pub(super) fn next_level(levels: &[LevelResult; 4], above: Level) -> Option<&LevelResult> {
    levels.iter().find(|level_result| level_result.level > above && !level_result.is_empty())
}
