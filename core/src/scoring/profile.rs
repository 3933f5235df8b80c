//! The profile of a team: the level and range of each area, and the overall level of each track.
//!
//! Every number carries the capabilities that make it, so that a page can show the answers behind any number.

use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx, LensIx, TrackIx};
use crate::scoring::case::{Case, Scope};
use crate::scoring::levels::{LevelResult, Taking, level_of, level_result, next_level};
use crate::scoring::near_miss::{NearMiss, near_miss};

/// So many out of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Share {
    /// How many.
    pub part: usize,
    /// Out of how many.
    pub of: usize,
}

/// A level, as far as the answers settle it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// What the answers show.
    pub low: Level,
    /// What it would be if everything unanswered and unknown turned out to be in place.
    pub high: Level,
}

impl Range {
    /// Whether no answer that is still open could change it.
    #[must_use]
    pub fn is_settled(self) -> bool {
        self.low == self.high
    }
}

/// The level of one area, and the answers behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaProfile {
    /// Which area.
    pub area: AreaIx,
    /// Its level, and what it could be.
    pub range: Range,
    /// What each level 1..=4 asks here, lowest first.
    pub levels: [LevelResult; 4],
    /// In place although above the next level: work done ahead of its time.
    pub ahead: Vec<CapabilityIx>,
}

impl AreaProfile {
    /// Whether it is not known yet: its range is all of its levels, so no level is claimed.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.range.low == Level::ZERO && self.range.high == self.top()
    }

    /// The highest level that asks something.
    #[must_use]
    pub fn top(&self) -> Level {
        self.levels.iter().rfind(|result| !result.is_empty()).map_or(Level::ZERO, |result| result.level)
    }

    /// The lowest level above its own that asks something; none at the top.
    #[must_use]
    pub fn next_level(&self) -> Option<&LevelResult> {
        next_level(&self.levels, self.range.low)
    }

    /// Whether it has reached what one of its levels asks; never where that asks nothing.
    #[must_use]
    pub fn has_reached(&self, level_result: &LevelResult) -> bool {
        level_result.level <= self.range.low && !level_result.is_empty()
    }

    /// Whether anything in scope is asked of it at this level.
    #[must_use]
    pub fn asks_at(&self, level: Level) -> bool {
        level.asked_index().and_then(|at| self.levels.get(at)).is_some_and(|level| !level.is_empty())
    }

    /// How far the next level is reached; none at the top.
    #[must_use]
    pub fn progress(&self) -> Option<Share> {
        self.next_level().map(LevelResult::progress)
    }

    /// Whether the level is written with a plus: at least half of the next one is there.
    #[must_use]
    pub fn has_plus(&self) -> bool {
        self.progress().is_some_and(|share| 2 * share.part >= share.of)
    }
}

/// What one lens shows of one level of a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LensProfile {
    /// Which lens.
    pub lens: LensIx,
    /// Capabilities in place out of those in scope, for each level 1..=4. Only "yes" counts as in place.
    pub levels: [Share; 4],
}

/// The profile of a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackProfile {
    /// Which track.
    pub track: TrackIx,
    /// Its areas that have a level, in the model's order.
    pub areas: Vec<AreaProfile>,
    /// The range of the lowest area; none when no area has a level.
    pub overall: Option<Range>,
    /// A higher overall level that a few practices partly in place keep it from.
    pub near_miss: Option<NearMiss>,
    /// Whether supporting capabilities of the track were left out, because the scope is the essentials.
    pub essentials_only: bool,
    /// The areas at the overall level that cannot reach the level of the highest area, whatever is still open.
    pub held_back_by: Vec<AreaIx>,
    /// The areas at the overall level that open answers could still lift to the level of the highest area.
    pub not_known: Vec<AreaIx>,
    /// Of the capabilities in scope, how many are answered yes, partly or no.
    pub confidence: Share,
    /// Each lens by level.
    pub lenses: Vec<LensProfile>,
}

impl TrackProfile {
    /// Whether the overall level is not known yet: its range is all levels of the track, so no level is claimed.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        let top = self.areas.iter().map(AreaProfile::top).min();
        self.overall.is_some_and(|overall| overall.low == Level::ZERO && Some(overall.high) == top)
    }

    /// Whether a level is due: at most two above the overall one, and the top only from the level below it.
    #[must_use]
    pub fn is_due(&self, level: Level) -> bool {
        let overall = self.overall.map_or(0, |overall| overall.low.number());
        level.number() <= overall + 2 && (level < Level::TOP || overall + 1 >= Level::TOP.number())
    }

    /// The profile of one area of the track.
    #[must_use]
    pub fn area(&self, area: AreaIx) -> Option<&AreaProfile> {
        self.areas.iter().find(|profile| profile.area == area)
    }
}

/// The result of a team: one entry for each track that is on. Tracks are never mixed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// In the model's order.
    pub tracks: Vec<TrackProfile>,
}

impl Profile {
    /// The profile of one area, whichever track it is in; none when the area has no level.
    #[must_use]
    pub fn area(&self, area: AreaIx) -> Option<&AreaProfile> {
        self.tracks.iter().find_map(|track| track.area(area))
    }

    /// The level of an area; none when it has none.
    #[must_use]
    pub fn level(&self, area: AreaIx) -> Option<Level> {
        self.area(area).map(|profile| profile.range.low)
    }
}

/// The profile of a team's answers.
#[must_use]
pub fn profile_of(case: Case) -> Profile {
    let is_on = |track: &TrackIx| case.questionnaire.tracks.contains(track);
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
    let settled = |&&capability: &&CapabilityIx| {
        matches!(case.answer(capability), Some(Answer::Yes | Answer::Partly | Answer::No))
    };
    TrackProfile {
        track,
        overall,
        near_miss: near_miss(case, &areas),
        essentials_only: case.questionnaire.scope == Scope::Essentials
            && model.capability_ixs().any(|at| model.track_of(at) == track && !model.capability(at).is_essential()),
        held_back_by: ixs(known),
        not_known: ixs(not_known),
        confidence: Share { part: capabilities.iter().filter(settled).count(), of: capabilities.len() },
        lenses: model.lens_ixs().map(|lens| lens_profile(case, lens, &capabilities)).collect(),
        areas,
    }
}

fn lens_profile(case: Case, lens: LensIx, capabilities: &[CapabilityIx]) -> LensProfile {
    let mut levels = [Share::default(); 4];
    for &at in capabilities {
        let capability = case.model.capability(at);
        if let (true, Some(level_result)) = (capability.lens == lens, capability.level.asked_index()) {
            levels[level_result].of += 1;
            levels[level_result].part += usize::from(case.has(at));
        }
    }
    LensProfile { lens, levels }
}

/// The profile of one area; none when nothing in it is in scope.
pub(crate) fn area_profile(case: Case, area: AreaIx) -> Option<AreaProfile> {
    let capabilities: Vec<CapabilityIx> =
        case.capabilities().filter(|&capability| case.model.capability(capability).area == area).collect();
    if capabilities.is_empty() {
        return None;
    }
    let levels = Level::ASKED.map(|level| level_result(case, level, &capabilities, Taking::AsAnswered));
    let at_best = Level::ASKED.map(|level| level_result(case, level, &capabilities, Taking::OpenAsYes));
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
