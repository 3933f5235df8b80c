//! A result to show and export: of the open assessment, or from a link.

use leptos::prelude::*;

use crate::state::share_link::{published_copy, result_address};
use crate::state::{OpenAssessment, local_day};
use mlops_core::advice::patterns::fired_patterns;
use mlops_core::assessment::Assessment;
use mlops_core::history::snapshots::past;
use mlops_core::link::LinkOptions;
use mlops_core::model::Model;
use mlops_core::model::answer::Answers;
use mlops_core::moment::Day;
use mlops_core::report::Subject;
use mlops_core::scoring::case::{Case, Past, QuestionSet};
use mlops_core::scoring::profile::{Profile, profile_of};
use mlops_core::words;

/// The data behind everything that a result page shows.
#[derive(Clone, Debug)]
pub struct ShownResult {
    pub model: &'static Model,
    /// Answers, notes, targets and plan.
    pub assessment: Assessment,
    /// The title on the page.
    pub title: String,
    /// The day of the last change.
    pub day: Day,
    /// The address of a result from a link. `None` for the open assessment: its link is made when it is needed.
    pub address: Option<String>,
    /// Whether the answers were read from a link.
    pub is_from_link: bool,
    pub profile: Profile,
    question_set: QuestionSet,
    answers: Answers,
    /// Earlier answers. A pattern that has fired in all of them for months is a mismatch.
    past: Past,
}

impl ShownResult {
    /// The result of an assessment.
    #[must_use]
    pub fn new(model: &'static Model, assessment: Assessment, title: String, day: Day) -> Self {
        let (question_set, answers) = (assessment.question_set(model), assessment.answers(model));
        let profile = profile_of(Case::new(model, &question_set, &answers));
        let past = past(model, &assessment);
        Self {
            model,
            assessment,
            title,
            day,
            address: None,
            is_from_link: false,
            profile,
            question_set,
            answers,
            past,
        }
    }

    /// The result of the open assessment; `None` without one. Follows every change.
    #[must_use]
    pub fn of_open(open: OpenAssessment) -> Option<Self> {
        let assessment = open.current.get()?;
        let (title, day) = (words::title(&assessment.title).to_owned(), local_day(assessment.answered_at()));
        Some(Self::new(open.model(), assessment, title, day))
    }

    /// Whether this is the result of an assessment in this browser, which can still be changed.
    #[must_use]
    pub const fn is_own(&self) -> bool {
        self.address.is_none()
    }

    /// The question set with the answers.
    #[must_use]
    pub fn case(&self) -> Case<'_> {
        Case::new(self.model, &self.question_set, &self.answers)
            .for_models(self.assessment.model_count())
            .since(&self.past)
    }

    /// Calls `read` with the result as the subject of a report.
    pub fn with_subject<T>(&self, read: impl FnOnce(&Subject) -> T) -> T {
        let case = self.case();
        read(&Subject {
            title: &self.title,
            day: self.day,
            case,
            profile: &self.profile,
            patterns: &fired_patterns(case),
            assessment: Some(&self.assessment),
            link: self.address.as_deref(),
            is_from_link: self.is_from_link,
        })
    }
}

/// The result to export. The open assessment is read when its export is requested.
#[derive(Clone, Copy)]
#[allow(
    clippy::large_enum_variant,
    reason = "`OpenAssessment` is a `Copy` handle, and a page has a handful of sources"
)]
pub enum ResultSource {
    Open(OpenAssessment),
    Link(StoredValue<ShownResult>),
}

impl ResultSource {
    /// Calls `read` with the result and its share link as the subject of a report; `None` without a result. Follows
    /// changes.
    pub fn with_subject<T>(self, read: impl FnOnce(&Subject) -> T) -> Option<T> {
        match self {
            Self::Link(result) => Some(result.with_value(|result| result.with_subject(read))),
            Self::Open(open) => {
                let mut result = ShownResult::of_open(open)?;
                let (model, including) = (open.model(), LinkOptions::default());
                result.address = result_address(model, &result.assessment, &including, &published_copy()).ok();
                Some(result.with_subject(read))
            }
        }
    }

    /// The share link; `None` if others could not open it.
    #[must_use]
    pub fn address(self) -> Option<String> {
        self.with_subject(|subject| subject.link.map(str::to_owned)).flatten()
    }
}
