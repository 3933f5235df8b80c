//! The page for a refused questionnaire, for callers that are not written with `view!` yet.

use leptos::prelude::*;

use crate::components::RefusedQuestionnaire;
use crate::custom_model::Refusal;

/// [`RefusedQuestionnaire`].
#[must_use]
pub fn refused_page(refusal: Refusal) -> AnyView {
    view! { <RefusedQuestionnaire refusal/> }.into_any()
}
