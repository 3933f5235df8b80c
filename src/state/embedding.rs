//! The page that embeds this one, and what is shared with it.

use leptos::prelude::*;

use crate::browser::{frame, location};
use crate::route::parameter;
use mlops_core::message;

/// The context of the embedding page, called the host.
///
/// The host sees no assessment from before the visit until a person answers in this frame or shares it.
#[derive(Clone, Copy)]
pub struct Embedding {
    pub is_embedded: bool,
    /// The ids of the assessments that are shared with the host.
    shared: RwSignal<Vec<String>>,
}

impl Embedding {
    #[must_use]
    pub fn new() -> Self {
        Self { is_embedded: frame::is_framed(), shared: RwSignal::new(Vec::new()) }
    }

    /// The origin that answers and results are sent to: the one in the address, if any.
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        let named = parameter(&location::query(), "origin").filter(|_| self.is_embedded)?;
        message::origin(&named).map(str::to_owned)
    }

    pub(super) fn share(&self, id: String) {
        if self.shared.with_untracked(|shared| !shared.contains(&id)) {
            self.shared.update(|shared| shared.push(id));
        }
    }

    pub(super) fn is_shared(&self, id: &str) -> bool {
        self.shared.with(|shared| shared.iter().any(|known| known == id))
    }
}

impl Default for Embedding {
    fn default() -> Self {
        Self::new()
    }
}
