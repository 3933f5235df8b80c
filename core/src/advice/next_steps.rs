//! Next steps of a track: what to find out first, what to start now, what to plan ahead, and the rest in order.

use crate::advice::automate_first::{AutomateFirst, automate_first};
use crate::advice::effort::{HalfDays, INVESTMENT_DAYS, takes_at_most};
use crate::advice::find_out::{most_settling, settles};
use crate::advice::patterns::{FiredPattern, asked_by_patterns, is_mismatch};
use crate::advice::ranking::{Class, Ranking};
use crate::model::answer::Answer;
use crate::model::{CapabilityIx, TrackIx, Weight};
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
    /// What to start with.
    StartNow,
    /// The investment.
    PlanAhead,
    /// Everything else that is ready.
    Later,
}

impl List {
    /// Its name in the page's markup.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::FindOut => "find-out",
            Self::StartNow => "start-now",
            Self::PlanAhead => "plan-ahead",
            Self::Later => "later",
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
    /// The mismatches that it resolves alone (positions in the list of patterns); only of class 1.
    pub resolves: Vec<usize>,
    /// The mismatches whose remedy it is part of without resolving them alone; only of class 1.
    pub part_of: Vec<usize>,
    /// Half points that the level it counts for still lacks from supporting capabilities; only of a supporting one of
    /// the next level.
    pub support_short: usize,
    /// How many capabilities that are not in place depend on it, directly or not.
    pub dependents: usize,
    /// What it takes for all models.
    pub effort: HalfDays,
    /// Whether its answer is open.
    pub is_open: bool,
    /// The levels by which the ranges narrow when it is answered, over yes and no; 0 for what is not open.
    pub settles: usize,
    /// What it needs directly and is not in place.
    pub unmet_needs: Vec<CapabilityIx>,
    /// What it needs directly and this scope does not ask: it is said as "if that is in place".
    pub unasked_needs: Vec<CapabilityIx>,
    /// What has no other unmet need, in the order of next steps.
    pub makes_possible: Vec<CapabilityIx>,
}

/// What to do next in a track. The lists are shown apart and never mixed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Which track.
    pub track: TrackIx,
    /// The manual task to remove first.
    pub automate_first: Option<AutomateFirst>,
    /// What is open, by what it settles.
    pub find_out: Vec<NextStep>,
    /// Of the first three that are ready and no investment, those that are known to be missing.
    pub start_now: Vec<NextStep>,
    /// The first investment that is due, ready or not: it comes after its unmet needs.
    pub plan_ahead: Option<NextStep>,
    /// Whether there are investments and none of them is due yet.
    pub no_investment_yet: bool,
    /// Everything else that is ready and known to be missing, in order.
    pub later: Vec<NextStep>,
    /// Whether less than half of the track is answered yes, partly or no: the lists then say "so far".
    pub so_far: bool,
}

impl Advice {
    /// What to do next in a track.
    #[must_use]
    pub fn of(case: Case, track: &TrackProfile, patterns: &[FiredPattern]) -> Self {
        let steps = Steps::new(case, track, patterns);
        let ready = steps.ready();
        let is_small = |at: &CapabilityIx| takes_at_most(case, *at, INVESTMENT_DAYS);
        let first: Vec<CapabilityIx> = ready.iter().copied().filter(is_small).take(START_NOW).collect();
        let (start_now, first_open): (Vec<_>, Vec<_>) = first.into_iter().partition(|&at| is_missing(case, at));
        let investments: Vec<CapabilityIx> = steps.missing().into_iter().filter(|at| !is_small(at)).collect();
        let is_due = |at: &&CapabilityIx| track.is_due(case.model.capability(**at).level);
        let plan_ahead = investments.iter().find(is_due).copied();
        let others = ready.iter().copied().filter(|&at| is_missing(case, at) && !start_now.contains(&at));
        let others: Vec<CapabilityIx> = others.collect();
        let soon = others.iter().copied().filter(|at| is_small(at) && steps.ranking.class(*at) != Class::Later);
        let Share { part, of } = track.confidence;
        Self {
            track: track.track,
            automate_first: automate_first(case, track, start_now.iter().copied().chain(soon)),
            find_out: steps.find_out(&ready, &first_open),
            start_now: start_now.iter().map(|&at| steps.step(at)).collect(),
            plan_ahead: plan_ahead.map(|at| steps.step(at)),
            no_investment_yet: plan_ahead.is_none() && !investments.is_empty(),
            later: others.iter().filter(|at| plan_ahead != Some(**at)).map(|&at| steps.step(at)).collect(),
            so_far: 2 * part < of,
        }
    }

    /// The lists that are not empty, in the order in which they are shown.
    pub fn lists(&self) -> impl Iterator<Item = (List, &[NextStep])> {
        let lists = [
            (List::FindOut, self.find_out.as_slice()),
            (List::StartNow, self.start_now.as_slice()),
            (List::PlanAhead, self.plan_ahead.as_slice()),
            (List::Later, self.later.as_slice()),
        ];
        lists.into_iter().filter(|(_, steps)| !steps.is_empty())
    }

    /// Whether a capability is in one of the lists.
    #[must_use]
    pub fn has(&self, at: CapabilityIx) -> bool {
        self.lists().any(|(_, steps)| steps.iter().any(|step| step.capability == at))
    }
}

/// Whether the answer says that something is to be done: partly or no.
fn is_missing(case: Case, at: CapabilityIx) -> bool {
    matches!(case.given(at), Some(Answer::Partly | Answer::No))
}

/// The steps of a track, and what they are made from.
struct Steps<'a> {
    case: Case<'a>,
    track: TrackIx,
    patterns: &'a [FiredPattern<'a>],
    ranking: Ranking<'a>,
    is_asked_by_patterns: Vec<bool>,
}

impl<'a> Steps<'a> {
    fn new(case: Case<'a>, track: &TrackProfile, patterns: &'a [FiredPattern<'a>]) -> Self {
        let ranking = Ranking::new(case, track, patterns);
        Self { case, track: track.track, patterns, ranking, is_asked_by_patterns: asked_by_patterns(case.model) }
    }

    fn capabilities(&self) -> impl Iterator<Item = CapabilityIx> + use<'a> {
        let (case, track) = (self.case, self.track);
        case.model.capability_ixs().filter(move |&at| case.model.track_of(at) == track)
    }

    /// Whether a pattern asked about it beyond the scope, and it is part of what resolves a mismatch.
    fn is_remedy_beyond_scope(&self, at: CapabilityIx) -> bool {
        self.is_asked_by_patterns[at.index()]
            && self.case.is_beyond_scope(at)
            && matches!(self.case.given(at), Some(Answer::Partly | Answer::No | Answer::Unknown))
            && self.ranking.class(at) == Class::Remedy
    }

    /// What can be begun now, in order: what is open is ranked as if it were no.
    fn ready(&self) -> Vec<CapabilityIx> {
        let case = self.case;
        let is_left = |at: CapabilityIx| (case.in_scope(at) && !case.has(at)) || self.is_remedy_beyond_scope(at);
        self.sorted(self.capabilities().filter(|&at| is_left(at) && case.is_ready(at)))
    }

    /// What is in scope and answered partly or no, ready or not, in order.
    fn missing(&self) -> Vec<CapabilityIx> {
        let case = self.case;
        self.sorted(self.capabilities().filter(|&at| case.in_scope(at) && is_missing(case, at)))
    }

    fn sorted(&self, of: impl Iterator<Item = CapabilityIx>) -> Vec<CapabilityIx> {
        let mut sorted: Vec<CapabilityIx> = of.collect();
        self.ranking.sort(&mut sorted);
        sorted
    }

    /// The open question that settles most; then those among the first ready ones; then, by what they settle, the other
    /// ready ones answered "don't know", and the open needs of what is not in place.
    fn find_out(&self, ready: &[CapabilityIx], first_open: &[CapabilityIx]) -> Vec<NextStep> {
        let case = self.case;
        let leads = most_settling(case, self.track);
        let is_unknown = |at: &CapabilityIx| case.given(*at) == Some(Answer::Unknown);
        let mut others: Vec<CapabilityIx> = ready.iter().copied().filter(is_unknown).collect();
        let wanting = self.capabilities().filter(|&at| case.is_wanted(at));
        others.extend(wanting.flat_map(|at| case.needs(at)).filter(|&need| case.is_open(need)));
        order::sort_by(&mut others, |&one, &other| {
            settles(case, other).cmp(&settles(case, one)).then(one.cmp(&other))
        });
        let mut found: Vec<CapabilityIx> = Vec::new();
        for at in leads.into_iter().chain(first_open.iter().copied()).chain(others) {
            if !found.contains(&at) {
                found.push(at);
            }
        }
        found.into_iter().map(|at| self.step(at)).collect()
    }

    fn step(&self, at: CapabilityIx) -> NextStep {
        let case = self.case;
        let capability = case.model.capability(at);
        let class = self.ranking.class(at);
        let remedies = if class == Class::Remedy { self.ranking.remedies(at) } else { &[] };
        let with_it = case.answers.with_yes([at]);
        let resolves = |position: &usize| {
            self.patterns.get(*position).is_some_and(|fired| !is_mismatch(case.with(&with_it), fired.pattern))
        };
        let (resolves, part_of) = remedies.iter().copied().partition(resolves);
        let counts = class == Class::NextLevel && capability.weight == Weight::Supporting;
        let is_unasked = |&need: &CapabilityIx| {
            case.is_beyond_scope(need) && !matches!(case.given(need), Some(Answer::Yes | Answer::NotApplicable))
        };
        NextStep {
            capability: at,
            class,
            resolves,
            part_of,
            support_short: if counts { self.ranking.support_short(capability.area) } else { 0 },
            dependents: self.ranking.dependents(at),
            effort: HalfDays::of(case, at),
            is_open: matches!(case.given(at), None | Some(Answer::Unknown)),
            settles: settles(case, at),
            unmet_needs: case.needs(at).filter(|&need| !case.has(need)).collect(),
            unasked_needs: capability.needs.iter().copied().filter(is_unasked).collect(),
            makes_possible: self.makes_possible(at),
        }
    }

    /// What lacks nothing but this.
    fn makes_possible(&self, at: CapabilityIx) -> Vec<CapabilityIx> {
        let case = self.case;
        let lacks_it = |&other: &CapabilityIx| {
            (case.is_wanted(other) || self.is_remedy_beyond_scope(other)) && is_only_unmet_need(case, other, at)
        };
        self.sorted(self.capabilities().filter(lacks_it))
    }
}

/// Whether everything that a capability needs is in place but this one.
pub(crate) fn is_only_unmet_need(case: Case, capability: CapabilityIx, need: CapabilityIx) -> bool {
    let mut unmet = case.needs(capability).filter(|&one| !case.has(one));
    unmet.next() == Some(need) && unmet.all(|one| one == need)
}
