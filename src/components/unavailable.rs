//! Pages for what cannot be shown: an unknown address, an assessment that is not stored here, a questionnaire that
//! cannot be used.

use leptos::prelude::*;

use crate::browser::location;
use crate::components::{ButtonLink, FaultList, Loading, PageHeading, UserText};
use crate::custom_model::Refusal;
use crate::state::Library;
use mlops_core::words;
use mlops_core::words::{files, pages as say};

/// The most characters of an address that are shown.
const SHOWN: usize = 80;

/// The page for an unknown address.
#[component]
pub fn UnknownPage(#[prop(into)] fragment: String) -> impl IntoView {
    let shown: String = fragment.chars().take(SHOWN).collect();
    view! {
        <PageHeading>{say::NO_PAGE}</PageHeading>
        <p>
            {say::NO_PAGE_BEFORE}
            <code>{shown}</code>
            {say::NO_PAGE_AFTER}
        </p>
        <ToStart/>
    }
}

/// The page for an assessment that this browser does not store, or that belongs to another questionnaire.
#[component]
pub fn AbsentAssessment(#[prop(into)] id: String) -> impl IntoView {
    let library = expect_context::<Library>();
    // The assessment may still be found in IndexedDB, which takes a moment to read.
    move || {
        if library.is_reading.get() {
            return view! { <Loading/> }.into_any();
        }
        let explanation = match library.find(&id) {
            Some(found) => {
                let title = words::title(&found.title).to_owned();
                view! {
                    <PageHeading>
                        <UserText text=title/>
                    </PageHeading>
                    <p>{words::other_model(&found)}</p>
                }
                .into_any()
            }
            None => view! {
                <PageHeading>{say::ABSENT}</PageHeading>
                <p>{say::ABSENT_WHY}</p>
                <p>{say::ABSENT_DO}</p>
            }
            .into_any(),
        };
        view! {
            {explanation}
            <ToStart/>
        }
        .into_any()
    }
}

#[component]
fn ToStart() -> impl IntoView {
    view! {
        <div class="actions">
            <ButtonLink href="#/">{say::TO_START}</ButtonLink>
        </div>
    }
}

/// Replaces all pages if the questionnaire in the address cannot be used. The built-in one is used only if the person
/// asks for it.
#[component]
pub fn RefusedQuestionnaire(refusal: Refusal) -> impl IntoView {
    let (name, why, faults) = match refusal {
        // The prerendered page already says so: without a questionnaire there is nothing to draw.
        Refusal::BuiltIn => return ().into_any(),
        Refusal::Elsewhere(name) => (name, files::ELSEWHERE, Vec::new()),
        Refusal::Missing(name) => (name, files::MISSING, Vec::new()),
        Refusal::Faults(name, faults) => (name, words::files::TO_FIX, faults),
    };
    let name: String = name.chars().take(SHOWN).collect();
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    view! {
        <main class="main">
            <PageHeading>{files::NO_QUESTIONNAIRE}</PageHeading>
            <p>
                {files::NAMES}
                <code>{name}</code>
                ". "
                {why}
            </p>
            {(!faults.is_empty()).then(|| view! { <FaultList faults/> })}
            <p>{files::KEPT}</p>
            <div class="actions">
                <ButtonLink href=location::page()>{files::BUILT_IN}</ButtonLink>
            </div>
        </main>
    }
    .into_any()
}
