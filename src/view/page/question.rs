//! One question: five native radios, what counts as evidence, and room for a note.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::page;
use crate::codec::words;
use crate::domain::answer::Answer;
use crate::domain::model::CapabilityIx;
use crate::session::Session;
use crate::view::part::disclosure::disclosure;

/// The ids of a question's elements. Capability ids are slugs and unique, so these are unique too.
#[must_use]
pub fn radio_id(capability: &str, at: usize) -> String {
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
    let given = session.answers.with_untracked(|answers| answers.get(at));
    let position = Answer::ALL.into_iter().position(|answer| Some(answer) == given).unwrap_or(0);
    let id = &session.model.capability(at).id;
    page::scroll_into_view(id);
    page::focus(&radio_id(id, position));
}

/// A question with its number on the page.
#[must_use]
pub fn question_card(session: Session, at: CapabilityIx, neighbours: Neighbours) -> AnyView {
    let capability = session.model.capability(at);
    let id = capability.id.as_str();
    let noted = session.current.with_untracked(|open| {
        let response = open.as_ref().and_then(|assessment| assessment.responses.get(id));
        response.is_some_and(|response| !response.note.is_empty() || !response.evidence.is_empty())
    });
    let note_open = RwSignal::new(noted);
    let help_open = RwSignal::new(false);
    let answer = move || session.answers.with(|answers| answers.get(at));
    let keys = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        match key.as_str() {
            "1" | "2" | "3" | "4" | "5" => {
                let chosen = usize::from(key.as_bytes()[0] - b'1');
                session.answer(at, Answer::ALL.get(chosen).copied());
                page::focus(&radio_id(id, chosen));
            }
            "ArrowDown" | "ArrowUp" => {
                let next = if key == "ArrowDown" { neighbours.after } else { neighbours.before };
                match next {
                    Some(next) => focus_question(session, next),
                    None => return,
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
    let radio = |(position, value): (usize, Answer)| {
        let is_given = move || answer() == Some(value);
        view! {
            <label class=format!("answer is-{}", value.word())>
                <input
                    type="radio"
                    id=radio_id(id, position)
                    name=id
                    value=value.word()
                    checked=is_given
                    prop:checked=is_given
                    on:change=move |_| session.answer(at, Some(value))
                />
                <span>{words::answer(value)}</span>
            </label>
        }
    };
    let radios: Vec<_> = Answer::ALL.into_iter().enumerate().map(radio).collect();
    view! {
        <fieldset class="question" class:is-answered=move || answer().is_some() data-capability=id id=id on:keydown=keys>
            <legend>{capability.question.clone()}</legend>
            <div class="answers">{radios}</div>
            <div class="question-more">
                {help(session, at, help_open)}
                {note(session, at, note_open)}
                <button type="button" class="is-plain" hidden=move || answer().is_none()
                    on:click=move |_| session.answer(at, None)>"Clear the answer"</button>
            </div>
        </fieldset>
    }
    .into_any()
}

fn help(session: Session, at: CapabilityIx, open: RwSignal<bool>) -> AnyView {
    let capability = session.model.capability(at);
    let evidence: Vec<_> = capability.evidence.iter().map(|item| view! { <li>{item.clone()}</li> }).collect();
    let examples = (!capability.examples.is_empty())
        .then(|| view! { <p class="quiet">"Often used for it, as examples only: "{words::list(&capability.examples)}"."</p> });
    let kind = if capability.core { "Essential" } else { "Supporting" };
    view! {
        <details class="help" open=move || open.get()>
            <summary>"What counts"</summary>
            <p>{capability.help.clone()}</p>
            <p class="sub">"Evidence"</p>
            <ul>{evidence}</ul>
            {examples}
            <p class="quiet">{format!("{kind} for level {}. Basis: {}.", capability.level, capability.basis)}</p>
        </details>
    }
    .into_any()
}

fn note(session: Session, at: CapabilityIx, open: RwSignal<bool>) -> AnyView {
    let id = session.model.capability(at).id.as_str();
    let response = move || {
        session.current.with(|open| open.as_ref().and_then(|one| one.responses.get(id)).cloned().unwrap_or_default())
    };
    let is_noted = move || {
        let response = response();
        !response.note.is_empty() || !response.evidence.is_empty()
    };
    // Letters typed here are letters, not shortcuts.
    let typing = |event: KeyboardEvent| {
        if event.key() != "Escape" {
            event.stop_propagation();
        }
    };
    let fields = view! {
        <div class="note" on:keydown=typing>
            <label class="field">
                <span>"Note"</span>
                <textarea id=format!("{id}-note") rows="2" maxlength="4000"
                    prop:value=move || response().note
                    on:input=move |event| session.respond(at, |response| response.note = event_target_value(&event))
                >{response().note}</textarea>
            </label>
            <label class="field">
                <span>"Link to the evidence"</span>
                <input type="url" maxlength="2000" placeholder="https://" value=response().evidence
                    prop:value=move || response().evidence
                    on:input=move |event| session.respond(at, |response| response.evidence = event_target_value(&event))
                />
            </label>
        </div>
    };
    let summary = move || if is_noted() { "Note and evidence (filled in)" } else { "Note and evidence" };
    view! {
        <details class="help" open=move || open.get()>
            <summary>{summary}</summary>
            {fields}
        </details>
    }
    .into_any()
}

/// A list of evidence links or texts, for results.
#[must_use]
pub fn what_keys_do() -> AnyView {
    disclosure(
        "keys",
        "Keys",
        view! {
            <ul>
                <li><kbd>"1"</kbd>" to "<kbd>"5"</kbd>" answer the question that has the focus, in the order shown"</li>
                <li><kbd>"\u{2193}"</kbd>" "<kbd>"\u{2191}"</kbd>" go to the next and the previous question"</li>
                <li><kbd>"\u{2190}"</kbd>" "<kbd>"\u{2192}"</kbd>" move between its answers"</li>
                <li><kbd>"n"</kbd>" opens the note, "<kbd>"?"</kbd>" shows what counts"</li>
            </ul>
        },
    )
}
