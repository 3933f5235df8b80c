//! Whether what is shown is kept: said where one works, and said truly.

use leptos::prelude::*;

use crate::browser::download;
use crate::browser::storage::StorageError;
pub use crate::components::file_name;
use crate::route::Route;
use crate::state::{SaveError, SaveStatus, Session, StorageNotice};
use crate::ui::control::{actions, button, link};
use crate::ui::element::{Element, el, group, nothing, reactive};
use mlops_core::assessment::Assessment;
use mlops_core::assessment::file;
use mlops_core::words::saving as say;

/// Whether what is shown is kept, in a word; nothing while nothing was changed. Follows changes.
#[must_use]
pub fn saving_word(session: Session) -> &'static str {
    match session.saving.get() {
        SaveStatus::Unchanged => "",
        SaveStatus::Saving => say::SAVING,
        SaveStatus::Saved => say::SAVED,
        SaveStatus::SavedWithoutMirror => say::SAVED_ONCE,
        SaveStatus::Unsaved(_) => say::NOT_SAVED,
    }
}

/// Whether what is shown is kept, in a word; not announced, since the page announces it with more.
#[must_use]
pub fn saving_shown(session: Session) -> Element {
    el("span").class("saving").reactive_text(move || saving_word(session).to_owned())
}

/// Whether what is shown is kept, in a word, and announced: for pages that announce nothing else.
#[must_use]
pub fn saving_status(session: Session) -> Element {
    el("span")
        .class("saving")
        .attr("role", "status")
        .reactive_text(once_settled(session, move || saving_word(session).to_owned()))
}

/// Words that are said once saving has come to an end: once for each answer, and not for "Saving" too.
pub fn once_settled(session: Session, words: impl Fn() -> String) -> impl Fn() -> String {
    let said = StoredValue::new(String::new());
    move || {
        let words = words();
        if session.saving.get() != SaveStatus::Saving {
            said.set_value(words);
        }
        said.get_value()
    }
}

/// Says that nothing is kept here, why, and what to do about it, and what else became of what is kept; nothing while all
/// is well.
#[must_use]
pub fn saving_trouble(session: Session) -> AnyView {
    group().child(reactive(move || unsaved(session))).child(reactive(move || noticed(session))).into_any()
}

fn unsaved(session: Session) -> AnyView {
    let SaveStatus::Unsaved(trouble) = session.saving.get() else { return nothing() };
    let file = move || session.current.with_untracked(|open| open.iter().for_each(offer_file));
    let id = session.current.with(|open| open.as_ref().map(|one| one.id.clone()));
    let offer = id.map(|id| {
        let result = Route::Result { id }.href();
        actions().child(button(say::DOWNLOAD, file)).child(link(say::TAKE_LINK, result))
    });
    el("div")
        .class("notice is-warning")
        .attr("role", "alert")
        .child(el("p").child(el("strong").child(say::NOT_KEPT)).child(why(&trouble)))
        .child(el("p").child(say::WHAT_TO_DO))
        .child(offer)
        .into_any()
}

/// What happened to stored assessments besides.
fn noticed(session: Session) -> AnyView {
    let says = match session.notice.get() {
        None if session.saving.get() == SaveStatus::SavedWithoutMirror => say::ONLY_ONCE.to_owned(),
        None => return nothing(),
        Some(StorageNotice::Cleared) => say::CLEARED.to_owned(),
        Some(StorageNotice::DeletedElsewhere) => say::DELETED_ELSEWHERE.to_owned(),
        Some(StorageNotice::Restored(assessments)) => say::came_back(assessments),
    };
    el("p").class("notice").attr("role", "status").child(says).into_any()
}

/// Why something is not stored, in words.
#[must_use]
pub fn why(trouble: &SaveError) -> String {
    match trouble {
        SaveError::Storage(StorageError::Blocked(_)) => say::BLOCKED.to_owned(),
        SaveError::Storage(StorageError::Full) => say::FULL.to_owned(),
        SaveError::Storage(StorageError::Failed(reason)) => say::refused(reason),
        SaveError::Newer(version) => say::newer(*version),
        SaveError::Damaged => say::IN_THE_WAY.to_owned(),
        SaveError::NotReadBack => say::NOT_READ_BACK.to_owned(),
    }
}

/// Hands an assessment over as a file.
pub fn offer_file(assessment: &Assessment) {
    let text = file::write(assessment);
    let name = file_name(&assessment.title, "mlops-maturity.json");
    download::save(&name, "application/json", text.as_bytes()).ok();
}
