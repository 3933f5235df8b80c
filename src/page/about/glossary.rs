//! The terms of the field, each at a place of its own that questions lead to.

use leptos::prelude::AnyView;

use crate::ui::element::{el, group};
use mlops_core::model::Model;
use mlops_core::words::how as say;

/// All of them; nothing where the model has none.
#[must_use]
pub fn glossary(model: &Model) -> Option<AnyView> {
    let terms = &model.texts().glossary;
    if terms.is_empty() {
        return None;
    }
    let mut list = el("dl").class("rules terms");
    for term in terms {
        let name = el("dt").id(term.place()).child(term.term.clone());
        list = list.child(el("div").child(name).child(el("dd").child(term.meaning.clone())));
    }
    Some(group().child(el("h2").id("glossary").child(say::GLOSSARY)).child(list).into_any())
}
