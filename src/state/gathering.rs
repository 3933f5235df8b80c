//! Several people's answers in one assessment.

use crate::browser::clock;
use crate::state::{Session, now};
use mlops_core::history::gathered::{self, Person};
use mlops_core::history::respondents::CohortError;
use mlops_core::model::CapabilityIx;
use mlops_core::model::answer::Answer;

impl Session {
    /// Makes an assessment of several people's answers and stores it; returns its id.
    ///
    /// # Errors
    ///
    /// There are too few people, or too many.
    pub fn gather(&self, people: &[Person], title: &str) -> Result<String, CohortError> {
        let made = gathered::assessment(self.model, people, clock::random_id(), title.to_owned(), now())?;
        self.put(&made);
        Ok(made.id)
    }

    /// Adds people to the open assessment of several; returns how many are new in it.
    ///
    /// # Errors
    ///
    /// There would be too many; then nobody is added.
    pub fn add_people(&self, people: &[Person]) -> Result<usize, CohortError> {
        self.trying(|assessment| gathered::add(self.model, assessment, people, now()))
    }

    /// Leaves one person's answers out; whether enough people remain for that.
    pub fn leave_out(&self, payload: &str) -> bool {
        self.trying(|assessment| Ok::<_, ()>(gathered::leave_out(self.model, assessment, payload, now())))
            .unwrap_or_default()
    }

    /// Settles an answer that people differ on, with a note why.
    pub fn settle(&self, capability: CapabilityIx, answer: Answer, note: &str) {
        let id = &self.model.capability(capability).id;
        self.change(|assessment| gathered::settle(assessment, id, answer, note, now()));
    }

    /// Takes a settled answer back.
    pub fn unsettle(&self, capability: CapabilityIx) {
        self.change(|assessment| gathered::unsettle(self.model, assessment, capability, now()));
    }
}
