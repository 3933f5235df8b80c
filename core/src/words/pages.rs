//! What the pages share: their names in the browser tab, as headings and in links; what every page has around it; labels of
//! buttons and columns.

use super::quantity;
use crate::model::Model;

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
/// The answers of several people, combined. The head of a combined answer is [`COMBINED`].
pub const TOGETHER: &str = "Combined answers";
/// Where a folder of code is scanned, and wherever something leads there.
pub const EVIDENCE: &str = "Look for evidence in your code";
/// Two results beside each other.
pub const COMPARE: &str = "Compare";
/// Many results at once.
pub const TEAMS: &str = "Many teams";
/// Where the answers of several people are combined.
pub const GATHER: &str = "Combine answers from several people";
/// A result from a link.
pub const SHARED: &str = "Shared result";
/// A result in a file beside the page.
pub const PUBLISHED: &str = "Published result";
/// An invitation to answer.
pub const INVITATION: &str = "Invitation";
/// How to put the page into another one.
pub const EMBED: &str = "Embed in your wiki";
/// How all of it is worked out.
pub const HOW: &str = "How this works";
/// An address that leads nowhere.
pub const NO_PAGE: &str = "Page not found";

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

/// The name of all of it.
pub const NAME: &str = "MLOps Maturity Assessment";
/// Names the links at the top.
pub const NAVIGATION: &str = "Main";
/// What happens to answers.
pub const PRIVATE: &str = "Answers stay in this browser unless you share them. ";
/// Leads past what stands above a page.
pub const SKIP: &str = "Skip to main content";
/// Takes the offer to do so away.
pub const DISMISS: &str = "Dismiss";
/// Leads to the start page.
pub const TO_START: &str = "Go to start page";
/// Tries again what did not work.
pub const TRY_AGAIN: &str = "Try again";

/// The rest of the program did not come.
pub const NOT_FETCHED: &str = "This page could not be loaded";
/// What that means.
pub const NOT_FETCHED_WHY: &str =
    "Part of the page did not load, probably because you are offline. Your answers are safe.";
/// The rest of the program is gone: a newer page lies where this one came from.
pub const REPLACED: &str = "A newer version is available";
/// What that means.
pub const REPLACED_WHY: &str =
    "A new version was published while this tab was open. Reload to continue. Your answers stay in this browser.";
/// The same, where this browser keeps nothing.
pub const REPLACED_UNSAVED: &str = "A new version was published while this tab was open. Your answers are not saved \
    in this browser. Before you reload, download them as a file. Open that file afterwards.";
/// Hands the open assessment over as a file.
pub const DOWNLOAD: &str = "Download file";
/// Refuses what was typed into a field for a whole number.
#[must_use]
pub fn whole_number(least: u32, most: u32) -> String {
    let [least, most] = [least, most].map(|number| quantity::number(number as usize));
    format!("Enter a whole number from {least} to {most}. The last valid value is kept.")
}
/// Fetches the page anew.
pub const RELOAD: &str = "Reload";
/// Before the end of that address.
pub const NO_PAGE_BEFORE: &str = "There is no page at ";
/// Behind it.
pub const NO_PAGE_AFTER: &str = ". Your assessments are safe.";
/// An assessment is not here.
pub const ABSENT: &str = "This assessment is not in this browser";
/// Why that may be.
pub const ABSENT_WHY: &str = "Answers are saved only in the browser where you entered them. The assessment may have \
    been deleted, the browser may have cleared its storage, or the link came from another device.";
/// What to do about it.
pub const ABSENT_DO: &str = "If you have the assessment file, open it on the start page. Otherwise, ask the person \
    who sent you the link for the file.";

/// "Result: Payments ML – MLOps Maturity Assessment".
#[must_use]
pub fn tab(page: &str) -> String {
    format!("{page} \u{2013} {NAME}")
}

/// What the questionnaire in use rests on.
#[must_use]
pub fn based_on(model: &Model) -> String {
    if model.is_built_in() {
        "Based on Microsoft's MLOps maturity model.".to_owned()
    } else {
        super::how::edition(model)
    }
}

/// Around the title of what was deleted.
pub const DELETED: (&str, &str) = ("\"", "\" was deleted.");

/// Takes back what was just done.
pub const UNDO: &str = "Undo";
/// Opens what can be taken along, or hands an assessment over as a file.
pub const EXPORT: &str = "Export";
/// Leaves everything as it is.
pub const CANCEL: &str = "Cancel";
/// Prints the page.
pub const PRINT: &str = "Print";
/// A text as a file.
pub const HTML: &str = "HTML";
/// As [`HTML`].
pub const MARKDOWN: &str = "Markdown";
/// Deletes an assessment, or a state of it.
pub const DELETE: &str = "Delete";
/// Gives an assessment, or a state of it, another name.
pub const RENAME: &str = "Rename";
/// The field of another name.
pub const NEW_NAME: &str = "New name";
/// Takes the other name.
pub const SAVE_NAME: &str = "Save name";
/// Leaves the name as it is.
pub const KEEP_NAME: &str = CANCEL;

/// Over areas.
pub const AREA: &str = "Area";
/// Over teams.
pub const TEAM: &str = "Team";
/// Over dates of results.
pub const DAY: &str = "Date";
/// Over levels, and over their numbers.
pub const LEVEL: &str = "Level";
/// Over the level of everything: all areas of a track together.
pub const OVERALL: &str = "Overall";
/// Over how it stands today.
pub const TODAY: &str = "Today";
/// Over how much is known: the share answered yes, partly or no. "Answered" is any answer, also "Don't know".
pub const KNOWN: &str = "Known";
/// Over the combined answer of several people. The page is [`TOGETHER`].
pub const COMBINED: &str = "Combined";
/// Over how far answers lie apart.
pub const SPREAD: &str = "Spread";
/// Over who gave which answer.
pub const SAID: &str = "Answers given";
