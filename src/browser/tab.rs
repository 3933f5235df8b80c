//! sessionStorage: what lives as long as the tab does. Where the browser refuses it there is simply nothing.

use web_sys::Storage;

use super::window;

fn opened() -> Option<Storage> {
    window().and_then(|window| window.session_storage().ok().flatten())
}

/// The text under a key.
#[must_use]
pub fn read(key: &str) -> Option<String> {
    opened().and_then(|storage| storage.get_item(key).ok().flatten())
}

/// Puts a text under a key. Returns whether the browser took it.
#[must_use]
pub fn write(key: &str, text: &str) -> bool {
    opened().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Takes a key away.
pub fn remove(key: &str) {
    if let Some(storage) = opened() {
        storage.remove_item(key).ok();
    }
}
