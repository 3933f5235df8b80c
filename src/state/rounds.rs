//! States of the open assessment that got a name, and new rounds.

use crate::state::{Session, now};
use mlops_core::assessment::{Assessment, Snapshot};
use mlops_core::history::record::Record;
use mlops_core::history::snapshots::{self, SnapshotError};
use mlops_core::moment::Moment;

impl Session {
    /// Gives today's state a name.
    ///
    /// # Errors
    ///
    /// Nothing is answered, or there are too many states already.
    pub fn take_snapshot(&self, label: &str) -> Result<(), SnapshotError> {
        self.trying(|assessment| snapshots::take(assessment, label, now()))
    }

    /// Gives today's state a name and begins a new round from its answers.
    ///
    /// # Errors
    ///
    /// As [`Session::take_snapshot`].
    pub fn new_round(&self, label: &str) -> Result<(), SnapshotError> {
        self.trying(|assessment| snapshots::new_round(assessment, label, now()))
    }

    /// Makes results from elsewhere states of the open assessment, each under a name.
    ///
    /// # Errors
    ///
    /// Nothing is answered in one, or there is no room for one more; those before it are kept.
    pub fn take_over(&self, records: &[(String, Record)]) -> Result<(), SnapshotError> {
        self.trying(|assessment| {
            let mut each = records.iter();
            each.try_for_each(|(label, record)| snapshots::take_over(assessment, self.model, record, label))
        })
    }

    /// Gives a state another name; whether it was done.
    pub fn rename_snapshot(&self, at: Moment, label: &str, new: &str) -> bool {
        self.trying(|assessment| Ok::<_, ()>(snapshots::rename(assessment, at, label, new))).unwrap_or_default()
    }

    /// Takes a state away, and returns it.
    pub fn remove_snapshot(&self, at: Moment, label: &str) -> Option<Snapshot> {
        self.trying(|assessment| Ok::<_, ()>(snapshots::remove(assessment, at, label))).ok().flatten()
    }

    /// Puts a state back.
    ///
    /// # Errors
    ///
    /// There is no room for it any more.
    pub fn put_back_snapshot(&self, snapshot: Snapshot) -> Result<(), SnapshotError> {
        self.trying(|assessment| snapshots::put_back(assessment, snapshot))
    }

    /// Changes the open assessment by something that may fail, and says what came of it.
    pub(super) fn trying<T: Default, E>(&self, change: impl FnOnce(&mut Assessment) -> Result<T, E>) -> Result<T, E> {
        let mut outcome = Ok(T::default());
        self.change(|assessment| outcome = change(assessment));
        outcome
    }
}
