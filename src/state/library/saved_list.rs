//! The saved assessments: the list of the start page, and the actions on an entry or a file.

use leptos::prelude::*;

use super::store::{AssessmentList, AssessmentStore, ImportOutcome, SetAside, StoredEntry, TextStorage};
use super::{Library, PAGE};
use crate::browser::clock;
use crate::browser::file::PickedFile;
use crate::state::now;
use mlops_core::assessment::{Assessment, clean_title};

/// A deleted assessment that can be restored.
#[derive(Clone, Debug, PartialEq)]
pub struct DeletedAssessment {
    pub title: String,
    assessment: Assessment,
}

/// The list of the start page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SavedList {
    /// The first entries with their ids, newest first.
    pub entries: Vec<(String, StoredEntry)>,
    /// The number of entries that are not listed: see [`Library::list_more`].
    pub more: usize,
    /// Damaged texts that were set aside.
    pub set_aside: Vec<SetAside>,
    questionnaire_id: String,
}

impl SavedList {
    pub(super) fn read<S: TextStorage>(store: &mut AssessmentStore<S>, limit: usize, questionnaire_id: &str) -> Self {
        let AssessmentList { entries, more } = store.list(limit, |one| one.model.id == questionnaire_id);
        Self { entries, more, set_aside: store.all_set_aside(), questionnaire_id: questionnaire_id.to_owned() }
    }

    /// Whether this browser stores nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.set_aside.is_empty()
    }

    /// The listed assessments of the questionnaire in use, newest first.
    pub fn assessments(&self) -> impl Iterator<Item = &Assessment> {
        self.entries.iter().filter_map(|(_, entry)| match entry {
            StoredEntry::Readable(found) if found.model.id == self.questionnaire_id => Some(&**found),
            _ => None,
        })
    }

    /// The newest assessment of the questionnaire in use.
    #[must_use]
    pub fn newest(&self) -> Option<&Assessment> {
        self.assessments().next()
    }
}

impl Library {
    /// Lists more entries.
    pub fn list_more(&self) {
        self.limit.update(|limit| *limit += 5 * PAGE);
    }

    /// Every stored assessment of the questionnaire in use, newest first.
    #[must_use]
    pub fn all(&self) -> Vec<Assessment> {
        let listed = self.store.try_update_value(|store| SavedList::read(store, usize::MAX, self.questionnaire_id));
        listed.unwrap_or_default().assessments().cloned().collect()
    }

    pub fn rename(&self, id: &str, title: &str) {
        if let Some(shown) = self.find(id) {
            self.change(&shown, |assessment| assessment.title = clean_title(title));
        }
    }

    /// Stores a copy under a title and with a new id.
    pub fn duplicate(&self, id: &str, title: String) {
        if let Some(original) = self.find(id) {
            self.put(Assessment { id: clock::random_id(), title, updated: now(), ..original });
        }
    }

    /// Deletes an assessment; [`Library::undo_delete`] restores it.
    pub fn delete(&self, id: &str, title: String) {
        let deleted = self.write(|store| store.delete(id, clock::now())).flatten();
        if let Some(assessment) = deleted {
            self.set_deleted.update(|all| all.push(DeletedAssessment { title, assessment }));
        }
    }

    /// Restores what was deleted last. What was deleted before it can then be restored in turn.
    pub fn undo_delete(&self) {
        if let Some(DeletedAssessment { assessment, .. }) = self.set_deleted.try_update(Vec::pop).flatten() {
            self.write(|store| store.merge(assessment));
        }
    }

    /// Ends the offer to restore what was deleted.
    pub fn forget_deleted(&self) {
        if self.deleted.with_untracked(|all| !all.is_empty()) {
            self.set_deleted.set(Vec::new());
        }
    }

    /// Removes a damaged text that was set aside.
    pub fn discard(&self, key: &str) {
        self.write(|store| store.discard(key));
    }

    /// Reports files that were picked or dropped to the views that read them.
    pub fn import(&self, files: Vec<PickedFile>) {
        if !files.is_empty() {
            self.set_imports.set(files);
        }
    }

    /// Ends the report on imported files.
    pub fn close_imports(&self) {
        self.set_imports.set(Vec::new());
    }

    /// Reads an assessment file without storing anything.
    #[must_use]
    pub fn inspect_file(&self, text: &str) -> Option<ImportOutcome> {
        self.store.try_update_value(|store| store.inspect_file(text, clock::now()))
    }

    /// Stores an assessment from a file with a new id. Returns the id.
    pub fn put_as_new(&self, assessment: Assessment) -> String {
        let id = clock::random_id();
        self.put(Assessment { id: id.clone(), ..assessment });
        id
    }

    /// Replaces a stored assessment by the one from a file.
    pub fn replace_with(&self, file: &Assessment) {
        self.write(|store| store.replace_with(file, clock::now()));
    }

    /// Merges an assessment from a file into the stored one.
    pub fn merge(&self, file: &Assessment) {
        self.write(|store| store.merge(file.clone()));
    }
}
