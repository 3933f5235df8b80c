//! What the files of a repository suggest: signals and a listing in, proposals out.
//!
//! Nothing here opens a file, so the page, the command and tests make the same proposals for the same files:
//!
//! 1. [`signals::read`] reads the rules from a questionnaire's file and checks them.
//! 2. [`Scanner::new`] compiles them once, for any number of folders.
//! 3. [`Scanner::list`] takes paths, decides which files have to be read, and takes the sizes of those.
//! 4. [`FolderScan::read`] searches one file at a time, in any order, so that a page can pause in between.
//! 5. [`FolderScan::findings`] applies the rules, and [`Proposals::of`] joins the findings of several folders.
//! 6. [`shown::ShownProposals::of`] turns ids into sentences, and finds the status of each proposal in an assessment.
//!
//! A find proposes "partly" and nothing else: every question asks about all models in production, or about past
//! events, and files show neither. For the same reason, a missing find proves nothing.

mod globs;
pub mod proposals;
mod scan;
pub mod shown;
pub mod signals;
mod texts;

pub use proposals::Proposals;
pub use scan::{FileFindings, Findings, FolderScan, Listed, Listing, Scanner, WantedFile};
pub use texts::Lines;

/// The most files of one folder that are listed.
pub const MAX_FILES: usize = 50_000;
/// The largest file that is read, in bytes. On 113 public repositories, half of this limit lost no proposal.
pub const MAX_FILE_BYTES: u64 = 256 * 1024;
/// The largest notebook that is read, in bytes. It is larger because notebooks contain their outputs.
pub const MAX_NOTEBOOK_BYTES: u64 = 1024 * 1024;
/// The most places that a proposal names; further ones are counted.
pub const MAX_EVIDENCE: usize = 5;
/// Shows that a folder is under version control. The only file in `.git` that counts.
pub const GIT_HEAD: &str = ".git/HEAD";

/// Control characters, and characters that change the direction of text: a text with them cannot be shown safely.
fn is_unsafe(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
