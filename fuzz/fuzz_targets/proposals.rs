//! Any text as a proposals file: it is rejected, or what was read of it is written and read again without a fault.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use mlops_core::evidence::proposals::read;
use mlops_core::model::{Model, file};

fn built_in() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| {
        let json = mlops_content::checked(mlops_content::folder()).expect("the content is whole");
        file::read(&json).expect("the content is a model")
    })
}

fuzz_target!(|text: &str| {
    let Ok((proposals, _)) = read(text, built_in()) else { return };
    let written = serde_json::to_string(&proposals).expect("what was read can be written");
    let (again, faults) = read(&written, built_in()).expect("what was written can be read");
    assert!(faults.is_empty(), "what was read has faults: {faults:?}");
    assert_eq!(again, proposals);
});
