//! Texts of all pages: names of pages in the browser tab, in headings and in links; the frame of every page; labels
//! of buttons and columns.

use super::quantity;
use crate::model::Model;

/// The page of questions, without an area.
pub const QUESTIONS: &str = "Questions";
pub const RESULT: &str = "Result";
pub const PLAN: &str = "Plan";
pub const HISTORY: &str = "History";
/// The page that sends answers back, in the browser tab, where the title of the assessment follows.
pub const SEND: &str = "Send";
/// The same page in its heading and in links.
pub const SEND_RESULT: &str = "Send your result";
/// The page of combined answers. The column is [`COMBINED`].
pub const COMBINED_ANSWERS: &str = "Combined answers";
/// The page that scans a folder of code.
pub const EVIDENCE: &str = "Look for evidence in your code";
pub const COMPARE: &str = "Compare";
pub const TEAMS: &str = "Many teams";
/// The page that combines the answers of several people.
pub const COMBINE: &str = "Combine answers from several people";
/// The page of a result from a link.
pub const SHARED: &str = "Shared result";
/// The page of a published result.
pub const PUBLISHED: &str = "Published result";
/// The page of an invitation.
pub const INVITATION: &str = "Invitation";
/// The page about embedding.
pub const EMBED: &str = "Embed in your wiki";
/// The page about the questionnaire and its rules.
pub const ABOUT: &str = "How this works";
/// The page for an unknown address.
pub const NO_PAGE: &str = "Page not found";

/// "Result: ", before the title of an assessment.
#[must_use]
pub fn of(page: &str) -> String {
    format!("{page}: ")
}

/// "Result: Payments ML"; `title` is `None` if the assessment is not in this browser.
#[must_use]
pub fn of_assessment(page: &str, title: Option<&str>) -> String {
    of(page) + title.unwrap_or("not found")
}

/// The name of the whole site.
pub const NAME: &str = "MLOps Maturity Assessment";
/// Accessible name of the links at the top.
pub const NAVIGATION: &str = "Main";
/// In the footer of every page.
pub const PRIVATE: &str = "Answers stay in this browser unless you share them. ";
/// Link past the header.
pub const SKIP: &str = "Skip to main content";
/// Button that closes the offer to undo.
pub const DISMISS: &str = "Dismiss";
/// Link to the start page.
pub const TO_START: &str = "Go to start page";
/// Button that repeats what failed.
pub const TRY_AGAIN: &str = "Try again";

/// Heading if a part of the program could not be loaded.
pub const NOT_FETCHED: &str = "This page could not be loaded";
/// Below [`NOT_FETCHED`].
pub const NOT_FETCHED_WHY: &str =
    "Part of the page did not load, probably because you are offline. Your answers are safe.";
/// Heading if the server has a newer release.
pub const REPLACED: &str = "A newer version is available";
/// Below [`REPLACED`].
pub const REPLACED_WHY: &str =
    "A new version was published while this tab was open. Reload to continue. Your answers stay in this browser.";
/// Below [`REPLACED`], if this browser does not save answers.
pub const REPLACED_UNSAVED: &str = "A new version was published while this tab was open. Your answers are not saved \
    in this browser. Before you reload, download them as a file. Open that file afterwards.";
/// Button that downloads the open assessment.
pub const DOWNLOAD: &str = "Download file";
/// The error of a field for a whole number.
#[must_use]
pub fn whole_number(least: u32, most: u32) -> String {
    let [least, most] = [least, most].map(|number| quantity::number(number as usize));
    format!("Enter a whole number from {least} to {most}. The last valid value is kept.")
}
/// Button that reloads the page.
pub const RELOAD: &str = "Reload";
/// Before the part of the address that is unknown.
pub const NO_PAGE_BEFORE: &str = "There is no page at ";
/// After it.
pub const NO_PAGE_AFTER: &str = ". Your assessments are safe.";
/// Heading if an assessment is not in this browser.
pub const ABSENT: &str = "This assessment is not in this browser";
/// Below [`ABSENT`]: possible reasons.
pub const ABSENT_WHY: &str = "Answers are saved only in the browser where you entered them. The assessment may have \
    been deleted, the browser may have cleared its storage, or the link came from another device.";
/// Below [`ABSENT`]: what to do.
pub const ABSENT_DO: &str = "If you have the assessment file, open it on the start page. Otherwise, ask the person \
    who sent you the link for the file.";

/// "Result: Payments ML – MLOps Maturity Assessment".
#[must_use]
pub fn tab(page: &str) -> String {
    format!("{page} \u{2013} {NAME}")
}

/// What the questionnaire in use is based on.
#[must_use]
pub fn based_on(model: &Model) -> String {
    if model.is_built_in() {
        "Based on Microsoft's MLOps maturity model.".to_owned()
    } else {
        super::about::edition(model)
    }
}

/// Before and after the title of what was deleted.
pub const DELETED: (&str, &str) = ("\"", "\" was deleted.");

pub const UNDO: &str = "Undo";
/// Button that opens the exports or downloads an assessment.
pub const EXPORT: &str = "Export";
/// Button that changes nothing.
pub const CANCEL: &str = "Cancel";
pub const PRINT: &str = "Print";
/// Button that downloads a document as HTML.
pub const HTML: &str = "HTML";
/// Button that downloads a document as Markdown.
pub const MARKDOWN: &str = "Markdown";
/// Button that deletes an assessment or a snapshot.
pub const DELETE: &str = "Delete";
/// Button that renames an assessment or a snapshot.
pub const RENAME: &str = "Rename";
/// Label of the field for a new name.
pub const NEW_NAME: &str = "New name";
/// Button that saves the new name.
pub const SAVE_NAME: &str = "Save name";
/// Button that keeps the old name.
pub const KEEP_NAME: &str = CANCEL;

/// Column of areas.
pub const AREA: &str = "Area";
/// Column of teams.
pub const TEAM: &str = "Team";
/// Column of the days of results.
pub const DAY: &str = "Date";
/// Column of levels.
pub const LEVEL: &str = "Level";
/// Column of the overall level.
pub const OVERALL: &str = "Overall";
/// Column of today's level.
pub const TODAY: &str = "Today";
/// Column of the share answered yes, partly or no. "Answered" would be any answer, also "Don't know".
pub const KNOWN: &str = "Known";
/// Column of combined answers. The page is [`COMBINED_ANSWERS`].
pub const COMBINED: &str = "Combined";
/// Column of spreads.
pub const SPREAD: &str = "Spread";
/// Column of how many people gave which answer.
pub const SAID: &str = "Answers given";
