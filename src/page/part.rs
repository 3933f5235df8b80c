//! Parts of the program that are fetched when somebody first needs them, beyond the [later one](crate::late): what is drawn
//! until they are here, and where they do not come.
//!
//! A part is a function marked with `wasm_split` that gives out a struct of function pointers, as in
//! [`people`](crate::people): code that only those lead to is cut off by `cargo xtask build`.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::thread::LocalKey;

use leptos::prelude::*;

use crate::browser::{address, assets, page};
use crate::page::missing::{missing_piece, not_fetched, one_moment, replaced};
use crate::state::Session;
use crate::ui::control::button;
use crate::ui::element::{nothing, reactive};
use mlops_core::words::frame as say;

/// A part on its way. It says whether it came.
pub type Fetching = Pin<Box<dyn Future<Output = bool>>>;

/// Where what a part can do is found once it is here.
pub type Kept<T> = LocalKey<Cell<Option<T>>>;

/// What is drawn once a part is here.
pub type Draw = Box<dyn Fn() -> AnyView + Send>;

/// How a part is fetched, and whether it is here.
#[derive(Clone, Copy)]
pub struct Part {
    /// Whether it is here: what is here is drawn at once.
    pub is_here: fn() -> bool,
    /// Fetches it and puts it into its place. After a failure the next call tries again.
    pub fetch: fn() -> Fetching,
}

/// Where on the screen what a part draws stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Page,
    Piece,
    /// Only on paper.
    Unseen,
}

#[derive(Clone, Copy)]
enum Arrival {
    Coming,
    Here,
    Missing,
    /// A newer page lies in the place of this one, and the part of this one is gone.
    Replaced,
}

/// A view drawn with what a part can do: with nothing else, so that it cannot be drawn too early.
pub fn with<T: Copy>(kept: &'static Kept<T>, draw: impl Fn(T) -> AnyView + Send + 'static) -> Draw {
    Box::new(move || kept.get().map_or_else(nothing, &draw))
}

impl Part {
    /// A page of the part; until the part is here, what is being done about it.
    #[must_use]
    pub fn page(self, session: Session, draw: Draw) -> AnyView {
        self.drawn(session, draw, Place::Page)
    }

    /// A piece of another page that the part draws.
    #[must_use]
    pub fn piece(self, session: Session, draw: Draw) -> AnyView {
        self.drawn(session, draw, Place::Piece)
    }

    /// The same where nobody waits for it: until it is here, and where it does not come, there is nothing.
    #[must_use]
    pub fn quietly(self, session: Session, draw: Draw) -> AnyView {
        self.drawn(session, draw, Place::Unseen)
    }

    fn drawn(self, session: Session, draw: Draw, place: Place) -> AnyView {
        if (self.is_here)() {
            return draw();
        }
        let arrival = RwSignal::new(Arrival::Coming);
        let fetch = move || self.arrive(arrival, place);
        fetch();
        reactive(move || match (arrival.get(), place) {
            (Arrival::Here, _) => draw(),
            (_, Place::Unseen) => nothing(),
            (Arrival::Coming, _) => one_moment(),
            (Arrival::Missing, Place::Page) => not_fetched(fetch),
            (Arrival::Missing, Place::Piece) => missing_piece(say::NOT_FETCHED_WHY, button(say::TRY_AGAIN, fetch)),
            (Arrival::Replaced, Place::Page) => replaced(session),
            (Arrival::Replaced, Place::Piece) => {
                missing_piece(say::REPLACED_WHY, button(say::RELOAD, address::reload))
            }
        })
    }

    fn arrive(self, arrival: RwSignal<Arrival>, place: Place) {
        arrival.set(Arrival::Coming);
        leptos::task::spawn_local(async move {
            let now = if (self.fetch)().await {
                Arrival::Here
            } else if assets::is_page_replaced().await {
                Arrival::Replaced
            } else {
                Arrival::Missing
            };
            // Whoever has gone on meanwhile sees it on their way back.
            arrival.try_set(now);
            // The heading that was to have the focus was not here yet.
            if place == Place::Page && page::is_focus_free() {
                page::soon(page::focus_first_heading);
            }
        });
    }
}
