//! Files: opening one, what could not be read and where, and saved data that cannot be listed.

use super::quantity;
use crate::assessment::file::{FileError, MAX_BYTES};
use crate::model::Model;
use crate::portfolio::{self, LineError};

/// Heading above the field that takes files.
pub const OPEN: &str = "Open a file";
/// Below [`OPEN`].
pub const IMPORT_HINT: &str = "Open an exported assessment or your own questionnaire. Choose a file or drop it \
    anywhere on the page. You are asked before anything is overwritten.";
/// Accessible name of the report on opened files.
pub const OPENED_FILES: &str = "Opened files";
/// Button that closes the report.
pub const CLOSE: &str = "Close";
/// Label of the field for files.
pub const FIELD: &str = "Assessment file";
/// Button that ignores a file.
pub const LEAVE: &str = super::pages::CANCEL;
/// Before the reason why a file cannot be used.
pub const NOT_OPENED: &str = "This file was not opened. ";
/// Only this, if nothing was changed.
pub const ASSESSMENTS_SAFE: &str = "Your assessments are safe.";
/// Before the faults of a part of a file.
pub const IN_PART: &str = "Part of this file cannot be read:";
pub const KEEP_PART: &str = "Keep the readable part";
/// After [`KEEP_PART`].
pub const KEPT_PART: &str = "The readable part is now in your list as a separate copy.";
/// Button that uses a questionnaire from a file in this tab.
pub const ASK: &str = "Use this questionnaire";
/// If the tab cannot store the questionnaire.
pub const CANNOT_ASK: &str =
    "This browser does not let the page keep the file, so the questionnaire cannot be used here.";

/// Button that stores the assessment in a file as a second one.
pub const KEEP_BOTH: &str = "Keep both";
/// After [`KEEP_BOTH`].
pub const KEPT_BOTH: &str = "Both are now in your list.";
/// Button that replaces the stored assessment by the one in the file.
pub const REPLACE: &str = "Replace my version";
/// After [`REPLACE`].
pub const REPLACED: &str = "Your version was replaced with the file.";
/// Button that takes only newer answers from the file.
pub const MERGE: &str = "Merge newer answers";
/// Summary of the list of differences.
pub const DIFFERS: &str = "Show differences and dates";

pub const BACK_TO_BUILT_IN: &str = "Back to the built-in questionnaire";
/// Heading above stored texts that are not in the list.
pub const UNLISTED: &str = "Saved but not shown";
/// Why a stored text is not in the list.
pub const UNREADABLE: &str = "This assessment cannot be read. It was not changed, and there is no storage left to \
    set it aside. Download it, then delete it.";
/// Downloads a stored text that is damaged, or that a newer version wrote.
pub const DOWNLOAD_RAW: &str = "Download raw text";
/// Deletes a damaged text.
pub const DISCARD: &str = "Delete permanently";
/// The title of a damaged assessment that has been deleted since.
pub const DELETED_SINCE: &str = "A deleted assessment";

/// Heading if the questionnaire in the address cannot be used.
pub const NO_QUESTIONNAIRE: &str = "This questionnaire cannot be opened";
/// Before the name of that questionnaire.
pub const NAMES: &str = "The address of this page asks for the questionnaire ";
/// The questionnaire is on another site.
pub const ELSEWHERE: &str = "It is on another site. This page opens only questionnaires from its own site.";
/// The questionnaire could not be loaded.
pub const MISSING: &str = "It could not be loaded. The file may not exist, or you may be offline.";
pub const KEPT: &str = "Your saved assessments are safe.";
pub const BUILT_IN: &str = "Open the built-in questionnaire";

/// "And 12 more."
#[must_use]
pub fn and_more(number: &str) -> String {
    format!("And {number} more.")
}

/// While a file is being read.
#[must_use]
pub fn reading(name: &str) -> String {
    if name.is_empty() { "Reading\u{2026}".to_owned() } else { format!("Reading {name}\u{2026}") }
}

/// After a file was stored.
#[must_use]
pub fn imported(title: &str) -> String {
    format!("\"{title}\" is now in your list.")
}

/// After several files were stored.
#[must_use]
pub fn came_in_together(number: usize) -> String {
    format!("{number} assessments are now in your list.")
}

/// The file contains nothing new.
#[must_use]
pub fn the_same(title: &str) -> String {
    format!("\"{title}\" is already here, with no differences.")
}

/// Several files contain nothing new.
#[must_use]
pub fn the_same_together(number: usize) -> String {
    format!("{number} assessments are already here, with no differences.")
}

/// The progress of reading several files.
#[must_use]
pub fn reading_of(number: usize, of: usize) -> String {
    format!("Reading file {number} of {of}\u{2026}")
}

/// The question about a questionnaire in a file.
#[must_use]
pub fn asks(model: &Model) -> String {
    format!(
        "\"{}\", revision {}, is a questionnaire with {}. Use it until you close this tab? To offer it to everyone, put the \
         file next to the page. Then add ?model= and the file name to the address.",
        model.title(),
        model.revision(),
        quantity::questions(model.capabilities().len()),
    )
}

/// The questionnaire of this tab.
#[must_use]
pub fn asked_here(model: &Model) -> String {
    format!("This tab uses the questionnaire \"{}\", which you opened.", model.title())
}

/// The file was made by a newer version of the page.
#[must_use]
pub fn newer(version: u64) -> String {
    format!(
        "Made by a newer version of this page (file version {version}). It was not changed. Reload the page to get the newer \
         version."
    )
}

/// Why a file is no assessment.
#[must_use]
pub fn refused(name: &str, error: &FileError) -> String {
    match error {
        FileError::TooLarge(_) => too_large(name, MAX_BYTES >> 20),
        FileError::NotJson(fault) => {
            format!("{name} is not an assessment file, or it is damaged at {fault}.")
        }
        FileError::NotOurs => format!("{name} is neither an assessment nor a questionnaire."),
        FileError::NewerVersion(version) => format!("{name}: {}", newer(*version)),
        FileError::Faults(_) | FileError::Damaged => format!("{name} is damaged. Nothing in it could be read."),
    }
}

/// The file is empty.
#[must_use]
pub fn empty(name: &str) -> String {
    format!("{name} is empty.")
}

/// The file is too large.
#[must_use]
pub fn too_large(name: &str, most: usize) -> String {
    format!("{name} is larger than {most} MiB, the limit for these files.")
}

/// The file is no text.
#[must_use]
pub fn no_text(name: &str) -> String {
    format!("{name} is not a text file. It may be an image or a compressed file.")
}

/// The file is a text in another encoding.
#[must_use]
pub fn not_utf8(name: &str) -> String {
    format!("{name} is not in UTF-8. Save it as UTF-8 and open it again.")
}

/// The file is a folder.
#[must_use]
pub fn folder(name: &str) -> String {
    format!("{name} is a folder. Open the files in it instead.")
}

/// The browser cannot read the file.
#[must_use]
pub fn cannot_read(name: &str) -> String {
    format!("The browser cannot read {name}. It may have been moved, or another program may be using it.")
}

/// Before the faults of an unusable file. They are not counted, because a hostile file has more than are listed.
pub const TO_FIX: &str = "Fix these problems first:";

/// An empty file, without its name.
pub const EMPTY: &str = "It is empty.";

/// Why a line of a portfolio could not be read, and what to do.
#[must_use]
pub fn line_error_text(error: &LineError) -> String {
    match error {
        LineError::Empty => EMPTY.to_owned(),
        LineError::NoLink => "It contains no link to a result.".to_owned(),
        LineError::Link(error) => super::link::error_text(*error),
        LineError::File(error) => format!("This assessment file cannot be read: {error}."),
        LineError::Published(error) => super::published::error_text(error),
        LineError::OtherModel => "It belongs to a different questionnaire.".to_owned(),
        LineError::NotText => "It is not text (UTF-8).".to_owned(),
        LineError::TooLong => format!("It is longer than {} MiB.", portfolio::MAX_LINE_BYTES >> 20),
        LineError::Several(found) => format!("It contains {found} results. Keep one of them."),
        LineError::TooMany => format!(
            "This page shows up to {} results, so this one was left out. The command-line tool has no limit.",
            quantity::number(portfolio::MOST)
        ),
    }
}

/// The place of an unreadable line: "Line 7", "teams.txt, line 7"; only the source if it has no lines.
#[must_use]
pub fn place_of_line(source: &str, number: usize) -> String {
    match (source, number) {
        (source, 0) => source.to_owned(),
        ("", number) => format!("Line {number}"),
        (source, number) => format!("{source}, line {number}"),
    }
}

/// The place and the reason of an unreadable line.
#[must_use]
pub fn fault_at(place: &str, error: &LineError) -> String {
    format!("{place}: {}", line_error_text(error))
}
