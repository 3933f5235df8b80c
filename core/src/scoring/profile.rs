//! The profile of a team: the level and range of each area, and the overall level of each track.
//!
//! Every number comes with the capabilities that it is based on, so that a page can show the answers behind it.

use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx, LensIx, TrackIx};
use crate::scoring::case::{Case, Scope};
use crate::scoring::levels::{Counting, LevelResult, level_of, level_result, next_level};
use crate::scoring::near_miss::{NearMiss, near_miss};

/// A part of a whole: 3 of 7.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Fraction {
    pub part: usize,
    pub of: usize,
}

/// The levels that are possible with open questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The level by the known answers.
    pub low: Level,
    /// The level if every open question were answered yes.
    pub high: Level,
}

impl Range {
    /// Whether no open question can change the level.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.low == self.high
    }
}

/// The level of one area, and the answers behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaProfile {
    pub area: AreaIx,
    pub range: Range,
    /// Levels 1..=4, lowest first.
    pub levels: [LevelResult; 4],
    /// Capabilities in place above the next level.
    pub ahead: Vec<CapabilityIx>,
}

impl AreaProfile {
    /// Whether the level is not known yet: its range is all levels of the area, so no level is claimed.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.range.low == Level::ZERO && self.range.high == self.top()
    }

    /// The highest level that asks something.
    #[must_use]
    pub fn top(&self) -> Level {
        self.levels.iter().rfind(|result| !result.is_empty()).map_or(Level::ZERO, |result| result.level)
    }

    /// The lowest level above the present one that asks something; `None` at the highest level.
    #[must_use]
    pub fn next_level(&self) -> Option<&LevelResult> {
        next_level(&self.levels, self.range.low)
    }

    /// Whether the area has reached a level; `false` if the level asks nothing.
    #[must_use]
    pub fn has_reached(&self, level_result: &LevelResult) -> bool {
        level_result.level <= self.range.low && !level_result.is_empty()
    }

    /// Whether this level asks anything in scope of the area.
    #[must_use]
    pub fn asks_at(&self, level: Level) -> bool {
        level.asked_index().and_then(|at| self.levels.get(at)).is_some_and(|level| !level.is_empty())
    }

    /// The share of points of the next level; `None` at the highest level.
    #[must_use]
    pub fn progress(&self) -> Option<Fraction> {
        self.next_level().map(LevelResult::progress)
    }

    /// Whether the level has a plus: at least half the points of the next level.
    #[must_use]
    pub fn has_plus(&self) -> bool {
        self.progress().is_some_and(|share| 2 * share.part >= share.of)
    }
}

/// The levels of a track as seen through one lens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LensProfile {
    pub lens: LensIx,
    /// Capabilities in place out of those in scope, for each level 1..=4. Only "yes" counts as in place.
    pub levels: [Fraction; 4],
}

/// The profile of a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackProfile {
    pub track: TrackIx,
    /// The areas that have a level, in the model's order.
    pub areas: Vec<AreaProfile>,
    /// The range of the lowest area; `None` if no area has a level.
    pub overall: Option<Range>,
    /// A higher overall level that only a few practices partly in place prevent.
    pub near_miss: Option<NearMiss>,
    /// Whether supporting capabilities of the track were left out, because only the essentials were asked.
    pub essentials_only: bool,
    /// The areas at the overall level that cannot reach the level of the highest area, whatever is still open.
    pub held_back_by: Vec<AreaIx>,
    /// The areas at the overall level that open questions could still lift to the level of the highest area.
    pub not_known: Vec<AreaIx>,
    /// The share of capabilities in scope that are answered yes, partly or no.
    pub confidence: Fraction,
    pub lenses: Vec<LensProfile>,
}

impl TrackProfile {
    /// Whether the overall level is not known yet: its range is all levels of the track, so no level is claimed.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        let top = self.areas.iter().map(AreaProfile::top).min();
        self.overall.is_some_and(|overall| overall.low == Level::ZERO && Some(overall.high) == top)
    }

    /// Whether a level is due: at most two above the overall level, and the highest level only from the one below it.
    #[must_use]
    pub fn is_due(&self, level: Level) -> bool {
        let overall = self.overall.map_or(0, |overall| overall.low.number());
        level.number() <= overall + 2 && (level < Level::TOP || overall + 1 >= Level::TOP.number())
    }

    /// The profile of one area; `None` if it has no level.
    #[must_use]
    pub fn area(&self, area: AreaIx) -> Option<&AreaProfile> {
        self.areas.iter().find(|profile| profile.area == area)
    }
}

/// The result of a team: one profile for each track that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// In the model's order.
    pub tracks: Vec<TrackProfile>,
}

impl Profile {
    /// The profile of an area of any track; `None` if it has no level.
    #[must_use]
    pub fn area(&self, area: AreaIx) -> Option<&AreaProfile> {
        self.tracks.iter().find_map(|track| track.area(area))
    }

    /// The level of an area; `None` if it has none.
    #[must_use]
    pub fn level(&self, area: AreaIx) -> Option<Level> {
        self.area(area).map(|profile| profile.range.low)
    }
}

#[must_use]
pub fn profile_of(case: Case) -> Profile {
    let is_on = |track: &TrackIx| case.question_set.tracks.contains(track);
    Profile { tracks: case.model.track_ixs().filter(is_on).map(|track| track_profile(case, track)).collect() }
}

fn track_profile(case: Case, track: TrackIx) -> TrackProfile {
    let model = case.model;
    let in_track = |area: &AreaIx| model.area(*area).track == track;
    let areas: Vec<AreaProfile> =
        model.area_ixs().filter(in_track).filter_map(|area| area_profile(case, area)).collect();
    let low = areas.iter().map(|area| area.range.low).min();
    let high = areas.iter().map(|area| area.range.high).min();
    let overall = low.zip(high).map(|(low, high)| Range { low, high });
    let greatest = areas.iter().map(|area| area.range.low).max();
    let lowest = areas.iter().filter(|area| Some(area.range.low) == low && low < greatest);
    let (known, not_known): (Vec<_>, Vec<_>) =
        lowest.filter(|area| area.next_level().is_some()).partition(|area| Some(area.range.high) < greatest);
    let ixs = |of: Vec<&AreaProfile>| of.into_iter().map(|area| area.area).collect();
    let capabilities: Vec<CapabilityIx> =
        case.capabilities().filter(|&capability| model.track_of(capability) == track).collect();
    let is_known = |&&capability: &&CapabilityIx| case.answer(capability).is_some_and(Answer::is_known);
    TrackProfile {
        track,
        overall,
        near_miss: near_miss(case, &areas),
        essentials_only: case.question_set.scope == Scope::Essentials
            && model.capability_ixs().any(|at| model.track_of(at) == track && !model.capability(at).is_essential()),
        held_back_by: ixs(known),
        not_known: ixs(not_known),
        confidence: Fraction { part: capabilities.iter().filter(is_known).count(), of: capabilities.len() },
        lenses: model.lens_ixs().map(|lens| lens_profile(case, lens, &capabilities)).collect(),
        areas,
    }
}

fn lens_profile(case: Case, lens: LensIx, capabilities: &[CapabilityIx]) -> LensProfile {
    let mut levels = [Fraction::default(); 4];
    for &at in capabilities {
        let capability = case.model.capability(at);
        if let (true, Some(level_result)) = (capability.lens == lens, capability.level.asked_index()) {
            levels[level_result].of += 1;
            levels[level_result].part += usize::from(case.has(at));
        }
    }
    LensProfile { lens, levels }
}

/// The profile of one area; `None` if nothing of it is in scope.
pub(crate) fn area_profile(case: Case, area: AreaIx) -> Option<AreaProfile> {
    let capabilities: Vec<CapabilityIx> =
        case.capabilities().filter(|&capability| case.model.capability(capability).area == area).collect();
    if capabilities.is_empty() {
        return None;
    }
    let levels = Level::ASKED.map(|level| level_result(case, level, &capabilities, Counting::AsAnswered));
    let at_best = Level::ASKED.map(|level| level_result(case, level, &capabilities, Counting::OpenAsYes));
    let low = level_of(&levels);
    let next = next_level(&levels, low).map(|level| level.level);
    let is_ahead =
        |&&at: &&CapabilityIx| case.has(at) && next.is_some_and(|next| case.model.capability(at).level > next);
    Some(AreaProfile {
        area,
        range: Range { low, high: level_of(&at_best) },
        ahead: capabilities.iter().filter(is_ahead).copied().collect(),
        levels,
    })
}
