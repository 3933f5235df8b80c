//! `compare`: what changed between two results.

use std::io::Write;

use mlops_core::history::compare::compare;
use mlops_core::history::record::Record;
use mlops_core::model::Model;
use mlops_core::portfolio::{MAX_LINE_BYTES, read_file, read_line};
use mlops_core::report::comparison::comparison_document;
use mlops_core::report::{html, markdown};
use mlops_core::words::files::line_error;

use crate::arguments::Text;
use crate::{Failure, Outcome, input, text_of};

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

/// The one result in a link, a file or standard input.
pub fn record(model: &Model, name: &str) -> Result<Record, Failure> {
    let text = if name != "-" && input::is_link(name) { name.to_owned() } else { text_of(name, MAX_LINE_BYTES)? };
    let text = text.trim_start_matches('\u{feff}').trim();
    let read = if text.starts_with('{') { read_file(model, text).map(Some) } else { read_line(model, text) };
    let refused = |why: &str| Failure::Refused(format!("{name}: {why}"));
    read.map_err(|error| refused(&line_error(&error)))?.ok_or_else(|| refused("It is empty."))
}
