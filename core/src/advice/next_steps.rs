//! The next steps of a track: what to find out first, what to start now, what to plan ahead, and the rest in order.

use crate::advice::automate_first::{AutomateFirst, automate_first};
use crate::advice::effort::{HalfDays, INVESTMENT_DAYS, takes_at_most};
use crate::advice::find_out::{levels_narrowed, most_informative};
use crate::advice::patterns::{FiredPattern, asked_by_patterns, is_mismatch};
use crate::advice::ranking::{Class, Ranking};
use crate::model::answer::Answer;
use crate::model::{CapabilityIx, TrackIx, Weight};
use crate::order;
use crate::scoring::case::Case;
use crate::scoring::profile::{Fraction, TrackProfile};

/// The number of steps among the first ready ones that may be started now.
pub const START_NOW: usize = 3;

/// The lists of steps, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Open questions.
    FindOut,
    /// The first steps.
    StartNow,
    /// The investment.
    PlanAhead,
    /// All other ready steps.
    Later,
}

impl List {
    /// The name in the markup of the page.
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

/// A step, or a question to find out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// The capability that the step puts in place.
    pub capability: CapabilityIx,
    /// The main reason for the step.
    pub class: Class,
    /// The mismatches that this step alone resolves, as positions in the list of patterns. Empty unless its class is
    /// [`Class::Remedy`].
    pub resolves: Vec<usize>,
    /// The mismatches that this step resolves only together with others, as positions in the list of patterns. Empty
    /// unless its class is [`Class::Remedy`].
    pub part_of: Vec<usize>,
    /// For a supporting capability of the next level: the half points that supporting capabilities still lack for
    /// that level. 0 for all others.
    pub support_short: usize,
    /// The number of capabilities not in place that depend on it, directly or indirectly.
    pub dependents: usize,
    /// The effort for all models.
    pub effort: HalfDays,
    /// Whether the question is open.
    pub is_open: bool,
    /// How much an answer would narrow the range of its area: see [`levels_narrowed`].
    pub levels_narrowed: usize,
    /// Its direct needs that are not in place.
    pub unmet_needs: Vec<CapabilityIx>,
    /// Its direct needs that the question set does not ask about. Texts say "if … is in place".
    pub unasked_needs: Vec<CapabilityIx>,
    /// The capabilities whose only unmet need it is, in the order of next steps.
    pub makes_possible: Vec<CapabilityIx>,
}

/// The next steps of a track, in separate lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    pub track: TrackIx,
    /// The manual task to automate first.
    pub automate_first: Option<AutomateFirst>,
    /// Open questions. Those that narrow a range most come first.
    pub find_out: Vec<NextStep>,
    /// Of the first [`START_NOW`] ready steps that are no investments, those answered partly or no.
    pub start_now: Vec<NextStep>,
    /// The first investment for a level that is due, ready or not. Its unmet needs come before it.
    pub plan_ahead: Option<NextStep>,
    /// Whether there are investments, but none for a level that is due.
    pub no_investment_yet: bool,
    /// All other ready steps answered partly or no, in order.
    pub later: Vec<NextStep>,
    /// Whether less than half of the track is answered yes, partly or no. The headings of the lists then say "so
    /// far".
    pub so_far: bool,
}

impl Advice {
    /// The next steps of a track.
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
        let Fraction { part, of } = track.confidence;
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

    /// The lists with at least one step, in the order in which they are shown.
    pub fn lists(&self) -> impl Iterator<Item = (List, &[NextStep])> {
        let lists = [
            (List::FindOut, self.find_out.as_slice()),
            (List::StartNow, self.start_now.as_slice()),
            (List::PlanAhead, self.plan_ahead.as_slice()),
            (List::Later, self.later.as_slice()),
        ];
        lists.into_iter().filter(|(_, steps)| !steps.is_empty())
    }

    #[must_use]
    pub fn has(&self, at: CapabilityIx) -> bool {
        self.lists().any(|(_, steps)| steps.iter().any(|step| step.capability == at))
    }
}

/// Whether the practice is partly or not in place.
fn is_missing(case: Case, at: CapabilityIx) -> bool {
    case.given(at).is_some_and(Answer::is_lacking)
}

/// The steps of a track while they are computed.
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

    /// Whether a capability outside the question set is in the remedy of a mismatch, and was answered because a
    /// pattern asks about it.
    fn is_remedy_beyond_scope(&self, at: CapabilityIx) -> bool {
        self.is_asked_by_patterns[at.index()]
            && self.case.is_beyond_scope(at)
            && self.case.given(at).is_some_and(|answer| !answer.is_settled())
            && self.ranking.class(at) == Class::Remedy
    }

    /// The steps that can begin now, in order. An open question ranks like a no.
    fn ready(&self) -> Vec<CapabilityIx> {
        let case = self.case;
        let is_left = |at: CapabilityIx| (case.in_scope(at) && !case.has(at)) || self.is_remedy_beyond_scope(at);
        self.sorted(self.capabilities().filter(|&at| is_left(at) && case.is_ready(at)))
    }

    /// The capabilities in scope answered partly or no, ready or not, in order.
    fn missing(&self) -> Vec<CapabilityIx> {
        let case = self.case;
        self.sorted(self.capabilities().filter(|&at| case.in_scope(at) && is_missing(case, at)))
    }

    fn sorted(&self, of: impl Iterator<Item = CapabilityIx>) -> Vec<CapabilityIx> {
        let mut sorted: Vec<CapabilityIx> = of.collect();
        self.ranking.sort(&mut sorted);
        sorted
    }

    /// The questions to find out: first the one that narrows a range most; then the open ones among the first ready
    /// steps; then, by how much they narrow a range, ready steps answered "don't know" and the open needs of
    /// capabilities not in place.
    fn find_out(&self, ready: &[CapabilityIx], first_open: &[CapabilityIx]) -> Vec<NextStep> {
        let case = self.case;
        let leads = most_informative(case, self.track);
        let is_unknown = |at: &CapabilityIx| case.given(*at) == Some(Answer::Unknown);
        let mut others: Vec<CapabilityIx> = ready.iter().copied().filter(is_unknown).collect();
        let wanting = self.capabilities().filter(|&at| case.is_wanted(at));
        others.extend(wanting.flat_map(|at| case.needs(at)).filter(|&need| case.is_open(need)));
        order::sort_by(&mut others, |&one, &other| {
            levels_narrowed(case, other).cmp(&levels_narrowed(case, one)).then(one.cmp(&other))
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
        let is_unasked =
            |&need: &CapabilityIx| case.is_beyond_scope(need) && !case.given(need).is_some_and(Answer::is_settled);
        NextStep {
            capability: at,
            class,
            resolves,
            part_of,
            support_short: if counts { self.ranking.support_short(capability.area) } else { 0 },
            dependents: self.ranking.dependents(at),
            effort: HalfDays::of(case, at),
            is_open: case.given(at).is_none_or(Answer::is_unknown),
            levels_narrowed: levels_narrowed(case, at),
            unmet_needs: case.needs(at).filter(|&need| !case.has(need)).collect(),
            unasked_needs: capability.needs.iter().copied().filter(is_unasked).collect(),
            makes_possible: self.makes_possible(at),
        }
    }

    /// The capabilities, not in place, whose only unmet need is this one.
    fn makes_possible(&self, at: CapabilityIx) -> Vec<CapabilityIx> {
        let case = self.case;
        let lacks_it = |&other: &CapabilityIx| {
            let is_missing = case.in_scope(other) && !case.has(other);
            (is_missing || self.is_remedy_beyond_scope(other)) && is_only_unmet_need(case, other, at)
        };
        self.sorted(self.capabilities().filter(lacks_it))
    }
}

/// Whether `need` is the only unmet need of a capability.
pub(crate) fn is_only_unmet_need(case: Case, capability: CapabilityIx, need: CapabilityIx) -> bool {
    let mut unmet = case.needs(capability).filter(|&one| !case.has(one));
    unmet.next() == Some(need) && unmet.all(|one| one == need)
}
