//! Saving, in every way in which a browser can fail to store texts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

mod damages;
mod failing;
mod files;
mod mirrored;
mod rounds;
mod several_tabs;
mod stores;
mod writing;
