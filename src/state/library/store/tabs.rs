//! Changes that other tabs make to the storage.

use super::tombstone::Tombstone;
use super::{AssessmentStore, PROBE, Parsed, SECOND_COPY, TOMBSTONE, TextStorage, id_of, key_of};
use mlops_core::assessment::file;

impl<S: TextStorage> AssessmentStore<S> {
    /// Whether a change of a key (`None`: of all keys) matters. A change of a second copy or of the probe does not.
    #[must_use]
    pub fn is_relevant(key: Option<&str>) -> bool {
        key.is_none_or(|key| key != PROBE && !key.starts_with(SECOND_COPY))
    }

    /// Handles a storage event: another tab changed the text of a key (`None`: of all keys). Changes of this tab that
    /// are missing there are merged and written again. Returns whether a copy of this tab had been removed by
    /// something other than this page and was stored again.
    pub fn storage_changed(&mut self, key: Option<&str>, text: Option<&str>) -> bool {
        let Some(key) = key else {
            let ids: Vec<String> = self.copies.keys().cloned().collect();
            return ids.iter().filter(|id| self.reconcile(id, None)).count() > 0;
        };
        match (id_of(key), key.strip_prefix(TOMBSTONE)) {
            (Some(id), _) => self.reconcile(id, text),
            (None, Some(id)) => {
                let theirs = text.and_then(Tombstone::parse).unwrap_or_default();
                let tombstone = self.tombstone(id).max(theirs);
                if tombstone != self.stored_tombstone(id) {
                    self.write_tombstone(id, &tombstone).ok();
                    self.mirror.mark_dirty(id);
                } else if tombstone != Tombstone::default() {
                    self.tombstones.insert(id.to_owned(), tombstone);
                }
                self.reconcile(id, None);
                false
            }
            (None, None) => false,
        }
    }

    /// Merges this tab's copy with the text of another tab and with the stored text, and stores the result if it
    /// differs. Returns whether the stored text was gone without a tombstone.
    fn reconcile(&mut self, id: &str, text: Option<&str>) -> bool {
        let Some(own) = self.copies.get(id) else { return false };
        let theirs = text.and_then(|text| file::read_stored(text).ok());
        let mut newest = own.clone();
        if let Some(theirs) = theirs.filter(|theirs| theirs.id == id) {
            newest = newest.merged_with(&theirs);
        }
        let raw = self.storage.read(&key_of(id)).ok().flatten();
        let is_gone = raw.is_none();
        let stored = match raw.map(|raw| self.parse(id, raw)) {
            Some(Parsed::Valid(stored)) => Some(stored),
            // A newer version of the page stores it now, so this one does not change it.
            Some(Parsed::Newer(..)) => return false,
            Some(Parsed::Damaged(_)) | None => None,
        };
        if let Some(stored) = &stored {
            newest = stored.with_later_of(&newest);
        }
        if self.is_deleted(&newest) {
            self.copies.remove(id);
            self.unsaved.remove(id);
            if !is_gone {
                self.remove_texts(id).ok();
            }
            return false;
        }
        if stored.as_deref() == Some(&newest) {
            self.copies.insert(id.to_owned(), newest);
            return false;
        }
        self.put(newest);
        is_gone && self.unsaved.get(id).is_none()
    }
}
