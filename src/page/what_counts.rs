//! What counts as evidence of a capability: what a question opens to.

use leptos::prelude::AnyView;

use crate::route::Route;
use crate::state::Session;
use crate::ui::control::link;
use crate::ui::element::{Element, el, group};
use mlops_core::model::{CapabilityIx, Model};
use mlops_core::words::how::TERMS;
use mlops_core::words::questions as say;

/// Evidence, tools as examples, what the question is based on, and the terms of the field that it uses.
#[must_use]
pub fn what_counts(session: Session, at: CapabilityIx) -> AnyView {
    let capability = session.model.capability(at);
    let evidence: Vec<Element> = capability.evidence.iter().map(|item| el("li").child(item.as_str())).collect();
    group()
        .child(el("p").class("sub").child(say::EVIDENCE))
        .child(el("ul").lang(session.model.language()).child(evidence))
        .child(say::examples(capability).map(|examples| el("p").class("quiet").child(examples)))
        .child(el("p").class("quiet").child(say::basis(capability)))
        .child(terms(session.model, at))
        .into_any()
}

/// Each term with what it means and the way to its place in the glossary; nothing where the question uses none.
fn terms(model: &Model, at: CapabilityIx) -> Option<AnyView> {
    let capability = model.capability(at);
    let mut text = format!("{}\n{}", capability.question, capability.help);
    for evidence in &capability.evidence {
        text.push('\n');
        text.push_str(evidence);
    }
    let terms = model.texts().terms_in(&text);
    if terms.is_empty() {
        return None;
    }
    let mut list = el("dl").class("rules");
    for term in terms {
        let href = Route::Model { part: Some(term.place()) }.href();
        list = list.child(el("dt").child(link(term.term.clone(), href))).child(el("dd").child(term.meaning.clone()));
    }
    Some(group().child(el("p").class("sub").child(TERMS)).child(list).into_any())
}
