//! What a link holds, and how it comes from an assessment and becomes one.

use super::asked::slots;
use super::kept::{self, about, outcomes};
use super::{DAYS_TO_2020, MAX_DAYS};
use crate::assessment::{Assessment, Outcomes, Response, clean_title};
use crate::model::answer::Answers;
use crate::model::{CapabilityIx, Model};
use crate::moment::{Day, Moment};
use crate::scoring::case::Questionnaire;

/// What a link says of one answer besides the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Which capability.
    pub capability: CapabilityIx,
    /// The note.
    pub note: String,
    /// Where it can be seen.
    pub evidence: String,
}

/// Who answered, as far as they want to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Respondent {
    /// A name; empty unless given.
    pub name: String,
    /// What they do in the team; empty unless given.
    pub role: String,
}

impl Respondent {
    /// Whether nothing is said.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.name.is_empty() && self.role.is_empty()
    }

    /// "Ana, data science": what is known, in one line; empty when nothing is.
    #[must_use]
    pub fn line(&self) -> String {
        let known: Vec<&str> = [&*self.name, &*self.role].into_iter().filter(|text| !text.is_empty()).collect();
        known.join(", ")
    }
}

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// When it was made, 2020-01-01 to 2109-09-18.
    pub day: Day,
    /// Which questions were asked, the tracks in the model's order.
    pub questionnaire: Questionnaire,
    /// The answers to them; an invitation has none.
    pub answers: Answers,
    /// What the team is called; empty unless it wants to say so.
    pub title: String,
    /// Notes and evidence, where the team wants to share them; in ascending order of keys.
    pub notes: Vec<Note>,
    /// Who answered; empty unless they want to say so.
    pub from: Respondent,
    /// The number of the invitation: its own, or of the one that was answered.
    pub invitation: Option<u32>,
    /// What was assessed, in a sentence of at most [`MAX_ABOUT_CHARS`](super::MAX_ABOUT_CHARS); empty unless the team wants to say so.
    pub about: String,
    /// Delivery metrics, where the team wants to share them: no number above 268,435,455, no day before 1970.
    pub outcomes: Outcomes,
    /// How many live models it is about; 1 unless the team wants to share it.
    pub models: u32,
    /// The business unit that the team belongs to; empty unless it wants to share it.
    pub business_unit: String,
    /// The days of evidence, where the team wants to share them; in ascending order of keys, none before 1970.
    pub evidence_dates: Vec<(CapabilityIx, Day)>,
}

/// What of an assessment goes into its link besides the day and the answers. By default nothing does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Including {
    /// The team's name.
    pub title: bool,
    /// Notes and evidence links.
    pub notes: bool,
    /// Name and role of who answered.
    pub from: Respondent,
    /// The number of the invitation that was answered.
    pub invitation: bool,
    /// What was assessed.
    pub about: bool,
    /// The delivery metrics.
    pub outcomes: bool,
    /// How many live models it is about.
    pub models: bool,
    /// The business unit.
    pub business_unit: bool,
    /// The days of evidence.
    pub evidence_dates: bool,
}

impl Shared {
    /// Nothing but which questions are asked, and the day. A day that no link holds, of a clock that was never set, becomes
    /// the nearest.
    #[must_use]
    pub fn new(model: &Model, questionnaire: Questionnaire, day: Day) -> Self {
        let days = day.unix_days().clamp(DAYS_TO_2020, DAYS_TO_2020 + i64::from(MAX_DAYS));
        Self {
            day: Day::from_unix_days(days).unwrap_or(day),
            questionnaire,
            answers: Answers::none(model),
            title: String::new(),
            notes: Vec::new(),
            from: Respondent::default(),
            invitation: None,
            about: String::new(),
            outcomes: Outcomes::default(),
            models: 1,
            business_unit: String::new(),
            evidence_dates: Vec::new(),
        }
    }

    /// What a link about an assessment holds: the answers, the day, and what is asked for.
    #[must_use]
    pub fn of(model: &Model, assessment: &Assessment, day: Day, including: &Including) -> Self {
        let mut shared = Self::new(model, assessment.questionnaire(model), day);
        let answers = assessment.answers(model);
        for slot in slots(model, &shared.questionnaire) {
            let Some(at) = slot.capability else { continue };
            shared.answers.set(at, answers.get(at));
            let Some(response) = assessment.responses.get(&model.capability(at).id) else { continue };
            let Response { note, evidence, evidence_date, .. } = response;
            if including.notes && !(note.is_empty() && evidence.is_empty()) {
                shared.notes.push(Note { capability: at, note: note.clone(), evidence: evidence.clone() });
            }
            let day = evidence_date.filter(|day| including.evidence_dates && day.unix_days() >= 0);
            shared.evidence_dates.extend(day.map(|day| (at, day)));
        }
        if including.title {
            shared.title = clean_title(&assessment.title);
        }
        if including.about {
            shared.about = about(assessment);
        }
        if including.invitation {
            shared.invitation = assessment.invitation;
        }
        if including.outcomes {
            shared.outcomes = outcomes(assessment);
        }
        if including.models {
            shared.models = assessment.model_count();
        }
        if including.business_unit {
            shared.business_unit = clean_title(&assessment.business_unit);
        }
        let Respondent { name, role } = &including.from;
        shared.from = Respondent { name: clean_title(name), role: clean_title(role) };
        shared
    }

    /// What an invitation to answer the same questions holds: a number that its answers will carry, no answers, and of the
    /// team's name and what is assessed what is asked for.
    #[must_use]
    pub fn invitation(model: &Model, assessment: &Assessment, day: Day, number: u32, including: &Including) -> Self {
        let mut shared = Self::new(model, assessment.questionnaire(model), day);
        shared.invitation = Some(number);
        if including.title {
            shared.title = clean_title(&assessment.title);
        }
        if including.about {
            shared.about = about(assessment);
        }
        shared
    }

    /// Whether there is nothing in it that only a result has.
    pub(super) fn is_empty_but_for_an_invitation(&self) -> bool {
        self.notes.is_empty()
            && self.from.is_empty()
            && self.outcomes.is_empty()
            && self.models == 1
            && self.business_unit.is_empty()
            && self.evidence_dates.is_empty()
    }

    /// An assessment of one's own with what the link holds.
    #[must_use]
    pub fn to_assessment(&self, model: &Model, id: String, now: Moment) -> Assessment {
        let mut assessment = Assessment::new(id, self.title.clone(), model, &self.questionnaire, now);
        for at in model.capability_ixs() {
            if let Some(answer) = self.answers.get(at) {
                assessment.respond(&model.capability(at).id, now, |response| response.value = Some(answer));
            }
        }
        for note in &self.notes {
            assessment.respond(&model.capability(note.capability).id, now, |response| {
                response.note.clone_from(&note.note);
                response.evidence.clone_from(&note.evidence);
            });
        }
        for &(capability, day) in &self.evidence_dates {
            let id = &model.capability(capability).id;
            assessment.respond(id, now, |response| response.evidence_date = Some(day));
        }
        kept::put(self, &mut assessment);
        assessment
    }
}
