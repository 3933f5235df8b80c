//! Puts the page in place of the static opening, and keeps it in step with the address and with other tabs.

use std::mem::forget;

use crate::browser::{address, beside, page, storage};
use crate::built_in::{self, FILE};
use crate::domain::model::Model;
use crate::route::{Route, parameter};
use crate::session::Session;
use crate::view::app::app;

/// Starts the page in the document that loaded it.
pub fn start() {
    // Leptos has no executor before something is mounted.
    wasm_bindgen_futures::spawn_local(async {
        let text = beside::text(FILE).await.unwrap_or_default();
        match built_in::kept(&text) {
            Ok(model) => take_over(model),
            // The static opening says that the page could not start, and what to do.
            Err(_) => page::tell_failure(),
        }
    });
}

fn take_over(model: &'static Model) {
    page::take_over("app", move |root| {
        leptos::mount::mount_to(root, move || {
            let session = Session::new(model, Route::parse(&address::fragment()));
            // A frame that shows results opens on the newest one.
            if parameter(&address::query(), "embed").as_deref() == Some("result") {
                session.show_newest();
            }
            // These listen for as long as the page lives.
            forget(address::on_change(move || session.follow(Route::parse(&address::fragment()))));
            forget(storage::on_change(move |change| session.stored_elsewhere(change.key.as_deref())));
            forget(page::on_leave(move || session.has_unsaved()));
            app(session)
        })
        .forget();
    });
}
