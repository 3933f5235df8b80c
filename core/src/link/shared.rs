//! The contents of a link, and their conversion from and to an assessment.

use super::asked::slots;
use super::kept::{self, about, outcomes};
use super::{DAYS_TO_2020, MAX_DAYS};
use crate::assessment::{Assessment, Outcomes, Response, clean_title};
use crate::model::answer::Answers;
use crate::model::{CapabilityIx, Model};
use crate::moment::{Day, Moment};
use crate::scoring::case::QuestionSet;

/// Note and evidence of one answer in a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub capability: CapabilityIx,
    pub note: String,
    /// Where the evidence is.
    pub evidence: String,
}

/// The person who answered, as far as they wish to be known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// Empty if not given.
    pub name: String,
    /// The role in the team; empty if not given.
    pub role: String,
}

impl Sender {
    /// Whether neither name nor role is given.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.name.is_empty() && self.role.is_empty()
    }

    /// "Ana, data science": what is given, in one line; else empty.
    #[must_use]
    pub fn line(&self) -> String {
        let known: Vec<&str> = [&*self.name, &*self.role].into_iter().filter(|text| !text.is_empty()).collect();
        known.join(", ")
    }
}

/// The contents of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkContents {
    /// The day on which it was made, from 2020-01-01 to 2109-09-18.
    pub day: Day,
    /// The questions that were asked, with the tracks in the model's order.
    pub question_set: QuestionSet,
    /// Empty in an invitation.
    pub answers: Answers,
    /// The name of the team; empty if not shared.
    pub title: String,
    /// Notes and evidence, if shared, in ascending order of keys.
    pub notes: Vec<Note>,
    /// Empty if not shared.
    pub from: Sender,
    /// The number of this invitation, or of the answered one.
    pub invitation: Option<u32>,
    /// A sentence on what was assessed, of at most [`MAX_ABOUT_CHARS`](super::MAX_ABOUT_CHARS) characters; empty if
    /// not shared.
    pub about: String,
    /// Delivery metrics, if shared: no number above 268,435,455, no day before 1970.
    pub outcomes: Outcomes,
    /// The number of models in production; 1 if not shared.
    pub models: u32,
    /// The business unit of the team; empty if not shared.
    pub business_unit: String,
    /// The dates of evidence, if shared, in ascending order of keys, none before 1970.
    pub evidence_dates: Vec<(CapabilityIx, Day)>,
}

/// The parts of an assessment that its link contains besides the day and the answers. By default none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkOptions {
    /// The name of the team.
    pub title: bool,
    /// Notes and evidence links.
    pub notes: bool,
    /// Name and role of the person who answered.
    pub from: Sender,
    /// The number of the answered invitation.
    pub invitation: bool,
    /// What was assessed.
    pub about: bool,
    pub outcomes: bool,
    /// The number of models in production.
    pub models: bool,
    pub business_unit: bool,
    /// The dates of evidence.
    pub evidence_dates: bool,
}

impl LinkContents {
    /// Contents with only the question set and the day. A day outside the range of links, as from a wrong clock,
    /// becomes the nearest valid one.
    #[must_use]
    pub fn new(model: &Model, question_set: QuestionSet, day: Day) -> Self {
        let days = day.unix_days().clamp(DAYS_TO_2020, DAYS_TO_2020 + i64::from(MAX_DAYS));
        Self {
            day: Day::from_unix_days(days).unwrap_or(day),
            question_set,
            answers: Answers::none(model),
            title: String::new(),
            notes: Vec::new(),
            from: Sender::default(),
            invitation: None,
            about: String::new(),
            outcomes: Outcomes::default(),
            models: 1,
            business_unit: String::new(),
            evidence_dates: Vec::new(),
        }
    }

    /// The contents of a link to the result of an assessment: the answers, the day, and what `including` selects.
    #[must_use]
    pub fn of(model: &Model, assessment: &Assessment, day: Day, including: &LinkOptions) -> Self {
        let mut shared = Self::new(model, assessment.question_set(model), day);
        let answers = assessment.answers(model);
        for slot in slots(model, &shared.question_set) {
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
        let Sender { name, role } = &including.from;
        shared.from = Sender { name: clean_title(name), role: clean_title(role) };
        shared
    }

    /// The contents of an invitation to answer the same questions: the number for its answers, and the title and
    /// description that `including` selects.
    #[must_use]
    pub fn invitation(
        model: &Model,
        assessment: &Assessment,
        day: Day,
        number: u32,
        including: &LinkOptions,
    ) -> Self {
        let mut shared = Self::new(model, assessment.question_set(model), day);
        shared.invitation = Some(number);
        if including.title {
            shared.title = clean_title(&assessment.title);
        }
        if including.about {
            shared.about = about(assessment);
        }
        shared
    }

    /// Whether nothing is set that only a result has.
    pub(super) fn is_empty_but_for_an_invitation(&self) -> bool {
        self.notes.is_empty()
            && self.from.is_empty()
            && self.outcomes.is_empty()
            && self.models == 1
            && self.business_unit.is_empty()
            && self.evidence_dates.is_empty()
    }

    /// A new assessment with the contents of the link.
    #[must_use]
    pub fn to_assessment(&self, model: &Model, id: String, now: Moment) -> Assessment {
        let mut assessment = Assessment::new(id, self.title.clone(), model, &self.question_set, now);
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
