//! Snapshots, new rounds, and the answers of several people.

use super::OpenAssessment;
use crate::browser::clock;
use crate::state::{local_day, now};
use mlops_core::assessment::Snapshot;
use mlops_core::history::combined::{self, Person};
use mlops_core::history::record::Record;
use mlops_core::history::respondents::CohortError;
use mlops_core::history::snapshots::{self, SnapshotError};
use mlops_core::model::CapabilityIx;
use mlops_core::model::answer::Answer;
use mlops_core::moment::Moment;

impl OpenAssessment {
    /// Takes a snapshot of today's answers.
    ///
    /// # Errors
    ///
    /// Nothing is answered, or there are too many snapshots.
    pub fn take_snapshot(&self, label: &str) -> Result<(), SnapshotError> {
        self.try_change(|assessment| snapshots::take(assessment, label, now()))
    }

    /// Takes a snapshot and begins a new round from its answers.
    ///
    /// # Errors
    ///
    /// As [`OpenAssessment::take_snapshot`].
    pub fn new_round(&self, label: &str) -> Result<(), SnapshotError> {
        self.try_change(|assessment| snapshots::new_round(assessment, label, now(), local_day(now())))
    }

    /// Adds earlier results as snapshots, each with a label.
    ///
    /// # Errors
    ///
    /// A result without any answer, or too many snapshots. The results before it are added.
    pub fn import_snapshots(&self, records: &[(String, Record)]) -> Result<(), SnapshotError> {
        let model = self.model();
        self.try_change(|assessment| {
            let mut each = records.iter();
            each.try_for_each(|(label, record)| snapshots::take_over(assessment, model, record, label))
        })
    }

    /// Renames a snapshot. Returns whether it was found.
    pub fn rename_snapshot(&self, at: Moment, label: &str, new: &str) -> bool {
        self.try_change(|assessment| Ok::<_, ()>(snapshots::rename(assessment, at, label, new))).unwrap_or_default()
    }

    /// Removes a snapshot and returns it.
    pub fn remove_snapshot(&self, at: Moment, label: &str) -> Option<Snapshot> {
        self.try_change(|assessment| Ok::<_, ()>(snapshots::remove(assessment, at, label))).ok().flatten()
    }

    /// Restores a removed snapshot.
    ///
    /// # Errors
    ///
    /// There are too many snapshots.
    pub fn restore_snapshot(&self, snapshot: Snapshot) -> Result<(), SnapshotError> {
        self.try_change(|assessment| snapshots::put_back(assessment, snapshot))
    }

    /// Stores the combined answers of several people as a new assessment. Returns its id.
    ///
    /// # Errors
    ///
    /// There are too few or too many people.
    pub fn combine(&self, people: &[Person], title: &str) -> Result<String, CohortError> {
        let combined = combined::assessment(self.model(), people, clock::random_id(), title.to_owned(), now())?;
        let id = combined.id.clone();
        self.library.put(combined);
        Ok(id)
    }

    /// Adds people to the combined answers. Returns the number of new ones.
    ///
    /// # Errors
    ///
    /// There would be too many people. Then nobody is added.
    pub fn add_people(&self, people: &[Person]) -> Result<usize, CohortError> {
        let model = self.model();
        self.try_change(|assessment| combined::add(model, assessment, people, now()))
    }

    /// Leaves out the answers of one person. Returns `false`, without a change, if too few people would remain.
    pub fn leave_out(&self, payload: &str) -> bool {
        let model = self.model();
        self.try_change(|assessment| Ok::<_, ()>(combined::leave_out(model, assessment, payload, now())))
            .unwrap_or_default()
    }

    /// Stores the answer that people agreed on, with a note on why.
    pub fn agree_on(&self, capability: CapabilityIx, answer: Answer, note: &str) {
        let id = &self.model().capability(capability).id;
        self.change(|assessment| combined::agree(assessment, id, answer, note, now()));
    }

    /// Removes the agreed answer, so that the difference is open again.
    pub fn reopen(&self, capability: CapabilityIx) {
        let model = self.model();
        self.change(|assessment| combined::reopen(model, assessment, capability, now()));
    }
}
