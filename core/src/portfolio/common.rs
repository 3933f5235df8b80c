//! What many teams have in common: levels, gaps, stalls, steps that wait, and what would lift most of them.

use std::cmp::Reverse;

use super::Portfolio;
use crate::advice::button_map::Automation;
use crate::model::answer::Answer;
use crate::model::{AreaIx, CapabilityIx, StepIx, TrackIx};
use crate::order;

/// How the teams are spread over the levels of one area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaLevels {
    /// Which area; none for all together.
    pub area: Option<AreaIx>,
    /// How many stand at each level, 0 to 4, by what their answers show.
    pub teams: [usize; 5],
    /// How many of these could still stand higher.
    pub unsettled: usize,
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

/// A step of the lifecycle that waits for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingStep {
    /// In the map of which track.
    pub track: TrackIx,
    /// Which step.
    pub step: StepIx,
    /// In how many teams it waits.
    pub waits: usize,
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
    /// How many teams have it before them: their next level asks for it, and they could begin it now.
    pub next: usize,
}

impl Portfolio<'_> {
    /// How these teams are spread over the levels: all together first, then every area that one of them has.
    #[must_use]
    pub fn distribution(&self, rows: &[usize]) -> Vec<AreaLevels> {
        let all = std::iter::once(None).chain(self.model.area_ixs().map(Some));
        let levels = all.map(|area| {
            let mut levels = AreaLevels { area, teams: [0; 5], unsettled: 0, without: 0 };
            for &row in rows {
                match self.team(row).standing.range(area) {
                    Some(range) => {
                        levels.teams[usize::from(range.low.number())] += 1;
                        levels.unsettled += usize::from(!range.is_settled());
                    }
                    None => levels.without += 1,
                }
            }
            levels
        });
        levels.filter(|levels| levels.without < rows.len()).collect()
    }

    /// What these teams do not have, the most common first: by how many answered no or partly, then by how many no. It counts
    /// where it belongs to a level that the area stands on or to the one above: of what is further away nearly every team
    /// lacks all, which tells nobody what to do.
    #[must_use]
    pub fn gaps(&self, rows: &[usize]) -> Vec<Gap> {
        let mut tallies = vec![[0_usize; 2]; self.model.capabilities().len()];
        for &row in rows {
            let (case, standing) = (self.case(row), &self.team(row).standing);
            let is_before_it = |at: CapabilityIx| {
                let capability = self.model.capability(at);
                let range = standing.range(Some(capability.area));
                range.is_some_and(|range| capability.level.number() <= range.low.number() + 1)
            };
            for at in case.capabilities().filter(|&at| is_before_it(at)) {
                match case.answer(at) {
                    Some(Answer::Partly) => tallies[at.index()][0] += 1,
                    Some(Answer::No) => tallies[at.index()][1] += 1,
                    Some(Answer::Yes | Answer::Unknown | Answer::NotApplicable) | None => {}
                }
            }
        }
        let gap = |(capability, [partly, no]): (CapabilityIx, [usize; 2])| Gap { capability, no, partly };
        let mut gaps: Vec<Gap> =
            self.model.capability_ixs().zip(tallies).map(gap).filter(|gap| gap.no + gap.partly > 0).collect();
        order::sort_by_key(&mut gaps, |gap| (Reverse(gap.no + gap.partly), Reverse(gap.no), gap.capability));
        gaps
    }

    /// The stalls of these teams, the most common first: positions among the model's patterns, with how many teams.
    #[must_use]
    pub fn common_stalls(&self, rows: &[usize]) -> Vec<(usize, usize)> {
        let mut counts = vec![0; self.model.patterns().len()];
        for &row in rows {
            for &pattern in &self.team(row).stalls {
                counts[pattern as usize] += 1;
            }
        }
        let mut stalls: Vec<(usize, usize)> =
            counts.into_iter().enumerate().filter(|&(_, count)| count > 0).collect();
        order::sort_by_key(&mut stalls, |&(pattern, count)| (Reverse(count), pattern));
        stalls
    }

    /// The steps that wait for a person in these teams, the most common first.
    #[must_use]
    pub fn waiting_steps(&self, rows: &[usize]) -> Vec<WaitingStep> {
        let steps = self.model.steps().len();
        let mut counts = vec![(0, 0); self.model.tracks().len() * steps];
        for &row in rows {
            for (count, runs) in counts.iter_mut().zip(&self.team(row).runs) {
                count.0 += usize::from(*runs == Some(Automation::Waits));
                count.1 += usize::from(runs.is_some_and(|runs| runs != Automation::Unknown));
            }
        }
        let places = self.model.track_ixs().flat_map(|track| self.model.step_ixs().map(move |step| (track, step)));
        let waiting = places.zip(counts).filter(|(_, (waits, _))| *waits > 0);
        let mut waiting: Vec<WaitingStep> =
            waiting.map(|((track, step), (waits, of))| WaitingStep { track, step, waits, of }).collect();
        order::sort_by_key(&mut waiting, |step| (Reverse(step.waits), step.track, step.step));
        waiting
    }

    /// What would be worth doing once for many of these teams: by how many it would lift, then by how many have it next.
    #[must_use]
    pub fn shared_steps(&self, rows: &[usize]) -> Vec<SharedStep> {
        let mut counts = vec![(0, 0); self.model.capabilities().len()];
        for &row in rows {
            let team = self.team(row);
            team.lifts.iter().for_each(|at| counts[at.index()].0 += 1);
            team.next.iter().for_each(|at| counts[at.index()].1 += 1);
        }
        let steps = self.model.capability_ixs().zip(counts).filter(|(_, (_, next))| *next > 0);
        let mut steps: Vec<SharedStep> =
            steps.map(|(capability, (lifts, next))| SharedStep { capability, lifts, next }).collect();
        order::sort_by_key(&mut steps, |step| (Reverse(step.lifts), Reverse(step.next), step.capability));
        steps
    }
}
