//! The pages for several people, several teams and several moments: a part of the program of its own, fetched when
//! somebody opens one of them. It is cut off as [`late`](crate::late) is.

use leptos::prelude::*;

use crate::browser::{assets, page as browser_page};
use crate::page::missing::{not_fetched, one_moment, replaced};
use crate::page::of_several;
use crate::route::Route;
use crate::state::Session;
use crate::ui::element::reactive;

/// What the part can do.
#[derive(Clone, Copy)]
pub struct People {
    /// The page of one of its routes.
    page: fn(Session, &Route) -> AnyView,
}

const PEOPLE: People = People { page: of_several };

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

#[cfg(feature = "split")]
async fn fetched() -> Option<People> {
    cut::people().await.ok()
}

#[cfg(not(feature = "split"))]
#[allow(clippy::unused_async, reason = "in the other build it is fetched")]
async fn fetched() -> Option<People> {
    Some(PEOPLE)
}

#[derive(Clone, Copy)]
enum Part {
    Coming,
    Here(People),
    Missing,
    /// A newer page lies in the place of this one, and the part of this one is gone.
    Replaced,
}

thread_local! {
    /// The part, once it is here: what is here is drawn at once.
    static HERE: std::cell::Cell<Option<People>> =
        const { std::cell::Cell::new(if cfg!(feature = "split") { None } else { Some(PEOPLE) }) };
}

/// The page of one of the part's routes; until the part is here, what is being done about it.
pub fn page_when_here(session: Session, route: &Route) -> AnyView {
    if let Some(people) = HERE.get() {
        return (people.page)(session, route);
    }
    let part = RwSignal::new(Part::Coming);
    fetch(part);
    let route = route.clone();
    reactive(move || match part.get() {
        Part::Coming => one_moment(),
        Part::Here(people) => (people.page)(session, &route),
        Part::Replaced => replaced(session),
        Part::Missing => not_fetched(move || fetch(part)),
    })
}

fn fetch(part: RwSignal<Part>) {
    part.set(Part::Coming);
    leptos::task::spawn_local(async move {
        let people = fetched().await;
        HERE.set(people);
        let part_now = match people {
            Some(people) => Part::Here(people),
            None if assets::is_page_replaced().await => Part::Replaced,
            None => Part::Missing,
        };
        // Whoever has gone on meanwhile sees it on their way back.
        part.try_set(part_now);
        // The heading that was to have the focus was not here yet.
        if browser_page::is_focus_free() {
            browser_page::soon(browser_page::focus_first_heading);
        }
    });
}
