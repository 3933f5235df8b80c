//! The share dialog of the operating system, `navigator.share`.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Navigator, ShareData};

use super::window;

/// Why nothing was shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// The person closed the dialog: not an error to report.
    Dismissed,
    /// The browser has no such dialog, or refuses to open it.
    Refused,
}

fn sharer() -> Option<Navigator> {
    let navigator = window()?.navigator();
    // Calling a method that does not exist would stop the program.
    Reflect::has(&navigator, &JsValue::from_str("share")).ok()?.then_some(navigator)
}

/// Whether the browser has such a dialog.
#[must_use]
pub fn can_share() -> bool {
    sharer().is_some()
}

/// Opens the dialog. Browsers allow that only soon after a click or a key.
///
/// # Errors
///
/// See [`ShareError`].
pub async fn share(title: &str, text: &str, url: &str) -> Result<(), ShareError> {
    let navigator = sharer().ok_or(ShareError::Refused)?;
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(text);
    data.set_url(url);
    match JsFuture::from(navigator.share_with_data(&data)).await {
        Ok(_) => Ok(()),
        Err(error) => {
            let name = error.dyn_ref::<js_sys::Error>().map(js_sys::Error::name);
            Err(if name.is_some_and(|name| name == "AbortError") {
                ShareError::Dismissed
            } else {
                ShareError::Refused
            })
        }
    }
}
