//! A fault in input, with its place: one line that a person can act on.

/// A fault in a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {message}")]
pub struct Fault {
    /// The JSON path, such as `$.capabilities[3].needs[0]`.
    pub path: String,
    /// What was expected and what was found.
    pub message: String,
}

impl Fault {
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into() }
    }
}

/// The most faults that are reported. A person corrects a file from its first faults on, and a hostile file may have
/// as many as bytes.
pub const MAX_FAULTS: usize = 100;

/// Faults in the order in which they were found. The first [`MAX_FAULTS`] are kept, the others counted.
#[derive(Debug, Default)]
pub struct Faults {
    faults: Vec<Fault>,
    more: usize,
}

impl Faults {
    /// Adds a fault.
    pub fn add(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.add_with(|| Fault::new(path, message));
    }

    /// Adds a fault. Its text is made only if it is kept.
    pub fn add_with(&mut self, fault: impl FnOnce() -> Fault) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(fault());
        } else {
            self.more += 1;
        }
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// Appends the faults of another list.
    pub fn extend(&mut self, other: Self) {
        self.more += other.more;
        for fault in other.faults {
            self.add_with(|| fault);
        }
    }

    /// The reported faults: the first ones, and how many more there are.
    #[must_use]
    pub fn into_faults(mut self) -> Vec<Fault> {
        if self.more > 0 {
            self.faults.push(Fault::new("$", format!("and {} more", self.more)));
        }
        self.faults
    }
}
