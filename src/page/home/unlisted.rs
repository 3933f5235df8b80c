//! What this browser keeps and the list of assessments cannot show: of another questionnaire, of a newer page, damaged.

use leptos::prelude::*;

use crate::browser::download;
use crate::custom_model;
use crate::page::saving::{file_name, offer_file};
use crate::state::Session;
use crate::state::library::{Recovery, SetAside, StoredEntry};
use crate::ui::control::{actions, button};
use crate::ui::element::{Element, el, group, nothing, reactive, theirs};
use mlops_core::assessment::Assessment;
use mlops_core::words;
use mlops_core::words::saving as say;
use mlops_core::words::{buttons, files};

/// All of it; nothing where everything is well.
#[must_use]
pub fn unlisted_section(session: Session) -> AnyView {
    group().child(own_questionnaire(session)).child(set_aside(session)).child(unlisted(session)).into_any()
}

/// What this tab asks instead of the built-in questionnaire, and the way back.
fn own_questionnaire(session: Session) -> Option<Element> {
    custom_model::is_kept().then(|| {
        let says = files::asked_here(session.model);
        el("div")
            .class("notice")
            .child(el("p").child(says))
            .child(actions().child(button(files::BACK_TO_BUILT_IN, custom_model::forget)))
    })
}

fn unlisted(session: Session) -> AnyView {
    reactive(move || {
        let mut list: Vec<Element> = Vec::new();
        for (id, held) in session.saved_list.with(|saved_list| saved_list.entries.clone()) {
            match held {
                StoredEntry::Readable(assessment) if session.is_asked_here(&assessment) => {}
                StoredEntry::Readable(assessment) => list.push(of_another_model(session, *assessment)),
                StoredEntry::Newer { version, raw } => {
                    let says = files::newer(version);
                    list.push(unreadable(id, says, raw));
                }
                StoredEntry::Unreadable { raw } => {
                    let says = files::UNREADABLE.to_owned();
                    list.push(unreadable(id, says, raw));
                }
            }
        }
        if list.is_empty() {
            return nothing();
        }
        el("section")
            .attr("aria-labelledby", "apart")
            .child(el("h2").id("apart").child(files::UNLISTED))
            .child(el("ul").class("entries").child(list))
            .into_any()
    })
}

fn of_another_model(session: Session, assessment: Assessment) -> Element {
    let title = words::title(&assessment.title).to_owned();
    let says = words::other_model(&assessment);
    let (id, deleted) = (assessment.id.clone(), title.clone());
    let named = |verb: &str, button: Element| button.attr("aria-label", format!("{verb} {title}"));
    let buttons = actions()
        .child(named(buttons::EXPORT, button(buttons::EXPORT, move || offer_file(&assessment))))
        .child(named(buttons::DELETE, button(buttons::DELETE, move || session.delete(&id, deleted.clone()))));
    el("li")
        .class("entry")
        .child(el("h3").child(theirs(title)))
        .child(el("p").class("quiet").child(says))
        .child(buttons)
}

fn unreadable(id: String, says: String, raw: String) -> Element {
    let save = move || {
        download::save("mlops-maturity-raw.json", "application/json", raw.as_bytes()).ok();
    };
    el("li")
        .class("entry")
        .child(el("h3").child(el("code").child(id)))
        .child(el("p").child(says))
        .child(actions().child(button(files::AS_IT_IS, save)))
}

fn set_aside(session: Session) -> AnyView {
    reactive(move || {
        let texts = session.saved_list.with(|saved_list| saved_list.set_aside.clone());
        if texts.is_empty() {
            return nothing();
        }
        let mut list = el("ul").class("plain");
        for aside in texts {
            let says = became(session, &aside);
            let SetAside { key, raw } = aside;
            let name = file_name(&key, "txt");
            let save = move || {
                download::save(&name, "text/plain", raw.as_bytes()).ok();
            };
            list = list.child(
                el("li").child(el("p").child(says)).child(
                    actions()
                        .child(button(files::RAW, save))
                        .child(button(files::THROW_AWAY, move || session.discard(&key))),
                ),
            );
        }
        el("section")
            .class("notice is-warning")
            .attr("aria-labelledby", "set-aside")
            .child(el("h2").id("set-aside").child(say::DAMAGED))
            .child(el("p").child(say::SET_ASIDE))
            .child(list)
            .into_any()
    })
}

/// What became of the assessment whose text was set aside.
fn became(session: Session, aside: &SetAside) -> String {
    let title = session.readable(aside.id()).map(|found| words::title(&found.title).to_owned());
    let title = title.as_deref().unwrap_or(files::DELETED_SINCE);
    match aside.recovery() {
        Recovery::Copy(answers) => say::from_copy(title, answers),
        Recovery::Part(answers) => say::from_part(title, answers),
        Recovery::Nothing => say::NOTHING_READ.to_owned(),
    }
}
