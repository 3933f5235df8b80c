//! Where a machine-learning team stands on Microsoft's MLOps maturity levels, why, and what to do next: the page.
//!
//! Data flows one way, and nothing below knows what is above it: Cargo keeps the core apart, `tests/architecture.rs` the
//! rest.
//!
//! | layer | holds | may use |
//! |---|---|---|
//! | [`app`], [`pages`], [`lazy`] | what a person sees: draws what the state holds | everything below |
//! | [`components`] | small components that several pages use, charts | `browser`, `state`, the core's values |
//! | [`state`] | the only reactive state, and what is stored | the core, `browser` |
//! | [`browser`] | storage, address, clipboard: strings and bytes only | nothing of ours |
//! | `mlops_core` | the questionnaire, the rules, files, links, reports | nothing of ours |

#![allow(missing_docs, reason = "the crate is not published: a doc line says more than the name or is left out")]
// `view!` nests one type per element.
#![recursion_limit = "256"]

pub mod app;
pub mod browser;
pub mod built_in;
pub mod components;
pub mod custom_model;
pub mod lazy;
#[cfg(not(target_arch = "wasm32"))]
pub mod opening;
pub mod pages;
pub mod route;
pub mod state;
