//! Heads of columns that stand over more than one table, and before the same thing in a text.

/// Over areas.
pub const AREA: &str = "Area";
/// Over teams.
pub const TEAM: &str = "Team";
/// Over days of results.
pub const DAY: &str = "Day";
/// Over levels, and over their numbers.
pub const LEVEL: &str = "Level";
/// Over the level of everything: all areas of a track together.
pub const OVERALL: &str = "Overall";
/// Over how it stands today.
pub const TODAY: &str = "Today";
/// Over how much is answered.
pub const ANSWERED: &str = "Answered";
/// Over what the answers of several people come to. The page of it is [`super::pages::TOGETHER`].
pub const TOGETHER: &str = "Together";
/// Over how far answers lie apart.
pub const SPREAD: &str = "Spread";
/// Over who gave which answer.
pub const SAID: &str = "Said";
