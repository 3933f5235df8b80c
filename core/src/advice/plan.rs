//! The plan: the steps to a target level in each area, in waves that respect what depends on what.

use crate::advice::effort::HalfDays;
use crate::advice::next_steps::Advice;
use crate::advice::patterns::FiredPattern;
use crate::advice::ranking::Ranking;
use crate::by_id::ById;
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx};
use crate::scoring::case::Case;
use crate::scoring::profile::{AreaProfile, TrackProfile, profile_of};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanStep {
    /// The capability that the step puts in place.
    pub capability: CapabilityIx,
    /// The effort for all models: half if the practice is partly in place, from 0 if the question is open.
    pub effort: HalfDays,
    /// Whether the question is open. Answering it comes first and may make the step unnecessary.
    pub find_out: bool,
}

/// The steps to the targets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Steps that can be done in parallel. Every wave depends only on earlier ones.
    pub waves: Vec<Vec<PlanStep>>,
    /// The sum over all steps, for all models.
    pub effort: HalfDays,
    /// The longest chain of steps that have to follow one another, for the first model.
    pub chain: HalfDays,
}

/// What limits how short a plan can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// The longest chain of steps that have to follow one another. More people would not shorten it.
    Chain,
    /// The total work, shared by all people.
    Work,
}

/// The duration of a plan in weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weeks {
    pub min: u64,
    pub max: u64,
    /// What limits the longest duration.
    pub pace: Pace,
}

/// The number of people who work on a plan if none is set.
pub const PEOPLE: u32 = 2;
/// Working days in a week.
const DAYS_A_WEEK: u64 = 5;

impl Plan {
    pub fn steps(&self) -> impl Iterator<Item = &PlanStep> {
        self.waves.iter().flatten()
    }

    #[must_use]
    pub fn has(&self, at: CapabilityIx) -> bool {
        self.steps().any(|step| step.capability == at)
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.waves.is_empty()
    }

    /// The duration with this many people (at least one): the longest chain or the total work divided by the people,
    /// whichever takes longer, in weeks of five working days, rounded up.
    #[must_use]
    pub fn weeks(&self, people: u32) -> Weeks {
        let people = u64::from(people.max(1));
        let weeks = |sum: u64, chain: u64| sum.div_ceil(people).max(chain).div_ceil(2 * DAYS_A_WEEK);
        let pace = if self.chain.max >= self.effort.max.div_ceil(people) { Pace::Chain } else { Pace::Work };
        Weeks { min: weeks(self.effort.min, self.chain.min), max: weeks(self.effort.max, self.chain.max), pace }
    }
}

/// The target level of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub area: AreaIx,
    /// The level today.
    pub from: Level,
    /// Whether its level is known.
    pub is_known: bool,
    /// The target level. The area asks something at this level.
    pub to: Level,
}

/// A default target has a plan with at least this many steps, if some level has.
const LEAST_STEPS: usize = 5;

/// The target of areas without a chosen one: the lowest level above the overall level whose plan has at least
/// `LEAST_STEPS` steps. If no level has, the highest level that asks something.
#[must_use]
pub fn default_target(case: Case, track: &TrackProfile, patterns: &[FiredPattern]) -> Level {
    let overall = track.overall.map_or(Level::ZERO, |overall| overall.low);
    let has_enough = |&level: &Level| {
        let targets: Vec<Target> = track.areas.iter().map(|area| target(area, level)).collect();
        plan(case, track, patterns, &targets).steps().count() >= LEAST_STEPS
    };
    let top = track.areas.iter().map(AreaProfile::top).max().unwrap_or_default();
    Level::ASKED.into_iter().filter(|&level| level > overall).find(has_enough).unwrap_or(top)
}

/// The targets of a track's areas: the chosen one (by area id) or the default. Each is moved to a level at which the
/// area asks something.
#[must_use]
pub fn targets(case: Case, track: &TrackProfile, patterns: &[FiredPattern], chosen: &ById<Level>) -> Vec<Target> {
    let default = default_target(case, track, patterns);
    let wanted = |area: &AreaProfile| chosen.get(&case.model.area(area.area).id).copied().unwrap_or(default);
    track.areas.iter().map(|area| target(area, wanted(area))).collect()
}

fn target(area: &AreaProfile, wanted: Level) -> Target {
    Target { area: area.area, from: area.range.low, is_known: !area.is_unknown(), to: meant(area, wanted) }
}

/// The level that a target means in an area: if the area asks nothing at `wanted`, the next level above at which it
/// asks something, or the next below. Level 0 asks nothing and stays.
fn meant(area: &AreaProfile, wanted: Level) -> Level {
    if wanted == Level::ZERO {
        return wanted;
    }
    let mut asking = Level::ASKED.into_iter().filter(|&level| area.asks_at(level));
    let below = asking.clone().rfind(|&level| level < wanted);
    asking.find(|&level| level >= wanted).or(below).unwrap_or(Level::ZERO)
}

/// The plan for these targets, which are of one track. An area at or above its target adds only what other areas
/// need.
///
/// A need out of scope (not asked, or not applicable) is assumed to be in place: nothing is known about it.
#[must_use]
pub fn plan(case: Case, track: &TrackProfile, patterns: &[FiredPattern], targets: &[Target]) -> Plan {
    let model = case.model;
    let is_left = |at: CapabilityIx| case.in_scope(at) && !case.has(at);
    let is_targeted = |at: CapabilityIx| {
        let capability = model.capability(at);
        let is_short = |target: &&Target| target.area == capability.area && target.from < target.to;
        targets.iter().filter(is_short).any(|target| capability.level <= target.to)
    };
    let mut is_planned = vec![false; model.capabilities().len()];
    let mut unseen: Vec<_> = model.capability_ixs().filter(|&at| is_left(at) && is_targeted(at)).collect();
    while let Some(at) = unseen.pop() {
        if !std::mem::replace(&mut is_planned[at.index()], true) {
            unseen.extend(model.capability(at).needs.iter().copied().filter(|&need| is_left(need)));
        }
    }
    let planned = model.capability_ixs().filter(|at| is_planned[at.index()]).collect();
    in_waves(case, track, patterns, planned)
}

/// The plan of just these steps, which are of one track. Their other needs are assumed to be in place.
#[must_use]
pub fn in_waves(case: Case, track: &TrackProfile, patterns: &[FiredPattern], mut left: Vec<CapabilityIx>) -> Plan {
    let model = case.model;
    Ranking::new(case, track, patterns).sort(&mut left);
    let mut chain = vec![HalfDays::default(); model.capabilities().len()];
    let mut plan = Plan::default();
    // Needs form no cycle, so every round finds at least one ready step.
    while !left.is_empty() {
        let is_ready = |at: &CapabilityIx| model.capability(*at).needs.iter().all(|need| !left.contains(need));
        let (ready, waiting): (Vec<_>, Vec<_>) = left.iter().copied().partition(is_ready);
        let wave: Vec<PlanStep> = ready.iter().map(|&at| plan_step(case, at)).collect();
        for step in &wave {
            let needs = model.capability(step.capability).needs.iter();
            let before = needs.fold(HalfDays::default(), |most, need| most.or_longer(chain[need.index()]));
            let through = before.plus(HalfDays::of_first_model(case, step.capability));
            chain[step.capability.index()] = through;
            plan.chain = plan.chain.or_longer(through);
            plan.effort = plan.effort.plus(step.effort);
        }
        if wave.is_empty() {
            break;
        }
        plan.waves.push(wave);
        left = waiting;
    }
    plan
}

#[must_use]
pub fn plan_step(case: Case, capability: CapabilityIx) -> PlanStep {
    PlanStep { capability, effort: HalfDays::of(case, capability), find_out: case.is_open(capability) }
}

/// The plan that lifts the overall level of a track by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheapestLift {
    /// The target of every area: the level above the overall one.
    pub target: Level,
    /// The overall level after the plan.
    pub level: Level,
    pub plan: Plan,
}

/// The plan for the level above the overall one; `None` if the overall level is not known yet or cannot rise.
#[must_use]
pub fn cheapest_lift(case: Case, track: &TrackProfile, patterns: &[FiredPattern]) -> Option<CheapestLift> {
    let overall = track.overall.filter(|_| !track.is_unknown())?.low;
    let wanted = overall.above()?;
    let targets: Vec<Target> = track.areas.iter().map(|area| target(area, wanted)).collect();
    let plan = plan(case, track, patterns, &targets);
    let answers = case.answers.with_yes(plan.steps().map(|step| step.capability));
    let after = profile_of(case.with(&answers));
    let lifted = after.tracks.iter().find(|after| after.track == track.track)?.overall?.low;
    (lifted > overall).then_some(CheapestLift { target: wanted, level: lifted, plan })
}

/// Why a step that the result names first is not in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPlanned {
    /// Its area has reached the target already.
    AtTarget,
    /// Its level is above the target of its area.
    AboveTarget,
    /// The question set does not ask about it.
    BeyondScope,
}

/// The steps of "Start now" and "Automate this first" that are not in a plan for these targets, each with the reason.
#[must_use]
pub fn not_planned(case: Case, advice: &Advice, plan: &Plan, targets: &[Target]) -> Vec<(CapabilityIx, NotPlanned)> {
    let mut named: Vec<CapabilityIx> = advice.start_now.iter().map(|step| step.capability).collect();
    if let Some(first) = advice.automate_first {
        let is_new = |at: &CapabilityIx| !named.contains(at);
        let more: Vec<CapabilityIx> = [first.start_with, first.removed_by].into_iter().filter(is_new).collect();
        named.extend(more);
    }
    named.dedup();
    let reason = |at: CapabilityIx| {
        let capability = case.model.capability(at);
        let target = targets.iter().find(|target| target.area == capability.area);
        match target {
            _ if case.is_beyond_scope(at) => NotPlanned::BeyondScope,
            Some(target) if target.from < target.to => NotPlanned::AboveTarget,
            _ => NotPlanned::AtTarget,
        }
    };
    named.into_iter().filter(|&at| !plan.has(at)).map(|at| (at, reason(at))).collect()
}
