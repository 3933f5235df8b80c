//! At which level a team is: levels, ranges, lenses, and how near the next overall level is.

pub mod case;
pub mod levels;
pub mod near_miss;
pub mod profile;
