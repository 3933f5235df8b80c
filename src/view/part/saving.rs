//! Whether what is shown is kept: said where one works, and said truly.

use leptos::prelude::*;

use crate::browser::storage::StorageError;
use crate::browser::{address, download};
use crate::codec::assessment_file;
use crate::domain::assessment::Assessment;
use crate::session::{Saving, Session};

/// The small word beside the title. It changes its text only, never its place.
#[must_use]
pub fn saving_word(session: Session) -> AnyView {
    let word = move || match session.saving.get() {
        Saving::Untouched => "",
        Saving::Saved => "Saved",
        Saving::Unsaved(_) => "Not saved",
    };
    let is_unsaved = move || matches!(session.saving.get(), Saving::Unsaved(_));
    view! { <span class="saving" class:is-unsaved=is_unsaved role="status">{word}</span> }.into_any()
}

/// Says that nothing is kept here, why, and what to do about it; nothing while all is well.
#[must_use]
pub fn saving_trouble(session: Session) -> AnyView {
    let file = move |_| {
        if let Some(assessment) = session.current.get_untracked() {
            offer_file(&assessment);
        }
    };
    let has_file = move || session.current.with(Option::is_some);
    let notice = move || match session.saving.get() {
        Saving::Unsaved(error) => Some(view! {
            <div class="notice is-warning" role="alert">
                <p><strong>"Not saved in this browser. "</strong>{trouble(&error)}</p>
                <p>"Everything works for this visit. Before you close the page, download the file: it can be opened here again."</p>
                {move || has_file().then(|| view! { <p><button type="button" on:click=file>"Download the file"</button></p> })}
            </div>
        }),
        _ => None,
    };
    view! { {notice} }.into_any()
}

/// Why something could not be stored, in words.
#[must_use]
pub fn trouble(error: &StorageError) -> String {
    match error {
        StorageError::Blocked(_) => {
            "It does not let this page store anything, as in a private window or in a frame of another site.".to_owned()
        }
        StorageError::Full => "Its storage for this page is full.".to_owned(),
        StorageError::Failed(reason) => format!("Its storage refused: {reason}."),
    }
}

/// Hands an assessment over as a file.
pub fn offer_file(assessment: &Assessment) {
    let text = assessment_file::write(assessment);
    download::save(&file_name(&assessment.title), "application/json", text.as_bytes()).ok();
}

/// A file name that every system takes: letters, digits and hyphens.
#[must_use]
pub fn file_name(title: &str) -> String {
    let words: Vec<String> = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let name: String = words.join("-").chars().take(60).collect();
    if name.is_empty() { "mlops-maturity.json".to_owned() } else { format!("{name}.mlops-maturity.json") }
}

/// The page's own address without a fragment, for links that leave it.
#[must_use]
pub fn page_address() -> String {
    address::page()
}
