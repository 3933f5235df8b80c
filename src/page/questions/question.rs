//! One question: five native radios, what counts as evidence, and room for a note.

use leptos::prelude::*;

use crate::browser::{event, page};
use crate::state::Session;
use crate::ui::control::{button, field};
use crate::ui::disclosure::disclosure;
use crate::ui::element::{Element, el};
use mlops_core::assessment::Response;
use mlops_core::model::CapabilityIx;
use mlops_core::model::answer::Answer;
use mlops_core::words;

/// The id of one of a question's radios. Capability ids are slugs and unique, so these are unique too.
fn radio_id(capability: &str, at: usize) -> String {
    format!("{capability}-{at}")
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
    let position = Answer::ALL.into_iter().position(|answer| Some(answer) == given).unwrap_or(0);
    let id = &session.model.capability(at).id;
    page::scroll_into_view(id);
    page::focus(&radio_id(id, position));
}

/// What is said to a question.
fn response(session: Session, id: &'static str) -> Response {
    session.current.with(|open| open.as_ref().and_then(|one| one.responses.get(id)).cloned().unwrap_or_default())
}

/// A question.
#[must_use]
pub fn question_card(session: Session, at: CapabilityIx, neighbours: Neighbours) -> Element {
    let capability = session.model.capability(at);
    let id = capability.id.as_str();
    let noted = untrack(|| response(session, id));
    let note_open = RwSignal::new(!noted.note.is_empty() || !noted.evidence.is_empty());
    let help_open = RwSignal::new(false);
    let answer = move || session.answer_to(at);
    let keys = move |event: leptos::ev::Event| {
        let Some(press) = event::press(&event).filter(|press| !press.is_command) else { return };
        match press.key.as_str() {
            digit @ ("1" | "2" | "3" | "4" | "5") => {
                let chosen = usize::from(digit.as_bytes()[0] - b'1');
                session.answer(at, Answer::ALL.get(chosen).copied());
                page::focus(&radio_id(id, chosen));
            }
            arrow @ ("ArrowDown" | "ArrowUp") => {
                let is_down = arrow == "ArrowDown";
                match if is_down { neighbours.after } else { neighbours.before } {
                    Some(next) => focus_question(session, next),
                    None if is_down => {}
                    None => page::focus_first_heading(),
                }
            }
            "n" => {
                note_open.set(true);
                page::focus_soon(&format!("{id}-note"));
            }
            "?" => help_open.update(|open| *open = !*open),
            _ => return,
        }
        event.prevent_default();
    };
    let mut answers = el("div").class("answers");
    for (position, value) in Answer::ALL.into_iter().enumerate() {
        let radio = el("input")
            .attr("type", "radio")
            .id(radio_id(id, position))
            .attr("name", id)
            .attr("value", value.word())
            .checked(move || answer() == Some(value))
            .on("change", move |_| session.answer(at, Some(value)));
        answers =
            answers.child(el("label").class("answer").child(radio).child(el("span").child(words::answer(value))));
    }
    let clear = button("Clear the answer", move || session.answer(at, None))
        .class("is-plain")
        .live_flag("hidden", move || answer().is_none());
    el("fieldset")
        .class("question")
        .attr("data-capability", id)
        .id(id)
        .on("keydown", keys)
        .child(el("legend").lang(session.model.language()).child(capability.question.as_str()))
        .child(answers)
        .child(
            el("div")
                .class("question-more")
                .child(help(session, at, help_open))
                .child(note(session, id, note_open))
                .child(clear),
        )
}

fn help(session: Session, at: CapabilityIx, open: RwSignal<bool>) -> Element {
    let capability = session.model.capability(at);
    let evidence: Vec<Element> = capability.evidence.iter().map(|item| el("li").child(item.as_str())).collect();
    let examples = (!capability.examples.is_empty()).then(|| {
        let names = words::list(&capability.examples);
        el("p").class("quiet").child(format!("Often used for it, as examples only: {names}."))
    });
    let language = session.model.language();
    let (kind, level, basis) = (words::kind(capability), capability.level, &capability.basis);
    el("details")
        .class("help")
        .live_flag("open", move || open.get())
        .child(el("summary").child("What counts"))
        .child(el("p").lang(language).child(capability.help.as_str()))
        .child(el("p").class("sub").child("Evidence"))
        .child(el("ul").lang(language).child(evidence))
        .child(examples)
        .child(el("p").class("quiet").child(format!("{kind} for level {level}. Basis: {basis}.")))
}

fn note(session: Session, id: &'static str, open: RwSignal<bool>) -> Element {
    let capability = session.model.find_capability(id);
    let respond = move |change: &dyn Fn(&mut Response)| {
        if let Some(at) = capability {
            session.respond(at, |response| change(response));
        }
    };
    let area = el("textarea")
        .id(format!("{id}-note"))
        .attr("rows", "2")
        .attr("maxlength", "4000")
        .value(move || response(session, id).note)
        .on("input", move |event| {
            let typed = event::value(&event);
            respond(&|response| response.note.clone_from(&typed));
        });
    let link = field(
        "Link to the evidence",
        "url",
        "2000",
        move || response(session, id).evidence,
        move |typed| respond(&|response| response.evidence.clone_from(&typed)),
    );
    let summary = move || {
        let said = response(session, id);
        let words = if said.note.is_empty() && said.evidence.is_empty() {
            "Note and evidence"
        } else {
            "Note and evidence (filled in)"
        };
        words.to_owned()
    };
    el("details").class("help").live_flag("open", move || open.get()).child(el("summary").live_text(summary)).child(
        el("div")
            .class("note")
            // Letters typed here are letters, not shortcuts.
            .on("keydown", |event| event.stop_propagation())
            .child(el("label").class("field").child(el("span").child("Note")).child(area))
            .child(link),
    )
}

/// What the keys do, for those who look.
#[must_use]
pub fn what_keys_do() -> AnyView {
    let item = |keys: &[&'static str], does: &'static str| {
        let mut item = el("li");
        for &key in keys {
            item = item.child(el("kbd").child(key)).child(" ");
        }
        item.child(does)
    };
    let list = el("ul")
        .child(item(&["1", "2", "3", "4", "5"], "answer the question that has the focus, in the order shown"))
        .child(item(&["\u{2193}", "\u{2191}"], "go to the next and the previous question"))
        .child(item(&["\u{2190}", "\u{2192}"], "move between its answers"))
        .child(item(&["n"], "opens the note"))
        .child(item(&["?"], "shows what counts"));
    disclosure("keys", "Keys", list)
}
