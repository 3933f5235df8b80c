//! The questions of one area, with the progress and the profile beside them.

pub mod aside;
pub mod more;
pub mod question;

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::event;
use crate::page::missing::{main_heading, once_here};
use crate::page::questions::aside::{ASIDE, aside, step_on};
use crate::page::questions::question::{Neighbours, focus_question, go_to, question_card};
use crate::page::saving::{once_settled, saving_shown, saving_trouble, saving_word};
use crate::route::Route;
use crate::state::Session;
use crate::ui::control::{button, link};
use crate::ui::element::{Element, Slice, el, group, nothing, reactive, reactive_text};
use mlops_core::assessment::Response;
use mlops_core::link::invitation;
use mlops_core::model::answer::Answer;
use mlops_core::model::{AreaIx, CapabilityIx};
use mlops_core::scoring::profile::Share;
use mlops_core::words;
use mlops_core::words::{buttons, pages, questions as say};

/// The area that is shown; follows changes of what is asked.
pub type Shown = Arc<dyn Fn() -> Option<AreaIx> + Send + Sync>;

/// The page of one area, or of the one to continue with.
#[must_use]
pub fn questions_page(session: Session, id: &str, area: Option<&str>) -> AnyView {
    let model = session.model;
    let id = id.to_owned();
    let wanted = area.and_then(|id| model.find_area(id));
    // Looked up again when the questions change: an area may have none in the other scope.
    let shown: Shown = Arc::new(move || {
        let areas = session.questionnaire.with(|asked| asked.areas(model));
        wanted.filter(|area| areas.contains(area)).or_else(|| untrack(|| session.area_to_continue()))
    });
    let bar = bar(session, Arc::clone(&shown));
    let (beside, shown_beside) = (id.clone(), Arc::clone(&shown));
    let aside = Slice::new(move || aside(session, &beside, shown_beside));
    let questions = reactive(move || match shown() {
        Some(area) => area_questions(session, &id, area),
        None => main_heading(say::NOTHING_ASKED).into_any(),
    });
    group()
        .child(bar)
        .child(saving_trouble(session))
        .child(el("div").class("with-aside").child(el("div").class("questions").child(questions)).child(aside))
        .into_any()
}

/// How many of these questions are answered; follows changes.
fn answered(session: Session, asked: &[CapabilityIx]) -> Share {
    Share { part: asked.iter().filter(|&&at| session.is_answered(at)).count(), of: asked.len() }
}

fn all_answered(session: Session) -> Share {
    let asked: Vec<CapabilityIx> = session.questionnaire.with(|asked| asked.capabilities(session.model).collect());
    answered(session, &asked)
}

/// The line that stays in view: what is answered, and the way to the next open question.
fn bar(session: Session, shown: Shown) -> Element {
    let title = move || {
        session.current.with(|open| open.as_ref().map(|one| words::title(&one.title).to_owned()).unwrap_or_default())
    };
    let (here, from) = (Arc::clone(&shown), Arc::clone(&shown));
    let area = move || here().map(|area| session.model.area(area).title.clone()).unwrap_or_default();
    let to_next = move || {
        let to = untrack(|| shown().and_then(|area| Some((area, session.next_open(area, None)?))));
        if let Some((area, next)) = to {
            go_to(session, area, next);
        }
    };
    // Where there is room the areas stand beside the questions; elsewhere this opens them.
    let place = el("button")
        .attr("type", "button")
        .class("place")
        .attr("popovertarget", ASIDE)
        .child(el("b").reactive_text(move || words::share(all_answered(session))))
        .child(el("span").reactive_text(area));
    el("div")
        .class("bar")
        .child(el("p").class("bar-title").child(el("bdi").reactive_text(title)))
        .child(place)
        .child(saving_shown(session))
        .child(
            button(say::NEXT_OPEN, to_next)
                .class("is-primary")
                .reactive_flag("disabled", move || from().and_then(|area| session.next_open(area, None)).is_none()),
        )
        // Said once for each answer, and after whatever else is being said.
        .child(
            el("p").class("sr-only").attr("role", "status").reactive_text(once_settled(session, move || {
                say::status(all_answered(session), saving_word(session))
            })),
        )
}

fn area_questions(session: Session, id: &str, at: AreaIx) -> AnyView {
    let model = session.model;
    let area = model.area(at);
    let asked = session.asked_in(at);
    let neighbours = |position: usize| Neighbours {
        before: position.checked_sub(1).and_then(|before| asked.get(before)).copied(),
        after: asked.get(position + 1).copied(),
    };
    let card = |(position, &one): (usize, &CapabilityIx)| {
        let neighbours = neighbours(position);
        Slice::new(move || question_card(session, one, neighbours))
    };
    let cards: Vec<Slice> = asked.iter().enumerate().map(card).collect();
    let first = asked.first().copied();
    let to_first = move |event: leptos::ev::Event| {
        let is_down = event::press(&event).is_some_and(|press| press.key == "ArrowDown" && !press.is_command);
        if let (true, Some(first)) = (is_down, first) {
            event.prevent_default();
            focus_question(session, first);
        }
    };
    let areas = session.questionnaire.with(|asked| asked.areas(model));
    let position = areas.iter().position(|&one| one == at).unwrap_or(0);
    let to = |words: fn(&str) -> String, to: &AreaIx| {
        let area = model.area(*to);
        link(words(&area.title), Route::Questions { id: id.to_owned(), area: Some(area.id.clone()) }.href())
    };
    let is_invited =
        session.current.with_untracked(|open| open.as_ref().is_some_and(|own| invitation(own).is_some()));
    let before = position.checked_sub(1).and_then(|before| areas.get(before));
    let before = before.map(|before| to(say::area_before, before).class("button"));
    let after = match areas.get(position + 1) {
        Some(after) => to(say::next_area, after),
        None if is_invited => link(pages::SEND_RESULT, Route::Send { id: id.to_owned() }.href()),
        None => link(say::SEE_RESULT, Route::Result { id: id.to_owned() }.href()),
    };
    group()
        .child(main_heading(area.title.as_str()).lang(model.language()).on("keydown", to_first))
        .child(el("p").class("why").lang(model.language()).child(area.why.as_str()))
        .child(confirm(session, asked.clone()))
        .child(skip(session, at, asked))
        .child(step_on(session))
        .child(cards)
        .child(to_come_back_to(session, at))
        .child(el("p").class("actions is-end").child(before).child(after.class("button is-primary")))
        .into_any()
}

/// All of an area at once, where it may be that none of it applies; and back.
fn skip(session: Session, at: AreaIx, asked: Vec<CapabilityIx>) -> Option<AnyView> {
    let says = session.model.area(at).skip_if.as_deref()?;
    let skipped = move |response: &mut Response| response.say(Some(Answer::NotApplicable));
    Some(at_once(session, move || asked.clone(), (says, say::SKIP), say::skipped, skipped))
}

/// In a new round: all answers of an area that nobody has confirmed yet are still true; and back.
fn confirm(session: Session, asked: Vec<CapabilityIx>) -> Option<AnyView> {
    let open = move || untrack(|| asked.iter().copied().filter(|&at| session.is_to_confirm(at)).collect::<Vec<_>>());
    (!open().is_empty()).then(|| {
        let confirmed = |response: &mut Response| response.later = false;
        at_once(session, open, (say::FROM_BEFORE, say::ALL_STILL_TRUE), say::confirmed, confirmed)
    })
}

/// Something that is said to several questions with one button; pressed again, it puts back what was there.
fn at_once(
    session: Session,
    of: impl Fn() -> Vec<CapabilityIx> + 'static,
    (says, offer): (&'static str, &'static str),
    done: fn(usize) -> String,
    change: impl Fn(&mut Response) + 'static,
) -> AnyView {
    let before = RwSignal::new(None::<Vec<(CapabilityIx, Response)>>);
    let press = move || match before.get_untracked() {
        Some(given) => {
            before.set(None);
            session.say_all(&given);
        }
        None => {
            let now: Vec<_> = of().into_iter().map(|one| (one, untrack(|| session.said(one)))).collect();
            let mut changed = now.clone();
            changed.iter_mut().for_each(|(_, response)| change(response));
            before.set(Some(now));
            session.say_all(&changed);
        }
    };
    let told = move || before.with(|before| before.as_ref().map_or(says.to_owned(), |all| done(all.len())));
    let offer = move || before.with(|before| if before.is_some() { buttons::UNDO } else { offer }.to_owned());
    let words = el("span").attr("role", "status").reactive_text(told);
    el("p").class("skip-area").child(words).child(button(reactive_text(offer), press)).into_any()
}

/// The questions that were marked, wherever they are asked: the later part lists them.
fn to_come_back_to(session: Session, area: AreaIx) -> AnyView {
    reactive(move || {
        let is_marked =
            session.questionnaire.with(|asked| asked.capabilities(session.model).any(|at| session.is_later(at)));
        if !is_marked {
            return nothing();
        }
        once_here(session, |later| (later.to_come_back_to)(session, area))
    })
}
