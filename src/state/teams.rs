//! The teams that were read, and what the page for many teams shows of them. It is kept for as long as the program runs: back
//! from the result of a team, the page shows the same rows.

use std::collections::VecDeque;
use std::sync::Arc;

use leptos::prelude::*;

use mlops_core::portfolio::{Grouping, Portfolio, Query};

/// A text that was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedText {
    /// The name of its file; empty for pasted text.
    pub name: String,
    pub text: String,
    /// Whether it is one assessment file, and not lines.
    pub is_file: bool,
}

/// How much of a text is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The name of the file.
    pub name: String,
    pub bytes: usize,
    pub all_bytes: usize,
    pub results: usize,
    pub bad_lines: usize,
}

/// The context of the page for many teams. Unlike the other contexts it has signals that the parts of its page set directly.
#[derive(Clone, Copy)]
pub struct Teams {
    /// None before any team was read.
    pub portfolio: RwSignal<Option<Arc<Portfolio<'static>>>>,
    pub query: RwSignal<Query>,
    pub grouping: RwSignal<Grouping>,
    /// None while nothing is being read.
    pub progress: RwSignal<Option<Progress>>,
    /// What was read, or why not.
    pub message: RwSignal<String>,
    /// Whether this browser stores the teams.
    pub storage_message: RwSignal<String>,
    /// The active cell of the table: its line and its column.
    pub active: RwSignal<(usize, usize)>,
    /// Everything that was imported, for the storage.
    pub imported: StoredValue<Vec<ImportedText>>,
    /// What is imported and not read yet.
    pub queue: StoredValue<VecDeque<ImportedText>>,
    pub is_stopped: StoredValue<bool>,
    /// Whether something was imported that is not stored yet.
    pub is_unsaved: StoredValue<bool>,
    /// Whether the storage, or the file that the address names, was looked at.
    pub is_started: StoredValue<bool>,
}

impl Default for Teams {
    fn default() -> Self {
        Self {
            portfolio: RwSignal::new(None),
            query: RwSignal::new(Query::default()),
            grouping: RwSignal::new(Grouping::default()),
            progress: RwSignal::new(None),
            message: RwSignal::new(String::new()),
            storage_message: RwSignal::new(String::new()),
            active: RwSignal::new((0, 0)),
            imported: StoredValue::new(Vec::new()),
            queue: StoredValue::new(VecDeque::new()),
            is_stopped: StoredValue::new(false),
            is_unsaved: StoredValue::new(false),
            is_started: StoredValue::new(false),
        }
    }
}

/// The teams that are shown, in their order: positions in the portfolio.
pub type Rows = Memo<Arc<Vec<usize>>>;

impl Teams {
    /// The teams that the query finds.
    #[must_use]
    pub fn rows(self) -> Rows {
        Memo::new(move |_| {
            self.portfolio.with(|portfolio| match portfolio {
                Some(portfolio) => Arc::new(self.query.with(|query| portfolio.rows(query))),
                None => Arc::default(),
            })
        })
    }

    /// Changes the query, and begins at the first cell.
    pub fn search(self, change: impl FnOnce(&mut Query)) {
        self.query.update(change);
        self.active.set((0, 0));
    }
}
