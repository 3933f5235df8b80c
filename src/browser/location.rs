//! The address of the page. Its fragment names the route within the page.

use web_sys::{Location, Url};

use super::window;

fn location() -> Option<Location> {
    window().map(|window| window.location())
}

/// The fragment without `#`, still percent-encoded.
#[must_use]
pub fn fragment() -> String {
    let hash = location().and_then(|location| location.hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// The query without `?`, still percent-encoded.
#[must_use]
pub fn query() -> String {
    let search = location().and_then(|location| location.search().ok()).unwrap_or_default();
    search.strip_prefix('?').unwrap_or(&search).to_owned()
}

/// The address without its query and its fragment.
#[must_use]
pub fn page() -> String {
    let whole = location().and_then(|location| location.href().ok()).unwrap_or_default();
    whole.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Resolves a relative address; `None` if the result is on another site.
#[must_use]
pub fn on_this_site(relative: &str) -> Option<String> {
    let origin = location()?.origin().ok()?;
    let url = Url::new_with_base(relative, &page()).ok()?;
    (url.origin() == origin).then(|| url.href())
}

/// Goes to another address of this site.
pub fn assign(address: &str) {
    if let Some(location) = location() {
        location.assign(address).ok();
    }
}

pub fn reload() {
    if let Some(location) = location() {
        location.reload().ok();
    }
}

/// The origin, such as `https://wiki.example`; `null` in a sandboxed frame.
#[must_use]
pub fn origin() -> String {
    location().and_then(|location| location.origin().ok()).unwrap_or_default()
}

/// Sets the fragment and adds an entry to the browser's history.
pub fn go(fragment: &str) {
    if let Some(location) = location() {
        location.set_hash(fragment).ok();
    }
}

/// Sets the fragment of the current entry of the browser's history. Unlike [`go`], this fires no event.
pub fn replace(fragment: &str) {
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&format!("#{fragment}"))).ok();
    }
}
