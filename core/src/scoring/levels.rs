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
pub(super) enum Taking {
    AsAnswered,
    OpenAsYes,
}

/// What one level asks of an area whose capabilities in scope are these.
pub(super) fn level_result(case: Case, level: Level, of_area: &[CapabilityIx], taking: Taking) -> LevelResult {
    let half_points = |at: CapabilityIx| match case.answer(at) {
        None | Some(Answer::Unknown) if taking == Taking::OpenAsYes => Answer::Yes.half_points(),
        answer => answer.map_or(0, Answer::half_points),
    };
    let capabilities: Vec<CapabilityIx> =
        of_area.iter().copied().filter(|&at| case.model.capability(at).level == level).collect();
    let below = |weight: Weight, least: usize| -> Vec<CapabilityIx> {
        let is_below = |at: &CapabilityIx| case.model.capability(*at).weight == weight && half_points(*at) < least;
        capabilities.iter().copied().filter(is_below).collect()
    };
    let core_missing = below(Weight::Core, Answer::Yes.half_points());
    let guards_missing = below(Weight::Guard, Answer::Partly.half_points());
    let support = capabilities.iter().filter(|&&at| case.model.capability(at).weight == Weight::Supporting);
    let support_points: usize = support.clone().map(|&at| half_points(at)).sum();
    let support_short = case.model.support().half_points_of(support.count()).saturating_sub(support_points);
    LevelResult {
        level,
        held: !capabilities.is_empty() && core_missing.is_empty() && guards_missing.is_empty() && support_short == 0,
        support_missing: below(Weight::Supporting, Answer::Yes.half_points()),
        half_points: capabilities.iter().map(|&at| half_points(at)).sum(),
        core_missing,
        guards_missing,
        support_short,
        capabilities,
    }
}

/// The greatest level that is held while every one below it that asks something is held too.
pub(super) fn level_of(levels: &[LevelResult; 4]) -> Level {
    let asking = levels.iter().filter(|level_result| !level_result.is_empty());
    let held = asking.take_while(|level_result| level_result.held).last();
    held.map_or(Level::ZERO, |level_result| level_result.level)
}

/// The lowest level above this one that asks something.
pub(super) fn next_level(levels: &[LevelResult; 4], above: Level) -> Option<&LevelResult> {
    levels.iter().find(|level_result| level_result.level > above && !level_result.is_empty())
}
