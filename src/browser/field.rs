//! What somebody put into a field, and what is chosen in it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// Whether somebody changed this property of a field since the document was read.
#[must_use]
pub fn is_used(field: &Element, property: &str) -> bool {
    let Some(field) = field.dyn_ref::<HtmlInputElement>() else { return false };
    match property {
        "checked" => field.checked() != field.default_checked(),
        "value" => field.value() != field.default_value(),
        _ => false,
    }
}

/// Chooses the radio at a place among those in an element, or takes the choice back.
pub fn choose(group: &Element, place: u32, is_chosen: bool) {
    let radio = group.query_selector_all("[type=radio]").ok().and_then(|radios| radios.item(place));
    if let Some(radio) = radio.and_then(|radio| radio.dyn_into::<HtmlInputElement>().ok()) {
        radio.set_checked(is_chosen);
    }
}
