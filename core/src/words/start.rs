//! The start page, and the choice of the question set.

use super::{advice, quantity};
use crate::advice::next_steps::List;
use crate::model::{Model, Track};
use crate::moment::Day;
use crate::scoring::case::Scope;
use crate::scoring::profile::Fraction;

/// The name of the page.
pub const NAME: &str = super::pages::NAME;
/// Main heading for a new visitor.
pub const HEADING: &str = "How mature is your team's MLOps?";
/// Main heading for a visitor with assessments in this browser.
pub const YOURS: &str = "Your assessments";
/// Below the heading, with the built-in questionnaire.
pub const LEAD: &str =
    "See your level in each area of Microsoft's maturity model, what is still manual, and what to do next.";
/// Below the heading, with any other questionnaire.
pub const LEAD_OTHER: &str = "Find out your team's level, the reasons, and what to do next.";
/// On privacy.
pub const PRIVATE: &str = "Your answers stay in this browser. No account needed; nothing is sent to a server.";
pub const START: &str = "Start assessment";
/// Heading above the form, for a visitor with assessments.
pub const START_ANOTHER: &str = "Start a new assessment";
/// Label of the field for the title.
pub const TEAM: &str = "Team name (optional)";
/// Label of the field for what is assessed.
pub const ABOUT: &str = "Assessed product and models (optional)";
/// An example for [`ABOUT`].
pub const ABOUT_HINT: &str = "Card fraud scoring, 3 models in production, 2 engineers";
/// Summary of the fields that few teams need.
pub const MORE_DETAILS: &str = "More details (optional)";
/// Heading above the worked example.
pub const EXAMPLE: &str = "Example result";
/// The levels of the worked example's areas after its second round, in the model's order.
pub const EXAMPLE_LEVELS: [u8; 4] = [2, 1, 2, 2];
/// The overall result of the worked example.
pub const EXAMPLE_VERDICT: &str =
    "Level 1 overall. Held back by Model creation. People, Model release and Application integration are at level 2.";
/// The next steps of the worked example.
pub const EXAMPLE_STEPS: [(&str, &str); 3] = [
    (advice::AUTOMATE_FIRST, "Hand over the model. Still done by hand: telling the next team that the run is done"),
    (advice::list_title(List::StartNow), "Lifecycle events, Managed training compute and Practised rollback"),
    (advice::list_title(List::PlanAhead), "Training pipeline, 5 to 13 person-days"),
];
/// The team of the worked example.
pub const EXAMPLE_OF: &str = "Worked example: an online shop, six months after its first round.";
/// Link to the page that combines answers.
pub const COMBINE: &str = super::pages::COMBINE;
/// Button that opens the menu of an assessment.
pub const MORE: &str = "More";

/// On interruptions.
pub const PAUSE: &str = "Stop at any time and continue later. Each answer is saved immediately.";
/// On the origin of levels.
pub const EXPLAINED: &str = "You can see the answers behind every level.";
/// Button of an assessment with open questions.
pub const CONTINUE: &str = "Continue";
/// Button of an assessment without open questions.
pub const REVIEW: &str = "Review";
/// Before the title of an assessment, in a link to its result.
pub const RESULT_OF: &str = "Result of";
/// Button that copies an assessment.
pub const DUPLICATE: &str = "Duplicate";

/// The name of a copy.
#[must_use]
pub fn copy_of(title: &str) -> String {
    format!("{title} (copy)")
}

/// Distinguishes the menu of one assessment from those of others, for screen readers.
#[must_use]
pub fn of_entry(title: &str) -> String {
    format!(" for {title}")
}

/// "Essentials, 12 of 39 answered, last changed 23 November 2026". Answers of an earlier round are not counted.
#[must_use]
pub fn entry(scope: Scope, answered: Fraction, is_later_round: bool, changed: Day) -> String {
    let answered = super::questions::answered(answered, is_later_round);
    format!("{}, {answered}, last changed {}", super::scope(scope), super::day(changed))
}

/// Heading above the question sets.
pub const HOW_MANY: &str = "How many questions?";

/// "39 questions, about 9 minutes".
#[must_use]
pub fn amount(questions: usize, seconds: usize) -> String {
    format!("{}, {}", quantity::questions(questions), quantity::minutes(seconds))
}

/// What the essentials contain, and what the full question set adds.
#[must_use]
pub fn scope_contents(model: &Model) -> [&'static str; 2] {
    if model.is_built_in() {
        [
            "Based on Microsoft's criteria, with a few of our own.",
            "Adds practices from Google, the ML Test Score and other sources.",
        ]
    } else {
        ["Only what every level requires.", "All questions of this questionnaire."]
    }
}

/// "39 questions, about 9 minutes. Based on Microsoft's criteria, with a few of our own."
#[must_use]
pub fn amount_and_contents(amount: &str, says: &str) -> String {
    format!("{amount}. {says}")
}

/// "Add GenAIOps questions".
#[must_use]
pub fn ask_about(track: &Track) -> String {
    format!("Add {} questions", track.title)
}

/// "Prompt lifecycle and Token cost. Adds 33 questions, scored separately."
#[must_use]
pub fn track_adds(areas: &str, questions: usize) -> String {
    format!("{areas}. Adds {}, scored separately.", quantity::questions(questions))
}
