//! A result or an invitation in an address. Everything is in the fragment, so that no server receives it.
//!
//! The layout is documented, with test vectors, in `docs/link-format.md`, and is only ever extended. A link that is
//! not exactly what [`encode`] writes is rejected with a reason. Answers are read only by the questions that they
//! were given to, so a link is never read partly wrong.

mod asked;
mod bytes;
mod dates;
mod error;
mod found;
mod kept;
mod layout;
mod notes;
mod number;
mod parts;
mod shared;
mod text;

pub use self::error::LinkError;
pub use self::found::{FoundLink, find_links};
pub use self::kept::{about, invitation, invitation_number, mark_as_reply, outcomes};
pub use self::parts::MAX_ABOUT_CHARS;
pub use self::shared::{LinkContents, LinkOptions, Note, Sender};
pub use self::text::{is_letter, without_escapes};

use self::asked::{Covered, checksum, slots, track_bits};
use self::layout::{Layout, Part, id_byte};
use self::parts::Tag;
use crate::model::answer::Answer;
use crate::model::{CapabilityKey, Model};
use crate::moment::Day;
use crate::order;
use crate::scoring::case::QuestionSet;

const VERSION: u8 = 1;
/// The longest payload, in characters. The whole address fits into mail and chat programs.
pub const MAX_CHARS: usize = 1_800;
/// The longest text that is read, in bytes: a payload with everything that may have been added to it.
const MOST_READ: usize = 16 * 1024;
/// Days from 1970-01-01 to 2020-01-01, which is day 0 of links.
const DAYS_TO_2020: i64 = 18_262;
/// The last day of links: 2109-09-18.
const MAX_DAYS: u16 = (1 << 15) - 1;

/// The kind of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// A result: `#/r/…`.
    Result,
    /// An invitation to answer: `#/i/…`.
    Invite,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodedLink {
    /// The contents.
    pub shared: LinkContents,
    /// The revision of the model that it was made with, if it is not this one.
    pub other_revision: Option<u32>,
    /// The number of questions that are asked now but were missing when the link was made. Only for a result.
    pub new_questions: usize,
    /// The number of answered questions that no longer exist.
    pub retired_answers: usize,
    /// The number of parts that this version does not know.
    pub unknown_parts: usize,
}

/// The payload of a link, for the part after `#/r/` or `#/i/`. It was read back once, so everyone with this model can
/// open it.
///
/// # Errors
///
/// The link would be too long ([`LinkError::TooLong`]; a file has no such limit), or its contents do not fit into a
/// link of this kind ([`LinkError::Unreadable`]).
pub fn encode(model: &Model, kind: LinkKind, shared: &LinkContents) -> Result<String, LinkError> {
    let day = u16::try_from(shared.day.unix_days() - DAYS_TO_2020).ok().filter(|&day| day <= MAX_DAYS);
    let QuestionSet { scope, tracks } = &shared.question_set;
    let asked = if kind == LinkKind::Result { slots(model, &shared.question_set) } else { Vec::new() };
    let digits: Vec<u8> =
        asked.iter().map(|slot| digit(slot.capability.and_then(|at| shared.answers.get(at)))).collect();
    let mut parts = parts::written(shared);
    parts.push(Part { tag: Tag::Notes as usize, bytes: notes::packed(model, &shared.notes) });
    parts.push(Part { tag: Tag::EvidenceDates as usize, bytes: dates::packed(model, &shared.evidence_dates) });
    parts.retain(|part| !part.bytes.is_empty());
    order::sort_by_key(&mut parts, |part| part.tag);
    let layout = Layout {
        kind,
        id: id_byte(model),
        revision: usize::try_from(model.revision()).unwrap_or(usize::MAX),
        tracks: track_bits(tracks),
        scope: *scope,
        day: day.ok_or(LinkError::Unreadable)?,
        count: digits.len(),
        answers: number::packed(&digits),
        parts,
    };
    let mut bytes = layout.written();
    let mut check = checksum(model, tracks, &asked);
    check.add(&bytes);
    bytes.extend(check.bytes());
    let payload = text::written(&bytes);
    if payload.len() > MAX_CHARS {
        return Err(LinkError::TooLong(payload.len()));
    }
    match Decoder::new(model).decode_exactly(kind, &payload) {
        Ok(opened) if opened.shared == *shared => Ok(payload),
        _ => Err(LinkError::Unreadable),
    }
}

/// Reads the payload after `#/r/` or `#/i/`, without what chat and mail programs added to it.
///
/// # Errors
///
/// The payload is no whole link of this kind for questions that this model has or had.
pub fn decode(model: &Model, kind: LinkKind, payload: &str) -> Result<DecodedLink, LinkError> {
    decode_cleaned(model, kind, payload).map(|(opened, _)| opened)
}

/// Reads a payload as [`decode`] does. Also returns it without what was added to it.
///
/// # Errors
///
/// See [`decode`].
pub fn decode_cleaned(model: &Model, kind: LinkKind, payload: &str) -> Result<(DecodedLink, String), LinkError> {
    Decoder::new(model).decode(kind, payload)
}

/// Reads links one by one. What links with the same questions have in common is computed once.
#[derive(Clone, Debug)]
pub struct Decoder<'m> {
    model: &'m Model,
    id: u8,
    known: Vec<Covered>,
}

/// The most sets of questions that are remembered: a hostile list of links may have any number.
const MOST_KNOWN: usize = 32;

impl<'m> Decoder<'m> {
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        Self { model, id: id_byte(model), known: Vec::new() }
    }

    #[must_use]
    pub const fn model(&self) -> &'m Model {
        self.model
    }

    /// Reads one payload: see [`decode_cleaned`].
    ///
    /// # Errors
    ///
    /// As [`decode`].
    pub fn decode(&mut self, kind: LinkKind, payload: &str) -> Result<(DecodedLink, String), LinkError> {
        if payload.len() > MOST_READ {
            return Err(LinkError::Overlong(payload.len()));
        }
        let mut why = None;
        for letters in text::readings(payload) {
            match self.decode_exactly(kind, &letters) {
                Ok(opened) => return Ok((opened, letters)),
                // The checksum matched, so no other reading can be right.
                Err(LinkError::OtherKind) => return Err(LinkError::OtherKind),
                Err(error) => why = why.or(Some(error)),
            }
        }
        Err(why.unwrap_or(LinkError::Empty))
    }

    fn decode_exactly(&mut self, kind: LinkKind, letters: &str) -> Result<DecodedLink, LinkError> {
        let (bytes, is_whole) = text::read(letters)?;
        let version = bytes.first().map_or(0, |first| first >> 4);
        if version != VERSION {
            return Err(if version > VERSION { LinkError::Newer(version) } else { LinkError::Damaged });
        }
        let letters = text::letters_for(bytes.len());
        if letters > MAX_CHARS {
            return Err(LinkError::Overlong(letters));
        }
        let (body, check) = bytes.split_last_chunk::<3>().ok_or(LinkError::Truncated)?;
        let layout = Layout::read(body);
        let (model, id) = (self.model, self.id);
        if is_whole
            && let Ok(layout) = &layout
            && let Some(covered) = self.covered(layout)
            && layout.id == id
        {
            let mut checksum = covered.checksum;
            checksum.add(body);
            if checksum.bytes() == *check {
                if layout.kind != kind {
                    return Err(LinkError::OtherKind);
                }
                // The checksum matched, so any fault was not made by this program.
                return opened(model, layout, covered).map_err(|_| LinkError::Damaged);
            }
        }
        // The contents cannot be trusted and only help to explain the error.
        Err(match layout {
            Err(LinkError::Truncated) => LinkError::Truncated,
            _ if body.get(1).is_some_and(|&other| other != id) => LinkError::OtherModel,
            Ok(layout) => match u32::try_from(layout.revision) {
                Ok(made_with) if made_with != model.revision() => {
                    LinkError::OtherRevision { made_with, own: model.revision() }
                }
                _ => LinkError::Damaged,
            },
            Err(error) => error,
        })
    }

    fn covered(&mut self, layout: &Layout) -> Option<&Covered> {
        let known = self.known.iter().position(|one| one.is_of(layout));
        let at = match known {
            Some(at) => at,
            None => {
                let covered = Covered::of(self.model, layout)?;
                if self.known.len() >= MOST_KNOWN {
                    self.known.clear();
                }
                self.known.push(covered);
                self.known.len() - 1
            }
        };
        self.known.get(at)
    }
}

/// The contents of a link, read by the questions that it was made with. Everything known in it has to be written in
/// the only valid way.
fn opened(model: &Model, layout: &Layout, covered: &Covered) -> Result<DecodedLink, LinkError> {
    let asked = covered.asked();
    let day = Day::from_unix_days(i64::from(layout.day) + DAYS_TO_2020).ok_or(LinkError::Damaged)?;
    let mut shared = LinkContents::new(model, covered.question_set.clone(), day);
    let mut retired: Vec<CapabilityKey> = Vec::new();
    let digits = number::unpacked(&layout.answers, layout.count).ok_or(LinkError::Damaged)?;
    for (slot, digit) in asked.iter().zip(digits) {
        match slot.capability {
            Some(at) => shared.answers.set(at, answer(digit)),
            None if digit == 0 => {}
            None => retired.push(slot.key),
        }
    }
    let (mut known, mut of_questions) = (Vec::new(), 0);
    for part in &layout.parts {
        let keys = match Tag::of(part.tag) {
            Some(Tag::Notes) => {
                let (notes, keys) = notes::unpacked(&part.bytes, asked)?;
                shared.notes = notes;
                keys
            }
            Some(Tag::EvidenceDates) => {
                let (dates, keys) = dates::unpacked(&part.bytes, asked)?;
                shared.evidence_dates = dates;
                keys
            }
            Some(tag) => {
                parts::read(tag, &part.bytes, &mut shared)?;
                known.push(part);
                continue;
            }
            // Of a later version.
            None => continue,
        };
        retired.extend(keys);
        of_questions += 1;
    }
    let is_invite = layout.kind == LinkKind::Invite;
    // An invitation has a number, and nothing that only a result has.
    let is_of_its_kind = !is_invite || (shared.invitation.is_some() && shared.is_empty_but_for_an_invitation());
    // Without known parts nothing would be written either.
    let is_written_so = known.is_empty() || parts::written(&shared).iter().eq(known.iter().copied());
    if !is_of_its_kind || !is_written_so {
        return Err(LinkError::Damaged);
    }
    order::sort(&mut retired);
    retired.dedup();
    Ok(DecodedLink {
        shared,
        other_revision: u32::try_from(layout.revision).ok().filter(|&revision| revision != model.revision()),
        new_questions: if is_invite { 0 } else { covered.new_questions() },
        retired_answers: retired.len(),
        unknown_parts: layout.parts.len() - known.len() - of_questions,
    })
}

/// 0 for no answer, 1 to 5 for the answers in their order.
fn digit(answer: Option<Answer>) -> u8 {
    let position = answer.and_then(|answer| Answer::ALL.iter().position(|&one| one == answer));
    position.map_or(0, |position| u8::try_from(position + 1).unwrap_or_default())
}

fn answer(digit: u8) -> Option<Answer> {
    usize::from(digit).checked_sub(1).and_then(|position| Answer::ALL.get(position)).copied()
}
