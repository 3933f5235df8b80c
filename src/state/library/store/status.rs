//! Whether the last changes are saved, and why not.

use crate::browser::storage::StorageError;

/// Why a change is not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The browser does not store it.
    Storage(StorageError),
    /// The text under its key is of this newer version of the file.
    Newer(u64),
    /// The text under its key is damaged, and there is no room to set it aside.
    Damaged,
    /// The storage gave back another text than was written.
    NotReadBack,
}

impl From<StorageError> for SaveError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// Nothing was changed in this visit.
    Unchanged,
    /// Every change is in localStorage, of which a crash may lose the last minute, and on its way to IndexedDB.
    Saving,
    /// Every change is in IndexedDB too, where a crash does not lose it.
    Saved,
    /// Every change is in localStorage; IndexedDB is absent or does not answer.
    SavedWithoutMirror,
    /// Some changes are only in this tab's memory.
    Unsaved(SaveError),
}
