//! The save notices draw this by themselves; the part of the program that is fetched later still names it.

use leptos::prelude::*;

use crate::state::Session;

/// Nothing.
#[must_use]
pub fn notice(_: Session) -> AnyView {
    ().into_any()
}
