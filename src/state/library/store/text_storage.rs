//! The storage that [`AssessmentStore`](super::AssessmentStore) writes to: texts by key.

use crate::browser::storage::{self, StorageError};

/// A storage of texts by key, shared by all tabs. A write replaces the whole text or changes nothing.
///
/// # Errors
///
/// Every method fails if the storage is blocked. Writing also fails if it is full.
pub trait TextStorage {
    fn read(&self, key: &str) -> Result<Option<String>, StorageError>;
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError>;
    fn remove(&self, key: &str) -> Result<(), StorageError>;
    /// The keys that begin with a prefix, in no particular order.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError>;
}

/// The browser's localStorage.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserStorage;

impl TextStorage for BrowserStorage {
    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        storage::read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        storage::write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        storage::remove(key)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        storage::keys(prefix)
    }
}
