//! The assessment file: what the browser stores, what is exported and what is imported, all in one shape.
//!
//! Everything that comes in is rebuilt field by field. Fields that this version does not know are kept beside what it
//! knows and written back; what cannot be read is a fault with its place, and [`recover`] keeps the rest.

mod reading;
mod writing;

use std::fmt;

use serde_json::Value;

pub(super) use self::reading::rebuilt;
pub(super) use self::writing::value;
use crate::assessment::Assessment;
use crate::assessment::seal::{self, Seal};
use crate::fault::Fault;
use crate::json::parse;

/// What the file's `format` says.
pub const FORMAT: &str = "mlops-maturity/assessment";
/// The newest version this page reads and writes.
pub const VERSION: u64 = 1;
/// The largest file, in bytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;
/// The longest note, in characters.
pub const MAX_NOTE_CHARS: usize = 4_000;

/// What an id is called that could not be read.
const UNKNOWN: &str = "unknown";

/// Why a text is not an assessment file that this page reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// More than [`MAX_BYTES`]; with what was found.
    TooLarge(usize),
    /// Not JSON; with the place of the fault.
    NotJson(String),
    /// JSON, but of something else.
    NotOurs,
    /// Of a later version of this format.
    NewerVersion(u64),
    /// An assessment file with faults, all of them.
    Faults(Vec<Fault>),
    /// A stored text that is not what was written.
    Damaged,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(found) => write!(f, "expected at most {MAX_BYTES} bytes, found {found}"),
            Self::NotJson(fault) => write!(f, "expected JSON, found a fault at {fault}"),
            Self::NotOurs => write!(f, "expected an assessment file (format \"{FORMAT}\"), found something else"),
            Self::NewerVersion(found) => {
                write!(
                    f,
                    "expected version {VERSION} of the file, found version {found}: it was made by a newer page"
                )
            }
            Self::Faults(faults) => {
                let first = faults.first().map(ToString::to_string).unwrap_or_default();
                write!(f, "expected a whole file, found {} faults, the first: {first}", faults.len())
            }
            Self::Damaged => f.write_str("expected what was stored, found a text that its checksum does not fit"),
        }
    }
}

impl std::error::Error for FileError {}

/// What could be saved of a damaged file.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The readable part; none when nothing says that this ever was an assessment.
    pub assessment: Option<Assessment>,
    /// What could not be read.
    pub faults: Vec<Fault>,
}

/// Reads an assessment file.
///
/// # Errors
///
/// It is no assessment file of a version this page reads, or something in it is wrong: then all faults at once.
pub fn read(text: &str) -> Result<Assessment, FileError> {
    let value = opened(text)?;
    let (assessment, faults) = rebuilt(&value);
    if faults.is_empty() { Ok(assessment) } else { Err(FileError::Faults(faults)) }
}

/// Reads a stored text: one with a seal is read only if it is what was written.
///
/// # Errors
///
/// As [`read`], and [`FileError::Damaged`]. A text of a later version is told from a damaged one by its seal, too.
pub fn read_stored(text: &str) -> Result<Assessment, FileError> {
    if seal::look(text) == Seal::Broken { Err(FileError::Damaged) } else { read(text) }
}

/// Reads what can be read of a damaged file.
#[must_use]
pub fn recover(text: &str) -> Recovered {
    match opened(text) {
        Ok(value) => {
            let (mut assessment, faults) = rebuilt(&value);
            // What is recovered is whole: it can be written and read again.
            for id in [&mut assessment.id, &mut assessment.model_id] {
                if id.is_empty() {
                    id.push_str(UNKNOWN);
                }
            }
            assessment.tracks.retain(|track| !track.is_empty());
            Recovered { assessment: Some(assessment), faults }
        }
        Err(error) => Recovered { assessment: None, faults: vec![Fault::new("$", error.to_string())] },
    }
}

fn opened(text: &str) -> Result<Value, FileError> {
    if text.len() > MAX_BYTES {
        return Err(FileError::TooLarge(text.len()));
    }
    // Editors on Windows put a byte order mark before what they save.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value = parse(text).map_err(FileError::NotJson)?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(FileError::NotOurs);
    }
    match value.get("version").and_then(Value::as_u64) {
        Some(version) if version > VERSION => Err(FileError::NewerVersion(version)),
        Some(VERSION) => Ok(value),
        _ => Err(FileError::NotOurs),
    }
}

/// Writes an assessment file: indented, fields in a fixed order.
#[must_use]
pub fn write(assessment: &Assessment) -> String {
    format!("{:#}", Value::Object(value(assessment)))
}

/// Writes the text that is stored: the same file, compact, with a checksum.
#[must_use]
pub fn write_stored(assessment: &Assessment) -> String {
    seal::seal(&Value::Object(value(assessment)).to_string())
}
