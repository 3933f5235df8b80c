//! Next steps of a track: what to find out, what to start now, what to plan for, and the rest in order.

use crate::advice::find_out::{most_settling, settles};
use crate::advice::free_first::{FreeFirst, free_first};
use crate::advice::ranking::{Class, HalfDays, INVESTMENT_DAYS, Ranking};
use crate::advice::stalls::{Stall, asked_by_patterns, is_contradiction};
use crate::model::answer::Answer;
use crate::model::{CapabilityIx, TrackIx};
use crate::order;
use crate::scoring::case::Case;
use crate::scoring::profile::{Share, TrackProfile};

/// How many steps are to be started now.
pub const START_NOW: usize = 3;

/// The lists that steps are shown in, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// What is open.
    FindOut,
    /// What to begin with.
    StartNow,
    /// The investment.
    PlanFor,
    /// Everything else that is ready.
    Rest,
}

impl List {
    /// Its name in the page's markup.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::FindOut => "find-out",
            Self::StartNow => "start-now",
            Self::PlanFor => "plan-for",
            Self::Rest => "rest",
        }
    }
}

/// Something to do, or to find out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// What would be in place afterwards.
    pub capability: CapabilityIx,
    /// Why it is worth doing.
    pub class: Class,
    /// The stalls that it ends by itself (positions in the list they came in); only of a cure.
    pub ends: Vec<usize>,
    /// The stalls whose remedy it is part of without ending them; only of a cure.
    pub part_of: Vec<usize>,
    /// Half points that the level it counts for still lacks from supporting capabilities; only of a supporting one of
    /// the next level.
    pub support_short: usize,
    /// How many capabilities that are not in place build on it, directly or not.
    pub dependents: usize,
    /// What it takes.
    pub effort: HalfDays,
    /// Whether nobody knows or nobody has answered yet.
    pub is_open: bool,
    /// The levels by which the ranges narrow when it is answered, over yes and no; 0 for what is not open.
    pub settles: usize,
    /// What it needs directly and is not in place.
    pub unmet_needs: Vec<CapabilityIx>,
    /// What it needs directly and this scope does not ask: it is said as "if that is there".
    pub unasked_needs: Vec<CapabilityIx>,
    /// What can be begun as soon as it is in place, and not before, in the order of next steps.
    pub makes_ready: Vec<CapabilityIx>,
}

/// What a track is told to do. The lists are shown apart and never mixed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Which track.
    pub track: TrackIx,
    /// The step of the lifecycle to free first.
    pub free_first: Option<FreeFirst>,
    /// What is open, by what it settles.
    pub find_out: Vec<NextStep>,
    /// The first three that are ready and not an investment.
    pub start_now: Vec<NextStep>,
    /// The first investment, ready or not: it comes after its unmet needs.
    pub plan_for: Option<NextStep>,
    /// Everything else that is ready, in order.
    pub rest: Vec<NextStep>,
    /// Whether less than half of the track is answered: the lists then say "so far".
    pub so_far: bool,
}

impl Advice {
    /// What a track is told to do.
    #[must_use]
    pub fn of(case: Case, track: &TrackProfile, stalls: &[Stall]) -> Self {
        let steps = Steps::new(case, track, stalls);
        let candidates = steps.candidates();
        let (open, ready): (Vec<_>, Vec<_>) =
            candidates.into_iter().partition(|&at| matches!(case.given(at), None | Some(Answer::Unknown)));
        let is_small = |&at: &CapabilityIx| case.model.capability(at).next.effort.max <= INVESTMENT_DAYS;
        let first: Vec<CapabilityIx> = ready.iter().copied().filter(is_small).take(START_NOW).collect();
        let plan_for = steps.wanted().into_iter().find(|at| !is_small(at));
        let rest = ready.iter().copied().filter(|at| !first.contains(at) && plan_for != Some(*at));
        let Share { part, of } = track.confidence;
        Self {
            track: track.track,
            free_first: free_first(case, track.track, &ready),
            find_out: steps.find_out(open),
            start_now: first.iter().map(|&at| steps.step(at)).collect(),
            plan_for: plan_for.map(|at| steps.step(at)),
            rest: rest.map(|at| steps.step(at)).collect(),
            so_far: 2 * part < of,
        }
    }

    /// The lists that are not empty, in the order in which they are shown.
    pub fn lists(&self) -> impl Iterator<Item = (List, &[NextStep])> {
        let lists = [
            (List::FindOut, self.find_out.as_slice()),
            (List::StartNow, self.start_now.as_slice()),
            (List::PlanFor, self.plan_for.as_slice()),
            (List::Rest, self.rest.as_slice()),
        ];
        lists.into_iter().filter(|(_, steps)| !steps.is_empty())
    }

    /// Whether a capability stands in one of the lists.
    #[must_use]
    pub fn has(&self, at: CapabilityIx) -> bool {
        self.lists().any(|(_, steps)| steps.iter().any(|step| step.capability == at))
    }
}

/// The steps of a track, and what they are made from.
struct Steps<'a> {
    case: Case<'a>,
    track: TrackIx,
    stalls: &'a [Stall<'a>],
    ranking: Ranking<'a>,
    is_asked_by_patterns: Vec<bool>,
}

impl<'a> Steps<'a> {
    fn new(case: Case<'a>, track: &TrackProfile, stalls: &'a [Stall<'a>]) -> Self {
        let ranking = Ranking::new(case, track, stalls);
        Self { case, track: track.track, stalls, ranking, is_asked_by_patterns: asked_by_patterns(case.model) }
    }

    fn capabilities(&self) -> impl Iterator<Item = CapabilityIx> + use<'a> {
        let (case, track) = (self.case, self.track);
        case.model.capability_ixs().filter(move |&at| case.model.track_of(at) == track)
    }

    /// Whether a pattern asked about it beyond the scope, and it is not in place.
    fn is_wanted_beyond(&self, at: CapabilityIx) -> bool {
        self.is_asked_by_patterns[at.index()]
            && self.case.is_beyond_scope(at)
            && matches!(self.case.given(at), Some(Answer::Partly | Answer::No | Answer::Unknown))
    }

    /// What can be begun or found out now, in order.
    ///
    /// Ready is what is answered partly, no or "don't know" and has everything it needs in place. Where something needed
    /// is itself open, that is to be found out. Beyond the scope, only a cure counts.
    fn candidates(&self) -> Vec<CapabilityIx> {
        let case = self.case;
        let mut is_candidate = vec![false; case.model.capabilities().len()];
        for at in self.capabilities() {
            if case.is_wanted(at) {
                is_candidate[at.index()] |= case.is_ready(at);
                for need in case.needs(at).filter(|&need| case.is_open(need)) {
                    is_candidate[need.index()] = true;
                }
            } else if self.is_wanted_beyond(at) {
                is_candidate[at.index()] = case.is_ready(at) && self.ranking.class(at) == Class::Cure;
            }
        }
        self.sorted(self.capabilities().filter(|at| is_candidate[at.index()]))
    }

    /// What is answered partly or no, ready or not, in order.
    fn wanted(&self) -> Vec<CapabilityIx> {
        let case = self.case;
        let is_wanted = |&at: &CapabilityIx| matches!(case.answer(at), Some(Answer::Partly | Answer::No));
        self.sorted(self.capabilities().filter(is_wanted))
    }

    fn sorted(&self, of: impl Iterator<Item = CapabilityIx>) -> Vec<CapabilityIx> {
        let mut sorted: Vec<CapabilityIx> = of.collect();
        self.ranking.sort(&mut sorted);
        sorted
    }

    /// What is open, by what it settles; the open question that settles most leads, a candidate or not.
    fn find_out(&self, mut open: Vec<CapabilityIx>) -> Vec<NextStep> {
        let leads = most_settling(self.case, self.track);
        open.extend(leads.filter(|leads| !open.contains(leads)));
        let mut found: Vec<NextStep> = open.into_iter().map(|at| self.step(at)).collect();
        order::sort_by(&mut found, |one, other| {
            let leads = |step: &NextStep| Some(step.capability) == leads;
            leads(other)
                .cmp(&leads(one))
                .then(other.settles.cmp(&one.settles))
                .then(one.capability.cmp(&other.capability))
        });
        found
    }

    fn step(&self, at: CapabilityIx) -> NextStep {
        let case = self.case;
        let capability = case.model.capability(at);
        let class = self.ranking.class(at);
        let cures = if class == Class::Cure { self.ranking.cures(at) } else { &[] };
        let with_it = case.answers.with_yes([at]);
        let ends = |position: &usize| {
            let stall = self.stalls.get(*position);
            stall.is_some_and(|stall| !is_contradiction(case.with(&with_it), stall.pattern))
        };
        let (ends, part_of) = cures.iter().copied().partition(ends);
        let counts = class == Class::NextLevel && !capability.core;
        let is_unasked = |&need: &CapabilityIx| {
            case.is_beyond_scope(need) && !matches!(case.given(need), Some(Answer::Yes | Answer::NotApplicable))
        };
        NextStep {
            capability: at,
            class,
            ends,
            part_of,
            support_short: if counts { self.ranking.support_short(capability.area) } else { 0 },
            dependents: self.ranking.dependents(at),
            effort: HalfDays::of(case, at),
            is_open: matches!(case.given(at), None | Some(Answer::Unknown)),
            settles: settles(case, at),
            unmet_needs: case.needs(at).filter(|&need| !case.has(need)).collect(),
            unasked_needs: capability.needs.iter().copied().filter(is_unasked).collect(),
            makes_ready: self.makes_ready(at),
        }
    }

    /// What waits for this alone.
    fn makes_ready(&self, at: CapabilityIx) -> Vec<CapabilityIx> {
        let case = self.case;
        let waits = |&other: &CapabilityIx| {
            (case.is_wanted(other) || self.is_wanted_beyond(other)) && waits_for_alone(case, other, at)
        };
        self.sorted(self.capabilities().filter(waits))
    }
}

/// Whether everything that a capability needs is in place but this one.
pub(crate) fn waits_for_alone(case: Case, capability: CapabilityIx, need: CapabilityIx) -> bool {
    let mut unmet = case.needs(capability).filter(|&one| !case.has(one));
    unmet.next() == Some(need) && unmet.all(|one| one == need)
}
