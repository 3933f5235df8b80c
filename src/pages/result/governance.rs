//! The laws, standards and guidance that the answers are evidence for. The data is loaded when the section is opened.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{dom, location};
use crate::built_in::GOVERNANCE;
use crate::components::{Blocks, Disclosure, ExportFile, Loading, file_name, save_file};
use crate::lazy::{LoadState, fetched};
use crate::state::result::ShownResult;
use mlops_core::governance::Governance;
use mlops_core::governance::read::read;
use mlops_core::report::governance;
use mlops_core::report::{Subject, csv, markdown};
use mlops_core::words::{governance as say, pages};

const HEADING: &str = "governance";

/// The frameworks: each reference with the questions that match it, and their answers.
#[component]
pub fn GovernanceSection(result: Arc<ShownResult>) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    let frameworks = RwSignal::new(LoadState::Loading);
    let model = result.model;
    let load = move || {
        frameworks.set(LoadState::Loading);
        leptos::task::spawn_local(async move {
            let found = fetched(GOVERNANCE, |text| read(text, model).ok().map(Arc::new)).await;
            // The result may have been drawn again in the meantime.
            drop(frameworks.try_set(found));
        });
    };
    Effect::new(move || {
        if was_opened.get() {
            load();
        }
    });
    view! {
        <section class="governance" aria-labelledby=HEADING>
            <h2 id=HEADING>{say::HEADING}</h2>
            <Disclosure was_opened class="more" summary=|| say::OPEN>
                {
                    let result = Arc::clone(&result);
                    move || match frameworks.get() {
                        LoadState::Loading => view! { <Loading/> }.into_any(),
                        LoadState::Loaded(governance) => {
                            view! { <Frameworks result=Arc::clone(&result) governance/> }.into_any()
                        }
                        LoadState::Failed => view! {
                            <p role="status">{say::NOT_LOADED}</p>
                            <div class="actions">
                                <button type="button" on:click=move |_| load()>{pages::TRY_AGAIN}</button>
                            </div>
                        }
                        .into_any(),
                        LoadState::Replaced => view! {
                            <p role="status">{pages::REPLACED_WHY}</p>
                            <div class="actions">
                                <button type="button" on:click=|_| location::reload()>{pages::RELOAD}</button>
                            </div>
                        }
                        .into_any(),
                    }
                }
            </Disclosure>
        </section>
    }
}

/// The disclaimers, which are always visible, the files, and the frameworks.
#[component]
fn Frameworks(result: Arc<ShownResult>, governance: Arc<Governance>) -> impl IntoView {
    let before = result.with_subject(|subject| governance::before(subject, &governance));
    let export = {
        let (result, governance) = (Arc::clone(&result), Arc::clone(&governance));
        move |ending: &str, write: fn(&Subject, &Governance) -> ExportFile| {
            let file = result.with_subject(|subject| write(subject, &governance));
            save_file(file_name(&result.title, ending), file, None);
        }
    };
    let export = StoredValue::new(export);
    let as_csv = move |_| {
        let write = |subject: &Subject, governance: &Governance| {
            ExportFile::Csv(csv::write(&governance::governance_rows(subject, governance)))
        };
        export.with_value(|export| export("governance.csv", write));
    };
    let as_markdown = move |_| {
        let write = |subject: &Subject, governance: &Governance| {
            ExportFile::Markdown(markdown::write(&governance::governance_document(subject, governance)))
        };
        export.with_value(|export| export("governance.md", write));
    };
    let framework = |at: usize| {
        let framework = &governance.frameworks[at];
        let (id, title) = (framework.id.clone(), framework.title.clone());
        let (result, governance) = (Arc::clone(&result), Arc::clone(&governance));
        view! {
            <div data-framework=id>
                <Disclosure class="more" summary=move || view! { <strong>{title}</strong> }>
                    <Blocks blocks=result.with_subject(|subject| {
                        governance::framework(subject, &governance.frameworks[at])
                    })/>
                </Disclosure>
            </div>
        }
    };
    view! {
        <Blocks blocks=before/>
        <div class="actions">
            <button type="button" on:click=as_csv>{say::AS_CSV}</button>
            <button type="button" on:click=as_markdown>{say::AS_MARKDOWN}</button>
            <button type="button" on:click=|_| dom::print()>{pages::PRINT}</button>
        </div>
        {(0..governance.frameworks.len()).map(framework).collect_view()}
    }
}
