//! The parts of one track's result, which the page and every copy of it show.

use super::Subject;
use crate::advice::next_steps::Advice;
use crate::advice::patterns::{AnswerToCheck, FiredPattern, Unasked, answers_to_check, of_track, unasked};
use crate::advice::plan::{CheapestLift, cheapest_lift};
use crate::advice::stage_map::{Automation, StageMap, stage_map};
use crate::scoring::profile::TrackProfile;

pub struct TrackResult<'a> {
    pub profile: &'a TrackProfile,
    /// The recommended steps.
    pub advice: Advice,
    /// The plan that lifts the overall level by one; `None` if that level is not known yet or cannot rise.
    pub cheapest_lift: Option<CheapestLift>,
    /// The map of manual work.
    pub map: StageMap,
    /// Patterns that are mismatches.
    pub mismatches: Vec<&'a FiredPattern<'a>>,
    /// Patterns that are normal gaps.
    pub gaps: Vec<&'a FiredPattern<'a>>,
    /// Practices in place although one that they depend on is not.
    pub to_check: Vec<AnswerToCheck>,
    /// The questions outside the question set that patterns would need.
    pub unasked: Unasked,
}

impl<'a> TrackResult<'a> {
    #[must_use]
    pub fn of(subject: &Subject<'a>, profile: &'a TrackProfile) -> Self {
        let (case, track) = (subject.case, profile.track);
        let (mismatches, gaps) = of_track(subject.patterns, track).into_iter().partition(|fired| fired.is_mismatch());
        Self {
            profile,
            advice: Advice::of(case, profile, subject.patterns),
            cheapest_lift: cheapest_lift(case, profile, subject.patterns),
            map: stage_map(case, track),
            mismatches,
            gaps,
            to_check: answers_to_check(case, track),
            unasked: unasked(case, track),
        }
    }

    /// Whether the map is worth showing: at least one stage is known.
    #[must_use]
    pub fn is_map_known(&self) -> bool {
        self.map.count(Automation::Unknown) < self.map.stages.len()
    }
}
