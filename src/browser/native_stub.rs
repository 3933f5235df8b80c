//! Replaces the browser on a native target: no window, a fixed time, and no storage.

use leptos::web_sys::Window;

pub const fn window() -> Option<Window> {
    None
}

/// The time never changes, and all ids are the same.
pub mod clock {
    #[must_use]
    pub const fn now() -> u64 {
        0
    }
    #[must_use]
    pub const fn utc_offset(_: u64) -> i32 {
        0
    }
    pub async fn pause() {}
    pub async fn sleep(_: std::time::Duration) {}
    #[must_use]
    pub fn random_id() -> String {
        "00000000-0000-4000-8000-000000000000".to_owned()
    }
}

/// A storage that is blocked, or empty after [`storage::be_empty`].
pub mod storage {
    pub use crate::browser::StorageError;

    thread_local! {
        static IS_EMPTY: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    }

    /// Makes the storage of this thread empty instead of blocked, as for a new visitor.
    pub fn be_empty() {
        IS_EMPTY.set(true);
    }
    pub fn available() -> Result<(), StorageError> {
        if IS_EMPTY.get() { Ok(()) } else { Err(StorageError::Blocked("no browser".to_owned())) }
    }
    pub fn read(_: &str) -> Result<Option<String>, StorageError> {
        available().map(|()| None)
    }
    pub fn write(_: &str, _: &str) -> Result<(), StorageError> {
        available()
    }
    pub fn remove(_: &str) -> Result<(), StorageError> {
        available()
    }
    pub fn keys(_: &str) -> Result<Vec<String>, StorageError> {
        available().map(|()| Vec::new())
    }
}
