//! One question at a time, large: first only the question, then after a key what was said, and then it is settled.

use leptos::prelude::*;

use crate::browser::{address, event, page};
use crate::page::missing::{absent_assessment, main_heading, unknown_page};
use crate::page::respondents::said::{by_whom, tally};
use crate::page::respondents::together::with_cohort;
use crate::page::saving::{saving_status, saving_trouble};
use crate::pages::questions::KeyList;
use crate::route::Route;
use crate::state::Session;
use crate::ui::control::{actions, button, button_link};
use crate::ui::disclosure::disclosure;
use crate::ui::element::{Element, el, group, nothing, reactive, theirs};
use mlops_core::history::gathered::people;
use mlops_core::history::respondents::{Agreement, Cohort, Settled};
use mlops_core::model::CapabilityIx;
use mlops_core::model::answer::Answer;
use mlops_core::words::{self, questions, respondents as say};

/// The field of why something was settled.
const WHY: &str = "why";
/// The first of what was said, once it is shown.
const SHOWN: &str = "said";

/// Where one is among the questions, and what leads on.
#[derive(Clone, Debug)]
struct Place {
    at: CapabilityIx,
    number: usize,
    of: usize,
    before: Option<Route>,
    after: Option<Route>,
    overview: Route,
}

/// The page of one question.
#[must_use]
pub fn discuss_page(session: Session, id: &str, capability: &str) -> AnyView {
    if session.current.with_untracked(Option::is_none) {
        return absent_assessment(session, id);
    }
    let found = session.model.find_capability(capability);
    let drawn = untrack(|| {
        with_cohort(session, |cohort| {
            let place = place(cohort, id, found?)?;
            Some(question(session, cohort, place))
        })
    });
    drawn.flatten().unwrap_or_else(|| {
        unknown_page(&Route::Discuss { id: id.to_owned(), capability: capability.to_owned() }.to_string())
    })
}

/// On what people differ comes first, the widest spread first; then everything else.
fn place(cohort: &Cohort, id: &str, at: CapabilityIx) -> Option<Place> {
    let model = cohort.model();
    let mut order: Vec<CapabilityIx> = cohort.differing().iter().map(|one| one.capability).collect();
    let rest: Vec<_> = cohort.questionnaire().capabilities(model).filter(|at| !order.contains(at)).collect();
    order.extend(rest);
    let number = order.iter().position(|&one| one == at)?;
    let route =
        |at: &CapabilityIx| Route::Discuss { id: id.to_owned(), capability: model.capability(*at).id.clone() };
    Some(Place {
        at,
        number: number + 1,
        of: order.len(),
        before: number.checked_sub(1).and_then(|before| order.get(before)).map(route),
        after: order.get(number + 1).map(route),
        overview: Route::Together { id: id.to_owned() },
    })
}

fn question(session: Session, cohort: &Cohort, place: Place) -> AnyView {
    let at = place.at;
    let model = session.model;
    let capability = model.capability(at);
    let agreement = cohort.agreement(at);
    let is_shown = RwSignal::new(false);
    let settled = Memo::new(move |_| with_cohort(session, |cohort| cohort.settled(at).cloned()).flatten());
    let show = move || is_shown.update(|shown| *shown = !*shown);
    let keys = keys(session, &place, is_shown, settled);
    let answered = say::answered(&agreement);
    let said = shown(session, cohort, &agreement);
    let what_was_said = el("div")
        .class("talk-said")
        .id(SHOWN)
        .flag("hidden", true)
        .reactive_flag("hidden", move || !is_shown.get())
        .child(said)
        .child(settling(session, at, settled));
    let show_words = move || if is_shown.get() { say::HIDE } else { say::SHOW }.to_owned();
    let show_button = el("button")
        .attr("type", "button")
        .class("is-primary")
        .attr("aria-expanded", "false")
        .prop("ariaExpanded", move || is_shown.get().to_string())
        .on("click", move |_| show())
        .reactive_text(show_words);
    let to =
        |words: &'static str, route: &Option<Route>| route.as_ref().map(|route| button_link(words, route.href()));
    let area = &model.area(capability.area).title;
    el("div")
        .class("talk")
        .attr("tabindex", "-1")
        .on("keydown", keys)
        .child(
            el("p")
                .class("quiet talk-place")
                .child(format!("{}, {}", say::place(place.number, place.of), words::inside(area)))
                .child(saving_status(session)),
        )
        .child(saving_trouble(session))
        .child(main_heading(capability.question.as_str()).lang(model.language()))
        .child(el("p").class("quiet").lang(model.language()).child(questions::help(capability)))
        .child(el("p").child(answered))
        .child(actions().child(show_button))
        .child(what_was_said)
        .child(
            actions()
                .class("actions is-end")
                .child(to(say::BEFORE, &place.before))
                .child(button_link(say::OVERVIEW, place.overview.href()))
                .child(to(say::NEXT, &place.after)),
        )
        .child(disclosure("keys", questions::KEYS, view! { <KeyList keys=&say::KEYS_DO/> }.into_any()))
        .into_any()
}

/// What was said, by whom as far as that was said, and what was written with it.
fn shown(session: Session, cohort: &Cohort, agreement: &Agreement) -> AnyView {
    let at = agreement.capability;
    let written = session.current.with(|open| open.as_ref().map(|own| people(session.model, own).0));
    let note = |person: &mlops_core::history::gathered::Person| {
        let note = person.notes.iter().find(|note| note.capability == at).filter(|note| !note.note.is_empty())?;
        let name = &person.respondent.name;
        let who = (!name.is_empty()).then(|| el("strong").child(theirs(name.clone())).child(": "));
        Some(el("li").child(who).child(theirs(note.note.clone())))
    };
    let notes: Vec<Element> = written.iter().flatten().filter_map(note).collect();
    let notes = (!notes.is_empty())
        .then(|| el("div").child(el("p").class("sub").child(say::NOTES)).child(el("ul").class("plain").child(notes)));
    group()
        .child(tally(agreement))
        .child(el("p").child(say::together(agreement)))
        .child(el("div").class("by-whom").child(by_whom(cohort, at)).child(notes))
        .into_any()
}

/// Five answers to settle with, and why.
fn settling(session: Session, at: CapabilityIx, settled: Memo<Option<Settled>>) -> Element {
    let choose = |answer: Answer| {
        button(words::answer(answer), move || settle(session, at, answer, settled))
            .attr("aria-pressed", "false")
            .prop("ariaPressed", move || {
                settled.with(|settled| settled.as_ref().is_some_and(|one| one.answer == answer)).to_string()
            })
    };
    let buttons: Vec<Element> = Answer::ALL.into_iter().map(choose).collect();
    let says =
        move || settled.with(|settled| settled.as_ref().map(|one| say::settled(one.answer)).unwrap_or_default());
    let is_open = Memo::new(move |_| settled.with(Option::is_none));
    let why = reactive(move || {
        if is_open.get() {
            return nothing();
        }
        let typed = move |event: leptos::ev::Event| {
            if let Some(answer) = settled.with_untracked(|settled| settled.as_ref().map(|one| one.answer)) {
                session.settle(at, answer, &event::value(&event));
            }
        };
        // Letters typed here are letters, not shortcuts; only Esc leads back to the question.
        let keys = |event: leptos::ev::Event| {
            event.stop_propagation();
            if event::press(&event).is_some_and(|press| press.key == "Escape") {
                page::focus_first_heading();
            }
        };
        let area = el("textarea")
            .id(WHY)
            .attr("rows", "2")
            .attr("maxlength", "4000")
            .value(move || settled.with(|settled| settled.as_ref().map(|one| one.note.clone()).unwrap_or_default()))
            .on("keydown", keys)
            .on("input", typed);
        let back = move || {
            session.unsettle(at);
            page::focus_first_heading();
        };
        group()
            .child(el("label").class("field").child(el("span").child(say::WHY)).child(area))
            .child(button(say::UNSETTLE, back).class("is-plain"))
            .into_any()
    });
    el("div")
        .class("settle")
        .attr("role", "group")
        .attr("aria-label", say::SETTLE)
        .child(el("p").class("sub").child(say::SETTLE))
        .child(actions().child(buttons))
        .child(el("p").attr("role", "status").reactive_text(says))
        .child(why)
}

/// Settles, and keeps the note that is there.
fn settle(session: Session, at: CapabilityIx, answer: Answer, settled: Memo<Option<Settled>>) {
    let note = settled.with_untracked(|settled| settled.as_ref().map(|one| one.note.clone()).unwrap_or_default());
    session.settle(at, answer, &note);
}

fn keys(
    session: Session,
    place: &Place,
    is_shown: RwSignal<bool>,
    settled: Memo<Option<Settled>>,
) -> impl FnMut(leptos::ev::Event) + 'static {
    let Place { at, before, after, overview, .. } = place.clone();
    move |event| {
        let Some(press) = event::press(&event).filter(|press| !press.is_command) else { return };
        let go = |route: &Option<Route>| route.iter().for_each(|route| address::go(&route.to_string()));
        match press.key.as_str() {
            // A key that is held down acts once; only the arrows go on.
            "1" | "2" | "3" | "4" | "5" | "s" | "n" if press.is_repeat => {}
            "s" => is_shown.update(|shown| *shown = !*shown),
            "ArrowRight" => go(&after),
            "ArrowLeft" => go(&before),
            digit @ ("1" | "2" | "3" | "4" | "5") if is_shown.get_untracked() => {
                let chosen = usize::from(digit.as_bytes()[0] - b'1');
                if let Some(&answer) = Answer::ALL.get(chosen) {
                    settle(session, at, answer, settled);
                }
            }
            "n" if is_shown.get_untracked() => page::focus(WHY),
            "Escape" => address::go(&overview.to_string()),
            _ => return,
        }
        event.prevent_default();
    }
}
