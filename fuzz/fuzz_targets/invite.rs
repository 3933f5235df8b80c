//! Any text as an invitation: it is rejected, or writing it gives an equal link.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use mlops_core::link::{LinkKind, decode, encode};
use mlops_core::model::{Model, file};

fn built_in() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| {
        let json = mlops_content::checked(mlops_content::folder()).expect("the content is whole");
        file::read(&json).expect("the content is a model")
    })
}

fuzz_target!(|text: &str| {
    let Ok(opened) = decode(built_in(), LinkKind::Invite, text) else { return };
    let is_whole =
        opened.other_revision.is_none() && opened.new_questions + opened.retired_answers + opened.unknown_parts == 0;
    if is_whole {
        let again = encode(built_in(), LinkKind::Invite, &opened.shared).expect("what was read can be written");
        assert_eq!(decode(built_in(), LinkKind::Invite, &again).expect("and read again"), opened);
    }
});
