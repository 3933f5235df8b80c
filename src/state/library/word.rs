//! Whether what is shown is also kept, and why not.

use crate::browser::storage::StorageError;

/// Why something is not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser does not store it.
    Storage(StorageError),
    /// A newer version of the page holds its place; with the version of the file.
    Newer(u64),
    /// A damaged save holds its place, and there is no room to set that aside.
    Damaged,
    /// What was written did not come back.
    NotReadBack,
}

impl From<StorageError> for Trouble {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// Whether what is shown is also kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was changed in this visit.
    Untouched,
    /// It is in the first storage, which a crash of the browser may cost its last minute, and on its way to the second.
    Saving,
    /// Every change is where a crash does not reach it.
    Saved,
    /// Every change is in the first storage; there is no second one.
    SavedOnce,
    /// Changes are held for this visit only.
    Unsaved(Trouble),
}
