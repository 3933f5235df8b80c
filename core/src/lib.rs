//! Everything that follows from a questionnaire and answers: pure values and rules, the same on every machine.
//!
//! Nothing here knows a browser or a framework, and whatever comes in is rebuilt field by field and checked.
//!
//! | module | holds |
//! |---|---|
//! | [`model`] | the questionnaire: types, the check, its file |
//! | [`assessment`] | answers, changes, merging, its file |
//! | [`scoring`] | levels, ranges, lenses |
//! | [`advice`] | map of manual tasks, patterns, next steps, what to find out, plan |
//! | [`history`] | two results side by side, snapshots, respondents |
//! | [`portfolio`] | many teams |
//! | [`governance`] | what the answers are evidence for in laws, standards and guidance |
//! | [`evidence`] | what files of a repository suggest: signals, a scan, proposals |
//! | [`encoding`] | text from the bytes of a file |
//! | [`link`] | a result or an invitation in an address |
//! | [`words`] | sentences that depend on a value |
//! | [`report`] | what a result and a plan say, once, and its faces: Markdown, HTML, CSV |

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
