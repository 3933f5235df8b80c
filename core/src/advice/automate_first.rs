//! What to automate first: the answer to the question that this product exists for.

use crate::advice::effort::{INVESTMENT_DAYS, takes_at_most};
use crate::advice::next_steps::is_only_unmet_need;
use crate::model::answer::Answer;
use crate::model::{CapabilityIx, StageIx};
use crate::scoring::case::Case;
use crate::scoring::profile::TrackProfile;

/// The manual task to remove first, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AutomateFirst {
    /// The stage in which it is done.
    pub stage: StageIx,
    /// What makes it unnecessary; the task is this capability's.
    pub removed_by: CapabilityIx,
    /// The step to start with: the same, or the one need of it that is not met.
    pub start_with: CapabilityIx,
}

/// What to automate first, given the candidates of the track in order.
///
/// The first candidate that has a manual task decides, or that makes possible one that is due and has.
pub(crate) fn automate_first(
    case: Case,
    track: &TrackProfile,
    candidates: impl IntoIterator<Item = CapabilityIx>,
) -> Option<AutomateFirst> {
    candidates.into_iter().find_map(|start_with| {
        let removed_by =
            if has_task(case, start_with) { Some(start_with) } else { made_possible(case, track, start_with) }?;
        let stage = case.model.capability(removed_by).manual.as_ref()?.stage;
        Some(AutomateFirst { stage, removed_by, start_with })
    })
}

fn has_task(case: Case, at: CapabilityIx) -> bool {
    case.model.capability(at).manual.is_some()
}

/// The first due capability with a manual task that lacks nothing but this one.
fn made_possible(case: Case, track: &TrackProfile, start_with: CapabilityIx) -> Option<CapabilityIx> {
    case.capabilities().find(|&at| {
        case.model.track_of(at) == track.track
            && has_task(case, at)
            && matches!(case.answer(at), Some(Answer::No | Answer::Partly))
            && takes_at_most(case, at, INVESTMENT_DAYS)
            && track.is_due(case.model.capability(at).level)
            && is_only_unmet_need(case, at, start_with)
    })
}
