//! Adapters to the browser: the only code that talks to it. Strings, numbers and bytes; no type of the domain.
//!
//! On a native target there is no browser: the same code finds no window and says so, so that views can be drawn to text in
//! tests. What differs there beyond that is in `native_stub.rs`. What is given and refused is in `types.rs`.

pub mod address;
pub mod assets;
pub mod clipboard;
#[cfg(target_arch = "wasm32")]
pub mod clock;
pub mod download;
pub mod event;
pub mod field;
pub mod frame;
pub mod grid;
pub mod indexed_db;
pub mod late_style;
pub mod listener;
#[cfg(not(target_arch = "wasm32"))]
mod native_stub;
pub mod page;
pub mod picture;
pub mod share;
pub mod sheet;
pub mod shown;
pub mod standing;
#[cfg(target_arch = "wasm32")]
pub mod storage;
pub mod tab;
mod types;
pub mod upload;

#[cfg(not(target_arch = "wasm32"))]
pub use native_stub::{clock, storage};

#[cfg(not(target_arch = "wasm32"))]
use native_stub::window;
#[cfg(target_arch = "wasm32")]
use web_sys::window;
