//! One line of a portfolio: a link, a title and a link, or an assessment file.

use crate::assessment::clean_title;
use crate::assessment::file::{FileError, MAX_BYTES, read};
use crate::history::record::Record;
use crate::link::{Kind, LinkError, Opened, decode};
use crate::model::Model;
use crate::percent;

/// The longest line that is looked at, in bytes: as long as the largest assessment file.
pub const MAX_LINE_BYTES: usize = MAX_BYTES;

/// Why a line is no result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// There is no link in it.
    #[error("expected a link to a result, found none")]
    NoLink,
    /// The link cannot be read.
    #[error(transparent)]
    Link(LinkError),
    /// The assessment file cannot be read.
    #[error(transparent)]
    File(FileError),
    /// The assessment answers another questionnaire.
    #[error("expected answers to this questionnaire, found answers to another")]
    OtherModel,
    /// It is not text (UTF-8).
    #[error("expected text in UTF-8, found other bytes")]
    NotText,
    /// It is longer than [`MAX_LINE_BYTES`].
    #[error("expected at most {} bytes, found more", MAX_LINE_BYTES)]
    TooLong,
    /// There are more results than are gathered at once ([`MOST`](super::MOST)).
    #[error("expected fewer results, found more than are gathered at once")]
    TooMany,
}

const RESULT: &str = "#/r/";
const INVITE: &str = "#/i/";

/// Reads one line: `title<TAB>link`, a link alone or within text, a payload alone, or an assessment file in one line. None
/// where it is empty.
///
/// # Errors
///
/// Nothing in it is a result of this model.
pub fn read_line(model: &Model, line: &str) -> Result<Option<Record>, LineError> {
    let line = line.trim_start_matches('\u{feff}').trim();
    if line.is_empty() {
        return Ok(None);
    }
    if line.len() > MAX_LINE_BYTES {
        return Err(LineError::TooLong);
    }
    if line.starts_with('{') {
        return read_file(model, line).map(Some);
    }
    let (title, opened) = open_line(model, line)?;
    let mut record = Record::of_link(model, opened);
    if !title.is_empty() {
        record.title = title;
    }
    Ok(Some(record))
}

/// Opens the link in a line that is no assessment file: what is written before it, and what it holds.
///
/// # Errors
///
/// There is no link in it, or none that can be read.
pub fn open_line(model: &Model, line: &str) -> Result<(String, Opened), LineError> {
    // Mail gateways wrap an address in one of their own, and escape it.
    let is_wrapped = !line.contains("#/") && line.contains("%23%2F");
    let unwrapped = if is_wrapped { percent::decoded(line) } else { String::new() };
    let (title, payload) = parts(if is_wrapped { &unwrapped } else { line })?;
    let opened = decode(model, Kind::Result, payload).map_err(LineError::Link)?;
    Ok((clean_title(title), opened))
}

/// Reads an assessment file. It comes from anywhere, so its day is the one of its moment in UTC.
///
/// # Errors
///
/// It cannot be read, or it answers another questionnaire.
pub fn read_file(model: &Model, text: &str) -> Result<Record, LineError> {
    let assessment = read(text).map_err(LineError::File)?;
    Record::of(model, &assessment, assessment.updated.day()).ok_or(LineError::OtherModel)
}

/// The title and the payload in a line.
fn parts(line: &str) -> Result<(&str, &str), LineError> {
    let mut cells = line.split('\t').map(str::trim).filter(|cell| !cell.is_empty());
    let first = cells.next().unwrap_or_default();
    let Some(second) = cells.next() else { return within(first) };
    // What a spreadsheet copies may have its columns the other way round, and more of them.
    let is_swapped = first.contains(RESULT) && !second.contains(RESULT);
    let (title, link) = if is_swapped { (second, first) } else { (first, second) };
    within(link).map(|(_, payload)| (title, payload))
}

/// The payload of a link within text, and the text before it.
fn within(text: &str) -> Result<(&str, &str), LineError> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '"' | '(' | '[' | ',' | ';');
    if let Some((before, payload)) = text.split_once(RESULT) {
        let start = before.rfind(ends).map_or(0, |at| at + 1);
        let is_joint = |c: char| ends(c) || matches!(c, ':' | '-' | '\u{2013}' | '\u{2014}' | '|' | '\'');
        let title = before.get(..start).unwrap_or_default().trim_matches(is_joint);
        return Ok((title, payload.split_whitespace().next().unwrap_or_default()));
    }
    if text.contains(INVITE) {
        return Err(LineError::Link(LinkError::OtherKind));
    }
    // Without its address a payload is one long word.
    if text.contains(char::is_whitespace) || text.contains("://") { Err(LineError::NoLink) } else { Ok(("", text)) }
}
