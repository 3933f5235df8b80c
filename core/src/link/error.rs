//! Why a link could not be made or read.

/// Why a link could not be made or read. The sentences for people are in [`crate::words::link::error_text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// The payload is empty.
    Empty,
    /// A character that no link contains.
    Letter(char),
    /// The end is missing.
    Truncated,
    /// The link was changed, or belongs to other questions.
    Damaged,
    /// It has a newer layout.
    Newer(u8),
    /// It is for another questionnaire.
    OtherModel,
    /// It claims another revision of this questionnaire, and its questions are not those of any revision.
    OtherRevision {
        /// The revision in the link.
        made_with: u32,
        /// The revision of this questionnaire.
        own: u32,
    },
    /// An invitation instead of a result, or the reverse.
    OtherKind,
    /// It is longer than any link. Contains its length in characters.
    Overlong(usize),
    /// The link would be too long for mail and chat programs. Contains its length in characters.
    TooLong(usize),
    /// The link could not be read back with the same contents.
    Unreadable,
}
