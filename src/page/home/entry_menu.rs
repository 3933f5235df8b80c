//! What can be done with an assessment of the list besides going on with it: drawn by the later part when somebody opens it.

use leptos::prelude::*;

use crate::page::saving::offer_file;
use crate::state::Session;
use crate::ui::control::{button, field, on_enter};
use crate::ui::element::{Element, el, theirs};
use mlops_core::assessment::Assessment;
use mlops_core::words;
use mlops_core::words::{buttons, frame, start as say};

/// The menu; `renaming` says whether its name is being changed.
#[must_use]
pub fn entry_menu(session: Session, assessment: &Assessment, renaming: RwSignal<bool>) -> AnyView {
    let title = words::title(&assessment.title).to_owned();
    let named = |verb: &str, element: Element| element.attr("aria-label", format!("{verb} {title}"));
    let (copied, copy_title) = (assessment.id.clone(), say::copy_of(&title));
    let (deleted, deleted_title) = (assessment.id.clone(), title.clone());
    let exported = assessment.clone();
    el("div")
        .child(named(buttons::RENAME, button(buttons::RENAME, move || renaming.update(|on| *on = !*on))))
        .child(named(say::DUPLICATE, button(say::DUPLICATE, move || session.duplicate(&copied, copy_title.clone()))))
        .child(named(buttons::EXPORT, button(buttons::EXPORT, move || offer_file(&exported))))
        .child(named(
            buttons::DELETE,
            button(buttons::DELETE, move || session.delete(&deleted, deleted_title.clone())),
        ))
        .into_any()
}

/// The field for another name.
#[must_use]
pub fn rename_form(session: Session, assessment: &Assessment, renaming: RwSignal<bool>) -> AnyView {
    let (id, title) = (assessment.id.clone(), RwSignal::new(assessment.title.clone()));
    let rename = move || session.rename(&id, &title.get_untracked());
    let name = field(buttons::NEW_NAME, "text", "120", move || title.get_untracked(), move |typed| title.set(typed));
    el("div")
        .class("rename")
        .child(on_enter(name, rename.clone()))
        .child(button(buttons::SAVE_NAME, rename))
        .child(button(buttons::KEEP_NAME, move || renaming.set(false)))
        .into_any()
}

/// The offer to put back what was deleted last.
#[must_use]
pub fn undo(session: Session, title: String) -> AnyView {
    el("p")
        .class("toast")
        .child(el("span").child(frame::DELETED.0).child(theirs(title)).child(frame::DELETED.1))
        .child(button(buttons::UNDO, move || session.undo_delete()))
        .child(button(frame::DISMISS, move || session.forget_deleted()))
        .into_any()
}
