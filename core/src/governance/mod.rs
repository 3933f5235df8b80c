//! What the answers are evidence for in a law, a standard or supervisory guidance, reference by reference.
//!
//! The frameworks are content, in the questionnaire's file under `governance`: [`read`](read::read) checks them. Each reference says
//! what it asks, which practices touch it, and what of it no question asks. [`table`] sets the answers beside them.
//!
//! Nothing here says that a reference is met: there is no "full" among the extents, no share and no level. A share of yeses beside an
//! article of a law would be taken for conformity.

pub mod read;
pub mod table;

use serde::Deserialize;

use crate::model::{CapabilityIx, TrackIx};

/// Checked frameworks, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Governance {
    /// None where a questionnaire has no such content.
    pub frameworks: Vec<Framework>,
}

/// A law, a standard or guidance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    /// Permanent name in files.
    pub id: String,
    /// What a person reads.
    pub title: String,
    /// Which edition, and which part of it.
    pub edition: String,
    /// Where it can be read.
    pub address: Option<String>,
    /// What a reader has to know before the first reference.
    pub note: String,
    /// The track whose practices alone can be evidence, where the framework leaves other systems out.
    pub track: Option<TrackIx>,
    /// Its references, in its own order.
    pub references: Vec<Reference>,
}

/// An article, a clause, a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// As it is cited: "Art. 9(5)".
    pub name: String,
    /// What it asks, in our words, or its title alone where its text must not be repeated.
    pub asks: String,
    /// The practices whose questions touch it.
    pub capabilities: Vec<CapabilityIx>,
    /// How much of it those touch.
    pub extent: Extent,
    /// What of it no question asks; empty where no question touches it and there is nothing to add.
    pub gap: String,
    /// Names of other references of the framework that say more.
    pub see: Vec<String>,
}

/// How much of a reference our questions touch. No reference asks only what our questions ask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Extent {
    /// A real part of it.
    Part,
    /// Little of it.
    Trace,
    /// Nothing of it.
    #[default]
    None,
}
