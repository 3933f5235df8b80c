//! What is written when, and the status.

use mlops_core::assessment::file;
use mlops_core::model::answer::Answer;
use mlops_maturity::state::library::store::{SaveStatus, StoredEntry};

use crate::stores::{ASSESSMENT, COPY, Memory, NOW, answer, fresh, ids, library, readable, said};

#[test]
fn an_answer_is_stored_twice_at_once_and_the_status_says_so() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    assert_eq!(library.status(), SaveStatus::Unchanged);
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    assert_eq!(library.status(), SaveStatus::SavedWithoutMirror);
    assert_eq!(store.saved("one"), shown);
    assert_eq!(said(&shown, ids()[0]), Some(Answer::Yes));
    assert_eq!(store.text(&format!("{COPY}one")), store.text(&format!("{ASSESSMENT}one")));
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let before = store.writes();
    let same = answer(&mut library, &shown, ids()[0], Answer::Yes, NOW + 5);
    answer(&mut library, &same, ids()[1], None, NOW + 6);
    assert_eq!((store.writes(), same), (before, shown));
}

#[test]
fn opening_an_assessment_without_answers_stores_nothing() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    assert!(library.get("one").is_none());
    assert!(library.open("one").is_none());
    library.change(&fresh("one"), NOW, |_| {});
    assert_eq!(store.all(), []);
    assert_eq!(library.status(), SaveStatus::Unchanged);
}

#[test]
fn a_note_is_kept_to_the_letter_while_it_is_typed() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    let mut shown = fresh("one");
    for (at, typed) in ["S", "Si", "Sin", "Sinc", "Since", "Since ", "Since  \n"].into_iter().enumerate() {
        shown = library.change(&shown, NOW + at as u64, |one| {
            one.respond(ids()[0], one.updated, |response| response.note = typed.to_owned());
        });
        assert_eq!(store.saved("one").responses.get(ids()[0]).unwrap().note, typed);
        assert_eq!(shown, readable(&mut library, "one"));
    }
}

#[test]
fn a_moment_is_later_than_all_before_it_even_when_the_clock_goes_back() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    let mut shown = fresh("one");
    let mut last = 0;
    for now in [NOW, NOW + 10, NOW - 1_000_000, NOW - 999_999, 0, NOW] {
        shown = answer(&mut library, &shown, ids()[0], Answer::ALL[(last % 5) as usize], now);
        shown = answer(&mut library, &shown, ids()[0], Answer::ALL[((last + 1) % 5) as usize], now);
        let at = shown.latest().at;
        assert!(at > last, "{at} after {last}");
        last = at;
    }
}

#[test]
fn a_deleted_assessment_is_restored_to_the_letter() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let before = store.text(&format!("{ASSESSMENT}one"));
    let deleted = library.delete("one", NOW + 1).unwrap();
    assert!(library.get("one").is_none());
    assert_eq!(store.keys_of(ASSESSMENT).len() + store.keys_of(COPY).len(), 0);
    assert_eq!(library.merge(deleted), shown);
    assert_eq!(store.text(&format!("{ASSESSMENT}one")), before);
    assert_eq!(readable(&mut library, "one"), shown);
}

#[test]
fn undo_of_a_delete_keeps_what_another_tab_stored_since() {
    let store = Memory::default();
    let (mut a, mut b) = (library(store.clone(), "a"), library(store.clone(), "b"));
    let shown = answer(&mut a, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let there = b.open("one").unwrap();
    let deleted = a.delete("one", NOW + 1).unwrap();
    answer(&mut b, &there, ids()[1], Answer::No, NOW + 2);
    let newest = a.merge(deleted);
    for (id, value) in [(ids()[0], Answer::Yes), (ids()[1], Answer::No)] {
        assert_eq!((said(&newest, id), said(&store.saved("one"), id)), (Some(value), Some(value)));
    }
    assert_ne!(newest, shown);
}

#[test]
fn what_was_deleted_elsewhere_is_not_restored_by_a_tab_that_only_shows_it() {
    let store = Memory::default();
    let (mut a, mut b) = (library(store.clone(), "a"), library(store.clone(), "b"));
    answer(&mut a, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let shown = b.open("one").unwrap();
    a.delete("one", NOW + 1).unwrap();
    assert!(!b.storage_changed(Some(&format!("{ASSESSMENT}one")), None));
    assert_eq!(store.keys_of(ASSESSMENT), [] as [String; 0]);
    assert!(b.get("one").is_none());
    // The next answer there stores it again, with everything that is shown.
    let newest = answer(&mut b, &shown, ids()[1], Answer::No, NOW - 500);
    assert_eq!((said(&newest, ids()[0]), said(&newest, ids()[1])), (Some(Answer::Yes), Some(Answer::No)));
    assert_eq!(readable(&mut a, "one"), newest);
}

#[test]
fn another_tab_that_clears_the_storage_is_noticed_and_what_is_open_is_stored_again() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    for by_key in [false, true] {
        store.clear();
        let key = format!("{ASSESSMENT}one");
        assert!(library.storage_changed(by_key.then_some(key.as_str()), None), "it is said");
        assert_eq!(store.saved("one"), shown);
    }
}

#[test]
fn a_text_of_a_newer_page_is_never_changed_and_answers_here_stay_in_memory() {
    let newer = r#"{"format":"mlops-maturity/assessment","version":99,"answers":{}}"#;
    let store = Memory::default();
    let key = format!("{ASSESSMENT}one");
    store.set(&key, newer);
    let mut library = library(store.clone(), "a");
    assert!(matches!(library.get("one"), Some(StoredEntry::Newer { version: 99, .. })));
    answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    library.retry();
    assert!(matches!(library.status(), SaveStatus::Unsaved(_)));
    assert_eq!(store.text(&key).as_deref(), Some(newer));
}

#[test]
fn a_start_page_with_three_thousand_assessments_parses_only_what_it_shows() {
    let store = Memory::default();
    for at in 0..3_000_u64 {
        let mut one = fresh(&format!("{at:04}"));
        for id in ids().iter().take(18) {
            one.respond(id, moment_at(at), |response| response.value = Some(Answer::Partly));
        }
        store.set(&format!("{ASSESSMENT}{at:04}"), &file::write_stored(&one));
    }
    // As much as a browser has room for.
    assert!(store.used() > 4_000_000, "{}", store.used());
    let mut library = library(store.clone(), "a");
    let begun = std::time::Instant::now();
    let listed = library.list(20, |_| true);
    let took = begun.elapsed();
    assert_eq!((listed.entries.len(), listed.more), (20, 2_980));
    let first: Vec<&str> = listed.entries.iter().map(|(id, _)| id.as_str()).take(3).collect();
    assert_eq!(first, ["2999", "2998", "2997"], "newest first");
    assert!(took.as_millis() < 250, "{took:?}");
    assert_eq!(library.list(120, |_| true).entries.len(), 120);
    // A damaged text is noticed wherever it is in the list.
    store.set(&format!("{ASSESSMENT}0001"), "{not json");
    library.list(20, |_| true);
    assert_eq!(library.all_set_aside().len(), 1);
}

fn moment_at(seconds: u64) -> mlops_core::moment::Moment {
    let seconds = i64::try_from(NOW / 1000 + seconds).unwrap();
    mlops_core::moment::Moment::from_unix_seconds(seconds).unwrap()
}
