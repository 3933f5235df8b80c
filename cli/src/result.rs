//! `result`: a result as data.

use std::io::Write;

use mlops_core::advice::patterns::fired_patterns;
use mlops_core::assessment::Assessment;
use mlops_core::history::portfolio::LineError;
use mlops_core::history::snapshots::past;
use mlops_core::model::Model;
use mlops_core::report::Subject;
use mlops_core::report::data::result_data;
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::profile_of;

use crate::{Failure, Outcome, decode, input, note_differences};

pub fn run(model: &Model, results: &[String], out: &mut impl Write) -> Result<Outcome, Failure> {
    input::each(model, results, |item| {
        let is_from_link = matches!(item, input::Item::Link(_));
        let assessment = match decode::assessment(model, item) {
            Ok(assessment) if assessment.model.id == model.id() => assessment,
            Ok(_) => return Ok(Err(LineError::OtherModel)),
            Err(error) => return Ok(Err(error)),
        };
        let other_revision = Some(assessment.model.revision).filter(|&made_with| made_with != model.revision());
        note_differences(model, &assessment.title, assessment.unknown_capability_ids(model).len(), other_revision);
        let written =
            with_subject(model, &assessment, is_from_link, |subject| serde_json::to_string(&result_data(subject)));
        let line = written.map_err(|error| Failure::Io("standard output".to_owned(), error.into()))?;
        writeln!(out, "{line}").map_err(Failure::io("standard output"))?;
        Ok(Ok(()))
    })
}

/// Calls `read` with an assessment as the subject of a report.
pub fn with_subject<T>(
    model: &Model,
    assessment: &Assessment,
    is_from_link: bool,
    read: impl FnOnce(&Subject) -> T,
) -> T {
    let (question_set, answers) = (assessment.question_set(model), assessment.answers(model));
    let past = past(model, assessment);
    let case = Case::new(model, &question_set, &answers).for_models(assessment.model_count()).since(&past);
    read(&Subject {
        title: &assessment.title,
        day: assessment.answered_at().day(),
        case,
        profile: &profile_of(case),
        patterns: &fired_patterns(case),
        assessment: Some(assessment),
        link: None,
        is_from_link,
    })
}
