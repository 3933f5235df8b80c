//! The levels of one result: the numbers of one row.

use super::outline::Outline;
use crate::model::AreaIx;
use crate::scoring::case::Case;
use crate::scoring::profile::{Fraction, Range};

/// The levels of a team: the numbers of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The overall level of the model's first track that is not optional; if all are optional, of the first that is
    /// on.
    pub overall: Option<Range>,
    /// By the model's areas; `None` if an area has no level or its track is off.
    pub areas: Box<[Option<Range>]>,
    /// Whether the overall level is not known yet: its range is then all levels of the track.
    pub is_unknown: bool,
    /// The areas with a level that is not known yet.
    pub unknown_areas: Box<[AreaIx]>,
    /// The share of that track answered yes, partly or no.
    pub confidence: Fraction,
}

impl Standing {
    #[must_use]
    pub fn of(case: Case) -> Self {
        Outline::new(case.model, case.question_set).standing(case.answers)
    }

    /// The range of an area; `None`: of the overall level.
    #[must_use]
    pub fn range(&self, area: Option<AreaIx>) -> Option<Range> {
        area.map_or(self.overall, |area| self.areas.get(area.index()).copied().flatten())
    }

    /// Whether the level of an area is not known yet; `None`: the overall level.
    #[must_use]
    pub fn is_unknown(&self, area: Option<AreaIx>) -> bool {
        area.map_or(self.is_unknown, |area| self.unknown_areas.contains(&area))
    }
}
