//! Evidence from code: a folder is picked, listed, read and searched in the browser, and the findings become proposed
//! answers.

mod list;
mod open;
pub mod proposal;
mod scan;

use leptos::prelude::*;

use crate::browser::file;
use crate::components::{
    BackBar, Checkbox, Disclosure, ErrorNotice, FaultList, LiveText, PageHeading, RedrawOnChange, SaveNotices,
    UserText,
};
use crate::pages::evidence::list::ProposalList;
use crate::pages::evidence::scan::{ErrorText, Scan, ScanStep};
use crate::route::Route;
use mlops_core::words::{pages, questions, scan as say};

/// The id of the label of the progress.
const PROGRESS: &str = "scan-progress";

/// The page of a scan and of its proposals.
#[component]
pub fn EvidencePage(id: String) -> impl IntoView {
    let scan = Scan::new();
    let notice = |error_text: Option<ErrorText>| error_text.map(|error_text| view! { <ScanErrorNotice error_text/> });
    // A folder may be dropped anywhere on the page while it is shown.
    file::on_drop(move |files| scan.open_dropped(files));
    on_cleanup(move || scan.stop());
    view! {
        <BackBar href=Route::Questions { id: id.clone(), area: None }.href()>{questions::BACK}</BackBar>
        <SaveNotices/>
        <PageHeading>{pages::EVIDENCE}</PageHeading>
        <p>{say::INTRO}</p>
        <RedrawOnChange value=move || scan.error_text.get() let:error_text>{notice(error_text)}</RedrawOnChange>
        <RedrawOnChange value=move || scan.step.get() let:kind>
            {match kind {
                ScanStep::Waiting => view! { <FolderPicker scan/> }.into_any(),
                ScanStep::Listed => view! { <BeforeReading scan/> }.into_any(),
                ScanStep::Listing | ScanStep::Reading => view! { <ScanProgress scan/> }.into_any(),
            }}
        </RedrawOnChange>
        <Scanned scan/>
        <ProposalList scan/>
    }
    .into_any()
}

/// What went wrong, and which parts of a proposals file were ignored.
#[component]
fn ScanErrorNotice(error_text: ErrorText) -> impl IntoView {
    view! {
        <ErrorNotice title=error_text.says>
            {(!error_text.faults.is_empty()).then(|| view! { <FaultList faults=error_text.faults/> })}
        </ErrorNotice>
    }
}

/// The ways to pick a folder or a proposals file.
#[component]
fn FolderPicker(scan: Scan) -> impl IntoView {
    view! {
        <section class="scan">
            <Show
                when=move || scan.has_picker.get()
                fallback=move || {
                    view! {
                        <label class="field">
                            <span>{say::FOLDER}</span>
                            <input id="scan-folder" type="file" prop:webkitdirectory=true on:change=move |event| scan.open_field(&event)/>
                        </label>
                    }
                }
            >
                <div class="actions">
                    <button type="button" class="is-primary" id="scan-pick" on:click=move |_| scan.pick()>
                        {say::PICK}
                    </button>
                </div>
            </Show>
            <p class="quiet">{say::READS_IGNORED}</p>
            <label class="field">
                <span>{say::FILE}</span>
                <input
                    id="scan-file"
                    type="file"
                    accept=".json,application/json"
                    on:change=move |event| scan.open_dropped(file::picked(&event))
                />
            </label>
            <p class="quiet">{say::DROP}</p>
        </section>
    }
}

/// What will be read, shown before it is read.
#[component]
fn BeforeReading(scan: Scan) -> impl IntoView {
    let listed = scan.listed_folder();
    let skipped = StoredValue::new(listed.skipped);
    let names = move || {
        let item = |path: String| view! { <li><UserText text=path/></li> };
        view! { <ul>{skipped.get_value().into_iter().map(item).collect_view()}</ul> }
    };
    let has_skipped = skipped.with_value(|skipped| !skipped.is_empty());
    view! {
        <section class="scan notice" role="status">
            <p>
                <b><UserText text=listed.name/></b>
            </p>
            <p>{listed.says}</p>
            {has_skipped.then(|| view! { <Disclosure summary=|| say::SKIPPED>{names()}</Disclosure> })}
        </section>
        <div class="actions">
            <button type="button" class="is-primary" id="scan-read" on:click=move |_| scan.read()>
                {say::READ}
            </button>
            <button type="button" id="scan-cancel" on:click=move |_| scan.stop()>
                {pages::CANCEL}
            </button>
        </div>
    }
}

#[component]
fn ScanProgress(scan: Scan) -> impl IntoView {
    let progress = scan.progress;
    let says = move || match progress.get() {
        (listed, None) => say::listing(listed),
        (read, Some(of)) => say::reading(read, of),
    };
    // Without a value, the browser shows an indefinite progress.
    let percent =
        move || progress.get().1.map(|of| (100 * progress.get().0).checked_div(of).unwrap_or(100).to_string());
    view! {
        <section class="scan notice">
            <p id=PROGRESS>
                <LiveText text=Signal::derive(says)/>
            </p>
            <progress aria-labelledby=PROGRESS max="100" value=percent></progress>
            <div class="actions">
                <button type="button" id="scan-cancel" on:click=move |_| scan.stop()>
                    {pages::CANCEL}
                </button>
            </div>
        </section>
    }
}

/// The folders that were scanned on this page, and the facts that a person may state about them.
#[component]
fn Scanned(scan: Scan) -> impl IntoView {
    let folders = move |folders: Vec<scan::ScannedFolder>| {
        let folder = |folder: scan::ScannedFolder| {
            view! {
                <p>
                    <b><UserText text=folder.name/>":"</b>
                    " "
                    {folder.says}
                </p>
            }
        };
        view! { <div role="status">{folders.into_iter().map(folder).collect_view()}</div> }
    };
    let fact = move |(id, title): (String, String)| {
        let stated = id.clone();
        view! {
            <Checkbox
                id=format!("fact-{id}")
                checked=Signal::derive(move || scan.stated.with(|facts| facts.contains(&stated)))
                on_change=move |is_stated| scan.state_fact(&id, is_stated)
            >
                {title}
            </Checkbox>
        }
    };
    view! {
        <RedrawOnChange value=move || scan.folders.get() let:scanned>{folders(scanned)}</RedrawOnChange>
        <Show when=move || scan.missing_facts.with(|facts| !facts.is_empty())>
            <fieldset class="scan-facts">
                <legend>{say::STATE_FACTS}</legend>
                <p class="quiet">{say::FACTS_PROPOSE}</p>
                <For each=move || scan.missing_facts.get() key=|(id, _)| id.clone() children=fact/>
            </fieldset>
        </Show>
        <Show when=move || scan.can_download()>
            <div class="actions">
                <button type="button" on:click=move |_| scan.download()>
                    {say::DOWNLOAD}
                </button>
            </div>
        </Show>
    }
}
