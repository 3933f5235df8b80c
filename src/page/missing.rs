//! Addresses that lead nowhere, said in words.

use leptos::prelude::*;

use crate::state::Session;
use crate::ui::control::{actions, button_link};
use crate::ui::element::{Child, Element, el, group, reactive, theirs};
use mlops_core::words;
use mlops_core::words::frame as say;

/// A page's main heading: it takes the focus when the page changes.
pub fn main_heading(words: impl Child) -> Element {
    el("h1").attr("tabindex", "-1").child(words)
}

fn to_start() -> Element {
    actions().child(button_link(say::TO_START, "#/"))
}

/// The page for an address that this page does not know.
#[must_use]
pub fn unknown_page(fragment: &str) -> AnyView {
    let shown: String = fragment.chars().take(80).collect();
    group()
        .child(main_heading(say::NO_PAGE))
        .child(el("p").child(say::NO_PAGE_BEFORE).child(el("code").child(shown)).child(say::NO_PAGE_AFTER))
        .child(to_start())
        .into_any()
}

/// The page for an assessment that this browser does not hold, or cannot show by the questionnaire in use.
#[must_use]
pub fn absent_assessment(session: Session, id: &str) -> AnyView {
    let id = id.to_owned();
    // It may be about to come back from the second storage.
    reactive(move || if session.is_looking.get() { one_moment() } else { absent(session, &id) })
}

/// Something is on its way.
#[must_use]
pub fn one_moment() -> AnyView {
    el("p").class("quiet").attr("role", "status").child(words::ONE_MOMENT).into_any()
}

fn absent(session: Session, id: &str) -> AnyView {
    if let Some(found) = session.readable(id) {
        return group()
            .child(main_heading(theirs(words::title(&found.title).to_owned())))
            .child(el("p").child(words::other_model(&found)))
            .child(to_start())
            .into_any();
    }
    group()
        .child(main_heading(say::ABSENT))
        .child(el("p").child(say::ABSENT_WHY))
        .child(el("p").child(say::ABSENT_DO))
        .child(to_start())
        .into_any()
}
