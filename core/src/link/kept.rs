//! Fields of an assessment's file that links carry: what was assessed, the outcome numbers, the invitation that is
//! answered, and from whom a copy came. They stand in the file under the names of its format, and wrong ones are passed
//! over: a link says nothing that nobody typed.

use super::parts::MAX_ABOUT_CHARS;
use super::{Respondent, Shared};
use crate::assessment::{Assessment, Outcomes, Source, UnknownFields, clean_line};

/// What was assessed, in a sentence.
#[must_use]
pub fn about(assessment: &Assessment) -> String {
    clean_line(&assessment.about, MAX_ABOUT_CHARS)
}

/// The number of the invitation that an assessment answers.
#[must_use]
pub const fn invitation(assessment: &Assessment) -> Option<u32> {
    assessment.invitation
}

/// The number for invitations to answer what an assessment asks: always the same for one assessment, so that all who are
/// invited from it belong together. Whoever hands an invitation on hands its number on.
#[must_use]
pub fn invitation_number(assessment: &Assessment) -> u32 {
    // FNV-1a over the assessment's own random id: nothing new has to be kept, and the id itself is not told.
    let mixed = |number: u32, byte: u8| (number ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    assessment.invitation.unwrap_or_else(|| assessment.id.bytes().fold(0x811c_9dc5, mixed))
}

/// The delivery metrics, as far as this version knows them.
#[must_use]
pub fn outcomes(assessment: &Assessment) -> Outcomes {
    Outcomes { unknown_fields: UnknownFields::new(), ..assessment.outcomes.clone() }
}

/// Notes in an assessment which invitation it answers, and what the invitation says is assessed.
pub fn answer_to(assessment: &mut Assessment, invitation: Option<u32>, about: &str) {
    let about = clean_line(about, MAX_ABOUT_CHARS);
    if !about.is_empty() {
        assessment.about = about;
    }
    assessment.invitation = invitation.or(assessment.invitation);
}

/// Puts what a link holds besides answers, notes and title into an assessment.
pub fn put(shared: &Shared, assessment: &mut Assessment) {
    answer_to(assessment, shared.invitation, &shared.about);
    assessment.business_unit.clone_from(&shared.business_unit);
    assessment.outcomes = shared.outcomes.clone();
    assessment.models = Some(shared.models).filter(|&models| models != 1);
    let from = Respondent::line(&shared.from);
    if !from.is_empty() {
        assessment.sources = vec![Source { from, ..Source::default() }];
    }
}
