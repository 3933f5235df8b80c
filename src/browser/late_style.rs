//! The style sheet of later pages, which is fetched with them.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::window;

/// Puts the sheet to use: a link that is disabled until then. Returns when it is there, or when it cannot be had: a page
/// without its sheet can still be read. In the one-file build it stands in the page, and there is no such link.
pub async fn apply() {
    let document = window().and_then(|window| window.document());
    let Some(link) = document.and_then(|document| document.get_element_by_id("late-style")) else { return };
    if !link.has_attribute("disabled") {
        return;
    }
    let settled = Promise::new(&mut |resolve, _| {
        for event in ["load", "error"] {
            link.add_event_listener_with_callback(event, &resolve).ok();
        }
    });
    if link.remove_attribute("disabled").is_ok() {
        JsFuture::from(settled).await.ok();
    }
}
