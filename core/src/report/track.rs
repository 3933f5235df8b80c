//! What the result of one track is made of: the page and every copy of it show the same parts.

use super::Subject;
use crate::advice::next_steps::Advice;
use crate::advice::patterns::{AnswerToCheck, FiredPattern, Unasked, answers_to_check, of_track, unasked};
use crate::advice::plan::{CheapestLift, cheapest_lift};
use crate::advice::stage_map::{Automation, StageMap, stage_map};
use crate::scoring::profile::TrackProfile;

/// The parts of a track's result.
pub struct TrackResult<'a> {
    /// Its levels.
    pub profile: &'a TrackProfile,
    /// What it is told to do.
    pub told: Advice,
    /// What lifts its overall level by one; none where that is not known yet, or cannot rise.
    pub cheapest_lift: Option<CheapestLift>,
    /// What is still manual.
    pub map: StageMap,
    /// Patterns that are mismatches.
    pub mismatches: Vec<&'a FiredPattern<'a>>,
    /// Patterns that are normal gaps.
    pub gaps: Vec<&'a FiredPattern<'a>>,
    /// A yes that depends on a no.
    pub to_check: Vec<AnswerToCheck>,
    /// What patterns would need beyond the scope.
    pub unasked: Unasked,
}

impl<'a> TrackResult<'a> {
    /// The result of a track of a subject.
    #[must_use]
    pub fn of(subject: &Subject<'a>, profile: &'a TrackProfile) -> Self {
        let (case, track) = (subject.case, profile.track);
        let (mismatches, gaps) = of_track(subject.patterns, track).into_iter().partition(|fired| fired.is_mismatch());
        Self {
            profile,
            told: Advice::of(case, profile, subject.patterns),
            cheapest_lift: cheapest_lift(case, profile, subject.patterns),
            map: stage_map(case, track),
            mismatches,
            gaps,
            to_check: answers_to_check(case, track),
            unasked: unasked(case, track),
        }
    }

    /// Whether the map says anything: at least one stage is known.
    #[must_use]
    pub fn is_map_known(&self) -> bool {
        self.map.count(Automation::Unknown) < self.map.stages.len()
    }
}
