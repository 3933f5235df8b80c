//! A published result: the newest version of the file that the address names. It is read-only, and nothing is stored.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{dom, location};
use crate::components::{ButtonLink, EXPORT_POPOVER, Loading, PageHeading, Popover, PopoverButton, UserText};
use crate::pages::result::ResultBody;
use crate::pages::result::bar::ResultBar;
use crate::pages::result::details::{DetailLines, detail_lines};
use crate::pages::result::export_menu::ResultExports;
use crate::pages::share::PrintedLink;
use crate::route::{parameter, published_query};
use crate::state::published::read;
use crate::state::result::{ResultSource, ShownResult};
use crate::state::{Embedding, OpenAssessment, local_day, now};
use mlops_core::link::LinkKind;
use mlops_core::portfolio::{Published, PublishedError};
use mlops_core::words;
use mlops_core::words::{pages, published as say, result as result_words};

/// The most characters of a name that are shown.
const SHOWN: usize = 80;

/// The page of the published result that the address names.
#[component]
pub fn PublishedResultPage() -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let name = parameter(&location::query(), "result").unwrap_or_default();
    let found = RwSignal::new(None::<Result<Published, PublishedError>>);
    let load = move |name: String| {
        spawn_local(async move {
            found.try_set(Some(read(model, &name).await));
        });
    };
    load(name.clone());
    let again = name.clone();
    let retry = Callback::new(move |()| {
        found.set(None);
        // The pressed button was removed.
        dom::next_frame(dom::focus_first_heading);
        load(again.clone());
    });
    move || match found.get() {
        None => view! {
            <PageHeading>{pages::PUBLISHED}</PageHeading>
            <Loading/>
        }
        .into_any(),
        Some(Ok(published)) => view! { <PublishedResult published name=name.clone()/> }.into_any(),
        Some(Err(error)) => view! { <NoPublishedResult error name=name.clone() retry/> }.into_any(),
    }
}

#[component]
pub fn PublishedResult(
    /// The content of the file.
    published: Published,
    /// The name of the file.
    name: String,
) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let age = published.age(local_day(now())).map(|days| view! { " " <strong>{say::age(days)}</strong> });
    let differences = published.opened.as_ref();
    let differences =
        differences.and_then(|opened| words::link::differences(opened, LinkKind::Result, model.revision()));
    let Published { assessment, day, opened } = published;
    let title = if assessment.title.is_empty() { pages::PUBLISHED } else { &assessment.title }.to_owned();
    let unknown = assessment.unknown_capability_ids(model).len();
    let mut result = ShownResult::new(model, assessment, title.clone(), day);
    let address = format!("{}{}", location::page(), published_query(&location::query(), &name, &[]));
    result.address = Some(address.clone());
    result.is_from_link = opened.is_some();
    let source = ResultSource::Link(StoredValue::new(result.clone()));
    let tracks: Vec<_> = result.profile.tracks.iter().map(|track| track.track).collect();
    let (basis, details) = result.with_subject(|subject| (result_words::basis(subject), detail_lines(subject)));
    let open = expect_context::<Embedding>().is_embedded.then(|| {
        view! { <a class="button" href=address target="_blank" rel="noopener">{say::OPEN}</a> }
    });
    view! {
        <ResultBar model tracks>
            {open}
            <PopoverButton popover=EXPORT_POPOVER>{pages::EXPORT}</PopoverButton>
        </ResultBar>
        <div class="result-head">
            <PageHeading><UserText text=title/></PageHeading>
            <p class="as-of" data-as-of=day.to_string()>{say::as_of(day)} {age}</p>
            <p class="quiet">{basis}</p>
            <DetailLines lines=details/>
        </div>
        {differences.map(|text| view! { <p class="notice">{text}</p> })}
        {(unknown > 0).then(|| view! { <p class="notice">{result_words::not_of_this_model(unknown)}</p> })}
        <ResultBody result=Arc::new(result) own_id=None/>
        <p class="quiet">{say::READ_ONLY}</p>
        <Popover id=EXPORT_POPOVER label=pages::EXPORT><ResultExports source own_id=None/></Popover>
        <PrintedLink source/>
    }
}

/// Replaces a published result that cannot be shown: why, what is safe, and what to do.
#[component]
pub fn NoPublishedResult(
    error: PublishedError,
    /// The name of the file.
    name: String,
    /// Called to read the file again.
    retry: Callback<()>,
) -> impl IntoView {
    let shown: String = name.chars().take(SHOWN).collect();
    let names = (!shown.is_empty()).then(|| view! { {say::NAMES} <code>{shown}</code> ". " });
    view! {
        <PageHeading>{say::NO_RESULT}</PageHeading>
        <p>{names} {say::error_text(&error)}</p>
        <p>{words::link::ASSESSMENTS_SAFE}</p>
        <div class="actions">
            <button type="button" on:click=move |_| retry.run(())>{pages::TRY_AGAIN}</button>
            <ButtonLink href="#/">{pages::TO_START}</ButtonLink>
        </div>
    }
}
