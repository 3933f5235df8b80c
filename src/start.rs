//! Puts the page in place of the static opening, and keeps it in step with the address and with other tabs.

use std::mem::forget;

use crate::app;
use crate::browser::{address, page, storage};
use crate::custom_model::{self, Refusal};
use crate::late;
use crate::route::{Route, parameter};
use crate::state::Session;
use crate::state::late_part::Source;
use mlops_core::model::Model;

/// Starts the page in the document that loaded it.
pub fn start() {
    // Leptos has no executor before something is mounted.
    wasm_bindgen_futures::spawn_local(async {
        match custom_model::read().await {
            Ok(model) => take_over(model),
            // The static opening says that the page could not start, and what to do.
            Err(Refusal::BuiltIn) => page::tell_failure(),
            Err(refusal) => refuse(refusal).await,
        }
    });
}

async fn refuse(refusal: Refusal) {
    let later = match late::source() {
        Source::Whole(later) => Some(later),
        Source::File(fetch) => fetch().await,
    };
    let Some(later) = later else { return page::tell_failure() };
    page::take_over("app", move |root| {
        leptos::mount::mount_to(root, move || (later.refused)(refusal)).forget();
    });
}

fn take_over(model: &'static Model) {
    page::set_language(model.language());
    page::take_over("app", move |root| {
        leptos::mount::mount_to(root, move || {
            let session = Session::new(model, Route::parse(&address::fragment()), late::source());
            // A frame that shows results opens on the newest one.
            if parameter(&address::query(), "embed").as_deref() == Some("result") {
                session.show_newest();
            }
            // These listen for as long as the page lives.
            forget(address::on_change(move || session.follow(Route::parse(&address::fragment()))));
            forget(storage::on_change(move |change| {
                session.stored_elsewhere(change.key.as_deref(), change.value.as_deref())
            }));
            forget(page::on_leave(move || session.has_unsaved()));
            app::app(session)
        })
        .forget();
    });
}
