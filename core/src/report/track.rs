//! What the result of one track is made of: the page and every copy of it show the same parts.

use super::Subject;
use crate::advice::button_map::{Automation, ButtonMap, button_map};
use crate::advice::next_steps::Advice;
use crate::advice::stalls::{Skipped, Stall, Unasked, of_track, skipped, unasked};
use crate::scoring::profile::TrackProfile;

/// The parts of a track's result.
pub struct TrackResult<'a> {
    /// Where it stands.
    pub profile: &'a TrackProfile,
    /// What it is told to do.
    pub told: Advice,
    /// What still waits for a person.
    pub map: ButtonMap,
    /// Patterns in which answers contradict each other.
    pub stalls: Vec<&'a Stall<'a>>,
    /// Patterns that only say what comes next.
    pub open_edges: Vec<&'a Stall<'a>>,
    /// What is in place without its ground.
    pub skipped: Vec<Skipped>,
    /// What patterns would need beyond the scope.
    pub unasked: Unasked,
}

impl<'a> TrackResult<'a> {
    /// The result of a track of a subject.
    #[must_use]
    pub fn of(subject: &Subject<'a>, profile: &'a TrackProfile) -> Self {
        let (case, track) = (subject.case, profile.track);
        let (stalls, open_edges) =
            of_track(subject.stalls, track).into_iter().partition(|stall| stall.is_contradiction());
        Self {
            profile,
            told: Advice::of(case, profile, subject.stalls),
            map: button_map(case, track),
            stalls,
            open_edges,
            skipped: skipped(case, track),
            unasked: unasked(case, track),
        }
    }

    /// Whether the map says anything: at least one step is known.
    #[must_use]
    pub fn is_map_known(&self) -> bool {
        self.map.count(Automation::Unknown) < self.map.steps.len()
    }
}
