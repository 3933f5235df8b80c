//! Whether what is shown is kept: said where one works, and said truly.

use leptos::prelude::*;

use crate::browser::download;
use crate::browser::storage::StorageError;
use crate::route::Route;
use crate::state::{Saving, Session};
use crate::ui::control::{actions, button, link};
use crate::ui::element::{Element, el, nothing, reactive};
use mlops_core::assessment::Assessment;
use mlops_core::assessment::file;
use mlops_core::words;

/// Whether what is shown is kept, in a word; nothing while nothing was changed. Follows changes.
#[must_use]
pub fn saving_word(session: Session) -> &'static str {
    match session.saving.get() {
        Saving::Untouched => "",
        Saving::Saved => words::SAVED,
        Saving::Unsaved(_) => words::NOT_SAVED,
    }
}

/// The word beside the title, said when it changes. It changes its text only, never its place.
#[must_use]
pub fn saving_status(session: Session) -> Element {
    el("span").class("saving").attr("role", "status").live_text(move || saving_word(session).to_owned())
}

/// Says that nothing is kept here, why, and what to do about it; nothing while all is well.
#[must_use]
pub fn saving_trouble(session: Session) -> AnyView {
    reactive(move || {
        let Saving::Unsaved(error) = session.saving.get() else { return nothing() };
        let file = move || session.current.with_untracked(|open| open.iter().for_each(offer_file));
        let id = session.current.with(|open| open.as_ref().map(|one| one.id.clone()));
        let offer = id.map(|id| {
            let result = Route::Result { id }.href();
            actions().child(button("Download the file", file)).child(link("Get a link that holds it", result))
        });
        el("div")
            .class("notice is-warning")
            .attr("role", "alert")
            .child(el("p").child(el("strong").child("Not saved in this browser. ")).child(trouble(&error)))
            .child(el("p").child(
                "Everything works for this visit. Before you close the page, download the file or take the link: both can \
                 be opened here again.",
            ))
            .child(offer)
            .into_any()
    })
}

/// Why something could not be stored, in words.
#[must_use]
pub fn trouble(error: &StorageError) -> String {
    match error {
        StorageError::Blocked(_) => {
            "It does not let this page store anything, as in a private window or in a frame of another site."
                .to_owned()
        }
        StorageError::Full => "Its storage for this page is full.".to_owned(),
        StorageError::Failed(reason) => format!("Its storage refused: {reason}."),
    }
}

/// Hands an assessment over as a file.
pub fn offer_file(assessment: &Assessment) {
    let text = file::write(assessment);
    let name = file_name(&assessment.title, "mlops-maturity.json");
    download::save(&name, "application/json", text.as_bytes()).ok();
}

/// A file name that every system takes: the title's letters and digits, then the ending.
#[must_use]
pub fn file_name(title: &str, ending: &str) -> String {
    let mut name = String::new();
    for letter in title.chars().take(60) {
        if letter.is_ascii_alphanumeric() || !letter.is_ascii() {
            name.push(letter.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() { ending.to_owned() } else { format!("{name}.{ending}") }
}
