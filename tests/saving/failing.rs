//! A storage that is full, blocked, or changes what is stored.

use mlops_core::model::answer::Answer;
use mlops_maturity::browser::storage::StorageError;
use mlops_maturity::state::library::store::{SaveError, SaveStatus, StoredEntry};

use crate::stores::{ASSESSMENT, COPY, Memory, NOW, answer, fresh, ids, library, readable, said};

fn full() -> SaveStatus {
    SaveStatus::Unsaved(SaveError::Storage(StorageError::Full))
}

#[test]
fn what_did_not_fit_is_tried_again_after_any_success_and_the_status_says_so() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    let one = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let other = answer(&mut library, &fresh("other"), ids()[0], Answer::Yes, NOW);
    // Second copies are removed first; after that there is no room left.
    for copy in store.keys_of(COPY) {
        store.take(&copy);
    }
    store.leave_room(0);
    let one = answer(&mut library, &one, ids()[1], Answer::No, NOW + 1);
    let one = answer(&mut library, &one, ids()[2], Answer::Partly, NOW + 2);
    assert_eq!(library.status(), full());
    assert!(library.has_unsaved());
    assert_eq!(readable(&mut library, "one"), one, "it is in memory");
    assert_eq!(said(&store.saved("one"), ids()[1]), None);
    // An answer in another assessment, once there is room. Both have to be stored for the status to say so.
    store.give_room();
    answer(&mut library, &other, ids()[3], Answer::Yes, NOW + 3);
    assert_eq!(library.status(), SaveStatus::SavedWithoutMirror);
    assert_eq!(store.saved("one"), one);
}

#[test]
fn while_one_is_unsaved_no_success_of_another_says_saved() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    let long = fresh("long");
    let mut short = answer(&mut library, &fresh("short"), ids()[0], Answer::Yes, NOW);
    for copy in store.keys_of(COPY) {
        store.take(&copy);
    }
    // Room for a few letters more, but not for another assessment.
    store.leave_room(300);
    answer(&mut library, &long, ids()[1], Answer::No, NOW + 1);
    for at in 0..20 {
        short = answer(&mut library, &short, ids()[0], Answer::ALL[(at + 1) % 5], NOW + 2 + at as u64);
        assert_eq!(store.saved("short"), short);
        assert_eq!(library.status(), full(), "the long one is still unsaved");
    }
}

#[test]
fn a_retry_stores_what_is_unsaved_without_any_answer() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    store.leave_room(0);
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    library.retry();
    assert_eq!(library.status(), full());
    store.give_room();
    library.retry();
    assert_eq!(library.status(), SaveStatus::SavedWithoutMirror);
    assert_eq!(store.saved("one"), shown);
}

#[test]
fn second_copies_are_removed_before_an_answer_is_refused() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    for id in ["one", "two", "three"] {
        answer(&mut library, &fresh(id), ids()[0], Answer::Yes, NOW);
    }
    store.leave_room(0);
    let one = library.open("one").unwrap();
    let one = answer(&mut library, &one, ids()[1], Answer::No, NOW + 1);
    assert_eq!(library.status(), SaveStatus::SavedWithoutMirror);
    assert_eq!(store.saved("one"), one);
    assert_eq!(store.keys_of(ASSESSMENT).len(), 3);
}

#[test]
fn a_blocked_storage_is_reported_from_the_start_and_everything_works_for_the_visit() {
    let store = Memory::default();
    let blocked = StorageError::Blocked("denied".to_owned());
    store.fail(|fails| {
        fails.read = Some(blocked.clone());
        fails.write = Some(blocked.clone());
        fails.remove = Some(blocked.clone());
    });
    let mut library = library(store.clone(), "a");
    let says = SaveStatus::Unsaved(SaveError::Storage(blocked));
    assert_eq!(library.status(), says);
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let shown = answer(&mut library, &shown, ids()[1], Answer::No, NOW + 1);
    assert_eq!(readable(&mut library, "one"), shown);
    assert_eq!(library.list(20, |_| true).entries.len(), 1);
    assert_eq!(library.status(), says);
    // An assessment that is only in memory can be deleted too.
    assert!(library.delete("one", NOW + 2).is_some());
    assert!(library.get("one").is_none());
    assert!(!library.has_unsaved());
}

#[test]
fn an_unsaved_change_is_merged_with_what_another_tab_stored_meanwhile() {
    let store = Memory::default();
    let (mut a, mut b) = (library(store.clone(), "a"), library(store.clone(), "b"));
    let here = answer(&mut a, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let there = b.open("one").unwrap();
    store.fail(|fails| fails.write = Some(StorageError::Full));
    let here = answer(&mut a, &here, ids()[0], None, NOW + 1);
    answer(&mut a, &here, ids()[1], Answer::No, NOW + 2);
    store.fail(|fails| fails.write = None);
    answer(&mut b, &there, ids()[2], Answer::Partly, NOW + 3);
    a.retry();
    assert_eq!(a.status(), SaveStatus::SavedWithoutMirror);
    let saved = store.saved("one");
    let expected = [None, Some(Answer::No), Some(Answer::Partly)];
    assert_eq!([0, 1, 2].map(|at| said(&saved, ids()[at])), expected);
}

#[test]
fn a_text_that_reads_back_otherwise_is_not_saved_and_the_older_copy_stays() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let before = store.text(&format!("{COPY}one"));
    store.fail(|fails| fails.garbles = true);
    answer(&mut library, &shown, ids()[1], Answer::No, NOW + 1);
    assert_eq!(library.status(), SaveStatus::Unsaved(SaveError::NotReadBack));
    assert_eq!(store.text(&format!("{COPY}one")), before, "the good copy is not replaced");
    store.fail(|fails| fails.garbles = false);
    library.retry();
    assert_eq!(library.status(), SaveStatus::SavedWithoutMirror);
    assert_eq!(said(&store.saved("one"), ids()[1]), Some(Answer::No));
}

#[test]
fn delete_and_undo_change_the_status() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let other = answer(&mut library, &fresh("other"), ids()[0], Answer::Yes, NOW);
    // An assessment that cannot be deleted stays, and the status says so.
    store.fail(|fails| fails.remove = Some(StorageError::Failed("no".to_owned())));
    assert!(library.delete("one", NOW + 1).is_none());
    assert!(matches!(library.status(), SaveStatus::Unsaved(_)));
    assert!(matches!(library.get("one"), Some(StoredEntry::Readable(_))));
    store.fail(|fails| fails.remove = None);
    let deleted = library.delete("one", NOW + 2).unwrap();
    assert_eq!(library.status(), SaveStatus::SavedWithoutMirror);
    // An assessment that cannot be restored stays in memory, and the status says so.
    store.fail(|fails| fails.write = Some(StorageError::Full));
    let back = library.merge(deleted);
    assert_eq!(library.status(), full());
    assert_eq!(readable(&mut library, "one"), back);
    // After deleting an assessment that is only in memory, nothing is unsaved.
    let again = library.delete("one", NOW + 3).unwrap();
    assert_ne!(library.status(), full());
    library.merge(again);
    store.fail(|fails| fails.write = None);
    answer(&mut library, &other, ids()[1], Answer::Yes, NOW + 4);
    assert_eq!(library.status(), SaveStatus::SavedWithoutMirror);
    assert_eq!(store.saved("one"), back);
}

#[test]
fn a_full_storage_allows_deleting() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    store.leave_room(0);
    assert!(library.delete("one", NOW + 1).is_some());
    assert!(library.get("one").is_none());
    assert_eq!(library.status(), SaveStatus::SavedWithoutMirror);
}
