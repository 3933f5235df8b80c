//! The optional parts after the answers, each with a tag and its length. A new part takes the next tag; older readers
//! skip it and report that.

use super::bytes::{Reader, put_block, put_number, text};
use super::layout::Part;
use super::{LinkContents, LinkError, Sender};
use crate::assessment::fields::Field;
use crate::assessment::{MAX_MODELS, Outcomes, clean_line, clean_title};
use crate::moment::Day;
use crate::order;

const TITLE: usize = 1;
pub const NOTES: usize = 2;
const FROM: usize = 3;
const INVITATION: usize = 4;
const ABOUT: usize = 5;
const OUTCOMES: usize = 6;
const MODELS: usize = 7;
const BUSINESS_UNIT: usize = 8;
// 9 stays unused: a recorded link has it as a part of a later version.
pub const EVIDENCE_DATES: usize = 10;

/// The longest sentence on what was assessed, in characters.
pub const MAX_ABOUT_CHARS: usize = 240;

/// The part for a field of an assessment; `None` for fields that come before the parts, and for fields that no link
/// contains.
fn part_of(field: Field, shared: &LinkContents) -> Option<Part> {
    let (tag, bytes) = match field {
        Field::Title => (TITLE, shared.title.as_bytes().to_vec()),
        Field::Invitation => {
            (INVITATION, shared.invitation.map(|number| number.to_be_bytes().to_vec()).unwrap_or_default())
        }
        Field::About => (ABOUT, shared.about.as_bytes().to_vec()),
        Field::Outcomes => (OUTCOMES, outcome_bytes(&shared.outcomes)),
        Field::BusinessUnit => (BUSINESS_UNIT, shared.business_unit.as_bytes().to_vec()),
        Field::Models => (MODELS, models_bytes(shared.models)),
        // In the head of the link.
        Field::Scope | Field::Tracks => return None,
        // Links are for other people, so they contain neither the team's plan and history nor the origin of answers.
        Field::People | Field::Target | Field::Plan | Field::Snapshots | Field::Sources | Field::Ignored => {
            return None;
        }
    };
    Some(Part { tag, bytes })
}

/// The parts without those on single questions (notes and evidence dates), in ascending order of tags.
pub fn written(shared: &LinkContents) -> Vec<Part> {
    let mut parts = vec![Part { tag: FROM, bytes: from_bytes(&shared.from) }];
    parts.extend(Field::ALL.iter().filter_map(|&field| part_of(field, shared)));
    parts.retain(|part| !part.bytes.is_empty());
    order::sort_by_key(&mut parts, |part| part.tag);
    parts
}

/// Reads a part into `shared`. Returns whether this reader knows it.
pub fn read(part: &Part, shared: &mut LinkContents) -> Result<bool, LinkError> {
    let bytes = &part.bytes;
    match part.tag {
        TITLE => shared.title = clean_title(&text(bytes)?),
        FROM => {
            let mut reader = Reader::new(bytes);
            let (name, role) = (reader.text()?, text(reader.rest())?);
            shared.from = Sender { name: clean_title(&name), role: clean_title(&role) };
        }
        INVITATION => {
            let number = bytes.as_slice().try_into().map_err(|_| LinkError::Damaged)?;
            shared.invitation = Some(u32::from_be_bytes(number));
        }
        ABOUT => shared.about = clean_line(&text(bytes)?, MAX_ABOUT_CHARS),
        OUTCOMES => shared.outcomes = outcomes(bytes)?,
        MODELS => shared.models = models(bytes)?,
        BUSINESS_UNIT => shared.business_unit = clean_title(&text(bytes)?),
        _ => return Ok(false),
    }
    Ok(true)
}

fn from_bytes(from: &Sender) -> Vec<u8> {
    let mut bytes = Vec::new();
    if !from.is_empty() {
        put_block(from.name.as_bytes(), &mut bytes);
        bytes.extend(from.role.as_bytes());
    }
    bytes
}

/// One byte shows which numbers follow.
fn outcome_bytes(outcomes: &Outcomes) -> Vec<u8> {
    let Outcomes { days_to_live, last_release, hours_to_restore, unknown_fields: _ } = *outcomes;
    let wide = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let release = last_release.and_then(|day| usize::try_from(day.unix_days()).ok());
    let numbers = [days_to_live.map(wide), release, hours_to_restore.map(wide)];
    let (mut flags, mut bytes) = (0, vec![0]);
    for (at, number) in numbers.into_iter().enumerate() {
        if let Some(number) = number {
            flags |= 1 << at;
            put_number(number, &mut bytes);
        }
    }
    bytes[0] = flags;
    if flags == 0 { Vec::new() } else { bytes }
}

fn outcomes(bytes: &[u8]) -> Result<Outcomes, LinkError> {
    let mut reader = Reader::new(bytes);
    let flags = reader.byte()?;
    let mut number = |bit: u8| -> Result<Option<u32>, LinkError> {
        if flags & bit == 0 { Ok(None) } else { Ok(u32::try_from(reader.number()?).ok()) }
    };
    let (days_to_live, release, hours_to_restore) = (number(1)?, number(2)?, number(4)?);
    let last_release = release.and_then(|days| Day::from_unix_days(i64::from(days)));
    Ok(Outcomes { days_to_live, last_release, hours_to_restore, ..Outcomes::default() })
}

/// One model is the default of a link, so it is not written.
fn models_bytes(models: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    if models != 1 {
        put_number(usize::try_from(models).unwrap_or(usize::MAX), &mut bytes);
    }
    bytes
}

fn models(bytes: &[u8]) -> Result<u32, LinkError> {
    let number = Reader::new(bytes).number()?;
    u32::try_from(number).ok().filter(|number| (1..=MAX_MODELS).contains(number)).ok_or(LinkError::Damaged)
}
