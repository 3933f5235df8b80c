//! Storages for tests: one in memory that fails on request, and one of a browser whose tabs see each other's writes
//! late.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use mlops_core::assessment::Assessment;
use mlops_core::assessment::file;
use mlops_core::model::Model;
use mlops_core::model::answer::Answer;
use mlops_core::moment::Moment;
use mlops_core::scoring::case::{QuestionSet, Scope};
use mlops_maturity::browser::storage::StorageError;
use mlops_maturity::built_in::built_in;
use mlops_maturity::state::library::store::TextStorage;
use mlops_maturity::state::library::store::{AssessmentStore, StoredEntry};

pub const ASSESSMENT: &str = "mlops-maturity:assessment:";
pub const COPY: &str = "mlops-maturity:copy:";
/// A moment in 2026, in milliseconds.
pub const NOW: u64 = 1_795_424_400_000;

type Texts = BTreeMap<String, String>;

/// Texts in memory. Clones share them, as tabs do.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    texts: Rc<RefCell<Texts>>,
    room: Rc<Cell<Option<usize>>>,
    fails: Rc<RefCell<Fails>>,
    writes: Rc<Cell<usize>>,
}

/// What the storage refuses.
#[derive(Clone, Debug, Default)]
pub struct Fails {
    pub read: Option<StorageError>,
    pub write: Option<StorageError>,
    pub remove: Option<StorageError>,
    /// Every text is stored with one letter changed.
    pub garbles: bool,
}

impl Memory {
    pub fn text(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }
    pub fn set(&self, key: &str, text: &str) {
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
    }
    pub fn take(&self, key: &str) {
        self.texts.borrow_mut().remove(key);
    }
    pub fn clear(&self) {
        self.texts.borrow_mut().clear();
    }
    pub fn all(&self) -> Vec<(String, String)> {
        self.texts.borrow().iter().map(|(key, text)| (key.clone(), text.clone())).collect()
    }
    pub fn used(&self) -> usize {
        self.texts.borrow().iter().map(|(key, text)| key.len() + text.len()).sum()
    }
    /// Leaves room for only this many more bytes.
    pub fn leave_room(&self, bytes: usize) {
        self.room.set(Some(self.used() + bytes));
    }
    pub fn give_room(&self) {
        self.room.set(None);
    }
    pub fn fail(&self, change: impl FnOnce(&mut Fails)) {
        change(&mut self.fails.borrow_mut());
    }
    pub fn writes(&self) -> usize {
        self.writes.get()
    }
    pub fn keys_of(&self, prefix: &str) -> Vec<String> {
        self.texts.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect()
    }
    /// The stored assessment with an id, as a newly opened page reads it.
    #[track_caller]
    pub fn saved(&self, id: &str) -> Assessment {
        file::read_stored(&self.text(&format!("{ASSESSMENT}{id}")).expect("it is stored")).expect("it is whole")
    }
}

fn refuse(error: &Option<StorageError>) -> Result<(), StorageError> {
    error.clone().map_or(Ok(()), Err)
}

impl TextStorage for Memory {
    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        refuse(&self.fails.borrow().read)?;
        Ok(self.text(key))
    }
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        refuse(&self.fails.borrow().write)?;
        self.writes.set(self.writes.get() + 1);
        let old = self.text(key).map_or(0, |old| key.len() + old.len());
        if self.room.get().is_some_and(|room| self.used() - old + key.len() + text.len() > room) {
            return Err(StorageError::Full);
        }
        let kept = if self.fails.borrow().garbles { text.replacen('a', "b", 1) } else { text.to_owned() };
        self.set(key, &kept);
        Ok(())
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        refuse(&self.fails.borrow().remove)?;
        self.take(key);
        Ok(())
    }
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        refuse(&self.fails.borrow().read)?;
        Ok(self.keys_of(prefix))
    }
}

/// One tab's view of the storage of a browser.
///
/// Every process of a browser has a copy of the storage. A tab's own write is in its copy at once, another tab's
/// write after an event. The browser orders all writes, and the last write of a key counts in the end.
#[derive(Clone, Debug)]
pub struct Tab {
    log: Rc<RefCell<Vec<Write>>>,
    name: usize,
    /// The number of writes in the log that this tab has seen.
    told: Rc<Cell<usize>>,
}

#[derive(Clone, Debug)]
pub struct Write {
    by: usize,
    pub key: String,
    pub text: Option<String>,
}

impl Tab {
    pub fn several<const N: usize>() -> [Self; N] {
        let log = Rc::default();
        std::array::from_fn(|name| Self { log: Rc::clone(&log), name, told: Rc::default() })
    }

    fn note(&self, key: &str, text: Option<&str>) {
        let write = Write { by: self.name, key: key.to_owned(), text: text.map(str::to_owned) };
        self.log.borrow_mut().push(write);
    }

    fn is_seen(&self, at: usize, write: &Write) -> bool {
        at < self.told.get() || write.by == self.name
    }

    /// The next write of another tab, which this tab sees now.
    pub fn hear(&self) -> Option<Write> {
        let log = self.log.borrow();
        loop {
            let at = self.told.get();
            let write = log.get(at)?;
            self.told.set(at + 1);
            if write.by != self.name {
                return Some(write.clone());
            }
        }
    }

    /// The number of writes and removals.
    pub fn written(&self) -> usize {
        self.log.borrow().len()
    }

    /// The content of the disk if the browser crashes after this many writes.
    pub fn on_disk(&self, writes: usize) -> Memory {
        let memory = Memory::default();
        for Write { key, text, .. } in self.log.borrow().iter().take(writes) {
            match text {
                Some(text) => memory.set(key, text),
                None => memory.take(key),
            }
        }
        memory
    }
}

impl TextStorage for Tab {
    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        let log = self.log.borrow();
        let mut seen = log.iter().enumerate().filter(|(at, write)| self.is_seen(*at, write) && write.key == key);
        Ok(seen.next_back().and_then(|(_, write)| write.text.clone()))
    }
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.note(key, Some(text));
        Ok(())
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if self.read(key)?.is_some() {
            self.note(key, None);
        }
        Ok(())
    }
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let log = self.log.borrow();
        let mut keys: Vec<String> = Vec::new();
        for (at, write) in log.iter().enumerate().filter(|(_, write)| write.key.starts_with(prefix)) {
            if self.is_seen(at, write) {
                keys.retain(|key| *key != write.key);
                keys.extend(write.text.is_some().then(|| write.key.clone()));
            }
        }
        Ok(keys)
    }
}

pub fn model() -> &'static Model {
    built_in()
}

pub fn ids() -> Vec<&'static str> {
    model().capabilities().iter().map(|one| one.id.as_str()).collect()
}

pub fn moment() -> Moment {
    Moment::from_unix_seconds((NOW / 1000).try_into().unwrap()).unwrap()
}

pub fn fresh(id: &str) -> Assessment {
    Assessment::new(id.to_owned(), format!("Team {id}"), model(), &QuestionSet::of(model(), Scope::Full), moment())
}

/// A store without a mirror, as in a browser without IndexedDB.
pub fn library<S: TextStorage>(store: S, tab: &str) -> AssessmentStore<S> {
    let mut library = AssessmentStore::new(store, tab.to_owned());
    library.mirror_unavailable();
    library
}

/// Answers a question as the page does, starting from what this tab shows.
pub fn answer<S: TextStorage>(
    library: &mut AssessmentStore<S>,
    shown: &Assessment,
    id: &str,
    value: impl Into<Option<Answer>>,
    now: u64,
) -> Assessment {
    let value = value.into();
    library.change(shown, now, |one| one.respond(id, moment(), |response| response.value = value))
}

pub fn said(assessment: &Assessment, id: &str) -> Option<Answer> {
    assessment.responses.get(id).and_then(|response| response.value)
}

#[track_caller]
pub fn readable<S: TextStorage>(library: &mut AssessmentStore<S>, id: &str) -> Assessment {
    match library.get(id) {
        Some(StoredEntry::Readable(found)) => *found,
        other => panic!("expected an assessment, found {other:?}"),
    }
}
