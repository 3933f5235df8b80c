//! Patterns: combinations of answers that do not fit together, and the steps that resolve them.

use crate::model::answer::Answer;
use crate::model::{CapabilityIx, Condition, Model, Pattern, TrackIx};
use crate::moment::Moment;
use crate::order;
use crate::scoring::case::Case;

/// The meaning of a pattern that fired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternKind {
    /// The practices were built out of order, or the pattern has fired for months.
    Mismatch,
    /// Every missing practice has a higher level than every practice in place, so the gap is normal.
    Gap,
}

impl PatternKind {
    /// The name in the markup of the page.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mismatch => "mismatch",
            Self::Gap => "gap",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiredPattern<'a> {
    pub pattern: &'a Pattern,
    /// Its meaning for this team.
    pub kind: PatternKind,
    /// The number of months for which it has fired, if they make it a mismatch.
    pub months: Option<u32>,
    /// The track that shows it: the track of its remedy.
    pub track: TrackIx,
    /// The answers that say that a practice is at least partly in place.
    pub claimed: Vec<CapabilityIx>,
    /// The answers that say that a practice is missing.
    pub missing: Vec<CapabilityIx>,
    /// The capabilities that resolve it: those that the pattern lists, and their unmet needs, direct and indirect.
    pub remedy: Vec<CapabilityIx>,
}

impl FiredPattern<'_> {
    /// Whether it is a mismatch rather than a normal gap.
    #[must_use]
    pub fn is_mismatch(&self) -> bool {
        self.kind == PatternKind::Mismatch
    }
}

/// The patterns that fire, in the model's order. They see all tracks that are on, and answers outside the question
/// set.
#[must_use]
pub fn fired_patterns(case: Case) -> Vec<FiredPattern> {
    case.model.patterns().iter().filter_map(|pattern| fired(case, pattern)).collect()
}

/// The patterns that a track shows, in the model's order.
#[must_use]
pub fn of_track<'s, 'a>(patterns: &'s [FiredPattern<'a>], track: TrackIx) -> Vec<&'s FiredPattern<'a>> {
    patterns.iter().filter(|fired| fired.track == track).collect()
}

/// Whether a pattern is a mismatch with these answers.
pub(crate) fn is_mismatch(case: Case, pattern: &Pattern) -> bool {
    Triggers::of(case, pattern).is_some_and(|triggers| {
        let is_mismatch = triggers.are_out_of_order(case) || months_still_so(case, pattern).is_some();
        is_mismatch && track_of(case, pattern).is_some()
    })
}

/// The pattern if it fires. All branches of an "any" that hold count, and the worst one decides the kind.
fn fired<'a>(case: Case<'a>, pattern: &'a Pattern) -> Option<FiredPattern<'a>> {
    let triggers = Triggers::of(case, pattern)?;
    let months = months_still_so(case, pattern);
    let is_mismatch = triggers.are_out_of_order(case) || months.is_some();
    Some(FiredPattern {
        pattern,
        kind: if is_mismatch { PatternKind::Mismatch } else { PatternKind::Gap },
        months,
        track: track_of(case, pattern)?,
        claimed: triggers.claimed,
        missing: triggers.missing,
        remedy: remedy(case, pattern),
    })
}

/// A pattern that has fired for this many days is a mismatch.
const STILL_SO_DAYS: i64 = 150;
/// The days that count as a month.
const MONTH_DAYS: i64 = 30;
const SECONDS_A_DAY: i64 = 86_400;

/// The number of months for which a pattern has fired in every snapshot; `None` if they are too few for a mismatch.
fn months_still_so(case: Case, pattern: &Pattern) -> Option<u32> {
    let past = case.past?;
    let fires = |(_, answers): &&(Moment, _)| Triggers::of(case.with(answers), pattern).is_some();
    let (oldest, _) = past.snapshots.iter().take_while(fires).last()?;
    let days = (past.updated.unix_seconds() - oldest.unix_seconds()) / SECONDS_A_DAY;
    (days >= STILL_SO_DAYS).then(|| u32::try_from(days / MONTH_DAYS).unwrap_or(u32::MAX))
}

/// The capabilities that a pattern lists, followed by their unmet needs.
fn remedy(case: Case, pattern: &Pattern) -> Vec<CapabilityIx> {
    let mut remedy = pattern.remedy.clone();
    let is_left = |at: CapabilityIx| !case.given(at).is_some_and(Answer::is_settled);
    let mut at = 0;
    while let Some(&next) = remedy.get(at) {
        if is_left(next) {
            let needs: Vec<CapabilityIx> =
                case.needs(next).filter(|need| !case.has(*need) && !remedy.contains(need)).collect();
            remedy.extend(needs);
        }
        at += 1;
    }
    remedy
}

/// The track of the first listed remedy whose track is on; without one, of the first condition whose track is on.
fn track_of(case: Case, pattern: &Pattern) -> Option<TrackIx> {
    let is_on = |track: &TrackIx| case.question_set.tracks.contains(track);
    let mut asked = Vec::new();
    pattern.when.iter().for_each(|condition| mentioned(condition, &mut asked));
    pattern.remedy.iter().chain(&asked).map(|&at| case.model.track_of(at)).find(is_on)
}

/// Collects the capabilities that a condition asks about.
fn mentioned(condition: &Condition, into: &mut Vec<CapabilityIx>) {
    match condition {
        Condition::Is { capability, .. } => into.push(*capability),
        Condition::Any(branches) => branches.iter().for_each(|branch| mentioned(branch, into)),
    }
}

/// For each capability, whether some pattern asks about it.
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

/// The answers that make a pattern fire.
#[derive(Default)]
struct Triggers {
    claimed: Vec<CapabilityIx>,
    missing: Vec<CapabilityIx>,
}

impl Triggers {
    /// `None` if the pattern does not fire.
    fn of(case: Case, pattern: &Pattern) -> Option<Self> {
        let mut triggers = Self::default();
        pattern.when.iter().all(|condition| triggers.holds(case, condition)).then_some(triggers)
    }

    /// Whether a missing practice has a level at most as high as the highest claimed one.
    fn are_out_of_order(&self, case: Case) -> bool {
        let level = |&at: &CapabilityIx| case.model.capability(at).level;
        let highest = self.claimed.iter().map(level).max();
        self.missing.iter().any(|at| highest.is_some_and(|highest| level(at) <= highest))
    }

    /// Whether a condition holds. Adds the answers that make it hold.
    fn holds(&mut self, case: Case, condition: &Condition) -> bool {
        match condition {
            Condition::Any(branches) => {
                // No short circuit: every branch that holds has to be shown.
                let holding = branches.iter().filter(|branch| self.holds(case, branch)).count();
                holding > 0
            }
            Condition::Is { capability, answers } => {
                let Some(given) = case.given(*capability) else { return false };
                let holds = satisfies(given, answers);
                if holds {
                    // "Partly" claims a practice if "yes" would satisfy the condition too. Otherwise it says that
                    // something is missing.
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

/// Whether an answer satisfies a condition. "Not applicable" never does.
fn satisfies(given: Answer, answers: &[Answer]) -> bool {
    given != Answer::NotApplicable && answers.contains(&given)
}

/// What patterns cannot see because the question set is limited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unasked {
    /// The number of patterns that could still fire if questions outside the question set were answered.
    pub patterns: usize,
    /// Those questions, in the model's order.
    pub questions: Vec<CapabilityIx>,
    /// Questions of patterns outside the question set that are answered already, in the model's order.
    pub answered: Vec<CapabilityIx>,
}

/// The questions outside the question set that the patterns of a track need. Empty for the full question set.
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

/// The state of a condition while questions outside the question set may still be answered.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Holds,
    Open,
    Fails,
}

/// The state of a condition. Adds the questions that would decide it to `wanted`.
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

/// A practice in place although one that it depends on is not: a question to check, not an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerToCheck {
    /// The capability that is answered "yes".
    pub capability: CapabilityIx,
    /// Its direct needs that are answered "no".
    pub without: Vec<CapabilityIx>,
}

/// The answers of a track to check, in the model's order.
#[must_use]
pub fn answers_to_check(case: Case, track: TrackIx) -> Vec<AnswerToCheck> {
    let mut found = Vec::new();
    for capability in case.capabilities().filter(|&at| case.has(at) && case.model.track_of(at) == track) {
        let without: Vec<_> = case.needs(capability).filter(|&need| case.answer(need) == Some(Answer::No)).collect();
        if !without.is_empty() {
            found.push(AnswerToCheck { capability, without });
        }
    }
    found
}
