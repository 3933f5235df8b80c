//! Whether the last changes are saved, and why not.

use crate::browser::storage::StorageError;

/// Why a change is not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The browser refused to store it.
    Storage(StorageError),
    /// The stored text was written by a newer version of the page. Contains the version of the file format.
    Newer(u64),
    /// The stored text is damaged, and there is no room to set it aside.
    Damaged,
    /// The storage returned another text than was written.
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
    /// Every change is in localStorage and is being written to IndexedDB. A crash may lose the last minute.
    Saving,
    /// Every change is in IndexedDB too, where a crash does not lose it.
    Saved,
    /// Every change is in localStorage. IndexedDB does not exist or does not answer.
    SavedWithoutMirror,
    /// Some changes are only in the memory of this tab.
    Unsaved(SaveError),
}
