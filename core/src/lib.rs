//! Everything that follows from a questionnaire and answers: pure values and rules, the same on every machine.
//!
//! Nothing here knows a browser or a framework. All input is rebuilt field by field and checked.
//!
//! | module | contents |
//! |---|---|
//! | [`model`] | the questionnaire: types, the check, its file |
//! | [`assessment`] | answers, changes, merging, its file |
//! | [`scoring`] | levels, ranges, lenses |
//! | [`advice`] | map of manual work, patterns, next steps, what to find out, plan |
//! | [`history`] | comparison of two results, snapshots, several respondents |
//! | [`portfolio`] | many teams |
//! | [`governance`] | which answers are evidence for laws, standards and guidance |
//! | [`evidence`] | what files of a repository suggest: signals, a scan, proposals |
//! | [`encoding`] | text from the bytes of a file |
//! | [`link`] | a result or an invitation in an address |
//! | [`words`] | every sentence that a person reads |
//! | [`report`] | results and plans as documents, and their formats: Markdown, HTML, CSV, JSON |

#![allow(missing_docs, reason = "the crate is not published: a doc line says more than the name or is left out")]

/// An enumeration with `ALL`, its variants in their order. Declared by hand, that list could miss a new variant.
macro_rules! listed {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident $(= $number:literal)?),* $(,)? }) => {
        $(#[$meta])*
        pub enum $name { $($(#[$doc])* $variant $(= $number)?),* }

        impl $name {
            pub const ALL: [Self; [$(stringify!($variant)),*].len()] = [$(Self::$variant),*];
        }
    };
}

pub mod advice;
pub mod assessment;
pub mod by_id;
pub mod encoding;
pub mod evidence;
pub mod fault;
pub mod governance;
pub mod history;
pub mod json;
pub mod link;
pub mod markup;
pub mod message;
pub mod model;
pub mod moment;
pub mod order;
pub mod percent;
pub mod portfolio;
pub mod report;
pub mod scoring;
pub mod web_url;
pub mod words;
