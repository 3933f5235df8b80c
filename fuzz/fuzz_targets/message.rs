//! Any text as a message from the embedding page.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mlops_core::message::{origin, read};

fuzz_target!(|text: &str| {
    let _ = read(text);
    let _ = origin(text);
});
