//! Damaged texts: what replaces them, and where they are set aside.

use super::{AssessmentStore, Parsed, SECOND_COPY, SET_ASIDE, SaveError, StoredEntry, TextStorage, key_of};
use crate::browser::storage::StorageError;
use mlops_core::assessment::Assessment;
use mlops_core::assessment::file;
use mlops_core::assessment::seal::checksum;

/// The source of the replacement of a damaged text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovery {
    /// An intact copy, with this number of answers.
    Copy(usize),
    /// The readable part of the damaged text, with this number of answers.
    Part(usize),
    /// None: nothing could be read.
    Nothing,
}

/// A damaged text that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The key in the storage.
    pub key: String,
    /// The damaged text, unchanged.
    pub raw: String,
}

impl SetAside {
    #[must_use]
    pub fn recovery(&self) -> Recovery {
        let mut fields = self.key.rsplit(':');
        let count = fields.next().and_then(|count| count.parse().ok()).unwrap_or_default();
        match fields.next() {
            Some("copy") => Recovery::Copy(count),
            Some("part") => Recovery::Part(count),
            _ => Recovery::Nothing,
        }
    }

    /// The id of the assessment.
    #[must_use]
    pub fn id(&self) -> &str {
        let of = self.key.strip_prefix(SET_ASIDE).unwrap_or_default();
        // After the id come the checksum, the kind of recovery, and the number of answers.
        of.rsplitn(4, ':').last().unwrap_or_default()
    }
}

fn answers(assessment: &Assessment) -> usize {
    assessment.responses.iter().filter(|(_, response)| response.value.is_some()).count()
}

impl<S: TextStorage> AssessmentStore<S> {
    /// The merged intact copies of an assessment: the second copy in the storage, the copy of this tab, and `other`.
    fn intact_copies(&self, id: &str, other: Option<&Assessment>) -> Option<Assessment> {
        let second = self.storage.read(&format!("{SECOND_COPY}{id}")).ok().flatten();
        let second = second.and_then(|text| file::read_stored(&text).ok()).filter(|found| found.id == id);
        let copies = [second.as_ref(), self.copies.get(id), other];
        copies.into_iter().flatten().cloned().reduce(|merged, copy| merged.merged_with(&copy))
    }

    /// The replacement of a damaged text: the intact copies with what is newer in the damaged text, or its readable
    /// part. It is written at once, unless the mirror is still unread and may have a newer copy.
    pub(super) fn recover(&mut self, id: &str, raw: &str, other: Option<&Assessment>) -> Option<Assessment> {
        let readable = file::recover(raw).assessment.map(|found| Assessment { id: id.to_owned(), ..found });
        let newest = match (self.intact_copies(id, other), readable) {
            (Some(intact), Some(readable)) => intact.with_newest_of(&readable),
            (Some(intact), None) => intact,
            (None, readable) => readable?,
        };
        // If writing fails, the replacement is shown anyway. The damaged text stays, and the next change reports why
        // it is not saved.
        if !self.mirror.is_unread() && self.write(&newest).is_ok() {
            self.mirror.mark_dirty(id);
            self.has_written = true;
        }
        Some(newest)
    }

    /// Sets aside a text of which nothing can be read and no copy exists. Returns the entry to list if that is not
    /// possible.
    pub(super) fn set_aside_unreadable(&mut self, id: &str, raw: String) -> Option<StoredEntry> {
        if self.mirror.is_unread() || self.write_aside(id, &raw, Recovery::Nothing).is_err() {
            return Some(StoredEntry::Unreadable { raw });
        }
        self.storage.remove(&key_of(id)).ok();
        None
    }

    /// Sets a damaged text aside before `newest` replaces it.
    pub(super) fn set_aside(&self, id: &str, raw: &str, newest: &Assessment) -> Result<(), SaveError> {
        let count = answers(newest);
        let is_intact = self.intact_copies(id, None).is_some();
        let recovery = if is_intact { Recovery::Copy(count) } else { Recovery::Part(count) };
        self.write_aside(id, raw, recovery).map_err(|_| SaveError::Damaged)
    }

    fn write_aside(&self, id: &str, raw: &str, recovery: Recovery) -> Result<(), StorageError> {
        let recovery = match recovery {
            Recovery::Copy(count) => format!("copy:{count}"),
            Recovery::Part(count) => format!("part:{count}"),
            Recovery::Nothing => "none:0".to_owned(),
        };
        self.storage.write(&format!("{SET_ASIDE}{id}:{}:{recovery}", checksum(raw)), raw)
    }

    #[must_use]
    pub fn all_set_aside(&self) -> Vec<SetAside> {
        let keys = self.storage.keys(SET_ASIDE).unwrap_or_default();
        let stored = |key: String| self.storage.read(&key).ok().flatten().map(|raw| SetAside { key, raw });
        keys.into_iter().filter_map(stored).collect()
    }

    /// Removes a damaged text that was set aside.
    pub fn discard(&self, key: &str) {
        self.storage.remove(key).ok();
    }

    pub(super) fn is_damaged(&mut self, id: &str, raw: &str) -> bool {
        matches!(self.parse(id, raw.to_owned()), Parsed::Damaged(_))
    }
}
