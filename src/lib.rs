//! Where a machine-learning team stands on Microsoft's MLOps maturity levels, why, and what to do next.
//!
//! Data flows one way, and nothing below knows what is above it (`tests/architecture.rs` keeps it so):
//!
//! | layer | holds | may use |
//! |---|---|---|
//! | [`view`] | pages and parts: draw what the session holds | everything below |
//! | [`session`] | the only reactive state | `domain`, `codec`, `browser` |
//! | [`codec`] | domain values to bytes and text, and back | `domain` |
//! | [`domain`] | model, answers, profile, advice, plan | nothing |
//! | [`browser`] | storage, address, clipboard: strings and bytes only | nothing of ours |

pub mod browser;
pub mod built_in;
pub mod own_model;
pub mod route;
pub mod session;
#[cfg(target_arch = "wasm32")]
mod start;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub use start::start;

/// On a native target there is no document to start in.
#[cfg(not(target_arch = "wasm32"))]
pub const fn start() {}
