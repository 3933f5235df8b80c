//! The answers beside the references of a framework.

use super::{Framework, Governance, Reference};
use crate::assessment::Response;
use crate::model::CapabilityIx;
use crate::model::answer::Answer;
use crate::moment::Day;
use crate::report::Subject;

/// A reference with the questions that match it.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    pub framework: &'a Framework,
    pub reference: &'a Reference,
    /// In the order of the content. Empty if no question matches the reference.
    pub questions: Vec<Question<'a>>,
}

/// A question that matches a reference, with the team's response.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The practice that it asks about.
    pub capability: CapabilityIx,
    /// Whether it is asked, and the answer.
    pub state: State,
    /// The evidence; empty if the team has none.
    pub evidence: &'a str,
    /// The day on which the evidence was looked at.
    pub evidence_date: Option<Day>,
    /// The day of the answer, if known.
    pub answered: Option<Day>,
    pub note: &'a str,
}

/// The state of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The question set does not contain it.
    NotInQuestionSet,
    /// It is asked. `None` if it is unanswered.
    Asked(Option<Answer>),
}

impl State {
    /// Whether the answer is evidence: it says that something is at least partly in place.
    #[must_use]
    pub const fn is_evidence(self) -> bool {
        matches!(self, Self::Asked(Some(Answer::Yes | Answer::Partly)))
    }

    /// Whether the team answered that it does not apply.
    #[must_use]
    pub const fn is_not_applicable(self) -> bool {
        matches!(self, Self::Asked(Some(Answer::NotApplicable)))
    }
}

impl Line<'_> {
    /// Whether any answer is evidence for the reference.
    #[must_use]
    pub fn has_evidence(&self) -> bool {
        self.questions.iter().any(|question| question.state.is_evidence())
    }
}

/// The lines of all frameworks.
pub fn lines<'a>(subject: &'a Subject<'a>, governance: &'a Governance) -> impl Iterator<Item = Line<'a>> {
    governance.frameworks.iter().flat_map(|framework| lines_of(subject, framework))
}

/// The lines of a framework, one for each reference.
pub fn lines_of<'a>(subject: &'a Subject<'a>, framework: &'a Framework) -> impl Iterator<Item = Line<'a>> {
    framework.references.iter().map(move |reference| Line {
        framework,
        reference,
        questions: reference.capabilities.iter().map(|&at| question(subject, at)).collect(),
    })
}

fn question<'a>(subject: &'a Subject<'a>, at: CapabilityIx) -> Question<'a> {
    let case = subject.case;
    // An answer that a pattern asked for outside the question set counts.
    let given = case.given(at);
    let state = if given.is_none() && !case.questionnaire.asks(case.model, at) {
        State::NotInQuestionSet
    } else {
        State::Asked(given)
    };
    let response = subject.assessment.and_then(|own| own.responses.get(&case.model.capability(at).id));
    // A note or evidence on a question of a track that is off has nothing to do with this result.
    let response = response.filter(|_| state != State::NotInQuestionSet);
    let text = |read: fn(&Response) -> &String| response.map_or("", |response| read(response).as_str());
    let answered = response.filter(|response| response.value.is_some() && response.stamp.at > 0);
    Question {
        capability: at,
        state,
        evidence: text(|response| &response.evidence),
        evidence_date: response.and_then(|response| response.evidence_date),
        // In UTC, so that the same file results wherever it is made.
        answered: answered.map(|response| response.stamp.moment().day()),
        note: text(|response| &response.note),
    }
}
