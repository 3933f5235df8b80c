//! Files next to the page.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::clock;
use super::window;

/// There is no such file, or the network does not deliver it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingError;

/// Whether the server has a newer release: a page that starts another program than this one did. The browser's cache is not
/// asked. False where the server does not answer.
pub async fn is_page_replaced() -> bool {
    let Some(window) = window() else { return false };
    let preload = window.document().and_then(|page| page.query_selector("link[rel=modulepreload]").ok().flatten());
    // The program's name holds a hash of it.
    let Some(program) = preload.and_then(|link| link.get_attribute("href")) else { return false };
    let name = program.strip_prefix("./").unwrap_or(&program);
    // No cache has this address, and a static server ignores what follows the question mark.
    let fresh = format!("?{}", clock::random_id());
    match text(&fresh).await {
        // Its value may stand there without quotation marks.
        Ok(page) => !page.split(['"', ' ', '>']).any(|part| part.ends_with(name)),
        Err(MissingError) => false,
    }
}

/// The text of a file next to the page.
///
/// In the one-file build the file is an element of the page, with the file's name as its id: nothing is fetched then.
///
/// # Errors
///
/// There is no such file, or the network does not give it.
pub async fn text(name: &str) -> Result<String, MissingError> {
    let window = window().ok_or(MissingError)?;
    let element = window.document().and_then(|document| document.get_element_by_id(name));
    if let Some(text) = element.and_then(|element| element.text_content()) {
        return Ok(text);
    }
    let response = match JsFuture::from(window.fetch_with_str(name)).await {
        Ok(response) => response,
        // A preload that failed is what the first fetch is answered with; the second one asks the host.
        Err(_) => JsFuture::from(window.fetch_with_str(name)).await.map_err(|_| MissingError)?,
    };
    let response: Response = response.dyn_into().map_err(|_| MissingError)?;
    if !response.ok() {
        return Err(MissingError);
    }
    let text = response.text().map_err(|_| MissingError)?;
    JsFuture::from(text).await.ok().and_then(|text| text.as_string()).ok_or(MissingError)
}
