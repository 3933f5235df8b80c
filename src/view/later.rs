//! What is not needed to begin: code that is a part of the program of its own, fetched when somebody first needs it.
//!
//! [`page`], [`bring`], [`apart`], [`embed`] and [`refused`] are the only ways in: `xtask/src/split.rs` sees to it.

use leptos::prelude::AnyView;

use super::embedded;
use super::page::embed::embed_page;
use super::page::missing::{absent_assessment, unknown_page};
use super::page::model::model_page;
use super::page::plan::plan_page;
use super::page::refused::refused_page;
use super::page::result::result_page;
use super::page::shared::{invite_page, shared_page};
use crate::own_model::Refusal;
use crate::route::Route;
use crate::session::Session;
use crate::view::element::nothing;

/// The page of a route; for questions the page that says why there are none.
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
        Route::Questions { id, .. } => absent_assessment(session, id),
        Route::Unknown(fragment) => unknown_page(fragment),
        Route::Home | Route::Start(_) => nothing(),
    }
}

/// The part of the start page that opens files.
#[must_use]
#[inline(never)]
pub fn bring(session: Session) -> AnyView {
    super::page::bring::bring(session).draw()
}

/// The part of the start page with what cannot be shown in its list.
#[must_use]
#[inline(never)]
pub fn apart(session: Session) -> AnyView {
    super::part::apart::apart(session)
}

/// The page in place of all others where the questionnaire cannot be used.
#[must_use]
#[inline(never)]
pub fn refused(refusal: Refusal) -> AnyView {
    refused_page(refusal)
}

/// Begins to talk to the page around this one.
#[inline(never)]
pub fn embed(session: Session) {
    embedded::embed(session);
}
