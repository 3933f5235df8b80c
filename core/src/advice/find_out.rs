//! Which open question to answer first: the one that narrows the range of its area most.

use crate::model::answer::Answer;
use crate::model::{CapabilityIx, TrackIx};
use crate::scoring::case::Case;
use crate::scoring::profile::area_profile;

/// How much an answer to an open question would narrow the range of its area: the levels that a yes removes from the
/// range plus the levels that a no removes. 0 for a question that is not open.
#[must_use]
pub fn levels_narrowed(case: Case, at: CapabilityIx) -> usize {
    if !case.is_open(at) {
        return 0;
    }
    let area = case.model.capability(at).area;
    let width = |answer: Answer| {
        let mut answers = case.answers.clone();
        answers.set(at, Some(answer));
        let range = area_profile(case.with(&answers), area).map(|profile| profile.range);
        range.map_or(0, |range| usize::from(range.high.number() - range.low.number()))
    };
    // Answering never widens a range.
    2 * width(Answer::Unknown) - width(Answer::Yes) - width(Answer::No)
}

/// The open question of a track that would narrow a range most; of several, the first in the model's order. `None` if
/// no question alone would narrow a range.
#[must_use]
pub fn most_informative(case: Case, track: TrackIx) -> Option<CapabilityIx> {
    let mut best = None;
    let mut most = 0;
    for at in case.capabilities().filter(|&at| case.model.track_of(at) == track) {
        let levels = levels_narrowed(case, at);
        if levels > most {
            (best, most) = (Some(at), levels);
        }
    }
    best
}
