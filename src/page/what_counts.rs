//! What counts as evidence of a capability: what a question opens to.

use leptos::prelude::AnyView;

use crate::state::Session;
use crate::ui::element::{Element, el, group};
use mlops_core::model::CapabilityIx;
use mlops_core::words::questions as say;

/// Evidence, tools as examples, and what the question is based on.
#[must_use]
pub fn what_counts(session: Session, at: CapabilityIx) -> AnyView {
    let capability = session.model.capability(at);
    let evidence: Vec<Element> = capability.evidence.iter().map(|item| el("li").child(item.as_str())).collect();
    group()
        .child(el("p").class("sub").child(say::EVIDENCE))
        .child(el("ul").lang(session.model.language()).child(evidence))
        .child(say::examples(capability).map(|examples| el("p").class("quiet").child(examples)))
        .child(el("p").class("quiet").child(say::basis(capability)))
        .into_any()
}
