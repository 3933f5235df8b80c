//! The proposals from code for the open assessment. They are stored until the tab is closed, and none of them counts
//! as an answer.
//!
//! The questions page only needs to know which practices have proposals. So the stored text begins with a line of
//! their ids; the evidence part of the program parses the rest.

use leptos::prelude::*;

use super::OpenAssessment;
use crate::browser::session_storage;
use mlops_core::assessment::Response;
use mlops_core::by_id::ById;

/// The prefix of the keys in the session storage. The id of the assessment follows.
const KEY: &str = "mlops-maturity:proposals:";

/// The context of the proposals.
#[derive(Clone, Copy)]
pub struct ProposalStore {
    assessment: OpenAssessment,
    /// A line of ids, then the proposals; empty without proposals.
    stored: RwSignal<String>,
    /// What had been answered before a proposal was used, by the proposal's signal, so that the use can be undone
    /// after the page was left.
    earlier: StoredValue<ById<Response>>,
}

impl ProposalStore {
    #[must_use]
    pub fn new(assessment: OpenAssessment) -> Self {
        let stored = RwSignal::new(String::new());
        let earlier = StoredValue::new(ById::new());
        Effect::new(move |_| {
            let id = assessment.id.get();
            earlier.set_value(ById::new());
            let found = id.and_then(|id| session_storage::read(&format!("{KEY}{id}"))).unwrap_or_default();
            if stored.with_untracked(|stored| *stored != found) {
                stored.set(found);
            }
        });
        Self { assessment, stored, earlier }
    }

    /// Keeps the response that the use of a proposal replaces.
    pub fn keep_response(&self, signal: &str, response: Response) {
        self.earlier.update_value(|earlier| earlier.insert(signal.to_owned(), response));
    }

    /// The response that the use of a proposal replaced; without an answer if the proposal was used in an earlier visit.
    #[must_use]
    pub fn earlier_response(&self, signal: &str) -> Response {
        self.earlier.with_value(|earlier| earlier.get(signal).cloned().unwrap_or_default())
    }

    /// Whether there is a proposal for a practice. Follows changes.
    #[must_use]
    pub fn has(&self, capability: &str) -> bool {
        self.stored.with(|stored| stored.lines().next().is_some_and(|ids| ids.split(' ').any(|id| id == capability)))
    }

    /// The text of the proposals, as stored. Follows changes.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        self.stored.with(|stored| stored.split_once('\n').map(|(_, text)| text.to_owned()))
    }

    /// Replaces the proposals for the open assessment. If the browser refuses to store them, they last until the page
    /// is left.
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
