//! The five answers, and the answers of a team.

use serde::{Deserialize, Serialize};

use crate::json::typed::unexpected;
use crate::model::{CapabilityIx, Model};

listed! {
    /// An answer to a question. An unanswered question is `Option::None`.
    ///
    /// `ALL` is in the order in which a question shows them; the keys from 1 on give them. Whatever depends on the kind
    /// of an answer asks one of the methods here, so that a new answer is decided on in this file.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(into = "&'static str", try_from = "String")]
    pub enum Answer {
        /// In place.
        Yes,
        /// In place by hand, or only for some models.
        Partly,
        /// Not in place.
        No,
        /// The team does not know: something to find out, never a deduction.
        Unknown,
        /// Does not apply to this team. The question is then left out of every count.
        NotApplicable,
    }
}

impl Answer {
    /// The word in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::Unknown => "unknown",
            Self::NotApplicable => "na",
        }
    }

    /// The answer with this word in files.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.word() == word)
    }

    /// Whether it says how far the practice is in place.
    #[must_use]
    pub const fn is_known(self) -> bool {
        match self {
            Self::Yes | Self::Partly | Self::No => true,
            Self::Unknown | Self::NotApplicable => false,
        }
    }

    /// Whether the team said that it does not know.
    #[must_use]
    pub const fn is_unknown(self) -> bool {
        self.applies() && !self.is_known()
    }

    /// Whether the question applies to the team.
    #[must_use]
    pub const fn applies(self) -> bool {
        match self {
            Self::Yes | Self::Partly | Self::No | Self::Unknown => true,
            Self::NotApplicable => false,
        }
    }

    /// Whether the practice is in place, at least partly.
    #[must_use]
    pub const fn is_evidence(self) -> bool {
        self.half_points() > 0
    }

    /// Whether the practice is known not to be fully in place.
    #[must_use]
    pub const fn is_lacking(self) -> bool {
        self.is_known() && !self.is_in_place()
    }

    /// Whether the practice is fully in place.
    #[must_use]
    pub const fn is_in_place(self) -> bool {
        match self {
            Self::Yes => true,
            Self::Partly | Self::No | Self::Unknown | Self::NotApplicable => false,
        }
    }

    /// Whether nothing is left to do or to find out.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        self.is_in_place() || !self.applies()
    }

    /// Points in halves: 2 for yes, 1 for partly, else 0. Halves keep every comparison exact.
    #[must_use]
    pub const fn half_points(self) -> usize {
        match self {
            Self::Yes => 2,
            Self::Partly => 1,
            Self::No | Self::Unknown | Self::NotApplicable => 0,
        }
    }
}

impl From<Answer> for &'static str {
    fn from(answer: Answer) -> Self {
        answer.word()
    }
}

impl TryFrom<String> for Answer {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        let [yes, partly, no, unknown, na] = Self::ALL.map(Self::word);
        let expected = || format!("expected \"{yes}\", \"{partly}\", \"{no}\", \"{unknown}\" or \"{na}\"");
        Self::from_word(&word).ok_or_else(|| unexpected(&expected(), &word))
    }
}

/// For each capability of one model, an answer or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers(Vec<Option<Answer>>);

impl Answers {
    #[must_use]
    pub fn none(model: &Model) -> Self {
        Self(vec![None; model.capabilities().len()])
    }

    /// `None` while the question is unanswered.
    #[must_use]
    pub fn get(&self, capability: CapabilityIx) -> Option<Answer> {
        self.0.get(capability.index()).copied().flatten()
    }

    /// Answers a question, or clears its answer.
    pub fn set(&mut self, capability: CapabilityIx, answer: Option<Answer>) {
        if let Some(slot) = self.0.get_mut(capability.index()) {
            *slot = answer;
        }
    }

    /// The same answers with these capabilities as in place: the "what if" of a plan.
    #[must_use]
    pub fn with_yes(&self, capabilities: impl IntoIterator<Item = CapabilityIx>) -> Self {
        let mut answers = self.clone();
        for capability in capabilities {
            answers.set(capability, Some(Answer::Yes));
        }
        answers
    }
}
