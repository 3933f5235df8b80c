//! What counts as evidence of a practice: shown inside a question on demand.

use leptos::prelude::*;

use crate::components::lang_of;
use crate::route::Route;
use crate::state::OpenAssessment;
use mlops_core::model::CapabilityIx;
use mlops_core::words::{about::TERMS, questions as say};

/// Examples of evidence and tools, the source of the question, and its glossary terms.
#[component]
pub fn WhatCounts(at: CapabilityIx) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let capability = model.capability(at);
    let evidence = capability.evidence.iter().map(|item| view! { <li>{item.as_str()}</li> }).collect_view();
    view! {
        <p class="sub">{say::EVIDENCE}</p>
        <ul lang=lang_of(model)>{evidence}</ul>
        {say::examples(capability).map(|examples| view! { <p class="quiet">{examples}</p> })}
        <p class="quiet">{say::basis(capability)}</p>
        <Terms at/>
    }
}

/// Each term with its meaning and a link into the glossary; nothing if the question uses none.
#[component]
fn Terms(at: CapabilityIx) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let capability = model.capability(at);
    let mut text = format!("{}\n{}", capability.question, capability.help);
    for evidence in &capability.evidence {
        text.push('\n');
        text.push_str(evidence);
    }
    let terms = model.texts().terms_in(&text);
    (!terms.is_empty()).then(|| {
        let term = terms.into_iter().map(|term| {
            let href = Route::About { part: Some(term.place()) }.href();
            view! {
                <dt><a href=href>{term.term.as_str()}</a></dt>
                <dd>{term.meaning.as_str()}</dd>
            }
        });
        view! {
            <p class="sub">{TERMS}</p>
            <dl class="rules">{term.collect_view()}</dl>
        }
    })
}
