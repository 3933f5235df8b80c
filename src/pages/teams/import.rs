//! The ways to add teams (pasted lines, files, saved assessments), and what was read.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::file;
use crate::components::{LiveText, RedrawOnChange};
use crate::state::teams::{ImportedText, Progress, Teams};
use crate::state::{Library, OpenAssessment};
use mlops_core::portfolio::Portfolio;
use mlops_core::words::{files, pages, teams as say};

/// The most unreadable lines that are listed on the page.
const LISTED: usize = 200;
/// The list of unreadable lines is open at first if it has at most this many.
const OPEN_UP_TO: usize = 10;

/// The id of the button that restores the removed teams.
pub const UNDO: &str = "teams-undo";
/// The id of the label of the progress.
const READING: &str = "teams-reading";

/// The fields and buttons that add teams.
#[component]
pub fn ImportTeams() -> impl IntoView {
    let library = expect_context::<Library>();
    let teams = expect_context::<Teams>();
    let model = expect_context::<OpenAssessment>().model();
    let typed = RwSignal::new(String::new());
    // Files may be dropped anywhere on the page while this is shown.
    file::on_drop(move |files| teams.import_files(model, files));
    let import_lines = move |_| {
        let text = typed.get_untracked();
        if !text.trim().is_empty() {
            typed.set(String::new());
            teams.import(model, vec![ImportedText::new(String::new(), text)]);
        }
    };
    view! {
        <div class="teams-bring">
            <label class="field">
                <span>{say::LINES}</span>
                <textarea rows="4" spellcheck="false" autocomplete="off" bind:value=typed></textarea>
            </label>
            <div class="actions">
                <button type="button" class="is-primary" on:click=import_lines>{say::READ}</button>
                <button type="button" on:click=move |_| teams.import_saved(model, library)>{say::ADD_SAVED}</button>
            </div>
            <label class="field">
                <span>{say::FILES}</span>
                <input
                    type="file"
                    multiple
                    accept=".txt,.tsv,.csv,.json,.jsonl,text/plain,application/json"
                    on:change=move |event| teams.import_files(model, file::picked(&event))
                />
            </label>
            <Show when=move || teams.has_some()>
                <div class="actions">
                    <button type="button" on:click=move |_| teams.forget()>{say::FORGET}</button>
                </div>
            </Show>
        </div>
    }
}

/// What is being read, what was read, and what could not be read.
#[component]
pub fn ImportStatus() -> impl IntoView {
    let teams = expect_context::<Teams>();
    let model = expect_context::<OpenAssessment>().model();
    let is_reading = Memo::new(move |_| teams.progress.with(Option::is_some));
    view! {
        <div class="teams-status">
            <Show when=move || is_reading.get()>
                <ReadingProgress/>
            </Show>
            <div role="status">
                <p>
                    <LiveText text=teams.message/>
                </p>
                <p class="quiet">
                    <LiveText text=teams.storage_message/>
                </p>
            </div>
            <Show when=move || teams.undo.with(Option::is_some)>
                <div class="actions">
                    <button type="button" id=UNDO on:click=move |_| teams.undo_forget(model)>{pages::UNDO}</button>
                </div>
            </Show>
            <RedrawOnChange value=move || teams.portfolio.get() children=bad_lines/>
        </div>
    }
}

#[component]
fn ReadingProgress() -> impl IntoView {
    let teams = expect_context::<Teams>();
    let progress = move || teams.progress.get().unwrap_or_default();
    let percent = move || {
        let Progress { bytes, all_bytes, .. } = progress();
        (100 * bytes).checked_div(all_bytes).unwrap_or(0).to_string()
    };
    let so_far = move || {
        let Progress { results, bad_lines, .. } = progress();
        say::so_far(results, bad_lines)
    };
    view! {
        <div class="notice">
            <p>
                <b id=READING>
                    <LiveText text=Signal::derive(move || files::reading(&progress().name))/>
                </b>
                " "
                <LiveText text=Signal::derive(so_far)/>
            </p>
            <progress aria-labelledby=READING max="100" prop:value=percent></progress>
            <div class="actions">
                <button type="button" on:click=move |_| teams.stop()>{say::STOP}</button>
            </div>
        </div>
    }
}

/// The lines that could not be read, with the reasons.
fn bad_lines(portfolio: Option<Arc<Portfolio<'static>>>) -> Option<impl IntoView> {
    let portfolio = portfolio?;
    let bad = portfolio.bad_lines();
    if bad.is_empty() {
        return None;
    }
    let items = bad.iter().take(LISTED).map(|line| view! { <li>{say::bad_line(line)}</li> }).collect_view();
    let more = bad.len().saturating_sub(LISTED) + portfolio.more_bad_lines();
    let is_open = bad.len() <= OPEN_UP_TO;
    Some(view! {
        <details class="more notice is-warning" open=is_open>
            <summary>{say::BAD_LINES}</summary>
            <ul class="plain">{items}</ul>
            {(more > 0).then(|| view! { <p>{say::more_bad(more)}</p> })}
        </details>
    })
}
