//! The input of every result: a model, the question set, and the answers.

use serde::{Deserialize, Serialize};

use crate::json::typed::unexpected;
use crate::model::answer::{Answer, Answers};
use crate::model::{AreaIx, CapabilityIx, Model, TrackIx};
use crate::moment::Moment;
use crate::scoring::profile::Fraction;

/// The question set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(into = "&'static str", try_from = "String")]
pub enum Scope {
    /// Core capabilities and guards.
    #[default]
    Essentials,
    /// All questions.
    Full,
}

impl Scope {
    /// The word in files and addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Essentials => "essentials",
            Self::Full => "full",
        }
    }

    /// The question set with this word in files and addresses.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Essentials, Self::Full].into_iter().find(|scope| scope.word() == word)
    }
}

impl From<Scope> for &'static str {
    fn from(scope: Scope) -> Self {
        scope.word()
    }
}

impl TryFrom<String> for Scope {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        Self::from_word(&word).ok_or_else(|| unexpected("expected \"essentials\" or \"full\"", &word))
    }
}

/// The questions that are asked: a question set, and the tracks that are on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct QuestionSet {
    pub scope: Scope,
    /// The tracks that are on, in the model's order.
    pub tracks: Vec<TrackIx>,
}

impl QuestionSet {
    /// The questionnaire with every track that is not optional.
    #[must_use]
    pub fn of(model: &Model, scope: Scope) -> Self {
        let tracks = model.track_ixs().filter(|&track| !model.track(track).optional).collect();
        Self { scope, tracks }
    }

    /// Whether a question is asked, whatever its answer.
    #[must_use]
    pub fn asks(&self, model: &Model, capability: CapabilityIx) -> bool {
        let is_in_scope = self.scope == Scope::Full || model.capability(capability).is_essential();
        is_in_scope && self.tracks.contains(&model.track_of(capability))
    }

    /// The questions that are asked, in the model's order.
    pub fn capabilities<'a>(&'a self, model: &'a Model) -> impl Iterator<Item = CapabilityIx> + 'a {
        model.capability_ixs().filter(|&capability| self.asks(model, capability))
    }

    /// The areas with at least one question, in the model's order.
    #[must_use]
    pub fn areas(&self, model: &Model) -> Vec<AreaIx> {
        let asked = |area: AreaIx| self.capabilities(model).any(|c| model.capability(c).area == area);
        model.area_ixs().filter(|&area| asked(area)).collect()
    }
}

/// The input of a result. Cheap to copy, because it only borrows.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    pub model: &'a Model,
    /// The questions that count.
    pub question_set: &'a QuestionSet,
    pub answers: &'a Answers,
    /// The number of models that the effort is for.
    pub models: u32,
    /// Earlier answers, if known.
    pub past: Option<&'a Past>,
}

/// Earlier answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// The last change of today's answers.
    pub updated: Moment,
    /// Newest first.
    pub snapshots: Vec<(Moment, Answers)>,
}

impl<'a> Case<'a> {
    #[must_use]
    pub const fn new(model: &'a Model, question_set: &'a QuestionSet, answers: &'a Answers) -> Self {
        Self { model, question_set, answers, models: 1, past: None }
    }

    /// The same case for this many models, at least one.
    #[must_use]
    pub fn for_models(self, models: u32) -> Self {
        Self { models: models.max(1), ..self }
    }

    /// The same case with earlier answers.
    #[must_use]
    pub const fn since(self, past: &'a Past) -> Self {
        Self { past: Some(past), ..self }
    }

    /// Whether a capability counts: its question is asked, and is not answered "not applicable".
    #[must_use]
    pub fn in_scope(self, capability: CapabilityIx) -> bool {
        self.question_set.asks(self.model, capability) && self.answers.get(capability) != Some(Answer::NotApplicable)
    }

    /// Whether its question is outside the question set: its track is on, and only a larger set asks it.
    #[must_use]
    pub fn is_beyond_scope(self, capability: CapabilityIx) -> bool {
        let is_on = self.question_set.tracks.contains(&self.model.track_of(capability));
        is_on && !self.question_set.asks(self.model, capability)
    }

    /// The answer to a question of a track that is on, also outside the question set. Patterns see these.
    #[must_use]
    pub fn given(self, capability: CapabilityIx) -> Option<Answer> {
        let is_on = self.question_set.tracks.contains(&self.model.track_of(capability));
        self.answers.get(capability).filter(|_| is_on)
    }

    /// Whether it counts and has an answer other than yes, so that there is something to do or to find out.
    #[must_use]
    pub fn is_wanted(self, capability: CapabilityIx) -> bool {
        self.answer(capability).is_some_and(|answer| !answer.is_settled())
    }

    /// Its direct needs that count. A need that is out of scope is assumed to be in place.
    pub fn needs(self, capability: CapabilityIx) -> impl Iterator<Item = CapabilityIx> + 'a {
        self.model.capability(capability).needs.iter().copied().filter(move |&need| self.in_scope(need))
    }

    /// Whether all of its needs that count are in place.
    #[must_use]
    pub fn is_ready(self, capability: CapabilityIx) -> bool {
        self.needs(capability).all(|need| self.has(need))
    }

    /// The capabilities that count, in the model's order.
    pub fn capabilities(self) -> impl Iterator<Item = CapabilityIx> + 'a {
        self.model.capability_ixs().filter(move |&capability| self.in_scope(capability))
    }

    /// The answer, if the question is asked.
    #[must_use]
    pub fn answer(self, capability: CapabilityIx) -> Option<Answer> {
        if self.question_set.asks(self.model, capability) { self.answers.get(capability) } else { None }
    }

    /// The number of questions with any answer, out of all that are asked.
    #[must_use]
    pub fn answered(self) -> Fraction {
        let asked = || self.question_set.capabilities(self.model);
        Fraction { part: asked().filter(|&at| self.answer(at).is_some()).count(), of: asked().count() }
    }

    /// Whether it counts and is in place.
    #[must_use]
    pub fn has(self, capability: CapabilityIx) -> bool {
        self.answer(capability) == Some(Answer::Yes)
    }

    /// Whether the question counts and is unanswered or answered "don't know".
    #[must_use]
    pub fn is_open(self, capability: CapabilityIx) -> bool {
        self.in_scope(capability) && self.answer(capability).is_none_or(Answer::is_unknown)
    }

    /// The same case with other answers.
    #[must_use]
    pub fn with<'b>(self, answers: &'b Answers) -> Case<'b>
    where
        'a: 'b,
    {
        Case { answers, ..self }
    }
}
