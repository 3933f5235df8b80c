//! What is not needed to begin: code that is a part of the program of its own, fetched when somebody first needs it.
//!
//! [`page`], [`bring`] and [`embed`] are the only ways in: `xtask/src/split.rs` sees to it.

use leptos::prelude::AnyView;

use super::embedded;
use super::page::embed::embed_page;
use super::page::model::model_page;
use super::page::plan::plan_page;
use super::page::result::result_page;
use super::page::shared::{invite_page, shared_page};
use crate::route::Route;
use crate::session::Session;
use crate::view::element::nothing;

/// Whether a route's page is one of these.
#[must_use]
pub const fn is_later(route: &Route) -> bool {
    !matches!(route, Route::Home | Route::Start(_) | Route::Questions { .. } | Route::Unknown(_))
}

/// The page of such a route.
#[must_use]
#[inline(never)]
pub fn page(session: Session, route: &Route) -> AnyView {
    match route {
        Route::Result { id } => result_page(session, id),
        Route::Plan { id } => plan_page(session, id),
        Route::Shared { payload } => shared_page(session, payload),
        Route::Invite { payload } => invite_page(session, payload),
        Route::Embed => embed_page(),
        Route::Model => model_page(session.model),
        Route::Home | Route::Start(_) | Route::Questions { .. } | Route::Unknown(_) => nothing(),
    }
}

/// The part of the start page that opens files.
#[must_use]
#[inline(never)]
pub fn bring(session: Session) -> AnyView {
    super::page::bring::bring(session).draw()
}

/// Begins to talk to the page around this one.
#[inline(never)]
pub fn embed(session: Session) {
    embedded::embed(session);
}
