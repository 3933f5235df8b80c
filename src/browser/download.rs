//! Handing a file over to the person.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::clock;
pub use super::types::DownloadError;
use super::window;

/// How long a file is held for a browser that asks before it saves.
const HELD_MILLISECONDS: i32 = 60_000;

/// Offers bytes as a file of this name.
///
/// # Errors
///
/// The browser refuses to make the file.
pub fn save(name: &str, mime: &str, bytes: &[u8]) -> Result<(), DownloadError> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(|_| DownloadError)?;
    let address = Url::create_object_url_with_blob(&blob).map_err(|_| DownloadError)?;
    let document = window().and_then(|window| window.document()).ok_or(DownloadError)?;
    let link = document.create_element("a").map_err(|_| DownloadError)?;
    let link: HtmlAnchorElement = link.dyn_into().map_err(|_| DownloadError)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Safari takes the bytes only after this function returns.
    clock::after(HELD_MILLISECONDS, move || {
        Url::revoke_object_url(&address).ok();
    });
    Ok(())
}
