//! What the page for many teams shows, kept while the program runs: a team's result opens on another page, and back leads to
//! the same rows.

use std::cell::OnceCell;
use std::sync::Arc;

use leptos::prelude::*;

use mlops_core::history::portfolio::{Grouping, Portfolio, Query};

/// Teams, once they are read.
pub type Teams = Option<Arc<Portfolio<'static>>>;

/// A text that was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedText {
    /// The file's name; empty for what was pasted.
    pub name: String,
    /// What is in it.
    pub text: String,
    /// Whether all of it is one assessment file.
    pub is_file: bool,
}

/// How far the reading is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What is read.
    pub name: String,
    /// Bytes that were read.
    pub done: usize,
    /// Bytes that there are.
    pub of: usize,
    /// Results so far.
    pub results: usize,
    /// Lines so far that could not be read.
    pub bad: usize,
}

/// The signals as they outlive the page.
#[derive(Clone, Default)]
pub struct Kept {
    /// The teams.
    pub teams: ArcRwSignal<Teams>,
    /// What is looked for.
    pub query: ArcRwSignal<Query>,
    /// How rows are grouped.
    pub grouping: ArcRwSignal<Grouping>,
    /// What is being read.
    pub reading: ArcRwSignal<Option<Reading>>,
    /// Whether the reading is to end.
    pub is_stopped: ArcRwSignal<bool>,
    /// What there is to say about what was imported.
    pub said: ArcRwSignal<String>,
    /// Whether the teams are kept in the browser, in words.
    pub kept: ArcRwSignal<&'static str>,
    /// Everything that was imported, to be kept.
    pub imported: ArcRwSignal<Vec<ImportedText>>,
    /// What is to be read after what is being read.
    pub waiting: ArcRwSignal<Vec<ImportedText>>,
    /// Whether something was imported that is not kept yet.
    pub is_new: ArcRwSignal<bool>,
    /// Whether what is kept was looked for.
    pub is_begun: ArcRwSignal<bool>,
    /// The active cell: which line of the table, which column.
    pub active: ArcRwSignal<(usize, usize)>,
}

thread_local! {
    static KEPT: OnceCell<Kept> = const { OnceCell::new() };
}

impl Kept {
    /// The one of this page.
    #[must_use]
    pub fn get() -> Self {
        KEPT.with(|kept| kept.get_or_init(Self::default).clone())
    }
}

/// Handles of the same signals, for as long as the page is shown.
#[derive(Clone, Copy)]
pub struct Board {
    /// As in [`Kept`].
    pub teams: RwSignal<Teams>,
    /// As in [`Kept`].
    pub query: RwSignal<Query>,
    /// As in [`Kept`].
    pub grouping: RwSignal<Grouping>,
    /// As in [`Kept`].
    pub reading: RwSignal<Option<Reading>>,
    /// As in [`Kept`].
    pub said: RwSignal<String>,
    /// As in [`Kept`].
    pub kept: RwSignal<&'static str>,
    /// As in [`Kept`].
    pub active: RwSignal<(usize, usize)>,
    /// The rows that are shown, in their order.
    pub rows: Memo<Arc<Vec<usize>>>,
}

impl Board {
    /// The board of the page that is being drawn.
    #[must_use]
    pub fn of_page() -> Self {
        let Kept { teams, query, grouping, reading, said, kept, active, .. } = Kept::get();
        let (teams, query): (RwSignal<Teams>, RwSignal<Query>) = (teams.into(), query.into());
        let rows = Memo::new(move |_| {
            teams.with(|teams| match teams {
                Some(teams) => Arc::new(query.with(|query| teams.rows(query))),
                None => Arc::default(),
            })
        });
        Self {
            teams,
            query,
            grouping: grouping.into(),
            reading: reading.into(),
            said: said.into(),
            kept: kept.into(),
            active: active.into(),
            rows,
        }
    }

    /// Looks for something else.
    pub fn ask(self, change: impl FnOnce(&mut Query)) {
        self.query.update(change);
        self.active.set((0, 0));
    }
}
