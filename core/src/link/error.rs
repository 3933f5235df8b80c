//! Why a link was not made or not read.

use super::{MAX_CHARS, VERSION};

/// Why a link was not made or not read. What a person is told: [`crate::words::link::trouble`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// There is nothing after the address.
    #[error("expected a link, found nothing")]
    Empty,
    /// A letter that no link has.
    #[error("expected letters, digits, - and _, found {0:?}")]
    Letter(char),
    /// The end is missing.
    #[error("expected more, found the end")]
    Truncated,
    /// Something in it is not as it was made, or its questions are not these.
    #[error("expected a link as it was made for these questions, found a changed one")]
    Damaged,
    /// It is of a newer layout.
    #[error("expected version {}, found {}", VERSION, .0)]
    Newer(u8),
    /// It belongs to another questionnaire.
    #[error("expected a link for this questionnaire, found one for another")]
    OtherModel,
    /// It says that it was made with another revision of this questionnaire, and not by questions that this one has or had.
    #[error("expected a link for revision {own} of the questionnaire, found one for {made_with}")]
    OtherRevision {
        /// The revision that it says.
        made_with: u32,
        /// The revision at hand.
        own: u32,
    },
    /// A result where an invitation was expected, or the other way round.
    #[error("expected the other kind of link")]
    OtherKind,
    /// It is longer than any link, in characters.
    #[error("expected at most {} characters, found {}", MAX_CHARS, .0)]
    Overlong(usize),
    /// The link to be made would be longer than mail and chat programs let through, in characters.
    #[error("expected at most {} characters, found {}", MAX_CHARS, .0)]
    TooLong(usize),
    /// The link to be made would not be read as what it was made from.
    #[error("expected a link that can be read back, found one that cannot")]
    Unreadable,
}
