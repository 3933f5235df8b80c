//! Puts the page in place of the static opening, and keeps it in step with the address and with other tabs.

use std::mem::forget;


use crate::browser::{address, page, storage};
use crate::built_in::built_in;
use crate::route::Route;
use crate::session::Session;
use crate::view::app::app;

/// Starts the page in the document that loaded it.
pub fn start() {
    page::on_panic("Something broke in the page. What you answered before is saved; reload the page to go on.");
    page::take_over("app", move |root| {
        leptos::mount::mount_to(root, || {
            let session = Session::new(built_in(), Route::parse(&address::fragment()));
            // These listen for as long as the page lives.
            forget(address::on_change(move || session.follow(Route::parse(&address::fragment()))));
            forget(storage::on_change(move |change| session.stored_elsewhere(change.key.as_deref())));
            forget(page::on_leave(move || session.has_unsaved()));
            app(session)
        })
        .forget();
    });
}
