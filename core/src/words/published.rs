//! A published result: a file next to the page, shown with its content at the time of each visit.

use super::{files, quantity};
use crate::moment::Day;
use crate::portfolio::PublishedError;

/// Heading above a result that cannot be shown.
pub const NO_RESULT: &str = super::link::NO_RESULT;
/// Before the name of the file.
pub const NAMES: &str = "The address of this page asks for the result ";
/// Above a published result.
pub const READ_ONLY: &str =
    "This result comes from a file of this site. It is read-only, and nothing is saved in this browser.";
/// Link out of a frame.
pub const OPEN: &str = "Open in a new tab";

/// "As of 3 March 2026."
#[must_use]
pub fn as_of(day: Day) -> String {
    format!("As of {}.", super::day(day))
}

/// "This result is 4 months old and may no longer be correct."
#[must_use]
pub fn age(days: i64) -> String {
    let months = quantity::months(u32::try_from(days / 30).unwrap_or(u32::MAX));
    format!("This result is {months} old and may no longer be correct.")
}

/// Why a published result cannot be shown, and what to do. The name of its file comes before it.
#[must_use]
pub fn error_text(error: &PublishedError) -> String {
    match error {
        PublishedError::Unnamed => "The address of this page does not name a result. Check the address.",
        PublishedError::Elsewhere => "It is on another site. This page opens only results from its own site.",
        PublishedError::Redirected => {
            "The site redirects to another site, so the file was not opened. Sign in to the site and try again."
        }
        PublishedError::Missing => files::MISSING,
        PublishedError::NotFetched => {
            "This is the address of a published result. It can be opened only by the page on its own site."
        }
        PublishedError::Empty => "The file is empty. The job that writes it may have failed: check its log.",
        PublishedError::NotText => "The file is not text in UTF-8. Save it as UTF-8.",
        PublishedError::WebPage => {
            "The site answered with a web page instead of a result. The path may be wrong, or you may have to sign in."
        }
        PublishedError::NoResult => "It contains neither an assessment nor a link to a result.",
        PublishedError::Several => {
            "It contains several results. Publish each in a file of its own, or list them under \"Many teams\"."
        }
        PublishedError::OtherModel => {
            "It belongs to a different questionnaire. Open the page with that questionnaire in its address."
        }
        PublishedError::Link(error) => return super::link::error_text(*error),
        PublishedError::File(error) => return files::refused("The file", error),
    }
    .to_owned()
}
