//! The optional parts after the answers, each with a tag and its length. A new part takes the next tag; older readers
//! skip it and report that.

use super::bytes::{Reader, put_block, put_number, text};
use super::layout::Part;
use super::{LinkContents, LinkError, Sender};
use crate::assessment::fields::Field;
use crate::assessment::{MAX_MODELS, Outcomes, clean_line, clean_title};
use crate::moment::Day;
use crate::order;

listed! {
    /// The parts by their tags. What is written under a tag is read under it: both are exhaustive.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Tag {
        Title = 1,
        Notes = 2,
        From = 3,
        Invitation = 4,
        About = 5,
        Outcomes = 6,
        Models = 7,
        BusinessUnit = 8,
        // 9 stays unused: a recorded link has it as a part of a later version.
        EvidenceDates = 10,
    }
}

impl Tag {
    /// `None` for a tag of a later version.
    pub fn of(number: usize) -> Option<Self> {
        Self::ALL.into_iter().find(|tag| *tag as usize == number)
    }
}

/// The longest sentence on what was assessed, in characters.
pub const MAX_ABOUT_CHARS: usize = 240;

/// The part for a field of an assessment; `None` for fields that come before the parts, and for fields that no link
/// contains.
fn part_of(field: Field, shared: &LinkContents) -> Option<Part> {
    let (tag, bytes) = match field {
        Field::Title => (Tag::Title, shared.title.as_bytes().to_vec()),
        Field::Invitation => {
            (Tag::Invitation, shared.invitation.map(|number| number.to_be_bytes().to_vec()).unwrap_or_default())
        }
        Field::About => (Tag::About, shared.about.as_bytes().to_vec()),
        Field::Outcomes => (Tag::Outcomes, outcome_bytes(&shared.outcomes)),
        Field::BusinessUnit => (Tag::BusinessUnit, shared.business_unit.as_bytes().to_vec()),
        Field::Models => (Tag::Models, models_bytes(shared.models)),
        // In the head of the link.
        Field::Scope | Field::Tracks => return None,
        // Links are for other people, so they contain neither the team's plan and history nor the origin of answers.
        Field::People | Field::Target | Field::Plan | Field::Snapshots | Field::Sources | Field::Ignored => {
            return None;
        }
    };
    Some(Part { tag: tag as usize, bytes })
}

/// The parts without those on single questions (notes and evidence dates), in ascending order of tags.
pub fn written(shared: &LinkContents) -> Vec<Part> {
    let mut parts = vec![Part { tag: Tag::From as usize, bytes: from_bytes(&shared.from) }];
    parts.extend(Field::ALL.iter().filter_map(|&field| part_of(field, shared)));
    parts.retain(|part| !part.bytes.is_empty());
    order::sort_by_key(&mut parts, |part| part.tag);
    parts
}

/// Reads a part into `shared`, except for the parts on single questions.
pub fn read(tag: Tag, bytes: &[u8], shared: &mut LinkContents) -> Result<(), LinkError> {
    match tag {
        Tag::Title => shared.title = clean_title(&text(bytes)?),
        Tag::From => {
            let mut reader = Reader::new(bytes);
            let (name, role) = (reader.text()?, text(reader.rest())?);
            shared.from = Sender { name: clean_title(&name), role: clean_title(&role) };
        }
        Tag::Invitation => {
            let number = bytes.try_into().map_err(|_| LinkError::Damaged)?;
            shared.invitation = Some(u32::from_be_bytes(number));
        }
        Tag::About => shared.about = clean_line(&text(bytes)?, MAX_ABOUT_CHARS),
        Tag::Outcomes => shared.outcomes = outcomes(bytes)?,
        Tag::Models => shared.models = models(bytes)?,
        Tag::BusinessUnit => shared.business_unit = clean_title(&text(bytes)?),
        // Read where the questions are known.
        Tag::Notes | Tag::EvidenceDates => {}
    }
    Ok(())
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
