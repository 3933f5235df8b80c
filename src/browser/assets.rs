//! Files next to the page.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, RequestRedirect, Response, ResponseType};

use super::{clock, location, window};

/// The file does not exist, or the network fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingError;

/// Why a file of this site was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The file does not exist, or the network fails.
    Missing,
    /// The server redirects to another site.
    Redirected,
    /// The file is larger than allowed. Contains its size in bytes.
    TooLarge(usize),
}

/// The newest version of a file of this site, of at most `most` bytes. The browser asks the server whether its cached
/// copy is current. A file on another site is not read.
///
/// # Errors
///
/// See [`FetchError`].
pub async fn newest_bytes(url: &str, most: usize) -> Result<Vec<u8>, FetchError> {
    let window = window().ok_or(FetchError::Missing)?;
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    let fetched = JsFuture::from(window.fetch_with_str_and_init(url, &options)).await;
    let Some(response) = fetched.ok().and_then(|response| response.dyn_into::<Response>().ok()) else {
        // A redirect to another site fails like a lost network. If redirects are not followed, the response shows the
        // difference.
        options.set_redirect(RequestRedirect::Manual);
        let again = JsFuture::from(window.fetch_with_str_and_init(url, &options)).await.ok();
        let again = again.and_then(|response| response.dyn_into::<Response>().ok());
        let leads_on = again.is_some_and(|response| response.type_() == ResponseType::Opaqueredirect);
        return Err(if leads_on { FetchError::Redirected } else { FetchError::Missing });
    };
    if location::on_this_site(&response.url()).is_none() {
        return Err(FetchError::Redirected);
    }
    if !response.ok() {
        return Err(FetchError::Missing);
    }
    let bytes = response.array_buffer().map_err(|_| FetchError::Missing)?;
    let bytes = Uint8Array::new(&JsFuture::from(bytes).await.map_err(|_| FetchError::Missing)?);
    match bytes.length() as usize {
        length if length > most => Err(FetchError::TooLarge(length)),
        _ => Ok(bytes.to_vec()),
    }
}

/// Whether the server has a newer release, that is, a page that starts another program than this one did. Bypasses
/// the browser's cache. `false` if the server does not answer.
pub async fn is_page_replaced() -> bool {
    let Some(window) = window() else { return false };
    let preload = window.document().and_then(|page| page.query_selector("link[rel=modulepreload]").ok().flatten());
    // The program's file name contains a hash of its content.
    let Some(program) = preload.and_then(|link| link.get_attribute("href")) else { return false };
    let name = program.strip_prefix("./").unwrap_or(&program);
    // No cache has this address, and a static server ignores the query.
    let fresh = format!("?{}", clock::random_id());
    match text(&fresh).await {
        // The minified page may have no quotation marks around values.
        Ok(page) => !page.split(['"', ' ', '>']).any(|part| part.ends_with(name)),
        Err(MissingError) => false,
    }
}

/// The text of a file next to the page.
///
/// In the one-file build the file is an element of the page with the file's name as its id, so nothing is fetched.
///
/// # Errors
///
/// The file does not exist, or the network fails.
pub async fn text(name: &str) -> Result<String, MissingError> {
    let window = window().ok_or(MissingError)?;
    let element = window.document().and_then(|document| document.get_element_by_id(name));
    if let Some(text) = element.and_then(|element| element.text_content()) {
        return Ok(text);
    }
    let response = match JsFuture::from(window.fetch_with_str(name)).await {
        Ok(response) => response,
        // After a failed preload the browser answers the first fetch with that failure; a second one asks the server.
        Err(_) => JsFuture::from(window.fetch_with_str(name)).await.map_err(|_| MissingError)?,
    };
    let response: Response = response.dyn_into().map_err(|_| MissingError)?;
    if !response.ok() {
        return Err(MissingError);
    }
    let text = response.text().map_err(|_| MissingError)?;
    JsFuture::from(text).await.ok().and_then(|text| text.as_string()).ok_or(MissingError)
}
