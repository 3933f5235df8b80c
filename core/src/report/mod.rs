//! What leaves the page as text: result and plan as documents, and the plan as rows for an issue tracker.
//!
//! A [`document::Document`] says what is there, section by section; the page draws it, [`markdown`] and [`html`] write
//! it. So every copy of a result says the same in the same words.

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

/// What a report is about.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The team, or whatever it is called.
    pub title: &'a str,
    /// The day it was last changed.
    pub day: Day,
    /// Model, questions and answers.
    pub case: Case<'a>,
    /// Where the team stands.
    pub profile: &'a Profile,
    /// The patterns that fire.
    pub patterns: &'a [FiredPattern<'a>],
    /// Target, owners, dates, notes: what only the assessment itself holds.
    pub assessment: Option<&'a Assessment>,
    /// Where the result can be opened.
    pub link: Option<&'a str>,
}
