//! Which "don't know" is worth finding out first.

use crate::model::CapabilityIx;
use crate::model::answer::Answer;
use crate::scoring::case::Case;
use crate::scoring::profile::area_profile;

/// The "don't know" whose answer would narrow the ranges most; none when none of them would by itself.
///
/// The ranges are narrowed by the levels that fall away if the answer turns out yes and by those that fall away if it
/// turns out no, added up: both may happen. An answer moves only its own area. Equal ones keep the model's order.
#[must_use]
pub fn most_informative(case: Case) -> Option<CapabilityIx> {
    let mut best = None;
    let mut most = 0;
    for at in case.capabilities().filter(|&at| case.answer(at) == Some(Answer::Unknown)) {
        let area = case.model.capability(at).area;
        let width = |answer: Answer| {
            let mut answers = case.answers.clone();
            answers.set(at, Some(answer));
            let range = area_profile(case.with(&answers), area).map(|profile| profile.range);
            range.map_or(0, |range| range.high.number() - range.low.number())
        };
        let narrowed = 2 * width(Answer::Unknown) - width(Answer::Yes) - width(Answer::No);
        if narrowed > most {
            (best, most) = (Some(at), narrowed);
        }
    }
    best
}
