//! What the start page says.

use super::advice;
use crate::advice::next_steps::List;
use crate::moment::Day;
use crate::scoring::case::Scope;
use crate::scoring::profile::Share;

/// The name of the page.
pub const NAME: &str = super::frame::NAME;
/// The main heading for somebody new.
pub const HEADING: &str = "Where does your team stand on MLOps?";
/// The main heading for somebody who has assessments here.
pub const YOURS: &str = "Your assessments";
/// What one gets, where the questionnaire is the built-in one.
pub const LEAD: &str = "A profile on Microsoft's five maturity levels, the steps that still wait for a person, and what to \
                        do next, each explained by your own answers.";
/// What one gets, from any other questionnaire.
pub const LEAD_OTHER: &str = "Find out where your team stands, why, and what to do next.";
/// Where answers stay.
pub const PRIVATE: &str = "Your answers stay in this browser. No account, nothing is sent anywhere.";
/// Begins an assessment.
pub const START: &str = "Start";
/// Heads the form for those who have assessments already.
pub const START_ANOTHER: &str = "Start another";
/// The field of the title.
pub const TEAM: &str = "Team name (optional)";
/// The field that says what is assessed.
pub const ABOUT: &str = "One product or model family, its live models, and who answers (optional)";
/// An example for [`ABOUT`].
pub const ABOUT_HINT: &str = "Card fraud scoring, 3 live models; answered by two engineers";
/// Heads the example of a result.
pub const EXAMPLE: &str = "What you get";
/// The levels of the worked example's areas after its second round, in the model's order.
pub const EXAMPLE_LEVELS: [u8; 4] = [2, 1, 2, 2];
/// Its verdict.
pub const EXAMPLE_VERDICT: &str = "Level 1 overall. Held back by Model creation. People, Model release and Application \
    integration are at level 2.";
/// What it is told to do.
pub const EXAMPLE_STEPS: [(&str, &str); 3] = [
    (advice::AUTOMATE_FIRST, "Hand it over: telling the next team that the run is done"),
    (
        advice::list_title(List::StartNow),
        "Lifecycle events, managed training compute and practised rollback",
    ),
    (advice::list_title(List::PlanAhead), "Training pipeline, 5 to 13 person-days"),
];
/// Says whose result the example is.
pub const EXAMPLE_OF: &str = "From a worked example: an online shop, half a year after its first round.";
/// Leads to where answers of several people are gathered.
pub const GATHER: &str = "Put several people's answers together";
/// Opens the menu of an assessment.
pub const MORE: &str = "More";

/// How an assessment can be left and taken up.
pub const PAUSE: &str = "Pause and come back whenever you like; every answer is saved as you give it.";
/// What a level rests on.
pub const EXPLAINED: &str = "Every level is explained by the answers that give it.";
/// Goes on with an assessment that has open questions.
pub const CONTINUE: &str = "Continue";
/// Goes through one again that has none.
pub const REVIEW: &str = "Review";
/// The same, before whose it is.
pub const RESULT_OF: &str = "Result of";
/// Copies an assessment.
pub const DUPLICATE: &str = "Duplicate";

/// The name of a copy.
#[must_use]
pub fn copy_of(title: &str) -> String {
    format!("{title} (copy)")
}

/// What tells a menu from those of other assessments.
#[must_use]
pub fn of_entry(title: &str) -> String {
    format!(" for {title}")
}

/// "Essentials, 12 of 39 answered, last changed 23 November 2026".
#[must_use]
pub fn entry(scope: Scope, answered: Share, changed: Day) -> String {
    format!("{}, {} answered, last changed {}", super::scope(scope), super::share(answered), super::day(changed))
}
