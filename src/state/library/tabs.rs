//! What other tabs do to the store, and what this one makes good of it.

use super::life::Life;
use super::{COPY, Found, LIFE, Library, PROBE, id_of, key_of};
use crate::state::store::Store;
use mlops_core::assessment::file;

impl<S: Store> Library<S> {
    /// Whether a change under a key (all keys when none) says anything: second copies and the like do not.
    #[must_use]
    pub fn concerns(key: Option<&str>) -> bool {
        key.is_none_or(|key| key != PROBE && !key.starts_with(COPY))
    }

    /// Whether this tab holds a copy that it would store again.
    #[must_use]
    pub fn holds(&self, id: &str) -> bool {
        self.copies.contains_key(id)
    }

    /// Hears that another tab changed what is stored under a key (all keys when none), and to which text. What this tab
    /// holds and the other did not know of is stored again, merged. Returns whether what this tab holds had been taken
    /// away by somebody who is not this page, and was stored again.
    pub fn stored_elsewhere(&mut self, key: Option<&str>, text: Option<&str>) -> bool {
        let Some(key) = key else {
            let ids: Vec<String> = self.copies.keys().cloned().collect();
            return ids.iter().filter(|id| self.mend_race(id, None)).count() > 0;
        };
        match (id_of(key), key.strip_prefix(LIFE)) {
            (Some(id), _) => self.mend_race(id, text),
            (None, Some(id)) => {
                let theirs = text.and_then(Life::parse).unwrap_or_default();
                let life = self.life(id).max(theirs);
                if life != self.stored_life(id) {
                    self.write_life(id, &life).ok();
                    self.mirror.owe(id);
                } else if life != Life::default() {
                    self.lives.insert(id.to_owned(), life);
                }
                self.mend_race(id, None);
                false
            }
            (None, None) => false,
        }
    }

    fn mend_race(&mut self, id: &str, text: Option<&str>) -> bool {
        let Some(own) = self.copies.get(id) else { return false };
        let theirs = text.and_then(|text| file::read_stored(text).ok());
        let mut newest = own.clone();
        if let Some(theirs) = theirs.filter(|theirs| theirs.id == id) {
            newest = newest.merged_with(&theirs);
        }
        let raw = self.store.read(&key_of(id)).ok().flatten();
        let is_gone = raw.is_none();
        let stored = match raw.map(|raw| self.look(id, raw)) {
            Some(Found::Good(stored)) => Some(stored),
            // A newer page has it now: this one has nothing to say to it.
            Some(Found::Newer(..)) => return false,
            Some(Found::Damaged(_)) | None => None,
        };
        if let Some(stored) = &stored {
            newest = stored.with_later_of(&newest);
        }
        if self.life(id).ends(&newest.latest()) {
            self.copies.remove(id);
            self.held.remove(id);
            if !is_gone {
                self.take_away(id).ok();
            }
            return false;
        }
        if stored.as_deref() == Some(&newest) {
            self.copies.insert(id.to_owned(), newest);
            return false;
        }
        self.put(newest);
        is_gone && self.held.get(id).is_none()
    }
}
