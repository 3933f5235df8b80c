//! One of the two results: where it comes from, as its part of the address says.
//!
//! A link's payload stands for itself. What is in this browser is named: `own:<id>` for an assessment, `own:<id>:<seconds>`
//! for one of its states, `file:<number>` for a file that this tab holds. So the page can be loaded anew, and nothing that
//! was answered stands in an address that nobody asked for.

use crate::browser::session_storage;
use crate::state::{Session, local_day};
use mlops_core::history::portfolio::{open_line, read_file};
use mlops_core::history::record::Record;
use mlops_core::history::snapshots;
use mlops_core::link::{Kind, decode, encode};
use mlops_core::model::Model;
use mlops_core::words;
use mlops_core::words::compare as say;

const OWN: &str = "own:";
const FILE: &str = "file:";

/// A result that is compared.
#[derive(Clone, Debug)]
pub struct Side {
    /// Its part of the address.
    pub key: String,
    /// What it says.
    pub record: Record,
}

impl Side {
    /// The payload that stands for it in a link for others. A link that another revision made is handed on as it is.
    #[must_use]
    pub fn payload(&self, model: &Model, titles: bool, outcomes: bool) -> Option<String> {
        if self.record.other_revision.is_some() && !is_named(&self.key) {
            return Some(self.key.clone());
        }
        encode(model, Kind::Result, &self.record.to_shared(model, titles, outcomes)).ok()
    }
}

fn is_named(key: &str) -> bool {
    key.starts_with(OWN) || key.starts_with(FILE)
}

/// The name of an assessment of this browser.
#[must_use]
pub fn own(id: &str) -> String {
    format!("{OWN}{id}")
}

/// The name of one of its states.
#[must_use]
pub fn own_state(id: &str, seconds: i64) -> String {
    format!("{OWN}{id}:{seconds}")
}

fn file_key(number: &str) -> String {
    format!("mlops-maturity:compare:{number}")
}

/// Holds a file for this tab, and gives the name under which it is found again.
///
/// # Errors
///
/// It is no assessment of this questionnaire, or the browser does not hold it: what a person is told.
pub fn hold(model: &Model, text: &str, number: u64) -> Result<String, String> {
    read_file(model, text).map_err(|error| words::history::line_error(&error))?;
    let number = number.to_string();
    if session_storage::write(&file_key(&number), text) {
        Ok(format!("{FILE}{number}"))
    } else {
        Err(say::FILE_NOT_HELD.to_owned())
    }
}

/// The payload in what somebody pasted: a link, or text with a link in it.
///
/// # Errors
///
/// There is none that can be read: what a person is told.
pub fn pasted(model: &Model, text: &str) -> Result<String, String> {
    let (_, opened) = open_line(model, text.trim()).map_err(|error| words::history::line_error(&error))?;
    if opened.other_revision.is_none() {
        return encode(model, Kind::Result, &opened.shared).map_err(words::link::trouble);
    }
    // It cannot be written anew by the questions that it was made with: it is kept to the letter.
    let payload = text.rsplit_once("#/r/").map_or(text.trim(), |(_, payload)| payload);
    Ok(payload.chars().take_while(|&c| c.is_ascii_alphanumeric() || c == '-' || c == '_').collect())
}

/// The result that a part of the address means.
///
/// # Errors
///
/// It is not there, or cannot be read: what a person is told.
pub fn resolve(session: Session, key: &str) -> Result<Side, String> {
    let model = session.model;
    let record = if let Some(named) = key.strip_prefix(OWN) {
        let (id, state) = named.split_once(':').map_or((named, None), |(id, state)| (id, Some(state)));
        let assessment = session.readable(id).ok_or(say::NOT_HERE)?;
        let now = Record::of(model, &assessment, local_day(assessment.updated))
            .ok_or_else(|| words::other_model(&assessment))?;
        match state {
            None => now,
            Some(state) => {
                let mut states = assessment.snapshots.iter();
                let found =
                    states.find(|one| one.at.unix_seconds().to_string() == state).ok_or(say::SNAPSHOT_GONE)?;
                snapshots::record(model, &assessment, found, local_day(found.at))
            }
        }
    } else if let Some(number) = key.strip_prefix(FILE) {
        let text = session_storage::read(&file_key(number)).ok_or(say::FILE_GONE)?;
        read_file(model, &text).map_err(|error| words::history::line_error(&error))?
    } else {
        Record::of_link(model, decode(model, Kind::Result, key).map_err(words::link::trouble)?)
    };
    Ok(Side { key: key.to_owned(), record })
}
