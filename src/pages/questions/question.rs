//! One question: five radio buttons, what "partly" means here, what counts as evidence, and room for a note.
//!
//! The style sheet derives the look of a question from its radio buttons: whether it is answered, whether it is the
//! next open one, and which of its lines are visible. Hidden lines keep their space, so that an answer moves nothing.

use std::cell::Cell;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use crate::browser::keyboard::KeyPress;
use crate::browser::{clock, dom};
use crate::components::{Disclosure, LiveText, TextArea, TextField, draw_disclosed, lang_of};
use crate::lazy::{Lazy, LazyView};
use crate::route::Route;
use crate::state::{Library, Navigation, OpenAssessment, ProposalStore, local_day, now};
use mlops_core::model::answer::Answer;
use mlops_core::model::{AreaIx, Capability, CapabilityIx};
use mlops_core::moment::Day;
use mlops_core::words::{self, questions as say};

/// The id of a radio button of a question. Capability ids are unique slugs, so these ids are unique too.
fn radio_id(capability: &str, position: usize) -> String {
    format!("{capability}-{position}")
}

fn help_id(capability: &str) -> String {
    format!("{capability}-help")
}

fn note_id(capability: &str) -> String {
    format!("{capability}-note")
}

/// Focuses a question: its answer, or the first radio button.
pub fn focus_question(assessment: OpenAssessment, at: CapabilityIx) {
    let given = untrack(|| assessment.answer_to(at));
    let position = given.and_then(|given| Answer::ALL.iter().position(|&one| one == given)).unwrap_or(0);
    let id = &assessment.model().capability(at).id;
    dom::scroll_into_view(id);
    dom::focus(&radio_id(id, position));
}

/// For this long after the page went to the next question, a press may be the second one of a double press. In
/// milliseconds.
const DOUBLE_PRESS_MS: u64 = 500;

thread_local! {
    /// When the page last went to the next question after an answer, in milliseconds since 1970.
    static ADVANCED_AT: Cell<u64> = const { Cell::new(0) };
}

/// Moves between questions, and answers by key.
#[derive(Clone, Copy)]
pub struct QuestionNavigation {
    assessment: OpenAssessment,
    library: Library,
    navigation: Navigation,
}

impl QuestionNavigation {
    /// Reads the contexts when a component is drawn: event handlers have none.
    pub fn from_context() -> Self {
        Self { assessment: expect_context(), library: expect_context(), navigation: expect_context() }
    }

    /// Goes to a question in any area. `area` is the area on the page.
    pub fn go_to(self, area: AreaIx, to: CapabilityIx) {
        if self.assessment.model().capability(to).area == area {
            focus_question(self.assessment, to);
        } else {
            self.open(to);
        }
    }

    /// Goes to a question from another page or another area.
    pub fn open(self, to: CapabilityIx) {
        let assessment = self.assessment;
        let Some(id) = assessment.id.get_untracked() else { return };
        // Its area is drawn first and the heading takes the focus; after that the question takes it.
        let area = Some(assessment.model().area(assessment.model().capability(to).area).id.clone());
        self.navigation.navigate(&Route::Questions { id, area });
        dom::after_frames(move || focus_question(assessment, to));
    }

    /// Goes to the next open question after `area` has begun.
    pub fn go_to_next_open(self, area: AreaIx) {
        if let Some(next) = untrack(|| self.assessment.next_open(area, None)) {
            self.go_to(area, next);
        }
    }

    /// Goes to the next open question after an answer, if the person chose that setting.
    fn advance(self, at: CapabilityIx) {
        if !self.library.auto_advance.get_untracked() {
            return;
        }
        let area = self.assessment.model().capability(at).area;
        if let Some(next) = untrack(|| self.assessment.next_open(area, Some(at))) {
            ADVANCED_AT.set(clock::now());
            self.go_to(area, next);
        }
    }

    /// Answers a question by a digit; `1` is the first answer. Returns whether the key is such a digit.
    pub fn answer_by_key(self, at: CapabilityIx, key: &str) -> bool {
        let Some((position, answer)) = answer_of_digit(key) else { return false };
        self.assessment.answer(at, Some(answer));
        dom::focus(&radio_id(&self.assessment.model().capability(at).id, position));
        self.advance(at);
        true
    }
}

/// The position and the answer that a digit stands for; `1` is the first answer.
fn answer_of_digit(key: &str) -> Option<(usize, Answer)> {
    let position = key.parse::<usize>().ok()?.checked_sub(1)?;
    Some((position, *Answer::ALL.get(position)?))
}

#[component]
pub fn QuestionCard(
    at: CapabilityIx,
    /// The question above, for the arrow keys.
    before: Option<CapabilityIx>,
    /// The question below, for the arrow keys.
    after: Option<CapabilityIx>,
) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let questions = QuestionNavigation::from_context();
    let proposals = expect_context::<ProposalStore>();
    let capability = assessment.model().capability(at);
    let id = capability.id.as_str();
    let noted = untrack(|| assessment.response(at));
    let note_was_opened = RwSignal::new(!noted.note.is_empty() || !noted.evidence.is_empty());
    // Read once: the line stays in place when the answer is confirmed.
    let old_evidence = untrack(|| assessment.old_evidence(at));
    let on_keydown = move |event: KeyboardEvent| {
        let Some(KeyPress { key, is_repeat, .. }) = KeyPress::of(&event).filter(|press| !press.is_command) else {
            return;
        };
        let is_shortcut = answer_of_digit(&key).is_some() || matches!(key.as_str(), "t" | "n" | "?");
        match key.as_str() {
            // Shortcuts act once while a key is held; arrows repeat.
            _ if is_shortcut && is_repeat => {}
            "ArrowDown" | "ArrowUp" => {
                let is_down = key == "ArrowDown";
                match if is_down { after } else { before } {
                    Some(next) => focus_question(assessment, next),
                    None if is_down => {}
                    None => dom::focus_first_heading(),
                }
            }
            "t" if untrack(|| assessment.is_to_confirm(at)) => {
                assessment.confirm(at);
                questions.advance(at);
            }
            "n" => {
                draw_disclosed(note_was_opened);
                dom::next_frame(move || dom::reveal(&note_id(id)));
            }
            "?" => dom::toggle(&help_id(id)),
            digit if questions.answer_by_key(at, digit) => {}
            _ => return,
        }
        event.prevent_default();
    };
    // Without an answer the button is hidden, and would lose the focus.
    let clear = move |_| {
        assessment.answer(at, None);
        dom::focus_in_place(&radio_id(id, 0));
    };
    view! {
        <fieldset
            class="question"
            data-capability=id
            id=id
            aria-describedby=old_evidence.map(|_| format!("{id}-old-evidence"))
            on:keydown=on_keydown
        >
            <legend lang=lang_of(assessment.model())>{capability.question.as_str()}</legend>
            {old_evidence.map(|day| view! { <OldEvidence at day/> })}
            <Show when=move || proposals.has(id)>
                <Lazy view=LazyView::Proposals(at)/>
            </Show>
            <AnswerRadios at/>
            <Help at/>
            <div class="question-more">
                <Disclosure id=help_id(id) summary=move || named(say::WHAT_COUNTS, capability)>
                    <Lazy view=LazyView::WhatCounts(at)/>
                </Disclosure>
                <Disclosure id=format!("{id}-notes") was_opened=note_was_opened summary=move || named(say::NOTE, capability)>
                    <Note at/>
                </Disclosure>
                // The style sheet shows one of these, by the checked radio and the mark.
                <div class="either">
                    <ComeBack at/>
                    <button
                        type="button"
                        class="clear is-plain"
                        id=format!("{id}-clear")
                        on:click=clear
                    >
                        {named(say::CLEAR, capability)}
                    </button>
                    {old_evidence.is_none().then(|| view! { <StillCorrect at/> })}
                </div>
            </div>
        </fieldset>
    }
}

/// The label of a control, followed by the question's name for screen readers, because every question has the same
/// controls.
fn named(words: &'static str, capability: &Capability) -> impl IntoView + use<> {
    view! {
        {words}
        <span class="sr-only">{say::of_question(capability)}</span>
    }
}

/// The radio buttons of the answers.
#[component]
fn AnswerRadios(at: CapabilityIx) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let questions = QuestionNavigation::from_context();
    let id = assessment.model().capability(at).id.as_str();
    let given = Memo::new(move |_| assessment.answer_to(at));
    // Only a pointer goes on: arrow keys fire a click (detail 0) on every radio they pass.
    let on_click = move |event: MouseEvent| {
        if event.detail() == 0 {
            return;
        }
        if clock::now() < ADVANCED_AT.get() + DOUBLE_PRESS_MS && dom::may_be_second_press(&event) {
            // The press was meant for the question before, which is answered already.
            event.prevent_default();
        } else {
            dom::next_frame(move || questions.advance(at));
        }
    };
    let radio = |(position, answer): (usize, Answer)| {
        view! {
            <label class="answer">
                <input
                    type="radio"
                    id=radio_id(id, position)
                    name=id
                    value=answer.word()
                    prop:checked=move || given.get() == Some(answer)
                    on:change=move |_| assessment.answer(at, Some(answer))
                    on:click=on_click
                />
                <span>{words::answer(answer)}</span>
            </label>
        }
    };
    view! { <div class="answers">{Answer::ALL.into_iter().enumerate().map(radio).collect_view()}</div> }
}

/// An explanation of the question, and what "partly" means here.
#[component]
fn Help(at: CapabilityIx) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let capability = assessment.model().capability(at);
    let lang = lang_of(assessment.model());
    let partly = say::partly(capability);
    let has_partly = partly.is_some();
    let partly = partly.map(|means| {
        view! {
            <span class="partly">
                <b>{say::PARTLY_HERE}</b>
                <span lang=lang.clone()>{means}</span>
            </span>
        }
    });
    view! {
        <p class="says">
            <span lang=lang.clone() class:gives-way=has_partly>{say::help(capability)}</span>
            {partly}
        </p>
    }
}

#[component]
fn Note(at: CapabilityIx) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let capability = assessment.model().capability(at);
    let date = untrack(|| assessment.response(at)).evidence_date.map(|day| day.to_string()).unwrap_or_default();
    // Keys typed here are text, not shortcuts; only Esc leads back to the question.
    let on_keydown = move |event: KeyboardEvent| {
        event.stop_propagation();
        if KeyPress::of(&event).is_some_and(|press| press.key == "Escape") {
            focus_question(assessment, at);
        }
    };
    view! {
        <div class="note" on:keydown=on_keydown>
            <Show when=move || assessment.is_from_repository(at)>
                <p class="quiet">{say::FROM_REPOSITORY}</p>
            </Show>
            <TextArea
                id=note_id(&capability.id)
                value=Signal::derive(move || assessment.response(at).note)
                on_input=move |typed: String| assessment.respond(at, |response| response.note.clone_from(&typed))
            >
                {named(say::NOTE, capability)}
            </TextArea>
            <TextField
                id=format!("{}-evidence", capability.id)
                kind="url"
                max_length=2000
                value=Signal::derive(move || assessment.response(at).evidence)
                on_input=move |typed: String| assessment.respond(at, |response| response.evidence.clone_from(&typed))
            >
                {named(say::EVIDENCE_LINK, capability)}
            </TextField>
            <TextField
                id=format!("{}-evidence-date", capability.id)
                kind="date"
                max=local_day(now()).to_string()
                max_length=10
                // Read once: writing to a date field while its parts are typed would reset it.
                value=date
                on_input=move |typed: String| assessment.respond(at, |response| response.evidence_date = Day::parse(&typed))
            >
                {named(say::EVIDENCE_DATE, capability)}
            </TextField>
        </div>
    }
}

/// The mark on an open question to come back to.
#[component]
fn ComeBack(at: CapabilityIx) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let capability = assessment.model().capability(at);
    view! {
        <label class="later">
            <input
                type="checkbox"
                id=format!("{}-later", capability.id)
                prop:checked=move || assessment.is_marked(at)
                on:change:target=move |event| assessment.set_later(at, event.target().checked())
            />
            <span>{named(say::COME_BACK, capability)}</span>
        </label>
    }
}

/// Above the answers, in a new round: the evidence is older than the round, so the answer may be outdated.
#[component]
fn OldEvidence(at: CapabilityIx, day: Day) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let id = format!("{}-old-evidence", assessment.model().capability(at).id);
    let says = move || match assessment.is_to_confirm(at) {
        true => say::is_still_correct(day),
        false => say::evidence_of(day),
    };
    view! {
        <p class="ask-first">
            <span id=id>
                <LiveText text=Signal::derive(says)/>
            </span>
            <StillCorrect at/>
        </p>
    }
}

/// Confirms an answer of the previous round.
#[component]
fn StillCorrect(at: CapabilityIx) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let capability = assessment.model().capability(at);
    let confirm = move |_| {
        assessment.confirm(at);
        focus_question(assessment, at);
    };
    view! {
        <button type="button" class="still-correct" id=format!("{}-still-correct", capability.id) on:click=confirm>
            {named(say::STILL_CORRECT, capability)}
        </button>
    }
}
