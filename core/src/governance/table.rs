//! The answers beside the references of a framework.

use super::{Framework, Governance, Reference};
use crate::assessment::Response;
use crate::model::answer::Answer;
use crate::model::{CapabilityIx, TrackIx};
use crate::moment::Day;
use crate::report::Subject;
use crate::scoring::case::Case;

/// A reference with the questions that match it.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    pub framework: &'a Framework,
    pub reference: &'a Reference,
    /// In the order of the content, those of tracks that are on. Empty if no question matches the reference.
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
    /// The day of the answer, if known. A link does not contain it.
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
        matches!(self, Self::Asked(Some(answer)) if answer.is_evidence())
    }

    /// Whether the team answered that it does not apply.
    #[must_use]
    pub const fn is_not_applicable(self) -> bool {
        matches!(self, Self::Asked(Some(answer)) if !answer.applies())
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

/// The lines of a framework, one for each reference, without references that only questions of tracks that are off
/// match.
pub fn lines_of<'a>(subject: &'a Subject<'a>, framework: &'a Framework) -> impl Iterator<Item = Line<'a>> {
    let case = subject.case;
    let is_shown = move |reference: &&'a Reference| !is_left_out(case, reference);
    framework.references.iter().filter(is_shown).map(move |reference| {
        let asked = reference.capabilities.iter().filter(|&&at| is_on(case, at));
        Line { framework, reference, questions: asked.map(|&at| question(subject, at)).collect() }
    })
}

/// What is left out because tracks are off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAssessed {
    /// The tracks that are off and have questions that match references.
    pub tracks: Vec<TrackIx>,
    /// The number of references that only such questions match.
    pub references: usize,
}

/// The tracks whose questions and references [`lines`] leaves out.
#[must_use]
pub fn not_assessed(subject: &Subject, governance: &Governance) -> NotAssessed {
    let case = subject.case;
    let references = || governance.frameworks.iter().flat_map(|framework| &framework.references);
    let is_off = |track: &TrackIx| {
        let is_of_it = |at: &CapabilityIx| case.model.track_of(*at) == *track;
        !case.question_set.tracks.contains(track)
            && references().any(|reference| reference.capabilities.iter().any(is_of_it))
    };
    NotAssessed {
        tracks: case.model.track_ixs().filter(is_off).collect(),
        references: references().filter(|reference| is_left_out(case, reference)).count(),
    }
}

/// Whether the track of a question is on.
fn is_on(case: Case, at: CapabilityIx) -> bool {
    case.question_set.tracks.contains(&case.model.track_of(at))
}

/// Whether questions match a reference, but only those of tracks that are off.
fn is_left_out(case: Case, reference: &Reference) -> bool {
    !reference.capabilities.is_empty() && !reference.capabilities.iter().any(|&at| is_on(case, at))
}

fn question<'a>(subject: &'a Subject<'a>, at: CapabilityIx) -> Question<'a> {
    let case = subject.case;
    // An answer that a pattern asked for outside the question set counts.
    let given = case.given(at);
    let state = if given.is_none() && !case.question_set.asks(case.model, at) {
        State::NotInQuestionSet
    } else {
        State::Asked(given)
    };
    let response = subject.assessment.and_then(|own| own.responses.get(&case.model.capability(at).id));
    // A note or evidence on a question outside the question set has nothing to do with this result.
    let response = response.filter(|_| state != State::NotInQuestionSet);
    let text = |read: fn(&Response) -> &String| response.map_or("", |response| read(response).as_str());
    // What is read from a link has the day of the reading or of the link, not of the answer.
    let is_dated = |response: &&Response| !subject.is_from_link && response.value.is_some() && response.stamp.at > 0;
    let answered = response.filter(is_dated);
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
