//! The answers beside the references of a framework.

use super::{Framework, Governance, Reference};
use crate::assessment::Response;
use crate::model::CapabilityIx;
use crate::model::answer::Answer;
use crate::moment::Day;
use crate::report::Subject;

/// A reference with the questions that touch it.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// Whose reference it is.
    pub framework: &'a Framework,
    /// What is asked.
    pub reference: &'a Reference,
    /// In the order of the content; none where no question touches the reference.
    pub questions: Vec<Question<'a>>,
}

/// A question that touches a reference, with what the team says of it.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The practice that it asks about.
    pub capability: CapabilityIx,
    /// Whether it was asked, and the answer.
    pub state: State,
    /// Where the evidence is; empty where the team names none.
    pub evidence: &'a str,
    /// The day on which the evidence was looked at.
    pub evidence_date: Option<Day>,
    /// The day of the answer; none where that is not known.
    pub answered: Option<Day>,
    /// The team's own note.
    pub note: &'a str,
}

/// How a question was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The question set of the assessment does not contain it.
    NotInQuestionSet,
    /// It is asked; none where it has no answer.
    Asked(Option<Answer>),
}

impl State {
    /// Whether the answer is evidence of practice: it says that something is in place.
    #[must_use]
    pub const fn is_evidence(self) -> bool {
        matches!(self, Self::Asked(Some(Answer::Yes | Answer::Partly)))
    }

    /// Whether the team says of it that it does not apply.
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
    // An answer that a pattern asked for beyond the question set counts: it was given.
    let given = case.given(at);
    let state = if given.is_none() && !case.questionnaire.asks(case.model, at) {
        State::NotInQuestionSet
    } else {
        State::Asked(given)
    };
    let response = subject.assessment.and_then(|own| own.responses.get(&case.model.capability(at).id));
    // What was noted with an answer of a track that is off says nothing of this result.
    let response = response.filter(|_| state != State::NotInQuestionSet);
    let text = |read: fn(&Response) -> &String| response.map_or("", |response| read(response).as_str());
    let answered = response.filter(|response| response.value.is_some() && response.stamp.at > 0);
    Question {
        capability: at,
        state,
        evidence: text(|response| &response.evidence),
        evidence_date: response.and_then(|response| response.evidence_date),
        // In UTC: a file that is handed in says the same wherever it is made.
        answered: answered.map(|response| response.stamp.moment().day()),
        note: text(|response| &response.note),
    }
}
