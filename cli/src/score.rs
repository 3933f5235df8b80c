//! `score`: a row for each result.

use std::io::Write;

use csv::{QuoteStyle, Terminator, WriterBuilder};
use mlops_core::history::record::Record;
use mlops_core::link::{LinkKind, LinkOptions, encode};
use mlops_core::model::Model;
use mlops_core::portfolio::{Grouping, OutputRow, Scorer, csv_head, csv_row, group_of, json_line};
use mlops_core::report::csv::inert;

use crate::arguments::Rows;
use crate::{Failure, Outcome, input, note_differences};

pub fn run(model: &Model, results: &[String], format: Rows, out: &mut impl Write) -> Result<Outcome, Failure> {
    match format {
        Rows::Csv => {
            let mut rows =
                WriterBuilder::new().quote_style(QuoteStyle::Always).terminator(Terminator::CRLF).from_writer(out);
            let mut write = |cells: &[String]| {
                let cells = cells.iter().try_for_each(|cell| rows.write_field(inert(cell).as_bytes()));
                // Ends the row.
                let row = cells.and_then(|()| rows.write_record(None::<&[u8]>));
                row.map_err(|error| Failure::io("standard output")(error.into()))
            };
            write(&csv_head(model))?;
            let outcome = each(model, results, |row| write(&csv_row(row)))?;
            rows.flush().map_err(Failure::io("standard output"))?;
            Ok(outcome)
        }
        Rows::Jsonl => each(model, results, |row| {
            writeln!(out, "{}", json_line(model, row)).map_err(Failure::io("standard output"))
        }),
    }
}

/// Scores every result. Unreadable results are reported with their place.
fn each(
    model: &Model,
    results: &[String],
    mut write: impl FnMut(&OutputRow) -> Result<(), Failure>,
) -> Result<Outcome, Failure> {
    let mut scorer = Scorer::new(model);
    input::each(model, results, |item| {
        let payload = item.payload().map(str::to_owned);
        let record = match item.record(model) {
            Ok(record) => record,
            Err(error) => return Ok(Err(error)),
        };
        note_differences(model, &record.title, record.not_of_this_model, record.other_revision);
        let row = OutputRow {
            title: &record.title,
            business_unit: &record.business_unit,
            group: &group_of(&record.title, &record.business_unit, Grouping::None),
            day: record.day,
            question_set: &record.question_set,
            standing: &scorer.standing(&record),
            link: &link(model, payload, &record),
        };
        write(&row).map(Ok)
    })
}

/// The end of the address of a result, after the address of the page: the payload of its link, or a new one for a
/// file. Empty if no link can be made.
fn link(model: &Model, payload: Option<String>, record: &Record) -> String {
    let made = || {
        let parts = LinkOptions { title: true, business_unit: true, ..LinkOptions::default() };
        encode(model, LinkKind::Result, &record.to_shared(model, &parts)).ok()
    };
    payload.or_else(made).map(|payload| format!("#/r/{payload}")).unwrap_or_default()
}
