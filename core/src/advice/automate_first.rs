//! What to automate first: the answer to the main question of this product.

use crate::advice::effort::{INVESTMENT_DAYS, takes_at_most};
use crate::advice::next_steps::is_only_unmet_need;
use crate::model::answer::Answer;
use crate::model::{CapabilityIx, StageIx};
use crate::scoring::case::Case;
use crate::scoring::profile::TrackProfile;

/// The manual task to automate first, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AutomateFirst {
    /// The stage that the task is in.
    pub stage: StageIx,
    /// The capability that makes the task unnecessary.
    pub removed_by: CapabilityIx,
    /// The capability to start with: `removed_by`, or its only unmet need.
    pub start_with: CapabilityIx,
}

/// What to automate first. `candidates` are capabilities of the track in order of preference.
///
/// Chooses the first candidate that has a manual task itself or is the only unmet need of a due capability with a
/// manual task.
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

/// The first due capability with a manual task whose only unmet need is `start_with`.
fn made_possible(case: Case, track: &TrackProfile, start_with: CapabilityIx) -> Option<CapabilityIx> {
    case.capabilities().find(|&at| {
        case.model.track_of(at) == track.track
            && has_task(case, at)
            && case.answer(at).is_some_and(Answer::is_lacking)
            && takes_at_most(case, at, INVESTMENT_DAYS)
            && track.is_due(case.model.capability(at).level)
            && is_only_unmet_need(case, at, start_with)
    })
}
