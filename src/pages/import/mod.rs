//! Files that a person opens. Each is read before anything is stored, and nothing is replaced without a question.

mod merge;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::file::{PickedFile, ReadFileError};
use crate::built_in;
use crate::components::{FaultList, LiveText};
use crate::custom_model;
use crate::pages::evidence::proposal::OpenProposalsThere;
use crate::pages::import::merge::MergeQuestion;
use crate::state::library::ImportOutcome;
use crate::state::{Library, OpenAssessment, local_day};
use mlops_core::assessment::Assessment;
use mlops_core::encoding::{EncodingError, decode};
use mlops_core::evidence::proposals;
use mlops_core::fault::Fault;
use mlops_core::model::Model;
use mlops_core::model::file as model_file;
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::profile_of;
use mlops_core::words;
use mlops_core::words::files as say;

/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: u32 = 4 * 1024 * 1024;

/// The outcome of reading a file.
enum Outcome {
    /// A new assessment, which was stored. Contains its title.
    Added(String),
    /// An assessment that is stored here without any difference. Contains its title.
    Unchanged(String),
    /// A file that needs a message or a question.
    Said(Item),
}

/// A message or a question about one file.
#[derive(Clone)]
enum Item {
    /// Nothing to show: the person chose to ignore the file.
    Done,
    Message(String),
    /// A questionnaire, with the text of its file.
    QuestionSet(Arc<str>, &'static Model),
    /// An assessment that is stored here with other answers.
    Differs {
        file: Box<Assessment>,
        own: Box<Assessment>,
    },
    /// An assessment that can be read only in part.
    Damaged {
        readable: Box<Assessment>,
        faults: Vec<String>,
    },
    Refused(Vec<String>),
    /// Proposals, which need an open assessment.
    Proposals,
}

/// The outcome of imported files: one sentence for all that were stored, and an item for each file that needs more.
/// The files are read once this is drawn, because only this part of the program can read them.
#[component]
pub fn ImportedFiles(files: Vec<PickedFile>) -> impl IntoView {
    let library = expect_context::<Library>();
    let model = expect_context::<OpenAssessment>().model();
    let summary = RwSignal::new(String::new());
    let items = RwSignal::new(Vec::<Item>::new());
    spawn_local(async move {
        let (sentences, said) = import(library, model, files, summary).await;
        // The person may have closed the list in the meantime.
        summary.try_set(sentences);
        items.try_set(said);
    });
    let items = move || items.get().into_iter().map(|item| view! { <FileItem item/> }).collect_view();
    view! {
        <p>
            <LiveText text=summary/>
        </p>
        {items}
    }
}

/// Reads and stores the files one after another, with the progress in `summary`. Returns the sentences on what was
/// stored, and what needs a message or a question.
async fn import(
    library: Library,
    model: &Model,
    files: Vec<PickedFile>,
    summary: RwSignal<String>,
) -> (String, Vec<Item>) {
    let of = files.len();
    let (mut added, mut unchanged, mut said) = (Vec::new(), Vec::new(), Vec::new());
    for (at, file) in files.into_iter().enumerate() {
        summary.try_set(if of == 1 { say::reading(&file.name()) } else { say::reading_of(at + 1, of) });
        match read_file(library, model, file).await {
            Outcome::Added(title) => added.push(title),
            Outcome::Unchanged(title) => unchanged.push(title),
            Outcome::Said(item) => said.push(item),
        }
    }
    let added = match added.as_slice() {
        [] => None,
        [title] => Some(say::imported(title)),
        many => Some(say::came_in_together(many.len())),
    };
    let unchanged = match unchanged.as_slice() {
        [] => None,
        [title] => Some(say::the_same(title)),
        many => Some(say::the_same_together(many.len())),
    };
    (added.into_iter().chain(unchanged).collect::<Vec<String>>().join(" "), said)
}

async fn read_file(library: Library, model: &Model, file: PickedFile) -> Outcome {
    let name = file.name();
    match text_of(&file, MAX_FILE_BYTES).await {
        Ok(text) => outcome(library, model, &name, &text),
        Err(why) => Outcome::Said(Item::Refused(vec![why])),
    }
}

/// The text of a file with at most `most` bytes.
///
/// # Errors
///
/// A sentence on why it could not be read.
pub async fn text_of(file: &PickedFile, most: u32) -> Result<String, String> {
    let name = &file.name();
    // Not `File::text`, which replaces every byte that is not UTF-8: the replacement characters would be stored in
    // answers.
    let bytes = file.bytes(most).await.map_err(|error| match error {
        ReadFileError::TooLarge { most } => say::too_large(name, most as usize >> 20),
        ReadFileError::Folder => say::folder(name),
        ReadFileError::Unreadable => say::cannot_read(name),
    })?;
    decode(&bytes).map_err(|error| match error {
        EncodingError::NotUtf8 => say::not_utf8(name),
        EncodingError::Binary => say::no_text(name),
    })
}

fn sentences(faults: &[Fault]) -> Vec<String> {
    faults.iter().map(ToString::to_string).collect()
}

fn outcome(library: Library, model: &Model, name: &str, text: &str) -> Outcome {
    if text.trim().is_empty() {
        return Outcome::Said(Item::Refused(vec![say::empty(name)]));
    }
    Outcome::Said(match library.inspect_file(text) {
        None => Item::Done,
        Some(ImportOutcome::New(mut file)) => {
            if file.title.is_empty() && library.is_of_this_questionnaire(&file) {
                file.title = descriptive_title(model, &file);
            }
            let title = words::title(&file.title).to_owned();
            library.put(*file);
            return Outcome::Added(title);
        }
        Some(ImportOutcome::Known { file, own }) if file.differences(&own).is_empty() => {
            return Outcome::Unchanged(words::title(&file.title).to_owned());
        }
        Some(ImportOutcome::Known { file, own }) => Item::Differs { file, own },
        Some(ImportOutcome::Damaged { readable: Some(readable), faults }) => {
            Item::Damaged { readable, faults: sentences(&faults) }
        }
        Some(ImportOutcome::Damaged { readable: None, faults }) => Item::Refused(sentences(&faults)),
        Some(ImportOutcome::Refused(_)) if model_file::is_claimed(text) => match built_in::read_leaked(text) {
            Ok(model) => Item::QuestionSet(text.into(), model),
            Err(faults) => Item::Refused(sentences(&faults)),
        },
        Some(ImportOutcome::Refused(_)) if proposals::is_claimed(text) => Item::Proposals,
        Some(ImportOutcome::Refused(error)) => Item::Refused(vec![say::refused(name, &error)]),
    })
}

/// A title made of the day and the result, because several assessments without a title could not be told apart.
fn descriptive_title(model: &Model, file: &Assessment) -> String {
    let (question_set, answers) = (file.question_set(model), file.answers(model));
    let case = Case::new(model, &question_set, &answers);
    words::link::name_for_file(file, local_day(file.updated), &profile_of(case))
}

/// A message or a question about one file. The choice of the person replaces the question and leaves other files
/// alone.
#[component]
fn FileItem(item: Item) -> impl IntoView {
    let item = RwSignal::new(item);
    let on_done = Callback::new(move |message: Option<String>| item.set(message.map_or(Item::Done, Item::Message)));
    move || match item.get() {
        Item::Done => ().into_any(),
        Item::Message(message) => view! { <p>{message}</p> }.into_any(),
        Item::QuestionSet(text, model) => view! { <QuestionnaireQuestion text model on_done/> }.into_any(),
        Item::Differs { file, own } => view! { <MergeQuestion file=*file own=*own on_done/> }.into_any(),
        Item::Damaged { readable, faults } => {
            view! { <DamagedQuestion readable=*readable faults on_done/> }.into_any()
        }
        Item::Proposals => view! { <OpenProposalsThere/> }.into_any(),
        Item::Refused(faults) => view! {
            <p>
                <strong>{say::NOT_OPENED}</strong>
                {say::ASSESSMENTS_SAFE}
            </p>
            <FaultList faults/>
        }
        .into_any(),
    }
}

#[component]
fn QuestionnaireQuestion(text: Arc<str>, model: &'static Model, on_done: Callback<Option<String>>) -> impl IntoView {
    // If the tab stores the questionnaire, the page reloads to ask it, and nothing is left to show here.
    let ask = move |_| {
        if !custom_model::use_in_this_tab(&text) {
            on_done.run(Some(say::CANNOT_ASK.to_owned()));
        }
    };
    view! {
        <p>{say::asks(model)}</p>
        <div class="actions">
            <button type="button" on:click=ask>{say::ASK}</button>
            <button type="button" on:click=move |_| on_done.run(None)>{say::LEAVE}</button>
        </div>
    }
}

#[component]
fn DamagedQuestion(readable: Assessment, faults: Vec<String>, on_done: Callback<Option<String>>) -> impl IntoView {
    let library = expect_context::<Library>();
    let keep = move |_| {
        library.put_as_new(readable.clone());
        on_done.run(Some(say::KEPT_PART.to_owned()));
    };
    view! {
        <p>
            <strong>{say::IN_PART}</strong>
        </p>
        <FaultList faults/>
        <div class="actions">
            <button type="button" on:click=keep>{say::KEEP_PART}</button>
            <button type="button" on:click=move |_| on_done.run(None)>{say::LEAVE}</button>
        </div>
    }
}
