//! One team's assessment: its answers with notes, what it aims for, and how it stood before.
//!
//! Everything here is keyed by the ids of a model, not by positions: an assessment outlives the revision it was made
//! with. Answers to questions that the model does not have are kept and not scored, and fields that this page does not
//! know are kept and written back ([`UnknownFields`]).

pub mod file;
pub mod merge;
pub mod seal;
pub mod stamp;

use serde_json::{Map, Value};

use self::stamp::Stamp;
use crate::by_id::ById;
use crate::model::Model;
use crate::model::answer::{Answer, Answers};
use crate::model::level::Level;
use crate::moment::{Day, Moment};
use crate::scoring::case::{Questionnaire, Scope};

/// Fields of a file that this version does not know.
pub type UnknownFields = Map<String, Value>;

/// What was answered to one question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Response {
    /// The answer; none where there is only a note so far, and where it was taken back.
    pub value: Option<Answer>,
    /// A note in the team's own words.
    pub note: String,
    /// Where it can be seen: usually an address.
    pub evidence: String,
    /// Whether the team means to look at it again: an open question before it is answered, an answer because it comes from
    /// the round before and nobody has said yet that it is still true.
    pub later: bool,
    /// When it was last changed, and by whom: two copies are merged response by response.
    pub stamp: Stamp,
    /// Fields that this version does not know.
    pub unknown_fields: UnknownFields,
}

impl Response {
    /// Whether there is anything in it. One that was taken back is empty and stays, so that no older copy brings it back.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.value.is_none()
            && self.note.is_empty()
            && self.evidence.is_empty()
            && !self.later
            && self.unknown_fields.is_empty()
    }

    /// Whether it has an answer of this round: one that was carried over counts once somebody said that it is still true.
    #[must_use]
    pub const fn is_of_this_round(&self) -> bool {
        self.value.is_some() && !self.later
    }

    /// Gives an answer, or says once more that it is true.
    pub fn say(&mut self, value: Option<Answer>) {
        self.value = value;
        self.later = false;
    }
}

/// What was decided about one step of the plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanEntry {
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: Option<Day>,
    /// Whether the team means to do it.
    pub chosen: bool,
    /// Fields that this version does not know.
    pub unknown_fields: UnknownFields,
}

impl PlanEntry {
    /// Whether there is anything in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.owner.is_empty() && self.due.is_none() && !self.chosen && self.unknown_fields.is_empty()
    }
}

/// How the team stood at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// When.
    pub at: Moment,
    /// What the team calls it.
    pub label: String,
    /// The answers then.
    pub answers: ById<Answer>,
    /// Fields that this version does not know.
    pub unknown_fields: UnknownFields,
}

/// Where answers came from: somebody's result in a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Who gave them.
    pub from: String,
    /// The link that holds them.
    pub link: String,
    /// Fields that this version does not know.
    pub unknown_fields: UnknownFields,
}

/// What the team observes of its own work: whole numbers and a day, each left out where nobody knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcomes {
    /// Days from the start of a model to its first use.
    pub days_to_live: Option<u32>,
    /// The day of the last release of a model.
    pub last_release: Option<Day>,
    /// Hours to put things right after a failure.
    pub hours_to_restore: Option<u32>,
    /// Fields that this version does not know.
    pub unknown_fields: UnknownFields,
}

/// One team's assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// Its own permanent name.
    pub id: String,
    /// The id of the model it answers.
    pub model_id: String,
    /// The model's revision when it was last saved.
    pub model_revision: u32,
    /// The team, or whatever it is called.
    pub title: String,
    /// What was assessed, in a sentence: which product or models.
    pub about: String,
    /// The ids of the tracks that are on.
    pub tracks: Vec<String>,
    /// Which questions are asked.
    pub scope: Scope,
    /// How many people work on the plan.
    pub people: Option<u32>,
    /// When it was begun.
    pub created: Moment,
    /// When it was last changed.
    pub updated: Moment,
    /// The answers by capability id.
    pub responses: ById<Response>,
    /// The level aimed for, by area id.
    pub target: ById<Level>,
    /// What was decided, by capability id.
    pub plan: ById<PlanEntry>,
    /// What the team observes of its own work.
    pub outcomes: Outcomes,
    /// Where answers came from.
    pub sources: Vec<Source>,
    /// How it stood before, oldest first.
    pub snapshots: Vec<Snapshot>,
    /// When everything but the responses was last changed, by whom, and what it is: see [`merge`] for the names.
    pub changed: ById<Stamp>,
    /// Fields that this version does not know.
    pub unknown_fields: UnknownFields,
}

/// The longest title, in characters.
pub const MAX_TITLE_CHARS: usize = 120;
/// The most people that work on a plan.
pub const MAX_PEOPLE: u32 = 10_000;

impl Assessment {
    /// A new one with nothing answered.
    #[must_use]
    pub fn new(id: String, title: String, model: &Model, questionnaire: &Questionnaire, now: Moment) -> Self {
        let mut assessment = Self {
            id,
            model_id: model.id().to_owned(),
            model_revision: model.revision(),
            title: clean_title(&title),
            about: String::new(),
            tracks: Vec::new(),
            scope: Scope::Essentials,
            people: None,
            created: now,
            updated: now,
            responses: ById::new(),
            target: ById::new(),
            plan: ById::new(),
            outcomes: Outcomes::default(),
            sources: Vec::new(),
            snapshots: Vec::new(),
            changed: ById::new(),
            unknown_fields: UnknownFields::new(),
        };
        assessment.ask(model, questionnaire);
        assessment
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

/// Cuts a text to [`file::MAX_NOTE_CHARS`].
fn cut(text: &mut String) {
    if let Some((end, _)) = text.char_indices().nth(file::MAX_NOTE_CHARS) {
        text.truncate(end);
    }
}

/// A title fit to be shown on one line: no control characters, no direction overrides, at most [`MAX_TITLE_CHARS`]. One
/// in which nothing can be seen is none: it would make a link that cannot be pressed.
#[must_use]
pub fn clean_title(title: &str) -> String {
    clean_line(title, MAX_TITLE_CHARS)
}

/// Text fit to be shown on one line of at most so many characters; empty when nothing in it can be seen.
#[must_use]
pub fn clean_line(text: &str, most: usize) -> String {
    let is_override =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown = text.chars().filter(|&c| !is_override(c)).map(|c| if c.is_control() { ' ' } else { c });
    let words = shown.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    let clean: String = words.chars().take(most).collect();
    if clean.chars().all(is_invisible) { String::new() } else { clean.trim().to_owned() }
}

/// Whether a character leaves no mark: blanks, joiners, fillers, selectors and tags. They may stand between letters,
/// where some scripts and pictures need them; alone they are nothing.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}
