//! The five answers, and what a team has answered.

use serde::{Deserialize, Serialize};

use crate::json::typed::unexpected;
use crate::model::{CapabilityIx, Model};

/// What a team can say of one capability. Leaving a question open is not an answer: that is `Option::None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "&'static str", try_from = "String")]
pub enum Answer {
    /// In place.
    Yes,
    /// In place by hand, or only for some models.
    Partly,
    /// Not yet.
    No,
    /// Nobody in the room knows: something to find out, never a minus.
    Unknown,
    /// Does not apply to this team: the question leaves every count.
    NotApplicable,
}

impl Answer {
    /// All answers in the order in which a question shows them, and in which the keys 1 to 5 give them.
    pub const ALL: [Self; 5] = [Self::Yes, Self::Partly, Self::No, Self::Unknown, Self::NotApplicable];

    /// The word that files use.
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

    /// The answer that a file's word stands for.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.word() == word)
    }

    /// Points in halves: yes 2, partly 1, all else 0. Halves keep every comparison exact.
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

/// One answer or none for each capability of one model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers(Vec<Option<Answer>>);

impl Answers {
    /// Nothing answered yet.
    #[must_use]
    pub fn none(model: &Model) -> Self {
        Self(vec![None; model.capabilities().len()])
    }

    /// The answer to a capability's question; none while it is open.
    #[must_use]
    pub fn get(&self, capability: CapabilityIx) -> Option<Answer> {
        self.0.get(capability.index()).copied().flatten()
    }

    /// Answers a question, or opens it again.
    pub fn set(&mut self, capability: CapabilityIx, answer: Option<Answer>) {
        if let Some(slot) = self.0.get_mut(capability.index()) {
            *slot = answer;
        }
    }

    /// The same answers with these capabilities taken as in place: the "what if" of a plan.
    #[must_use]
    pub fn with_yes(&self, capabilities: impl IntoIterator<Item = CapabilityIx>) -> Self {
        let mut answers = self.clone();
        for capability in capabilities {
            answers.set(capability, Some(Answer::Yes));
        }
        answers
    }
}
