//! Where a team stands: levels, ranges and what they rest on.
//!
//! A level is held when it asks something, everything essential is in place and at least the model's share of the rest.
//! A level that asks nothing is passed over: it is neither held nor does it keep the ones above from being. Every number
//! here carries the capabilities that make it, so that a page can open any number to the answers behind it.

use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx, LensIx, TrackIx};
use crate::scoring::case::{Case, Scope};

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

/// What one level asks of one area, and what is in place of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelResult {
    /// Which level, 1..=4.
    pub level: Level,
    /// Everything in scope here, in the model's order.
    pub capabilities: Vec<CapabilityIx>,
    /// Whether the level is held here (regardless of the levels below); never where it asks nothing.
    pub held: bool,
    /// Core capabilities that are not in place: each of them alone keeps the level from being held.
    pub core_missing: Vec<CapabilityIx>,
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

/// Where one area stands, and why.
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
    /// Whether nothing is known of it yet: no level is claimed then.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        let Range { low, high } = self.range;
        low == Level::ZERO && high == Level::TOP && self.levels.iter().all(|level| level.half_points == 0)
    }

    /// The lowest level above its own that asks something; none where it stands on the highest that does.
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

/// Where a track stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackProfile {
    /// Which track.
    pub track: TrackIx,
    /// Its areas that have a level, in the model's order.
    pub areas: Vec<AreaProfile>,
    /// The lowest area; none when no area has a level.
    pub floor: Option<Range>,
    /// Whether supporting capabilities of the track were left out, because the scope is the essentials.
    pub essentials_only: bool,
    /// The areas at the floor that cannot be where the highest area is, whatever is still open: they hold the track back.
    pub holding_back: Vec<AreaIx>,
    /// The areas at the floor that open answers could still lift to the highest area: not known yet, and no brake.
    pub not_known: Vec<AreaIx>,
    /// Of the capabilities in scope, how many are answered yes, partly or no.
    pub confidence: Share,
    /// Each lens by level.
    pub lenses: Vec<LensProfile>,
}

impl TrackProfile {
    /// The profile of one area of the track.
    #[must_use]
    pub fn area(&self, area: AreaIx) -> Option<&AreaProfile> {
        self.areas.iter().find(|profile| profile.area == area)
    }
}

/// Where a team stands: one entry for each track that is on. Tracks are never mixed.
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

/// Where a team stands.
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
    let floor = low.zip(high).map(|(low, high)| Range { low, high });
    let greatest = areas.iter().map(|area| area.range.low).max();
    let at_floor = areas.iter().filter(|area| Some(area.range.low) == low && low < greatest);
    let (known, not_known): (Vec<_>, Vec<_>) =
        at_floor.filter(|area| area.next_level().is_some()).partition(|area| Some(area.range.high) < greatest);
    let ixs = |of: Vec<&AreaProfile>| of.into_iter().map(|area| area.area).collect();
    let capabilities: Vec<CapabilityIx> =
        case.capabilities().filter(|&capability| model.track_of(capability) == track).collect();
    let settled = |&&capability: &&CapabilityIx| {
        matches!(case.answer(capability), Some(Answer::Yes | Answer::Partly | Answer::No))
    };
    TrackProfile {
        track,
        floor,
        essentials_only: case.questionnaire.scope == Scope::Core
            && model.capability_ixs().any(|at| model.track_of(at) == track && !model.capability(at).core),
        holding_back: ixs(known),
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

/// Where one area stands; none when nothing in it is in scope.
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

/// The greatest level that is held while every one below it that asks something is held too.
fn level_of(levels: &[LevelResult; 4]) -> Level {
    let asking = levels.iter().filter(|level_result| !level_result.is_empty());
    let held = asking.take_while(|level_result| level_result.held).last();
    held.map_or(Level::ZERO, |level_result| level_result.level)
}

/// The lowest level above this one that asks something.
fn next_level(levels: &[LevelResult; 4], above: Level) -> Option<&LevelResult> {
    levels.iter().find(|level_result| level_result.level > above && !level_result.is_empty())
}

/// How answers are taken that are still open.
#[derive(Clone, Copy, PartialEq)]
enum Taking {
    AsAnswered,
    OpenAsYes,
}

fn level_result(case: Case, level: Level, of_area: &[CapabilityIx], taking: Taking) -> LevelResult {
    let half_points = |at: CapabilityIx| match case.answer(at) {
        None | Some(Answer::Unknown) if taking == Taking::OpenAsYes => Answer::Yes.half_points(),
        answer => answer.map_or(0, Answer::half_points),
    };
    let whole = Answer::Yes.half_points();
    let capabilities: Vec<CapabilityIx> =
        of_area.iter().copied().filter(|&at| case.model.capability(at).level == level).collect();
    let (core, support): (Vec<_>, Vec<_>) =
        capabilities.iter().copied().partition(|&at| case.model.capability(at).core);
    let missing = |of: &[CapabilityIx]| -> Vec<CapabilityIx> {
        of.iter().copied().filter(|&at| half_points(at) < whole).collect()
    };
    let core_missing = missing(&core);
    let support_points: usize = support.iter().map(|&at| half_points(at)).sum();
    let support_short = case.model.support().half_points_of(support.len()).saturating_sub(support_points);
    LevelResult {
        level,
        held: !capabilities.is_empty() && core_missing.is_empty() && support_short == 0,
        support_missing: missing(&support),
        half_points: capabilities.iter().map(|&at| half_points(at)).sum(),
        core_missing,
        support_short,
        capabilities,
    }
}
