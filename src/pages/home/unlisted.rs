//! Stored texts that the list of assessments cannot show: of another questionnaire, of a newer version of the page,
//! or damaged.

use leptos::prelude::*;

use crate::components::{RedrawOnChange, UserText, download_assessment, file_name, save_text};
use crate::custom_model;
use crate::state::library::{Recovery, SetAside, StoredEntry};
use crate::state::{Library, OpenAssessment};
use mlops_core::assessment::Assessment;
use mlops_core::words;
use mlops_core::words::{files, pages, saving as say};

/// All of these texts; nothing if there are none.
#[component]
pub fn Unlisted() -> impl IntoView {
    view! {
        <CustomQuestionnaire/>
        <Damaged/>
        <OtherEntries/>
    }
}

/// The questionnaire that was opened in this tab, and the button to return to the built-in one.
#[component]
fn CustomQuestionnaire() -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    custom_model::is_used_in_this_tab().then(|| {
        view! {
            <div class="notice">
                <p>{files::asked_here(model)}</p>
                <div class="actions">
                    <button type="button" on:click=|_| custom_model::use_built_in()>
                        {files::BACK_TO_BUILT_IN}
                    </button>
                </div>
            </div>
        }
    })
}

#[component]
fn OtherEntries() -> impl IntoView {
    let library = expect_context::<Library>();
    let others = Memo::new(move |_| {
        let is_listed = |entry: &StoredEntry| matches!(entry, StoredEntry::Readable(assessment) if library.is_of_this_questionnaire(assessment));
        let entries = library.saved.with(|saved| saved.entries.clone());
        entries.into_iter().filter(|(_, entry)| !is_listed(entry)).collect::<Vec<_>>()
    });
    let entry = |(id, entry)| match entry {
        StoredEntry::Readable(assessment) => view! { <EntryOfAnotherModel assessment=*assessment/> }.into_any(),
        StoredEntry::Newer { version, raw } => {
            view! { <UnreadableEntry id says=files::newer(version) raw/> }.into_any()
        }
        StoredEntry::Unreadable { raw } => {
            view! { <UnreadableEntry id says=files::UNREADABLE.to_owned() raw/> }.into_any()
        }
    };
    let list = move |others: Vec<(String, StoredEntry)>| others.into_iter().map(entry).collect_view();
    view! {
        <Show when=move || others.with(|others| !others.is_empty())>
            <section aria-labelledby="apart">
                <h2 id="apart">{files::UNLISTED}</h2>
                <ul class="entries">
                    <RedrawOnChange value=move || others.get() children=list/>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn EntryOfAnotherModel(assessment: Assessment) -> impl IntoView {
    let library = expect_context::<Library>();
    let title = words::title(&assessment.title).to_owned();
    let says = words::other_model(&assessment);
    let named = |verb: &str| format!("{verb} {title}");
    let (export_label, delete_label) = (named(pages::EXPORT), named(pages::DELETE));
    let (id, deleted) = (assessment.id.clone(), title.clone());
    view! {
        <li class="entry">
            <h3>
                <UserText text=title/>
            </h3>
            <p class="quiet">{says}</p>
            <div class="actions">
                <button type="button" aria-label=export_label on:click=move |_| download_assessment(&assessment)>
                    {pages::EXPORT}
                </button>
                <button type="button" aria-label=delete_label on:click=move |_| library.delete(&id, deleted.clone())>
                    {pages::DELETE}
                </button>
            </div>
        </li>
    }
}

#[component]
fn UnreadableEntry(id: String, says: String, raw: String) -> impl IntoView {
    let save = move |_| save_text("mlops-maturity-raw.json", "application/json", &raw);
    view! {
        <li class="entry">
            <h3>
                <code>{id}</code>
            </h3>
            <p>{says}</p>
            <div class="actions">
                <button type="button" on:click=save>
                    {files::DOWNLOAD_RAW}
                </button>
            </div>
        </li>
    }
}

/// Damaged texts that were set aside.
#[component]
fn Damaged() -> impl IntoView {
    let library = expect_context::<Library>();
    let texts = Memo::new(move |_| library.saved.with(|saved| saved.set_aside.clone()));
    let list = |texts: Vec<SetAside>| texts.into_iter().map(|text| view! { <DamagedText text/> }).collect_view();
    view! {
        <Show when=move || texts.with(|texts| !texts.is_empty())>
            <section class="notice is-warning" aria-labelledby="set-aside">
                <h2 id="set-aside">{say::DAMAGED}</h2>
                <p>{say::SET_ASIDE}</p>
                <ul class="plain">
                    <RedrawOnChange value=move || texts.get() children=list/>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn DamagedText(text: SetAside) -> impl IntoView {
    let library = expect_context::<Library>();
    let says = recovery(library, &text);
    let SetAside { key, raw } = text;
    let name = file_name(&key, "txt");
    let save = move |_| save_text(&name, "text/plain", &raw);
    view! {
        <li>
            <p>{says}</p>
            <div class="actions">
                <button type="button" on:click=save>
                    {files::DOWNLOAD_RAW}
                </button>
                <button type="button" on:click=move |_| library.discard(&key)>
                    {files::DISCARD}
                </button>
            </div>
        </li>
    }
}

/// How much of the assessment could be recovered, as a sentence.
fn recovery(library: Library, text: &SetAside) -> String {
    let title = library.find(text.id()).map(|found| words::title(&found.title).to_owned());
    let title = title.as_deref().unwrap_or(files::DELETED_SINCE);
    match text.recovery() {
        Recovery::Copy(answers) => say::from_copy(title, answers),
        Recovery::Part(answers) => say::from_part(title, answers),
        Recovery::Nothing => say::NOTHING_READ.to_owned(),
    }
}
