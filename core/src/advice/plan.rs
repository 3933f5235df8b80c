//! The plan: what it takes to reach a target level in each area, in waves that respect what needs what.

use crate::advice::ranking::{HalfDays, Ranking};
use crate::advice::stalls::Stall;
use crate::by_id::ById;
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx};
use crate::scoring::case::Case;
use crate::scoring::profile::{AreaProfile, TrackProfile};

/// One step of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanStep {
    /// What will be in place.
    pub capability: CapabilityIx,
    /// What it takes: the model's effort, half of it where it is partly there, from nothing where it may be there.
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

/// What makes a plan as long as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// The longest chain of steps that follow one another: more people would not make it shorter.
    Chain,
    /// The work, shared by the people there are.
    Work,
}

/// How long a plan takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weeks {
    /// At the least.
    pub min: u32,
    /// At the most.
    pub max: u32,
    /// What makes it that long, at the most.
    pub pace: Pace,
}

/// How many people are taken to work on a plan until somebody says otherwise.
pub const PEOPLE: u32 = 2;
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
    pub fn weeks(&self, people: u32) -> Weeks {
        let people = people.max(1);
        let weeks = |sum: u32, chain: u32| sum.div_ceil(people).max(chain).div_ceil(2 * DAYS_A_WEEK);
        let pace = if self.chain.max >= self.effort.max.div_ceil(people) { Pace::Chain } else { Pace::Work };
        Weeks { min: weeks(self.effort.min, self.chain.min), max: weeks(self.effort.max, self.chain.max), pace }
    }
}

/// Which level each area of a track is meant to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The area.
    pub area: AreaIx,
    /// Where it stands.
    pub from: Level,
    /// Whether anything is known of where it stands.
    pub is_known: bool,
    /// Where it is meant to go: a level that asks it something.
    pub to: Level,
}

/// The level that a track aims for unless it is told otherwise: one above its floor.
#[must_use]
pub fn default_target(track: &TrackProfile) -> Level {
    track.floor.map_or(Level::ZERO, |floor| floor.low.above().unwrap_or(Level::TOP))
}

/// The targets of a track's areas: what was chosen (by area id), otherwise the default. Each means a level that asks
/// something of the area.
#[must_use]
pub fn targets(case: Case, track: &TrackProfile, chosen: &ById<Level>) -> Vec<Target> {
    let default = default_target(track);
    let target = |area: &AreaProfile| {
        let wanted = chosen.get(&case.model.area(area.area).id).copied().unwrap_or(default);
        Target { area: area.area, from: area.range.low, is_known: !area.is_unknown(), to: meant(area, wanted) }
    };
    track.areas.iter().map(target).collect()
}

/// The level that a target means: where it asks nothing, the next one above that asks something, else the next below.
/// Level 0 is no target: it asks nothing of anybody.
fn meant(area: &AreaProfile, wanted: Level) -> Level {
    if wanted == Level::ZERO {
        return wanted;
    }
    let mut asking = Level::ASKED.into_iter().filter(|&level| area.asks_at(level));
    let below = asking.clone().rfind(|&level| level < wanted);
    asking.find(|&level| level >= wanted).or(below).unwrap_or(Level::ZERO)
}

/// What it takes to reach these targets, which are of one track. An area at or above its target adds only what others
/// need.
///
/// A need that is out of scope (not asked, or not applicable) is taken as given: nothing here could tell its state.
#[must_use]
pub fn plan(case: Case, track: &TrackProfile, stalls: &[Stall], targets: &[Target]) -> Plan {
    let model = case.model;
    let is_open = |at: CapabilityIx| case.in_scope(at) && !case.has(at);
    let is_aimed_at = |at: CapabilityIx| {
        let capability = model.capability(at);
        let is_short = |target: &&Target| target.area == capability.area && target.from < target.to;
        targets.iter().filter(is_short).any(|target| capability.level <= target.to)
    };
    let mut is_planned = vec![false; model.capabilities().len()];
    let mut unseen: Vec<_> = model.capability_ixs().filter(|&at| is_open(at) && is_aimed_at(at)).collect();
    while let Some(at) = unseen.pop() {
        if !std::mem::replace(&mut is_planned[at.index()], true) {
            unseen.extend(model.capability(at).needs.iter().copied().filter(|&need| is_open(need)));
        }
    }
    let planned = model.capability_ixs().filter(|at| is_planned[at.index()]).collect();
    in_waves(case, track, stalls, planned)
}

/// The plan of just these steps, which are of one track. What they need besides is taken as given.
#[must_use]
pub fn in_waves(case: Case, track: &TrackProfile, stalls: &[Stall], mut left: Vec<CapabilityIx>) -> Plan {
    let model = case.model;
    Ranking::new(case, track, stalls).sort(&mut left);
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
    PlanStep { capability, effort: HalfDays::of(case, capability), find_out: case.is_open(capability) }
}
