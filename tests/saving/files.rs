//! Imported files.

use mlops_core::assessment::{Assessment, file};
use mlops_core::model::answer::Answer;
use mlops_maturity::state::library::store::ImportOutcome;

use crate::stores::{Memory, NOW, answer, fresh, ids, library, readable, said};

#[track_caller]
fn known(outcome: ImportOutcome) -> (Assessment, Assessment) {
    match outcome {
        ImportOutcome::Known { file, own } => (*file, *own),
        other => panic!("expected one that is known, found {other:?}"),
    }
}

#[test]
fn merging_a_file_does_not_restore_a_cleared_answer() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let older = file::write(&shown);
    answer(&mut library, &shown, ids()[0], None, NOW + 1);
    let (file, own) = known(library.inspect_file(&older, NOW + 2));
    assert_eq!(own.differences(&file).iter().filter(|one| one.is_newer_there).count(), 0);
    library.merge(file.clone());
    assert_eq!(said(&store.saved("one"), ids()[0]), None);
}

#[test]
fn a_file_from_the_future_does_not_win_for_ever() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let text = file::write(&shown).replace("1795424400000", "253370764800000").replace("\"yes\"", "\"no\"");
    let (file, _) = known(library.inspect_file(&text, NOW + 5));
    assert_eq!(file.latest().at, NOW + 5);
    let merged = library.merge(file.clone());
    assert_eq!(said(&merged, ids()[0]), Some(Answer::No));
    answer(&mut library, &merged, ids()[0], Answer::Partly, NOW + 6);
    library.merge(file.clone());
    assert_eq!(said(&store.saved("one"), ids()[0]), Some(Answer::Partly));
}

#[test]
fn a_file_that_replaces_the_stored_one_does_so_in_every_tab() {
    let store = Memory::default();
    let (mut a, mut b) = (library(store.clone(), "a"), library(store.clone(), "b"));
    let first = answer(&mut a, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let text = file::write(&first);
    let shown = answer(&mut a, &first, ids()[0], Answer::No, NOW + 1);
    answer(&mut a, &shown, ids()[1], Answer::No, NOW + 2);
    b.open("one").unwrap();
    let (file, _) = known(a.inspect_file(&text, NOW + 3));
    a.replace_with(&file, NOW + 3);
    let key = "mlops-maturity:assessment:one";
    b.storage_changed(Some(key), store.text(key).as_deref());
    let saved = store.saved("one");
    assert_eq!((said(&saved, ids()[0]), said(&saved, ids()[1])), (Some(Answer::Yes), None));
    assert_eq!(readable(&mut b, "one"), saved);
}

#[test]
fn a_file_of_a_deleted_assessment_restores_it() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let text = file::write(&shown);
    library.delete("one", NOW + 1).unwrap();
    let ImportOutcome::New(file) = library.inspect_file(&text, NOW + 2) else { panic!("expected a new one") };
    library.put(*file);
    assert_eq!(readable(&mut library, "one"), shown);
}

#[test]
fn a_poisoned_file_harms_nothing() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    let mut shown = fresh("one");
    for (at, id) in ids().into_iter().take(40).enumerate() {
        shown = answer(&mut library, &shown, id, Answer::Yes, NOW + at as u64);
    }
    for name in ["$serde_json::private::Number", "\\u0024serde_json::private::RawValue", "__proto__"] {
        let poison = format!("\"{name}\":{{\"{name}\":\"1e999999999\"}},\"title\":");
        let text = file::write(&shown).replacen("\"title\":", &poison, 1);
        let (file, _) = known(library.inspect_file(&text, NOW));
        let merged = library.merge(file.clone());
        assert_eq!(store.saved("one"), merged, "{name}");
        assert_eq!(merged.responses.len(), 40);
        assert!(store.text("mlops-maturity:assessment:one").unwrap().contains(&name.replace("\\u0024", "$")));
    }
}
