//! The start page: for a new visitor what the page is for and a form to begin, for a returning one their assessments
//! first.

mod entry;
mod new_visitor;
mod unlisted;

use leptos::prelude::*;

use crate::browser::file;
use crate::components::{PageHeading, SaveNotices};
use crate::pages::home::entry::Entries;
use crate::pages::home::new_visitor::{NewVisitor, StartForm};
use crate::pages::home::unlisted::Unlisted;
use crate::route::Route;
use crate::state::Library;
use mlops_core::words;
use mlops_core::words::{files, pages, start as say};

/// The id of the field for files.
pub const FILE: &str = "file";

#[component]
pub fn HomePage() -> impl IntoView {
    let library = expect_context::<Library>();
    // Follows only this, so that a form that is being filled in stays when the list changes.
    let is_returning = Memo::new(move |_| library.saved.with(|saved| saved.newest().is_some()));
    view! {
        <Show when=move || is_returning.get() fallback=|| view! { <NewVisitor/> }>
            <PageHeading>{say::YOURS}</PageHeading>
            <Entries/>
            <h2>{say::START_ANOTHER}</h2>
            <StartForm/>
        </Show>
        <SaveNotices/>
        <Unlisted/>
        <OpenFile/>
        <p>
            <a href=Route::CombineAnswers.href()>{say::COMBINE}</a>
        </p>
        <p>
            <a href=Route::Teams.href()>{words::teams::LINK}</a>
        </p>
        <p>
            <a href=Route::Embed.href()>{pages::EMBED}</a>
        </p>
    }
}

/// The field for files. The code that reads them is loaded once a file was picked.
#[component]
fn OpenFile() -> impl IntoView {
    let library = expect_context::<Library>();
    view! {
        <section>
            <h2>{files::OPEN}</h2>
            <p class="quiet">{files::IMPORT_HINT}</p>
            <label class="field">
                <span>{files::FIELD}</span>
                <input
                    id=FILE
                    type="file"
                    multiple
                    accept=".json,application/json"
                    on:change=move |event| library.import(file::picked(&event))
                />
            </label>
        </section>
    }
}
