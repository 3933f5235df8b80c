//! Style sheets that the first page does not need.

use std::cell::RefCell;

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::CssStyleSheet;

use super::window;

/// Enables the linked style sheet of later pages and waits until it is loaded or has failed: without its style sheet
/// a page can still be read. The one-file build contains the sheet and has no such link.
pub async fn enable_late() {
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

thread_local! {
    static ADOPTED: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// Adds rules to the page, once. A content security policy that forbids `style` elements allows this.
pub fn adopt(rules: &'static str) {
    let is_adopted = ADOPTED.with_borrow(|adopted| adopted.contains(&rules));
    if !is_adopted && add(rules).is_ok() {
        ADOPTED.with_borrow_mut(|adopted| adopted.push(rules));
    }
}

fn add(rules: &str) -> Result<(), JsValue> {
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(rules)?;
    let name = JsValue::from_str("adoptedStyleSheets");
    let sheets = Array::from(&Reflect::get(&document, &name)?);
    sheets.push(&sheet);
    Reflect::set(&document, &name, &sheets)?;
    Ok(())
}
