//! Fields of an assessment that links contain: what was assessed, the delivery metrics, the answered invitation, and
//! the person that a copy came from.

use super::parts::MAX_ABOUT_CHARS;
use super::{LinkContents, Sender};
use crate::assessment::{Assessment, Outcomes, Source, UnknownFields, clean_line};

/// A sentence on what was assessed.
#[must_use]
pub fn about(assessment: &Assessment) -> String {
    clean_line(&assessment.about, MAX_ABOUT_CHARS)
}

/// The number of the answered invitation.
#[must_use]
pub const fn invitation(assessment: &Assessment) -> Option<u32> {
    assessment.invitation
}

/// The number for invitations to answer the questions of an assessment. It is always the same for one assessment, so
/// that all replies to its invitations belong together. An answer to an invitation keeps the number of that
/// invitation.
#[must_use]
pub fn invitation_number(assessment: &Assessment) -> u32 {
    // FNV-1a over the random id of the assessment: nothing more has to be stored, and the id itself stays private.
    let mixed = |number: u32, byte: u8| (number ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    assessment.invitation.unwrap_or_else(|| assessment.id.bytes().fold(0x811c_9dc5, mixed))
}

/// The delivery metrics that this version knows.
#[must_use]
pub fn outcomes(assessment: &Assessment) -> Outcomes {
    Outcomes { unknown_fields: UnknownFields::new(), ..assessment.outcomes.clone() }
}

/// Stores in an assessment which invitation it answers, and what the invitation says about the assessed product.
pub fn mark_as_reply(assessment: &mut Assessment, invitation: Option<u32>, about: &str) {
    let about = clean_line(about, MAX_ABOUT_CHARS);
    if !about.is_empty() {
        assessment.about = about;
    }
    assessment.invitation = invitation.or(assessment.invitation);
}

/// Stores the contents of a link, except answers, notes and title, in an assessment.
pub fn put(shared: &LinkContents, assessment: &mut Assessment) {
    mark_as_reply(assessment, shared.invitation, &shared.about);
    assessment.business_unit.clone_from(&shared.business_unit);
    assessment.outcomes = shared.outcomes.clone();
    assessment.models = Some(shared.models).filter(|&models| models != 1);
    let from = Sender::line(&shared.from);
    if !from.is_empty() {
        assessment.sources = vec![Source { from, ..Source::default() }];
    }
}
