//! One result from any source: a link, a file, a saved assessment, a snapshot.

use crate::assessment::{Assessment, Outcomes, clean_title};
use crate::link::{DecodedLink, LinkContents, LinkOptions, outcomes};
use crate::model::answer::Answers;
use crate::model::{CapabilityIx, Model};
use crate::moment::Day;
use crate::order;
use crate::scoring::case::{Case, QuestionSet};

/// A result to compare with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The title; empty if unknown.
    pub title: String,
    /// The label of the snapshot; empty if it has none, or if this is no snapshot. A link does not contain it.
    pub label: String,
    /// The business unit of the team; empty if unknown.
    pub business_unit: String,
    /// The day of the result.
    pub day: Day,
    /// The questions that were asked.
    pub question_set: QuestionSet,
    pub answers: Answers,
    /// The revision of the model that it was made with, if it is not this one.
    pub other_revision: Option<u32>,
    /// Questions that are asked now but were missing in its revision, as far as known.
    pub absent: Vec<CapabilityIx>,
    /// The number of answers to questions that the model does not have. They are not scored.
    pub not_of_this_model: usize,
    /// The delivery metrics, as far as known.
    pub outcomes: Outcomes,
}

impl Record {
    /// The result in a link.
    #[must_use]
    pub fn of_link(model: &Model, opened: DecodedLink) -> Self {
        let shared = opened.shared;
        // A link covers the first keys only: later questions have greater keys.
        let mut absent: Vec<CapabilityIx> = Vec::new();
        if opened.new_questions > 0 {
            absent.extend(shared.question_set.capabilities(model));
            order::sort_by_key(&mut absent, |&at| model.capability(at).key);
            absent.drain(..absent.len().saturating_sub(opened.new_questions));
        }
        Self {
            title: shared.title,
            label: String::new(),
            business_unit: shared.business_unit,
            day: shared.day,
            question_set: shared.question_set,
            answers: shared.answers,
            other_revision: opened.other_revision,
            absent,
            not_of_this_model: opened.retired_answers,
            outcomes: shared.outcomes,
        }
    }

    /// The result of an assessment that was last changed on this day; `None` if it answers another questionnaire.
    #[must_use]
    pub fn of(model: &Model, assessment: &Assessment, day: Day) -> Option<Self> {
        (assessment.model.id == model.id()).then(|| Self {
            title: assessment.title.clone(),
            label: String::new(),
            business_unit: assessment.business_unit.clone(),
            day,
            question_set: assessment.question_set(model),
            answers: assessment.answers(model),
            other_revision: Some(assessment.model.revision).filter(|&revision| revision != model.revision()),
            absent: Vec::new(),
            not_of_this_model: assessment.unknown_capability_ids(model).len(),
            outcomes: outcomes(assessment),
        })
    }

    /// The contents of a link with this result: answers and day, and on request its title, business unit and delivery
    /// metrics. A record has none of the other parts.
    #[must_use]
    pub fn to_shared(&self, model: &Model, parts: &LinkOptions) -> LinkContents {
        let mut shared = LinkContents::new(model, self.question_set.clone(), self.day);
        for at in self.question_set.capabilities(model) {
            shared.answers.set(at, self.answers.get(at));
        }
        if parts.title {
            shared.title = clean_title(&self.title);
        }
        if parts.business_unit {
            shared.business_unit = clean_title(&self.business_unit);
        }
        if parts.outcomes {
            shared.outcomes = self.outcomes.clone();
        }
        shared
    }

    /// The case that the result is computed from.
    #[must_use]
    pub const fn case<'a>(&'a self, model: &'a Model) -> Case<'a> {
        Case::new(model, &self.question_set, &self.answers)
    }

    /// Whether the result asked a question.
    #[must_use]
    pub fn asks(&self, model: &Model, at: CapabilityIx) -> bool {
        self.question_set.asks(model, at) && !self.absent.contains(&at)
    }
}
