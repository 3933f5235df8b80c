//! The pages for several people, several teams and several moments: a part of the program of its own, fetched when
//! somebody opens one of them. It is cut off as [`late`](crate::late) is.

use std::cell::Cell;

use leptos::prelude::AnyView;

use crate::page::of_several;
use crate::page::part::{Fetching, Part, with};
use crate::route::Route;
use crate::state::Session;

/// What the part can do.
#[derive(Clone, Copy)]
pub struct People {
    /// The page of one of its routes.
    page: fn(Session, &Route) -> AnyView,
}

const PEOPLE: People = People { page: of_several };

thread_local! {
    static HERE: Cell<Option<People>> = const { Cell::new(if cfg!(feature = "split") { None } else { Some(PEOPLE) }) };
}

const PART: Part = Part { is_here: || HERE.get().is_some(), fetch };

#[cfg(feature = "split")]
#[allow(unsafe_code, missing_docs, reason = "the macro declares the function as one that another file brings")]
mod cut {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{PEOPLE, People};

    /// Fetches the file when it is first called, and says what it can do. A failed fetch is tried again by the next call.
    #[wasm_split(people, wasm_split_path = leptos::wasm_split, fallible)]
    pub fn people() -> Result<People, SplitLoaderError> {
        Ok(PEOPLE)
    }
}

fn fetch() -> Fetching {
    Box::pin(async {
        #[cfg(feature = "split")]
        HERE.set(cut::people().await.ok());
        HERE.get().is_some()
    })
}

/// The page of one of the part's routes.
pub fn page(session: Session, route: &Route) -> AnyView {
    let route = route.clone();
    PART.page(session, with(&HERE, move |people| (people.page)(session, &route)))
}
