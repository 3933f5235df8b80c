//! What the files of a repository suggest: signals and a listing in, proposals out.
//!
//! Nothing here opens a file, so the page, the command and a test give the same proposals for the same files:
//!
//! 1. [`signals::read`] reads the rules from a questionnaire's file and checks them.
//! 2. [`Scanner::new`] prepares them once, for any number of folders.
//! 3. [`Scanner::list`] takes paths, decides which files have to be read, and takes the sizes of those.
//! 4. [`FolderScan::read`] looks through one file at a time, in any order: a slice of work that a page can stop between.
//! 5. [`FolderScan::findings`] applies the rules, and [`Proposals::of`] joins the findings of several folders.
//! 6. [`shown::ShownProposals::of`] turns ids into sentences, and says what a proposal is for an assessment.
//!
//! A find proposes "partly" and nothing else: every question asks about all models in production, or about what has happened,
//! and files show neither. For the same reason nothing ever follows from what is not found.

mod globs;
pub mod proposals;
mod scan;
pub mod shown;
pub mod signals;
mod texts;

pub use proposals::Proposals;
pub use scan::{FileFindings, Findings, FolderScan, Listed, Listing, Scanner, WantedFile};
pub use texts::Lines;

/// The most files of one folder that are looked at.
pub const MAX_FILES: usize = 50_000;
/// The largest file that is read, in bytes: on 113 public repositories half of this lost no proposal.
pub const MAX_FILE_BYTES: u64 = 256 * 1024;
/// The largest notebook that is read, in bytes: their outputs are stored in them.
pub const MAX_NOTEBOOK_BYTES: u64 = 1024 * 1024;
/// The most places that a proposal names; further ones are counted.
pub const MAX_EVIDENCE: usize = 5;
/// A file that says that its folder is under version control; the only one of its folder that counts.
pub const GIT_HEAD: &str = ".git/HEAD";

/// Control characters, and those that turn the direction of what follows: nothing can show or name a text with them safely.
fn is_unsafe(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
