//! An address that names a questionnaire which cannot be used. No other one is asked in its place unasked.

use leptos::prelude::AnyView;

use crate::browser::address;
use crate::custom_model::Refusal;
use crate::page::missing::main_heading;
use crate::ui::control::{actions, button_link};
use crate::ui::element::{el, group, nothing};
use crate::ui::faults::fault_list;
use mlops_core::words::files as say;

/// The page that stands in place of all others.
#[must_use]
pub fn refused_page(refusal: Refusal) -> AnyView {
    let (name, why, faults) = match refusal {
        Refusal::BuiltIn => return nothing(),
        Refusal::Elsewhere(name) => (name, say::ELSEWHERE.to_owned(), Vec::new()),
        Refusal::Missing(name) => (name, say::MISSING.to_owned(), Vec::new()),
        Refusal::Faults(name, faults) => (name, mlops_core::words::custom_model::TO_BE_MENDED.to_owned(), faults),
    };
    let name: String = name.chars().take(120).collect();
    let faults = faults.iter().map(ToString::to_string).collect::<Vec<_>>();
    let list = (!faults.is_empty()).then(|| fault_list(faults));
    let main = el("main")
        .class("main")
        .child(main_heading(say::NO_QUESTIONNAIRE))
        .child(el("p").child(say::NAMES).child(el("code").child(name)).child(". ").child(why))
        .child(list)
        .child(el("p").child(say::KEPT))
        .child(actions().child(button_link(say::BUILT_IN, address::page())));
    group().child(main).into_any()
}
