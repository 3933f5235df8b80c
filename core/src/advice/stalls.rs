//! Stalls: combinations of answers that are known to hold teams up, and yeses whose ground is missing.

use crate::model::answer::Answer;
use crate::model::{CapabilityIx, Condition, Model, Pattern, TrackIx};
use crate::order;
use crate::scoring::case::Case;

/// What a pattern that fired means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Built out of order: something missing belongs no higher than what is claimed.
    Contradiction,
    /// What is missing belongs higher than everything claimed: simply what comes next.
    OpenEdge,
}

/// A pattern that fired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stall<'a> {
    /// Which pattern.
    pub pattern: &'a Pattern,
    /// What it means for this team.
    pub kind: Kind,
    /// The track that it is shown with: the one that its remedy belongs to.
    pub track: TrackIx,
    /// The answers that say something is there.
    pub claimed: Vec<CapabilityIx>,
    /// The answers that say something is not.
    pub missing: Vec<CapabilityIx>,
}

impl Stall<'_> {
    /// Whether it is a stall proper and not just what comes next.
    #[must_use]
    pub fn is_contradiction(&self) -> bool {
        self.kind == Kind::Contradiction
    }
}

/// The patterns that fire, in the model's order. They see every track that is on, and answers beyond the scope.
#[must_use]
pub fn stalls(case: Case) -> Vec<Stall> {
    case.model.patterns().iter().filter_map(|pattern| fired(case, pattern)).collect()
}

/// The stalls that are shown with a track, in the model's order.
#[must_use]
pub fn of_track<'s, 'a>(stalls: &'s [Stall<'a>], track: TrackIx) -> Vec<&'s Stall<'a>> {
    stalls.iter().filter(|stall| stall.track == track).collect()
}

/// Whether a pattern would be a contradiction with these answers.
pub(crate) fn is_contradiction(case: Case, pattern: &Pattern) -> bool {
    fired(case, pattern).is_some_and(|stall| stall.is_contradiction())
}

/// A pattern, if it fires. Where several branches of an "any" hold, all of them count, and the worst decides the kind.
fn fired<'a>(case: Case<'a>, pattern: &'a Pattern) -> Option<Stall<'a>> {
    let mut triggers = Triggers::default();
    if !pattern.when.iter().all(|condition| triggers.holds(case, condition)) {
        return None;
    }
    let Triggers { claimed, missing } = triggers;
    let level = |&at: &CapabilityIx| case.model.capability(at).level;
    let highest = claimed.iter().map(level).max();
    let is_stall = missing.iter().any(|at| highest.is_some_and(|highest| level(at) <= highest));
    let kind = if is_stall { Kind::Contradiction } else { Kind::OpenEdge };
    Some(Stall { pattern, kind, track: track_of(case, pattern)?, claimed, missing })
}

/// The track of the first remedy that is on; of the first condition where there is none.
fn track_of(case: Case, pattern: &Pattern) -> Option<TrackIx> {
    let is_on = |track: &TrackIx| case.questionnaire.tracks.contains(track);
    let mut asked = Vec::new();
    pattern.when.iter().for_each(|condition| mentioned(condition, &mut asked));
    pattern.remedy.iter().chain(&asked).map(|&at| case.model.track_of(at)).find(is_on)
}

/// The capabilities that a condition asks about.
fn mentioned(condition: &Condition, into: &mut Vec<CapabilityIx>) {
    match condition {
        Condition::Is { capability, .. } => into.push(*capability),
        Condition::Any(branches) => branches.iter().for_each(|branch| mentioned(branch, into)),
    }
}

/// By capability: whether some pattern asks about it.
#[must_use]
pub fn asked_by_patterns(model: &Model) -> Vec<bool> {
    let mut asked = Vec::new();
    model.patterns().iter().flat_map(|pattern| &pattern.when).for_each(|one| mentioned(one, &mut asked));
    let mut is_asked = vec![false; model.capabilities().len()];
    for at in asked {
        is_asked[at.index()] = true;
    }
    is_asked
}

#[derive(Default)]
struct Triggers {
    claimed: Vec<CapabilityIx>,
    missing: Vec<CapabilityIx>,
}

impl Triggers {
    /// Whether a condition holds; remembers the answers that make it hold.
    fn holds(&mut self, case: Case, condition: &Condition) -> bool {
        match condition {
            Condition::Any(branches) => {
                // Every branch that holds is to be shown, so all of them are looked at.
                let holding = branches.iter().filter(|branch| self.holds(case, branch)).count();
                holding > 0
            }
            Condition::Is { capability, answers } => {
                let Some(given) = case.given(*capability) else { return false };
                let holds = satisfies(given, answers);
                if holds {
                    // "Partly" is a claim where yes would be one too; where only yes is missing, it is a gap.
                    let is_claim = answers.contains(&Answer::Yes) && given.half_points() > 0;
                    let of_kind = if is_claim { &mut self.claimed } else { &mut self.missing };
                    if !of_kind.contains(capability) {
                        of_kind.push(*capability);
                    }
                }
                holds
            }
        }
    }
}

/// "Not applicable" never does.
fn satisfies(given: Answer, answers: &[Answer]) -> bool {
    given != Answer::NotApplicable && answers.contains(&given)
}

/// What the scope keeps patterns from seeing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unasked {
    /// How many patterns could still fire if questions beyond the scope were answered.
    pub patterns: usize,
    /// Those questions, in the model's order: just these are worth asking.
    pub questions: Vec<CapabilityIx>,
    /// Questions of patterns beyond the scope that are answered already, in the model's order.
    pub answered: Vec<CapabilityIx>,
}

/// What the patterns of a track would need beyond the scope. Nothing in the full scope.
#[must_use]
pub fn unasked(case: Case, track: TrackIx) -> Unasked {
    let mut found = Unasked::default();
    for pattern in case.model.patterns().iter().filter(|pattern| track_of(case, pattern) == Some(track)) {
        let mut wanted = Vec::new();
        let states: Vec<State> = pattern.when.iter().map(|one| state(case, one, &mut wanted)).collect();
        if states.contains(&State::Open) && !states.contains(&State::Fails) {
            found.patterns += 1;
            found.questions.extend(wanted);
        }
        let mut asked = Vec::new();
        pattern.when.iter().for_each(|condition| mentioned(condition, &mut asked));
        found.answered.extend(asked.iter().filter(|&&at| case.is_beyond_scope(at) && case.given(at).is_some()));
    }
    for list in [&mut found.questions, &mut found.answered] {
        order::sort(list);
        list.dedup();
    }
    found
}

/// How a condition stands when questions beyond the scope may still be answered.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Holds,
    Open,
    Fails,
}

/// How a condition stands; notes the questions that would settle it.
fn state(case: Case, condition: &Condition, wanted: &mut Vec<CapabilityIx>) -> State {
    match condition {
        Condition::Any(branches) => {
            let before = wanted.len();
            let states: Vec<State> = branches.iter().map(|branch| state(case, branch, wanted)).collect();
            if states.contains(&State::Holds) {
                wanted.truncate(before);
                State::Holds
            } else if states.contains(&State::Open) {
                State::Open
            } else {
                State::Fails
            }
        }
        Condition::Is { capability, answers } => match case.given(*capability) {
            Some(given) if satisfies(given, answers) => State::Holds,
            None if case.is_beyond_scope(*capability) => {
                wanted.push(*capability);
                State::Open
            }
            _ => State::Fails,
        },
    }
}

/// A yes whose ground is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// What is said to be in place.
    pub capability: CapabilityIx,
    /// What it needs directly and is answered "no".
    pub without: Vec<CapabilityIx>,
}

/// The yeses of a track whose direct needs are answered "no", in the model's order.
#[must_use]
pub fn skipped(case: Case, track: TrackIx) -> Vec<Skipped> {
    let mut found = Vec::new();
    for capability in case.capabilities().filter(|&at| case.has(at) && case.model.track_of(at) == track) {
        let without: Vec<_> = case.needs(capability).filter(|&need| case.answer(need) == Some(Answer::No)).collect();
        if !without.is_empty() {
            found.push(Skipped { capability, without });
        }
    }
    found
}
