//! The page's address: its fragment is the place within the page.

use web_sys::{Location, Url};

use super::listener::Listener;
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

/// The whole address that a relative one means from here, if it lies on the page's own site.
#[must_use]
pub fn on_this_site(relative: &str) -> Option<String> {
    let origin = location()?.origin().ok()?;
    let url = Url::new_with_base(relative, &page()).ok()?;
    (url.origin() == origin).then(|| url.href())
}

/// Loads the page anew, and with it what it starts from.
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

/// Goes to a place; back leads here again.
pub fn go(fragment: &str) {
    if let Some(location) = location() {
        location.set_hash(fragment).ok();
    }
}

/// Gives the current place another address; back does not lead to the old one.
pub fn replace(fragment: &str) {
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&format!("#{fragment}"))).ok();
    }
}

/// Listens to the address until it is dropped.
#[must_use]
pub struct AddressListener(#[allow(dead_code, reason = "held for its drop")] Option<Listener>);

/// Calls `on_event` whenever the fragment changes: by a link, by back and forward, by hand.
pub fn on_change(on_event: impl Fn() + 'static) -> AddressListener {
    // `hashchange` comes with back and forward too, unless only the history's state differs.
    AddressListener(window().map(|window| Listener::new(&window, "hashchange", move |_| on_event())))
}
