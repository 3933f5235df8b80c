//! The part of the program that is fetched when somebody first goes to a page that needs it.
//!
//! The page's script fetches it (`xtask/src/entry.mjs`). A build in one piece, as for development and for the browser
//! tests, has no such script: there everything is here from the start.

use js_sys::{Function, Promise, Reflect, global};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

pub use super::border::MissingError;

fn fetcher() -> Option<Function> {
    Reflect::get(&global(), &JsValue::from_str("mlopsLater")).ok()?.dyn_into().ok()
}

/// Whether everything is here from the start.
#[must_use]
pub fn is_whole() -> bool {
    fetcher().is_none()
}

/// Fetches the later part, once however often it is called; after a failure the next call tries again.
///
/// # Errors
///
/// The network does not give it.
pub async fn fetch() -> Result<(), MissingError> {
    let Some(fetcher) = fetcher() else { return Ok(()) };
    let promise: Promise =
        fetcher.call0(&JsValue::NULL).ok().and_then(|it| it.dyn_into().ok()).ok_or(MissingError)?;
    JsFuture::from(promise).await.map(|_| ()).map_err(|_| MissingError)
}
