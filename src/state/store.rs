//! Where texts are kept by key: all that the library asks of a browser.

use crate::browser::storage::{self, StorageError};

/// A place that keeps texts by key. What is written is there for every tab; nothing else is promised.
pub trait Store {
    /// The text under a key; none when there is none.
    ///
    /// # Errors
    ///
    /// The place cannot be had.
    fn read(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Puts a text under a key: all of it, or what was there stays.
    ///
    /// # Errors
    ///
    /// The place cannot be had, is full, or refuses.
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError>;

    /// Takes a key away.
    ///
    /// # Errors
    ///
    /// The place cannot be had, or refuses.
    fn remove(&self, key: &str) -> Result<(), StorageError>;

    /// The keys that begin so, in no order.
    ///
    /// # Errors
    ///
    /// The place cannot be had.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError>;
}

/// The browser's own: localStorage.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStore;

impl Store for LocalStore {
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
