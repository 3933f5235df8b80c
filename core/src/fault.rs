//! What is wrong with something that came in, and where: one line a person can act on.

/// A fault in a file, with the place it was found at.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {message}")]
pub struct Fault {
    /// The JSON path, such as `$.capabilities[3].needs[0]`.
    pub path: String,
    /// What was found and what was expected.
    pub message: String,
}

impl Fault {
    /// A fault at a place.
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into() }
    }
}

/// The most faults that are told: who mends a file begins with the first ones, and a hostile one has as many as it has
/// bytes.
pub const MOST_TOLD: usize = 100;

/// Faults as they are found, in order. Only the first [`MOST_TOLD`] are kept, the others are counted.
#[derive(Debug, Default)]
pub struct Faults {
    told: Vec<Fault>,
    more: usize,
}

impl Faults {
    /// Adds one.
    pub fn add(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.add_with(|| Fault::new(path, message));
    }

    /// Adds one that is put into words only if it is told.
    pub fn add_with(&mut self, fault: impl FnOnce() -> Fault) {
        if self.told.len() < MOST_TOLD {
            self.told.push(fault());
        } else {
            self.more += 1;
        }
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// These and those of another, these first.
    pub fn extend(&mut self, other: Self) {
        self.more += other.more;
        for fault in other.told {
            self.add_with(|| fault);
        }
    }

    /// What is told: the first ones, and how many more there are.
    #[must_use]
    pub fn into_told(mut self) -> Vec<Fault> {
        if self.more > 0 {
            self.told.push(Fault::new("$", format!("and {} more", self.more)));
        }
        self.told
    }
}
