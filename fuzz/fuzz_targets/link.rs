//! Any text as a link: it is refused, or it is what writing it again gives.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mlops_maturity::built_in::built_in;
use mlops_core::link::{Kind, decode, encode};

fuzz_target!(|text: &str| {
    if let Ok(opened) = decode(built_in(), Kind::Result, text) {
        if opened.other_revision.is_none() {
            let again = encode(built_in(), Kind::Result, &opened.shared).expect("what was read can be written");
            assert_eq!(decode(built_in(), Kind::Result, &again).expect("and read again"), opened);
        }
    }
});
