//! The history of an assessment: its trend, its snapshots, and new rounds.

mod snapshots;
mod trend;

use leptos::prelude::*;

use crate::browser::dom;
use crate::components::{BackBar, LiveText, PageHeading, RedrawOnChange, SaveNotices, TextField, UserText, set_text};
use crate::pages::history::snapshots::SnapshotList;
use crate::pages::history::trend::TrendCharts;
use crate::pages::respondents::import::{ImportAnswers, ImportErrors, ReadAnswers};
use crate::route::Route;
use crate::state::{Navigation, OpenAssessment};
use mlops_core::assessment::clean_title;
use mlops_core::history::combined::Person;
use mlops_core::history::snapshots::{Trend, trend};
use mlops_core::words;
use mlops_core::words::{history as say, pages};

/// The history of the open assessment.
#[component]
pub fn HistoryPage(#[prop(into)] id: String) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let title = move || assessment.title.with(|title| words::title(title).to_owned());
    let trend =
        Memo::new(move |_| assessment.current.with(|open| open.as_ref().map(|own| trend(assessment.model(), own))));
    let table_opened = RwSignal::new(false);
    let charts = move |trend: Option<Trend>| trend.map(|trend| view! { <TrendCharts trend table_opened/> });
    view! {
        <BackBar href=Route::Result { id: id.clone() }.href()>{say::BACK}</BackBar>
        <SaveNotices/>
        <PageHeading>
            {pages::of(pages::HISTORY)}
            <UserText text=Signal::derive(title)/>
        </PageHeading>
        <h2>{say::TREND}</h2>
        <RedrawOnChange value=move || trend.get() children=charts/>
        <div class="columns">
            <Today id/>
            <SnapshotList trend/>
            <EarlierResults/>
        </div>
    }
    .into_any()
}

/// Takes a snapshot, and begins a new round.
#[component]
fn Today(id: String) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let navigation = expect_context::<Navigation>();
    let label = RwSignal::new(String::new());
    let message = RwSignal::new(String::new());
    let take_snapshot = move |_| {
        let name = clean_title(&label.get_untracked());
        message.set(match assessment.take_snapshot(&name) {
            Ok(()) => say::taken(&name),
            Err(error) => say::error_text(error),
        });
        label.set(String::new());
    };
    let questions = Route::Questions { id, area: None };
    let start_round = move |_| match assessment.new_round(&label.get_untracked()) {
        Ok(()) => navigation.navigate(&questions),
        Err(error) => message.set(say::error_text(error)),
    };
    view! {
        <section class="today" aria-labelledby="today">
            <h2 id="today">{pages::TODAY}</h2>
            <TextField value=label on_input=set_text(label)>{say::NAME}</TextField>
            <div class="actions">
                <button type="button" on:click=take_snapshot>{say::SAVE_SNAPSHOT}</button>
                <button type="button" class="is-primary" on:click=start_round>{say::NEW_ROUND}</button>
                <button type="button" on:click=|_| dom::print()>{pages::PRINT}</button>
            </div>
            <p role="status">
                <LiveText text=message/>
            </p>
            <p class="quiet">{say::ABOUT_ROUND}</p>
        </section>
    }
}

/// Adds results from links and files as snapshots.
#[component]
fn EarlierResults() -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let message = RwSignal::new(String::new());
    let errors = RwSignal::new(Vec::new());
    let add = move |answers: ReadAnswers| {
        let own_title = assessment.title.get_untracked();
        let count = || assessment.snapshots.with_untracked(Vec::len);
        // The label of a snapshot is the name of the person who answered, or of another team.
        let named = |person: &Person| {
            let line = person.line();
            let title = if person.title == own_title { String::new() } else { person.title.clone() };
            (if line.is_empty() { title } else { line }, person.record())
        };
        let records: Vec<_> = answers.found.people.iter().map(named).collect();
        let before = count();
        let outcome = assessment.import_snapshots(&records);
        let added = (!records.is_empty()).then(|| say::imported(count().saturating_sub(before)));
        let sentences: Vec<String> = added.into_iter().chain(outcome.err().map(say::error_text)).collect();
        message.set(sentences.join(" "));
        errors.set(answers.faults);
    };
    view! {
        <section class="bring" aria-labelledby="take-over">
            <h2 id="take-over">{say::IMPORT_EARLIER}</h2>
            <p class="quiet">{say::ABOUT_IMPORT_EARLIER}</p>
            <ImportAnswers on_read=add/>
            <p role="status">
                <LiveText text=message/>
            </p>
            <ImportErrors errors/>
        </section>
    }
}
