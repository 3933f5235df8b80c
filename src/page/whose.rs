//! Whose result a page shows: one's own, or somebody's from a link. Both can be taken along.

use std::sync::Arc;

use crate::page::share::with_linked;
use crate::state::Session;
use mlops_core::advice::patterns::fired_patterns;
use mlops_core::assessment::Assessment;
use mlops_core::history::snapshots::past;
use mlops_core::link::Including;
use mlops_core::model::Model;
use mlops_core::moment::Day;
use mlops_core::report::Subject;
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::profile_of;

/// Where a result comes from.
#[allow(clippy::large_enum_variant, reason = "a page holds a handful, and a session is a handle")]
#[derive(Clone)]
pub enum Whose {
    /// The open assessment.
    Own(Session),
    /// A link that was opened.
    Linked(Arc<Linked>),
}

/// What a link holds, and the link.
#[derive(Clone, Debug)]
pub struct Linked {
    /// The questionnaire it answers.
    pub model: &'static Model,
    /// Its answers, and what was said with them.
    pub assessment: Assessment,
    /// What it is called on the page.
    pub title: String,
    /// The day it was made.
    pub day: Day,
    /// Where it was opened.
    pub address: String,
}

impl Whose {
    /// Calls `look` with the result as the subject of a report; none when there is none.
    pub fn with<T>(&self, look: impl FnOnce(&Subject) -> T) -> Option<T> {
        match self {
            Self::Own(session) => with_linked(*session, &Including::default(), look),
            Self::Linked(linked) => Some(linked.with(look)),
        }
    }
}

impl Linked {
    /// Calls `look` with it as the subject of a report.
    pub fn with<T>(&self, look: impl FnOnce(&Subject) -> T) -> T {
        let Self { model, assessment, title, day, address } = self;
        let (questionnaire, answers) = (assessment.questionnaire(model), assessment.answers(model));
        let past = past(model, assessment);
        let case = Case::new(model, &questionnaire, &answers).since(&past);
        let profile = profile_of(case);
        look(&Subject {
            title,
            day: *day,
            case,
            profile: &profile,
            patterns: &fired_patterns(case),
            assessment: Some(assessment),
            link: Some(address),
        })
    }
}
