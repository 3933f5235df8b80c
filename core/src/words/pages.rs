//! Names of the pages: in the browser tab, as headings and in links.

/// The questions, where no area is shown.
pub const QUESTIONS: &str = "Questions";
/// A result.
pub const RESULT: &str = "Result";
/// A plan.
pub const PLAN: &str = "Plan";
/// The states of an assessment over time.
pub const HISTORY: &str = "History";
/// An answer to an invitation on its way back, in the browser's tab, where the assessment's name follows.
pub const SEND: &str = "Send";
/// The same over the page and wherever something leads there.
pub const SEND_RESULT: &str = "Send your result";
/// The answers of several people, combined. The head of a combined answer is [`super::heads::TOGETHER`].
pub const TOGETHER: &str = "Combined answers";
/// Two results beside each other.
pub const COMPARE: &str = "Compare";
/// Many results at once.
pub const TEAMS: &str = "Many teams";
/// Where the answers of several people are combined.
pub const GATHER: &str = "Combine answers from several people";
/// A result from a link.
pub const SHARED: &str = "Shared result";
/// An invitation to answer.
pub const INVITATION: &str = "Invitation";
/// How to put the page into another one.
pub const EMBED: &str = "Embed in your wiki";
/// How all of it is worked out.
pub const HOW: &str = "How this works";
/// An address that leads nowhere.
pub const NONE: &str = "Page not found";

/// "Result: ", before the title of an assessment.
#[must_use]
pub fn of(page: &str) -> String {
    format!("{page}: ")
}

/// "Result: Payments ML"; the title is none where the assessment is not here.
#[must_use]
pub fn of_assessment(page: &str, title: Option<&str>) -> String {
    of(page) + title.unwrap_or("not found")
}
