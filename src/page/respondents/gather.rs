//! Where a facilitator brings together what people sent, before it becomes an assessment.

use leptos::prelude::*;

use crate::browser::{address, page};
use crate::page::missing::main_heading;
use crate::page::respondents::taking::{ReadAnswers, fault_notice, taking};
use crate::page::saving::saving_trouble;
use crate::route::Route;
use crate::state::{Session, local_day, now};
use crate::ui::control::{actions, button, field};
use crate::ui::element::{Element, el, group, nothing, reactive, theirs};
use mlops_core::history::gathered::{Found, Person, invitations, title, twice};
use mlops_core::history::respondents::{LEAST, MOST};
use mlops_core::words::{self, respondents as say};

/// The page.
#[must_use]
pub fn gather_page(session: Session) -> AnyView {
    let found = RwSignal::new(Found::default());
    let faults = RwSignal::new(Vec::new());
    let name = RwSignal::new(String::new());
    let trouble = RwSignal::new(String::new());
    let on_read = move |answers: ReadAnswers| {
        // What came twice is told of what came just now: whoever mends one link brings the others once more.
        let same = answers.found.same;
        found.update(|found| {
            found.join(answers.found);
            found.same = same;
        });
        faults.set(answers.faults);
        if name.with_untracked(String::is_empty) {
            name.set(found.with_untracked(|found| title(&found.people)));
        }
        page::focus_soon(FOUND);
    };
    let put_together = move || {
        let people = found.with_untracked(|found| found.people.clone());
        let typed = name.get_untracked();
        let title = if typed.trim().is_empty() { say::title(people.len(), local_day(now())) } else { typed };
        match session.gather(&people, &title) {
            Ok(id) => address::go(&Route::Together { id }.to_string()),
            Err(error) => trouble.set(words::history::cohort_error(error)),
        }
    };
    let is_unready = move || found.with(|found| !(LEAST..=MOST).contains(&found.people.len()));
    let has_nobody = Memo::new(move |_| found.with(|found| found.people.is_empty()));
    let ready = reactive(move || {
        if has_nobody.get() {
            return nothing();
        }
        let again = move || found.with(|found| say::twice(&twice(&found.people)).unwrap_or_default());
        let told = move || found.with(|found| say::found(found, invitations(&found.people)));
        el("section")
            .attr("aria-labelledby", FOUND)
            .child(el("h2").id(FOUND).attr("tabindex", "-1").child(say::PEOPLE))
            .child(el("p").attr("role", "status").reactive_text(told))
            .child(reactive(move || list(found)))
            .child(el("p").attr("role", "status").reactive_text(again))
            .child(field(say::TITLE, "text", "120", move || name.get(), move |typed| name.set(typed)))
            .child(actions().child(
                button(say::PUT_TOGETHER, put_together).class("is-primary").reactive_flag("disabled", is_unready),
            ))
            .child(el("p").attr("role", "alert").reactive_text(move || trouble.get()))
            .into_any()
    });
    group()
        .child(saving_trouble(session))
        .child(main_heading(words::pages::GATHER))
        .child(el("p").class("lead").child(say::ABOUT_GATHER))
        .child(taking(session.model, on_read))
        .child(fault_notice(faults))
        .child(ready)
        .into_any()
}

const FOUND: &str = "found-people";

fn list(found: RwSignal<Found>) -> AnyView {
    let item = |person: &Person| {
        let (payload, name) = (person.payload.clone(), say::person(person));
        let leave_out = move || {
            found.update(|found| found.people.retain(|one| one.payload != payload));
            page::focus_soon(FOUND);
        };
        let words = group().child(say::LEAVE_OUT).child(el("span").class("sr-only").child(format!(" {name}")));
        el("li").child(theirs(name.clone())).child(button(words, leave_out).class("is-plain"))
    };
    let items: Vec<Element> = found.with(|found| found.people.iter().map(item).collect());
    el("ul").class("people-list").child(items).into_any()
}
