//! What differs where there is no browser: no window, no clock, and nothing is stored.
#![allow(missing_docs, reason = "the same as in the browser's own modules")]

use leptos::web_sys::Window;

/// There is none: what asks for it first does nothing, or says that it cannot.
pub const fn window() -> Option<Window> {
    None
}

/// No time passes, and everybody gets the same name.
pub mod clock {
    #[must_use]
    pub const fn now() -> u64 {
        0
    }
    #[must_use]
    pub const fn zone(_: u64) -> i32 {
        0
    }
    pub fn after(_: i32, _: impl FnOnce() + 'static) {}
    pub async fn pause() {}
    #[must_use]
    pub fn random_id() -> String {
        "00000000-0000-4000-8000-000000000000".to_owned()
    }
}

/// A storage that is blocked, or one in which nothing is stored yet.
pub mod storage {
    pub use crate::browser::types::{StorageChange, StorageError};

    #[must_use]
    pub struct StorageListener;

    thread_local! {
        static IS_EMPTY: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    }

    /// From now on, in this thread: as in a browser that stores, in which nothing is stored yet.
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
    pub fn on_change(_: impl Fn(StorageChange) + 'static) -> StorageListener {
        StorageListener
    }
}
