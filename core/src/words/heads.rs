//! Column heads that several tables share, and labels of the same thing in a text.

/// Over areas.
pub const AREA: &str = "Area";
/// Over teams.
pub const TEAM: &str = "Team";
/// Over dates of results.
pub const DAY: &str = "Date";
/// Over levels, and over their numbers.
pub const LEVEL: &str = "Level";
/// Over the level of everything: all areas of a track together.
pub const OVERALL: &str = "Overall";
/// Over how it stands today.
pub const TODAY: &str = "Today";
/// Over how much is answered.
pub const ANSWERED: &str = "Answered";
/// Over the combined answer of several people. The page is [`super::pages::TOGETHER`].
pub const TOGETHER: &str = "Combined";
/// Over how far answers lie apart.
pub const SPREAD: &str = "Spread";
/// Over who gave which answer.
pub const SAID: &str = "Answers given";
