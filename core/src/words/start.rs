//! What the start page says.

/// The name of the page.
pub const NAME: &str = "MLOps Maturity Assessment";
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
pub const ABOUT: &str = "What is assessed (optional)";
/// What to write into [`ABOUT`].
pub const ABOUT_HINT: &str = "One product or model family, and how many of its models are live.";
/// Heads the example of a result.
pub const EXAMPLE: &str = "What you get";
/// Says whose profile the example is.
pub const EXAMPLE_OF: &str = "A profile like this one, of a team with a model in a shop:";
/// The rest of what one gets.
pub const GET: [(&str, &str); 3] = [
    (
        "The step to free first",
        "which one between a model change and production still waits for somebody to remember it",
    ),
    (
        "What to start now",
        "three steps with effort, deliverable and success criterion, and the investment to plan for",
    ),
    ("A plan and a link", "to paste into a proposal, an issue tracker or a wiki page"),
];
/// Leads to the page on embedding.
pub const EMBED: &str = "Put it into your wiki";
/// Opens the menu of an assessment.
pub const MORE: &str = "More";

/// "37 questions, about 5 minutes; pause and come back whenever you like."
#[must_use]
pub fn amount(questions: &str) -> String {
    format!("{questions}; pause and come back whenever you like.")
}
