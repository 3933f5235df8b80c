//! Assessment files from outside: inspected first, and nothing is replaced without a question.

use super::{AssessmentStore, StoredEntry, TextStorage};
use mlops_core::assessment::Assessment;
use mlops_core::assessment::file::{self, FileError};
use mlops_core::fault::Fault;

/// The content of a file.
#[derive(Clone, Debug)]
pub enum ImportOutcome {
    /// An assessment that is not stored here.
    New(Box<Assessment>),
    /// An assessment with an id that is stored here.
    Known { file: Box<Assessment>, own: Box<Assessment> },
    Damaged {
        /// The part that could be read, if any.
        readable: Option<Box<Assessment>>,
        faults: Vec<Fault>,
    },
    /// No file that this page reads.
    Refused(FileError),
}

impl<S: TextStorage> AssessmentStore<S> {
    /// Reads a file without storing anything. Times after `now` (in milliseconds since 1970) become `now`: the
    /// changes of a computer with a wrong clock would win every merge.
    pub fn inspect_file(&mut self, text: &str, now: u64) -> ImportOutcome {
        let clamped = |mut file: Assessment| {
            file.clamp_to(now);
            Box::new(file)
        };
        match file::read(text) {
            Ok(file) => match self.get(&file.id) {
                Some(StoredEntry::Readable(own)) => ImportOutcome::Known { file: clamped(file), own },
                _ => ImportOutcome::New(clamped(file)),
            },
            Err(FileError::Faults(faults)) => {
                ImportOutcome::Damaged { readable: file::recover(text).assessment.map(clamped), faults }
            }
            Err(error) => ImportOutcome::Refused(error),
        }
    }

    /// Replaces a stored assessment by the one from a file. Every difference counts as a change made now, so that no
    /// older copy in another tab undoes it.
    pub fn replace_with(&mut self, file: &Assessment, now: u64) -> Assessment {
        let Some(StoredEntry::Readable(own)) = self.get(&file.id) else { return self.put(file.clone()) };
        let mut newest = Assessment { updated: own.updated, ..file.clone() };
        let stamp = self.stamp(&own, now);
        newest.mark(&own, &stamp);
        self.put(newest)
    }
}
