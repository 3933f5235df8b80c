//! The plan: what it takes to reach a target level in each area, in waves that respect what needs what.

use crate::advice::next_steps::Order;
use crate::advice::stalls::Stall;
use crate::by_id::ById;
use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx, Effort};
use crate::scoring::case::Case;
use crate::scoring::profile::{Profile, TrackProfile};

/// Person-days are counted in halves: what is partly there costs half.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HalfDays {
    /// At the least.
    pub min: u32,
    /// At the most.
    pub max: u32,
}

impl HalfDays {
    fn plus(self, other: Self) -> Self {
        Self { min: self.min.saturating_add(other.min), max: self.max.saturating_add(other.max) }
    }

    fn or_longer(self, other: Self) -> Self {
        Self { min: self.min.max(other.min), max: self.max.max(other.max) }
    }
}

/// One step of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanStep {
    /// What will be in place.
    pub capability: CapabilityIx,
    /// What it takes: the model's effort, half of it where it is partly there.
    pub effort: HalfDays,
    /// Whether nobody knows yet if it is there: finding out comes first and may make the step unnecessary.
    pub find_out: bool,
}

/// What it takes to reach the targets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Steps that can be done side by side; every wave builds on the ones before.
    pub waves: Vec<Vec<PlanStep>>,
    /// The sum over all steps.
    pub effort: HalfDays,
    /// The longest chain of steps that have to follow one another.
    pub chain: HalfDays,
}

/// Working days in a week.
const DAYS_A_WEEK: u32 = 5;

impl Plan {
    /// All steps, wave by wave.
    pub fn steps(&self) -> impl Iterator<Item = &PlanStep> {
        self.waves.iter().flatten()
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.waves.is_empty()
    }

    /// Weeks from least to most for this many people (at least one): the longest chain or the shared sum, whichever
    /// takes longer, in weeks of five working days, rounded up.
    #[must_use]
    pub fn weeks(&self, people: u32) -> (u32, u32) {
        let people = people.max(1);
        let weeks = |sum: u32, chain: u32| sum.div_ceil(people).max(chain).div_ceil(2 * DAYS_A_WEEK);
        (weeks(self.effort.min, self.chain.min), weeks(self.effort.max, self.chain.max))
    }
}

/// Which level each area of a track is meant to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The area.
    pub area: AreaIx,
    /// Where it stands.
    pub from: Level,
    /// Where it is meant to go.
    pub to: Level,
}

/// The level that a track aims for unless it is told otherwise: one above its floor.
#[must_use]
pub fn default_target(track: &TrackProfile) -> Level {
    track.floor.map_or(Level::ZERO, |floor| floor.low.above().unwrap_or(Level::TOP))
}

/// The targets of a track's areas: what was chosen (by area id), otherwise the default.
#[must_use]
pub fn targets(case: Case, track: &TrackProfile, chosen: &ById<Level>) -> Vec<Target> {
    let default = default_target(track);
    let target = |area: &crate::scoring::profile::AreaProfile| Target {
        area: area.area,
        from: area.range.low,
        to: chosen.get(&case.model.area(area.area).id).copied().unwrap_or(default),
    };
    track.areas.iter().map(target).collect()
}

/// What it takes to reach these targets.
///
/// A need that is out of scope (not asked, or not applicable) is taken as given: nothing here could tell its state.
#[must_use]
pub fn plan(case: Case, profile: &Profile, stalls: &[Stall], targets: &[Target]) -> Plan {
    let model = case.model;
    let is_open = |at: CapabilityIx| case.in_scope(at) && !case.has(at);
    let is_aimed_at = |at: CapabilityIx| {
        let capability = model.capability(at);
        targets.iter().any(|target| target.area == capability.area && capability.level <= target.to)
    };
    let mut is_planned = vec![false; model.capabilities().len()];
    let mut unseen: Vec<_> = model.capability_ixs().filter(|&at| is_open(at) && is_aimed_at(at)).collect();
    while let Some(at) = unseen.pop() {
        if !std::mem::replace(&mut is_planned[at.index()], true) {
            unseen.extend(model.capability(at).needs.iter().copied().filter(|&need| is_open(need)));
        }
    }
    let order = Order::new(case, profile, stalls);
    let mut left: Vec<_> = model.capability_ixs().filter(|at| is_planned[at.index()]).collect();
    order.sort(&mut left);
    let mut chain = vec![HalfDays::default(); model.capabilities().len()];
    let mut plan = Plan::default();
    // Needs form no cycle, so every round finds at least one step that is ready.
    while !left.is_empty() {
        let is_ready = |at: &CapabilityIx| model.capability(*at).needs.iter().all(|need| !left.contains(need));
        let (ready, waiting): (Vec<_>, Vec<_>) = left.iter().copied().partition(is_ready);
        let wave: Vec<PlanStep> = ready.iter().map(|&at| plan_step(case, at)).collect();
        for step in &wave {
            let needs = model.capability(step.capability).needs.iter();
            let before = needs.fold(HalfDays::default(), |most, need| most.or_longer(chain[need.index()]));
            let through = before.plus(step.effort);
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

/// What one step takes.
#[must_use]
pub fn plan_step(case: Case, capability: CapabilityIx) -> PlanStep {
    let Effort { min, max } = case.model.capability(capability).next.effort;
    let halves = if case.answer(capability) == Some(Answer::Partly) { 1 } else { 2 };
    let effort = HalfDays { min: min.saturating_mul(halves), max: max.saturating_mul(halves) };
    PlanStep { capability, effort, find_out: case.is_open(capability) }
}
