//! Addresses that lead nowhere, and parts of the program that did not come, said in words.

use leptos::prelude::*;

use crate::browser::address;
use crate::components::{AbsentAssessment, UnknownPage};
use crate::page::saving::offer_file;
use crate::state::Session;
use crate::state::late_part::{LatePart, Later};
use crate::ui::control::{actions, button};
use crate::ui::element::{Child, Element, el, group};
use mlops_core::words;
use mlops_core::words::frame as say;

/// A page's main heading: it takes the focus when the page changes.
pub fn main_heading(words: impl Child) -> Element {
    el("h1").attr("tabindex", "-1").child(words)
}

/// [`UnknownPage`].
#[must_use]
pub fn unknown_page(fragment: &str) -> AnyView {
    view! { <UnknownPage fragment/> }.into_any()
}

/// [`AbsentAssessment`].
#[must_use]
pub fn absent_assessment(_: Session, id: &str) -> AnyView {
    view! { <AbsentAssessment id/> }.into_any()
}

/// Something is on its way.
#[must_use]
pub fn one_moment() -> AnyView {
    el("p").class("quiet").attr("role", "status").child(words::ONE_MOMENT).into_any()
}

/// In place of a page whose part of the program did not come: why, what is safe, and what to do.
#[must_use]
pub fn not_fetched(again: impl FnMut() + 'static) -> AnyView {
    group()
        .child(main_heading(say::NOT_FETCHED))
        .child(el("p").child(say::NOT_FETCHED_WHY))
        .child(actions().child(button(say::TRY_AGAIN, again)))
        .into_any()
}

/// The same where a newer page lies in the place of this one: a reload leads there.
#[must_use]
pub fn replaced(session: Session) -> AnyView {
    let file = move || session.current.with_untracked(|open| open.iter().for_each(offer_file));
    let is_unsaved = session.has_unsaved() && session.current.with_untracked(Option::is_some);
    group()
        .child(main_heading(say::REPLACED))
        .child(el("p").child(if is_unsaved { say::REPLACED_UNSAVED } else { say::REPLACED_WHY }))
        .child(
            actions()
                .child(is_unsaved.then(|| button(say::DOWNLOAD, file)))
                .child(button(say::RELOAD, address::reload)),
        )
        .into_any()
}

/// In place of a piece of a page that did not come: a line that says so, and what to do.
#[must_use]
pub fn missing_piece(says: &'static str, act: Element) -> AnyView {
    group().child(el("p").child(says)).child(actions().child(act)).into_any()
}

/// A piece of a page that the later part draws; until it is here, and where it did not come, a line that says so.
pub fn once_here(session: Session, draw: impl FnOnce(Later) -> AnyView) -> AnyView {
    match session.late_part.get() {
        LatePart::Loaded(later) => draw(later),
        not_here => missing_line(session, not_here),
    }
}

#[inline(never)]
fn missing_line(session: Session, late_part: LatePart) -> AnyView {
    match late_part {
        LatePart::Failed => {
            missing_piece(say::NOT_FETCHED_WHY, button(say::TRY_AGAIN, move || session.fetch_late_part()))
        }
        LatePart::Replaced => missing_piece(say::REPLACED_WHY, button(say::RELOAD, address::reload)),
        _ => one_moment(),
    }
}
