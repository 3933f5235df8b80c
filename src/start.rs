//! Puts the page in place of the static opening, and keeps it in step with the address and with other tabs.

use std::mem::forget;

use crate::app;
use crate::browser::{address, clock, page, storage, upload};
use crate::custom_model::{self, Chosen, Refusal};
use crate::late;
use crate::page::home::FILE;
use crate::route::{Route, parameter};
use crate::state::Session;
use mlops_core::model::Model;
use mlops_core::scoring::case::Scope;

/// Starts the page in the document that loaded it.
pub fn start() {
    // Leptos has no executor before something is mounted.
    wasm_bindgen_futures::spawn_local(async {
        match choose().await {
            Ok(model) => {
                // To read and to draw are two tasks: in between the browser answers to whoever is at work here.
                clock::after(0, move || take_over(model));
            }
            // The static opening says that the page could not start, and what to do.
            Err(Refusal::BuiltIn) => page::tell_failure(),
            Err(refusal) => refuse(refusal).await,
        }
    });
}

async fn choose() -> Result<&'static Model, Refusal> {
    match custom_model::choose().await? {
        Chosen::BuiltIn(model) => Ok(model),
        Chosen::Own(name, text) => {
            let late = late::source().fetch().await.ok_or(Refusal::BuiltIn)?;
            match ((late.read_model)(&text), name) {
                (Ok(model), _) => Ok(model),
                (Err(faults), Some(name)) => Err(Refusal::Faults(name, faults)),
                // What was kept in this tab is of another version of the page, or damaged.
                (Err(_), None) => custom_model::built_in().await,
            }
        }
    }
}

async fn refuse(refusal: Refusal) {
    let Some(late) = late::source().fetch().await else { return page::tell_failure() };
    page::take_over("app", move |root| {
        leptos::mount::mount_to(root, move || (late.refused)(refusal)).forget();
    });
}

fn take_over(model: &'static Model) {
    let waiting = upload::waiting(FILE);
    page::take_over("app", move |root| {
        leptos::mount::mount_to(root, move || {
            let session = Session::new(model, Route::parse(&address::fragment()), late::source());
            open_frame(session);
            // These listen for as long as the page lives.
            forget(address::on_change(move || session.follow(Route::parse(&address::fragment()))));
            forget(storage::on_change(move |change| {
                session.stored_elsewhere(change.key.as_deref(), change.value.as_deref())
            }));
            forget(page::on_leave(move || session.has_unsaved()));
            upload::on_other_drop(move |files| session.import(files));
            session.import(waiting);
            app::app(session)
        })
        .forget();
    });
}

/// What a frame opens on, where its address names no place: the newest result, or the first question. Whoever has work
/// here is shown that first.
fn open_frame(session: Session) {
    let Some(embed) = parameter(&address::query(), "embed") else { return };
    match Scope::from_word(&embed) {
        Some(scope) => session.begin_if_new(scope),
        None if embed == "result" => session.show_newest(),
        None => {}
    }
}
