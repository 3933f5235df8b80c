//! In place of the crate of this name.
//!
//! Leptos depends on its server functions, and these on streams between Rust and the browser. The real crate exports
//! JavaScript classes; what is exported cannot be left out of a program, though nothing here calls it: 4 kB of the first
//! download (brotli 11). This page has no server, so nothing here is ever called; it only has to fit.

use futures_util::stream::{self, Stream};
use wasm_bindgen::JsValue;

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// The browser's own.
    #[must_use]
    pub const fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// An empty one.
    ///
    /// # Panics
    ///
    /// The browser has no streams.
    #[must_use]
    #[allow(clippy::expect_used, reason = "nothing calls it")]
    pub fn from_stream<S>(_: S) -> Self {
        Self(web_sys::ReadableStream::new().expect("a browser with streams"))
    }

    /// The browser's own.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Nothing.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        stream::empty()
    }
}
