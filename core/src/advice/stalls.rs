//! Stalls: combinations of answers that are known to hold teams up, and yeses whose ground is missing.

use crate::model::answer::Answer;
use crate::model::{CapabilityIx, Condition, Pattern};
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

/// The patterns that fire, in the model's order.
#[must_use]
pub fn stalls(case: Case) -> Vec<Stall> {
    case.model.patterns().iter().filter_map(|pattern| fired(case, pattern)).collect()
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
    Some(Stall { pattern, kind, claimed, missing })
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
                let Some(given) = case.answer(*capability) else { return false };
                let holds = given != Answer::NotApplicable && answers.contains(&given);
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

/// A yes whose ground is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// What is said to be in place.
    pub capability: CapabilityIx,
    /// What it needs directly and is answered "no".
    pub without: Vec<CapabilityIx>,
}

/// The yeses whose direct needs are answered "no", in the model's order.
#[must_use]
pub fn skipped(case: Case) -> Vec<Skipped> {
    let mut found = Vec::new();
    for capability in case.capabilities().filter(|&at| case.has(at)) {
        let needs = case.model.capability(capability).needs.iter().copied();
        let without: Vec<_> = needs.filter(|&need| case.answer(need) == Some(Answer::No)).collect();
        if !without.is_empty() {
            found.push(Skipped { capability, without });
        }
    }
    found
}
