//! What was proposed for the open assessment from code. It is stored for as long as the tab is open, and none of it counts.
//!
//! The questions only ask whether anything was proposed; what it is, is read by the part of the program that shows it. So the
//! stored text begins with a line of the ids of practices.

use leptos::prelude::*;

use super::OpenAssessment;
use crate::browser::session_storage;

/// What the keys in the session storage begin with; the id of the assessment follows.
const KEY: &str = "mlops-maturity:proposals:";

/// The context of proposals.
#[derive(Clone, Copy)]
pub struct ProposalStore {
    assessment: OpenAssessment,
    /// A line of ids, then the proposals; empty where there are none.
    stored: RwSignal<String>,
}

impl ProposalStore {
    #[must_use]
    pub fn new(assessment: OpenAssessment) -> Self {
        let stored = RwSignal::new(String::new());
        Effect::new(move |_| {
            let id = assessment.id.get();
            let found = id.and_then(|id| session_storage::read(&format!("{KEY}{id}"))).unwrap_or_default();
            if stored.with_untracked(|stored| *stored != found) {
                stored.set(found);
            }
        });
        Self { assessment, stored }
    }

    /// Whether anything is proposed for a practice; follows changes.
    #[must_use]
    pub fn has(&self, capability: &str) -> bool {
        self.stored.with(|stored| stored.lines().next().is_some_and(|ids| ids.split(' ').any(|id| id == capability)))
    }

    /// The text of the proposals, as it was stored; follows changes.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        self.stored.with(|stored| stored.split_once('\n').map(|(_, text)| text.to_owned()))
    }

    /// Replaces the proposals for the open assessment. A browser that stores nothing shows them until the page is left.
    pub fn replace(&self, capabilities: &[&str], text: &str) {
        let Some(id) = self.assessment.id.get_untracked() else { return };
        let stored = format!("{}\n{text}", capabilities.join(" "));
        let _ = session_storage::write(&format!("{KEY}{id}"), &stored);
        self.stored.set(stored);
    }

    pub fn remove(&self) {
        if let Some(id) = self.assessment.id.get_untracked() {
            session_storage::remove(&format!("{KEY}{id}"));
        }
        self.stored.set(String::new());
    }
}
