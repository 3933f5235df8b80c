//! The choice of what is compared: what is saved here and its states, a link, a file.

use leptos::prelude::*;

use crate::browser::upload::{self, PickedFile};
use crate::browser::{address, clock};
use crate::page::compare::place;
use crate::page::compare::side::{Side, hold, own, own_state, pasted, resolve};
use crate::page::import::unread;
use crate::page::missing::main_heading;
use crate::state::{Session, local_day};
use crate::ui::control::{actions, button, field, link, on_enter};
use crate::ui::element::{Element, el, group, nothing, reactive};
use mlops_core::assessment::Assessment;
use mlops_core::assessment::file::MAX_BYTES;
use mlops_core::words;
use mlops_core::words::compare as say;

/// What can be chosen beside `first`, or as the first.
#[must_use]
pub fn picker(session: Session, first: Option<Side>) -> AnyView {
    let chosen = first.as_ref().map(|first| {
        el("p")
            .class("notice")
            .child(format!("{} ", say::chosen(&first.record)))
            .child(link(say::CHOOSE_OTHERS, place(&[]).href()))
    });
    let head = if first.is_some() { say::SECOND } else { say::FIRST };
    let first = StoredValue::new(first);
    let trouble = RwSignal::new(String::new());
    let choose = move |key: Result<String, String>| {
        let next = key.and_then(|key| first.with_value(|first| together(session, first.as_ref(), &key)));
        match next {
            Ok(fragment) => address::go(&fragment),
            Err(why) => trouble.set(why),
        }
    };
    let says = reactive(move || {
        let why = trouble.get();
        if why.is_empty() {
            return nothing();
        }
        el("div").class("notice is-warning").attr("role", "alert").child(el("p").child(why)).into_any()
    });
    group()
        .child(main_heading(say::TITLE))
        .child(el("p").class("lead").child(say::LEAD))
        .child(chosen)
        .child(el("h2").child(head))
        .child(says)
        .child(saved(session, first.with_value(|first| first.as_ref().map(|side| side.key.clone())), choose))
        .child(elsewhere(session, choose))
        .into_any()
}

/// Where a choice leads: to the comparison, the older one first, or to the choice of the other.
fn together(session: Session, first: Option<&Side>, key: &str) -> Result<String, String> {
    let other = resolve(session, key)?;
    Ok(match first {
        None => place(&[key]),
        Some(first) if first.record.day <= other.record.day => place(&[&first.key, key]),
        Some(first) => place(&[key, &first.key]),
    }
    .to_string())
}

fn saved(
    session: Session,
    without: Option<String>,
    choose: impl Fn(Result<String, String>) + Copy + Send + 'static,
) -> Element {
    let all = session.every_saved();
    let mut list = el("ul").class("plain picks");
    let mut count = 0;
    let mut pick = |key: String, name: String, about: String, is_state: bool| {
        if without.as_deref() == Some(key.as_str()) {
            return None;
        }
        count += 1;
        let class = if is_state { "pick is-state" } else { "pick" };
        let chosen = button(name, move || choose(Ok(key.clone()))).class("in-text");
        Some(el("li").class(class).child(chosen).child(el("span").class("quiet").child(format!(" {about}"))))
    };
    for assessment in &all {
        let Assessment { id, title, scope, updated, snapshots, .. } = assessment;
        let name = words::title(title).to_owned();
        list = list.child(pick(own(id), name.clone(), say::about(*scope, local_day(*updated)), false));
        for state in snapshots {
            let key = own_state(id, state.at.unix_seconds());
            list = list.child(pick(key, say::state(&state.label, local_day(state.at)), name.clone(), true));
        }
    }
    let none = (count == 0).then(|| el("p").class("quiet").child(say::NONE_SAVED));
    el("section").child(el("h3").child(say::SAVED)).child(none).child(list)
}

fn elsewhere(session: Session, choose: impl Fn(Result<String, String>) + Copy + Send + 'static) -> Element {
    let typed = RwSignal::new(String::new());
    let take = move || choose(pasted(session.model, &typed.get_untracked()));
    let text = field(say::LINK, "text", "20000", move || typed.get(), move |text| typed.set(text));
    let read = move |files: Vec<PickedFile>| {
        let Some(file) = files.into_iter().next() else { return };
        leptos::task::spawn_local(async move {
            let most = u32::try_from(MAX_BYTES).unwrap_or(u32::MAX);
            let key = match file.text(most).await {
                Ok(text) => hold(session.model, &text, clock::now()),
                Err(error) => Err(unread(&file.name(), error)),
            };
            choose(key);
        });
    };
    upload::on_drop(read);
    let file = el("input")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .on("change", move |event| read(upload::picked(&event)));
    el("section")
        .child(el("h3").child(say::FROM_A_LINK))
        .child(on_enter(text, take))
        .child(actions().child(button(say::USE_LINK, take)))
        .child(el("h3").child(say::FILE))
        .child(el("label").class("field").child(el("span").child(say::FILE_LABEL)).child(file))
}
