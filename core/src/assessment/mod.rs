//! The assessment of one team: its answers with notes, its plan, and its snapshots.
//!
//! Everything is keyed by the ids of a model, not by positions, because an assessment may be read with a later
//! revision. Answers to questions that the model does not have are preserved but not scored. Fields that this page
//! does not know are preserved and written back ([`UnknownFields`]). The types are those of the file: see [`file`].
//!
//! # A new field
//!
//! A field of an assessment is one line of [`Assessment`] and one of the table in [`fields`](fields::Field). The
//! compiler then asks for the decisions that remain: the name in a list of differences, and whether a link contains
//! it. A field of an answer is one line of [`Response`]. Reading, writing, merging and comparing follow; a test asks
//! for its line in the schema.

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
use crate::scoring::case::{QuestionSet, Scope};

/// Fields of a file that this version does not know.
pub type UnknownFields = Map<String, Value>;

/// The origin of an answer that no person gave on their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// A proposal from code was used.
    Repository,
}

/// The response to one question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, expecting = "an object with the answer")]
pub struct Response {
    /// `None` for a response with only a note so far, and for an answer that was cleared. The file contains the
    /// `null`.
    pub value: Option<Answer>,
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "text")]
    pub note: String,
    /// Where the evidence is, usually an address.
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "text")]
    pub evidence: String,
    /// The day on which the evidence was looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence_date: Option<Day>,
    /// The origin, if no person gave the answer on their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Origin>,
    /// For an open question: whether it is marked to come back to. For an answer: whether it comes from the previous
    /// round and is not confirmed yet.
    #[serde(skip_serializing_if = "is_false")]
    pub later: bool,
    /// Whether several people agreed on this answer. It then stays if their own answers change.
    #[serde(rename = "settled", skip_serializing_if = "is_false")]
    pub agreed: bool,
    /// The last change. Two copies are merged response by response.
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
    /// Whether two responses are equal apart from their stamps.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let Self { value, note, evidence, evidence_date, from, later, agreed, stamp: _, unknown_fields } = self;
        *value == other.value
            && *note == other.note
            && *evidence == other.evidence
            && *evidence_date == other.evidence_date
            && *from == other.from
            && *later == other.later
            && *agreed == other.agreed
            && *unknown_fields == other.unknown_fields
    }

    /// Whether the response has no content. A cleared response stays, so that no older copy restores it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.says_the_same(&Self::default())
    }

    /// Whether there is an answer of this round. An answer from the previous round counts after it was confirmed.
    #[must_use]
    pub const fn is_of_this_round(&self) -> bool {
        self.value.is_some() && !self.later
    }

    /// The date of the evidence of an answer that still has to be confirmed in a new round, if it has one.
    #[must_use]
    pub fn old_evidence(&self) -> Option<Day> {
        self.evidence_date.filter(|_| self.value.is_some() && self.later)
    }

    /// Gives an answer, or confirms it. An answer that differs from the proposal is the team's own.
    pub fn say(&mut self, value: Option<Answer>) {
        if self.value != value {
            self.from = None;
        }
        self.value = value;
        self.later = false;
    }
}

/// The decisions on one step of the plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, expecting = "an object")]
pub struct PlanEntry {
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "text")]
    pub owner: String,
    /// The due date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// Whether the step is selected.
    #[serde(rename = "chosen")]
    pub selected: bool,
    /// See [`UnknownFields`].
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

impl PlanEntry {
    /// Whether no decision was made.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The saved answers of one date.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(expecting = "an object with a moment and answers")]
pub struct Snapshot {
    /// The latest change of the answers in it.
    pub at: Moment,
    /// The name that the team gave it.
    #[serde(default, deserialize_with = "title")]
    pub label: String,
    #[serde(default)]
    pub answers: ById<Answer>,
    /// See [`UnknownFields`].
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

/// The origin of combined or copied answers: a person's result in a link.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, expecting = "an object")]
pub struct Source {
    /// Name and role of the person who answered.
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "text")]
    pub from: String,
    /// The link with the answers.
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "text")]
    pub link: String,
    /// See [`UnknownFields`].
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

/// A proposal from code that the team chose to ignore.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, expecting = "an object")]
pub struct Ignored {
    #[serde(deserialize_with = "text")]
    pub signal: String,
    /// The name of the folder with the evidence.
    #[serde(deserialize_with = "text")]
    pub folder: String,
    /// See [`UnknownFields`].
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

/// The delivery metrics that a team reports: whole numbers and a day. Each may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, expecting = "an object")]
pub struct Outcomes {
    /// Lead time: days from an approved change to its use.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "optional_number::<0, { u32::MAX }, _>")]
    pub days_to_live: Option<u32>,
    /// The day of the last release of a model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_release: Option<Day>,
    /// Time to restore after a failure, in hours.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "optional_number::<0, { u32::MAX }, _>")]
    pub hours_to_restore: Option<u32>,
    /// See [`UnknownFields`].
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

impl Outcomes {
    /// Whether no metric is reported.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The questionnaire that an assessment answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, expecting = "an object")]
pub struct ModelRef {
    pub id: String,
    /// The revision when the assessment was last saved.
    #[serde(deserialize_with = "whole_number::<1, { u32::MAX }, _>")]
    pub revision: u32,
    /// See [`UnknownFields`].
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

/// The assessment of one team.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, expecting = "an object")]
pub struct Assessment {
    /// The questionnaire that it answers.
    pub model: ModelRef,
    /// A permanent random id.
    pub id: String,
    /// The name of the team.
    #[serde(deserialize_with = "title")]
    pub title: String,
    /// A sentence on what was assessed, such as a product and its models.
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "text")]
    pub about: String,
    /// The business unit of the team.
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "title")]
    pub business_unit: String,
    /// The ids of the tracks that are on.
    pub tracks: Vec<String>,
    /// The question set.
    pub scope: Scope,
    /// The number of people who work on the plan.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "optional_number::<1, MAX_PEOPLE, _>")]
    pub people: Option<u32>,
    /// The number of models in production: see [`Assessment::model_count`].
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "optional_number::<1, MAX_MODELS, _>")]
    pub models: Option<u32>,
    /// The number of the answered invitation.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "optional_number::<0, { u32::MAX }, _>")]
    pub invitation: Option<u32>,
    pub created: Moment,
    pub updated: Moment,
    /// The responses by capability id.
    #[serde(rename = "answers")]
    pub responses: ById<Response>,
    #[serde(skip_serializing_if = "Outcomes::is_empty")]
    pub outcomes: Outcomes,
    /// The target levels by area id.
    pub target: ById<Level>,
    /// The decisions on steps of the plan, by capability id.
    pub plan: ById<PlanEntry>,
    /// The people whose answers are combined in it, or whose result it is a copy of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Proposals that the team chose to ignore.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ignored: Vec<Ignored>,
    /// Oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub snapshots: Vec<Snapshot>,
    /// The last change of everything but the responses: see [`merge`] for the names.
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
    /// A new assessment without answers.
    #[must_use]
    pub fn new(id: String, title: String, model: &Model, question_set: &QuestionSet, now: Moment) -> Self {
        let mut assessment = Self {
            model: ModelRef { id: model.id().to_owned(), revision: model.revision(), ..ModelRef::default() },
            id,
            title: clean_title(&title),
            created: now,
            updated: now,
            ..Self::default()
        };
        assessment.ask(model, question_set);
        assessment
    }

    /// The number of models in production; 1 if it is not set.
    #[must_use]
    pub fn model_count(&self) -> u32 {
        self.models.unwrap_or(1)
    }

    /// The questions that it asks. Unknown tracks are ignored; without any known track, those that are not optional
    /// are on.
    #[must_use]
    pub fn question_set(&self, model: &Model) -> QuestionSet {
        let is_on = |id: &String| self.tracks.contains(id);
        let tracks: Vec<_> = model.track_ixs().filter(|&track| is_on(&model.track(track).id)).collect();
        if tracks.is_empty() {
            return QuestionSet::of(model, self.scope);
        }
        QuestionSet { scope: self.scope, tracks }
    }

    /// Changes the question set and the tracks. Answers, and tracks that the model does not know, stay.
    pub fn ask(&mut self, model: &Model, question_set: &QuestionSet) {
        self.scope = question_set.scope;
        self.tracks.retain(|id| model.find_track(id).is_none());
        let on = question_set.tracks.iter().map(|&track| model.track(track).id.clone());
        self.tracks.splice(0..0, on);
    }

    /// The answers to the questions of the model.
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

    /// The ids of answered questions that the model does not have. They are preserved and not scored; the page
    /// mentions them.
    #[must_use]
    pub fn unknown_capability_ids(&self, model: &Model) -> Vec<&str> {
        let said = self.responses.iter().filter(|(_, response)| !response.is_empty());
        said.map(|(id, _)| id.as_str()).filter(|id| model.find_capability(id).is_none()).collect()
    }

    /// The moment that the answers are of: that of the last change. While no answer of a new round is confirmed, it is
    /// that of the newest snapshot, because those are its answers.
    #[must_use]
    pub fn answered_at(&self) -> Moment {
        let answered = || self.responses.iter().filter(|(_, response)| response.value.is_some());
        let is_unconfirmed = answered().next().is_some() && answered().all(|(_, response)| response.later);
        let newest = self.snapshots.iter().map(|snapshot| snapshot.at).max();
        newest.filter(|at| is_unconfirmed && *at < self.updated).unwrap_or(self.updated)
    }

    /// Changes one response and stamps it. Note and evidence are cut to the longest allowed text.
    pub fn respond(&mut self, id: &str, now: Moment, change: impl FnOnce(&mut Response)) {
        let response = self.responses.entry(id);
        change(response);
        for text in [&mut response.note, &mut response.evidence] {
            cut(text);
        }
        response.stamp = now.into();
        self.updated = self.updated.max(now);
    }

    /// Changes the decisions on one step of the plan.
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
