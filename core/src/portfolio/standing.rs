//! What a portfolio keeps of one result.

use super::Team;
use crate::advice::stage_map::stage_map;
use crate::history::compare::mismatches_of;
use crate::history::record::Record;
use crate::model::answer::Answer;
use crate::model::{AreaIx, CapabilityIx, Model};
use crate::scoring::case::Case;
use crate::scoring::profile::{AreaProfile, Profile, Range, Share, TrackProfile, area_profile, profile_of};

/// The levels of a team: the numbers of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The overall level of the model's first track that is not optional; of the first one that is on where all are.
    pub overall: Option<Range>,
    /// By the model's areas; none where an area has no level or its track is off.
    pub areas: Box<[Option<Range>]>,
    /// Whether the overall level is not known yet: its range is all levels of the track.
    pub is_unknown: bool,
    /// The areas whose level is not known yet.
    pub unknown_areas: Box<[AreaIx]>,
    /// How much of that track is answered yes, partly or no.
    pub confidence: Share,
}

impl Standing {
    /// The levels of a team.
    #[must_use]
    pub fn of(case: Case) -> Self {
        Self::in_short(case.model, &profile_of(case))
    }

    fn in_short(model: &Model, profile: &Profile) -> Self {
        let main = profile.tracks.iter().find(|track| !model.track(track.track).optional);
        let main = main.or_else(|| profile.tracks.first());
        let mut areas = vec![None; model.areas().len()];
        let mut unknown_areas = Vec::new();
        for area in profile.tracks.iter().flat_map(|track| &track.areas) {
            areas[area.area.index()] = Some(area.range);
            unknown_areas.extend(area.is_unknown().then_some(area.area));
        }
        Self {
            overall: main.and_then(|track| track.overall),
            areas: areas.into(),
            is_unknown: main.is_some_and(TrackProfile::is_unknown),
            unknown_areas: unknown_areas.into(),
            confidence: main.map(|track| track.confidence).unwrap_or_default(),
        }
    }

    /// The range of one area, or of all of them together where none is named.
    #[must_use]
    pub fn range(&self, area: Option<AreaIx>) -> Option<Range> {
        area.map_or(self.overall, |area| self.areas.get(area.index()).copied().flatten())
    }

    /// Whether the level of one area is not known yet, or of all of them together where none is named.
    #[must_use]
    pub fn is_unknown(&self, area: Option<AreaIx>) -> bool {
        area.map_or(self.is_unknown, |area| self.unknown_areas.contains(&area))
    }
}

/// Works out everything that is looked at across teams, once.
pub(super) fn team(model: &Model, record: Record, questionnaire: usize) -> Team {
    let case = record.case(model);
    let profile = profile_of(case);
    let areas = || profile.tracks.iter().flat_map(|track| &track.areas);
    let is_missing = |&at: &CapabilityIx| matches!(case.answer(at), Some(Answer::No | Answer::Partly));
    let mut automation = vec![None; model.tracks().len() * model.stages().len()];
    for &track in &case.questionnaire.tracks {
        for state in stage_map(case, track).stages {
            automation[track.index() * model.stages().len() + state.stage.index()] = Some(state.automation);
        }
    }
    let mismatches = mismatches_of(case).into_iter().filter_map(|at| u32::try_from(at).ok());
    Team {
        standing: Standing::in_short(model, &profile),
        mismatches: mismatches.collect(),
        lifts: areas()
            .flat_map(|area| lifting(case, area))
            .filter(|&at| case.is_ready(at))
            .filter(is_missing)
            .collect(),
        gaps: areas().flat_map(asked_next).filter(is_missing).collect(),
        automation: automation.into(),
        title: record.title.into(),
        business_unit: record.business_unit.into(),
        published: Box::default(),
        day: record.day,
        other_revision: record.other_revision,
        questionnaire: u32::try_from(questionnaire).unwrap_or_default(),
        answers: record.answers,
    }
}

/// What the next level of an area asks for.
fn asked_next(area: &AreaProfile) -> Vec<CapabilityIx> {
    area.next_level().map(|level| level.capabilities.clone()).unwrap_or_default()
}

/// What would lift an area by a level if it alone were in place.
fn lifting(case: Case, area: &AreaProfile) -> Vec<CapabilityIx> {
    let Some(level) = area.next_level() else { return Vec::new() };
    // With two essential ones missing none of them is enough, and with one nothing else is.
    let essential = [level.core_missing.as_slice(), &level.guards_missing].concat();
    let worth_trying = match essential.len() {
        0 => &level.support_missing,
        1 => &essential,
        _ => return Vec::new(),
    };
    let lifts = |&at: &CapabilityIx| {
        let answers = case.answers.with_yes([at]);
        area_profile(case.with(&answers), area.area).is_some_and(|after| after.range.low > area.range.low)
    };
    worth_trying.iter().copied().filter(lifts).collect()
}
