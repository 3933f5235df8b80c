//! `compare`: what changed between two results.

use std::io::Write;

use mlops_core::history::compare::compare;
use mlops_core::history::record::Record;
use mlops_core::model::Model;
use mlops_core::portfolio::{MAX_LINE_BYTES, read_one};
use mlops_core::report::comparison::comparison_document;
use mlops_core::report::{html, markdown};
use mlops_core::words::files;

use crate::arguments::Text;
use crate::{Failure, Outcome, input, note_differences, text_of};

pub fn run(model: &Model, names: [&str; 2], format: Text, out: &mut impl Write) -> Result<Outcome, Failure> {
    let [before, after] = [record(model, names[0])?, record(model, names[1])?];
    let document = comparison_document(model, [&before, &after], &compare(model, &before, &after));
    let text = match format {
        Text::Markdown => markdown::write(&document),
        Text::Html => html::page(&document, model.language()),
    };
    out.write_all(text.as_bytes()).map_err(Failure::io("standard output"))?;
    Ok(Outcome::AllRead)
}

/// The only result in a link, a file or standard input.
pub fn record(model: &Model, name: &str) -> Result<Record, Failure> {
    let text = text_of_result(name)?;
    let record = read_one(model, &text).map_err(|error| refused(name, &files::line_error_text(&error)))?;
    note_differences(model, &record.title, record.not_of_this_model, record.other_revision);
    Ok(record)
}

/// The text of the only result in a link, a file or standard input.
pub fn text_of_result(name: &str) -> Result<String, Failure> {
    let text = if name != "-" && input::is_link(name) { name.to_owned() } else { text_of(name, MAX_LINE_BYTES)? };
    if text.trim().is_empty() {
        return Err(refused(name, files::EMPTY));
    }
    Ok(text)
}

/// An argument is no result, and why.
pub fn refused(name: &str, why: &str) -> Failure {
    Failure::Refused(format!("{name}: {why}"))
}
