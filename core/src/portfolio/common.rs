//! What many teams have in common: levels, gaps, mismatches, manual stages, and steps that would help most of them.

use std::cmp::Reverse;

use super::Portfolio;
use crate::advice::stage_map::{Automation, automation_by_stage};
use crate::history::compare::mismatches_of;
use crate::model::{AreaIx, CapabilityIx, StageIx, TrackIx};
use crate::order;

/// The distribution of teams over the levels of one area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaLevels {
    /// `None` for the overall level.
    pub area: Option<AreaIx>,
    /// The number of teams at each level, 0 to 4, by the lowest level of their range.
    pub teams: [usize; 5],
    /// The number of these teams that could be at a higher level.
    pub could_be_higher: usize,
    /// The number of teams with a level that is not known yet. They are counted at no level.
    pub not_known: usize,
    /// The number of teams without a level here.
    pub without: usize,
}

/// A capability that teams lack and their next level needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    pub capability: CapabilityIx,
    /// The number of teams that answered no.
    pub no: usize,
    /// The number of teams that answered partly.
    pub partly: usize,
}

/// A stage of the lifecycle that is manual in some teams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ManualStage {
    /// The track of the map.
    pub track: TrackIx,
    pub stage: StageIx,
    /// The number of teams in which it is manual.
    pub manual: usize,
    /// The number of teams with this stage on their map and at least one known answer.
    pub of: usize,
}

/// A step that many teams could take next, so that it is worth doing once for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedStep {
    pub capability: CapabilityIx,
    /// The number of teams that it alone would lift by a level in its area.
    pub lifts: usize,
    /// The number of teams whose next level needs it.
    pub gaps: usize,
}

impl Portfolio<'_> {
    /// The distribution of these teams over the levels: overall first, then every area that at least one of them has.
    #[must_use]
    pub fn distribution(&self, rows: &[usize]) -> Vec<AreaLevels> {
        let all = std::iter::once(None).chain(self.model.area_ixs().map(Some));
        all.map(|area| self.levels_of(rows, area)).filter(|levels| levels.without < rows.len()).collect()
    }

    /// The distribution of these teams over the levels of one area; `None`: over the overall levels.
    #[must_use]
    pub fn levels_of(&self, rows: &[usize], area: Option<AreaIx>) -> AreaLevels {
        let mut levels = AreaLevels { area, teams: [0; 5], could_be_higher: 0, not_known: 0, without: 0 };
        for &row in rows {
            let standing = &self.team(row).standing;
            match standing.range(area) {
                Some(_) if standing.is_unknown(area) => levels.not_known += 1,
                Some(range) => {
                    levels.teams[usize::from(range.low.number())] += 1;
                    levels.could_be_higher += usize::from(!range.is_exact());
                }
                None => levels.without += 1,
            }
        }
        levels
    }

    /// The gaps to the next levels of these teams, the most common first: by the number of teams that answered no or
    /// partly, then by the number that answered no.
    #[must_use]
    pub fn gaps(&self, rows: &[usize]) -> Vec<Gap> {
        let mut tallies = vec![[0_usize; 2]; self.model.capabilities().len()];
        for &row in rows {
            for lacking in self.lacking(row) {
                tallies[lacking.capability.index()][usize::from(lacking.is_no)] += 1;
            }
        }
        let gap = |(capability, [partly, no]): (CapabilityIx, [usize; 2])| Gap { capability, no, partly };
        let mut gaps: Vec<Gap> =
            self.model.capability_ixs().zip(tallies).map(gap).filter(|gap| gap.no + gap.partly > 0).collect();
        order::sort_by_key(&mut gaps, |gap| (Reverse(gap.no + gap.partly), Reverse(gap.no), gap.capability));
        gaps
    }

    /// The mismatches of these teams, the most common first: the position in the model's list of patterns, and the
    /// number of teams.
    #[must_use]
    pub fn common_mismatches(&self, rows: &[usize]) -> Vec<(usize, usize)> {
        let mut counts = vec![0; self.model.patterns().len()];
        for &row in rows {
            for pattern in mismatches_of(self.case(row)) {
                counts[pattern] += 1;
            }
        }
        let mut mismatches: Vec<(usize, usize)> =
            counts.into_iter().enumerate().filter(|&(_, count)| count > 0).collect();
        order::sort_by_key(&mut mismatches, |&(pattern, count)| (Reverse(count), pattern));
        mismatches
    }

    /// The stages that are manual in these teams, the most common first.
    #[must_use]
    pub fn manual_stages(&self, rows: &[usize]) -> Vec<ManualStage> {
        let mut counts = vec![(0, 0); self.model.tracks().len() * self.model.stages().len()];
        for &row in rows {
            let case = self.case(row);
            for &track in &case.question_set.tracks {
                let of_track = counts.iter_mut().skip(track.index() * self.model.stages().len());
                for (count, automation) in of_track.zip(automation_by_stage(case, track)) {
                    count.0 += usize::from(automation == Some(Automation::Manual));
                    count.1 += usize::from(automation.is_some_and(|known| known != Automation::Unknown));
                }
            }
        }
        let places = self.model.track_ixs().flat_map(|track| self.model.stage_ixs().map(move |stage| (track, stage)));
        let stages = places.zip(counts).filter(|(_, (manual, _))| *manual > 0);
        let mut stages: Vec<ManualStage> =
            stages.map(|((track, stage), (manual, of))| ManualStage { track, stage, manual, of }).collect();
        order::sort_by_key(&mut stages, |one| (Reverse(one.manual), one.track, one.stage));
        stages
    }

    /// Steps worth doing once for many of these teams: by the number of teams that each would lift, then by the
    /// number that have it as a gap.
    #[must_use]
    pub fn shared_steps(&self, rows: &[usize]) -> Vec<SharedStep> {
        let mut counts = vec![(0, 0); self.model.capabilities().len()];
        for &row in rows {
            let case = self.case(row);
            for lacking in self.lacking(row) {
                let (lifts, gaps) = &mut counts[lacking.capability.index()];
                *lifts += usize::from(lacking.lifts && case.is_ready(lacking.capability));
                *gaps += 1;
            }
        }
        let steps = self.model.capability_ixs().zip(counts).filter(|(_, (_, gaps))| *gaps > 0);
        let mut steps: Vec<SharedStep> =
            steps.map(|(capability, (lifts, gaps))| SharedStep { capability, lifts, gaps }).collect();
        order::sort_by_key(&mut steps, |step| (Reverse(step.lifts), Reverse(step.gaps), step.capability));
        steps
    }
}
