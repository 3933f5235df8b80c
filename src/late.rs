//! What is not needed to begin: code that is a part of the program of its own, fetched when somebody first needs it.
//!
//! [`Later`] is the only way in: code that only it leads to is cut off by `cargo xtask build`, along the function marked
//! with `wasm_split`. Builds without the feature `split` are in one piece.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;

use crate::browser::stylesheet;
use crate::browser::upload::PickedFile;
use crate::built_in;
use crate::custom_model::Refusal;
use crate::onward;
use crate::page::home::entry_menu;
use crate::page::notice;
use crate::page::questions::more;
use crate::page::refused::refused_page;
use crate::pages::embed::host;
use crate::route::Route;
use crate::state::Session;
use crate::state::late_part::{Later, Source};
use mlops_core::model::CapabilityIx;

const LATER: Later = Later {
    read_model: built_in::read_leaked,
    with_guidance: built_in::with_guidance,
    page,
    import,
    unlisted,
    refused,
    embed,
    entry_menu: entry_menu::entry_menu,
    undo: entry_menu::undo,
    change_asking: more::change_asking,
    to_come_back_to: more::to_come_back_to,
    question_keys: more::question_keys,
    notice: notice::notice,
    ahead: onward::ahead,
    what_counts,
    style,
};

#[cfg(feature = "split")]
#[allow(unsafe_code, missing_docs, reason = "the macro declares the function as one that another file brings")]
mod cut {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{LATER, Later};

    /// Fetches the file when it is first called, and says what it can do. A failed fetch is tried again by the next call.
    #[wasm_split(late, wasm_split_path = leptos::wasm_split, fallible)]
    pub fn late() -> Result<Later, SplitLoaderError> {
        Ok(LATER)
    }
}

/// Where the later part comes from in this build.
#[cfg(feature = "split")]
#[must_use]
pub const fn source() -> Source {
    Source::File(|| Box::pin(async { cut::late().await.ok() }))
}

/// Where the later part comes from in this build.
#[cfg(not(feature = "split"))]
#[must_use]
pub const fn source() -> Source {
    Source::Whole(LATER)
}

/// The session with the whole questionnaire, which the views of this part find as their context.
fn with_guidance(session: Session) -> Session {
    let session = session.with_guidance();
    provide_context(session);
    session
}

/// The page of a route; for questions the page that says why there are none.
fn page(session: Session, route: &Route) -> AnyView {
    crate::page::later(with_guidance(session), route)
}

/// What became of files that a person brought.
fn import(session: Session, files: Vec<PickedFile>) -> AnyView {
    onward::import(with_guidance(session), files)
}

/// The part of the start page with what cannot be shown in its list.
fn unlisted(session: Session) -> AnyView {
    crate::page::home::unlisted::unlisted_section(with_guidance(session))
}

/// The page in place of all others where the questionnaire cannot be used.
fn refused(refusal: Refusal) -> AnyView {
    refused_page(refusal)
}

/// Begins to talk to the page around this one.
fn embed(session: Session) {
    host::connect(session.assessment, session.navigation, session.embedding);
}

/// Puts the style sheet of the pages here to use.
fn style() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(stylesheet::enable_late())
}

/// What counts as evidence of a capability.
fn what_counts(session: Session, at: CapabilityIx) -> AnyView {
    crate::page::what_counts::what_counts(with_guidance(session), at)
}
