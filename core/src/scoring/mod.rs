//! Where a team stands: levels, ranges, lenses.

pub mod case;
pub mod profile;
