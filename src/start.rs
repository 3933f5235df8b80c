//! Takes over what stands in the document or draws the page in its place, and keeps it in step with the address and with
//! other tabs.

use std::mem::forget;

use leptos::ev;
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Render};
use leptos::web_sys::HtmlElement;

use crate::app;
use crate::browser::upload::PickedFile;
use crate::browser::{address, clock, page, standing, upload};
use crate::custom_model::{self, Chosen, Refusal};
use crate::late;
use crate::page::home::FILE;
use crate::route::{Route, parameter};
use crate::state::Session;
use crate::ui::element::nothing;
use mlops_core::model::Model;
use mlops_core::scoring::case::Scope;

/// Starts the page in the document that loaded it.
pub fn start() {
    // Leptos has no executor before something is mounted.
    wasm_bindgen_futures::spawn_local(async {
        match choose().await {
            Ok(model) => clock::after(0, move || take_over(model)),
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
    let (Some(late), Some(root)) = (late::source().fetch().await, page::root()) else { return page::tell_failure() };
    page::clear(&root);
    leptos::mount::mount_to(root, move || (late.refused)(refusal)).forget();
    page::tell_start();
}

/// Each step is a task of its own: in between the browser answers to whoever is at work here.
fn take_over(model: &'static Model) {
    let Some(root) = page::root() else { return };
    let waiting = upload::waiting(FILE);
    leptos::mount::mount_to(root.clone(), move || {
        let session = begin_session(model, waiting);
        // What is drawn is this one's, to be given up where it has to be drawn anew.
        let owner = Owner::new();
        clock::after(0, move || {
            let drawn =
                owner.with(|| page::claim().then(|| standing::take_over(&root, || app::app(session).build())));
            go_on(Taking { root, owner, session, drawn: drawn.flatten() });
        });
        nothing()
    })
    .forget();
}

fn begin_session(model: &'static Model, waiting: Vec<PickedFile>) -> Session {
    let session = Session::new(model, Route::parse(&address::fragment()), late::source());
    open_frame(session);
    window_event_listener(ev::hashchange, move |_| session.follow(Route::parse(&address::fragment())));
    session.library.listen();
    upload::on_other_drop(move |files| session.import(files));
    session.import(waiting);
    session
}

/// A page that is being drawn.
struct Taking {
    root: HtmlElement,
    owner: Owner,
    session: Session,
    /// What stands in the document, as far as it is what is drawn for this session.
    drawn: Option<AnyViewState>,
}

/// Takes over more of what stands in the document; where it is not what is drawn, everything is drawn by the program.
fn go_on(mut taking: Taking) {
    match standing::take_over_more() {
        Some(true) if taking.drawn.is_some() => return clock::after(0, move || go_on(taking)),
        None if taking.drawn.is_some() => standing::end(),
        _ => {
            standing::end();
            taking.owner.cleanup();
            page::clear(&taking.root);
            let mut drawn = taking.owner.with(|| app::app(taking.session).build());
            drawn.mount(&taking.root, None);
            taking.drawn = Some(drawn);
        }
    }
    // For as long as the page lives.
    forget(taking);
    page::tell_start();
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
