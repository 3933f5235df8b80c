//! Copies localStorage to IndexedDB, its mirror.

use leptos::prelude::*;

use super::store::AssessmentStore;
use super::store::mirror::{MirrorEntry, keys};
use super::{Library, StorageNotice};
use crate::browser::indexed_db::{self, DatabaseError};

impl Library {
    /// Merges the content of IndexedDB, and then writes every change there.
    pub(super) fn start_mirror(self) {
        if self.has_mirror {
            self.spawn_mirroring();
        } else {
            self.store.update_value(AssessmentStore::mirror_unavailable);
        }
    }

    /// Writes what IndexedDB lacks, if anything. A change during a transaction is written by the next one.
    pub(super) fn update_mirror(self) {
        if self.has_mirror && self.store.with_value(|store| !store.next_batch().is_empty()) {
            self.spawn_mirroring();
        }
    }

    fn spawn_mirroring(self) {
        if self.is_mirroring.get_value() {
            return;
        }
        self.is_mirroring.set_value(true);
        leptos::task::spawn_local(async move {
            if self.mirror().await.is_err() {
                // The next change tries again.
                self.store.update_value(AssessmentStore::mirror_unavailable);
                self.finish_reading(0);
            }
            self.is_mirroring.set_value(false);
            self.publish_status();
        });
    }

    async fn mirror(self) -> Result<(), DatabaseError> {
        if !self.store.with_value(AssessmentStore::is_mirror_merged) {
            // Opening a database creates it, and nothing is stored for a new visitor before the first answer.
            let entries = if indexed_db::is_there().await { indexed_db::all().await? } else { Vec::new() };
            let restored = self.store.try_update_value(|store| store.merge_mirror(entries)).unwrap_or_default();
            self.finish_reading(restored);
        }
        loop {
            let batch = self.store.with_value(AssessmentStore::next_batch);
            if batch.is_empty() {
                return Ok(());
            }
            let ids: Vec<String> = batch.ids().map(str::to_owned).collect();
            let names: Vec<String> = ids.iter().flat_map(|id| keys(id)).collect();
            indexed_db::update(&names, move |found| self.merged(&ids, found)).await?;
            self.store.update_value(|store| store.mark_mirrored(&batch));
            self.publish_status();
        }
    }

    /// The texts that replace those found in the mirror: for each id the assessment and its tombstone.
    fn merged(self, ids: &[String], found: Vec<Option<String>>) -> Vec<Option<String>> {
        let mut found = found.into_iter();
        let mut texts = Vec::new();
        for id in ids {
            let entry = MirrorEntry { text: found.next().flatten(), tombstone: found.next().flatten() };
            let merged = self.store.try_update_value(|store| store.merged_for_mirror(id, entry));
            let MirrorEntry { text, tombstone } = merged.unwrap_or_default();
            texts.extend([text, tombstone]);
        }
        texts
    }

    fn finish_reading(self, restored: usize) {
        let was_reading = self.is_reading.get_untracked();
        if restored > 0 {
            self.set_notice(Some(StorageNotice::Restored(restored)));
        }
        if was_reading {
            self.set_is_reading.set(false);
        }
        if was_reading || restored > 0 {
            self.written.notify();
            self.notify_external_change.notify();
        }
    }
}
