//! What one goes on to from a result: the plan, links, files and pictures, a wiki, and how all of this works. A part of the program
//! of its own, fetched beside the first page that offers any of it. It is cut off as [`late`](crate::late) is.

use std::cell::Cell;

use leptos::prelude::*;

use crate::browser::clock;
use crate::browser::upload::PickedFile;
use crate::page;
use crate::page::part::{Fetching, Part, with};
use crate::pages::import::ImportedFiles;
use crate::state::Session;

/// What the part can do.
#[derive(Clone, Copy)]
pub struct Onward {
    /// The plan of an assessment, by its id.
    plan: fn(Session, &str) -> AnyView,
    /// A questionnaire with its sources, opened at one of its parts.
    model: fn(Session, Option<&str>) -> AnyView,
    /// What became of files that a person brought.
    import: fn(Session, Vec<PickedFile>) -> AnyView,
    /// How to put this page into another one.
    embedding: fn(Session) -> AnyView,
}

const ONWARD: Onward = Onward {
    plan: page::plan_page,
    model: page::about_page,
    import: |_, files| view! { <ImportedFiles files/> }.into_any(),
    embedding: page::embed_page,
};

thread_local! {
    static HERE: Cell<Option<Onward>> = const { Cell::new(if cfg!(feature = "split") { None } else { Some(ONWARD) }) };
}

const PART: Part = Part { is_here: || HERE.get().is_some(), fetch };

#[cfg(feature = "split")]
#[allow(unsafe_code, missing_docs, reason = "the macro declares the function as one that another file brings")]
mod cut {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{ONWARD, Onward};

    /// Fetches the file when it is first called, and says what it can do. A failed fetch is tried again by the next call.
    #[wasm_split(onward, wasm_split_path = leptos::wasm_split, fallible)]
    pub fn onward() -> Result<Onward, SplitLoaderError> {
        Ok(ONWARD)
    }
}

fn fetch() -> Fetching {
    Box::pin(async {
        #[cfg(feature = "split")]
        HERE.set(cut::onward().await.ok());
        HERE.get().is_some()
    })
}

/// Fetches the part ahead, once what was asked for is drawn: whoever looks at a result goes on from there.
pub fn ahead() {
    leptos::task::spawn_local(async {
        clock::pause().await;
        fetch().await;
    });
}

/// The plan of an assessment, by its id.
pub fn plan(session: Session, id: &str) -> AnyView {
    let id = id.to_owned();
    PART.page(session, with(&HERE, move |onward| (onward.plan)(session, &id)))
}

/// The questionnaire in use with its sources, opened at one of its parts.
pub fn model(session: Session, part: Option<&str>) -> AnyView {
    let part = part.map(str::to_owned);
    PART.page(session, with(&HERE, move |onward| (onward.model)(session, part.as_deref())))
}

/// Reads files that a person brought, and says what became of each.
pub fn import(session: Session, files: Vec<PickedFile>) -> AnyView {
    let files = StoredValue::new_local(files);
    PART.piece(session, with(&HERE, move |onward| (onward.import)(session, files.get_value())))
}

/// How to put this page into another one.
pub fn embedding(session: Session) -> AnyView {
    PART.page(session, with(&HERE, move |onward| (onward.embedding)(session)))
}
