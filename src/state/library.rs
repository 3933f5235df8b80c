//! The saved_list of assessments: browser storage where there is some, the visit's memory where there is not.
//!
//! # Every change starts from what is stored
//!
//! Another tab may have answered since this one last looked. So a change reads the stored text, applies itself to that,
//! and writes: nothing another tab stored is lost. Only where an earlier write failed does this tab know more than the
//! storage does. Then this tab's state counts; if another tab stored something since, the two are merged answer by
//! answer.
//!
//! A tab may also see another's write a moment late, and then write without it. So each tab remembers its own changes for a
//! few seconds, and makes them again where they went missing ([`Library::mend_race`]).
//!
//! # A broken text is set aside, not thrown away
//!
//! What can be read of it stays in place; the raw text moves to a key of its own, to be downloaded. A text of a newer
//! version of the page is not broken: it is left untouched.

use crate::browser::storage::{self, StorageError};
use mlops_core::assessment::Assessment;
use mlops_core::assessment::change::Change;
use mlops_core::assessment::file::{self, FileError};
use mlops_core::by_id::ById;
use mlops_core::fault::Fault;

const ASSESSMENT: &str = "mlops-maturity:assessment:";
/// How long another tab may be behind, in seconds: usually it is thousandths of one.
const RACE_SECONDS: i64 = 10;
const SET_ASIDE: &str = "mlops-maturity:set-aside:";

/// What stands on the saved_list under one id.
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

/// A stored text that could not be read as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Its key in storage.
    pub key: String,
    /// The text as it was found.
    pub raw: String,
}

/// What could not be stored: the newest state, held for this visit.
#[derive(Clone, Debug)]
struct Unsaved {
    assessment: Assessment,
    /// What was stored when the write failed. As long as it still is, nothing was stored since.
    over: Option<String>,
}

/// All assessments of this browser.
#[derive(Debug, Default)]
pub struct Library {
    /// What could not be stored, by id.
    unsaved: ById<Unsaved>,
    /// Why the last write failed; none when it went well.
    trouble: Option<StorageError>,
    /// This tab's own changes of the last seconds, oldest first, each with its moment.
    recent: Vec<(i64, Change)>,
    /// The text that was read or written last with what it says: the same text need not be read again.
    seen: Option<(String, Assessment)>,
}

impl Library {
    /// Looks whether this browser stores anything for us.
    #[must_use]
    pub fn open() -> Self {
        Self { trouble: storage::available().err(), ..Self::default() }
    }

    /// Why the last attempt to store failed; none when all is stored.
    #[must_use]
    pub const fn trouble(&self) -> Option<&StorageError> {
        self.trouble.as_ref()
    }

    /// Whether something would be lost if the page were closed.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// Everything on the saved_list with its id, what was changed last first. Broken texts are mended on the way.
    pub fn all(&mut self, now_seconds: i64) -> Vec<(String, StoredEntry)> {
        let keys = storage::keys(ASSESSMENT).unwrap_or_default();
        let mut ids: Vec<String> = keys.iter().filter_map(|key| id_of(key)).map(str::to_owned).collect();
        for id in self.unsaved.keys() {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        let mut all = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some(held) = self.get(&id, now_seconds) {
                all.push((id, held));
            }
        }
        all.sort_unstable_by_key(|(_, held)| match held {
            StoredEntry::Readable(assessment) => std::cmp::Reverse(assessment.updated.unix_seconds()),
            _ => std::cmp::Reverse(0),
        });
        all
    }

    /// What stands under an id; none when nothing does.
    pub fn get(&mut self, id: &str, now_seconds: i64) -> Option<StoredEntry> {
        let raw = storage::read(&key_of(id)).ok().flatten();
        let own = self.unsaved.get(id);
        if let Some(own) = own.filter(|own| raw.is_none() || own.over == raw) {
            return Some(StoredEntry::Readable(Box::new(own.assessment.clone())));
        }
        let own = own.map(|own| own.assessment.clone());
        match (self.stored(id, raw?, now_seconds), own) {
            (Some(StoredEntry::Readable(stored)), Some(own)) => {
                Some(StoredEntry::Readable(Box::new(own.merged_with(&stored))))
            }
            (None, Some(own)) => Some(StoredEntry::Readable(Box::new(own))),
            (stored, _) => stored,
        }
    }

    fn stored(&mut self, id: &str, raw: String, now_seconds: i64) -> Option<StoredEntry> {
        if let Some(seen) = self.seen_as(&raw).filter(|seen| seen.id == id) {
            return Some(StoredEntry::Readable(Box::new(seen.clone())));
        }
        match file::read(&raw) {
            Ok(assessment) => {
                let assessment = Assessment { id: id.to_owned(), ..assessment };
                self.seen = Some((raw, assessment.clone()));
                Some(StoredEntry::Readable(Box::new(assessment)))
            }
            Err(FileError::NewerVersion(version)) => Some(StoredEntry::Newer { version, raw }),
            Err(_) => self.mend(id, raw, now_seconds),
        }
    }

    fn seen_as(&self, raw: &str) -> Option<&Assessment> {
        self.seen.as_ref().filter(|(text, _)| text == raw).map(|(_, assessment)| assessment)
    }

    /// Sets a broken text aside and keeps what can be read of it.
    fn mend(&mut self, id: &str, raw: String, now_seconds: i64) -> Option<StoredEntry> {
        let aside = SetAside { key: format!("{SET_ASIDE}{id}:{now_seconds}"), raw };
        let recovered = file::recover(&aside.raw).assessment;
        if storage::write(&aside.key, &aside.raw).is_err() {
            // No room for a second copy: the first stays where it is, and nothing is overwritten.
            return Some(match recovered {
                Some(assessment) => StoredEntry::Readable(Box::new(Assessment { id: id.to_owned(), ..assessment })),
                None => StoredEntry::Unreadable { raw: aside.raw },
            });
        }
        let Some(assessment) = recovered else {
            storage::remove(&key_of(id)).ok();
            return None;
        };
        let assessment = Assessment { id: id.to_owned(), ..assessment };
        self.put(&assessment).ok();
        Some(StoredEntry::Readable(Box::new(assessment)))
    }

    /// The texts that were set aside.
    #[must_use]
    pub fn set_aside(&self) -> Vec<SetAside> {
        let keys = storage::keys(SET_ASIDE).unwrap_or_default();
        let stored = |key: String| storage::read(&key).ok().flatten().map(|raw| SetAside { key, raw });
        keys.into_iter().filter_map(stored).collect()
    }

    /// Throws a set-aside text away, at the person's word.
    pub fn discard(&self, key: &str) {
        storage::remove(key).ok();
    }

    /// Changes an assessment, starting from the newest that is known of it, and stores it.
    ///
    /// `shown` is what this tab shows: it is used when the storage has nothing (it was deleted elsewhere, or cannot be
    /// reached). Returns what is now the newest.
    pub fn change(
        &mut self,
        shown: &Assessment,
        now_seconds: i64,
        change: impl FnOnce(&mut Assessment),
    ) -> Assessment {
        let before = match self.get(&shown.id, now_seconds) {
            Some(StoredEntry::Readable(newest)) => *newest,
            _ => shown.clone(),
        };
        let mut after = before.clone();
        change(&mut after);
        self.put(&after).ok();
        self.recent.retain(|&(moment, _)| now_seconds - moment <= RACE_SECONDS);
        self.recent.push((now_seconds, Change { before, after: after.clone() }));
        after
    }

    /// Makes this tab's own last changes again where another tab wrote without having seen them.
    pub fn mend_race(&mut self, id: &str, now_seconds: i64) {
        self.recent.retain(|&(moment, _)| now_seconds - moment <= RACE_SECONDS);
        let is_own = |change: &Change| change.after.id == id;
        if !self.recent.iter().any(|(_, change)| is_own(change)) {
            return;
        }
        let Some(StoredEntry::Readable(stored)) = self.get(id, now_seconds) else { return };
        let mut mended = (*stored).clone();
        for (_, change) in self.recent.iter().filter(|(_, change)| is_own(change)) {
            change.redo(&mut mended);
        }
        if mended != *stored {
            self.put(&mended).ok();
        }
    }

    /// Stores an assessment; what cannot be stored is held for the visit.
    ///
    /// # Errors
    ///
    /// Why it could not be stored.
    pub fn put(&mut self, assessment: &Assessment) -> Result<(), StorageError> {
        let text = file::write(assessment);
        let written = self.write_unless_newer(&assessment.id, &text);
        match written {
            Ok(()) => {
                self.unsaved.remove(&assessment.id);
                self.trouble = None;
                self.seen = Some((text, assessment.clone()));
                Ok(())
            }
            Err(error) => {
                self.hold(assessment, error.clone());
                Err(error)
            }
        }
    }

    fn hold(&mut self, assessment: &Assessment, why: StorageError) {
        let over = storage::read(&key_of(&assessment.id)).ok().flatten();
        self.unsaved.insert(assessment.id.clone(), Unsaved { assessment: assessment.clone(), over });
        self.trouble = Some(why);
    }

    fn write_unless_newer(&self, id: &str, text: &str) -> Result<(), StorageError> {
        let key = key_of(id);
        let stored = storage::read(&key)?.filter(|raw| self.seen_as(raw).is_none());
        if let Some(Err(FileError::NewerVersion(version))) = stored.as_deref().map(file::read) {
            return Err(StorageError::Failed(format!(
                "a newer version of this page (file version {version}) holds it"
            )));
        }
        storage::write(&key, text)
    }

    /// Takes an assessment off the saved_list. Returns its text, so that it can be put back.
    pub fn remove(&mut self, id: &str) -> Option<String> {
        let key = key_of(id);
        let stored = storage::read(&key).ok().flatten();
        let unsaved = self.unsaved.remove(id).map(|own| file::write(&own.assessment));
        if stored.is_some() {
            storage::remove(&key).ok();
        }
        unsaved.or(stored)
    }

    /// Puts back what [`Library::remove`] returned, to the letter.
    pub fn restore(&mut self, id: &str, text: &str) {
        if let Err(error) = storage::write(&key_of(id), text) {
            match file::read(text) {
                Ok(assessment) => self.hold(&Assessment { id: id.to_owned(), ..assessment }, error),
                Err(_) => self.trouble = Some(error),
            }
        }
    }
}

/// The id that a storage key belongs to; none when the key is not one of ours.
#[must_use]
pub fn id_of(key: &str) -> Option<&str> {
    key.strip_prefix(ASSESSMENT)
}

fn key_of(id: &str) -> String {
    format!("{ASSESSMENT}{id}")
}

/// What an assessment file that a person brought turned out to be.
#[derive(Clone, Debug)]
pub enum ImportOutcome {
    /// Readable, and new here.
    New(Box<Assessment>),
    /// Readable, and there is one with the same id here.
    Known {
        /// What the file holds.
        file: Box<Assessment>,
        /// What this browser holds.
        own: Box<Assessment>,
    },
    /// Readable in part.
    Damaged {
        /// What could be read.
        readable: Option<Box<Assessment>>,
        /// What could not.
        faults: Vec<Fault>,
    },
    /// Not a file this page reads.
    Refused(FileError),
}

impl Library {
    /// Looks at a file without changing anything.
    pub fn look_at(&mut self, text: &str, now_seconds: i64) -> ImportOutcome {
        match file::read(text) {
            Ok(file) => match self.get(&file.id, now_seconds) {
                Some(StoredEntry::Readable(own)) => ImportOutcome::Known { file: Box::new(file), own },
                _ => ImportOutcome::New(Box::new(file)),
            },
            Err(FileError::Faults(faults)) => {
                ImportOutcome::Damaged { readable: file::recover(text).assessment.map(Box::new), faults }
            }
            Err(error) => ImportOutcome::Refused(error),
        }
    }
}
