//! Style that is fetched with the pages that need it, and not with the first one.

use std::cell::RefCell;

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;

use super::window;

thread_local! {
    static ADOPTED: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// Adds rules to the page, once. No element is made for it: a policy that forbids style elements allows this.
pub fn adopt(rules: &'static str) {
    let is_there = ADOPTED.with_borrow(|adopted| adopted.contains(&rules));
    if !is_there && add(rules).is_ok() {
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
