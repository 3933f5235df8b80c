//! Pages that are still written with the builder, and what several pages share.

pub mod compare;
pub mod export;
pub mod history;
pub mod import;
pub mod link_address;
pub mod merging;
pub mod missing;
pub mod profile;
pub mod refused;
pub mod respondents;
pub mod result;
pub mod saving;
pub mod scope_picker;
pub mod share;
pub mod teams;
pub mod what_counts;

use leptos::prelude::*;

use crate::page::compare::compare_page;
use crate::page::history::history_page;
use crate::page::respondents::discuss::discuss_page;
use crate::page::respondents::gather::gather_page;
use crate::page::respondents::send::send_page;
use crate::page::respondents::together::together_page;
use crate::page::teams::teams_page;
use crate::route::Route;
use crate::state::Session;
use crate::ui::element::nothing;

/// The page of a route out of the part for several people, several teams and several moments.
#[must_use]
pub fn of_several(session: Session, route: &Route) -> AnyView {
    match route {
        Route::History { id } => history_page(session, id),
        Route::Send { id } => send_page(session, id),
        Route::Gather => gather_page(session),
        Route::Together { id } => together_page(session, id),
        Route::Discuss { id, capability } => discuss_page(session, id, capability),
        Route::Compare { sides } => compare_page(session, sides),
        Route::Teams => teams_page(session),
        _ => nothing(),
    }
}
