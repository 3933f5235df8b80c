//! `governance`: the answers of a result as evidence for laws, standards and guidance.

use std::io::Write;

use mlops_core::governance::Governance;
use mlops_core::model::Model;
use mlops_core::portfolio::{LineError, is_file, open_one};
use mlops_core::report::governance::{governance_document, governance_rows};
use mlops_core::report::{Subject, csv, markdown};
use mlops_core::words::files::line_error_text;

use crate::compare::{refused, text_of_result};
use crate::input::Item;
use crate::{Failure, Outcome, decode, result};

pub fn run(
    model: &Model,
    governance: &Governance,
    name: &str,
    is_csv: bool,
    out: &mut impl Write,
) -> Result<Outcome, Failure> {
    if governance.frameworks.is_empty() {
        return Err(Failure::Refused(
            "This questionnaire lists no frameworks, so there is no table to write.".to_owned(),
        ));
    }
    let text = text_of_result(name)?;
    let why = |error| refused(name, &line_error_text(&error));
    let is_from_link = !is_file(&text);
    let item =
        if is_from_link { Item::Link(Box::new(open_one(model, &text).map_err(why)?)) } else { Item::File(&text) };
    let assessment = decode::assessment(model, item).map_err(why)?;
    if assessment.model.id != model.id() {
        return Err(why(LineError::OtherModel));
    }
    let write = |subject: &Subject| {
        if is_csv {
            csv::write(&governance_rows(subject, governance))
        } else {
            markdown::write(&governance_document(subject, governance))
        }
    };
    let text = result::with_subject(model, &assessment, is_from_link, write);
    out.write_all(text.as_bytes()).map_err(Failure::io("standard output"))?;
    Ok(Outcome::AllRead)
}
