//! Results and plans as text: documents, and rows for an issue tracker.
//!
//! A [`document::Document`] has the content, section by section. The page draws it, [`markdown`] and [`html`] write
//! it, so that every copy of a result has the same words.

pub mod advice;
pub mod areas;
pub mod assessed;
pub mod carries_over;
pub mod cohort;
pub mod comparison;
pub mod crosswalk;
pub mod csv;
pub mod data;
pub mod document;
pub mod governance;
pub mod html;
pub mod levels;
pub mod markdown;
pub mod plan;
pub mod portfolio;
pub mod proposal;
pub mod result;
pub mod track;
pub mod tracker;

use crate::advice::patterns::FiredPattern;
use crate::assessment::Assessment;
use crate::moment::Day;
use crate::scoring::case::Case;
use crate::scoring::profile::Profile;

/// The subject of a report.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The name of the team.
    pub title: &'a str,
    /// The day of the last change.
    pub day: Day,
    /// The model, the question set and the answers.
    pub case: Case<'a>,
    pub profile: &'a Profile,
    /// The patterns that fire.
    pub patterns: &'a [FiredPattern<'a>],
    /// Targets, owners, due dates and notes, which only the assessment has.
    pub assessment: Option<&'a Assessment>,
    /// The share link of the result.
    pub link: Option<&'a str>,
    /// Whether the answers were read from a link. It does not contain when each was given.
    pub is_from_link: bool,
}
