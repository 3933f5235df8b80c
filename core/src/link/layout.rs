//! The parts of a link before they are interpreted: the same bytes, with names.

use super::bytes::{Checksum, Reader, put_block, put_number};
use super::{LinkError, LinkKind, VERSION, number};
use crate::model::Model;
use crate::model::draft::MAX_ITEMS;
use crate::scoring::case::Scope;

/// The bit in the two bytes of the day that means the full question set.
const FULL: u16 = 1 << 15;
/// The most questions that a link can cover: all that a model has, and all that it ever had.
const MAX_COUNT: usize = 2 * MAX_ITEMS;

/// An optional part: its tag and its bytes.
#[derive(PartialEq, Eq)]
pub struct Part {
    pub tag: usize,
    pub bytes: Vec<u8>,
}

/// The parts of a link, without the checksum.
pub struct Layout {
    pub kind: LinkKind,
    pub id: u8,
    pub revision: usize,
    /// Bit n for track n of the model.
    pub tracks: usize,
    pub scope: Scope,
    /// Days since 2020-01-01, at most 32,767.
    pub day: u16,
    /// The number of questions; 0 in an invitation.
    pub count: usize,
    /// The answers as one number.
    pub answers: Vec<u8>,
    /// In ascending order of tags.
    pub parts: Vec<Part>,
}

impl Layout {
    pub fn written(&self) -> Vec<u8> {
        let small = u8::try_from(self.tracks).ok().filter(|&tracks| tracks < 8).unwrap_or(0);
        let mut bytes = vec![VERSION << 4 | u8::from(self.kind == LinkKind::Invite) << 3 | small, self.id];
        put_number(self.revision, &mut bytes);
        let full = if self.scope == Scope::Full { FULL } else { 0 };
        bytes.extend((self.day | full).to_be_bytes());
        if small == 0 {
            put_number(self.tracks, &mut bytes);
        }
        if self.kind == LinkKind::Result {
            put_number(self.count, &mut bytes);
            bytes.extend(&self.answers);
        }
        for part in &self.parts {
            put_number(part.tag, &mut bytes);
            put_block(&part.bytes, &mut bytes);
        }
        bytes
    }

    /// Reads the parts from bytes. Writing them again gives the same bytes.
    pub fn read(bytes: &[u8]) -> Result<Self, LinkError> {
        let mut reader = Reader::new(bytes);
        let head = reader.byte()?;
        let kind = if head & 0b1000 == 0 { LinkKind::Result } else { LinkKind::Invite };
        let id = reader.byte()?;
        let revision = reader.number()?;
        let day = u16::from_be_bytes([reader.byte()?, reader.byte()?]);
        let tracks = match usize::from(head & 0b111) {
            // Fewer than eight tracks have only one valid way to be written.
            0 => Some(reader.number()?).filter(|&tracks| tracks >= 8).ok_or(LinkError::Damaged)?,
            tracks => tracks,
        };
        let (mut count, mut answers) = (0, Vec::new());
        if kind == LinkKind::Result {
            count = reader.number()?;
            if count > MAX_COUNT {
                return Err(LinkError::Damaged);
            }
            answers = reader.take(number::bytes_for(count))?.to_vec();
        }
        let (mut parts, mut last) = (Vec::new(), 0);
        while !reader.is_empty() {
            let tag = reader.number()?;
            if tag <= last {
                return Err(LinkError::Damaged);
            }
            last = tag;
            let length = reader.number()?;
            parts.push(Part { tag, bytes: reader.take(length)?.to_vec() });
        }
        let scope = if day & FULL == 0 { Scope::Essentials } else { Scope::Full };
        Ok(Self { kind, id, revision, tracks, scope, day: day & !FULL, count, answers, parts })
    }
}

/// One byte of the model's id: enough to recognise another questionnaire. The checksum covers the whole id.
pub fn id_byte(model: &Model) -> u8 {
    let mut id = Checksum::new();
    id.add(model.id().as_bytes());
    id.bytes()[0]
}
