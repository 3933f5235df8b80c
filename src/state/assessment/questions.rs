//! The order of the questions, and which of them are answered, marked or still open.

use leptos::prelude::*;

use super::OpenAssessment;
use mlops_core::assessment::Response;
use mlops_core::model::{AreaIx, CapabilityIx};
use mlops_core::moment::Day;
use mlops_core::scoring::case::QuestionSet;

impl OpenAssessment {
    /// Marks an open question to come back to, or removes the mark.
    pub fn set_later(&self, capability: CapabilityIx, is_later: bool) {
        self.respond(capability, |response| response.later = is_later);
    }

    /// Confirms an answer of the previous round.
    pub fn confirm(&self, capability: CapabilityIx) {
        self.respond(capability, |response| response.later = false);
    }

    /// Whether a question is unanswered and marked to come back to. Follows changes.
    #[must_use]
    pub fn is_later(&self, capability: CapabilityIx) -> bool {
        self.response_is(capability, |response| response.later && response.value.is_none())
    }

    /// Whether a question is marked, answered or not. Follows changes.
    #[must_use]
    pub fn is_marked(&self, capability: CapabilityIx) -> bool {
        self.response_is(capability, |response| response.later)
    }

    /// Whether a question is answered in this round. Follows changes.
    #[must_use]
    pub fn is_answered(&self, capability: CapabilityIx) -> bool {
        self.response_is(capability, Response::is_of_this_round)
    }

    /// Whether an answer of the previous round still has to be confirmed. Follows changes.
    #[must_use]
    pub fn is_to_confirm(&self, capability: CapabilityIx) -> bool {
        self.response_is(capability, |response| response.value.is_some() && response.later)
    }

    /// Whether the answer was proposed from code. Follows changes.
    #[must_use]
    pub fn is_from_repository(&self, capability: CapabilityIx) -> bool {
        self.response_is(capability, |response| response.from.is_some())
    }

    fn response_is(&self, capability: CapabilityIx, is: fn(&Response) -> bool) -> bool {
        self.with_response(capability, is).unwrap_or_default()
    }

    /// The questions of an area that are asked. Follows the questionnaire.
    #[must_use]
    pub fn questions_in(&self, area: AreaIx) -> Vec<CapabilityIx> {
        let model = self.model();
        let in_area = |at: &CapabilityIx| model.capability(*at).area == area;
        self.question_set.with(|asked| asked.capabilities(model).filter(in_area).collect())
    }

    /// The date of the evidence of an answer that still has to be confirmed in a new round. Follows changes.
    #[must_use]
    pub fn old_evidence(&self, capability: CapabilityIx) -> Option<Day> {
        self.with_response(capability, Response::old_evidence).flatten()
    }

    /// The next open question after `after`, or from the start of `area` if that is `None`; at the end it continues
    /// from the first question. Answers with evidence older than the round come first, then questions that are not
    /// marked to come back to.
    #[must_use]
    pub fn next_open(&self, area: AreaIx, after: Option<CapabilityIx>) -> Option<CapabilityIx> {
        let model = self.model();
        let mut asked: Vec<CapabilityIx> = self.question_set.with(|asked| asked.capabilities(model).collect());
        let start = asked.iter().position(|&at| match after {
            Some(after) => at > after,
            None => model.capability(at).area == area,
        });
        asked.rotate_left(start.unwrap_or(0));
        asked.retain(|&at| Some(at) != after && !self.is_answered(at));
        let unmarked = || asked.iter().copied().find(|&at| !self.is_later(at));
        self.oldest(&asked).or_else(unmarked).or_else(|| asked.first().copied())
    }

    /// The question with the oldest evidence that still has to be confirmed.
    fn oldest(&self, asked: &[CapabilityIx]) -> Option<CapabilityIx> {
        let dated = asked.iter().filter_map(|&at| Some((self.old_evidence(at)?, at)));
        dated.min().map(|(_, at)| at)
    }

    /// The first open question; in a new round, the one with the oldest evidence. `None` if all are answered.
    #[must_use]
    pub fn first_open(&self) -> Option<CapabilityIx> {
        let asked: Vec<CapabilityIx> = self.question_set.with(|asked| asked.capabilities(self.model()).collect());
        self.oldest(&asked).or_else(|| asked.into_iter().find(|&at| !self.is_answered(at)))
    }

    /// The first open question of an area.
    #[must_use]
    pub fn first_open_in(&self, area: AreaIx) -> Option<CapabilityIx> {
        self.questions_in(area).into_iter().find(|&at| !self.is_answered(at))
    }

    /// Whether a question is the first of its area.
    #[must_use]
    pub fn is_first_of_area(&self, at: CapabilityIx) -> bool {
        let model = self.model();
        let area = model.capability(at).area;
        let first = |asked: &QuestionSet| asked.capabilities(model).find(|&one| model.capability(one).area == area);
        self.question_set.with(first) == Some(at)
    }

    /// The area of the first open question; if there is none, the first area.
    #[must_use]
    pub fn first_open_area(&self) -> Option<AreaIx> {
        let first = self.question_set.with(|asked| asked.areas(self.model()).first().copied());
        self.first_open().map(|at| self.model().capability(at).area).or(first)
    }
}
