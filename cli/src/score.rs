//! `score`: a row for each result.

use std::io::Write;

use mlops_core::history::record::Record;
use mlops_core::link::{Kind, encode};
use mlops_core::model::Model;
use mlops_core::portfolio::{Grouping, OutputRow, Standing, csv_head, csv_row, group_of, json_line};
use mlops_core::report::csv;

use crate::arguments::Rows;
use crate::{Failure, Outcome, input};

pub fn run(model: &Model, results: &[String], format: Rows, out: &mut impl Write) -> Result<Outcome, Failure> {
    let mut write = |text: &str| out.write_all(text.as_bytes()).map_err(Failure::io("standard output"));
    if format == Rows::Csv {
        write(&csv::write(&[csv_head(model)]))?;
    }
    input::each(model, results, |item| {
        let payload = item.payload().map(str::to_owned);
        let record = match item.record(model) {
            Ok(record) => record,
            Err(error) => return Ok(Err(error)),
        };
        let row = OutputRow {
            title: &record.title,
            business_unit: &record.business_unit,
            group: &group_of(&record.title, &record.business_unit, Grouping::None),
            day: record.day,
            questionnaire: &record.questionnaire,
            standing: &Standing::of(record.case(model)),
            link: &link(model, payload, &record),
        };
        write(&match format {
            Rows::Csv => csv::write(&[csv_row(&row)]),
            Rows::Jsonl => json_line(model, &row) + "\n",
        })?;
        Ok(Ok(()))
    })
}

/// The end of the address at which a result opens, behind that of the page: the link as it came in, else one that is made for the
/// file. Empty where none can be made.
fn link(model: &Model, payload: Option<String>, record: &Record) -> String {
    let made = || {
        let mut shared = record.to_shared(model, true, false);
        shared.business_unit.clone_from(&record.business_unit);
        encode(model, Kind::Result, &shared).ok()
    };
    payload.or_else(made).map(|payload| format!("#/r/{payload}")).unwrap_or_default()
}
