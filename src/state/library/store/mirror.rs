//! The mirror: IndexedDB has the changes that localStorage may lose in a crash of the browser.
//!
//! The store never waits for the mirror. [`AssessmentStore::next_batch`] returns what has to be written there, and
//! [`AssessmentStore::mark_mirrored`] records that it was written. The mirror contains the same texts as
//! localStorage, and the two are merged like any other copies.

use super::tombstone::Tombstone;
use super::{ASSESSMENT, AssessmentStore, SaveStatus, StoredEntry, TOMBSTONE, TextStorage, id_of, key_of};
use mlops_core::assessment::file::{self, FileError};
use mlops_core::by_id::ById;

/// The most assessments in one transaction: more would block the page noticeably.
const BATCH: usize = 50;

#[derive(Debug, Default)]
pub(super) struct Mirror {
    state: State,
    is_merged: bool,
    /// The ids of assessments that are not written to the mirror yet, with the number of their last change.
    dirty: ById<u32>,
    changes: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// It may contain more than localStorage.
    #[default]
    Unread,
    Ready,
    /// There is no IndexedDB, or it does not answer.
    Unavailable,
}

/// The ids of assessments to write to the mirror, each with the number of its last change.
#[derive(Clone, Debug, Default)]
pub struct MirrorBatch(Vec<(String, u32)>);

impl MirrorBatch {
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(id, _)| id.as_str())
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The texts of one assessment in the mirror.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MirrorEntry {
    pub text: Option<String>,
    pub tombstone: Option<String>,
}

impl Mirror {
    pub fn mark_dirty(&mut self, id: &str) {
        self.changes += 1;
        self.dirty.insert(id.to_owned(), self.changes);
    }

    pub fn is_unread(&self) -> bool {
        self.state == State::Unread
    }

    /// The status of a change that is stored in localStorage.
    pub fn status(&self) -> SaveStatus {
        match self.state {
            State::Unavailable => SaveStatus::SavedWithoutMirror,
            _ if self.dirty.is_empty() => SaveStatus::Saved,
            _ => SaveStatus::Saving,
        }
    }
}

/// The keys of an assessment in the mirror: of the assessment and of its tombstone.
#[must_use]
pub fn keys(id: &str) -> [String; 2] {
    [key_of(id), format!("{TOMBSTONE}{id}")]
}

impl<S: TextStorage> AssessmentStore<S> {
    /// The assessments to write to the mirror next. If there are too many, those that were changed last.
    #[must_use]
    pub fn next_batch(&self) -> MirrorBatch {
        let Mirror { dirty, changes, .. } = &self.mirror;
        let some = |is_wanted: &dyn Fn(u32) -> bool| {
            let wanted = dirty.iter().filter(|&(_, &number)| is_wanted(number)).take(BATCH);
            MirrorBatch(wanted.map(|(id, &number)| (id.clone(), number)).collect())
        };
        let newest = some(&|number| number as usize + BATCH > *changes as usize);
        if newest.is_empty() { some(&|_| true) } else { newest }
    }

    /// The entry to write in place of `there`: the newest copy that localStorage or the mirror has.
    pub fn merged_for_mirror(&mut self, id: &str, there: MirrorEntry) -> MirrorEntry {
        let tombstone =
            self.tombstone(id).max(there.tombstone.as_deref().and_then(Tombstone::parse).unwrap_or_default());
        let known = there.text.as_deref().map(file::read_stored);
        if let Some(Err(FileError::NewerVersion(_))) = known {
            return there;
        }
        let known = known.and_then(Result::ok).filter(|known| known.id == id);
        let own = match self.get(id) {
            Some(StoredEntry::Readable(own)) => Some(*own),
            _ => None,
        };
        let newest = match (own, known) {
            (Some(own), Some(known)) => Some(own.with_later_of(&known)),
            (own, known) => own.or(known),
        };
        let newest = newest.filter(|newest| !tombstone.deletes(&newest.latest()));
        MirrorEntry {
            text: newest.map(|newest| file::write_stored(&newest)),
            tombstone: (tombstone != Tombstone::default()).then(|| tombstone.text()),
        }
    }

    /// Records that a batch was written to the mirror. Assessments changed in the meantime stay dirty.
    pub fn mark_mirrored(&mut self, batch: &MirrorBatch) {
        self.mirror.state = State::Ready;
        for (id, number) in &batch.0 {
            if self.mirror.dirty.get(id) == Some(number) {
                self.mirror.dirty.remove(id);
            }
        }
    }

    /// Records that there is no mirror, or that it does not answer. localStorage is then the only storage.
    pub fn mirror_unavailable(&mut self) {
        self.mirror.state = State::Unavailable;
    }

    /// Whether the mirror's entries have been merged since the page was opened.
    #[must_use]
    pub fn is_mirror_merged(&self) -> bool {
        self.mirror.is_merged
    }

    /// Merges all entries of the mirror, given as keys and texts. Returns the number of assessments with a newer copy
    /// there than in localStorage.
    pub fn merge_mirror(&mut self, found: Vec<(String, String)>) -> usize {
        self.mirror.state = State::Ready;
        self.mirror.is_merged = true;
        let mut entries = ById::<MirrorEntry>::new();
        for key in self.storage.keys(ASSESSMENT).unwrap_or_default() {
            entries.entry(id_of(&key).unwrap_or_default());
        }
        for (key, text) in found {
            if let Some(id) = id_of(&key) {
                entries.entry(id).text = Some(text);
            } else if let Some(id) = key.strip_prefix(TOMBSTONE) {
                entries.entry(id).tombstone = Some(text);
            }
        }
        entries.into_iter().filter(|(id, entry)| self.merge_mirror_entry(id, entry)).count()
    }

    fn merge_mirror_entry(&mut self, id: &str, there: &MirrorEntry) -> bool {
        let [key, tombstone_key] = keys(id);
        let read = |key: &str| self.storage.read(key).ok().flatten();
        let here = MirrorEntry { text: read(&key), tombstone: read(&tombstone_key) };
        // The texts are nearly always equal, and then need no parsing.
        if here == *there {
            return false;
        }
        self.mirror.mark_dirty(id);
        if *there == MirrorEntry::default() {
            return false;
        }
        let tombstone =
            self.tombstone(id).max(there.tombstone.as_deref().and_then(Tombstone::parse).unwrap_or_default());
        if tombstone > self.tombstone(id) {
            self.write_tombstone(id, &tombstone).ok();
        }
        let known = there.text.as_deref().and_then(|text| file::read_stored(text).ok());
        let known = known.filter(|known| known.id == id && !tombstone.deletes(&known.latest()));
        if let (Some(raw), Some(known)) = (&here.text, &known)
            && self.is_damaged(id, raw)
        {
            // The start page reports the damaged text that `recover` set aside; not counted as restored.
            self.recover(id, raw, Some(known));
            return false;
        }
        let own = match self.get(id) {
            Some(StoredEntry::Readable(own)) => Some(*own),
            Some(_) => return false,
            None => None,
        };
        match (own, known) {
            (Some(own), Some(known)) => {
                let newest = own.with_later_of(&known);
                let is_newer_there = newest != own;
                if is_newer_there {
                    self.put(newest);
                }
                is_newer_there
            }
            (None, Some(known)) => {
                self.put(known);
                true
            }
            (None, None) if here.text.is_some() => {
                // Deleted, but the browser crashed before localStorage wrote that to disk.
                self.remove_texts(id).ok();
                false
            }
            _ => false,
        }
    }
}
