//! Which answers are evidence for a law, a standard or supervisory guidance, reference by reference.
//!
//! The frameworks are content, in the questionnaire's file under `governance`: [`read`](read::read) checks them. Each
//! reference has what it asks, the practices that match it, and what no question asks. [`table`] puts the answers
//! beside the references.
//!
//! Nothing here says that a reference is met: there is no "full" among the extents, no share and no level. A share of
//! yeses beside an article of a law would be read as conformity.

pub mod read;
pub mod table;

use serde::Deserialize;

use crate::model::{CapabilityIx, TrackIx};

/// Checked frameworks, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Governance {
    /// Empty if a questionnaire has no such content.
    pub frameworks: Vec<Framework>,
}

/// A law, a standard or guidance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    /// The permanent id in files.
    pub id: String,
    pub title: String,
    /// The edition, and the part of it.
    pub edition: String,
    /// The address of its text.
    pub address: Option<String>,
    /// What a reader has to know before the references.
    pub note: String,
    /// If the framework covers only some systems: the track whose practices can be evidence.
    pub track: Option<TrackIx>,
    /// In the framework's own order.
    pub references: Vec<Reference>,
}

/// An article, a clause or a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The name as it is cited: "Art. 9(5)".
    pub name: String,
    /// What it asks, in this project's words; only its title if its text must not be repeated.
    pub asks: String,
    /// The practices whose questions match it.
    pub capabilities: Vec<CapabilityIx>,
    /// How much of it these questions cover.
    pub extent: Extent,
    /// What no question asks; empty if no question matches the reference and there is nothing to add.
    pub gap: String,
    /// Names of other references of the framework with more about it.
    pub see: Vec<String>,
}

/// How much of a reference the questions cover. No reference asks only what the questions ask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Extent {
    /// A substantial part.
    Part,
    /// Little.
    Trace,
    /// Nothing.
    #[default]
    None,
}
