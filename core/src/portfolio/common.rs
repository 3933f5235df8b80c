//! What many teams have in common: levels, gaps, mismatches, manual stages, and what would lift most of them.

use std::cmp::Reverse;

use super::Portfolio;
use crate::advice::stage_map::{Automation, automation_by_stage};
use crate::history::compare::mismatches_of;
use crate::model::{AreaIx, CapabilityIx, StageIx, TrackIx};
use crate::order;

/// How the teams are spread over the levels of one area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaLevels {
    /// Which area; none for all together.
    pub area: Option<AreaIx>,
    /// How many are at each level, 0 to 4, by what their answers show.
    pub teams: [usize; 5],
    /// How many of these could still be higher.
    pub unsettled: usize,
    /// How many have a level that is not known yet: they are counted at none.
    pub not_known: usize,
    /// How many have no level here.
    pub without: usize,
}

/// Something that teams do not have and that their next level asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What.
    pub capability: CapabilityIx,
    /// How many answered no.
    pub no: usize,
    /// How many answered partly.
    pub partly: usize,
}

/// A stage of the lifecycle that is manual in some teams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ManualStage {
    /// In the map of which track.
    pub track: TrackIx,
    /// Which stage.
    pub stage: StageIx,
    /// In how many teams it is manual.
    pub manual: usize,
    /// In how many it is on the map and something is known of it.
    pub of: usize,
}

/// Something that many teams could do next: worth doing once, for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedStep {
    /// What.
    pub capability: CapabilityIx,
    /// How many teams it alone would lift by a level in its area.
    pub lifts: usize,
    /// In how many teams it is a gap: the next level of its area asks for it.
    pub gaps: usize,
}

impl Portfolio<'_> {
    /// How these teams are spread over the levels: all together first, then every area that one of them has.
    #[must_use]
    pub fn distribution(&self, rows: &[usize]) -> Vec<AreaLevels> {
        let all = std::iter::once(None).chain(self.model.area_ixs().map(Some));
        all.map(|area| self.levels_of(rows, area)).filter(|levels| levels.without < rows.len()).collect()
    }

    /// How these teams are spread over the levels of one area, or all together where none is named.
    #[must_use]
    pub fn levels_of(&self, rows: &[usize], area: Option<AreaIx>) -> AreaLevels {
        let mut levels = AreaLevels { area, teams: [0; 5], unsettled: 0, not_known: 0, without: 0 };
        for &row in rows {
            let standing = &self.team(row).standing;
            match standing.range(area) {
                Some(_) if standing.is_unknown(area) => levels.not_known += 1,
                Some(range) => {
                    levels.teams[usize::from(range.low.number())] += 1;
                    levels.unsettled += usize::from(!range.is_settled());
                }
                None => levels.without += 1,
            }
        }
        levels
    }

    /// What these teams lack for the next levels of their areas, the most common first: by how many answered no or partly,
    /// then by how many no.
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

    /// The mismatches of these teams, the most common first: positions among the model's patterns, with how many teams.
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
            for &track in &case.questionnaire.tracks {
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

    /// What would be worth doing once for many of these teams: by how many it would lift, then by in how many it is a gap.
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
