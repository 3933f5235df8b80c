//! Starts the program in the prerendered page, and registers its listeners.

use leptos::prelude::*;
use mlops_core::model::Model;
use mlops_core::scoring::case::Scope;
use mlops_maturity::app::App;
use mlops_maturity::browser::file::PickedFile;
use mlops_maturity::browser::{dom, file, location};
use mlops_maturity::components::RefusedQuestionnaire;
use mlops_maturity::custom_model::{self, QuestionnaireChoice, Refusal};
use mlops_maturity::lazy::{self, Loader};
use mlops_maturity::pages::home::FILE;
use mlops_maturity::route::{Route, parameter};
use mlops_maturity::state::{Library, Navigation, provide_state};

/// Finds the questionnaire and draws the page.
pub async fn start() {
    let chosen = choose_model().await;
    let Some(root) = dom::root() else { return };
    // An unfinished composition of an input method would be lost with the field that it is in.
    dom::composition_end().await;
    match chosen {
        Ok(model) => {
            let waiting = file::picked_before_start(FILE);
            dom::before_mount(&root);
            leptos::mount::mount_to(root, move || {
                begin(model, waiting);
                view! { <App loader=Loader::from_context()/> }
            })
            .forget();
            dom::after_mount();
        }
        // The prerendered page says that the page could not start, and what to do.
        Err(Refusal::BuiltIn) => dom::show_failure(),
        Err(refusal) => {
            dom::before_mount(&root);
            leptos::mount::mount_to(root, move || view! { <RefusedQuestionnaire refusal/> }).forget();
            dom::after_mount();
        }
    }
}

async fn choose_model() -> Result<&'static Model, Refusal> {
    match custom_model::choose().await? {
        QuestionnaireChoice::BuiltIn(model) => Ok(model),
        QuestionnaireChoice::Custom(name, text) => match (lazy::read_model(&text).await, name) {
            (Err(_), _) => Err(Refusal::BuiltIn),
            (Ok(Ok(model)), _) => Ok(model),
            (Ok(Err(faults)), Some(name)) => Err(Refusal::Faults(name, faults)),
            // The stored questionnaire is damaged, or of another version of the page.
            (Ok(Err(_)), None) => custom_model::built_in().await,
        },
    }
}

/// Provides the state, shows the route in the address, and listens to the browser.
fn begin(model: &'static Model, waiting: Vec<PickedFile>) {
    provide_state(model);
    let (navigation, library) = (expect_context::<Navigation>(), expect_context::<Library>());
    navigation.show(Route::parse(&location::fragment()));
    open_first(navigation);
    navigation.listen();
    library.listen();
    file::on_other_drop(move |files| library.import(files));
    library.import(waiting);
}

/// Opens the first page if the address names none: a published result, or in a frame the newest result or the first
/// question. A person with saved assessments sees those first.
fn open_first(navigation: Navigation) {
    if parameter(&location::query(), "result").is_some() {
        return navigation.show_published_result();
    }
    let Some(embed) = parameter(&location::query(), "embed") else { return };
    match Scope::from_word(&embed) {
        Some(scope) => {
            let tracks = parameter(&location::query(), "tracks").unwrap_or_default();
            navigation.begin_if_new(scope, tracks.split(',').map(str::to_owned).collect());
        }
        None if matches!(&*embed, "result" | "profile") => navigation.show_newest_result(),
        None => {}
    }
}
