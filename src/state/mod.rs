//! The state of the page: six contexts, provided at the root.
//!
//! | context | contents |
//! |---|---|
//! | [`OpenAssessment`] | the open assessment, its profile, and how to change it |
//! | [`Library`] | what this browser stores, and whether it is saved |
//! | [`Navigation`] | the route |
//! | [`Teams`] | the results of many teams, and which of them are shown |
//! | [`Embedding`] | the page that embeds this one, and what is shared with it |
//! | [`ProposalStore`] | the proposals from code for the open assessment |
//!
//! A component gets a context by `expect_context`, reads its signals and calls its methods; nothing else writes to
//! it. Every value that follows from another one is a memo and is never stored. A click goes from the component to
//! the open assessment, from there to the library, and from there to the storage.

pub mod assessment;
pub mod embedding;
pub mod library;
pub mod navigation;
pub mod proposal_store;
pub mod published;
pub mod result;
pub mod share_link;
pub mod teams;

use leptos::prelude::*;

pub use self::assessment::OpenAssessment;
pub use self::embedding::Embedding;
pub use self::library::{Library, SaveError, SaveStatus, StorageNotice};
pub use self::navigation::Navigation;
pub use self::proposal_store::ProposalStore;
pub use self::teams::Teams;
use crate::browser::clock;
use mlops_core::assessment::stamp::Stamp;
use mlops_core::model::Model;
use mlops_core::moment::{Day, Moment};

/// Runs the current effect or view again when a memo changes. Not `memo.track()`: a memo that was never read notifies
/// nobody.
pub fn follow<T: Send + Sync + 'static>(memo: Memo<T>) {
    memo.with(|_| ());
}

/// Provides the contexts for a questionnaire. No route is shown before [`Navigation::show`].
pub fn provide_state(model: &'static Model) {
    let library = Library::new(model);
    let embedding = Embedding::new();
    let assessment = OpenAssessment::new(model, library, embedding);
    provide_context(library);
    provide_context(embedding);
    provide_context(assessment);
    provide_context(Navigation::new(assessment, library));
    provide_context(ProposalStore::new(assessment));
    provide_context(Teams::default());
}

/// The day of a moment in the person's time zone.
#[must_use]
pub fn local_day(moment: Moment) -> Day {
    let at = Stamp::from(moment).at;
    moment.day_at(clock::utc_offset(at))
}

#[must_use]
pub fn now() -> Moment {
    Stamp { at: clock::now(), by: String::new() }.moment()
}
