//! What stands behind a tap beside the questions: drawn by the later part when somebody opens it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::page::questions::question::go_to;
use crate::page::scope_picker::{Choosing, scope_picker};
use crate::state::Session;
use crate::ui::control::{button, field};
use crate::ui::element::{Element, el};
use mlops_core::assessment::clean_title;
use mlops_core::model::{AreaIx, CapabilityIx};
use mlops_core::words::questions as say;

/// Which questions are asked, and for which team.
#[must_use]
pub fn change_asking(session: Session) -> AnyView {
    let choosing = Choosing {
        name: "change-scope",
        chosen: Arc::new(move || session.questionnaire.get()),
        choose: Arc::new(move |changed| session.ask(&changed)),
    };
    let title = move || session.current.with_untracked(|open| open.as_ref().map(|one| one.title.clone()));
    let name = field(
        say::TEAM,
        "text",
        "120",
        move || title().unwrap_or_default(),
        move |typed| session.change(|assessment| assessment.title = clean_title(&typed)),
    );
    el("div")
        .child(scope_picker(session.model, choosing))
        .child(name)
        .child(el("p").class("quiet").child(say::CHANGE_KEEPS))
        .into_any()
}

/// What keys do, for those who look: the keys, and what each of them does.
#[must_use]
pub fn key_list(all: &'static [(&'static [&'static str], &'static str)]) -> Element {
    let mut list = el("ul").class("plain");
    for &(keys, does) in all {
        let mut item = el("li");
        for &key in keys {
            item = item.child(el("kbd").child(key)).child(" ");
        }
        list = list.child(item.child(does));
    }
    list
}

/// What keys do among the questions.
#[must_use]
pub fn question_keys() -> AnyView {
    key_list(&say::KEYS_DO).into_any()
}

/// The questions that were marked, wherever they are asked; `area` is the one that is shown.
#[must_use]
pub fn to_come_back_to(session: Session, area: AreaIx) -> AnyView {
    let asked: Vec<CapabilityIx> =
        untrack(|| session.questionnaire.with(|asked| asked.capabilities(session.model).collect()));
    let item = |at: CapabilityIx| {
        let question = session.model.capability(at).question.as_str();
        el("li").child(button(question, move || go_to(session, area, at)).class("in-text"))
    };
    let items: Vec<Element> = asked.into_iter().filter(|&at| session.is_later(at)).map(item).collect();
    el("section")
        .class("come-back")
        .attr("aria-labelledby", "come-back")
        .child(el("h2").id("come-back").child(say::TO_COME_BACK_TO))
        .child(el("ul").child(items))
        .into_any()
}
