//! What builder views still draw of [`share`](crate::pages::share): to go with the last of them.

use leptos::prelude::*;

use crate::pages::share::SendSection;
use crate::state::Session;

/// [`SendSection`] for builder views.
#[must_use]
pub fn send_part(_session: Session) -> AnyView {
    view! { <SendSection/> }.into_any()
}
