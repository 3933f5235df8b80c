//! A result or an invitation in an address: everything in the fragment, so that no server sees it.
//!
//! The layout is written down, with test vectors, in `docs/link-format.md`; it is only ever added to. Whatever is not
//! exactly what [`encode`] writes is refused with a reason, and answers are read by the very questions that they were
//! given to, or not at all: a link is never half right.

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
pub use self::kept::{about, answer_to, invitation, invitation_number, outcomes};
pub use self::parts::MAX_ABOUT_CHARS;
pub use self::shared::{Including, Note, Respondent, Shared};
pub use self::text::{is_letter, without_escapes};

use self::asked::{Covered, checksum, slots, track_bits};
use self::layout::{Layout, Part, id_byte};
use crate::model::answer::Answer;
use crate::model::{Key, Model};
use crate::moment::Day;
use crate::order;
use crate::scoring::case::Questionnaire;

const VERSION: u8 = 1;
/// The longest payload, in characters: the whole address fits where mail and chat programs cut.
pub const MAX_CHARS: usize = 1_800;
/// The longest text that is looked at, in bytes: payloads with everything that may have got into them on the way.
const MOST_READ: usize = 16 * 1024;
/// Days from 1970-01-01 to 2020-01-01, from which links count.
const DAYS_TO_2020: i64 = 18_262;
/// The most days that links count: to 2109-09-18.
const MAX_DAYS: u16 = (1 << 15) - 1;

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
    /// Questions that are asked now and were not yet when it was made; of a result only.
    pub new_questions: usize,
    /// Questions that were answered and no longer exist.
    pub retired_answers: usize,
    /// Parts that this version does not know.
    pub unknown_parts: usize,
}

/// The payload of a link, to stand after `#/r/` or `#/i/`. It was read back: whoever has this model can open it.
///
/// # Errors
///
/// It would be too long ([`LinkError::TooLong`]: a file takes any length), or what it should hold does not fit into a
/// link of this kind ([`LinkError::Unreadable`]).
pub fn encode(model: &Model, kind: Kind, shared: &Shared) -> Result<String, LinkError> {
    let day = u16::try_from(shared.day.unix_days() - DAYS_TO_2020).ok().filter(|&day| day <= MAX_DAYS);
    let Questionnaire { scope, tracks } = &shared.questionnaire;
    let asked = if kind == Kind::Result { slots(model, &shared.questionnaire) } else { Vec::new() };
    let digits: Vec<u8> =
        asked.iter().map(|slot| digit(slot.capability.and_then(|at| shared.answers.get(at)))).collect();
    let mut parts = parts::written(shared);
    parts.push(Part { tag: parts::NOTES, bytes: notes::packed(model, &shared.notes) });
    parts.push(Part { tag: parts::EVIDENCE_DATES, bytes: dates::packed(model, &shared.evidence_dates) });
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

/// Reads what stands after `#/r/` or `#/i/`. What chats and mails add to an address is no part of it.
///
/// # Errors
///
/// Anything that is not a whole link of this kind for questions that this model has or had.
pub fn decode(model: &Model, kind: Kind, payload: &str) -> Result<Opened, LinkError> {
    decode_cleaned(model, kind, payload).map(|(opened, _)| opened)
}

/// Reads a payload as [`decode`] does, and gives its letters without what was added to them.
///
/// # Errors
///
/// See [`decode`].
pub fn decode_cleaned(model: &Model, kind: Kind, payload: &str) -> Result<(Opened, String), LinkError> {
    Decoder::new(model).decode(kind, payload)
}

/// Reads links one after the other: what those have in common that ask the same questions is worked out once.
#[derive(Clone, Debug)]
pub struct Decoder<'m> {
    model: &'m Model,
    id: u8,
    known: Vec<Covered>,
}

/// The most sets of questions that are remembered. A hostile list of links has any number of them.
const MOST_KNOWN: usize = 32;

impl<'m> Decoder<'m> {
    /// Nothing read yet.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        Self { model, id: id_byte(model), known: Vec::new() }
    }

    /// The model whose links are read.
    #[must_use]
    pub const fn model(&self) -> &'m Model {
        self.model
    }

    /// Reads one payload: see [`decode_cleaned`].
    ///
    /// # Errors
    ///
    /// Those of [`decode`].
    pub fn decode(&mut self, kind: Kind, payload: &str) -> Result<(Opened, String), LinkError> {
        if payload.len() > MOST_READ {
            return Err(LinkError::Overlong(payload.len()));
        }
        let mut why = None;
        for letters in text::readings(payload) {
            match self.decode_exactly(kind, &letters) {
                Ok(opened) => return Ok((opened, letters)),
                // The checksum was right.
                Err(LinkError::OtherKind) => return Err(LinkError::OtherKind),
                Err(error) => why = why.or(Some(error)),
            }
        }
        Err(why.unwrap_or(LinkError::Empty))
    }

    fn decode_exactly(&mut self, kind: Kind, letters: &str) -> Result<Opened, LinkError> {
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
                // The checksum is right: whatever is wrong now was never written by us.
                return opened(model, layout, covered).map_err(|_| LinkError::Damaged);
            }
        }
        // What is in it is only good for saying why.
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

/// What a link holds, read by the questions that it was made with. Everything known in it must be just as it is written.
fn opened(model: &Model, layout: &Layout, covered: &Covered) -> Result<Opened, LinkError> {
    let asked = covered.asked();
    let day = Day::from_unix_days(i64::from(layout.day) + DAYS_TO_2020).ok_or(LinkError::Damaged)?;
    let mut shared = Shared::new(model, covered.questionnaire.clone(), day);
    let mut retired: Vec<Key> = Vec::new();
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
        let keys = match part.tag {
            parts::NOTES => {
                let (notes, keys) = notes::unpacked(&part.bytes, asked)?;
                shared.notes = notes;
                keys
            }
            parts::EVIDENCE_DATES => {
                let (dates, keys) = dates::unpacked(&part.bytes, asked)?;
                shared.evidence_dates = dates;
                keys
            }
            _ => {
                known.extend(parts::read(part, &mut shared)?.then_some(part));
                continue;
            }
        };
        retired.extend(keys);
        of_questions += 1;
    }
    let is_invite = layout.kind == Kind::Invite;
    // An invitation has a number, and nothing of a result.
    let is_of_its_kind = !is_invite || (shared.invitation.is_some() && shared.is_empty_but_for_an_invitation());
    // Of nothing, nothing is written.
    let is_written_so = known.is_empty() || parts::written(&shared).iter().eq(known.iter().copied());
    if !is_of_its_kind || !is_written_so {
        return Err(LinkError::Damaged);
    }
    order::sort(&mut retired);
    retired.dedup();
    Ok(Opened {
        shared,
        other_revision: u32::try_from(layout.revision).ok().filter(|&revision| revision != model.revision()),
        new_questions: if is_invite { 0 } else { covered.new_questions() },
        retired_answers: retired.len(),
        unknown_parts: layout.parts.len() - known.len() - of_questions,
    })
}

/// One of six: none, then the answers in their order.
fn digit(answer: Option<Answer>) -> u8 {
    let position = answer.and_then(|answer| Answer::ALL.iter().position(|&one| one == answer));
    position.map_or(0, |position| u8::try_from(position + 1).unwrap_or_default())
}

fn answer(digit: u8) -> Option<Answer> {
    usize::from(digit).checked_sub(1).and_then(|position| Answer::ALL.get(position)).copied()
}
