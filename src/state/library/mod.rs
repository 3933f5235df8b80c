//! All assessments of this browser, over the store it is given.
//!
//! # Every change starts from the newest
//!
//! Another tab may have answered since this one last looked. So a change reads what is stored, merges it with what this tab
//! holds, applies itself to that, and writes. A tab may also see another's write a moment late, and then write without it:
//! whoever hears of a write that lacks something it holds writes the two merged ([`Library::stored_elsewhere`]). A merge only ever adds
//! what is later, so this comes to an end, with the same everywhere.
//!
//! # What cannot be written is held
//!
//! It is tried again after every write that went well and whenever [`Library::retry`] is called; until then
//! [`Library::word`] says that it is not saved.
//!
//! # Nothing older is let go before what is newer was read back
//!
//! Each save stands twice, one copy written after the other was read back. Of a damaged one the other copy, the mirror, and
//! then whatever can be read are put together; the damaged text is set aside, never thrown away. A text of a newer version
//! of the page is not damaged: it is left untouched.

mod damage;
mod import;
mod life;
mod list;
pub mod mirror;
mod tabs;
mod word;

use mlops_core::assessment::Assessment;
use mlops_core::assessment::file::{self, FileError};
use mlops_core::assessment::stamp::Stamp;
use mlops_core::by_id::ById;

pub use self::damage::{Recovery, SetAside};
pub use self::import::ImportOutcome;
use self::life::Life;
pub use self::list::Listed;
use self::mirror::Mirror;
pub use self::mirror::Unmirrored;
pub use self::word::{Saving, Trouble};
use crate::browser::storage::StorageError;
use crate::state::store::Store;

const PROBE: &str = "mlops-maturity:probe";
const ASSESSMENT: &str = "mlops-maturity:assessment:";
/// The second copy of a save.
const COPY: &str = "mlops-maturity:copy:";
/// Whether one was deleted.
const LIFE: &str = "mlops-maturity:life:";
const SET_ASIDE: &str = "mlops-maturity:set-aside:";

/// What stands in the store under one id.
#[derive(Clone, Debug)]
pub enum StoredEntry {
    /// An assessment that can be read.
    Readable(Box<Assessment>),
    /// Made by a newer version of the page: shown, never touched.
    Newer {
        /// The version its file names.
        version: u64,
        /// The stored text.
        raw: String,
    },
    /// Nothing in it can be read, and it could not be set aside either.
    Unreadable {
        /// The stored text.
        raw: String,
    },
}

/// What a stored text turned out to be.
enum Found {
    Good(Box<Assessment>),
    Newer(u64, String),
    Damaged(String),
}

/// All assessments of this browser.
#[derive(Debug)]
pub struct Library<S> {
    store: S,
    /// The id of this tab: it is in the stamp of every change made here.
    tab: String,
    /// What this tab holds: everything that it opened or changed.
    copies: ById<Assessment>,
    /// Which of the copies are not stored, and why.
    held: ById<Trouble>,
    /// What this tab knows of whether one was deleted.
    lives: ById<Life>,
    /// Why the store cannot be used at all, or the last deletion failed.
    trouble: Option<Trouble>,
    has_written: bool,
    mirror: Mirror,
    /// The text that was read or written last with what it says: the same text need not be read again.
    seen: Option<(String, Assessment)>,
}

impl<S: Store> Library<S> {
    /// A library over a store, for a tab with this short id.
    #[must_use]
    pub fn open(store: S, tab: String) -> Self {
        let probed = store.write(PROBE, "1").and_then(|()| store.remove(PROBE));
        Self {
            store,
            tab,
            copies: ById::new(),
            held: ById::new(),
            lives: ById::new(),
            // A store that is full now may have room for the next, smaller, text.
            trouble: probed.err().filter(|error| *error != StorageError::Full).map(Trouble::from),
            has_written: false,
            mirror: Mirror::default(),
            seen: None,
        }
    }

    /// Whether all is kept: follows from what is held, and from nothing else.
    #[must_use]
    pub fn word(&self) -> Saving {
        let held = self.held.iter().map(|(_, trouble)| trouble).next();
        match held.or(self.trouble.as_ref()) {
            Some(trouble) => Saving::Unsaved(trouble.clone()),
            None if !self.has_written => Saving::Untouched,
            None => self.mirror.word(),
        }
    }

    /// Whether something would be lost if the page were closed.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        !self.held.is_empty()
    }

    /// The newest that is known under an id; none when nothing is, or it was deleted.
    pub fn get(&mut self, id: &str) -> Option<StoredEntry> {
        let raw = self.store.read(&key_of(id)).ok().flatten();
        let found = raw.map(|raw| self.look(id, raw));
        let own = self.copies.get(id);
        let newest = match (found, own) {
            (Some(Found::Newer(version, raw)), _) => return Some(StoredEntry::Newer { version, raw }),
            (Some(Found::Good(stored)), Some(own)) => stored.with_later_of(own),
            (Some(Found::Good(stored)), None) => *stored,
            (None, own) => own?.clone(),
            (Some(Found::Damaged(raw)), _) => match self.recovered(id, &raw, None) {
                Some(newest) => newest,
                // With nothing to show in its place the text stays where it is, unless it can be set aside.
                None => return self.clear_away(id, raw),
            },
        };
        if self.life(id).ends(&newest.latest()) { None } else { Some(StoredEntry::Readable(Box::new(newest))) }
    }

    /// The newest that is known under an id, which this tab holds from now on.
    pub fn hold(&mut self, id: &str) -> Option<Assessment> {
        let Some(StoredEntry::Readable(newest)) = self.get(id) else { return None };
        self.copies.insert(id.to_owned(), (*newest).clone());
        Some(*newest)
    }

    fn look(&mut self, id: &str, raw: String) -> Found {
        if let Some((_, seen)) = self.seen.as_ref().filter(|(text, seen)| *text == raw && seen.id == id) {
            return Found::Good(Box::new(seen.clone()));
        }
        match file::read_stored(&raw) {
            Ok(assessment) => {
                let assessment = Assessment { id: id.to_owned(), ..assessment };
                self.seen = Some((raw, assessment.clone()));
                Found::Good(Box::new(assessment))
            }
            Err(FileError::NewerVersion(version)) => Found::Newer(version, raw),
            Err(_) => Found::Damaged(raw),
        }
    }

    /// The last word on whether it is to be there, of all that this tab knows.
    fn life(&self, id: &str) -> Life {
        let stored = self.stored_life(id);
        self.lives.get(id).map_or_else(|| stored.clone(), |known| stored.clone().max(known.clone()))
    }

    fn stored_life(&self, id: &str) -> Life {
        let text = self.store.read(&format!("{LIFE}{id}")).ok().flatten();
        text.and_then(|text| Life::parse(&text)).unwrap_or_default()
    }

    /// The stamp of a change now, later than anything that is known of the assessment.
    fn stamp(&self, assessment: &Assessment, now: u64) -> Stamp {
        let last = assessment.latest().max(self.life(&assessment.id).stamp);
        Stamp::after(now, &last, &self.tab)
    }

    /// Changes an assessment, starting from the newest that is known of it, and stores it. Now is in milliseconds since
    /// 1970.
    ///
    /// `shown` is what this tab shows: it is used when the store has nothing (it was deleted elsewhere, or cannot be
    /// reached). Returns what is now the newest. What changes nothing stores nothing.
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

    /// Stores an assessment; what cannot be stored is held for the visit. Returns it as it reads once stored.
    pub fn put(&mut self, assessment: Assessment) -> Assessment {
        self.has_written = true;
        let id = assessment.id.clone();
        let newest = self.try_write(assessment);
        if self.held.get(&id).is_none() {
            self.retry();
        }
        newest
    }

    /// Writes an assessment, or holds it; and has it mirrored either way.
    fn try_write(&mut self, assessment: Assessment) -> Assessment {
        let id = assessment.id.clone();
        let newest = match self.write(&assessment) {
            Ok(stored) => {
                self.held.remove(&id);
                self.trouble = None;
                stored
            }
            Err(trouble) => {
                self.held.insert(id.clone(), trouble);
                assessment
            }
        };
        self.copies.insert(id.clone(), newest.clone());
        self.mirror.owe(&id);
        newest
    }

    /// Tries once more to store what is held.
    pub fn retry(&mut self) {
        let held: Vec<String> = self.held.keys().cloned().collect();
        for id in held {
            if let Some(StoredEntry::Readable(newest)) = self.get(&id) {
                self.try_write(*newest);
            }
        }
    }

    /// Writes an assessment in both places, and reads it back before the older copy is let go.
    fn write(&mut self, assessment: &Assessment) -> Result<Assessment, Trouble> {
        let id = &assessment.id;
        let key = key_of(id);
        let text = file::write_stored(assessment);
        // A text that could not be read again is never written.
        let stored = file::read_stored(&text).map_err(|_| Trouble::NotReadBack)?;
        let old = self.store.read(&key)?;
        match old.clone().map(|raw| self.look(id, raw)) {
            Some(Found::Newer(version, _)) => return Err(Trouble::Newer(version)),
            Some(Found::Damaged(raw)) => self.set_aside(id, &raw, assessment)?,
            Some(Found::Good(_)) | None => {}
        }
        let life = self.life(id);
        if life.ends(&stored.latest()) {
            // Put back after it was deleted, and not changed since.
            self.write_life(id, &Life { stamp: Stamp::after(0, &life.stamp, &self.tab), is_deleted: false })?;
        }
        if old.as_ref() != Some(&text) {
            self.write_making_room(&key, &text)?;
            if self.store.read(&key)?.as_ref() != Some(&text) {
                if let Some(old) = &old {
                    self.store.write(&key, old).ok();
                }
                return Err(Trouble::NotReadBack);
            }
        }
        let copy = format!("{COPY}{id}");
        if self.store.read(&copy)?.as_ref() != Some(&text) {
            // Without room for it the older copy stays: it is better than none.
            self.store.write(&copy, &text).ok();
        }
        self.seen = Some((text, stored.clone()));
        Ok(stored)
    }

    /// Writes a text; where there is no room for it second copies make way, those of other assessments first.
    fn write_making_room(&self, key: &str, text: &str) -> Result<(), StorageError> {
        match self.store.write(key, text) {
            Err(StorageError::Full) => {}
            written => return written,
        }
        let own = format!("{COPY}{}", key.strip_prefix(ASSESSMENT).unwrap_or_default());
        let (own, others): (Vec<_>, Vec<_>) = self.store.keys(COPY)?.into_iter().partition(|copy| *copy == own);
        for copies in [others, own] {
            for copy in copies {
                self.store.remove(&copy)?;
            }
            match self.store.write(key, text) {
                Err(StorageError::Full) => {}
                written => return written,
            }
        }
        Err(StorageError::Full)
    }

    fn write_life(&mut self, id: &str, life: &Life) -> Result<(), StorageError> {
        self.lives.insert(id.to_owned(), life.clone());
        self.store.write(&format!("{LIFE}{id}"), &life.text())
    }

    /// Deletes an assessment. Returns it, so that it can be put back by [`Library::put_back`]; none when it could not be
    /// deleted, which [`Library::word`] then says.
    pub fn delete(&mut self, id: &str, now: u64) -> Option<Assessment> {
        let Some(StoredEntry::Readable(found)) = self.get(id) else { return None };
        self.has_written = true;
        let life = Life { stamp: self.stamp(&found, now), is_deleted: true };
        // In a full store there is room for the word once the text is gone.
        let is_said = self.write_life(id, &life).is_ok();
        let is_gone = self.take_away(id).and_then(|()| if is_said { Ok(()) } else { self.write_life(id, &life) });
        match is_gone {
            // What was never stored is deleted by forgetting it.
            Err(error) if self.held.get(id).is_none() => {
                self.put(*found);
                self.trouble = Some(error.into());
                return None;
            }
            _ => self.trouble = None,
        }
        self.copies.remove(id);
        self.held.remove(id);
        self.mirror.owe(id);
        self.retry();
        Some(*found)
    }

    fn take_away(&self, id: &str) -> Result<(), StorageError> {
        self.store.remove(&key_of(id))?;
        self.store.remove(&format!("{COPY}{id}"))
    }

    /// Puts back what was deleted, merged with whatever was stored since.
    pub fn put_back(&mut self, deleted: Assessment) -> Assessment {
        let newest = match self.get(&deleted.id) {
            Some(StoredEntry::Readable(newest)) => newest.merged_with(&deleted),
            _ => deleted,
        };
        self.put(newest)
    }
}

/// The id that a storage key belongs to; none when the key is not one of an assessment.
#[must_use]
pub fn id_of(key: &str) -> Option<&str> {
    key.strip_prefix(ASSESSMENT)
}

fn key_of(id: &str) -> String {
    format!("{ASSESSMENT}{id}")
}
