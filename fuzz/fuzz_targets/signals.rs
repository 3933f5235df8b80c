//! Any text as the signals of a questionnaire: it is rejected with its faults, or any file can be searched with them.
#![no_main]

use std::hint::black_box;
use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use mlops_core::evidence::{Scanner, signals};
use mlops_core::model::{Model, file};

fn built_in() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| {
        let json = mlops_content::checked(mlops_content::folder()).expect("the content is whole");
        file::read(&json).expect("the content is a model")
    })
}

fuzz_target!(|text: &str| {
    let signals = match signals::read(text, built_in()) {
        Ok(signals) => signals,
        Err(faults) => return assert!(!faults.is_empty(), "refused without a fault"),
    };
    let Ok(scanner) = Scanner::new(signals) else { return };
    let mut listing = scanner.list("fuzz");
    for path in text.split('"').take(100) {
        listing.add(path, 1);
    }
    let mut scan = listing.close();
    for at in 0..scan.wanted().len() {
        scan.read(at, text.as_bytes());
    }
    black_box(scan.findings(&[]));
});
