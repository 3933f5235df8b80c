//! `check-model`: every fault of a questionnaire.

use std::io::Write;

use mlops_core::evidence::signals;
use mlops_core::governance;
use mlops_core::model::file;
use mlops_core::words;

use crate::{Failure, Outcome, text_of};

pub fn run(path: &str, out: &mut impl Write) -> Result<Outcome, Failure> {
    let text = text_of(path, file::MAX_BYTES)?;
    let read = file::read(&text).and_then(|model| {
        signals::read(&text, &model)?;
        governance::read::read(&text, &model)?;
        Ok(model)
    });
    let (said, outcome) = match read {
        Ok(model) => {
            let questions = words::quantity::questions(model.capabilities().len());
            let sound = format!("Valid: \"{}\", revision {}, {questions}.\n", model.title(), model.revision());
            (sound, Outcome::AllRead)
        }
        Err(faults) => (faults.iter().map(|fault| format!("{fault}\n")).collect(), Outcome::SomeRefused),
    };
    out.write_all(said.as_bytes()).map_err(Failure::io("standard output"))?;
    Ok(outcome)
}
