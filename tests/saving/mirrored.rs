//! The mirror: the status while it lags behind, and what is restored from it.

use mlops_core::assessment::{Assessment, file};
use mlops_core::model::answer::Answer;
use mlops_maturity::browser::storage::StorageError;
use mlops_maturity::state::library::store::mirror::{MirrorEntry, keys};
use mlops_maturity::state::library::store::{AssessmentStore, SaveStatus};

use crate::stores::{ASSESSMENT, COPY, Memory, NOW, answer, fresh, ids, readable, said};

/// A mirror in memory that is written when a test says so.
#[derive(Clone, Debug, Default)]
struct Mirror(Vec<(String, String)>);

impl Mirror {
    fn there(&self, id: &str) -> MirrorEntry {
        let text = |key: &String| self.0.iter().find(|(known, _)| known == key).map(|(_, text)| text.clone());
        let [text_key, tombstone_key] = keys(id);
        MirrorEntry { text: text(&text_key), tombstone: text(&tombstone_key) }
    }
    fn take(&mut self, library: &mut AssessmentStore<Memory>) {
        let dirty = library.next_batch();
        for id in dirty.ids() {
            let shall = library.merged_for_mirror(id, self.there(id));
            self.0.retain(|(key, _)| !keys(id).contains(key));
            let [text_key, tombstone_key] = keys(id);
            self.0.extend(shall.text.map(|text| (text_key, text)));
            self.0.extend(shall.tombstone.map(|text| (tombstone_key, text)));
        }
        library.mark_mirrored(&dirty);
    }
    fn saved(&self, id: &str) -> Assessment {
        file::read_stored(&self.there(id).text.unwrap()).unwrap()
    }
}

fn opened(store: &Memory, mirror: &Mirror) -> (AssessmentStore<Memory>, usize) {
    let mut library = AssessmentStore::new(store.clone(), "new".to_owned());
    let restored = library.merge_mirror(mirror.0.clone());
    (library, restored)
}

#[test]
fn saved_is_said_only_when_the_mirror_has_everything() {
    let (store, mut mirror) = (Memory::default(), Mirror::default());
    let mut library = AssessmentStore::new(store.clone(), "a".to_owned());
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    assert_eq!(library.status(), SaveStatus::Saving, "before the mirror was read");
    library.merge_mirror(Vec::new());
    assert_eq!(library.status(), SaveStatus::Saving);
    // A change during a transaction is written by the next one.
    let on_its_way = library.next_batch();
    let shown = answer(&mut library, &shown, ids()[1], Answer::No, NOW + 1);
    library.mark_mirrored(&on_its_way);
    assert_eq!(library.status(), SaveStatus::Saving);
    mirror.take(&mut library);
    assert_eq!(library.status(), SaveStatus::Saved);
    assert_eq!(mirror.saved("one"), shown);
    assert!(library.next_batch().is_empty());
}

#[test]
fn without_a_mirror_the_status_says_so_until_there_is_one_again() {
    let (store, mut mirror) = (Memory::default(), Mirror::default());
    let mut library = AssessmentStore::new(store, "a".to_owned());
    answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    library.mirror_unavailable();
    assert_eq!(library.status(), SaveStatus::SavedWithoutMirror);
    mirror.take(&mut library);
    assert_eq!(library.status(), SaveStatus::Saved);
}

#[test]
fn what_local_storage_lost_is_restored() {
    let (store, mut mirror) = (Memory::default(), Mirror::default());
    let (mut library, _) = opened(&store, &mirror);
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let on_disk = store.all();
    let shown = answer(&mut library, &shown, ids()[1], Answer::No, NOW + 1);
    let shown = answer(&mut library, &shown, ids()[0], None, NOW + 2);
    mirror.take(&mut library);
    // The browser crashes: localStorage has an older state, or nothing.
    for older in [on_disk, Vec::new()] {
        let store = Memory::default();
        older.iter().for_each(|(key, text)| store.set(key, text));
        let (mut library, restored) = opened(&store, &mirror);
        assert_eq!(restored, 1, "and it is said");
        assert_eq!(readable(&mut library, "one"), shown);
        assert_eq!(store.saved("one"), shown);
    }
    // If nothing was lost, nothing is reported and nothing is written.
    let before = store.writes();
    let (library, restored) = opened(&store, &mirror);
    assert_eq!(
        (restored, library.status(), store.writes() - before),
        (0, SaveStatus::Unchanged, 1),
        "only the probe"
    );
}

#[test]
fn what_is_newer_in_local_storage_goes_to_the_mirror() {
    let (store, mut mirror) = (Memory::default(), Mirror::default());
    let (mut library, _) = opened(&store, &mirror);
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    mirror.take(&mut library);
    let shown = answer(&mut library, &shown, ids()[1], Answer::No, NOW + 1);
    let (mut library, restored) = opened(&store, &mirror);
    assert_eq!(restored, 0);
    mirror.take(&mut library);
    assert_eq!(mirror.saved("one"), shown);
}

#[test]
fn a_deleted_assessment_is_restored_from_neither_storage() {
    let (store, mut mirror) = (Memory::default(), Mirror::default());
    let (mut library, _) = opened(&store, &mirror);
    answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    mirror.take(&mut library);
    let (with_text, in_mirror) = (store.all(), mirror.clone());
    library.delete("one", NOW + 1).unwrap();
    // Only localStorage has the tombstone.
    let (mut opened_anew, _) = opened(&store, &in_mirror);
    assert!(opened_anew.get("one").is_none());
    assert_eq!(store.keys_of(ASSESSMENT), [] as [String; 0]);
    // Only the mirror has it.
    mirror.take(&mut library);
    let store = Memory::default();
    with_text.iter().for_each(|(key, text)| store.set(key, text));
    let (mut opened_anew, _) = opened(&store, &mirror);
    assert!(opened_anew.get("one").is_none());
    assert_eq!(store.keys_of(ASSESSMENT).len() + store.keys_of(COPY).len(), 0);
}

#[test]
fn what_was_restored_stays_whichever_storage_has_the_tombstone() {
    let (store, mut mirror) = (Memory::default(), Mirror::default());
    let (mut library, _) = opened(&store, &mirror);
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let deleted = library.delete("one", NOW + 1).unwrap();
    mirror.take(&mut library);
    let (at_deletion, mirror_then) = (store.all(), mirror.clone());
    library.merge(deleted);
    let (mut anew, _) = opened(&store, &mirror_then);
    assert_eq!(readable(&mut anew, "one"), shown);
    mirror.take(&mut library);
    let store = Memory::default();
    at_deletion.iter().for_each(|(key, text)| store.set(key, text));
    let (mut anew, _) = opened(&store, &mirror);
    assert_eq!(readable(&mut anew, "one"), shown);
}

#[test]
fn a_damaged_text_is_restored_from_the_mirror_where_there_is_no_second_copy() {
    let (store, mut mirror) = (Memory::default(), Mirror::default());
    let (mut library, _) = opened(&store, &mirror);
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    mirror.take(&mut library);
    store.set(&format!("{ASSESSMENT}one"), "{not json");
    store.take(&format!("{COPY}one"));
    let mut library = AssessmentStore::new(store.clone(), "new".to_owned());
    // Read before the mirror was read: nothing is discarded yet.
    library.get("one");
    assert_eq!(store.text(&format!("{ASSESSMENT}one")).as_deref(), Some("{not json"));
    library.merge_mirror(mirror.0.clone());
    assert_eq!(store.saved("one"), shown);
    assert_eq!(library.all_set_aside().len(), 1);
}

#[test]
fn a_damaged_text_in_the_mirror_is_written_again() {
    let (store, mut mirror) = (Memory::default(), Mirror::default());
    let (mut library, _) = opened(&store, &mirror);
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    mirror.take(&mut library);
    mirror.0[0].1 = mirror.0[0].1.replacen("yes", "na", 1);
    let (mut library, restored) = opened(&store, &mirror);
    assert_eq!((restored, readable(&mut library, "one")), (0, shown.clone()));
    mirror.take(&mut library);
    assert_eq!(mirror.saved("one"), shown);
}

#[test]
fn what_had_no_room_in_local_storage_is_in_the_mirror() {
    let (store, mut mirror) = (Memory::default(), Mirror::default());
    let (mut library, _) = opened(&store, &mirror);
    store.fail(|fails| fails.write = Some(StorageError::Full));
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    mirror.take(&mut library);
    assert!(matches!(library.status(), SaveStatus::Unsaved(_)), "other tabs do not find it");
    store.fail(|fails| fails.write = None);
    let (mut library, restored) = opened(&store, &mirror);
    assert_eq!((restored, said(&readable(&mut library, "one"), ids()[0])), (1, Some(Answer::Yes)));
    assert_eq!(readable(&mut library, "one"), shown);
}
