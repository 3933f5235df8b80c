//! Saves that are not what was written: what is put in their place, and what is said of it.

use super::{COPY, Found, Library, SET_ASIDE, StoredEntry, Trouble, key_of};
use crate::browser::storage::StorageError;
use crate::state::store::Store;
use mlops_core::assessment::Assessment;
use mlops_core::assessment::file;
use mlops_core::assessment::seal::checksum;

/// Where the assessment came from that now stands in place of a damaged save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovery {
    /// From a whole copy; with the number of answers.
    Copy(usize),
    /// From what could be read of the damaged text; with the number of answers.
    Part(usize),
    /// From nowhere: nothing could be read.
    Nothing,
}

/// A stored text that could not be read as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Its key in storage.
    pub key: String,
    /// The text as it was found.
    pub raw: String,
}

impl SetAside {
    /// What was put in its place.
    #[must_use]
    pub fn recovery(&self) -> Recovery {
        let mut words = self.key.rsplit(':');
        let count = words.next().and_then(|count| count.parse().ok()).unwrap_or_default();
        match words.next() {
            Some("copy") => Recovery::Copy(count),
            Some("part") => Recovery::Part(count),
            _ => Recovery::Nothing,
        }
    }

    /// The id of the assessment.
    #[must_use]
    pub fn id(&self) -> &str {
        let of = self.key.strip_prefix(SET_ASIDE).unwrap_or_default();
        // What follows the id: the checksum, how it was recovered, how many answers.
        of.rsplitn(4, ':').last().unwrap_or_default()
    }
}

fn answers(assessment: &Assessment) -> usize {
    assessment.responses.iter().filter(|(_, response)| response.value.is_some()).count()
}

impl<S: Store> Library<S> {
    /// The whole copies that there are of a save: the one beside it, this tab's own, and any other.
    fn whole(&self, id: &str, other: Option<&Assessment>) -> Option<Assessment> {
        let beside = self.store.read(&format!("{COPY}{id}")).ok().flatten();
        let beside = beside.and_then(|text| file::read_stored(&text).ok()).filter(|found| found.id == id);
        let copies = [beside.as_ref(), self.copies.get(id), other];
        copies.into_iter().flatten().fold(None, |whole: Option<Assessment>, copy| {
            Some(whole.map_or_else(|| copy.clone(), |whole| whole.merged_with(copy)))
        })
    }

    /// What stands in place of a damaged save: whole copies with what is later in the damaged text, or what can be read of
    /// that. It is written down at once, unless a mirror may still know more.
    pub(super) fn recovered(&mut self, id: &str, raw: &str, other: Option<&Assessment>) -> Option<Assessment> {
        let readable = file::recover(raw).assessment.map(|found| Assessment { id: id.to_owned(), ..found });
        let newest = match (self.whole(id, other), readable) {
            (Some(whole), Some(readable)) => whole.with_newest_of(&readable),
            (Some(whole), None) => whole,
            (None, readable) => readable?,
        };
        if !self.mirror.is_expected() {
            match self.write(&newest) {
                Ok(_) => {
                    self.mirror.owe(id);
                    self.has_written = true;
                }
                // It is shown all the same; the damaged text stays, and the next change says why it is not saved.
                Err(_) => return Some(newest),
            }
        }
        Some(newest)
    }

    /// Sets a text aside of which nothing can be read, and for which there is no copy.
    pub(super) fn clear_away(&mut self, id: &str, raw: String) -> Option<StoredEntry> {
        if self.mirror.is_expected() || self.write_aside(id, &raw, Recovery::Nothing).is_err() {
            return Some(StoredEntry::Unreadable { raw });
        }
        self.store.remove(&key_of(id)).ok();
        None
    }

    /// Sets a damaged text aside before `newest` is written in its place.
    pub(super) fn set_aside(&self, id: &str, raw: &str, newest: &Assessment) -> Result<(), Trouble> {
        let count = answers(newest);
        let how = if self.whole(id, None).is_some() { Recovery::Copy(count) } else { Recovery::Part(count) };
        self.write_aside(id, raw, how).map_err(|_| Trouble::Damaged)
    }

    fn write_aside(&self, id: &str, raw: &str, how: Recovery) -> Result<(), StorageError> {
        let how = match how {
            Recovery::Copy(count) => format!("copy:{count}"),
            Recovery::Part(count) => format!("part:{count}"),
            Recovery::Nothing => "none:0".to_owned(),
        };
        self.store.write(&format!("{SET_ASIDE}{id}:{}:{how}", checksum(raw)), raw)
    }

    /// The texts that were set aside.
    #[must_use]
    pub fn all_set_aside(&self) -> Vec<SetAside> {
        let keys = self.store.keys(SET_ASIDE).unwrap_or_default();
        let stored = |key: String| self.store.read(&key).ok().flatten().map(|raw| SetAside { key, raw });
        keys.into_iter().filter_map(stored).collect()
    }

    /// Throws a set-aside text away, at the person's word.
    pub fn discard(&self, key: &str) {
        self.store.remove(key).ok();
    }

    /// Whether the text under an id is damaged as it stands.
    pub(super) fn is_damaged(&mut self, id: &str, raw: &str) -> bool {
        matches!(self.look(id, raw.to_owned()), Found::Damaged(_))
    }
}
