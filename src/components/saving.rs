//! Whether answers are saved: the status in the bar, and notices if something went wrong.

use leptos::prelude::*;

use crate::browser::{StorageError, frame};
use crate::components::{LiveText, file_name, save_text};
use crate::route::Route;
use crate::state::{Library, OpenAssessment, SaveError, SaveStatus, StorageNotice};
use mlops_core::assessment::Assessment;
use mlops_core::assessment::file;
use mlops_core::words::saving as say;

/// The save status of the open assessment in a word; empty before the first change.
#[must_use]
pub fn save_status(library: Library) -> &'static str {
    match library.status.get() {
        SaveStatus::Unchanged => "",
        SaveStatus::Saving => say::SAVING,
        SaveStatus::Saved => say::SAVED,
        SaveStatus::SavedWithoutMirror => say::SAVED_ONCE,
        SaveStatus::Unsaved(_) => say::NOT_SAVED,
    }
}

/// Text that changes only after saving has ended, so that a screen reader announces it once per answer and skips
/// "Saving".
pub fn after_saving<T: Clone + Default + Send + Sync + 'static>(
    library: Library,
    text: impl Fn() -> T + Send + Sync + 'static,
) -> impl Fn() -> T + Send + Sync + 'static {
    let last = StoredValue::new(T::default());
    move || {
        let text = text();
        if library.status.get() != SaveStatus::Saving {
            last.set_value(text);
        }
        last.get_value()
    }
}

/// Whether this frame has no storage, so that only a tab outside the frame can save the answers. Follows the save
/// status.
#[must_use]
pub fn is_blocked_frame(library: Library) -> bool {
    let is_blocked =
        matches!(library.status.get(), SaveStatus::Unsaved(SaveError::Storage(StorageError::Blocked(_))));
    is_blocked && frame::is_framed()
}

/// The save status in the bar of a page.
#[component]
pub fn SaveIndicator(
    /// Whether a screen reader announces it. `false` if the page announces it together with something else.
    #[prop(default = true)]
    announced: bool,
) -> impl IntoView {
    let library = expect_context::<Library>();
    let status = move || save_status(library).to_owned();
    let status = if announced { Signal::derive(after_saving(library, status)) } else { Signal::derive(status) };
    view! {
        <span class="saving" role=announced.then_some("status")>
            <LiveText text=status/>
        </span>
    }
}

/// The bar of a page that belongs to an assessment: the link back, and the save status.
#[component]
pub fn BackBar(
    #[prop(into)] href: String,
    /// The text of the link.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="bar">
            <p class="bar-title">
                <a href=href>{children()}</a>
            </p>
            <SaveIndicator/>
        </div>
    }
}

/// Notices on unsaved answers (why, and what to do) and on other events in the storage.
#[component]
pub fn SaveNotices() -> impl IntoView {
    let library = expect_context::<Library>();
    let unsaved = move || match library.status.get() {
        SaveStatus::Unsaved(error) => Some(view! { <UnsavedNotice error/> }),
        _ => None,
    };
    let stored = move || {
        let says = match library.notice.get() {
            None if library.status.get() == SaveStatus::SavedWithoutMirror => say::ONLY_ONCE.to_owned(),
            None => return None,
            Some(StorageNotice::Cleared) => say::CLEARED.to_owned(),
            Some(StorageNotice::DeletedElsewhere) => say::DELETED_ELSEWHERE.to_owned(),
            Some(StorageNotice::Restored(assessments)) => say::came_back(assessments),
        };
        Some(view! { <p class="notice" role="status">{says}</p> })
    };
    view! {
        {unsaved}
        {stored}
    }
}

#[component]
fn UnsavedNotice(error: SaveError) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let library = expect_context::<Library>();
    let download = move |_| assessment.current.with_untracked(|open| open.iter().for_each(download_assessment));
    let is_blocked_frame = is_blocked_frame(library);
    let id = assessment.id.get_untracked();
    let offer = id.map(|id| {
        let link = (!is_blocked_frame).then(|| view! { <a href=Route::Result { id }.href()>{say::TAKE_LINK}</a> });
        view! {
            <div class="actions">
                <button type="button" on:click=download>{say::DOWNLOAD}</button>
                {link}
            </div>
        }
    });
    view! {
        <div class="notice is-warning" role="alert">
            <p>
                <strong>{say::NOT_KEPT}</strong>
                {why_unsaved(&error)}
            </p>
            <p>{say::WHAT_TO_DO}</p>
            {offer}
        </div>
    }
}

/// Why a change is not saved, as a sentence.
#[must_use]
pub fn why_unsaved(error: &SaveError) -> String {
    match error {
        SaveError::Storage(StorageError::Blocked(_)) => say::BLOCKED.to_owned(),
        SaveError::Storage(StorageError::Full) => say::FULL.to_owned(),
        SaveError::Storage(StorageError::Failed(reason)) => say::refused(reason),
        SaveError::Newer(version) => say::newer(*version),
        SaveError::Damaged => say::IN_THE_WAY.to_owned(),
        SaveError::NotReadBack => say::NOT_READ_BACK.to_owned(),
    }
}

/// The id of the button that restores the assessment that was deleted last.
pub const UNDO_DELETE: &str = "undo-delete";

pub fn download_assessment(assessment: &Assessment) {
    let text = file::write(assessment);
    let name = file_name(&assessment.title, "mlops-maturity.json");
    save_text(&name, "application/json", &text);
}
