//! Patterns: combinations of answers that do not fit together, and what resolves them.

use crate::model::answer::Answer;
use crate::model::{CapabilityIx, Condition, Model, Pattern, TrackIx};
use crate::moment::Moment;
use crate::order;
use crate::scoring::case::Case;

/// What a pattern that fired means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Built out of order, or still so after months.
    Mismatch,
    /// Everything that is missing has a higher level than everything that is claimed.
    Gap,
}

impl Kind {
    /// Its name in the page's markup.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mismatch => "mismatch",
            Self::Gap => "gap",
        }
    }
}

/// A pattern that fired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiredPattern<'a> {
    /// Which pattern.
    pub pattern: &'a Pattern,
    /// What it means for this team.
    pub kind: Kind,
    /// For how many months it has been so, where that is long enough to make it a mismatch.
    pub months: Option<u32>,
    /// The track that it is shown with: the one that its remedy belongs to.
    pub track: TrackIx,
    /// The answers that say something is in place.
    pub claimed: Vec<CapabilityIx>,
    /// The answers that say something is not.
    pub missing: Vec<CapabilityIx>,
    /// What resolves it: what the pattern lists, and what that needs and is not in place, however indirectly.
    pub remedy: Vec<CapabilityIx>,
}

impl FiredPattern<'_> {
    /// Whether it is a mismatch and not a normal gap.
    #[must_use]
    pub fn is_mismatch(&self) -> bool {
        self.kind == Kind::Mismatch
    }
}

/// The patterns that fire, in the model's order. They see every track that is on, and answers beyond the scope.
#[must_use]
pub fn fired_patterns(case: Case) -> Vec<FiredPattern> {
    case.model.patterns().iter().filter_map(|pattern| fired(case, pattern)).collect()
}

/// The patterns that are shown with a track, in the model's order.
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

/// A pattern, if it fires. Where several branches of an "any" hold, all of them count, and the worst decides the kind.
fn fired<'a>(case: Case<'a>, pattern: &'a Pattern) -> Option<FiredPattern<'a>> {
    let triggers = Triggers::of(case, pattern)?;
    let months = months_still_so(case, pattern);
    let is_mismatch = triggers.are_out_of_order(case) || months.is_some();
    Some(FiredPattern {
        pattern,
        kind: if is_mismatch { Kind::Mismatch } else { Kind::Gap },
        months,
        track: track_of(case, pattern)?,
        claimed: triggers.claimed,
        missing: triggers.missing,
        remedy: remedy(case, pattern),
    })
}

/// Days after which a pattern that still fires is a mismatch.
const STILL_SO_DAYS: i64 = 150;
/// Days that count as a month.
const MONTH_DAYS: i64 = 30;
const SECONDS_A_DAY: i64 = 86_400;

/// For how many months a pattern that fires has fired in every snapshot; none where it is too soon to say so.
fn months_still_so(case: Case, pattern: &Pattern) -> Option<u32> {
    let past = case.past?;
    let fires = |(_, answers): &&(Moment, _)| Triggers::of(case.with(answers), pattern).is_some();
    let (oldest, _) = past.snapshots.iter().take_while(fires).last()?;
    let days = (past.updated.unix_seconds() - oldest.unix_seconds()) / SECONDS_A_DAY;
    (days >= STILL_SO_DAYS).then(|| u32::try_from(days / MONTH_DAYS).unwrap_or(u32::MAX))
}

/// What a pattern lists, and what that needs and is not in place, in the order of the list with needs behind it.
fn remedy(case: Case, pattern: &Pattern) -> Vec<CapabilityIx> {
    let mut remedy = pattern.remedy.clone();
    let is_left = |at: CapabilityIx| !matches!(case.given(at), Some(Answer::Yes | Answer::NotApplicable));
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

/// The answers that make a pattern fire.
#[derive(Default)]
struct Triggers {
    claimed: Vec<CapabilityIx>,
    missing: Vec<CapabilityIx>,
}

impl Triggers {
    /// None where the pattern does not fire.
    fn of(case: Case, pattern: &Pattern) -> Option<Self> {
        let mut triggers = Self::default();
        pattern.when.iter().all(|condition| triggers.holds(case, condition)).then_some(triggers)
    }

    /// Whether something is missing that no level asks for later than what is claimed.
    fn are_out_of_order(&self, case: Case) -> bool {
        let level = |&at: &CapabilityIx| case.model.capability(at).level;
        let highest = self.claimed.iter().map(level).max();
        self.missing.iter().any(|at| highest.is_some_and(|highest| level(at) <= highest))
    }

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
                    // "Partly" is a claim where yes would be one too; where only yes is missing, it is missing.
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

/// A yes that depends on a no: a question, not an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerToCheck {
    /// What is said to be in place.
    pub capability: CapabilityIx,
    /// What it needs directly and is answered "no".
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
