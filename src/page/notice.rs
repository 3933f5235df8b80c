//! What became of what is kept, besides whether it is: said once it is known.

use leptos::prelude::*;

use crate::state::{SaveStatus, Session, StorageNotice};
use crate::ui::element::{el, nothing};
use mlops_core::words::saving as say;

/// It in words; nothing while there is nothing to say. Follows changes.
#[must_use]
pub fn notice(session: Session) -> AnyView {
    let says = match session.notice.get() {
        None if session.saving.get() == SaveStatus::SavedWithoutMirror => say::ONLY_ONCE.to_owned(),
        None => return nothing(),
        Some(StorageNotice::Cleared) => say::CLEARED.to_owned(),
        Some(StorageNotice::DeletedElsewhere) => say::DELETED_ELSEWHERE.to_owned(),
        Some(StorageNotice::Restored(assessments)) => say::came_back(assessments),
    };
    el("p").class("notice").attr("role", "status").child(says).into_any()
}
