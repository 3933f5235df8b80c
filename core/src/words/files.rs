//! Files: opening one, what could not be read and where, and saved data that cannot be listed.

use super::quantity;
use crate::assessment::file::{FileError, MAX_BYTES};
use crate::model::Model;
use crate::portfolio::{self, LineError};

/// Over the field that takes files.
pub const OPEN: &str = "Open a file";
/// What it takes.
pub const TAKES: &str = "Open an exported assessment or your own questionnaire. Choose a file or drop it anywhere on \
    the page. You are asked before anything is overwritten.";
/// Names the place that says what became of files.
pub const BROUGHT: &str = "Opened files";
/// Takes what was said about files away.
pub const CLOSE: &str = "Close";
/// The field itself.
pub const FIELD: &str = "Assessment file";
/// Does nothing with a file.
pub const LEAVE: &str = super::pages::CANCEL;
/// Before what is wrong with a file.
pub const NOT_OPENED: &str = "This file was not opened. ";
/// That nothing happened.
pub const UNTOUCHED: &str = "Your assessments are safe.";
/// Before what is wrong with a part of a file.
pub const IN_PART: &str = "Part of this file cannot be read:";
/// Takes the rest.
pub const KEEP_PART: &str = "Keep the readable part";
/// That was done.
pub const KEPT_PART: &str = "The readable part is now in your list as a separate copy.";
/// Asks a questionnaire from a file in this tab.
pub const ASK: &str = "Use this questionnaire";
/// That cannot be.
pub const CANNOT_ASK: &str =
    "This browser does not let the page keep the file, so the questionnaire cannot be used here.";

/// Keeps an assessment and the file of it side by side.
pub const KEEP_BOTH: &str = "Keep both";
/// That was done.
pub const KEPT_BOTH: &str = "Both are now in your list.";
/// Puts the file in place of what is here.
pub const REPLACE: &str = "Replace my version";
/// That was done.
pub const REPLACED: &str = "Your version was replaced with the file.";
/// Takes what is newer in the file.
pub const MERGE: &str = "Merge newer answers";
/// Opens all that differs.
pub const DIFFERS: &str = "Show differences and dates";

/// Goes back to the built-in questionnaire.
pub const BACK_TO_BUILT_IN: &str = "Back to the built-in questionnaire";
/// Over what is kept and not listed.
pub const UNLISTED: &str = "Saved but not shown";
/// Why something stands there.
pub const UNREADABLE: &str = "This assessment cannot be read. It was not changed, and there is no storage left to \
    set it aside. Download it, then delete it.";
/// Takes it out as it is.
pub const AS_IT_IS: &str = "Download unchanged";
/// Takes a damaged text out.
pub const RAW: &str = "Download raw text";
/// Throws it away.
pub const THROW_AWAY: &str = "Delete permanently";
/// What it is called when it has no name any more.
pub const DELETED_SINCE: &str = "A deleted assessment";

/// An address names a questionnaire that cannot be used.
pub const NO_QUESTIONNAIRE: &str = "This questionnaire cannot be opened";
/// Before its name.
pub const NAMES: &str = "The address of this page asks for the questionnaire ";
/// It is on another site.
pub const ELSEWHERE: &str = "It is on another site. This page opens only questionnaires from its own site.";
/// It did not come.
pub const MISSING: &str = "It could not be loaded. The file may not exist, or you may be offline.";
/// What is safe.
pub const KEPT: &str = "Your saved assessments are safe.";
/// Goes on with the built-in one.
pub const BUILT_IN: &str = "Open the built-in questionnaire";

/// "And 12 more."
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
    format!("\"{title}\" is already here, with no differences.")
}

/// Several assessments were stored already.
#[must_use]
pub fn the_same_together(number: usize) -> String {
    format!("{number} assessments are already here, with no differences.")
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
        "\"{}\", revision {}, is a questionnaire with {}. Use it until you close this tab? To offer it to everyone, put the \
         file next to the page. Then add ?model= and the file name to the address.",
        model.title(),
        model.revision(),
        quantity::questions(model.capabilities().len()),
    )
}

/// What this tab asks instead of the built-in questionnaire.
#[must_use]
pub fn asked_here(model: &Model) -> String {
    format!("This tab uses the questionnaire \"{}\", which you opened.", model.title())
}

/// A newer page made it.
#[must_use]
pub fn newer(version: u64) -> String {
    format!(
        "Made by a newer version of this page (file version {version}). It was not changed. Reload the page to get the newer \
         version."
    )
}

/// Why a file is not an assessment.
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

/// There is nothing in a file.
#[must_use]
pub fn empty(name: &str) -> String {
    format!("{name} is empty.")
}

/// A file is over the limit.
#[must_use]
pub fn too_large(name: &str, most: usize) -> String {
    format!("{name} is larger than {most} MiB, the limit for these files.")
}

/// A file is not text.
#[must_use]
pub fn no_text(name: &str) -> String {
    format!("{name} is not a text file. It may be an image or a compressed file.")
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
    format!("The browser cannot read {name}. It may have been moved, or another program may be using it.")
}

/// Before the faults of one that cannot be used. A hostile file has more faults than are listed, so they are not counted.
pub const TO_BE_MENDED: &str = "Fix these problems first:";

/// A file without anything in it.
pub const EMPTY: &str = "It is empty.";

/// Why a line of a portfolio was not read, and what to do.
#[must_use]
pub fn line_error(error: &LineError) -> String {
    match error {
        LineError::Empty => EMPTY.to_owned(),
        LineError::NoLink => "It contains no link to a result.".to_owned(),
        LineError::Link(error) => super::link::trouble(*error),
        LineError::File(error) => format!("This assessment file cannot be read: {error}."),
        LineError::Published(error) => super::published::trouble(error),
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

/// The place of something that was not read: "Line 7", "teams.txt, line 7"; the source alone where it has no lines.
#[must_use]
pub fn place_of_line(source: &str, number: usize) -> String {
    match (source, number) {
        (source, 0) => source.to_owned(),
        ("", number) => format!("Line {number}"),
        (source, number) => format!("{source}, line {number}"),
    }
}

/// Why something was not read, behind its place.
#[must_use]
pub fn fault_at(place: &str, error: &LineError) -> String {
    format!("{place}: {}", line_error(error))
}
