//! What can be done with an assessment of the list besides going on with it: drawn by the later part when somebody opens it.

use leptos::prelude::*;

use crate::browser::page;
use crate::page::saving::offer_file;
use crate::state::Session;
use crate::ui::control::{button, input, labelled, on_enter};
use crate::ui::element::{Element, el, group, theirs};
use mlops_core::assessment::Assessment;
use mlops_core::words;
use mlops_core::words::{buttons, frame, start as say};

/// The menu; in its place the field for another name while there is to be one.
#[must_use]
pub fn entry_menu(session: Session, assessment: &Assessment) -> AnyView {
    let assessment = assessment.clone();
    let renaming = RwSignal::new(false);
    let content = move || {
        if renaming.get() {
            rename_form(session, &assessment, renaming)
        } else {
            acts(session, &assessment, renaming)
        }
    };
    el("div").reactive(content).into_any()
}

fn acts(session: Session, assessment: &Assessment, renaming: RwSignal<bool>) -> AnyView {
    let title = words::title(&assessment.title).to_owned();
    let named = |verb: &str, element: Element| element.attr("aria-label", format!("{verb} {title}"));
    let (renamed, copied, deleted) = (name_id(&assessment.id), assessment.id.clone(), assessment.id.clone());
    let (copy_title, deleted_title) = (say::copy_of(&title), title.clone());
    let exported = assessment.clone();
    let rename = move || {
        renaming.set(true);
        page::focus_soon(&renamed);
    };
    group()
        .child(named(buttons::RENAME, button(buttons::RENAME, rename)))
        .child(named(say::DUPLICATE, button(say::DUPLICATE, move || session.duplicate(&copied, copy_title.clone()))))
        .child(named(buttons::EXPORT, button(buttons::EXPORT, move || offer_file(&exported))))
        .child(named(
            buttons::DELETE,
            button(buttons::DELETE, move || session.delete(&deleted, deleted_title.clone())),
        ))
        .into_any()
}

fn name_id(id: &str) -> String {
    format!("name-{id}")
}

fn rename_form(session: Session, assessment: &Assessment, renaming: RwSignal<bool>) -> AnyView {
    let (id, title) = (assessment.id.clone(), RwSignal::new(assessment.title.clone()));
    let name = input("text", "120", move || title.get_untracked(), move |typed| title.set(typed)).id(name_id(&id));
    let rename = move || session.rename(&id, &title.get_untracked());
    el("div")
        .class("rename")
        .child(labelled(buttons::NEW_NAME, on_enter(name, rename.clone())))
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
