//! Reads and scores many results. What depends only on the questions is computed once.

use super::line::read_line_with;
use super::outline::Outline;
use super::{LineError, Standing};
use crate::history::record::Record;
use crate::link::Decoder;
use crate::model::Model;
use crate::scoring::case::QuestionSet;

/// A questionnaire of some results, with the data that scoring needs.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub question_set: QuestionSet,
    pub outline: Outline,
}

/// The position of a questionnaire among those of earlier results. A new one is added.
pub(super) fn position(asked: &mut Vec<Asked>, model: &Model, question_set: &QuestionSet) -> usize {
    asked.iter().position(|one| one.question_set == *question_set).unwrap_or_else(|| {
        asked.push(Asked { question_set: question_set.clone(), outline: Outline::new(model, question_set) });
        asked.len() - 1
    })
}

/// Reads and scores results one by one without storing them, so that memory does not grow with their number.
#[derive(Clone, Debug)]
pub struct Scorer<'m> {
    pub(super) decoder: Decoder<'m>,
    pub(super) asked: Vec<Asked>,
}

impl<'m> Scorer<'m> {
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        Self { decoder: Decoder::new(model), asked: Vec::new() }
    }

    /// Reads one line: see [`read_line`](super::read_line).
    pub fn read_line(&mut self, line: &str) -> Vec<Result<Record, LineError>> {
        read_line_with(&mut self.decoder, line)
    }

    /// The levels of a result.
    pub fn standing(&mut self, record: &Record) -> Standing {
        let at = position(&mut self.asked, self.decoder.model(), &record.question_set);
        self.asked[at].outline.standing(&record.answers)
    }
}
