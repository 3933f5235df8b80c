//! Charts: geometry first (numbers out, tested without a page), then one way to draw any of it.

pub mod drawing;
pub mod profile;
