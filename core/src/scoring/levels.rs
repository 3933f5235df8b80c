//! When a level of an area is reached: every core practice, no guard missing, and the model's share of the rest.

use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::model::{CapabilityIx, Weight};
use crate::scoring::case::Case;
use crate::scoring::profile::Share;

/// What one level asks of one area, and what is in place of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelResult {
    /// Which level, 1..=4.
    pub level: Level,
    /// Everything in scope here, in the model's order.
    pub capabilities: Vec<CapabilityIx>,
    /// Whether the level's own questions are met, whatever the levels below; never where it asks nothing.
    pub held: bool,
    /// Core capabilities that are not in place: each of them alone keeps the level from being reached.
    pub core_missing: Vec<CapabilityIx>,
    /// Guards that are not even partly in place: each of them alone keeps the level from being reached.
    pub guards_missing: Vec<CapabilityIx>,
    /// Supporting capabilities that are not wholly in place.
    pub support_missing: Vec<CapabilityIx>,
    /// Half points that the supporting capabilities still lack for the model's share; 0 when there are enough.
    pub support_short: usize,
    /// Half points of all capabilities here: yes 2, partly 1.
    pub half_points: usize,
}

impl LevelResult {
    /// Whether the level asks nothing here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.capabilities.is_empty()
    }

    /// How many of its questions could still be answered with anything.
    #[must_use]
    pub fn open(&self, case: Case) -> usize {
        self.capabilities.iter().filter(|&&at| case.is_open(at)).count()
    }

    /// Points reached out of points possible, counted in halves.
    #[must_use]
    pub fn progress(&self) -> Share {
        Share { part: self.half_points, of: 2 * self.capabilities.len() }
    }
}

/// How answers are taken that are still open.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Taking {
    AsAnswered,
    OpenAsYes,
}

impl Taking {
    pub const fn half_points(self, answer: Option<Answer>) -> usize {
        match (self, answer) {
            (Self::OpenAsYes, None | Some(Answer::Unknown)) => Answer::Yes.half_points(),
            (_, Some(answer)) => answer.half_points(),
            (Self::AsAnswered, None) => 0,
        }
    }
}

/// What decides whether a level is met: counts of what it asks of one area.
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

    /// Half points that the supporting capabilities lack, where the model's share of them is `needed`.
    pub const fn support_short(self, needed: usize) -> usize {
        needed.saturating_sub(self.support_points)
    }

    /// Whether the level's own questions are met, whatever the levels below; none where it asks nothing.
    pub fn held(self, needed: usize) -> Option<bool> {
        let is_held = self.core_missing == 0 && self.guards_missing == 0 && self.support_short(needed) == 0;
        (self.asked > 0).then_some(is_held)
    }
}

/// Whether a capability of a weight is missing: a guard is not where it is partly in place.
pub(crate) const fn is_missing(weight: Weight, half_points: usize) -> bool {
    let least = match weight {
        Weight::Core | Weight::Supporting => Answer::Yes,
        Weight::Guard => Answer::Partly,
    };
    half_points < least.half_points()
}

/// What one level asks of an area whose capabilities in scope are these.
pub(super) fn level_result(case: Case, level: Level, of_area: &[CapabilityIx], taking: Taking) -> LevelResult {
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

/// The greatest level that is held while every one below it that asks something is held too.
pub(super) fn level_of(levels: &[LevelResult; 4]) -> Level {
    highest_held(levels.each_ref().map(|result| (!result.is_empty()).then_some(result.held)))
}

/// The same by whether each level is held; none where it asks nothing.
pub(crate) fn highest_held(held: [Option<bool>; 4]) -> Level {
    let asking = Level::ASKED.into_iter().zip(held).filter_map(|(level, held)| Some((level, held?)));
    asking.take_while(|(_, held)| *held).last().map_or(Level::ZERO, |(level, _)| level)
}

/// The lowest level above this one that asks something.
pub(super) fn next_level(levels: &[LevelResult; 4], above: Level) -> Option<&LevelResult> {
    levels.iter().find(|level_result| level_result.level > above && !level_result.is_empty())
}
