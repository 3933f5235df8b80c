//! localStorage, if the browser allows it.
//!
//! In a sandboxed or third-party frame even reading `window.localStorage` throws, so every access goes through
//! [`storage`].

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Storage, window};

use super::PROBE;
pub use super::StorageError;

fn message(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => error.as_string().unwrap_or_default(),
    }
}

fn storage() -> Result<Storage, StorageError> {
    match window().map(|window| window.local_storage()) {
        Some(Ok(Some(storage))) => Ok(storage),
        Some(Err(error)) => Err(StorageError::Blocked(message(&error))),
        Some(Ok(None)) | None => Err(StorageError::Blocked(String::new())),
    }
}

impl From<JsValue> for StorageError {
    fn from(error: JsValue) -> Self {
        let name = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.name())).unwrap_or_default();
        match name.as_str() {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Self::Full,
            "SecurityError" => Self::Blocked(message(&error)),
            _ => Self::Failed(message(&error)),
        }
    }
}

/// Finds out whether this browser stores anything for the page, by storing something.
///
/// # Errors
///
/// The storage is blocked, full, or fails.
pub fn available() -> Result<(), StorageError> {
    write(PROBE, "1")?;
    remove(PROBE)
}

/// # Errors
///
/// The storage is blocked or fails.
pub fn read(key: &str) -> Result<Option<String>, StorageError> {
    Ok(storage()?.get_item(key)?)
}

/// # Errors
///
/// The storage is blocked, full, or fails.
pub fn write(key: &str, text: &str) -> Result<(), StorageError> {
    Ok(storage()?.set_item(key, text)?)
}

/// # Errors
///
/// The storage is blocked or fails.
pub fn remove(key: &str) -> Result<(), StorageError> {
    Ok(storage()?.remove_item(key)?)
}

/// All keys that begin with a prefix, in no particular order.
///
/// # Errors
///
/// The storage is blocked or fails.
pub fn keys(prefix: &str) -> Result<Vec<String>, StorageError> {
    let storage = storage()?;
    let keys = (0..storage.length()?).filter_map(|at| storage.key(at).ok().flatten());
    Ok(keys.filter(|key| key.starts_with(prefix)).collect())
}
