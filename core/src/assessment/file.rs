//! The assessment file: the format of stored, exported and imported assessments.
//!
//! Fields that this version does not know are preserved and written back. Every value that cannot be read is a fault
//! with its place, and [`recover`] reads the rest.

use serde::Serialize;
use serde_json::{Map, Value};

use super::reading;
pub use super::reading::REQUIRED;
use super::seal::{self, Seal};
use crate::assessment::Assessment;
use crate::fault::Fault;
use crate::json::{parse, typed};
use crate::words;

/// The value of the file's `format`.
pub const FORMAT: &str = "mlops-maturity/assessment";
/// The newest version that this page reads and writes.
pub const VERSION: u64 = 1;
/// The largest file, in bytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;
/// The longest note, in characters.
pub const MAX_NOTE_CHARS: usize = typed::MAX_TEXT_CHARS;

/// Replaces an id that could not be read.
const UNKNOWN: &str = "unknown";

/// Why a text is not an assessment file that this page reads.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// More than [`MAX_BYTES`]. Contains the size found.
    #[error("expected at most {} bytes, found {}", MAX_BYTES, .0)]
    TooLarge(usize),
    /// Not JSON. Contains the place of the fault.
    #[error("expected JSON, found a fault at {0}")]
    NotJson(String),
    /// JSON of another format.
    #[error("expected an assessment file (format \"{}\"), found something else", FORMAT)]
    NotOurs,
    /// Of a later version of this format.
    #[error("expected version {} of the file, found version {}: it was made by a newer page", VERSION, .0)]
    NewerVersion(u64),
    /// An assessment file with faults. Contains all of them.
    #[error("expected a whole file, found {}, the first: {}", words::count(.0.len(), "fault", "faults"), first(.0))]
    Faults(Vec<Fault>),
    /// A stored text that differs from what was written.
    #[error("expected what was stored, found a text that its checksum does not fit")]
    Damaged,
}

fn first(faults: &[Fault]) -> String {
    faults.first().map(ToString::to_string).unwrap_or_default()
}

/// The result of reading a damaged file.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The readable part; `None` if nothing shows that the text was an assessment.
    pub assessment: Option<Assessment>,
    /// What could not be read.
    pub faults: Vec<Fault>,
}

/// Reads an assessment file.
///
/// # Errors
///
/// The text is no assessment file of a version that this page reads, or has faults. Then the error contains all
/// faults.
pub fn read(text: &str) -> Result<Assessment, FileError> {
    let (assessment, faults) = reading::read(opened(text)?);
    if faults.is_empty() { Ok(assessment) } else { Err(FileError::Faults(faults)) }
}

/// Reads a stored text. A sealed text is read only if it matches its seal.
///
/// # Errors
///
/// As [`read`], and [`FileError::Damaged`]. The seal also tells a damaged text from one of a newer version.
pub fn read_stored(text: &str) -> Result<Assessment, FileError> {
    if seal::verify(text) == Seal::Broken { Err(FileError::Damaged) } else { read(text) }
}

/// Reads as much as possible of a damaged file.
#[must_use]
pub fn recover(text: &str) -> Recovered {
    match opened(text) {
        Ok(file) => {
            let (mut assessment, faults) = reading::read(file);
            // Completes what was recovered, so that it can be written and read again.
            for id in [&mut assessment.id, &mut assessment.model.id] {
                if id.is_empty() {
                    id.push_str(UNKNOWN);
                }
            }
            assessment.model.revision = assessment.model.revision.max(1);
            Recovered { assessment: Some(assessment), faults }
        }
        Err(error) => Recovered { assessment: None, faults: vec![Fault::new("$", error.to_string())] },
    }
}

fn opened(text: &str) -> Result<Map<String, Value>, FileError> {
    if text.len() > MAX_BYTES {
        return Err(FileError::TooLarge(text.len()));
    }
    // Editors on Windows put a byte order mark at the start of a file.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Value::Object(file) = parse(text).map_err(FileError::NotJson)? else { return Err(FileError::NotOurs) };
    if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(FileError::NotOurs);
    }
    match file.get("version").and_then(Value::as_u64) {
        Some(version) if version > VERSION => Err(FileError::NewerVersion(version)),
        Some(VERSION) => Ok(file),
        _ => Err(FileError::NotOurs),
    }
}

/// The file of an assessment.
#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: u64,
    #[serde(flatten)]
    assessment: &'a Assessment,
}

impl<'a> File<'a> {
    const fn of(assessment: &'a Assessment) -> Self {
        Self { format: FORMAT, version: VERSION, assessment }
    }
}

/// Writes an assessment file: indented, with fields in a fixed order.
#[must_use]
pub fn write(assessment: &Assessment) -> String {
    // Writing cannot fail: every key is a text.
    serde_json::to_string_pretty(&File::of(assessment)).unwrap_or_default()
}

/// Writes the text to store: the same file, compact, with a checksum.
#[must_use]
pub fn write_stored(assessment: &Assessment) -> String {
    seal::seal(&serde_json::to_string(&File::of(assessment)).unwrap_or_default())
}
