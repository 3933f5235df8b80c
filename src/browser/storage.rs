//! localStorage, where the browser allows it.
//!
//! # Why not straight through gloo
//!
//! `gloo_storage::LocalStorage` panics where storage is blocked, and in a sandboxed or third-party frame even reading
//! `window.localStorage` throws. So every access goes through [`opened`], which looks first.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Storage, StorageEvent, window};

use super::listener::Listener;
pub use super::types::{StorageChange, StorageError};

fn words(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => error.as_string().unwrap_or_default(),
    }
}

/// The browser's storage, if it can be had.
fn opened() -> Result<Storage, StorageError> {
    match window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        Some(Err(error)) => Err(StorageError::Blocked(words(&error))),
        Some(Ok(None)) | None => Err(StorageError::Blocked(String::new())),
    }
}

fn refused(error: &JsValue) -> StorageError {
    let name = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.name())).unwrap_or_default();
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageError::Full,
        "SecurityError" => StorageError::Blocked(words(error)),
        _ => StorageError::Failed(words(error)),
    }
}

/// Whether this browser stores anything for the page: looked at by storing something.
///
/// # Errors
///
/// Why it does not.
pub fn available() -> Result<(), StorageError> {
    const PROBE: &str = "mlops-maturity:probe";
    write(PROBE, "1")?;
    remove(PROBE)
}

/// The text under a key; none when there is none.
///
/// # Errors
///
/// Storage cannot be had.
pub fn read(key: &str) -> Result<Option<String>, StorageError> {
    opened()?.get_item(key).map_err(|error| refused(&error))
}

/// Puts a text under a key.
///
/// # Errors
///
/// Storage cannot be had, is full, or refuses.
pub fn write(key: &str, text: &str) -> Result<(), StorageError> {
    opened()?.set_item(key, text).map_err(|error| refused(&error))
}

/// Takes a key away.
///
/// # Errors
///
/// Storage cannot be had, or refuses.
pub fn remove(key: &str) -> Result<(), StorageError> {
    opened()?.remove_item(key).map_err(|error| refused(&error))
}

/// The keys that begin so, in no order.
///
/// # Errors
///
/// Storage cannot be had.
pub fn keys(prefix: &str) -> Result<Vec<String>, StorageError> {
    let storage = opened()?;
    let count = storage.length().map_err(|error| refused(&error))?;
    let keys = (0..count).filter_map(|at| storage.key(at).ok().flatten());
    Ok(keys.filter(|key| key.starts_with(prefix)).collect())
}

/// Listens to other tabs until it is dropped.
#[must_use]
pub struct StorageListener(#[allow(dead_code, reason = "held for its drop")] Option<Listener>);

/// Calls `on_event` whenever another tab changes the storage.
pub fn on_change(on_event: impl Fn(StorageChange) + 'static) -> StorageListener {
    StorageListener(window().map(|window| {
        Listener::new(&window, "storage", move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>() {
                on_event(StorageChange { key: event.key(), value: event.new_value() });
            }
        })
    }))
}
