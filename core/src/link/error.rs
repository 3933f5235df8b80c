//! Why a link was not made or not read.

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
