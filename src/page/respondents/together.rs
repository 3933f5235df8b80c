//! What several people say together: where they agree, what to talk about first, and who is in it.

use leptos::prelude::*;

use crate::browser::page;
use crate::page::export::{File, html_file, save};
use crate::page::missing::{absent_assessment, main_heading};
use crate::page::respondents::said::{by_whom, tally};
use crate::page::respondents::taking::{ReadAnswers, fault_notice, taking};
use crate::page::saving::{file_name, saving_status, saving_trouble};
use crate::route::Route;
use crate::state::{Session, local_day, now};
use crate::ui::control::{actions, button, button_link, link, tick};
use crate::ui::disclosure::disclosure;
use crate::ui::element::{Element, el, group, nothing, reactive, theirs};
use crate::ui::table::{cell, row, table};
use mlops_core::assessment::Source;
use mlops_core::history::gathered::{self, Person, is_gathered};
use mlops_core::history::respondents::{Agreement, Cohort, Settled};
use mlops_core::model::{AreaIx, CapabilityIx};
use mlops_core::report::cohort::cohort_document;
use mlops_core::report::document::Document;
use mlops_core::report::markdown;
use mlops_core::words::{self, buttons, history, report, respondents as say};

/// The page of an assessment that several people's answers became.
#[must_use]
pub fn together_page(session: Session, id: &str) -> AnyView {
    let open = session
        .current
        .with_untracked(|open| open.as_ref().map(|own| (words::title(&own.title).to_owned(), is_gathered(own))));
    let Some((title, is_gathered)) = open else { return absent_assessment(session, id) };
    let result = Route::Result { id: id.to_owned() }.href();
    let bar = el("div")
        .class("bar")
        .child(el("p").class("bar-title").child(link(words::rounds::BACK, result)))
        .child(saving_status(session));
    let head = group().child(bar).child(saving_trouble(session)).child(main_heading(theirs(title.clone())));
    if !is_gathered {
        return head
            .child(el("p").child(say::NOT_GATHERED))
            .child(actions().child(button_link(say::GATHER, Route::Gather.href())))
            .into_any();
    }
    // Drawn anew when the people or what they settled change, and by nothing else.
    let followed = Memo::new(move |_| session.current.with(|open| open.as_ref().map(|own| own.sources.clone())));
    let settled = Memo::new(move |_| with_cohort(session, all_settled).unwrap_or_default());
    let id = id.to_owned();
    let drawn = reactive(move || {
        followed.track();
        settled.track();
        untrack(|| with_cohort(session, |cohort| said(cohort, &id)).unwrap_or_else(nothing))
    });
    head.child(drawn).child(people(session, followed)).child(exports(session, title)).into_any()
}

/// Calls `look` with the people of the open assessment put together; follows changes.
pub fn with_cohort<T>(session: Session, look: impl FnOnce(&Cohort) -> T) -> Option<T> {
    session.current.with(|open| {
        let cohort = gathered::cohort(session.model, open.as_ref()?).ok()?;
        Some(look(&cohort))
    })
}

fn all_settled(cohort: &Cohort) -> Vec<Option<Settled>> {
    cohort.model().capability_ixs().map(|at| cohort.settled(at).cloned()).collect()
}

/// Leads to a question in the large view.
fn discuss(cohort: &Cohort, id: &str, at: CapabilityIx, words: String) -> Element {
    let capability = cohort.model().capability(at).id.clone();
    link(words, Route::Discuss { id: id.to_owned(), capability }.href())
}

fn said(cohort: &Cohort, id: &str) -> AnyView {
    let first = cohort.talk_first();
    let differing = cohort.differing();
    let settled = differing.iter().filter(|one| cohort.settled(one.capability).is_some()).count();
    let to_first = first.first().or(differing.first()).map(|one| one.capability);
    let to_first = to_first.or_else(|| cohort.questionnaire().capabilities(cohort.model()).next());
    let talk = if first.is_empty() {
        let says = if differing.is_empty() { say::ALL_AGREE } else { say::ALL_SETTLED };
        el("p").class("verdict").child(says).into_any()
    } else {
        let cards: Vec<Element> = first.iter().map(|one| card(cohort, id, one)).collect();
        group()
            .child(el("h2").child(say::talk_first(first.len())))
            .child(el("ol").class("talk-first").child(cards))
            .into_any()
    };
    let progress = (!differing.is_empty()).then(|| el("p").child(say::settled_of(settled, differing.len())));
    let go = to_first.map(|at| {
        let link = discuss(cohort, id, at, say::ONE_BY_ONE.to_owned()).class("button is-primary");
        actions().child(link).child(button(buttons::PRINT, page::print))
    });
    let areas = cohort.questionnaire().areas(cohort.model());
    let tables: Vec<AnyView> = areas.into_iter().map(|area| area_table(cohort, id, area)).collect();
    group()
        .child(el("p").class("quiet").child(say::basis(cohort)))
        .child(go)
        .child(progress)
        .child(talk)
        .child(el("h2").child(say::EVERYTHING))
        .child(el("p").class("quiet").child(report::SPREAD_NOTE))
        .child(tables)
        .into_any()
}

fn card(cohort: &Cohort, id: &str, one: &Agreement) -> Element {
    let at = one.capability;
    let capability = cohort.model().capability(at);
    el("li")
        .attr("data-talk", capability.id.clone())
        .child(el("h3").lang(cohort.model().language()).child(discuss(cohort, id, at, capability.question.clone())))
        .child(tally(one))
        .child(el("p").class("quiet").child(say::together(one)))
        .child(el("div").class("by-whom").child(by_whom(cohort, at)))
}

fn area_table(cohort: &Cohort, id: &str, area: AreaIx) -> AnyView {
    let model = cohort.model();
    let of_area = cohort.agreements().into_iter().filter(|one| model.capability(one.capability).area == area);
    let rows = of_area.map(|one| {
        let at = one.capability;
        let together = match cohort.settled(at) {
            Some(settled) => say::settled(settled.answer),
            None => words::answer_or_open(one.combined).to_owned(),
        };
        let name = discuss(cohort, id, at, model.capability(at).name().to_owned());
        row(name)
            .attr("data-agreement", model.capability(at).id.clone())
            .child(cell(together))
            .child(cell(history::spread_in_short(one.spread)))
            .child(cell(words::capitalised(&history::tally(&one))))
    });
    let heads = report::COHORT_HEADS.map(str::to_owned);
    table(say::of_area(&model.area(area).title), &heads, rows.collect())
}

/// Who is in it, and how more come in.
fn people(session: Session, followed: Memo<Option<Vec<Source>>>) -> Element {
    let said = RwSignal::new(String::new());
    let faults = RwSignal::new(Vec::new());
    let on_read = move |answers: ReadAnswers| {
        let people = answers.found.people;
        said.set(match session.add_people(&people) {
            _ if people.is_empty() => String::new(),
            Ok(added) => say::added(added),
            Err(error) => words::history::cohort_error(error),
        });
        faults.set(answers.faults);
    };
    let list = reactive(move || {
        followed.track();
        let found =
            untrack(|| session.current.with(|open| open.as_ref().map(|own| gathered::people(session.model, own))));
        let (people, lost) = found.unwrap_or_default();
        let items: Vec<Element> = people.iter().map(|person| one_person(session, person, said)).collect();
        group()
            .child((lost > 0).then(|| el("p").class("notice is-warning").child(say::lost(lost))))
            .child(el("ul").class("people-list").child(items))
            .child(say::twice(&gathered::twice(&people)).map(|says| el("p").child(says)))
            .into_any()
    });
    el("section")
        .attr("aria-labelledby", "people")
        .child(el("h2").id("people").attr("tabindex", "-1").child(say::PEOPLE))
        .child(el("p").attr("role", "status").reactive_text(move || said.get()))
        .child(list)
        .child(disclosure("more add-people", say::ADD_MORE, taking(session.model, on_read)))
        .child(fault_notice(faults))
}

fn one_person(session: Session, person: &Person, said: RwSignal<String>) -> Element {
    let (name, payload) = (say::person(person), person.payload.clone());
    let told = group().child(say::LEAVE_OUT).child(el("span").class("sr-only").child(format!(" {name}")));
    let leave_out = move || {
        let is_done = session.leave_out(&payload);
        said.set(if is_done { String::new() } else { say::TWO_STAY.to_owned() });
        page::focus_soon("people");
    };
    let link = link(theirs(name), Route::Shared { payload: person.payload.clone() }.href());
    el("li").child(link).child(button(told, leave_out).class("is-plain"))
}

fn exports(session: Session, title: String) -> Element {
    let with_names = RwSignal::new(false);
    let write = move |title: &str| {
        let names = with_names.get_untracked();
        untrack(|| with_cohort(session, |cohort| cohort_document(cohort, title, local_day(now()), names)))
    };
    let take = |says: &'static str, ending: &'static str, file: fn(Document) -> File| {
        let title = title.clone();
        button(says, move || {
            if let Some(document) = write(&title) {
                save(file_name(&title, ending), file(document), None);
            }
        })
    };
    el("section")
        .class("exports")
        .attr("aria-labelledby", "take-away")
        .child(el("h2").id("take-away").child(say::TAKE_ALONG))
        .child(tick(say::WITH_NAMES, with_names))
        .child(
            actions()
                .child(take(buttons::MARKDOWN, "together.md", |document| File::Markdown(markdown::write(&document))))
                .child(take(buttons::HTML, "together.html", |document| html_file(document, None))),
        )
}
