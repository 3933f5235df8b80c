//! A result or an invitation in an address: everything in the fragment, so that no server sees it.
//!
//! The layout is written down, with test vectors, in `docs/link-format.md`; it is only ever added to. Whatever is not
//! exactly what [`encode`] writes is refused with a reason: a link is never half right.

mod bytes;
mod notes;
mod number;
mod text;

use std::fmt;

use self::bytes::{Reader, checksum, put_number};
use crate::assessment::{Assessment, Response, clean_title};
use crate::model::answer::{Answer, Answers};
use crate::model::{CapabilityIx, Model, TrackIx};
use crate::moment::{Day, Moment};
use crate::scoring::case::{Questionnaire, Scope};

const VERSION: u8 = 1;
/// The longest payload, in characters: the whole address fits where mail and chat programs cut.
pub const MAX_CHARS: usize = 1_800;
/// The longest text that is looked at, in bytes: payloads with everything that may have got into them on the way.
const MOST_READ: usize = 16 * 1024;
/// Days from 1970-01-01 to 2020-01-01, from which links count.
const DAYS_TO_2020: i64 = 18_262;
const FULL: u16 = 1 << 15;
const CHECKSUM_BYTES: usize = 3;

/// What a link says of one answer besides the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Which capability.
    pub capability: CapabilityIx,
    /// The note.
    pub note: String,
    /// Where it can be seen.
    pub evidence: String,
}

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// When it was made.
    pub day: Day,
    /// Which questions were asked.
    pub questionnaire: Questionnaire,
    /// The answers to them; an invitation has none.
    pub answers: Answers,
    /// What the team is called; empty unless it wants to say so.
    pub title: String,
    /// Notes and evidence, where the team wants to share them.
    pub notes: Vec<Note>,
}

/// What kind of link it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A result: `#/r/…`.
    Result,
    /// An invitation to answer: `#/i/…`.
    Invite,
}

/// A link that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it holds.
    pub shared: Shared,
    /// The model's revision that it was made with, where that is another one.
    pub other_revision: Option<u32>,
    /// Answers to questions that this revision does not have.
    pub unknown_answers: usize,
}

/// Why a link was not made or not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// There is nothing after the address.
    Empty,
    /// A letter that no link has.
    Letter(char),
    /// The end is missing.
    Truncated,
    /// Something in it is not as it was made.
    Damaged,
    /// It is of a newer layout.
    Newer(u8),
    /// It belongs to another questionnaire.
    OtherModel,
    /// A result where an invitation was expected, or the other way round.
    OtherKind,
    /// It would be longer than mail and chat programs let through, in characters.
    TooLong(usize),
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("expected a link, found nothing"),
            Self::Letter(letter) => write!(f, "expected letters, digits, - and _, found {letter:?}"),
            Self::Truncated => f.write_str("expected more, found the end"),
            Self::Damaged => f.write_str("expected a link as it was made, found a changed one"),
            Self::Newer(version) => write!(f, "expected version {VERSION}, found {version}"),
            Self::OtherModel => f.write_str("expected a link for this questionnaire, found one for another"),
            Self::OtherKind => f.write_str("expected the other kind of link"),
            Self::TooLong(found) => write!(f, "expected at most {MAX_CHARS} characters, found {found}"),
        }
    }
}

/// The questions asked, in the order in which links store answers.
fn asked(model: &Model, questionnaire: &Questionnaire) -> Vec<CapabilityIx> {
    model.by_key().into_iter().filter(|&at| questionnaire.asks(model, at)).collect()
}

/// One of six: none, then the answers in their order.
fn digit(answer: Option<Answer>) -> u8 {
    let position = answer.and_then(|answer| Answer::ALL.iter().position(|&one| one == answer));
    position.map_or(0, |position| u8::try_from(position + 1).unwrap_or_default())
}

fn answer(digit: u8) -> Option<Answer> {
    usize::from(digit).checked_sub(1).and_then(|position| Answer::ALL.get(position)).copied()
}

/// The payload of a link, to stand after `#/r/` or `#/i/`.
///
/// # Errors
///
/// It would be too long: a file takes any length.
pub fn encode(model: &Model, kind: Kind, shared: &Shared) -> Result<String, LinkError> {
    let bits = shared.questionnaire.tracks.iter().fold(0_usize, |bits, track| bits | 1 << track.index().min(31));
    let small = u8::try_from(bits).ok().filter(|&bits| bits < 8).unwrap_or(0);
    let mut bytes = vec![VERSION << 4 | u8::from(kind == Kind::Invite) << 3 | small, id_byte(model)];
    put_number(usize::try_from(model.revision()).unwrap_or(usize::MAX), &mut bytes);
    let days = (shared.day.unix_days() - DAYS_TO_2020).clamp(0, i64::from(FULL - 1));
    let full = if shared.questionnaire.scope == Scope::Full { FULL } else { 0 };
    bytes.extend((u16::try_from(days).unwrap_or_default() | full).to_be_bytes());
    if small == 0 {
        put_number(bits, &mut bytes);
    }
    if kind == Kind::Result {
        let asked = asked(model, &shared.questionnaire);
        put_number(asked.len(), &mut bytes);
        let digits: Vec<u8> = asked.iter().map(|&at| digit(shared.answers.get(at))).collect();
        bytes.extend(number::packed(&digits));
    }
    if !shared.title.is_empty() || !shared.notes.is_empty() {
        put_number(shared.title.len(), &mut bytes);
        bytes.extend(shared.title.as_bytes());
    }
    if !shared.notes.is_empty() {
        bytes.extend(notes::packed(model, &shared.notes));
    }
    let check = checksum(model.id(), &bytes);
    bytes.extend(check);
    let payload = text::written(&bytes);
    if payload.len() > MAX_CHARS { Err(LinkError::TooLong(payload.len())) } else { Ok(payload) }
}

/// Reads what stands after `#/r/` or `#/i/`. What chats and mail programs add to an address is no part of it.
///
/// # Errors
///
/// Anything that is not a whole link of this kind for this model.
pub fn decode(model: &Model, kind: Kind, payload: &str) -> Result<Opened, LinkError> {
    if payload.len() > MOST_READ {
        return Err(LinkError::TooLong(payload.len()));
    }
    let bytes = text::read(payload)?;
    let (&first, _) = bytes.split_first().ok_or(LinkError::Empty)?;
    if first >> 4 != VERSION {
        return Err(if first >> 4 > VERSION { LinkError::Newer(first >> 4) } else { LinkError::Damaged });
    }
    let body = bytes.len().checked_sub(CHECKSUM_BYTES).ok_or(LinkError::Truncated)?;
    let (body, check) = bytes.split_at(body);
    let mut reader = Reader::new(body);
    if checksum(model.id(), body) != check {
        // With the checksum wrong the rest is only good for saying why.
        let is_other = body.get(1).is_some_and(|&id| id != id_byte(model));
        let is_short = |error| error == LinkError::Truncated;
        let is_cut = structure(model, kind, &mut reader).err().is_some_and(is_short);
        return Err(if is_cut {
            LinkError::Truncated
        } else if is_other {
            LinkError::OtherModel
        } else {
            LinkError::Damaged
        });
    }
    if body.get(1) != Some(&id_byte(model)) {
        return Err(LinkError::OtherModel);
    }
    let opened = structure(model, kind, &mut reader)?;
    // There is one way to write each link: whatever else reads the same is none. Packed notes are left out of this: another
    // version of the packer may pack them otherwise.
    let is_comparable = opened.other_revision.is_none() && opened.shared.notes.is_empty();
    if is_comparable && encode(model, kind, &opened.shared).as_deref() != Ok(&text::written(&bytes)) {
        return Err(LinkError::Damaged);
    }
    Ok(opened)
}

fn structure(model: &Model, kind: Kind, reader: &mut Reader) -> Result<Opened, LinkError> {
    let head = reader.byte()?;
    if (head & 0b1000 != 0) != (kind == Kind::Invite) {
        return Err(LinkError::OtherKind);
    }
    reader.byte()?;
    let revision = u32::try_from(reader.number()?).map_err(|_| LinkError::Damaged)?;
    let day = u16::from_be_bytes([reader.byte()?, reader.byte()?]);
    let scope = if day & FULL == 0 { Scope::Core } else { Scope::Full };
    let day = Day::from_unix_days(i64::from(day & !FULL) + DAYS_TO_2020).ok_or(LinkError::Damaged)?;
    let bits = match usize::from(head & 0b111) {
        0 => reader.number()?,
        bits => bits,
    };
    let tracks: Vec<TrackIx> = model.track_ixs().filter(|track| bits >> track.index().min(31) & 1 == 1).collect();
    let questionnaire = Questionnaire { scope, tracks };
    let is_other = revision != model.revision();
    if questionnaire.tracks.is_empty() {
        return Err(LinkError::Damaged);
    }
    let mut answers = Answers::none(model);
    let mut unknown_answers = 0;
    if kind == Kind::Result {
        let asked = asked(model, &questionnaire);
        let count = reader.number()?;
        if count > 400 || (count != asked.len() && !is_other) {
            return Err(LinkError::Damaged);
        }
        let digits = number::unpacked(reader.take(number::bytes_for(count))?, count).ok_or(LinkError::Damaged)?;
        // Keys are only ever added at the end, so a shorter list is the beginning of a longer one.
        for (&at, &digit) in asked.iter().zip(&digits) {
            answers.set(at, answer(digit));
        }
        unknown_answers = digits.iter().skip(asked.len()).filter(|&&digit| digit != 0).count();
    }
    let mut title = String::new();
    let mut notes = Vec::new();
    if !reader.is_empty() {
        let length = reader.number()?;
        let found = String::from_utf8(reader.take(length)?.to_vec()).map_err(|_| LinkError::Damaged)?;
        title = clean_title(&found);
    }
    if !reader.is_empty() {
        notes = notes::unpacked(model, reader.rest())?;
    }
    let shared = Shared { day, questionnaire, answers, title, notes };
    Ok(Opened { shared, other_revision: is_other.then_some(revision), unknown_answers })
}

/// One byte of the model's id: enough to say "another questionnaire"; the checksum covers the whole id.
fn id_byte(model: &Model) -> u8 {
    checksum(model.id(), &[])[0]
}

impl Shared {
    /// What a link about an assessment holds. Title and notes are in it only when asked for.
    #[must_use]
    pub fn of(model: &Model, assessment: &Assessment, day: Day, with_title: bool, with_notes: bool) -> Self {
        let questionnaire = assessment.questionnaire(model);
        let noted = |at: CapabilityIx| {
            let Response { note, evidence, .. } = assessment.responses.get(&model.capability(at).id)?;
            let note = Note { capability: at, note: note.clone(), evidence: evidence.clone() };
            (!note.note.is_empty() || !note.evidence.is_empty()).then_some(note)
        };
        let notes = if with_notes {
            asked(model, &questionnaire).into_iter().filter_map(noted).collect()
        } else {
            Vec::new()
        };
        let mut answers = assessment.answers(model);
        for at in model.capability_ixs().filter(|&at| !questionnaire.asks(model, at)) {
            answers.set(at, None);
        }
        let title = if with_title { assessment.title.clone() } else { String::new() };
        Self { day, questionnaire, answers, title, notes }
    }

    /// An assessment of one's own with what the link holds.
    #[must_use]
    pub fn to_assessment(&self, model: &Model, id: String, now: Moment) -> Assessment {
        let mut assessment = Assessment::new(id, self.title.clone(), model, &self.questionnaire, now);
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
        assessment
    }
}
