//! Any text as an assessment file: it is rejected, or writing it gives an equal file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mlops_core::assessment::file::{read, recover, write};

fuzz_target!(|text: &str| {
    if let Ok(assessment) = read(text) {
        assert_eq!(read(&write(&assessment)).expect("what was read can be written"), assessment);
    }
    if let Some(assessment) = recover(text).assessment {
        read(&write(&assessment)).expect("what was recovered is whole");
    }
});
