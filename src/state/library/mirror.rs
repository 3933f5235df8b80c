//! The second storage, which keeps what the first may not have on disk yet when the browser dies.
//!
//! The library does not wait for it: it says what has to go there, and hears when it has arrived. What is there under a key
//! is the very text of the first storage, and the two are merged like any other copies.

use super::{ASSESSMENT, COPY, LIFE, Library, Saving, StoredEntry, id_of, key_of};
use crate::state::store::Store;
use mlops_core::assessment::file::{self, FileError};
use mlops_core::by_id::ById;

use super::life::Life;

/// How many assessments go to the mirror in one transaction: a page that is in use does not stand still for more.
const AT_ONCE: usize = 50;

/// What the library knows of its mirror.
#[derive(Debug, Default)]
pub(super) struct Mirror {
    state: State,
    /// What has not arrived there: by id the number of its last change.
    owed: ById<u32>,
    count: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Nobody has read it yet.
    #[default]
    Expected,
    /// What it held was merged in, and it takes what is written.
    Ready,
    /// There is none, or it takes nothing.
    Absent,
}

/// Assessments on their way to the mirror: their ids, each with the number of its last change.
#[derive(Clone, Debug, Default)]
pub struct Unmirrored(Vec<(String, u32)>);

impl Unmirrored {
    /// Their ids.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(id, _)| id.as_str())
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What stands in the mirror, or shall stand there, for one assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mirrored {
    /// The text of the save.
    pub text: Option<String>,
    /// Whether it was deleted.
    pub life: Option<String>,
}

impl Mirror {
    /// Notes that an assessment was changed.
    pub fn owe(&mut self, id: &str) {
        self.count += 1;
        self.owed.insert(id.to_owned(), self.count);
    }

    pub fn is_expected(&self) -> bool {
        self.state == State::Expected
    }

    /// What is true of something that the first storage has.
    pub fn word(&self) -> Saving {
        match self.state {
            State::Absent => Saving::SavedOnce,
            _ if self.owed.is_empty() => Saving::Saved,
            _ => Saving::Saving,
        }
    }
}

/// The keys of an assessment in the mirror: of its text, and of whether it was deleted.
#[must_use]
pub fn keys(id: &str) -> [String; 2] {
    [key_of(id), format!("{LIFE}{id}")]
}

impl<S: Store> Library<S> {
    /// What has to go to the mirror next: of much, what was changed last.
    #[must_use]
    pub fn unmirrored(&self) -> Unmirrored {
        let Mirror { owed, count, .. } = &self.mirror;
        let some = |is_wanted: &dyn Fn(u32) -> bool| {
            let wanted = owed.iter().filter(|&(_, &number)| is_wanted(number)).take(AT_ONCE);
            Unmirrored(wanted.map(|(id, &number)| (id.clone(), number)).collect())
        };
        let newest = some(&|number| number as usize + AT_ONCE > *count as usize);
        if newest.is_empty() { some(&|_| true) } else { newest }
    }

    /// What shall stand in the mirror for an assessment in place of what is there: the newest that either knows.
    pub fn for_mirror(&mut self, id: &str, there: Mirrored) -> Mirrored {
        let life = self.life(id).max(there.life.as_deref().and_then(Life::parse).unwrap_or_default());
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
        let newest = newest.filter(|newest| !life.ends(&newest.latest()));
        Mirrored {
            text: newest.map(|newest| file::write_stored(&newest)),
            life: (life != Life::default()).then(|| life.text()),
        }
    }

    /// Hears that the mirror has taken these. What was changed meanwhile is still on its way.
    pub fn mirrored(&mut self, arrived: &Unmirrored) {
        self.mirror.state = State::Ready;
        for (id, number) in &arrived.0 {
            if self.mirror.owed.get(id) == Some(number) {
                self.mirror.owed.remove(id);
            }
        }
    }

    /// Hears that there is no mirror, or that it takes nothing. Then the first storage is all there is.
    pub fn has_no_mirror(&mut self) {
        self.mirror.state = State::Absent;
    }

    /// Takes over what the mirror held when the page was opened: its keys and texts. Returns how many assessments it knew
    /// more of than the first storage.
    pub fn read_mirror(&mut self, found: Vec<(String, String)>) -> usize {
        self.mirror.state = State::Ready;
        let mut there = ById::<Mirrored>::new();
        for key in self.store.keys(ASSESSMENT).unwrap_or_default() {
            there.entry(id_of(&key).unwrap_or_default());
        }
        for (key, text) in found {
            if let Some(id) = id_of(&key) {
                there.entry(id).text = Some(text);
            } else if let Some(id) = key.strip_prefix(LIFE) {
                there.entry(id).life = Some(text);
            }
        }
        there.into_iter().filter(|(id, there)| self.take_over(id, there)).count()
    }

    fn take_over(&mut self, id: &str, there: &Mirrored) -> bool {
        let [key, life_key] = keys(id);
        let read = |key: &str| self.store.read(key).ok().flatten();
        let here = Mirrored { text: read(&key), life: read(&life_key) };
        // Nearly always: then nothing need be read.
        if here == *there {
            return false;
        }
        self.mirror.owe(id);
        if *there == Mirrored::default() {
            return false;
        }
        let life = self.life(id).max(there.life.as_deref().and_then(Life::parse).unwrap_or_default());
        if life > self.life(id) {
            self.write_life(id, &life).ok();
        }
        let known = there.text.as_deref().and_then(|text| file::read_stored(text).ok());
        let known = known.filter(|known| known.id == id && !life.ends(&known.latest()));
        if let (Some(raw), Some(known)) = (&here.text, &known)
            && self.is_damaged(id, raw)
        {
            // That it was damaged is said by what is set aside.
            self.recovered(id, raw, Some(known));
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
                let knows_more = newest != own;
                if knows_more {
                    self.put(newest);
                }
                knows_more
            }
            (None, Some(known)) => {
                self.put(known);
                true
            }
            (None, None) if here.text.is_some() => {
                // Deleted, and the browser died before the first storage had it on disk.
                self.store.remove(&key).ok();
                self.store.remove(&format!("{COPY}{id}")).ok();
                false
            }
            _ => false,
        }
    }
}
