//! Why a link was not made or not read.

use std::fmt;

use super::{MAX_CHARS, VERSION};

/// Why a link was not made or not read. What a person is told: [`crate::words::link::trouble`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// There is nothing after the address.
    Empty,
    /// A letter that no link has.
    Letter(char),
    /// The end is missing.
    Truncated,
    /// Something in it is not as it was made, or its questions are not these.
    Damaged,
    /// It is of a newer layout.
    Newer(u8),
    /// It belongs to another questionnaire.
    OtherModel,
    /// It says that it was made with another revision of this questionnaire, and not by questions that this one has or had.
    OtherRevision {
        /// The revision that it says.
        made_with: u32,
        /// The revision at hand.
        own: u32,
    },
    /// A result where an invitation was expected, or the other way round.
    OtherKind,
    /// It is longer than any link, in characters.
    Overlong(usize),
    /// The link to be made would be longer than mail and chat programs let through, in characters.
    TooLong(usize),
    /// The link to be made would not be read as what it was made from.
    Unreadable,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("expected a link, found nothing"),
            Self::Letter(letter) => write!(f, "expected letters, digits, - and _, found {letter:?}"),
            Self::Truncated => f.write_str("expected more, found the end"),
            Self::Damaged => f.write_str("expected a link as it was made for these questions, found a changed one"),
            Self::Newer(version) => write!(f, "expected version {VERSION}, found {version}"),
            Self::OtherModel => f.write_str("expected a link for this questionnaire, found one for another"),
            Self::OtherRevision { made_with, own } => {
                write!(f, "expected a link for revision {own} of the questionnaire, found one for {made_with}")
            }
            Self::OtherKind => f.write_str("expected the other kind of link"),
            Self::Overlong(found) | Self::TooLong(found) => {
                write!(f, "expected at most {MAX_CHARS} characters, found {found}")
            }
            Self::Unreadable => f.write_str("expected a link that can be read back, found one that cannot"),
        }
    }
}

impl std::error::Error for LinkError {}
