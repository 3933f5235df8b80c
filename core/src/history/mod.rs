//! Across people and over time: two results side by side, snapshots and rounds, several respondents.
//!
//! What is compared was asked the same way, or it is listed apart: results of different scopes or revisions are never
//! set against each other without a word.

pub mod compare;
pub mod gathered;
pub mod record;
pub mod respondents;
pub mod snapshots;

pub use crate::portfolio;
