//! What is said about files: opening one, what could not be read, and what this browser keeps and cannot list.

use super::quantity;
use crate::assessment::file::{FileError, MAX_BYTES};
use crate::model::Model;

/// Over the field that takes files.
pub const OPEN: &str = "Open a file";
/// What it takes.
pub const TAKES: &str = "An assessment that you or somebody else exported, or a questionnaire of your own. Choose it or drop \
    it anywhere on the page. Nothing of yours is overwritten without asking.";
/// Names the place that says what became of files.
pub const BROUGHT: &str = "Files you opened";
/// Takes what was said about files away.
pub const CLOSE: &str = "Close";
/// The field itself.
pub const FIELD: &str = "Assessment file";
/// Does nothing with a file.
pub const LEAVE: &str = "Leave it";
/// Before what is wrong with a file.
pub const NOT_OPENED: &str = "This file was not opened. ";
/// That nothing happened.
pub const UNTOUCHED: &str = "Your assessments are untouched.";
/// Before what is wrong with a part of a file.
pub const IN_PART: &str = "Part of this file cannot be read:";
/// Takes the rest.
pub const KEEP_PART: &str = "Keep what can be read";
/// That was done.
pub const KEPT_PART: &str = "What could be read is now in your list, as a copy of its own.";
/// Asks a questionnaire from a file in this tab.
pub const ASK: &str = "Ask this questionnaire";
/// That cannot be.
pub const CANNOT_ASK: &str = "This browser does not let the page keep it, so it cannot be asked from a file here.";

/// Keeps an assessment and the file of it side by side.
pub const KEEP_BOTH: &str = "Keep both";
/// That was done.
pub const KEPT_BOTH: &str = "Both are in your list now.";
/// Puts the file in place of what is here.
pub const REPLACE: &str = "Replace mine";
/// That was done.
pub const REPLACED: &str = "The file stands in place of what was here.";
/// Takes what is newer in the file.
pub const MERGE: &str = "Merge newer answers";
/// Opens all that differs.
pub const DIFFERS: &str = "What differs, and when it was answered";

/// Goes back to the built-in questionnaire.
pub const BACK_TO_BUILT_IN: &str = "Back to the built-in one";
/// Over what is kept and not listed.
pub const UNLISTED: &str = "Kept, and not shown here";
/// Why something stands there.
pub const UNREADABLE: &str = "This one cannot be read, and there is no room to set it aside.";
/// Takes it out as it is.
pub const AS_IT_IS: &str = "Download it as it is";
/// Takes a damaged text out.
pub const RAW: &str = "Download the raw text";
/// Throws it away.
pub const THROW_AWAY: &str = "Throw it away";
/// What it is called when it has no name any more.
pub const DELETED_SINCE: &str = "An assessment that was deleted since";

/// An address names a questionnaire that cannot be used.
pub const NO_QUESTIONNAIRE: &str = "This questionnaire cannot be opened";
/// Before its name.
pub const NAMES: &str = "The address of this page names the questionnaire ";
/// It is on another site.
pub const ELSEWHERE: &str = "It lies on another site, and this page opens only what lies beside it.";
/// It did not come.
pub const MISSING: &str = "It could not be fetched: nothing may be there, or the network may be down.";
/// What is safe.
pub const KEPT: &str = "What is saved in this browser is untouched.";
/// Goes on with the built-in one.
pub const BUILT_IN: &str = "Open the built-in questionnaire";

/// "And 12 more.", "And 12 lines more."
#[must_use]
pub fn and_more(number: &str) -> String {
    format!("And {number} more.")
}

/// A file is being read, or something without a name.
#[must_use]
pub fn reading(name: &str) -> String {
    if name.is_empty() { "Reading\u{2026}".to_owned() } else { format!("Reading {name}\u{2026}") }
}

/// An assessment came in.
#[must_use]
pub fn came_in(title: &str) -> String {
    format!("\"{title}\" is now in your list.")
}

/// Several assessments were stored.
#[must_use]
pub fn came_in_together(number: usize) -> String {
    format!("{number} assessments are now in your list.")
}

/// There was nothing new in a file.
#[must_use]
pub fn the_same(title: &str) -> String {
    format!("\"{title}\" is already here, and the same.")
}

/// Several assessments were stored already.
#[must_use]
pub fn the_same_together(number: usize) -> String {
    format!("{number} assessments are already here, and the same.")
}

/// How many of several files are read.
#[must_use]
pub fn reading_of(number: usize, of: usize) -> String {
    format!("Reading file {number} of {of}\u{2026}")
}

/// What is asked about a questionnaire in a file.
#[must_use]
pub fn asks(model: &Model) -> String {
    format!(
        "\"{}\", revision {}, is a questionnaire with {}. Ask it in this tab, for as long as the tab is open? Everybody gets \
         it from an address that ends in ?model= and its name, once the file lies beside the page.",
        model.title(),
        model.revision(),
        quantity::questions(model.capabilities().len()),
    )
}

/// What this tab asks instead of the built-in questionnaire.
#[must_use]
pub fn asked_here(model: &Model) -> String {
    format!("This tab asks the questionnaire \"{}\" that you opened.", model.title())
}

/// A newer page made it.
#[must_use]
pub fn newer(version: u64) -> String {
    format!(
        "Made by a newer version of this page (file version {version}). It is left as it is; reload the page to get the newer \
         version."
    )
}

/// Why a file holds no assessment, for whoever picked it.
#[must_use]
pub fn refused(name: &str, error: &FileError) -> String {
    match error {
        FileError::TooLarge(_) => too_large(name, MAX_BYTES >> 20),
        FileError::NotJson(fault) => {
            format!("{name} is no assessment: its text breaks off or is garbled at {fault}.")
        }
        FileError::NotOurs => format!("{name} is neither an assessment nor a questionnaire."),
        FileError::NewerVersion(version) => format!("{name}: {}", newer(*version)),
        FileError::Faults(_) | FileError::Damaged => format!("{name} is damaged, and nothing of it could be read."),
    }
}

/// A file is larger than any of ours.
#[must_use]
pub fn too_large(name: &str, most: usize) -> String {
    format!("{name} has more than {most} MiB, and no file of ours has.")
}

/// A file is no text.
#[must_use]
pub fn no_text(name: &str) -> String {
    format!("{name} is no text: a picture, or packed.")
}

/// A file is a text in another encoding.
#[must_use]
pub fn not_utf8(name: &str) -> String {
    format!("{name} is not in UTF-8. Save it as UTF-8 and open it again.")
}

/// A folder was dropped.
#[must_use]
pub fn folder(name: &str) -> String {
    format!("{name} is a folder. Open the files in it instead.")
}

/// The browser cannot read a file.
#[must_use]
pub fn cannot_read(name: &str) -> String {
    format!("The browser cannot read {name}. Was it moved, or is it open elsewhere?")
}
