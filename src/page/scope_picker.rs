//! The choice of questions for views that are not written with `view!` yet.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::ScopePicker;
pub use crate::components::amount;
use mlops_core::model::Model;
use mlops_core::scoring::case::Questionnaire;

/// Where a choice of questions is read from and where it goes.
#[derive(Clone)]
pub struct Choosing {
    /// Keeps the radios of two of these on one page apart.
    pub name: &'static str,
    /// What is chosen; follows changes.
    pub chosen: Arc<dyn Fn() -> Questionnaire + Send + Sync>,
    /// Takes a new choice.
    pub choose: Arc<dyn Fn(Questionnaire) + Send + Sync>,
}

/// [`ScopePicker`].
#[must_use]
pub fn scope_picker(_: &'static Model, choosing: Choosing) -> AnyView {
    let Choosing { name, chosen, choose } = choosing;
    let chosen = Signal::derive(move || chosen());
    view! { <ScopePicker name chosen on_choose=move |questionnaire| choose(questionnaire)/> }.into_any()
}
