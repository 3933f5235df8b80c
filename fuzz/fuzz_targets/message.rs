//! Any text as a message from the page around this one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mlops_core::message::{origin, read};

fuzz_target!(|text: &str| {
    let _ = read(text);
    let _ = origin(text);
});
