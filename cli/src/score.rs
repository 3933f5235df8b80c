//! `score`: a row for each result.

use std::io::Write;

use mlops_core::model::Model;
use mlops_core::portfolio::{Standing, csv_head, csv_row, json_line};
use mlops_core::report::csv;

use crate::arguments::Rows;
use crate::{Failure, Outcome, input};

pub fn run(model: &Model, results: &[String], format: Rows, out: &mut impl Write) -> Result<Outcome, Failure> {
    let mut write = |text: &str| out.write_all(text.as_bytes()).map_err(Failure::io("standard output"));
    if format == Rows::Csv {
        write(&csv::write(&[csv_head(model)]))?;
    }
    input::each(model, results, |item| {
        let record = match item.record(model) {
            Ok(record) => record,
            Err(error) => return Ok(Err(error)),
        };
        let standing = Standing::of(record.case(model));
        write(&match format {
            Rows::Csv => csv::write(&[csv_row(&record.title, &record.business_unit, record.day, &standing)]),
            Rows::Jsonl => {
                let names = [&*record.title, &*record.business_unit];
                json_line(model, names, record.day, &record.questionnaire, &standing) + "\n"
            }
        })?;
        Ok(Ok(()))
    })
}
