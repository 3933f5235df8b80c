//! The plan as a proposal: what its figures assume, what it excludes, and its steps by size.

use crate::advice::effort::{INVESTMENT_DAYS, QUICK_DAYS, takes_at_most};
use crate::model::CapabilityIx;
use crate::scoring::case::Case;

/// The heads of its parts.
pub const ASSUMPTIONS: &str = "Assumptions";
/// See [`ASSUMPTIONS`].
pub const EXCLUSIONS: &str = "Not in this plan";
/// Before what was assessed, as the team wrote it.
pub const ASSESSED: &str = super::outcomes::ASSESSED;
/// Where the team did not describe what was assessed.
pub const MODELS_UNSAID: &str = "The product and number of models assessed were not stated. Figures cover all of \
    them together; each additional model adds effort.";
/// Behind what was assessed.
pub const MODELS_SAID: &str = "Figures cover all of this together. Each additional model adds effort.";
/// On whose word the answers stand.
pub const OWN_ANSWERS: &str = "The answers are self-reported and have not been independently verified.";
/// On the order of the waves.
pub const WAVES: &str = "A wave begins when everything it depends on is in place.";
/// What no step counts.
pub const NEVER_COUNTED: &str = "Licences, cloud and hardware costs, hiring, and time for approvals and procurement.";
/// Before the tracks that were not asked.
pub const NOT_ASSESSED: &str = "Not assessed";
/// Before what the team said does not apply to it.
pub const NOT_APPLICABLE: &str = "Excluded as not applicable";
/// Before the planned steps that were not ticked.
pub const NOT_TICKED: &str = "Planned but not selected";
/// Before the areas that are to stay where they are.
pub const STAYS: &str = "No change planned";

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
    format!("{} open: unanswered, or answered \"Don't know\".", super::quantity::questions_are(number))
}

/// What all steps of a size take together.
#[must_use]
pub fn together(effort: &str) -> String {
    format!("Total: {effort}.")
}

/// What all steps that follow take together.
#[must_use]
pub fn total(steps: usize, effort: &str) -> String {
    format!("{} in total: {effort}.", super::quantity::steps(steps))
}
