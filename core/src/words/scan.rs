//! The page that scans a folder of code, and its proposals above the questions.

#![allow(missing_docs)]

use crate::evidence::proposals::ProposalsError;
use crate::model::answer::Answer;
use crate::words::{self, count, evidence, quantity};

pub const INTRO: &str = "This page reads a folder of code in your browser and proposes answers. Each comes with the file and \
    line behind it. Nothing is uploaded. You decide on each proposal.";
/// The difference between a scan on the page and one by the command.
pub const READS_IGNORED: &str =
    "Files that .gitignore excludes are also read here. The command-line tool leaves them out.";
pub const PICK: &str = "Choose a folder";
pub const FOLDER: &str = "Folder with your code";
pub const DROP: &str = "You can also drop a folder or a proposals file anywhere on this page.";
pub const FILE: &str = "Proposals file";

/// Button that begins to read the listed files.
pub const READ: &str = "Read these files";
pub const SKIPPED: &str = "Folders left out";
pub const NOTHING_TO_READ: &str =
    "This folder has no files that are read. Choose the folder that contains your code.";
pub const STOPPED: &str = "The scan was stopped. No answer was changed. Choose a folder to start again.";
pub const UNREADABLE_FOLDER: &str =
    "The browser could not open the folder. Your answers are safe. Choose it again, or drop it on this page.";
pub const NO_SIGNALS: &str =
    "This questionnaire has no signals, so there is nothing to look for. Your answers are safe.";
pub const SIGNALS_MISSING: &str =
    "The signals could not be loaded. Your answers are safe. Check your connection and pick the folder again.";
pub const SIGNALS_DAMAGED: &str =
    "The signals of this questionnaire have faults, so nothing was scanned. Your answers are safe.";

/// Heading above the facts that a scan did not find.
pub const STATE_FACTS: &str = "Not found. Does your code have it?";
pub const FACTS_PROPOSE: &str = "Check what applies, and more may be proposed.";

pub const PROPOSALS: &str = "Proposals";
pub const GO_THROUGH: &str = "Review one by one";
pub const USE: &str = "Use this answer";
pub const IGNORE: &str = "Ignore";
pub const USED: &str = "Used as your answer, with the places as evidence.";
pub const IGNORED: &str = "Ignored. It is not shown again.";
pub const AGREES: &str = "Your answer agrees with this.";
pub const SHOW_IGNORED: &str = "Ignored proposals";
pub const SHOW_AGAIN: &str = "Show again";
pub const NONE: &str = "Nothing is proposed for an open question.";
pub const DOWNLOAD: &str = "Download the proposals file";
pub const FORGET: &str = "Remove all proposals";
pub const LEFT_OUT: &str = "Parts of the file were left out:";
/// For a proposals file that was opened without an assessment.
pub const OPEN_IT_THERE: &str = "This is a proposals file. Open an assessment, choose \"Look for evidence in your code\", \
    and open the file there. Your assessments are safe.";

/// Keys with what they do.
pub const KEYS_DO: [(&[&str], &str); 3] = [
    (&["\u{2193}", "\u{2191}"], "go to the next or previous proposal"),
    (&["u"], "use the answer, or undo that"),
    (&["i"], "ignore the proposal, or undo that"),
];

/// "1,200 files listed so far."
#[must_use]
pub fn listing(files: usize) -> String {
    format!("{} listed so far.", evidence::files(files))
}

/// "12 of 122 files read."
#[must_use]
pub fn reading(read: usize, of: usize) -> String {
    format!("{} of {} read.", quantity::number(read), evidence::files(of))
}

/// "12 proposals, 3 conflicts".
#[must_use]
pub fn number(proposals: usize, conflicts: usize) -> String {
    let proposals = evidence::proposals(proposals);
    if conflicts == 0 { proposals } else { format!("{proposals}, {}", count(conflicts, "conflict", "conflicts")) }
}

/// The number of proposals for practices outside the question set.
#[must_use]
pub fn not_asked(proposals: usize) -> String {
    let are = count(proposals, "further proposal is", "further proposals are");
    format!("{are} for practices outside your question set. To see them, change the question set to Full.")
}

/// "Proposed: Partly"
#[must_use]
pub fn proposed(answer: Answer) -> String {
    format!("Proposed: {}", words::answer(answer))
}

/// Above a proposal that contradicts an answer.
#[must_use]
pub fn conflict(given: Answer) -> String {
    format!("Your answer is \"{}\", but your code shows this:", words::answer(given))
}

/// Distinguishes the controls of one proposal from those of others, for screen readers: ": Experiment tracking".
#[must_use]
pub fn of_practice(name: &str) -> String {
    format!(": {name}")
}

/// Why a proposals file is not used.
#[must_use]
pub fn refused(error: &ProposalsError) -> String {
    let why = match error {
        ProposalsError::TooLarge => "The file is larger than 2 MiB. Scan fewer folders at a time.".to_owned(),
        ProposalsError::NotJson => "The file is not valid JSON. Write it again with the scanner.".to_owned(),
        ProposalsError::NotOurs => {
            "The file is not a proposals file. Choose one that \"mlops-maturity scan --json\" wrote.".to_owned()
        }
        ProposalsError::NewerVersion(version) => {
            format!("The file has version {version}, which is newer than this page. Reload the page and try again.")
        }
        ProposalsError::OtherModel(id) => {
            let id = crate::json::shorten(id);
            format!(
                "The file is for another questionnaire, \"{id}\". Scan again with the questionnaire of this page."
            )
        }
    };
    format!("{why} Your answers are safe.")
}
