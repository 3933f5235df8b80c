//! What a portfolio keeps of one result.

use super::Team;
use crate::advice::button_map::button_map;
use crate::history::compare::contradictions;
use crate::history::record::Record;
use crate::model::answer::Answer;
use crate::model::{AreaIx, CapabilityIx, Model};
use crate::scoring::case::Case;
use crate::scoring::profile::{AreaProfile, Profile, Range, Share, area_profile, profile_of};

/// Where a team stands: the numbers of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The floor of the model's first track that is not optional; of the first one that is on where all are.
    pub overall: Option<Range>,
    /// By the model's areas; none where an area has no level or its track is off.
    pub areas: Box<[Option<Range>]>,
    /// How much of that track is answered yes, partly or no.
    pub confidence: Share,
}

impl Standing {
    /// Where a team stands.
    #[must_use]
    pub fn of(case: Case) -> Self {
        Self::in_short(case.model, &profile_of(case))
    }

    fn in_short(model: &Model, profile: &Profile) -> Self {
        let main = profile.tracks.iter().find(|track| !model.track(track.track).optional);
        let main = main.or_else(|| profile.tracks.first());
        let mut areas = vec![None; model.areas().len()];
        for area in profile.tracks.iter().flat_map(|track| &track.areas) {
            areas[area.area.index()] = Some(area.range);
        }
        Self {
            overall: main.and_then(|track| track.floor),
            areas: areas.into(),
            confidence: main.map(|track| track.confidence).unwrap_or_default(),
        }
    }

    /// The range of one area, or of all of them together where none is named.
    #[must_use]
    pub fn range(&self, area: Option<AreaIx>) -> Option<Range> {
        area.map_or(self.overall, |area| self.areas.get(area.index()).copied().flatten())
    }
}

/// Works out everything that is looked at across teams, once.
pub(super) fn team(model: &Model, record: Record, questionnaire: usize) -> Team {
    let case = record.case(model);
    let profile = profile_of(case);
    let areas = || profile.tracks.iter().flat_map(|track| &track.areas);
    let is_ready = |&at: &CapabilityIx| {
        let mut needs = model.capability(at).needs.iter().filter(|&&need| case.in_scope(need));
        matches!(case.answer(at), Some(Answer::No | Answer::Partly)) && needs.all(|&need| case.has(need))
    };
    let mut runs = vec![None; model.tracks().len() * model.steps().len()];
    for &track in &case.questionnaire.tracks {
        for state in button_map(case, track).steps {
            runs[track.index() * model.steps().len() + state.step.index()] = Some(state.runs);
        }
    }
    let stalls = contradictions(case).into_iter().filter_map(|at| u32::try_from(at).ok());
    Team {
        standing: Standing::in_short(model, &profile),
        stalls: stalls.collect(),
        lifts: areas().flat_map(|area| lifting(case, area)).filter(is_ready).collect(),
        next: areas().flat_map(counting).filter(is_ready).collect(),
        runs: runs.into(),
        title: record.title.into(),
        business_unit: record.business_unit.into(),
        day: record.day,
        other_revision: record.other_revision,
        questionnaire: u32::try_from(questionnaire).unwrap_or_default(),
        answers: record.answers,
    }
}

/// What the next level of an area still asks for.
fn counting(area: &AreaProfile) -> Vec<CapabilityIx> {
    let level = area.next_level();
    level.map(|level| [&level.core_missing[..], &level.support_missing].concat()).unwrap_or_default()
}

/// What would lift an area by a level if it alone were in place.
fn lifting(case: Case, area: &AreaProfile) -> Vec<CapabilityIx> {
    let Some(level) = area.next_level() else { return Vec::new() };
    // With two essential ones missing none of them is enough, and with one nothing else is.
    let worth_trying = match level.core_missing.len() {
        0 => &level.support_missing,
        1 => &level.core_missing,
        _ => return Vec::new(),
    };
    let lifts = |&at: &CapabilityIx| {
        let answers = case.answers.with_yes([at]);
        area_profile(case.with(&answers), area.area).is_some_and(|after| after.range.low > area.range.low)
    };
    worth_trying.iter().copied().filter(lifts).collect()
}
