//! The library: what this browser stores, and whether the last changes are saved.
//!
//! The list of assessments is a memo over the storage, computed only while a page shows it. Every write to the
//! storage makes it out of date.

mod mirroring;
mod saved_list;
pub mod store;

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

pub use self::saved_list::{DeletedAssessment, SavedList};
use self::store::{AssessmentStore, BrowserStorage};
pub use self::store::{ImportOutcome, Recovery, SaveError, SaveStatus, SetAside, StoredEntry};
use crate::browser::file::PickedFile;
use crate::browser::{clock, indexed_db, storage};
use mlops_core::assessment::Assessment;
use mlops_core::model::Model;

/// The time between two attempts to store unsaved changes.
const RETRY: Duration = Duration::from_secs(3);
/// The number of assessments that the start page lists at first.
const PAGE: usize = 20;
/// The key of the setting to go to the next question after each answer. It keeps its old name: browsers already store
/// it.
const AUTO_ADVANCE: &str = "mlops-maturity:step-on";

/// An event in the storage that a person should know of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageNotice {
    /// Something other than this page cleared the storage. The open assessment was stored again.
    Cleared,
    /// The open assessment was deleted in another tab.
    DeletedElsewhere,
    /// This number of assessments was restored from the mirror, wholly or in part.
    Restored(usize),
}

/// The context of what this browser stores.
#[derive(Clone, Copy)]
pub struct Library {
    /// Whether the last changes are saved.
    pub status: ReadSignal<SaveStatus>,
    pub notice: ReadSignal<Option<StorageNotice>>,
    /// Whether the mirror is still being read. An assessment that is missing in localStorage may be there.
    pub is_reading: ReadSignal<bool>,
    /// The list of the start page.
    pub saved: Memo<SavedList>,
    /// The deleted assessments that can be restored, in the order in which they were deleted.
    pub deleted: ReadSignal<Vec<DeletedAssessment>>,
    /// The files that were picked or dropped last.
    pub imports: ReadSignal<Vec<PickedFile>, LocalStorage>,
    /// Whether the page goes to the next open question after each answer.
    pub auto_advance: ReadSignal<bool>,
    /// Notified when the storage changed outside this tab: in another tab, or by reading the mirror.
    pub external_change: ReadSignal<()>,
    questionnaire_id: &'static str,
    store: StoredValue<AssessmentStore<BrowserStorage>>,
    /// Notified by every write, which makes the list out of date.
    written: RwSignal<()>,
    has_mirror: bool,
    is_mirroring: StoredValue<bool>,
    set_status: WriteSignal<SaveStatus>,
    set_notice: WriteSignal<Option<StorageNotice>>,
    set_is_reading: WriteSignal<bool>,
    set_deleted: WriteSignal<Vec<DeletedAssessment>>,
    set_imports: WriteSignal<Vec<PickedFile>, LocalStorage>,
    set_auto_advance: WriteSignal<bool>,
    notify_external_change: WriteSignal<()>,
    limit: RwSignal<usize>,
}

impl Library {
    /// Opens the storage for a questionnaire and begins to read the mirror.
    #[must_use]
    pub fn new(model: &'static Model) -> Self {
        let questionnaire_id = model.id();
        // These digits of a random id suffice to tell the tabs of one browser apart.
        let tab = clock::random_id().chars().take(6).collect();
        let store = AssessmentStore::new(BrowserStorage, tab);
        let (status, set_status) = signal(store.status());
        let (notice, set_notice) = signal(None);
        let has_mirror = indexed_db::is_offered();
        let (is_reading, set_is_reading) = signal(has_mirror);
        let (deleted, set_deleted) = signal(Vec::new());
        let (imports, set_imports) = signal_local(Vec::new());
        let is_on = storage::read(AUTO_ADVANCE).is_ok_and(|stored| stored.is_some());
        let (auto_advance, set_auto_advance) = signal(is_on);
        let (external_change, notify_external_change) = signal(());
        let store = StoredValue::new(store);
        let (written, limit) = (RwSignal::new(()), RwSignal::new(PAGE));
        let saved = Memo::new(move |_| {
            written.track();
            store.try_update_value(|store| SavedList::read(store, limit.get(), questionnaire_id)).unwrap_or_default()
        });
        let library = Self {
            status,
            notice,
            is_reading,
            saved,
            deleted,
            imports,
            auto_advance,
            external_change,
            questionnaire_id,
            store,
            written,
            has_mirror,
            is_mirroring: StoredValue::new(false),
            set_status,
            set_notice,
            set_is_reading,
            set_deleted,
            set_imports,
            set_auto_advance,
            notify_external_change,
            limit,
        };
        library.start_mirror();
        library.retry_while_unsaved();
        library
    }

    /// Whether an assessment answers the questionnaire in use. Other answers say nothing about its questions.
    #[must_use]
    pub fn is_of_this_questionnaire(&self, assessment: &Assessment) -> bool {
        assessment.model.id == self.questionnaire_id
    }

    /// The newest copy of an assessment, of any questionnaire.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Assessment> {
        match self.store.try_update_value(|store| store.get(id)).flatten() {
            Some(StoredEntry::Readable(found)) => Some(*found),
            _ => None,
        }
    }

    /// The newest copy of an assessment. This tab stores it again if another tab loses it.
    pub(super) fn open(&self, id: &str) -> Option<Assessment> {
        self.store.try_update_value(|store| store.open(id)).flatten()
    }

    /// Whether an assessment was deleted after its last change.
    pub(super) fn is_deleted(&self, assessment: &Assessment) -> bool {
        self.store.with_value(|store| store.is_deleted(assessment))
    }

    /// Changes an assessment that this tab shows, and stores it. Returns the newest copy.
    pub(super) fn change(&self, shown: &Assessment, change: impl FnOnce(&mut Assessment)) -> Option<Assessment> {
        self.write(|store| store.change(shown, clock::now(), change))
    }

    pub fn put(&self, assessment: Assessment) {
        self.write(|store| store.put(assessment));
    }

    /// Whether closing the page now would lose a change.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        self.store.with_value(AssessmentStore::has_unsaved)
    }

    /// Handles a storage event: another tab changed the text of a key, or of all keys if `key` is `None`.
    pub fn storage_changed(&self, key: Option<&str>, text: Option<&str>) {
        if !AssessmentStore::<BrowserStorage>::is_relevant(key) {
            return;
        }
        if self.write(|store| store.storage_changed(key, text)) == Some(true) {
            self.set_notice.set(Some(StorageNotice::Cleared));
        }
        self.notify_external_change.notify();
    }

    /// Listens to changes by other tabs, and asks before the page is closed with unsaved changes.
    pub fn listen(self) {
        window_event_listener(ev::storage, move |event| {
            self.storage_changed(event.key().as_deref(), event.new_value().as_deref());
        });
        window_event_listener(ev::beforeunload, move |event| {
            if self.has_unsaved() {
                event.prevent_default();
            }
        });
    }

    pub(super) fn set_notice(&self, notice: Option<StorageNotice>) {
        if self.notice.get_untracked() != notice {
            self.set_notice.set(notice);
        }
    }

    /// Sets whether the page goes to the next open question after each answer, now and in later visits.
    pub fn set_auto_advance(&self, is_on: bool) {
        self.set_auto_advance.set(is_on);
        // If it cannot be stored, it lasts for the visit.
        if is_on { storage::write(AUTO_ADVANCE, "1") } else { storage::remove(AUTO_ADVANCE) }.ok();
    }

    /// Changes the store, and then updates the list, the status and the mirror.
    fn write<T>(&self, change: impl FnOnce(&mut AssessmentStore<BrowserStorage>) -> T) -> Option<T> {
        let changed = self.store.try_update_value(change);
        self.written.notify();
        self.publish_status();
        self.update_mirror();
        changed
    }

    fn publish_status(&self) {
        let status = self.store.with_value(AssessmentStore::status);
        if self.status.get_untracked() != status {
            self.set_status.set(status);
        }
    }

    fn retry_while_unsaved(self) {
        Effect::new(move |_| {
            if !matches!(self.status.get(), SaveStatus::Unsaved(_)) {
                return;
            }
            let retry = move || {
                if self.has_unsaved() {
                    self.write(AssessmentStore::retry);
                }
            };
            if let Ok(interval) = set_interval_with_handle(retry, RETRY) {
                on_cleanup(move || interval.clear());
            }
        });
    }
}
