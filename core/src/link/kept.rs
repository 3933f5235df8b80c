//! Fields of an assessment's file that links carry: what was assessed, the outcome numbers, the invitation that is
//! answered, and from whom a copy came. They stand in the file under the names of its format, and wrong ones are passed
//! over: a link says nothing that nobody typed.

use serde_json::{Map, Value};

use super::parts::MAX_ABOUT_CHARS;
use super::{Outcomes, Respondent, Shared};
use crate::assessment::{Assessment, clean_line};
use crate::moment::Day;

const ABOUT: &str = "about";
const OUTCOMES: &str = "outcomes";
const INVITATION: &str = "invitation";
const SOURCES: &str = "sources";

/// What was assessed, in a sentence.
#[must_use]
pub fn about(assessment: &Assessment) -> String {
    let about = assessment.unknown_fields.get(ABOUT).and_then(Value::as_str);
    clean_line(about.unwrap_or_default(), MAX_ABOUT_CHARS)
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
pub fn outcomes(assessment: &Assessment) -> Outcomes {
    let field = |name: &str| assessment.unknown_fields.get(OUTCOMES).and_then(|outcomes| outcomes.get(name));
    Outcomes {
        days_to_live: number(field("days_to_live")),
        last_release: field("last_release").and_then(Value::as_str).and_then(Day::parse),
        hours_to_restore: number(field("hours_to_restore")),
    }
}

fn number(value: Option<&Value>) -> Option<u32> {
    u32::try_from(value?.as_u64()?).ok()
}

/// Notes in an assessment which invitation it answers, and what the invitation says is assessed.
pub fn answer_to(assessment: &mut Assessment, invitation: Option<u32>, about: &str) {
    let about = clean_line(about, MAX_ABOUT_CHARS);
    if !about.is_empty() {
        assessment.unknown_fields.insert(ABOUT.to_owned(), about.into());
    }
    if let Some(number) = invitation {
        assessment.unknown_fields.insert(INVITATION.to_owned(), number.into());
    }
}

/// Puts what a link holds besides answers, notes and title into an assessment.
pub fn put(shared: &Shared, assessment: &mut Assessment) {
    answer_to(assessment, shared.invitation, &shared.about);
    let Outcomes { days_to_live, last_release, hours_to_restore } = shared.outcomes;
    let fields = [
        ("days_to_live", days_to_live.map(Value::from)),
        ("last_release", last_release.map(|day| day.to_string().into())),
        ("hours_to_restore", hours_to_restore.map(Value::from)),
    ];
    let known = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    let outcomes: Map<String, Value> = known.collect();
    if !outcomes.is_empty() {
        assessment.unknown_fields.insert(OUTCOMES.to_owned(), Value::Object(outcomes));
    }
    let from = Respondent::line(&shared.from);
    if !from.is_empty() {
        let source = Map::from_iter([("from".to_owned(), Value::from(from))]);
        assessment.unknown_fields.insert(SOURCES.to_owned(), Value::Array(vec![Value::Object(source)]));
    }
}
