//! Opening a file: looked at first, asked about where it meets one's own, and nothing overwritten unasked.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::upload::{self, PickedFile};
use crate::built_in;
use crate::custom_model;
use crate::page::merging::merging;
use crate::state::library::ImportOutcome;
use crate::state::{Session, local_day};
use crate::ui::control::{actions, button};
use crate::ui::element::{el, group, nothing, reactive};
use crate::ui::faults::fault_list;
use mlops_core::assessment::Assessment;
use mlops_core::model::Model;
use mlops_core::model::file as model_file;
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::profile_of;
use mlops_core::words;
use mlops_core::words::files as say;

/// The largest file that is read at all, in bytes.
const MAX_FILE_BYTES: u32 = 4 * 1024 * 1024;

/// What there is to say or to ask about a file.
#[derive(Clone)]
enum ImportState {
    Nothing,
    Questionnaire(Arc<str>, &'static Model),
    Said(String),
    Refused(Vec<String>),
    Asked(Box<Assessment>, Box<Assessment>),
    Partly(Box<Assessment>, Vec<String>),
}

/// Reads each of these files, and says what became of it.
#[must_use]
pub fn import(session: Session, files: Vec<PickedFile>) -> AnyView {
    // One for each file: an answer to one leaves the question about another where it is.
    let read = |file| {
        let state = RwSignal::new(ImportState::Nothing);
        leptos::task::spawn_local(read_file(session, state, file));
        reactive(move || shown(session, state))
    };
    group().child(files.into_iter().map(read).collect::<Vec<AnyView>>()).into_any()
}

async fn read_file(session: Session, state: RwSignal<ImportState>, file: PickedFile) {
    let name = file.name();
    state.set(ImportState::Said(say::reading(&name)));
    let next = match file.text(MAX_FILE_BYTES).await {
        Ok(text) => look_at(session, &name, &text),
        Err(error) => ImportState::Refused(vec![unread(&name, error)]),
    };
    state.set(next);
}

/// Why the browser did not read a file.
#[must_use]
pub fn unread(name: &str, error: upload::UploadError) -> String {
    match error {
        upload::UploadError::TooLarge { most } => say::too_large(name, most as usize >> 20),
        upload::UploadError::NotUtf8 => say::not_utf8(name),
        upload::UploadError::Binary => say::no_text(name),
        upload::UploadError::Folder => say::folder(name),
        upload::UploadError::Unreadable => say::cannot_read(name),
    }
}

fn look_at(session: Session, name: &str, text: &str) -> ImportState {
    let told = |faults: &[mlops_core::fault::Fault]| faults.iter().map(ToString::to_string).collect::<Vec<_>>();
    match session.look_at(text) {
        None => ImportState::Nothing,
        Some(ImportOutcome::New(mut file)) => {
            // Several without a name could not be told apart.
            if file.title.is_empty() && session.is_asked_here(&file) {
                let (questionnaire, answers) = (file.questionnaire(session.model), file.answers(session.model));
                let case = Case::new(session.model, &questionnaire, &answers);
                file.title = words::link::name_for_file(&file, local_day(file.updated), &profile_of(case));
            }
            session.keep(&file);
            ImportState::Said(say::came_in(words::title(&file.title)))
        }
        Some(ImportOutcome::Known { file, own }) if file.differences(&own).is_empty() => {
            ImportState::Said(say::the_same(words::title(&file.title)))
        }
        Some(ImportOutcome::Known { file, own }) => ImportState::Asked(file, own),
        Some(ImportOutcome::Damaged { readable: Some(readable), faults }) => {
            ImportState::Partly(readable, told(&faults))
        }
        Some(ImportOutcome::Damaged { readable: None, faults }) => ImportState::Refused(told(&faults)),
        Some(ImportOutcome::Refused(_)) if model_file::is_claimed(text) => match built_in::read_leaked(text) {
            Ok(model) => ImportState::Questionnaire(text.into(), model),
            Err(faults) => ImportState::Refused(told(&faults)),
        },
        Some(ImportOutcome::Refused(error)) => ImportState::Refused(vec![say::refused(name, &error)]),
    }
}

fn shown(session: Session, state: RwSignal<ImportState>) -> AnyView {
    let done = move |words: &str| state.set(ImportState::Said(words.to_owned()));
    let leave = move || button(say::LEAVE, move || state.set(ImportState::Nothing));
    match state.get() {
        ImportState::Nothing => nothing(),
        ImportState::Said(words) => el("p").child(words).into_any(),
        ImportState::Questionnaire(text, model) => {
            let says = say::asks(model);
            let ask = move || {
                if !custom_model::keep(&text) {
                    done(say::CANNOT_ASK);
                }
            };
            let choices = actions().child(button(say::ASK, ask)).child(leave());
            group().child(el("p").child(says)).child(choices).into_any()
        }
        ImportState::Refused(faults) => group()
            .child(el("p").child(el("strong").child(say::NOT_OPENED)).child(say::UNTOUCHED))
            .child(fault_list(faults))
            .into_any(),
        ImportState::Partly(readable, faults) => {
            let keep = move || {
                session.keep_as_new((*readable).clone());
                done(say::KEPT_PART);
            };
            group()
                .child(el("p").child(el("strong").child(say::IN_PART)))
                .child(fault_list(faults))
                .child(actions().child(button(say::KEEP_PART, keep)).child(leave()))
                .into_any()
        }
        ImportState::Asked(file, own) => merging(session, &file, &own, move |words| {
            state.set(if words.is_empty() { ImportState::Nothing } else { ImportState::Said(words) });
        }),
    }
}
