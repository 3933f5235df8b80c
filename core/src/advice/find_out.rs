//! Which open answer is worth finding out first: what it would settle.

use crate::model::answer::Answer;
use crate::model::{CapabilityIx, TrackIx};
use crate::scoring::case::Case;
use crate::scoring::profile::area_profile;

/// The levels by which an area's range narrows when an open question of it is answered: those that fall away if the
/// answer is yes and those that fall away if it is no, added up. An answer moves only its own area.
///
/// 0 for what is not open.
#[must_use]
pub fn settles(case: Case, at: CapabilityIx) -> usize {
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

/// The open question of a track that would settle most, and how much; none when none would settle a level by itself.
/// Equal ones keep the model's order.
#[must_use]
pub fn most_settling(case: Case, track: TrackIx) -> Option<CapabilityIx> {
    let mut best = None;
    let mut most = 0;
    for at in case.capabilities().filter(|&at| case.model.track_of(at) == track) {
        let levels = settles(case, at);
        if levels > most {
            (best, most) = (Some(at), levels);
        }
    }
    best
}
