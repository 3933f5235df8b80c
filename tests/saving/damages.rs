//! Damaged texts: they are noticed, and restored from a copy or in part.

use mlops_core::assessment::Assessment;
use mlops_core::assessment::file;
use mlops_core::model::answer::Answer;
use mlops_maturity::state::library::store::{ImportOutcome, Recovery, SaveError, SaveStatus, StoredEntry};

use crate::stores::{ASSESSMENT, COPY, Memory, NOW, answer, fresh, ids, library, readable, said};

const SET_ASIDE: &str = "mlops-maturity:set-aside:";

fn key() -> String {
    format!("{ASSESSMENT}one")
}

/// A store with an assessment of 70 answers, some with notes.
fn seventy() -> (Memory, Assessment) {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    let mut shown = fresh("one");
    for (at, id) in ids().into_iter().take(70).enumerate() {
        shown = library.change(&shown, NOW + at as u64, |one| {
            one.respond(id, one.updated, |response| {
                response.value = Some(Answer::ALL[at % 5]);
                response.note = if at % 7 == 0 { format!("since \"May\" {at}") } else { String::new() };
            });
        });
    }
    (store, shown)
}

/// Damages one character of a text.
fn damaged(text: &str, number: usize, of: usize) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let at = letters.len() * number / of;
    match number % 4 {
        0 => letters[at] = if letters[at] == 'z' { 'q' } else { 'z' },
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, '7'),
        _ => letters[at] = char::from_u32(u32::from(letters[at]) ^ 1).unwrap(),
    }
    letters.into_iter().collect()
}

#[test]
fn each_of_400_damages_is_noticed_and_every_answer_comes_back_from_the_copy_beside_it() {
    const DAMAGES: usize = 400;
    let (sound, team) = seventy();
    let text = sound.text(&key()).unwrap();
    for number in 0..DAMAGES {
        let store = Memory::default();
        store.set(&key(), &damaged(&text, number, DAMAGES));
        store.set(&format!("{COPY}one"), &text);
        let raw = store.text(&key()).unwrap();
        assert_ne!(raw, text);
        let mut library = library(store.clone(), "b");
        assert_eq!(readable(&mut library, "one"), team, "damage {number}");
        assert_eq!(store.saved("one"), team, "and it is stored again");
        let aside = library.all_set_aside();
        assert_eq!((aside.len(), aside[0].raw.as_str(), aside[0].id()), (1, raw.as_str(), "one"));
        assert_eq!(aside[0].recovery(), Recovery::Copy(70), "and it is said");
    }
}

#[test]
fn without_a_copy_each_damage_is_noticed_and_it_is_said_how_much_could_be_read() {
    const DAMAGES: usize = 400;
    let (sound, team) = seventy();
    let text = sound.text(&key()).unwrap();
    let (mut partly, mut nothing) = (0, 0);
    for number in 0..DAMAGES {
        let store = Memory::default();
        store.set(&key(), &damaged(&text, number, DAMAGES));
        let mut library = library(store.clone(), "b");
        let found = library.get("one");
        let aside = library.all_set_aside();
        assert_eq!(aside.len(), 1, "damage {number}");
        match (found, aside[0].recovery()) {
            (Some(StoredEntry::Readable(found)), Recovery::Part(told)) => {
                partly += 1;
                let answers = found.responses.iter().filter(|(_, one)| one.value.is_some()).count();
                assert_eq!(answers, told, "damage {number}");
                assert!(answers >= 69 || answers == 0, "damage {number}: {answers}");
            }
            (None, Recovery::Nothing) => {
                nothing += 1;
                assert_eq!(store.text(&key()), None);
            }
            other => panic!("damage {number}: {other:?}"),
        }
    }
    println!("{partly} in part, {nothing} not at all");
    assert!(partly > 100 && nothing > 0, "{partly} in part, {nothing} not at all");
    assert_eq!(said(&team, ids()[0]), Some(Answer::Yes));
}

#[test]
fn what_was_answered_after_the_copy_was_made_is_read_from_the_damaged_text() {
    let (store, team) = seventy();
    let older = store.text(&format!("{COPY}one")).unwrap();
    let mut a = library(store.clone(), "a");
    let shown = a.open("one").unwrap();
    let newest = answer(&mut a, &shown, ids()[71], Answer::Yes, NOW + 999);
    // The browser crashed between the two writes, and then a note on an older answer was damaged.
    store.set(&format!("{COPY}one"), &older);
    let raw = store.text(&key()).unwrap().replacen("since", "sinve", 1);
    store.set(&key(), &raw);
    let mut b = library(store.clone(), "b");
    assert_eq!(readable(&mut b, "one"), newest);
    assert_ne!(newest, team);
}

#[test]
fn what_a_damaged_text_says_of_earlier_answers_is_not_believed() {
    let (store, team) = seventy();
    let text = store.text(&key()).unwrap();
    for (from, to) in [("\"no\"", "\"na\""), ("17954244000", "97954244000"), ("since", "sinve")] {
        let bad = text.replacen(from, to, 1);
        assert_ne!(bad, text, "{from}");
        store.set(&key(), &bad);
        assert_eq!(readable(&mut library(store.clone(), "b"), "one"), team, "{from}");
    }
}

#[test]
fn a_tab_that_has_it_open_heals_a_damaged_save_from_what_it_holds() {
    let (store, team) = seventy();
    let mut library = library(store.clone(), "a");
    library.open("one").unwrap();
    store.set(&key(), "{not json");
    store.take(&format!("{COPY}one"));
    library.storage_changed(Some(&key()), Some("{not json"));
    assert_eq!(store.saved("one"), team);
    assert_eq!(library.all_set_aside().len(), 1);
}

#[test]
fn a_damaged_save_in_a_full_store_is_never_overwritten() {
    let (store, team) = seventy();
    let bad = store.text(&key()).unwrap().replacen("\"no\"", "\"nx\"", 1);
    store.set(&key(), &bad);
    store.leave_room(0);
    let mut library = library(store.clone(), "b");
    let shown = library.open("one").unwrap();
    assert_eq!(shown, team, "it is shown from the copy");
    // There is room for a few letters, but not for a second text.
    store.leave_room(200);
    let shown = answer(&mut library, &shown, ids()[71], Answer::Yes, NOW + 999);
    assert_eq!(library.status(), SaveStatus::Unsaved(SaveError::Damaged));
    assert_eq!(store.text(&key()), Some(bad.clone()));
    library.retry();
    assert_eq!(store.text(&key()), Some(bad.clone()));
    // With room, it is set aside first.
    store.give_room();
    library.retry();
    assert_eq!(library.status(), SaveStatus::SavedWithoutMirror);
    assert_eq!(store.saved("one"), shown);
    assert_eq!(library.all_set_aside()[0].raw, bad);
}

#[test]
fn an_unreadable_save_is_never_overwritten_by_a_file() {
    let (store, team) = seventy();
    let file = file::write(&team);
    let store = {
        store.clear();
        store.set(&key(), "{nothing of it can be read");
        store
    };
    store.leave_room(0);
    let mut library = library(store.clone(), "b");
    assert!(matches!(library.get("one"), Some(StoredEntry::Unreadable { .. })));
    let ImportOutcome::New(found) = library.inspect_file(&file, NOW + 1_000) else { panic!("expected a new one") };
    library.put(*found);
    assert_eq!(library.status(), SaveStatus::Unsaved(SaveError::Damaged));
    assert_eq!(store.text(&key()).as_deref(), Some("{nothing of it can be read"));
    store.give_room();
    library.retry();
    assert_eq!(store.saved("one"), team);
    assert_eq!(library.all_set_aside()[0].raw, "{nothing of it can be read");
    assert_eq!(store.keys_of(SET_ASIDE).len(), 1);
}

#[test]
fn one_damaged_save_harms_no_other() {
    let (store, team) = seventy();
    let mut other = library(store.clone(), "a");
    answer(&mut other, &fresh("two"), ids()[0], Answer::Yes, NOW);
    store.set(&format!("{ASSESSMENT}two"), "[]");
    store.take(&format!("{COPY}two"));
    let mut library = library(store.clone(), "b");
    let listed = library.list(20, |_| true);
    assert_eq!(listed.entries.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["one"]);
    assert_eq!(readable(&mut library, "one"), team);
}
