//! Adapters to the browser, and the only code that uses it. They take and return strings, numbers and bytes, and no
//! type of the domain.
//!
//! A native target has no window. The same code then behaves as if the browser refused, so that tests can render
//! views to text. The few modules that need other code there are in `native_stub.rs`.

pub mod assets;
pub mod clipboard;
#[cfg(target_arch = "wasm32")]
pub mod clock;
pub mod dom;
pub mod file;
pub mod folder;
pub mod frame;
pub mod grid;
pub mod indexed_db;
pub mod keyboard;
pub mod location;
#[cfg(not(target_arch = "wasm32"))]
mod native_stub;
pub mod picture;
pub mod session_storage;
pub mod share;
#[cfg(target_arch = "wasm32")]
pub mod storage;
pub mod stylesheet;
pub mod visibility;

#[cfg(not(target_arch = "wasm32"))]
pub use native_stub::{clock, storage};

#[cfg(not(target_arch = "wasm32"))]
use native_stub::window;
#[cfg(target_arch = "wasm32")]
use web_sys::window;

/// The key that is written and removed again, to find out whether the storage works.
pub const PROBE: &str = "mlops-maturity:probe";

/// Why localStorage did not store or read a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives this page no storage. Contains the browser's message.
    Blocked(String),
    Full,
    /// Any other failure. Contains the browser's message.
    Failed(String),
}
