//! The page that compares two results, or asks which results to compare.

mod comparison;
mod export;
mod picker;
pub mod side;

use leptos::prelude::*;

use crate::browser::stylesheet;
use crate::components::{ButtonLink, PageHeading};
use crate::pages::compare::comparison::ComparisonView;
use crate::pages::compare::picker::ResultPicker;
use crate::pages::compare::side::Side;
use crate::route::Route;
use crate::state::{Library, OpenAssessment};
use mlops_core::words::compare as say;

const STYLE: &str = include_str!("../../../style/compare.css");

/// The comparison of the results that the address names; if one is missing, the choice of it.
#[component]
pub fn ComparePage(
    /// The keys of the results, separated by a slash.
    sides: String,
) -> impl IntoView {
    stylesheet::adopt(STYLE);
    let library = expect_context::<Library>();
    let model = expect_context::<OpenAssessment>().model();
    let keys = sides.split('/').filter(|key| !key.is_empty()).take(2);
    let found: Vec<Result<Side, String>> = keys.map(|key| Side::find(model, library, key)).collect();
    let errors: Vec<String> = found
        .iter()
        .enumerate()
        .filter_map(|(which, side)| Some(say::error_text(which, side.as_ref().err()?)))
        .collect();
    if !errors.is_empty() {
        return view! { <NotCompared errors/> }.into_any();
    }
    let mut sides = found.into_iter().flatten();
    match (sides.next(), sides.next()) {
        (Some(before), Some(after)) => view! { <ComparisonView sides=[before, after]/> }.into_any(),
        (first, _) => view! { <ResultPicker first/> }.into_any(),
    }
}

#[component]
fn NotCompared(errors: Vec<String>) -> impl IntoView {
    view! {
        <PageHeading>{say::NOT_COMPARED}</PageHeading>
        {errors.into_iter().map(|error| view! { <p>{error}</p> }).collect_view()}
        <div class="actions">
            <ButtonLink href=Route::compare(&[]).href()>{say::CHOOSE_OTHERS}</ButtonLink>
        </div>
    }
}
