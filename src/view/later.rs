//! The pages that are not needed to begin: their code is a part of the program of its own, fetched when somebody first
//! goes there. [`page`] is the only way in (`xtask/src/split.rs` sees to it), and only [`super::app`] takes it.

use leptos::prelude::AnyView;

use super::page::model::model_page;
use super::page::plan::plan_page;
use super::page::result::result_page;
use crate::route::Route;
use crate::session::Session;
use crate::view::element::nothing;

/// Whether a route's page is one of these.
#[must_use]
pub const fn is_later(route: &Route) -> bool {
    matches!(route, Route::Result { .. } | Route::Plan { .. } | Route::Model)
}

/// The page of such a route.
#[must_use]
#[inline(never)]
pub fn page(session: Session, route: &Route) -> AnyView {
    match route {
        Route::Result { id } => result_page(session, id),
        Route::Plan { id } => plan_page(session, id),
        Route::Model => model_page(session.model),
        _ => nothing(),
    }
}
