//! How the team stood before: the trend, the states that got a name, and a new round.

pub mod states;
pub mod trend;

use leptos::prelude::*;

use crate::browser::{address, page};
use crate::page::history::states::states;
use crate::page::history::trend::trend_part;
use crate::page::missing::{absent_assessment, main_heading};
use crate::page::respondents::taking::{ReadAnswers, fault_notice, taking};
use crate::page::saving::{saving_status, saving_trouble};
use crate::route::Route;
use crate::state::Session;
use crate::ui::control::{actions, button, field, link};
use crate::ui::element::{Element, el, group, nothing, reactive, theirs};
use mlops_core::assessment::clean_title;
use mlops_core::history::snapshots::trend;
use mlops_core::words;
use mlops_core::words::{buttons, heads, pages, rounds as say};

/// The page of an assessment's history.
#[must_use]
pub fn history_page(session: Session, id: &str) -> AnyView {
    let model = session.model;
    let title = session.current.with_untracked(|open| open.as_ref().map(|one| words::title(&one.title).to_owned()));
    let Some(title) = title else { return absent_assessment(session, id) };
    let moved = Memo::new(move |_| session.current.with(|open| open.as_ref().map(|own| trend(model, own))));
    let drawn =
        reactive(move || moved.with(|moved| moved.as_ref().map_or_else(nothing, |one| trend_part(model, one))));
    let bar = el("div")
        .class("bar")
        .child(el("p").class("bar-title").child(link(say::BACK, Route::Result { id: id.to_owned() }.href())))
        .child(saving_status(session));
    group()
        .child(bar)
        .child(saving_trouble(session))
        .child(main_heading(group().child(pages::of(pages::HISTORY)).child(theirs(title))))
        .child(el("h2").child(say::TREND))
        .child(drawn)
        .child(today(session, id))
        .child(states(session, moved))
        .child(import(session))
        .into_any()
}

/// Names today's state, and begins a round.
fn today(session: Session, id: &str) -> Element {
    let (label, said) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let take = move || {
        let name = clean_title(&label.get_untracked());
        said.set(match session.take_snapshot(&name) {
            Ok(()) => say::taken(&name),
            Err(error) => say::trouble(error),
        });
        label.set(String::new());
    };
    let questions = Route::Questions { id: id.to_owned(), area: None }.to_string();
    let begin = move || match session.new_round(&label.get_untracked()) {
        Ok(()) => address::go(&questions),
        Err(error) => said.set(say::trouble(error)),
    };
    let name = field(say::NAME, "text", "120", move || label.get(), move |typed| label.set(typed));
    el("section")
        .class("today")
        .attr("aria-labelledby", "today")
        .child(el("h2").id("today").child(heads::TODAY))
        .child(name)
        .child(
            actions()
                .child(button(say::TAKE, take))
                .child(button(say::NEW_ROUND, begin).class("is-primary"))
                .child(button(buttons::PRINT, page::print)),
        )
        .child(el("p").attr("role", "status").reactive_text(move || said.get()))
        .child(el("p").class("quiet").child(say::ABOUT_ROUND))
}

/// Takes results from elsewhere over.
fn import(session: Session) -> Element {
    let said = RwSignal::new(String::new());
    let faults = RwSignal::new(Vec::new());
    let on_read = move |answers: ReadAnswers| {
        let own =
            session.current.with_untracked(|open| open.as_ref().map(|own| own.title.clone())).unwrap_or_default();
        let before = states_kept(session);
        let named = |person: &mlops_core::history::gathered::Person| {
            let line = person.line();
            let title = if person.title == own { String::new() } else { person.title.clone() };
            (if line.is_empty() { title } else { line }, person.record())
        };
        let records: Vec<_> = answers.found.people.iter().map(named).collect();
        let outcome = session.take_over(&records);
        let mut words = String::new();
        if !records.is_empty() {
            words = say::taken_over(states_kept(session).saturating_sub(before));
        }
        if let Err(error) = outcome {
            words = format!("{words} {}", say::trouble(error));
        }
        said.set(words);
        faults.set(answers.faults);
    };
    el("section")
        .class("bring")
        .attr("aria-labelledby", "take-over")
        .child(el("h2").id("take-over").child(say::TAKE_OVER))
        .child(el("p").class("quiet").child(say::ABOUT_TAKE_OVER))
        .child(taking(session.model, on_read))
        .child(el("p").attr("role", "status").reactive_text(move || said.get()))
        .child(fault_notice(faults))
}

fn states_kept(session: Session) -> usize {
    session.current.with_untracked(|open| open.as_ref().map_or(0, |own| own.snapshots.len()))
}
