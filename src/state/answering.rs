//! What the page of the questions does beyond answering one of them.

use leptos::prelude::*;

use crate::browser::storage;
use crate::state::{Session, now};
use mlops_core::assessment::Response;
use mlops_core::model::{AreaIx, CapabilityIx};
use mlops_core::scoring::case::Questionnaire;

/// Where it is kept whether the page goes on by itself.
const STEP_ON: &str = "mlops-maturity:step-on";

/// Whether this browser has the page go on by itself after an answer.
pub(super) fn steps_on() -> bool {
    storage::read(STEP_ON).is_ok_and(|kept| kept.is_some())
}

impl Session {
    /// Whether the page shall go to the next open question by itself, from here on and in later visits.
    pub fn set_step_on(&self, is_on: bool) {
        self.step_on.set(is_on);
        // Where nothing is stored it lasts for the visit.
        if is_on { storage::write(STEP_ON, "1") } else { storage::remove(STEP_ON) }.ok();
    }

    /// Marks an open question as one to come back to, or takes the mark away.
    pub fn set_later(&self, capability: CapabilityIx, is_later: bool) {
        self.respond(capability, |response| response.later = is_later);
    }

    /// Whether a question is marked and still open; follows changes.
    #[must_use]
    pub fn is_later(&self, capability: CapabilityIx) -> bool {
        self.is(capability, |said| said.later && said.value.is_none())
    }

    /// Whether a question is marked to be looked at again: an open one, or an answer of the round before. Follows changes.
    #[must_use]
    pub fn is_marked(&self, capability: CapabilityIx) -> bool {
        self.is(capability, |said| said.later)
    }

    /// Whether a question is answered, in this round if it is one of several; follows changes.
    #[must_use]
    pub fn is_answered(&self, capability: CapabilityIx) -> bool {
        self.is(capability, Response::is_of_this_round)
    }

    /// Whether an answer comes from the round before and nobody has said yet that it is still true; follows changes.
    #[must_use]
    pub fn is_to_confirm(&self, capability: CapabilityIx) -> bool {
        self.is(capability, |said| said.value.is_some() && said.later)
    }

    fn is(&self, capability: CapabilityIx, holds: fn(&Response) -> bool) -> bool {
        let id = &self.model.capability(capability).id;
        self.current.with(|open| open.as_ref().and_then(|one| one.responses.get(id)).is_some_and(holds))
    }

    /// What is said to a question, as it stands in the assessment; follows changes.
    #[must_use]
    pub fn said(&self, capability: CapabilityIx) -> Response {
        let id = &self.model.capability(capability).id;
        self.current.with(|open| open.as_ref().and_then(|one| one.responses.get(id)).cloned().unwrap_or_default())
    }

    /// Says of the answer to a question that it is still true.
    pub fn confirm(&self, capability: CapabilityIx) {
        self.respond(capability, |response| response.later = false);
    }

    /// Puts all of these in place of what is said to their questions, in one change.
    pub fn say_all(&self, said: &[(CapabilityIx, Response)]) {
        self.change(|assessment| {
            for (capability, new) in said {
                assessment.respond(&self.model.capability(*capability).id, now(), |response| {
                    response.say(new.value);
                    response.later = new.later;
                });
            }
        });
        self.give_away();
    }

    /// Lets the page around this one know of the open assessment, for as long as this visit lasts.
    pub fn give_away(&self) {
        let open = self.current.with_untracked(|open| open.as_ref().map(|assessment| assessment.id.clone()));
        let is_new = |id: &String| self.given_away.with_untracked(|given| !given.contains(id));
        if let Some(id) = open.filter(is_new) {
            self.given_away.update(|given| given.push(id));
        }
    }

    /// Whether the page around this one may know of the open assessment: it was answered in this visit, or its result was
    /// given away. Follows both.
    #[must_use]
    pub fn is_given_away(&self) -> bool {
        self.given_away.with(|given| {
            self.current.with(|open| open.as_ref().is_some_and(|assessment| given.contains(&assessment.id)))
        })
    }

    /// The questions asked in an area; follows changes of what is asked.
    #[must_use]
    pub fn asked_in(&self, area: AreaIx) -> Vec<CapabilityIx> {
        let model = self.model;
        let in_area = |at: &CapabilityIx| model.capability(*at).area == area;
        self.questionnaire.with(|asked| asked.capabilities(model).filter(in_area).collect())
    }

    /// The next question to answer after one (from the start of an area where none is named), going round once: first
    /// one that is not marked to come back to.
    #[must_use]
    pub fn next_open(&self, area: AreaIx, after: Option<CapabilityIx>) -> Option<CapabilityIx> {
        let model = self.model;
        let mut asked: Vec<CapabilityIx> = self.questionnaire.with(|asked| asked.capabilities(model).collect());
        let start = asked.iter().position(|&at| match after {
            Some(after) => at > after,
            None => model.capability(at).area == area,
        });
        asked.rotate_left(start.unwrap_or(0));
        asked.retain(|&at| Some(at) != after && !self.is_answered(at));
        asked.iter().copied().find(|&at| !self.is_later(at)).or_else(|| asked.first().copied())
    }

    /// The first question still open; none when all are answered.
    #[must_use]
    pub fn question_to_continue(&self) -> Option<CapabilityIx> {
        self.questionnaire.with(|asked| asked.capabilities(self.model).find(|&at| !self.is_answered(at)))
    }

    /// The first question still open in an area.
    #[must_use]
    pub fn open_question_in(&self, area: AreaIx) -> Option<CapabilityIx> {
        self.asked_in(area).into_iter().find(|&at| !self.is_answered(at))
    }

    /// Whether a question is the first that its area asks.
    #[must_use]
    pub fn is_first_of_area(&self, at: CapabilityIx) -> bool {
        let area = self.model.capability(at).area;
        let first = |asked: &Questionnaire| {
            asked.capabilities(self.model).find(|&one| self.model.capability(one).area == area)
        };
        self.questionnaire.with(first) == Some(at)
    }

    /// The first area with a question still open; the first of all when none is.
    #[must_use]
    pub fn area_to_continue(&self) -> Option<AreaIx> {
        let first = self.questionnaire.with(|asked| asked.areas(self.model).first().copied());
        self.question_to_continue().map(|at| self.model.capability(at).area).or(first)
    }
}
