//! One result, wherever it came from: a link, a file, what is saved, a snapshot.

use crate::assessment::{Assessment, Outcomes, clean_title};
use crate::link::{Opened, Shared, outcomes};
use crate::model::answer::Answers;
use crate::model::{CapabilityIx, Model};
use crate::moment::Day;
use crate::order;
use crate::scoring::case::{Case, Questionnaire};

/// A result that is looked at beside others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What it is called; empty where nothing says.
    pub title: String,
    /// The name of the snapshot; empty if it has none, or if this is no snapshot. A link does not contain it.
    pub label: String,
    /// The business unit that the team belongs to; empty where nothing says.
    pub business_unit: String,
    /// The day it stands for.
    pub day: Day,
    /// Which questions were asked.
    pub questionnaire: Questionnaire,
    /// What was answered.
    pub answers: Answers,
    /// The model's revision that it was made with, where that is another one.
    pub other_revision: Option<u32>,
    /// Questions that are asked now and that its revision did not have yet, as far as that is known.
    pub absent: Vec<CapabilityIx>,
    /// The outcome numbers, as far as they are told.
    pub outcomes: Outcomes,
}

impl Record {
    /// What a link holds.
    #[must_use]
    pub fn of_link(model: &Model, opened: Opened) -> Self {
        let shared = opened.shared;
        // A link covers the first of the keys that are asked: what came later has the greatest.
        let mut absent: Vec<CapabilityIx> = Vec::new();
        if opened.new_questions > 0 {
            absent.extend(shared.questionnaire.capabilities(model));
            order::sort_by_key(&mut absent, |&at| model.capability(at).key);
            absent.drain(..absent.len().saturating_sub(opened.new_questions));
        }
        Self {
            title: shared.title,
            label: String::new(),
            business_unit: shared.business_unit,
            day: shared.day,
            questionnaire: shared.questionnaire,
            answers: shared.answers,
            other_revision: opened.other_revision,
            absent,
            outcomes: shared.outcomes,
        }
    }

    /// How an assessment stands, last changed on this day; none where it answers another questionnaire.
    #[must_use]
    pub fn of(model: &Model, assessment: &Assessment, day: Day) -> Option<Self> {
        (assessment.model.id == model.id()).then(|| Self {
            title: assessment.title.clone(),
            label: String::new(),
            business_unit: assessment.business_unit.clone(),
            day,
            questionnaire: assessment.questionnaire(model),
            answers: assessment.answers(model),
            other_revision: Some(assessment.model.revision).filter(|&revision| revision != model.revision()),
            absent: Vec::new(),
            outcomes: outcomes(assessment),
        })
    }

    /// What a link of it holds: answers and day, and of its name and its outcome numbers what is asked for.
    #[must_use]
    pub fn to_shared(&self, model: &Model, with_title: bool, with_outcomes: bool) -> Shared {
        let mut shared = Shared::new(model, self.questionnaire.clone(), self.day);
        for at in self.questionnaire.capabilities(model) {
            shared.answers.set(at, self.answers.get(at));
        }
        if with_title {
            shared.title = clean_title(&self.title);
        }
        if with_outcomes {
            shared.outcomes = self.outcomes.clone();
        }
        shared
    }

    /// Everything its result is computed from.
    #[must_use]
    pub const fn case<'a>(&'a self, model: &'a Model) -> Case<'a> {
        Case::new(model, &self.questionnaire, &self.answers)
    }

    /// Whether it asked a question.
    #[must_use]
    pub fn asks(&self, model: &Model, at: CapabilityIx) -> bool {
        self.questionnaire.asks(model, at) && !self.absent.contains(&at)
    }
}
