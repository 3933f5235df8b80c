//! The save status for views that are not written with `view!` yet.

use leptos::prelude::*;

use crate::components::{SaveNotices, SaveStatus, after_saving, save_status};
pub use crate::components::{download_assessment as offer_file, file_name, why_unsaved as why};
use crate::state::Session;

/// [`save_status`].
#[must_use]
pub fn saving_word(session: Session) -> &'static str {
    save_status(session.library)
}

/// [`after_saving`].
pub fn once_settled(
    session: Session,
    words: impl Fn() -> String + Send + Sync + 'static,
) -> impl Fn() -> String + Send + Sync + 'static {
    after_saving(session.library, words)
}

/// [`SaveStatus`], not announced.
#[must_use]
pub fn saving_shown(_: Session) -> AnyView {
    view! { <SaveStatus announced=false/> }.into_any()
}

/// [`SaveNotices`].
#[must_use]
pub fn saving_trouble(_: Session) -> AnyView {
    view! { <SaveNotices/> }.into_any()
}
