//! One question: five native radios, what "partly" means there, what counts as evidence, and room for a note.
//!
//! How a question looks follows from its radios alone and is the style sheet's work: what is answered, which open one is
//! the next, and which of its lines show. Every line has its place whether it shows or not, so an answer moves nothing.

use leptos::prelude::*;

use crate::browser::{address, event, page};
use crate::page::missing::once_here;
use crate::route::Route;
use crate::state::Session;
use crate::state::late_part::Later;
use crate::ui::control::{button, field};
use crate::ui::disclosure::{open, opens_to};
use crate::ui::element::{Element, Group, el, group};
use mlops_core::model::answer::Answer;
use mlops_core::model::{AreaIx, Capability, CapabilityIx};
use mlops_core::words::{self, questions as say};

/// The id of one of a question's radios. Capability ids are slugs and unique, so these are unique too.
fn radio_id(capability: &str, place: u32) -> String {
    format!("{capability}-{place}")
}

/// The place of an answer among a question's radios.
fn position(answer: Answer) -> Option<u32> {
    (0..).zip(Answer::ALL).find(|&(_, one)| one == answer).map(|(place, _)| place)
}

/// Which questions stand before and after, for the arrow keys.
#[derive(Clone, Copy, Debug, Default)]
pub struct Neighbours {
    /// The one above.
    pub before: Option<CapabilityIx>,
    /// The one below.
    pub after: Option<CapabilityIx>,
}

/// Puts the focus on a question: on its answer, or on the first one to give.
pub fn focus_question(session: Session, at: CapabilityIx) {
    let given = untrack(|| session.answer_to(at));
    let place = given.and_then(position).unwrap_or(0);
    let id = &session.model.capability(at).id;
    page::scroll_into_view(id);
    page::focus(&radio_id(id, place));
}

/// Goes to a question, wherever it is asked; `area` is the one that is shown.
pub fn go_to(session: Session, area: AreaIx, to: CapabilityIx) {
    let its_area = session.model.capability(to).area;
    if its_area == area {
        return focus_question(session, to);
    }
    let Some(id) = session.current.with_untracked(|open| open.as_ref().map(|one| one.id.clone())) else { return };
    // The other area is drawn first and its heading takes the focus; then the question takes it.
    address::go(&Route::Questions { id, area: Some(session.model.area(its_area).id.clone()) }.to_string());
    page::later(move || focus_question(session, to));
}

/// A question.
#[must_use]
pub fn question_card(session: Session, at: CapabilityIx, neighbours: Neighbours) -> Element {
    let capability = session.model.capability(at);
    let id = capability.id.as_str();
    let language = session.model.language();
    let answer = move || session.answer_to(at);
    let noted = untrack(|| session.said(at));
    let is_noted = RwSignal::new(!noted.note.is_empty() || !noted.evidence.is_empty());
    let step_on = move || {
        let next = untrack(|| session.step_on.get().then(|| session.next_open(capability.area, Some(at))).flatten());
        if let Some(next) = next {
            go_to(session, capability.area, next);
        }
    };
    let keys = move |event: leptos::ev::Event| {
        let Some(press) = event::press(&event).filter(|press| !press.is_command) else { return };
        match press.key.as_str() {
            // A key that is held down acts once; only the arrows go on.
            "1" | "2" | "3" | "4" | "5" | "t" | "n" | "?" if press.is_repeat => {}
            digit @ ("1" | "2" | "3" | "4" | "5") => {
                let chosen = digit.as_bytes()[0] - b'1';
                session.answer(at, Answer::ALL.get(usize::from(chosen)).copied());
                page::focus(&radio_id(id, chosen.into()));
                step_on();
            }
            arrow @ ("ArrowDown" | "ArrowUp") => {
                let is_down = arrow == "ArrowDown";
                match if is_down { neighbours.after } else { neighbours.before } {
                    Some(next) => focus_question(session, next),
                    None if is_down => {}
                    None => page::focus_first_heading(),
                }
            }
            "t" if untrack(|| session.is_to_confirm(at)) => {
                session.confirm(at);
                step_on();
            }
            "n" => {
                open(is_noted);
                page::soon(move || page::reveal(&note_id(id)));
            }
            "?" => page::toggle(&help_id(id)),
            _ => return,
        }
        event.prevent_default();
    };
    let mut answers = el("div")
        .class("answers")
        .chosen(move || answer().and_then(position))
        .on("change", move |event| session.answer(at, Answer::from_word(&event::value(&event))))
        // The arrow keys choose as they pass, and passing is no answer to go on from.
        .on("click", move |event| {
            if event::is_pointer(&event) && !event::value(&event).is_empty() {
                page::soon(step_on);
            }
        });
    for (place, value) in (0..).zip(Answer::ALL) {
        let radio =
            el("input").attr("type", "radio").id(radio_id(id, place)).attr("name", id).attr("value", value.word());
        answers =
            answers.child(el("label").class("answer").child(radio).child(el("span").child(words::answer(value))));
    }
    let partly = say::partly(capability);
    let partly = partly.map(|means| {
        let means = el("span").lang(language).child(means);
        el("span").class("partly").child(el("b").child(say::PARTLY_HERE)).child(means)
    });
    let says = el("span").lang(language).child(say::help(capability));
    let says = if partly.is_some() { says.class("gives-way") } else { says };
    let help = el("p").class("says").child(says).child(partly);
    el("fieldset")
        .class("question")
        .attr("data-capability", id)
        .id(id)
        .on("keydown", keys)
        .child(el("legend").lang(language).child(capability.question.as_str()))
        .child(answers)
        .child(help)
        .child(
            el("div")
                .class("question-more")
                .child(what_counts(session, at))
                .child(note(session, at, is_noted))
                .child(
                    el("div")
                        .class("either")
                        .child(later(session, at))
                        .child(clear(session, at))
                        .child(still_true(session, at)),
                ),
        )
}

fn help_id(id: &str) -> String {
    format!("{id}-help")
}

fn note_id(id: &str) -> String {
    format!("{id}-note")
}

/// Words with what tells them from the same words of other questions, for those who hear one at a time.
fn told_apart(words: &'static str, capability: &Capability) -> Group {
    group().child(words).child(el("span").class("sr-only").child(say::of_question(capability)))
}

/// What counts is fetched with the later part, and drawn when somebody asks for it.
fn what_counts(session: Session, at: CapabilityIx) -> Element {
    let capability = session.model.capability(at);
    let content = move || {
        let draw = |later: Later| (later.what_counts)(session, at);
        once_here(session, draw)
    };
    opens_to(told_apart(say::WHAT_COUNTS, capability), RwSignal::new(false), content).id(help_id(&capability.id))
}

fn note(session: Session, at: CapabilityIx, is_opened: RwSignal<bool>) -> Element {
    let capability = session.model.capability(at);
    let content = move || {
        let area = el("textarea")
            .id(note_id(&capability.id))
            .attr("rows", "2")
            .attr("maxlength", "4000")
            .value(move || session.said(at).note)
            .on("input", move |event| {
                let typed = event::value(&event);
                session.respond(at, |response| response.note.clone_from(&typed));
            });
        let link = field(
            told_apart(say::EVIDENCE_LINK, capability),
            "url",
            "2000",
            move || session.said(at).evidence,
            move |typed| session.respond(at, |response| response.evidence.clone_from(&typed)),
        );
        // Letters typed here are letters, not shortcuts; only Esc leads back to the question.
        let keys = move |event: leptos::ev::Event| {
            event.stop_propagation();
            if event::press(&event).is_some_and(|press| press.key == "Escape") {
                focus_question(session, at);
            }
        };
        let label = el("label").class("field").child(el("span").child(told_apart(say::NOTE, capability))).child(area);
        el("div").class("note").on("keydown", keys).child(label).child(link).into_any()
    };
    opens_to(told_apart(say::NOTE, capability), is_opened, content).flag("open", is_opened.get_untracked())
}

/// The mark on an open question that is to be answered another time.
fn later(session: Session, at: CapabilityIx) -> Element {
    let mark = el("input")
        .attr("type", "checkbox")
        .checked(move || session.is_marked(at))
        .on("change", move |event| session.set_later(at, event::is_checked(&event)));
    el("label")
        .class("later")
        .child(mark)
        .child(el("span").child(told_apart(say::COME_BACK, session.model.capability(at))))
}

/// Says of an answer of the round before that it is still true. Which of the three stands here follows from the radios and
/// from the mark.
fn still_true(session: Session, at: CapabilityIx) -> Element {
    let words = told_apart(say::STILL_TRUE, session.model.capability(at));
    let confirm = move || {
        session.confirm(at);
        focus_question(session, at);
    };
    button(words, confirm).class("still-true")
}

fn clear(session: Session, at: CapabilityIx) -> Element {
    let words = told_apart(say::CLEAR, session.model.capability(at));
    button(words, move || session.answer(at, None)).class("clear is-plain")
}
