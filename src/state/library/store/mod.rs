//! All assessments of this browser over a storage of texts: reading, writing, merging and recovery, without signals.
//!
//! # Every change starts from the newest copy
//!
//! Another tab may have stored answers since this tab last read them. So a change reads the stored text, merges it
//! with this tab's copy, changes the result, and writes it. A tab may also see another tab's write a moment late and
//! write without it. A tab that notices a write without its own changes therefore writes the two merged
//! ([`AssessmentStore::storage_changed`]). Merging only adds later changes, so this ends with the same text
//! everywhere.
//!
//! # A failed write stays in memory
//!
//! It is tried again after every successful write and by [`AssessmentStore::retry`]. Until then
//! [`AssessmentStore::status`] reports it as unsaved.
//!
//! # An older text is removed only after the newer one was read back
//!
//! Each assessment is stored twice, and the second copy is written after the first has been read back. A damaged text
//! is replaced by what the second copy, the mirror and the readable part of the text contain, merged. The damaged
//! text itself is set aside. A text of a newer version of the page is not damaged and is never changed.

mod damage;
mod import;
mod list;
pub mod mirror;
mod status;
mod tabs;
mod text_storage;
mod tombstone;

use mlops_core::assessment::Assessment;
use mlops_core::assessment::file::{self, FileError};
use mlops_core::assessment::stamp::Stamp;
use mlops_core::by_id::ById;

pub use self::damage::{Recovery, SetAside};
pub use self::import::ImportOutcome;
pub use self::list::AssessmentList;
use self::mirror::Mirror;
pub use self::status::{SaveError, SaveStatus};
pub use self::text_storage::{BrowserStorage, TextStorage};
use self::tombstone::Tombstone;
use crate::browser::PROBE;
use crate::browser::storage::StorageError;

const ASSESSMENT: &str = "mlops-maturity:assessment:";
/// The second copy of an assessment.
const SECOND_COPY: &str = "mlops-maturity:copy:";
/// The key of a tombstone. It keeps its old name: browsers already store it.
const TOMBSTONE: &str = "mlops-maturity:life:";
const SET_ASIDE: &str = "mlops-maturity:set-aside:";

/// What is stored under one id.
#[derive(Clone, Debug, PartialEq)]
pub enum StoredEntry {
    Readable(Box<Assessment>),
    /// Written by a newer version of the page. It is listed and never changed.
    Newer {
        version: u64,
        raw: String,
    },
    /// Nothing in the text can be read, and there is no room to set it aside.
    Unreadable {
        raw: String,
    },
}

/// A stored text after parsing.
enum Parsed {
    Valid(Box<Assessment>),
    Newer(u64, String),
    Damaged(String),
}

#[derive(Debug)]
pub struct AssessmentStore<S> {
    storage: S,
    /// The random id of this tab, a part of the stamp of every change made here.
    tab: String,
    /// This tab's copies of every assessment that it opened or changed.
    copies: ById<Assessment>,
    /// The copies that are not stored, each with the reason.
    unsaved: ById<SaveError>,
    /// The latest tombstones that this tab has seen, in case the storage loses them.
    tombstones: ById<Tombstone>,
    /// Why the storage cannot be used at all, or why the last deletion failed.
    error: Option<SaveError>,
    has_written: bool,
    mirror: Mirror,
    /// The last text that was read or written, with its assessment, to avoid parsing the same text twice.
    last_parsed: Option<(String, Assessment)>,
}

impl<S: TextStorage> AssessmentStore<S> {
    #[must_use]
    pub fn new(storage: S, tab: String) -> Self {
        let probed = storage.write(PROBE, "1").and_then(|()| storage.remove(PROBE));
        Self {
            storage,
            tab,
            copies: ById::new(),
            unsaved: ById::new(),
            tombstones: ById::new(),
            // A full storage may still have room for the next, smaller text.
            error: probed.err().filter(|error| *error != StorageError::Full).map(SaveError::from),
            has_written: false,
            mirror: Mirror::default(),
            last_parsed: None,
        }
    }

    #[must_use]
    pub fn status(&self) -> SaveStatus {
        let unsaved = self.unsaved.iter().map(|(_, error)| error).next();
        match unsaved.or(self.error.as_ref()) {
            Some(error) => SaveStatus::Unsaved(error.clone()),
            None if !self.has_written => SaveStatus::Unchanged,
            None => self.mirror.status(),
        }
    }

    /// Whether closing the page now would lose a change.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// The newest copy of an assessment; `None` if there is none, or it was deleted.
    pub fn get(&mut self, id: &str) -> Option<StoredEntry> {
        let raw = self.storage.read(&key_of(id)).ok().flatten();
        let parsed = raw.map(|raw| self.parse(id, raw));
        let own = self.copies.get(id);
        let newest = match (parsed, own) {
            (Some(Parsed::Newer(version, raw)), _) => return Some(StoredEntry::Newer { version, raw }),
            (Some(Parsed::Valid(stored)), Some(own)) => stored.with_later_of(own),
            (Some(Parsed::Valid(stored)), None) => *stored,
            (None, own) => own?.clone(),
            (Some(Parsed::Damaged(raw)), _) => match self.recover(id, &raw, None) {
                Some(newest) => newest,
                // Without a replacement the text stays, unless it can be set aside.
                None => return self.set_aside_unreadable(id, raw),
            },
        };
        if self.tombstone(id).deletes(&newest.latest()) {
            None
        } else {
            Some(StoredEntry::Readable(Box::new(newest)))
        }
    }

    /// The newest copy of an assessment, which becomes this tab's copy.
    pub fn open(&mut self, id: &str) -> Option<Assessment> {
        let Some(StoredEntry::Readable(newest)) = self.get(id) else { return None };
        self.copies.insert(id.to_owned(), (*newest).clone());
        Some(*newest)
    }

    fn parse(&mut self, id: &str, raw: String) -> Parsed {
        if let Some((_, known)) = self.last_parsed.as_ref().filter(|(text, known)| *text == raw && known.id == id) {
            return Parsed::Valid(Box::new(known.clone()));
        }
        match file::read_stored(&raw) {
            Ok(assessment) => {
                let assessment = Assessment { id: id.to_owned(), ..assessment };
                self.last_parsed = Some((raw, assessment.clone()));
                Parsed::Valid(Box::new(assessment))
            }
            Err(FileError::NewerVersion(version)) => Parsed::Newer(version, raw),
            Err(_) => Parsed::Damaged(raw),
        }
    }

    /// The later of the stored tombstone and the one that this tab has seen.
    fn tombstone(&self, id: &str) -> Tombstone {
        let stored = self.stored_tombstone(id);
        self.tombstones.get(id).map_or_else(|| stored.clone(), |known| stored.clone().max(known.clone()))
    }

    fn stored_tombstone(&self, id: &str) -> Tombstone {
        let text = self.storage.read(&format!("{TOMBSTONE}{id}")).ok().flatten();
        text.and_then(|text| Tombstone::parse(&text)).unwrap_or_default()
    }

    /// Whether an assessment was deleted after its last change.
    #[must_use]
    pub fn is_deleted(&self, assessment: &Assessment) -> bool {
        self.tombstone(&assessment.id).deletes(&assessment.latest())
    }

    /// The stamp of a change now. It is later than every stamp of the assessment, even if the clock is wrong.
    fn stamp(&self, assessment: &Assessment, now: u64) -> Stamp {
        let last = assessment.latest().max(self.tombstone(&assessment.id).stamp);
        Stamp::after(now, &last, &self.tab)
    }

    /// Changes an assessment, starting from its newest copy, and stores it. `now` is in milliseconds since 1970.
    ///
    /// `shown` is what this tab shows. It is used if the storage has no copy, because the assessment was deleted
    /// elsewhere or the storage is blocked. Returns the newest copy. A change without any effect writes nothing.
    pub fn change(&mut self, shown: &Assessment, now: u64, change: impl FnOnce(&mut Assessment)) -> Assessment {
        let before = match self.get(&shown.id) {
            Some(StoredEntry::Readable(newest)) => newest.with_later_of(shown),
            _ => shown.clone(),
        };
        let mut after = before.clone();
        change(&mut after);
        let stamp = self.stamp(&before, now);
        if after.mark(&before, &stamp) { self.put(after) } else { before }
    }

    /// Stores an assessment, or keeps it in memory until it can be stored. Returns it as it will be read again.
    pub fn put(&mut self, assessment: Assessment) -> Assessment {
        self.has_written = true;
        let id = assessment.id.clone();
        let newest = self.write_or_keep(assessment);
        if self.unsaved.get(&id).is_none() {
            self.retry();
        }
        newest
    }

    /// Writes an assessment, or keeps it in memory. The mirror receives it in both cases.
    fn write_or_keep(&mut self, assessment: Assessment) -> Assessment {
        let id = assessment.id.clone();
        let newest = match self.write(&assessment) {
            Ok(stored) => {
                self.unsaved.remove(&id);
                self.error = None;
                stored
            }
            Err(error) => {
                self.unsaved.insert(id.clone(), error);
                assessment
            }
        };
        self.copies.insert(id.clone(), newest.clone());
        self.mirror.mark_dirty(&id);
        newest
    }

    /// Tries again to store unsaved changes.
    pub fn retry(&mut self) {
        let unsaved: Vec<String> = self.unsaved.keys().cloned().collect();
        for id in unsaved {
            if let Some(StoredEntry::Readable(newest)) = self.get(&id) {
                self.write_or_keep(*newest);
            }
        }
    }

    /// Writes an assessment twice. The second copy is replaced only after the first has been read back.
    fn write(&mut self, assessment: &Assessment) -> Result<Assessment, SaveError> {
        let id = &assessment.id;
        let key = key_of(id);
        let text = file::write_stored(assessment);
        // Never writes a text that could not be read again.
        let stored = file::read_stored(&text).map_err(|_| SaveError::NotReadBack)?;
        let old = self.storage.read(&key)?;
        match old.clone().map(|raw| self.parse(id, raw)) {
            Some(Parsed::Newer(version, _)) => return Err(SaveError::Newer(version)),
            Some(Parsed::Damaged(raw)) => self.set_aside(id, &raw, assessment)?,
            Some(Parsed::Valid(_)) | None => {}
        }
        let tombstone = self.tombstone(id);
        if tombstone.deletes(&stored.latest()) {
            // It was restored after its deletion, and not changed since.
            self.write_tombstone(
                id,
                &Tombstone { stamp: Stamp::after(0, &tombstone.stamp, &self.tab), is_deleted: false },
            )?;
        }
        if old.as_ref() != Some(&text) {
            self.write_making_room(&key, &text)?;
            if self.storage.read(&key)?.as_ref() != Some(&text) {
                if let Some(old) = &old {
                    self.storage.write(&key, old).ok();
                }
                return Err(SaveError::NotReadBack);
            }
        }
        let copy = format!("{SECOND_COPY}{id}");
        if self.storage.read(&copy)?.as_ref() != Some(&text) {
            // Without room, the older second copy stays: it is better than none.
            self.storage.write(&copy, &text).ok();
        }
        self.last_parsed = Some((text, stored.clone()));
        Ok(stored)
    }

    /// Writes a text. If the storage is full, second copies are removed to make room, those of other assessments
    /// first.
    fn write_making_room(&self, key: &str, text: &str) -> Result<(), StorageError> {
        match self.storage.write(key, text) {
            Err(StorageError::Full) => {}
            written => return written,
        }
        let own = format!("{SECOND_COPY}{}", key.strip_prefix(ASSESSMENT).unwrap_or_default());
        let (own, others): (Vec<_>, Vec<_>) =
            self.storage.keys(SECOND_COPY)?.into_iter().partition(|copy| *copy == own);
        for copies in [others, own] {
            for copy in copies {
                self.storage.remove(&copy)?;
            }
            match self.storage.write(key, text) {
                Err(StorageError::Full) => {}
                written => return written,
            }
        }
        Err(StorageError::Full)
    }

    fn write_tombstone(&mut self, id: &str, tombstone: &Tombstone) -> Result<(), StorageError> {
        self.tombstones.insert(id.to_owned(), tombstone.clone());
        self.storage.write(&format!("{TOMBSTONE}{id}"), &tombstone.text())
    }

    /// Deletes an assessment and returns it, so that [`AssessmentStore::merge`] can restore it. `None` if it could
    /// not be deleted; [`AssessmentStore::status`] then has the reason.
    pub fn delete(&mut self, id: &str, now: u64) -> Option<Assessment> {
        let Some(StoredEntry::Readable(found)) = self.get(id) else { return None };
        self.has_written = true;
        let tombstone = Tombstone { stamp: self.stamp(&found, now), is_deleted: true };
        let is_marked = self.write_tombstone(id, &tombstone).is_ok();
        // In a full storage, removing the text makes room for the tombstone.
        let removed = self
            .remove_texts(id)
            .and_then(|()| if is_marked { Ok(()) } else { self.write_tombstone(id, &tombstone) });
        match removed {
            // An assessment that was never stored is deleted by removing it from memory.
            Err(error) if self.unsaved.get(id).is_none() => {
                self.put(*found);
                self.error = Some(error.into());
                return None;
            }
            _ => self.error = None,
        }
        self.copies.remove(id);
        self.unsaved.remove(id);
        self.mirror.mark_dirty(id);
        self.retry();
        Some(*found)
    }

    fn remove_texts(&self, id: &str) -> Result<(), StorageError> {
        self.storage.remove(&key_of(id))?;
        self.storage.remove(&format!("{SECOND_COPY}{id}"))
    }

    /// Merges an assessment, from a file or one that was deleted, with the stored one and stores the result.
    pub fn merge(&mut self, other: Assessment) -> Assessment {
        let newest = match self.get(&other.id) {
            Some(StoredEntry::Readable(newest)) => newest.merged_with(&other),
            _ => other,
        };
        self.put(newest)
    }
}

/// The id that a storage key belongs to; `None` if it is not the key of an assessment.
fn id_of(key: &str) -> Option<&str> {
    key.strip_prefix(ASSESSMENT)
}

fn key_of(id: &str) -> String {
    format!("{ASSESSMENT}{id}")
}
