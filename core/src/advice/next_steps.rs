//! Next steps: what to do now, in an order that can be explained.

use std::cmp::Reverse;

use crate::advice::button_map::{ButtonMap, button_map};
use crate::advice::stalls::Stall;
use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx, Effort, StepIx};
use crate::scoring::case::Case;
use crate::scoring::profile::Profile;

/// Why a step stands where it stands: the keys of the order, as far as they speak for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It counts towards a level that its area does not hold yet, this many levels up.
    Counts {
        /// The area.
        area: AreaIx,
        /// The level that asks for it.
        level: Level,
        /// How far that is above where the area stands; 1 is the next level, 0 or less one already held.
        above: i8,
    },
    /// Its area is the lowest of its track, and another stands higher.
    Weakest(AreaIx),
    /// It is part of the remedy for these stalls (positions in the list they came in).
    Remedy(Vec<usize>),
    /// Its level cannot be held without it.
    Essential,
    /// It removes a button from a step that waits for a person.
    Button(StepIx),
    /// This many capabilities that are not in place build on it.
    Unlocks(usize),
    /// What it takes, in person-days.
    Effort(Effort),
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// What would be in place afterwards.
    pub capability: CapabilityIx,
    /// Whether the first thing to do is to find out: nobody knows or nobody has answered.
    pub find_out: bool,
    /// What put it there, strongest first.
    pub reasons: Vec<Reason>,
}

/// What can be begun now, most worthwhile first.
///
/// Candidates are answered partly, no or "don't know" and have everything they need. Where something they need is itself
/// open, that one is a candidate instead: to find out.
#[must_use]
pub fn next_steps(case: Case, profile: &Profile, stalls: &[Stall]) -> Vec<NextStep> {
    let order = Order::new(case, profile, stalls);
    let mut is_candidate = vec![false; case.model.capabilities().len()];
    for at in case.capabilities().filter(|&at| is_wanted(case, at)) {
        let mut ready = true;
        for &need in case.model.capability(at).needs.iter().filter(|&&need| case.in_scope(need)) {
            ready &= case.has(need);
            is_candidate[need.index()] |= case.is_open(need);
        }
        is_candidate[at.index()] |= ready;
    }
    let mut steps: Vec<CapabilityIx> = case.capabilities().filter(|at| is_candidate[at.index()]).collect();
    order.sort(&mut steps);
    let step =
        |capability| NextStep { capability, find_out: case.is_open(capability), reasons: order.reasons(capability) };
    steps.into_iter().map(step).collect()
}

/// Whether something can be begun now: it is wanted, and what it needs is in place.
#[must_use]
pub fn is_ready(case: Case, at: CapabilityIx) -> bool {
    let mut needs = case.model.capability(at).needs.iter().filter(|&&need| case.in_scope(need));
    case.in_scope(at) && is_wanted(case, at) && needs.all(|&need| case.has(need))
}

/// Answered, and not with yes.
fn is_wanted(case: Case, at: CapabilityIx) -> bool {
    matches!(case.answer(at), Some(Answer::Partly | Answer::No | Answer::Unknown))
}

/// The order of steps: everything that it looks at, gathered once.
pub struct Order<'a> {
    case: Case<'a>,
    maps: Vec<ButtonMap>,
    /// By area: its level, and whether it holds its track back.
    areas: Vec<(Level, bool)>,
    /// By capability: the contradictions that it helps to resolve.
    remedies: Vec<Vec<usize>>,
    /// By capability: how many that are not in place build on it.
    unlocks: Vec<usize>,
}

impl<'a> Order<'a> {
    /// Gathers what the order of steps depends on.
    #[must_use]
    pub fn new(case: Case<'a>, profile: &Profile, stalls: &[Stall]) -> Self {
        let model = case.model;
        let mut areas = vec![(Level::ZERO, false); model.areas().len()];
        for track in &profile.tracks {
            for area in &track.areas {
                areas[area.area.index()] = (area.range.low, track.holding_back.contains(&area.area));
            }
        }
        let mut remedies = vec![Vec::new(); model.capabilities().len()];
        for (position, stall) in stalls.iter().enumerate().filter(|(_, stall)| stall.is_contradiction()) {
            for at in &stall.pattern.remedy {
                remedies[at.index()].push(position);
            }
        }
        let maps = profile.tracks.iter().map(|track| button_map(case, track.track)).collect();
        Self { case, maps, areas, remedies, unlocks: unlocks(case) }
    }

    /// Sorts capabilities by the rule; what the rule leaves equal keeps the model's order.
    pub fn sort(&self, capabilities: &mut [CapabilityIx]) {
        // A stable sort would bring its own merge sort along; the position says the same.
        capabilities.sort_unstable_by_key(|&at| self.key(at));
    }

    fn above(&self, at: CapabilityIx) -> i8 {
        let capability = self.case.model.capability(at);
        let number = |level: Level| level.number().cast_signed();
        number(capability.level) - number(self.areas[capability.area.index()].0)
    }

    fn waiting_step(&self, at: CapabilityIx) -> Option<StepIx> {
        let step = self.case.model.capability(at).button.as_ref()?.step;
        self.maps.iter().any(|map| map.waits(step)).then_some(step)
    }

    fn key(&self, at: CapabilityIx) -> [Reverse<i64>; 8] {
        let capability = self.case.model.capability(at);
        let yes_first = |is: bool| i64::from(is);
        let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        // Everything as "more is earlier".
        [
            Reverse(-i64::from(self.above(at))),
            Reverse(-i64::from(self.areas[capability.area.index()].0.number())),
            Reverse(yes_first(!self.remedies[at.index()].is_empty())),
            Reverse(yes_first(capability.core)),
            Reverse(yes_first(self.waiting_step(at).is_some())),
            Reverse(number(self.unlocks[at.index()])),
            Reverse(-i64::from(capability.next.effort.max)),
            Reverse(-number(at.index())),
        ]
    }

    /// What speaks for a capability, strongest first.
    #[must_use]
    pub fn reasons(&self, at: CapabilityIx) -> Vec<Reason> {
        let capability = self.case.model.capability(at);
        let area = capability.area;
        let mut reasons = vec![Reason::Counts { area, level: capability.level, above: self.above(at) }];
        if self.areas[area.index()].1 {
            reasons.push(Reason::Weakest(area));
        }
        let remedies = &self.remedies[at.index()];
        if !remedies.is_empty() {
            reasons.push(Reason::Remedy(remedies.clone()));
        }
        if capability.core {
            reasons.push(Reason::Essential);
        }
        if let Some(step) = self.waiting_step(at) {
            reasons.push(Reason::Button(step));
        }
        if self.unlocks[at.index()] > 0 {
            reasons.push(Reason::Unlocks(self.unlocks[at.index()]));
        }
        reasons.push(Reason::Effort(capability.next.effort));
        reasons
    }
}

/// For each capability, how many in scope and not in place need it, directly or not.
fn unlocks(case: Case) -> Vec<usize> {
    let all = case.model.capabilities().len();
    let mut counts = vec![0; all];
    for at in case.capabilities().filter(|&at| !case.has(at)) {
        let mut seen = vec![false; all];
        let mut open = vec![at];
        while let Some(next) = open.pop() {
            for &need in &case.model.capability(next).needs {
                if !std::mem::replace(&mut seen[need.index()], true) {
                    counts[need.index()] += 1;
                    open.push(need);
                }
            }
        }
    }
    counts
}
