//! Near misses of a higher overall level: the fewest answers "partly" that would give it if they were yes.

use crate::model::CapabilityIx;
use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::scoring::case::Case;
use crate::scoring::levels::LevelResult;
use crate::scoring::profile::AreaProfile;

/// The most answers of a near miss.
const MOST: usize = 3;

/// A higher overall level that only a few practices partly in place prevent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// The higher level.
    pub level: Level,
    /// The fewest capabilities answered "partly" that would give that level if they were in place; at most three.
    pub capabilities: Vec<CapabilityIx>,
}

/// The highest overall level above the present one that at most three answers "partly" would give if they were yes.
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

/// The fewest answers "partly" that would lift an area to a level or above if they were yes; `None` if all of them
/// are not enough.
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
