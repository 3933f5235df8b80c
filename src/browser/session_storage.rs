//! sessionStorage: texts that are stored until the tab is closed. If the browser refuses, nothing is stored.

use web_sys::Storage;

use super::window;

fn storage() -> Option<Storage> {
    window().and_then(|window| window.session_storage().ok().flatten())
}

#[must_use]
pub fn read(key: &str) -> Option<String> {
    storage().and_then(|storage| storage.get_item(key).ok().flatten())
}

/// Returns whether the text was stored.
#[must_use]
pub fn write(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        storage.remove_item(key).ok();
    }
}
