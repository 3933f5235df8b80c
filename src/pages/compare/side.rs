//! A result to compare, found by its key in the address.
//!
//! The key of a result from a link is its payload. A result in this browser has a name instead ([`saved_key`],
//! [`snapshot_key`](crate::route::snapshot_key), or `file:<number>` for a file that is stored until the tab is
//! closed). So the address works after a reload, and contains no answers that the person did not share.

use crate::browser::session_storage;
use crate::route::SAVED_KEY;
use crate::state::{Library, local_day};
use mlops_core::history::record::Record;
use mlops_core::history::snapshots;
use mlops_core::link::{LinkKind, LinkOptions, decode, encode};
use mlops_core::model::Model;
use mlops_core::portfolio::{open_one, read_file};
use mlops_core::words;
use mlops_core::words::compare as say;

const FILE_KEY: &str = "file:";

/// A result to compare.
#[derive(Clone, Debug)]
pub struct Side {
    /// Its key in the address.
    pub key: String,
    pub record: Record,
}

impl Side {
    /// Finds the result of a key.
    ///
    /// # Errors
    ///
    /// A sentence on why there is no such result, or why it cannot be read.
    pub fn find(model: &Model, library: Library, key: &str) -> Result<Self, String> {
        let record = if let Some(saved) = key.strip_prefix(SAVED_KEY) {
            saved_record(model, library, saved)?
        } else if let Some(number) = key.strip_prefix(FILE_KEY) {
            let text = session_storage::read(&storage_key(number)).ok_or(say::FILE_GONE)?;
            read_file(model, &text).map_err(|error| words::files::line_error_text(&error))?
        } else {
            Record::of_link(model, decode(model, LinkKind::Result, key).map_err(words::link::error_text)?)
        };
        Ok(Self { key: key.to_owned(), record })
    }

    /// The payload of this result in a link for another person; `None` if it is too long for a link.
    #[must_use]
    pub fn payload(&self, model: &Model, titles: bool, outcomes: bool) -> Option<String> {
        // A payload of another revision of the questionnaire cannot be encoded again without loss.
        let is_payload = !self.key.starts_with(SAVED_KEY) && !self.key.starts_with(FILE_KEY);
        if is_payload && self.record.other_revision.is_some() {
            return Some(self.key.clone());
        }
        let parts = LinkOptions { title: titles, outcomes, ..LinkOptions::default() };
        encode(model, LinkKind::Result, &self.record.to_shared(model, &parts)).ok()
    }
}

/// A saved assessment by its id, or one of its snapshots by `<id>:<seconds>`.
fn saved_record(model: &Model, library: Library, saved: &str) -> Result<Record, String> {
    let (id, seconds) = saved.split_once(':').map_or((saved, None), |(id, seconds)| (id, Some(seconds)));
    let assessment = library.find(id).ok_or(say::NOT_HERE)?;
    let now = Record::of(model, &assessment, local_day(assessment.answered_at()))
        .ok_or_else(|| words::other_model(&assessment))?;
    let Some(seconds) = seconds else { return Ok(now) };
    let mut taken = assessment.snapshots.iter();
    let snapshot = taken.find(|one| one.at.unix_seconds().to_string() == seconds).ok_or(say::SNAPSHOT_GONE)?;
    Ok(snapshots::record(model, &assessment, snapshot, local_day(snapshot.at)))
}

fn storage_key(number: &str) -> String {
    format!("mlops-maturity:compare:{number}")
}

/// Stores a file until the tab is closed, and returns its key.
///
/// # Errors
///
/// A sentence on why the file is no result of this questionnaire, or that the browser does not store it.
pub fn keep_file(model: &Model, text: &str, number: u64) -> Result<String, String> {
    read_file(model, text).map_err(|error| words::files::line_error_text(&error))?;
    let number = number.to_string();
    if session_storage::write(&storage_key(&number), text) {
        Ok(format!("{FILE_KEY}{number}"))
    } else {
        Err(say::FILE_NOT_HELD.to_owned())
    }
}

/// The payload of a pasted link, or of a link in a pasted text.
///
/// # Errors
///
/// A sentence on why no link could be read.
pub fn payload_in(model: &Model, text: &str) -> Result<String, String> {
    let link = open_one(model, text).map_err(|error| words::files::line_error_text(&error))?;
    if link.opened.other_revision.is_none() {
        return encode(model, LinkKind::Result, &link.opened.shared).map_err(words::link::error_text);
    }
    // A payload of another revision of the questionnaire cannot be encoded again without loss, so it is used as it
    // is.
    Ok(link.payload)
}
