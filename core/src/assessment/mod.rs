//! One team's assessment: its answers with notes, its plan, and its snapshots.
//!
//! Everything here is keyed by the ids of a model, not by positions: an assessment outlives the revision it was made
//! with. Answers to questions that the model does not have are kept and not scored, and fields that this page does not
//! know are kept and written back ([`UnknownFields`]). The types are those of the file: see [`file`].
//!
//! # A new field
//!
//! A field of an assessment is one line of [`Assessment`] and one of the table in [`fields`](fields::Field); from then on the
//! compiler asks for what only a person can say: what a conflict calls it, and whether a link carries it. A field of an answer
//! is one line of [`Response`]. Reading, writing, merging and comparing follow; a test asks for its line in the schema.

pub mod fields;
pub mod file;
pub mod merge;
mod reading;
pub mod seal;
pub mod stamp;
mod text;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use self::stamp::Stamp;
pub use self::text::{clean_line, clean_title, is_invisible};
use self::text::{cut, title};
use crate::by_id::ById;
use crate::json::typed::{optional_number, text, whole_number};
use crate::model::Model;
use crate::model::answer::{Answer, Answers};
use crate::model::level::Level;
use crate::moment::{Day, Moment};
use crate::scoring::case::{Questionnaire, Scope};

/// Fields of a file that this version does not know.
pub type UnknownFields = Map<String, Value>;

/// Where an answer comes from, if not from a person alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// A proposal from a look through a repository was used.
    Repository,
}

/// What was answered to one question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, expecting = "an object with the answer")]
pub struct Response {
    /// The answer; none where there is only a note so far, and where it was taken back: the file says so.
    pub value: Option<Answer>,
    /// A note in the team's own words.
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "text")]
    pub note: String,
    /// Where it can be seen: usually an address.
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "text")]
    pub evidence: String,
    /// The day on which the evidence was looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence_date: Option<Day>,
    /// Where it comes from, if not from a person alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Origin>,
    /// Whether the team means to look at it again: an open question before it is answered, an answer because it comes from
    /// the round before and nobody has confirmed it yet.
    #[serde(skip_serializing_if = "is_false")]
    pub later: bool,
    /// Whether several people agreed on it: it stays whatever they answered.
    #[serde(skip_serializing_if = "is_false")]
    pub settled: bool,
    /// When it was last changed, and by whom: two copies are merged response by response.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// See [`UnknownFields`].
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands references")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

impl Response {
    /// Whether both say the same, whenever they were changed.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let Self { value, note, evidence, evidence_date, from, later, settled, stamp: _, unknown_fields } = self;
        *value == other.value
            && *note == other.note
            && *evidence == other.evidence
            && *evidence_date == other.evidence_date
            && *from == other.from
            && *later == other.later
            && *settled == other.settled
            && *unknown_fields == other.unknown_fields
    }

    /// Whether there is anything in it. One that was taken back is empty and stays, so that no older copy brings it back.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.says_the_same(&Self::default())
    }

    /// Whether it has an answer of this round: one that was carried over counts once somebody confirmed it.
    #[must_use]
    pub const fn is_of_this_round(&self) -> bool {
        self.value.is_some() && !self.later
    }

    /// The day of the evidence of an answer that is still to be confirmed in a new round; none where it has no such day.
    #[must_use]
    pub fn old_evidence(&self) -> Option<Day> {
        self.evidence_date.filter(|_| self.value.is_some() && self.later)
    }

    /// Gives an answer, or confirms it. Another answer than the repository's is the team's own.
    pub fn say(&mut self, value: Option<Answer>) {
        if self.value != value {
            self.from = None;
        }
        self.value = value;
        self.later = false;
    }
}

/// What was decided about one step of the plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, expecting = "an object")]
pub struct PlanEntry {
    /// Who does it.
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "text")]
    pub owner: String,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// Whether the team means to do it.
    pub chosen: bool,
    /// See [`UnknownFields`].
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

impl PlanEntry {
    /// Whether there is anything in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The answers of one moment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(expecting = "an object with a moment and answers")]
pub struct Snapshot {
    /// The latest moment of the answers that it keeps.
    pub at: Moment,
    /// What the team calls it.
    #[serde(default, deserialize_with = "title")]
    pub label: String,
    /// The answers then.
    #[serde(default)]
    pub answers: ById<Answer>,
    /// See [`UnknownFields`].
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

/// Where answers came from: somebody's result in a link.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, expecting = "an object")]
pub struct Source {
    /// Who gave them.
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "text")]
    pub from: String,
    /// The link that contains them.
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "text")]
    pub link: String,
    /// See [`UnknownFields`].
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

/// A proposal from a look through a repository that the team does not want to see again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, expecting = "an object")]
pub struct Ignored {
    /// The signal that made the proposal.
    #[serde(deserialize_with = "text")]
    pub signal: String,
    /// The name of the folder that it was found in.
    #[serde(deserialize_with = "text")]
    pub folder: String,
    /// See [`UnknownFields`].
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

/// The delivery metrics that a team observes: whole numbers and a day, each left out where nobody knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, expecting = "an object")]
pub struct Outcomes {
    /// Lead time: days from an approved change to its use.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "optional_number::<0, { u32::MAX }, _>")]
    pub days_to_live: Option<u32>,
    /// The day of the last release of a model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_release: Option<Day>,
    /// Time to restore: hours to put things right after a failure.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "optional_number::<0, { u32::MAX }, _>")]
    pub hours_to_restore: Option<u32>,
    /// See [`UnknownFields`].
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

impl Outcomes {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Which questionnaire an assessment answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, expecting = "an object")]
pub struct ModelRef {
    /// The model's id.
    pub id: String,
    /// Its revision when the assessment was last saved.
    #[serde(deserialize_with = "whole_number::<1, { u32::MAX }, _>")]
    pub revision: u32,
    /// See [`UnknownFields`].
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

/// One team's assessment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, expecting = "an object")]
pub struct Assessment {
    /// The questionnaire that it answers.
    pub model: ModelRef,
    /// Its own permanent name.
    pub id: String,
    /// The team, or whatever it is called.
    #[serde(deserialize_with = "title")]
    pub title: String,
    /// What was assessed, in a sentence: which product or models.
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "text")]
    pub about: String,
    /// The business unit that the team belongs to.
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "title")]
    pub business_unit: String,
    /// The ids of the tracks that are on.
    pub tracks: Vec<String>,
    /// Which questions are asked.
    pub scope: Scope,
    /// How many people work on the plan.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "optional_number::<1, MAX_PEOPLE, _>")]
    pub people: Option<u32>,
    /// How many live models it is about: see [`Assessment::model_count`].
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "optional_number::<1, MAX_MODELS, _>")]
    pub models: Option<u32>,
    /// The number of the invitation that it answers.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "optional_number::<0, { u32::MAX }, _>")]
    pub invitation: Option<u32>,
    /// When it was begun.
    pub created: Moment,
    /// When it was last changed.
    pub updated: Moment,
    /// The answers by capability id.
    #[serde(rename = "answers")]
    pub responses: ById<Response>,
    /// The delivery metrics.
    #[serde(skip_serializing_if = "Outcomes::is_empty")]
    pub outcomes: Outcomes,
    /// The target level, by area id.
    pub target: ById<Level>,
    /// What was decided, by capability id.
    pub plan: ById<PlanEntry>,
    /// Where answers came from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Proposals that are not shown again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ignored: Vec<Ignored>,
    /// Earlier answers, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub snapshots: Vec<Snapshot>,
    /// When everything but the responses was last changed, by whom, and what it is: see [`merge`] for the names.
    #[serde(skip_serializing_if = "ById::is_empty")]
    pub changed: ById<Stamp>,
    /// See [`UnknownFields`].
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

/// The longest title, in characters.
pub const MAX_TITLE_CHARS: usize = 120;
/// The most people that work on a plan.
pub const MAX_PEOPLE: u32 = 10_000;
/// The most live models of one assessment.
pub const MAX_MODELS: u32 = 1_000;

impl Assessment {
    /// A new one with nothing answered.
    #[must_use]
    pub fn new(id: String, title: String, model: &Model, questionnaire: &Questionnaire, now: Moment) -> Self {
        let mut assessment = Self {
            model: ModelRef { id: model.id().to_owned(), revision: model.revision(), ..ModelRef::default() },
            id,
            title: clean_title(&title),
            created: now,
            updated: now,
            ..Self::default()
        };
        assessment.ask(model, questionnaire);
        assessment
    }

    /// How many live models it is about; one unless it says otherwise.
    #[must_use]
    pub fn model_count(&self) -> u32 {
        self.models.unwrap_or(1)
    }

    /// Which of the model's questions it asks. Unknown tracks count as off; with none known, the model's own are on.
    #[must_use]
    pub fn questionnaire(&self, model: &Model) -> Questionnaire {
        let is_on = |id: &String| self.tracks.contains(id);
        let tracks: Vec<_> = model.track_ixs().filter(|&track| is_on(&model.track(track).id)).collect();
        if tracks.is_empty() {
            return Questionnaire::of(model, self.scope);
        }
        Questionnaire { scope: self.scope, tracks }
    }

    /// Asks other questions. No answer is touched. Tracks that the model does not know stay as they were.
    pub fn ask(&mut self, model: &Model, questionnaire: &Questionnaire) {
        self.scope = questionnaire.scope;
        self.tracks.retain(|id| model.find_track(id).is_none());
        let on = questionnaire.tracks.iter().map(|&track| model.track(track).id.clone());
        self.tracks.splice(0..0, on);
    }

    /// The answers to the model's questions.
    #[must_use]
    pub fn answers(&self, model: &Model) -> Answers {
        let mut answers = Answers::none(model);
        for capability in model.capability_ixs() {
            let response = self.responses.get(&model.capability(capability).id);
            answers.set(capability, response.and_then(|response| response.value));
        }
        answers
    }

    /// Whether a question has an answer of this round: see [`Response::is_of_this_round`].
    #[must_use]
    pub fn is_answered(&self, id: &str) -> bool {
        self.responses.get(id).is_some_and(Response::is_of_this_round)
    }

    /// The ids of answered questions that the model does not have: kept, not scored, and to be said.
    #[must_use]
    pub fn unknown_capability_ids(&self, model: &Model) -> Vec<&str> {
        let said = self.responses.iter().filter(|(_, response)| !response.is_empty());
        said.map(|(id, _)| id.as_str()).filter(|id| model.find_capability(id).is_none()).collect()
    }

    /// Changes one response and remembers when. Note and evidence are cut to what a file may hold.
    pub fn respond(&mut self, id: &str, now: Moment, change: impl FnOnce(&mut Response)) {
        let response = self.responses.entry(id);
        change(response);
        for text in [&mut response.note, &mut response.evidence] {
            cut(text);
        }
        response.stamp = now.into();
        self.updated = self.updated.max(now);
    }

    /// Changes what was decided about one step of the plan.
    pub fn decide(&mut self, id: &str, now: Moment, change: impl FnOnce(&mut PlanEntry)) {
        let entry = self.plan.entry(id);
        change(entry);
        cut(&mut entry.owner);
        if entry.is_empty() {
            self.plan.remove(id);
        }
        self.updated = self.updated.max(now);
    }
}
