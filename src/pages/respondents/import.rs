//! Links and files with other people's answers: pasted, picked or dropped, any number at once.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::file::{self, PickedFile};
use crate::components::{FaultList, RedrawOnChange};
use crate::pages::import::{MAX_FILE_BYTES, text_of};
use crate::state::OpenAssessment;
use mlops_core::history::combined::{FoundPeople, find};
use mlops_core::model::Model;
use mlops_core::words::respondents as say;

/// The result of one import.
#[derive(Clone, Debug, Default)]
pub struct ReadAnswers {
    pub found: FoundPeople,
    /// A sentence for each link or file that could not be read.
    pub faults: Vec<String>,
}

impl ReadAnswers {
    fn read(&mut self, model: &Model, source: &str, text: &str) {
        let mut found = find(model, text);
        let faults = found.faults.drain(..).map(|(number, error)| say::fault(source, number, &error));
        self.faults.extend(faults);
        self.found.join(found);
    }
}

/// A field for links and a field for files.
#[component]
pub fn ImportAnswers(
    /// Called with the result of an import from either field.
    #[prop(into)]
    on_read: Callback<ReadAnswers>,
) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let text = RwSignal::new(String::new());
    let read_text = move |_| {
        let mut answers = ReadAnswers::default();
        answers.read(model, "", &text.get_untracked());
        // A text with faults stays in the field, so that the person can correct it.
        if answers.faults.is_empty() {
            text.set(String::new());
        }
        on_read.run(answers);
    };
    let read_files = move |files: Vec<PickedFile>| {
        spawn_local(async move {
            let mut answers = ReadAnswers::default();
            for file in files {
                let name = file.name();
                match text_of(&file, MAX_FILE_BYTES).await {
                    Ok(text) => answers.read(model, &name, &text),
                    Err(why) => answers.faults.push(why),
                }
            }
            on_read.run(answers);
        });
    };
    // Files may be dropped anywhere on the page while the fields are shown.
    file::on_drop(read_files);
    view! {
        <div class="taking">
            <label class="field">
                <span>{say::PASTE}</span>
                <textarea id="links" rows="4" spellcheck="false" bind:value=text></textarea>
            </label>
            <div class="actions">
                <button type="button" on:click=read_text>{say::READ}</button>
            </div>
            <label class="field">
                <span>{say::FILES}</span>
                <input
                    type="file"
                    id="people-files"
                    multiple
                    accept=".json,.jsonl,.txt,application/json,text/plain"
                    on:change=move |event| read_files(file::picked(&event))
                />
            </label>
        </div>
    }
}

/// The links and files that could not be read, with the reasons.
#[component]
pub fn ImportErrors(#[prop(into)] errors: Signal<Vec<String>>) -> impl IntoView {
    let notice = |faults: Vec<String>| {
        (!faults.is_empty()).then(|| {
            view! {
                <div class="notice is-warning" role="alert">
                    <FaultList faults/>
                </div>
            }
        })
    };
    view! { <RedrawOnChange value=move || errors.get() let:faults>{notice(faults)}</RedrawOnChange> }
}
