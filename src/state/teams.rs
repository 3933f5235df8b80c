//! The teams that were read, and what the page for many teams shows of them. The state lasts as long as the program,
//! so that the page shows the same rows after a visit to the result of a team.

use std::collections::VecDeque;
use std::sync::Arc;

use leptos::prelude::*;

use mlops_core::portfolio::{Grouping, Portfolio, Query};

/// An imported text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedText {
    /// The name of the file; empty for pasted text.
    pub name: String,
    pub text: String,
    /// Whether it is one assessment file instead of lines.
    pub is_file: bool,
}

/// The progress of reading a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The name of the file.
    pub name: String,
    pub bytes: usize,
    pub all_bytes: usize,
    pub results: usize,
    pub bad_lines: usize,
}

/// Forgotten teams, to restore them.
#[derive(Clone, Debug)]
pub struct ForgottenTeams {
    pub portfolio: Arc<Portfolio<'static>>,
    pub imported: Vec<ImportedText>,
}

/// The context of the page for many teams. Unlike other contexts it has signals that the parts of its page write to.
#[derive(Clone, Copy)]
pub struct Teams {
    /// `None` before any team was read.
    pub portfolio: RwSignal<Option<Arc<Portfolio<'static>>>>,
    pub query: RwSignal<Query>,
    pub grouping: RwSignal<Grouping>,
    /// `None` while nothing is being read.
    pub progress: RwSignal<Option<Progress>>,
    /// What was read, or why reading failed.
    pub message: RwSignal<String>,
    /// Whether this browser stores the teams, as a sentence.
    pub storage_message: RwSignal<String>,
    /// The line and the column of the active cell of the table.
    pub active: RwSignal<(usize, usize)>,
    /// Every imported text, for the storage.
    pub imported: StoredValue<Vec<ImportedText>>,
    /// Imported texts that are not read yet.
    pub queue: StoredValue<VecDeque<ImportedText>>,
    pub is_stopped: StoredValue<bool>,
    /// What was forgotten last, until something else is read: the teams and their texts.
    pub undo: RwSignal<Option<ForgottenTeams>>,
    /// How often the teams were forgotten. What is still being read then sees a new number, and is dropped.
    pub forgotten: StoredValue<u32>,
    /// Whether an imported text is not stored yet.
    pub is_unsaved: StoredValue<bool>,
    /// Whether the stored teams, or the file that the address names, were loaded.
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
            undo: RwSignal::new(None),
            forgotten: StoredValue::new(0),
            is_unsaved: StoredValue::new(false),
            is_started: StoredValue::new(false),
        }
    }
}

/// The shown teams in their order, by their position in the portfolio.
pub type Rows = Memo<Arc<Vec<usize>>>;

impl Teams {
    /// The teams that match the query.
    #[must_use]
    pub fn rows(self) -> Rows {
        Memo::new(move |_| {
            self.portfolio.with(|portfolio| match portfolio {
                Some(portfolio) => Arc::new(self.query.with(|query| portfolio.rows(query))),
                None => Arc::default(),
            })
        })
    }

    /// Whether any team was read. A text without a result leaves only its unreadable lines. Follows changes.
    #[must_use]
    pub fn has_some(self) -> bool {
        self.portfolio.with(|portfolio| portfolio.as_ref().is_some_and(|portfolio| !portfolio.is_empty()))
    }

    /// Changes the query, and makes the first cell the active one.
    pub fn search(self, change: impl FnOnce(&mut Query)) {
        self.query.update(change);
        self.active.set((0, 0));
    }
}
