//! The page: at which of Microsoft's MLOps maturity levels a machine-learning team is, why, and what to do next.
//!
//! Data flows one way, and no layer uses a layer above it. Cargo ensures that for the core, `tests/architecture.rs`
//! for all others.
//!
//! | layer | contents | may use |
//! |---|---|---|
//! | [`app`], [`pages`], [`lazy`] | pages that draw the state | everything below |
//! | [`components`] | small components that several pages use, charts | `browser`, `state`, values of the core |
//! | [`state`] | the only reactive state, and what is stored | the core, `browser` |
//! | [`browser`] | storage, address, clipboard: strings and bytes only | nothing of this project |
//! | `mlops_core` | the questionnaire, the rules, files, links, reports | nothing of this project |

#![allow(missing_docs, reason = "the crate is not published: a doc line says more than the name or is left out")]
// `view!` nests one type per element.
#![recursion_limit = "256"]

pub mod app;
pub mod browser;
pub mod built_in;
pub mod components;
pub mod custom_model;
pub mod lazy;
pub mod pages;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
pub mod route;
pub mod state;
