//! Fields of an assessment's file that links carry: what was assessed, the outcome numbers, the invitation that is
//! answered, and from whom a copy came. They stand in the file under the names of its format, and wrong ones are passed
//! over: a link says nothing that nobody typed.

use serde_json::Value;

use super::parts::MAX_ABOUT_CHARS;
use super::{Outcomes, Respondent, Shared};
use crate::assessment::{self, Assessment, Source, UnknownFields, clean_line};

const INVITATION: &str = "invitation";

/// What was assessed, in a sentence.
#[must_use]
pub fn about(assessment: &Assessment) -> String {
    clean_line(&assessment.about, MAX_ABOUT_CHARS)
}

/// The number of the invitation that an assessment answers.
#[must_use]
pub fn invitation(assessment: &Assessment) -> Option<u32> {
    number(assessment.unknown_fields.get(INVITATION))
}

/// The number for invitations to answer what an assessment asks: always the same for one assessment, so that all who are
/// invited from it belong together. Whoever hands an invitation on hands its number on.
#[must_use]
pub fn invitation_number(assessment: &Assessment) -> u32 {
    // FNV-1a over the assessment's own random id: nothing new has to be kept, and the id itself is not told.
    let mixed = |number: u32, byte: u8| (number ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    invitation(assessment).unwrap_or_else(|| assessment.id.bytes().fold(0x811c_9dc5, mixed))
}

/// The outcome numbers.
#[must_use]
pub const fn outcomes(assessment: &Assessment) -> Outcomes {
    let outcomes = &assessment.outcomes;
    Outcomes {
        days_to_live: outcomes.days_to_live,
        last_release: outcomes.last_release,
        hours_to_restore: outcomes.hours_to_restore,
    }
}

fn number(value: Option<&Value>) -> Option<u32> {
    u32::try_from(value?.as_u64()?).ok()
}

/// Notes in an assessment which invitation it answers, and what the invitation says is assessed.
pub fn answer_to(assessment: &mut Assessment, invitation: Option<u32>, about: &str) {
    let about = clean_line(about, MAX_ABOUT_CHARS);
    if !about.is_empty() {
        assessment.about = about;
    }
    if let Some(number) = invitation {
        assessment.unknown_fields.insert(INVITATION.to_owned(), number.into());
    }
}

/// Puts what a link holds besides answers, notes and title into an assessment.
pub fn put(shared: &Shared, assessment: &mut Assessment) {
    answer_to(assessment, shared.invitation, &shared.about);
    let Outcomes { days_to_live, last_release, hours_to_restore } = shared.outcomes;
    assessment.outcomes =
        assessment::Outcomes { days_to_live, last_release, hours_to_restore, unknown_fields: UnknownFields::new() };
    let from = Respondent::line(&shared.from);
    if !from.is_empty() {
        assessment.sources = vec![Source { from, link: String::new(), unknown_fields: UnknownFields::new() }];
    }
}
