//! Evidence from a repository: proposals with their reasons and places, and what a scan read.

#![allow(missing_docs)]

use super::files::place_of_line;
use super::{count, list, quantity};
use crate::evidence::proposals::{Evidence, Folder, Looked, Proposal};
use crate::evidence::signals::{NAME, Signal, Signals};

/// Why parts of a proposals file are not used.
pub const EXPECTED_MOMENT: &str = "expected a moment such as \"2026-01-12T09:30:00Z\"";
pub const EXPECTED_ID: &str = "expected an id of lower-case letters, digits and hyphens";
pub const EXPECTED_NAME: &str = "expected a name on one line";
pub const EXPECTED_ADDRESS: &str = "expected the web address of a repository";
pub const EXPECTED_LIST: &str = "expected a list";
pub const SIGNAL_TWICE: &str = "expected each signal once";
pub const BAD_PLACES: &str =
    "some places were left out: a place needs a folder of this file, a name and a path inside it";
pub const NO_PLACES: &str = "expected at least one place";
pub const UNNAMED_FOLDER: &str = "folder";

#[must_use]
pub fn unknown_capability(id: &str) -> String {
    format!("this questionnaire does not have \"{id}\"")
}

#[must_use]
pub fn only_first(most: usize) -> String {
    format!("expected at most {most} entries; the others were left out")
}

/// "src/train.py, line 88".
#[must_use]
pub fn place(evidence: &Evidence) -> String {
    place_of_line(&evidence.path, evidence.line.and_then(|line| usize::try_from(line).ok()).unwrap_or(0))
}

/// The reason for a proposal: the sentence of its signal, or only the name of the find for a signal of another
/// scanner.
#[must_use]
pub fn reason(signals: &Signals, proposal: &Proposal, evidence: &Evidence) -> String {
    let says = signals.find(&proposal.signal).map_or(NAME, |signal| &signal.says);
    says.replace(NAME, &evidence.name)
}

/// "MLflow records runs: src/train.py, line 88".
#[must_use]
pub fn reason_and_place(signals: &Signals, proposal: &Proposal, evidence: &Evidence) -> String {
    seen_at(&reason(signals, proposal, evidence), &place(evidence))
}

#[must_use]
pub fn seen_at(reason: &str, place: &str) -> String {
    format!("{reason}: {place}")
}

/// "fraud-service: src/train.py, line 88": a place, if several folders were scanned.
#[must_use]
pub fn place_in(folder: &str, place: &str) -> String {
    format!("{folder}: {place}")
}

/// What a person still has to check.
#[must_use]
pub fn check(signal: &Signal) -> String {
    to_check(&signal.check)
}

#[must_use]
pub fn to_check(check: &str) -> String {
    format!("Check: {check}")
}

/// "and 4 more places".
#[must_use]
pub fn more(places: usize) -> String {
    format!("and {}", count(places, "more place", "more places"))
}

/// What was read of a folder, and what was left out.
#[must_use]
pub fn looked(looked: &Looked) -> String {
    format!("{} listed, {} read.{}", files(looked.files), quantity::number(looked.read), left_out(looked))
}

/// What will be read of a folder, and what is left out.
#[must_use]
pub fn to_read(looked: &Looked, wanted: usize, bytes: u64) -> String {
    format!("{} listed. {} will be read ({}).{}", files(looked.files), files(wanted), size(bytes), left_out(looked))
}

fn left_out(looked: &Looked) -> String {
    let Looked { too_big, binary, unreadable, skipped, cut, .. } = looked;
    let mut left_out = Vec::new();
    let mut add = |number: usize, one: &str, many: &str| {
        if number > 0 {
            left_out.push(count(number, one, many));
        }
    };
    add(*too_big, "large file", "large files");
    add(*binary, "binary file", "binary files");
    add(*unreadable, "unreadable file", "unreadable files");
    add(skipped.len(), "folder of dependencies or generated files", "folders of dependencies or generated files");
    let mut said = String::new();
    if !left_out.is_empty() {
        said.push_str(&format!(" Left out: {}.", list(&left_out)));
    }
    if *cut {
        said.push_str(" The folder has more files than a scan looks at; the rest was left out.");
    }
    said
}

pub(super) fn files(number: usize) -> String {
    count(number, "file", "files")
}

/// "0.6 MB": at least one tenth, so that no file has size 0.
fn size(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

/// What a scan looked at in a folder, and what it found. A file of another scanner may say neither.
#[must_use]
pub fn scanned(signals: &Signals, folder: &Folder, has_proposals: bool) -> String {
    let looked = (folder.looked != Looked::default()).then(|| looked(&folder.looked));
    let facts = (!folder.facts.is_empty() || !has_proposals).then(|| facts(signals, folder));
    let says: Vec<String> = looked.into_iter().chain(facts).collect();
    if says.is_empty() { "The proposals do not list the files that were read.".to_owned() } else { says.join(" ") }
}

/// The facts that are known about a folder.
#[must_use]
pub fn facts(signals: &Signals, folder: &Folder) -> String {
    let title = |id: &str| signals.scan.facts.iter().find(|fact| fact.id == id).map(|fact| fact.title.clone());
    let titles: Vec<String> = folder.facts.iter().filter_map(|fact| title(&fact.id)).collect();
    if titles.is_empty() {
        "No code that trains or serves a model or calls a language model was found, so nothing is proposed. If that \
         is wrong, state what the code contains."
            .to_owned()
    } else {
        format!("Found: {}.", list(&titles))
    }
}

/// How many proposals there are.
#[must_use]
pub fn proposals(number: usize) -> String {
    count(number, "proposal", "proposals")
}

/// Below every list of proposals.
pub const NOT_COUNTED: &str = "Proposals are not answers. Check each one before you use it. A practice that was not \
    found may still be in place.";
