//! How near the next overall level is: the fewest answers "partly" that, taken as yes, would raise it.

use crate::model::CapabilityIx;
use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::scoring::case::Case;
use crate::scoring::levels::LevelResult;
use crate::scoring::profile::AreaProfile;

/// The most answers that a near miss may lack.
const MOST: usize = 3;

/// An overall level that a few practices partly in place keep a track from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// The overall level that it would have.
    pub level: Level,
    /// The fewest capabilities answered partly that would give it, taken as yes; at most three.
    pub capabilities: Vec<CapabilityIx>,
}

/// The highest overall level above the present one that at most three answers "partly", taken as yes, would give.
pub(super) fn near_miss(case: Case, areas: &[AreaProfile]) -> Option<NearMiss> {
    let present = areas.iter().map(|area| area.range.low).min()?;
    Level::ASKED.into_iter().rev().filter(|&level| level > present).find_map(|level| {
        let mut capabilities = Vec::new();
        for area in areas {
            capabilities.extend(lacking(case, area, level)?);
        }
        (capabilities.len() <= MOST).then_some(NearMiss { level, capabilities })
    })
}

/// The fewest answers "partly" that would lift an area to a level or above it; none where yes to all of them is not enough.
fn lacking(case: Case, area: &AreaProfile, level: Level) -> Option<Vec<CapabilityIx>> {
    let mut lacking = Vec::new();
    let mut reached = area.range.low;
    for result in area.levels.iter().filter(|result| result.level > area.range.low && !result.is_empty()) {
        if reached >= level {
            break;
        }
        lacking.extend(lacking_at(case, result)?);
        reached = result.level;
    }
    (reached >= level).then_some(lacking)
}

fn lacking_at(case: Case, result: &LevelResult) -> Option<Vec<CapabilityIx>> {
    let is_partly = |at: &&CapabilityIx| case.answer(**at) == Some(Answer::Partly);
    if !result.guards_missing.is_empty() || !result.core_missing.iter().all(|at| is_partly(&at)) {
        return None;
    }
    let support = result.support_missing.iter().filter(is_partly);
    let lift: Vec<CapabilityIx> = support.take(result.support_short).copied().collect();
    (lift.len() == result.support_short).then(|| [result.core_missing.as_slice(), &lift].concat())
}
