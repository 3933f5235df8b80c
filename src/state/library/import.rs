//! Files that a person brings: looked at first, and nothing overwritten unasked.

use super::{Library, StoredEntry};
use crate::state::store::Store;
use mlops_core::assessment::Assessment;
use mlops_core::assessment::file::{self, FileError};
use mlops_core::fault::Fault;

/// What an assessment file that a person brought turned out to be.
#[derive(Clone, Debug)]
pub enum ImportOutcome {
    /// Readable, and new here.
    New(Box<Assessment>),
    /// Readable, and there is one with the same id here.
    Known {
        /// What the file holds.
        file: Box<Assessment>,
        /// What this browser holds.
        own: Box<Assessment>,
    },
    /// Readable in part.
    Damaged {
        /// What could be read.
        readable: Option<Box<Assessment>>,
        /// What could not.
        faults: Vec<Fault>,
    },
    /// Not a file this page reads.
    Refused(FileError),
}

impl<S: Store> Library<S> {
    /// Looks at a file without changing anything. Moments after now (in milliseconds since 1970) are brought down to it.
    pub fn look_at(&mut self, text: &str, now: u64) -> ImportOutcome {
        let down = |mut file: Assessment| {
            file.bring_down_to(now);
            Box::new(file)
        };
        match file::read(text) {
            Ok(file) => match self.get(&file.id) {
                Some(StoredEntry::Readable(own)) => ImportOutcome::Known { file: down(file), own },
                _ => ImportOutcome::New(down(file)),
            },
            Err(FileError::Faults(faults)) => {
                ImportOutcome::Damaged { readable: file::recover(text).assessment.map(down), faults }
            }
            Err(error) => ImportOutcome::Refused(error),
        }
    }

    /// Stores a file in place of what is here. It counts as a change of all that differs: no copy that is still open
    /// somewhere brings back what was here.
    pub fn replace_by(&mut self, file: &Assessment, now: u64) -> Assessment {
        let Some(StoredEntry::Readable(own)) = self.get(&file.id) else { return self.put(file.clone()) };
        let mut newest = Assessment { updated: own.updated, ..file.clone() };
        let stamp = self.stamp(&own, now);
        newest.mark(&own, &stamp);
        self.put(newest)
    }

    /// Stores what is here with what is newer in a file.
    pub fn merge_in(&mut self, file: &Assessment) -> Assessment {
        self.put_back(file.clone())
    }
}
