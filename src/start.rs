//! From the static opening to the page that the program draws, and what the page listens to for as long as it lives.

use leptos::prelude::*;
use mlops_core::model::Model;
use mlops_core::scoring::case::Scope;
use mlops_maturity::app::App;
use mlops_maturity::browser::file::PickedFile;
use mlops_maturity::browser::{dom, file, location};
use mlops_maturity::components::RefusedQuestionnaire;
use mlops_maturity::custom_model::{self, Chosen, Refusal};
use mlops_maturity::lazy::{self, Loader};
use mlops_maturity::pages::home::FILE;
use mlops_maturity::route::{Route, parameter};
use mlops_maturity::state::Session;

/// Finds the questionnaire and draws the page.
pub async fn start() {
    let chosen = choose_model().await;
    let Some(root) = dom::root() else { return };
    // An input method keeps what it composes in the field that is there now.
    dom::composition_end().await;
    match chosen {
        Ok(model) => {
            let waiting = file::picked_before_start(FILE);
            dom::before_mount(&root);
            leptos::mount::mount_to(root, move || {
                let session = begin_session(model, waiting);
                view! { <App session loader=Loader::new(session)/> }
            })
            .forget();
            dom::after_mount();
        }
        // The static opening says that the page could not start, and what to do.
        Err(Refusal::BuiltIn) => dom::tell_failure(),
        Err(refusal) => {
            dom::before_mount(&root);
            leptos::mount::mount_to(root, move || view! { <RefusedQuestionnaire refusal/> }).forget();
            dom::after_mount();
        }
    }
}

async fn choose_model() -> Result<&'static Model, Refusal> {
    match custom_model::choose().await? {
        Chosen::BuiltIn(model) => Ok(model),
        Chosen::Own(name, text) => match (lazy::read_model(&text).await, name) {
            (Err(_), _) => Err(Refusal::BuiltIn),
            (Ok(Ok(model)), _) => Ok(model),
            (Ok(Err(faults)), Some(name)) => Err(Refusal::Faults(name, faults)),
            // What this tab stored is of another version of the page, or damaged.
            (Ok(Err(_)), None) => custom_model::built_in().await,
        },
    }
}

fn begin_session(model: &'static Model, waiting: Vec<PickedFile>) -> Session {
    let session = Session::new(model, Route::parse(&location::fragment()));
    open_first(session);
    session.navigation.listen();
    session.library.listen();
    file::on_other_drop(move |files| session.library.import(files));
    session.library.import(waiting);
    session
}

/// Opens what the page begins with, where its address names no place: a published result, and in a frame the newest result or the
/// first question. Somebody with work here is shown that first.
fn open_first(session: Session) {
    if parameter(&location::query(), "result").is_some() {
        return session.navigation.show_published_result();
    }
    let Some(embed) = parameter(&location::query(), "embed") else { return };
    match Scope::from_word(&embed) {
        Some(scope) => {
            let tracks = parameter(&location::query(), "tracks").unwrap_or_default();
            session.navigation.begin_if_new(scope, tracks.split(',').map(str::to_owned).collect());
        }
        None if matches!(&*embed, "result" | "profile") => session.navigation.show_newest_result(),
        None => {}
    }
}
