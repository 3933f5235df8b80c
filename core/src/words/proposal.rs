//! What a plan says when it becomes a proposal: what its figures rest on, what is not in it, and what is soon done.

use crate::advice::effort::{INVESTMENT_DAYS, QUICK_DAYS, takes_at_most};
use crate::model::CapabilityIx;
use crate::scoring::case::Case;

/// The heads of its parts.
pub const ASSUMPTIONS: &str = "Assumptions";
/// See [`ASSUMPTIONS`].
pub const EXCLUSIONS: &str = "Not in this plan";
/// Before what was assessed, as the team wrote it.
pub const ASSESSED: &str = "What was assessed";
/// Where the team did not say what was assessed.
pub const MODELS_UNSAID: &str = "What was assessed, and how many models it has, was not said. The figures are for all of them \
    together; every further model adds to them.";
/// Behind what was assessed.
pub const MODELS_SAID: &str = "The figures are for all of this together; every further model adds to them.";
/// On whose word the answers stand.
pub const OWN_ANSWERS: &str = "The answers are the team's own, and nobody outside it checked them.";
/// On the order of the waves.
pub const WAVES: &str = "A wave begins when what it builds on is in place.";
/// What no step counts.
pub const NEVER_COUNTED: &str =
    "Licences, cloud and hardware, hiring, and the time that approvals and purchases take.";
/// Before the tracks that were not asked.
pub const NOT_ASSESSED: &str = "Not assessed";
/// Before what the team said does not apply to it.
pub const NOT_APPLICABLE: &str = "Left out, because it does not apply";
/// Before the planned steps that were not ticked.
pub const NOT_TICKED: &str = "Planned, and not ticked";
/// Before the areas that are to stay where they are.
pub const STAYS: &str = "Stays as it is";

/// How large a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Soon done.
    Quick,
    /// Neither.
    Middle,
    /// To be decided on.
    Investment,
}

impl Size {
    /// All, the smallest first.
    pub const ALL: [Self; 3] = [Self::Quick, Self::Middle, Self::Investment];

    /// The size of a step by its whole effort for the first model.
    #[must_use]
    pub fn of(case: Case, at: CapabilityIx) -> Self {
        if takes_at_most(case, at, QUICK_DAYS) {
            Self::Quick
        } else if takes_at_most(case, at, INVESTMENT_DAYS) {
            Self::Middle
        } else {
            Self::Investment
        }
    }

    /// The head over the steps of this size.
    #[must_use]
    pub fn title(self) -> String {
        match self {
            Self::Quick => format!("Quick wins: at most {QUICK_DAYS} person-days each for the first model"),
            Self::Middle => format!("Larger steps: at most {INVESTMENT_DAYS} person-days each for the first model"),
            Self::Investment => {
                format!("Investments: may take more than {INVESTMENT_DAYS} person-days each for the first model")
            }
        }
    }
}

/// How many people the weeks are for.
#[must_use]
pub fn people(number: u32) -> String {
    match number {
        1 => "One person works on it full time.".to_owned(),
        _ => format!("{number} people work on it full time."),
    }
}

/// How many questions nobody could answer.
#[must_use]
pub fn open(number: usize) -> String {
    format!("{} open or not known.", super::quantity::questions_are(number))
}

/// What all steps of a size take together.
#[must_use]
pub fn together(effort: &str) -> String {
    format!("Together {effort}.")
}

/// What all steps that follow take together.
#[must_use]
pub fn total(steps: usize, effort: &str) -> String {
    format!("{} together: {effort}.", super::quantity::steps(steps))
}
