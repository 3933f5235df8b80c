//! Opening a file: looked at first, asked about where it meets one's own, and nothing overwritten unasked.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::upload::{self, PickedFile};
use crate::built_in;
use crate::custom_model;
use crate::page::merging::merging;
use crate::state::Session;
use crate::state::library::ImportOutcome;
use crate::ui::control::{actions, button};
use crate::ui::element::{Element, el, group, nothing, reactive};
use crate::ui::faults::fault_list;
use mlops_core::assessment::Assessment;
use mlops_core::model::Model;
use mlops_core::model::file as model_file;
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::profile_of;
use mlops_core::words;

/// The largest file that is read at all, in bytes.
const MAX_FILE_BYTES: u32 = 4 * 1024 * 1024;

/// What there is to say or to ask about a file.
#[derive(Clone)]
enum Bringing {
    Nothing,
    Questionnaire(Arc<str>, &'static Model),
    Said(String),
    Refused(Vec<String>),
    Asked(Box<Assessment>, Box<Assessment>),
    Partly(Box<Assessment>, Vec<String>),
}

/// The part of the start page that takes files, picked or dropped.
#[must_use]
pub fn bring(session: Session) -> Element {
    // One for each file: an answer to one leaves the question about another where it is.
    let states = RwSignal::new(Vec::new());
    let read = move |files: Vec<PickedFile>| {
        let read = |file| {
            let state = RwSignal::new(Bringing::Nothing);
            leptos::task::spawn_local(read_file(session, state, file));
            state
        };
        states.set(files.into_iter().map(read).collect());
    };
    // Dropped files may land anywhere on the page, for as long as this part of it is there.
    let _ = StoredValue::new_local(upload::on_drop(read));
    let input = el("input")
        .id("file")
        .attr("type", "file")
        .flag("multiple", true)
        .attr("accept", ".json,application/json")
        .on("change", move |event| read(upload::picked(&event)));
    el("section")
        .class("bring")
        .attr("aria-labelledby", "bring")
        .child(el("h2").id("bring").child("Open a file"))
        .child(el("p").class("quiet").child(
            "An assessment that you or somebody else exported, or a questionnaire of your own. Nothing of yours is \
             overwritten without asking.",
        ))
        .child(el("label").class("field").child(el("span").child("Assessment file")).child(input))
        .child(el("div").attr("role", "status").child(reactive(move || {
            let one = |state: RwSignal<Bringing>| reactive(move || bringing(session, state));
            group().child(states.get().into_iter().map(one).collect::<Vec<AnyView>>()).into_any()
        })))
}

async fn read_file(session: Session, state: RwSignal<Bringing>, file: PickedFile) {
    let name = file.name();
    state.set(Bringing::Said(format!("Reading {name}\u{2026}")));
    let next = match file.text(MAX_FILE_BYTES).await {
        Ok(text) => look_at(session, &name, &text),
        Err(error) => Bringing::Refused(vec![format!("{name}: {error}.")]),
    };
    state.set(next);
}

fn look_at(session: Session, name: &str, text: &str) -> Bringing {
    let told = |faults: &[mlops_core::fault::Fault]| faults.iter().map(ToString::to_string).collect::<Vec<_>>();
    match session.look_at(text) {
        None => Bringing::Nothing,
        Some(ImportOutcome::New(mut file)) => {
            // Several without a name could not be told apart.
            if file.title.is_empty() && session.is_asked_here(&file) {
                let (questionnaire, answers) = (file.questionnaire(session.model), file.answers(session.model));
                let case = Case { model: session.model, questionnaire: &questionnaire, answers: &answers };
                file.title = words::link::name_for_file(&file, &profile_of(case));
            }
            session.keep(&file);
            Bringing::Said(format!("\"{}\" is now in your list.", words::title(&file.title)))
        }
        Some(ImportOutcome::Known { file, own }) if file.differences(&own).is_empty() => {
            Bringing::Said(format!("\"{}\" is already here, and the same.", words::title(&file.title)))
        }
        Some(ImportOutcome::Known { file, own }) => Bringing::Asked(file, own),
        Some(ImportOutcome::Damaged { readable: Some(readable), faults }) => {
            Bringing::Partly(readable, told(&faults))
        }
        Some(ImportOutcome::Damaged { readable: None, faults }) => Bringing::Refused(told(&faults)),
        Some(ImportOutcome::Refused(_)) if model_file::is_claimed(text) => match built_in::read_leaked(text) {
            Ok(model) => Bringing::Questionnaire(text.into(), model),
            Err(faults) => Bringing::Refused(told(&faults)),
        },
        Some(ImportOutcome::Refused(error)) => Bringing::Refused(vec![format!("{name}: {error}.")]),
    }
}

fn bringing(session: Session, state: RwSignal<Bringing>) -> AnyView {
    let done = move |words: &str| state.set(Bringing::Said(words.to_owned()));
    let leave = move || button("Leave it", move || state.set(Bringing::Nothing));
    match state.get() {
        Bringing::Nothing => nothing(),
        Bringing::Said(words) => el("p").child(words).into_any(),
        Bringing::Questionnaire(text, model) => {
            let says = format!(
                "\"{}\", revision {}, is a questionnaire with {}. Ask it in this tab, for as long as the tab is open? \
                 Everybody gets it from an address that ends in ?model= and its name, once the file lies beside the page.",
                model.title(),
                model.revision(),
                words::count(model.capabilities().len(), "question", "questions"),
            );
            let ask = move || {
                if !custom_model::keep(&text) {
                    done("This browser does not let the page keep it, so it cannot be asked from a file here.");
                }
            };
            let choices = actions().child(button("Ask this questionnaire", ask)).child(leave());
            group().child(el("p").child(says)).child(choices).into_any()
        }
        Bringing::Refused(faults) => group()
            .child(
                el("p")
                    .child(el("strong").child("This file was not opened. "))
                    .child("Your assessments are untouched."),
            )
            .child(fault_list(faults))
            .into_any(),
        Bringing::Partly(readable, faults) => {
            let keep = move || {
                session.keep_as_new((*readable).clone());
                done("What could be read is now in your list, as a copy of its own.");
            };
            group()
                .child(el("p").child(el("strong").child("Part of this file cannot be read:")))
                .child(fault_list(faults))
                .child(actions().child(button("Keep what can be read", keep)).child(leave()))
                .into_any()
        }
        Bringing::Asked(file, own) => merging(session, &file, &own, move |words| {
            state.set(if words.is_empty() { Bringing::Nothing } else { Bringing::Said(words) });
        }),
    }
}
