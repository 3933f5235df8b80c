//! Results across people and over time: comparison of two results, snapshots and rounds, several respondents.
//!
//! Questions that were not asked in the same way are listed separately, so that results of different question sets or
//! revisions are never compared silently.

pub mod combined;
pub mod compare;
pub mod record;
pub mod respondents;
pub mod snapshots;

pub use crate::portfolio;
