//! The levels of a team: levels, ranges, lenses, and near misses of the next overall level.

pub mod case;
pub mod levels;
pub mod near_miss;
pub mod profile;
