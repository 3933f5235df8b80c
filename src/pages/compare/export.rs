//! The menus of a comparison: a link with both results, files, pictures, and printing.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clipboard, dom, location};
use crate::components::charts::drawing::Drawing;
use crate::components::charts::pair;
use crate::components::{
    Checkbox, DocumentPurposes, ExportFile, ExportSection, LiveText, RedrawOnChange, file_name, html_file, save_file,
};
use crate::pages::compare::comparison::ComparisonReport;
use crate::route::{Route, page_for_others};
use crate::state::OpenAssessment;
use crate::state::share_link::published_copy;
use mlops_core::history::compare::joined_payloads;
use mlops_core::model::Model;
use mlops_core::report::{html, markdown};
use mlops_core::words;
use mlops_core::words::{compare as say, result as result_words};

/// The id of the field with the link.
const LINK_FIELD: &str = "comparison-link";

/// The link to both results. If they are too long for a link, the report as a file.
#[component]
pub fn ShareMenu(compared: StoredValue<ComparisonReport>) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let (with_titles, with_outcomes) = (RwSignal::new(false), RwSignal::new(false));
    let copied = RwSignal::new(String::new());
    let link = Memo::new(move |_| {
        compared.with_value(|compared| link_to(model, compared, with_titles.get(), with_outcomes.get()))
    });
    let copy = move |_| {
        let Ok(text) = link.get_untracked() else { return };
        spawn_local(async move {
            let is_copied = clipboard::copy_text(&text).await.is_ok();
            if !is_copied {
                dom::select(LINK_FIELD);
            }
            copied.set(if is_copied { words::link::COPIED } else { words::link::NOT_COPIED }.to_owned());
        });
    };
    let too_long = move |link: Result<String, String>| {
        link.err().map(|why| {
            view! {
                <div class="notice is-warning" role="alert">
                    <p>{why}</p>
                    <div class="actions">
                        <button type="button" on:click=move |_| save_html(compared)>{say::AS_FILE}</button>
                    </div>
                </div>
            }
        })
    };
    view! {
        <p>
            <LiveText text=Signal::derive(move || say::contains(with_titles.get(), with_outcomes.get()))/>
        </p>
        <Checkbox checked=with_titles on_change=move |is| with_titles.set(is)>{say::WITH_TITLES}</Checkbox>
        <Checkbox checked=with_outcomes on_change=move |is| with_outcomes.set(is)>{say::WITH_OUTCOMES}</Checkbox>
        <label class="field">
            <span>{say::LINK_TO_THIS}</span>
            <input
                type="text"
                id=LINK_FIELD
                readonly
                spellcheck="false"
                translate="no"
                prop:value=move || link.get().unwrap_or_default()
            />
        </label>
        <RedrawOnChange value=move || link.get() children=too_long/>
        <div class="actions">
            <button type="button" class="is-primary" on:click=copy>{words::link::COPY}</button>
        </div>
        <p role="status">
            <LiveText text=copied/>
        </p>
    }
}

/// The address of the comparison for another person, or a sentence on why there is none.
fn link_to(model: &Model, compared: &ComparisonReport, titles: bool, outcomes: bool) -> Result<String, String> {
    let [before, after] = compared.sides.each_ref().map(|side| side.payload(model, titles, outcomes));
    let sides = before.zip(after).and_then(|(before, after)| joined_payloads(&before, &after));
    let sides = sides.ok_or_else(|| say::TOO_LONG.to_owned())?;
    let (page, copy) = (location::page(), published_copy());
    let page = page_for_others(&page, &copy).ok_or_else(|| words::link::ONLY_HERE_FILE.to_owned())?;
    Ok(Route::compare(&[&sides]).address(page, &location::query()))
}

/// Pictures, texts, files, and printing.
#[component]
pub fn ComparisonExports(compared: StoredValue<ComparisonReport>) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let copied = RwSignal::new(String::new());
    let html = move || compared.with_value(|compared| html::write(&compared.document));
    let markdown = move || compared.with_value(|compared| markdown::write(&compared.document));
    let copy_rich = move |_| {
        spawn_local(async move {
            let is_copied = clipboard::copy_rich(&html(), &markdown()).await.is_ok();
            let said = if is_copied { result_words::COPIED_FOR_WIKI } else { result_words::NOT_COPIED };
            copied.set(said.to_owned());
        });
    };
    let copy_markdown = move |_| {
        spawn_local(async move {
            let is_copied = clipboard::copy_text(&markdown()).await.is_ok();
            let said = if is_copied { result_words::COPIED_MARKDOWN } else { result_words::NOT_COPIED };
            copied.set(said.to_owned());
        });
    };
    let save_chart = move |ending: &str, file: fn(Drawing) -> ExportFile| {
        if let Some(drawing) = chart(model, compared) {
            save_file(file_name_of(compared, ending), file(drawing), None);
        }
    };
    let document =
        move |()| compared.with_value(|compared| Some((compared.document.title.clone(), compared.document.clone())));
    view! {
        <ExportSection title=result_words::FOR_A_SLIDE>
            <div class="actions">
                <button type="button" on:click=move |_| save_chart("png", ExportFile::Png)>{say::AS_PNG}</button>
                <button type="button" on:click=move |_| save_chart("svg", ExportFile::Svg)>{say::AS_SVG}</button>
            </div>
        </ExportSection>
        <ExportSection title=result_words::FOR_A_WIKI>
            <div class="actions">
                <button type="button" on:click=copy_rich>{result_words::COPY_FOR_WIKI}</button>
                <button type="button" on:click=copy_markdown>{result_words::COPY_MARKDOWN}</button>
            </div>
        </ExportSection>
        <DocumentPurposes document/>
        <p role="status">
            <LiveText text=copied/>
        </p>
        <p class="quiet">{say::WHAT_LEAVES}</p>
    }
}

fn file_name_of(compared: StoredValue<ComparisonReport>, ending: &str) -> String {
    compared.with_value(|compared| file_name(&compared.document.title, ending))
}

fn save_html(compared: StoredValue<ComparisonReport>) {
    let file = html_file(compared.with_value(|compared| compared.document.clone()), None);
    save_file(file_name_of(compared, "html"), file, None);
}

/// The chart of the first track.
fn chart(model: &Model, compared: StoredValue<ComparisonReport>) -> Option<Drawing> {
    compared.with_value(|compared| {
        let names = compared.sides.each_ref().map(|side| say::name(&side.record));
        let track = compared.comparison.after.tracks.first()?;
        let rows = pair::pair_rows(model, &compared.comparison, track);
        Some(pair::drawing(&rows, pair::alt(model, &compared.comparison, track), names))
    })
}
