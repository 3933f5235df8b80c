//! What stands beside the questions, and on a phone behind a tap: the areas with what is answered and where they stand.
//!
//! Only what changes is drawn anew: a control that is in use stays where it is.

use leptos::prelude::*;

use crate::browser::event;
use crate::page::missing::once_here;
use crate::page::profile::area_stands;
use crate::page::questions::{Shown, answered};
use crate::route::Route;
use crate::state::Session;
use crate::state::late_part::Later;
use crate::ui::control::{actions, button_link};
use crate::ui::disclosure::opens_to;
use crate::ui::element::{Element, el, nothing, reactive};
use mlops_core::model::{AreaIx, CapabilityIx};
use mlops_core::words::{pages, questions as say};

/// The id of all of it: a button opens it where there is no room for it beside the questions.
pub const ASIDE: &str = "aside";

/// All of it.
#[must_use]
pub fn aside(session: Session, id: &str, shown: Shown) -> Element {
    let model = session.model;
    let result = Route::Result { id: id.to_owned() }.href();
    let id = id.to_owned();
    let areas = reactive(move || {
        let areas = session.questionnaire.with(|asked| asked.areas(model));
        let items: Vec<Element> = areas.iter().map(|&one| area_link(session, &id, one, shown())).collect();
        el("ul").class("areas").child(items).into_any()
    });
    el("aside")
        .class("aside")
        .id(ASIDE)
        .attr("popover", "")
        .attr("aria-label", say::ASIDE)
        .child(el("h2").child(say::SO_FAR))
        .child(el("p").class("quiet").reactive_text(move || progress(session)))
        .child(el("nav").attr("aria-label", mlops_core::words::result::AREAS).child(areas))
        .child(actions().child(button_link(pages::RESULT, result)))
        .child(opened_late(session, "keys", say::KEYS, |later, _| (later.question_keys)()))
        .child(opened_late(session, "change-asking", say::CHANGE, |later, session| (later.change_asking)(session)))
}

fn progress(session: Session) -> String {
    let model = session.model;
    let asked: Vec<CapabilityIx> = session.questionnaire.with(|asked| asked.capabilities(model).collect());
    let open = asked.iter().filter(|&&at| !session.is_answered(at));
    let seconds = open.map(|&at| mlops_core::words::seconds_to_answer(model.capability(at))).sum();
    say::progress(answered(session, &asked), seconds)
}

/// An area: its name, how much of it is answered, and where it stands.
fn area_link(session: Session, id: &str, one: AreaIx, shown: Option<AreaIx>) -> Element {
    let area = session.model.area(one);
    let href = Route::Questions { id: id.to_owned(), area: Some(area.id.clone()) }.href();
    let asked = session.asked_in(one);
    let count = asked.len();
    let number = el("span")
        .class("count")
        .reactive_text(move || answered(session, &asked).part.to_string())
        .child(el("span").attr("aria-hidden", "true").child("/"))
        .child(el("span").class("sr-only").child(" of "))
        .child(count.to_string());
    let stands = reactive(move || {
        let drawn = session.with_case(|_, profile| profile.area(one).map(area_stands));
        drawn.map_or_else(nothing, Element::into_any)
    });
    let link = el("a")
        .attr("href", href)
        .child(el("span").lang(session.model.language()).child(area.title.as_str()))
        .child(number)
        .child(stands);
    el("li").child(if Some(one) == shown { link.attr("aria-current", "page") } else { link })
}

/// Something beside the questions that the later part draws when it is opened.
fn opened_late(
    session: Session,
    class: &'static str,
    summary: &'static str,
    draw: fn(Later, Session) -> AnyView,
) -> Element {
    let content = move || once_here(session, |later| draw(later, session));
    opens_to(summary, RwSignal::new(false), content).class(class)
}

/// Whether the page goes on by itself.
#[must_use]
pub fn step_on(session: Session) -> Element {
    let tick = el("input")
        .attr("type", "checkbox")
        .checked(move || session.step_on.get())
        .on("change", move |event| session.set_step_on(event::is_checked(&event)));
    el("label").class("step-on").child(tick).child(say::STEP_ON)
}
