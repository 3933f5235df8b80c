//! What every page has around it, and pages that cannot be shown.

use crate::model::Model;

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
    in this browser. Download the file before you reload, and open it afterwards.";
/// Hands the open assessment over as a file.
pub const DOWNLOAD: &str = "Download file";
/// Refuses what was typed into a field for a whole number.
#[must_use]
pub fn whole_number(least: u32, most: u32) -> String {
    format!("Enter a whole number from {least} to {most}. The last valid value is kept.")
}
/// Fetches the page anew.
pub const RELOAD: &str = "Reload";
/// An address leads nowhere.
pub const NO_PAGE: &str = super::pages::NONE;
/// Before the end of that address.
pub const NO_PAGE_BEFORE: &str = "There is no page at ";
/// Behind it.
pub const NO_PAGE_AFTER: &str = ". Your assessments are safe.";
/// An assessment is not here.
pub const ABSENT: &str = "This assessment is not in this browser";
/// Why that may be.
pub const ABSENT_WHY: &str = "Answers are kept only in the browser where they were given. The assessment may have \
    been deleted, the browser may have cleared its storage, or the link came from another device.";
/// What to do about it.
pub const ABSENT_DO: &str = "If you have its file, open it on the start page. Otherwise, ask for a link or a file.";

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
