//! localStorage: what it does, and what happens if there is none.

use mlops_maturity::browser::storage::{StorageError, available, keys, read, remove, write};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{Instead, js};

#[wasm_bindgen_test]
fn what_is_written_is_read_again_until_it_is_removed() {
    write("test:round", "änderung \u{1f600}\n").unwrap();
    assert_eq!(read("test:round"), Ok(Some("änderung \u{1f600}\n".to_owned())));
    remove("test:round").unwrap();
    assert_eq!(read("test:round"), Ok(None));
}

#[wasm_bindgen_test]
fn keys_are_found_by_what_they_begin_with() {
    for key in ["test:a:1", "test:a:2", "test:b:1", "other:test:a:3"] {
        write(key, "x").unwrap();
    }
    let mut found = keys("test:a:").unwrap();
    found.sort();
    for key in ["test:a:1", "test:a:2", "test:b:1", "other:test:a:3"] {
        remove(key).unwrap();
    }
    assert_eq!(found, ["test:a:1", "test:a:2"]);
}

#[wasm_bindgen_test]
fn looking_whether_there_is_storage_leaves_nothing_behind() {
    js("localStorage.clear()");
    assert_eq!(available(), Ok(()));
    assert_eq!(keys(""), Ok(Vec::new()));
}

#[wasm_bindgen_test]
fn storage_that_throws_when_it_is_only_looked_at_is_blocked_in_the_browsers_own_words() {
    let _blocked = Instead::of(
        "window",
        "localStorage",
        "{ get() { throw new DOMException('Access is denied for this document.', 'SecurityError') } }",
    );
    let blocked = || StorageError::Blocked("Access is denied for this document.".to_owned());
    assert_eq!(available(), Err(blocked()));
    assert_eq!(read("test:x"), Err(blocked()));
    assert_eq!(write("test:x", "1"), Err(blocked()));
    assert_eq!(remove("test:x"), Err(blocked()));
    assert_eq!(keys("test:"), Err(blocked()));
}

#[wasm_bindgen_test]
fn storage_that_is_not_there_at_all_is_blocked() {
    let _none = Instead::of("window", "localStorage", "{ get() { return null } }");
    assert!(matches!(available(), Err(StorageError::Blocked(_))));
}

#[wasm_bindgen_test]
fn storage_that_opens_and_then_takes_nothing_is_found_out_by_looking() {
    let _deaf = Instead::of(
        "Storage.prototype",
        "setItem",
        "{ value() { throw new DOMException('No writing here.', 'SecurityError') } }",
    );
    assert_eq!(available(), Err(StorageError::Blocked("No writing here.".to_owned())));
}

#[wasm_bindgen_test]
fn a_text_for_which_there_is_no_room_says_full_and_keeps_the_old_one() {
    write("test:full", "old").unwrap();
    let much = "x".repeat(11 * 1024 * 1024);
    assert_eq!(write("test:full", &much), Err(StorageError::Full));
    assert_eq!(read("test:full"), Ok(Some("old".to_owned())));
    remove("test:full").unwrap();
}

#[wasm_bindgen_test]
fn any_other_refusal_is_told_in_the_browsers_words() {
    let _odd = Instead::of("Storage.prototype", "getItem", "{ value() { throw new Error('disk on fire') } }");
    assert_eq!(read("test:x"), Err(StorageError::Failed("disk on fire".to_owned())));
}
