//! Addresses that lead nowhere, and parts of the program that did not come, said in words.

use leptos::prelude::*;

use crate::browser::address;
use crate::page::saving::offer_file;
use crate::state::Session;
use crate::state::late_part::{LatePart, Later};
use crate::ui::control::{actions, button, button_link};
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
