//! The questions that the answers of a link belong to.

use super::bytes::Checksum;
use super::layout::Layout;
use crate::model::{CapabilityIx, CapabilityKey, Model, TrackIx};
use crate::order;
use crate::scoring::case::{QuestionSet, Scope};

/// A position in the list of answers.
#[derive(Clone, Debug)]
pub struct Slot {
    /// The permanent key of the question's capability.
    pub key: CapabilityKey,
    /// `None` if the capability no longer exists.
    pub capability: Option<CapabilityIx>,
}

/// The positions of a questionnaire in ascending order of keys, for all questions that are asked, now or in a former
/// revision.
///
/// A later revision only adds keys above all others, and never changes the track of a key or whether the essentials
/// ask it. So the list of an earlier revision is the beginning of this one. [`checksum`] verifies that for a given
/// link.
pub fn slots(model: &Model, question_set: &QuestionSet) -> Vec<Slot> {
    let asked = question_set.capabilities(model);
    let mut slots: Vec<Slot> = asked.map(|at| Slot { key: model.capability(at).key, capability: Some(at) }).collect();
    let is_asked = |essential, track: &TrackIx| {
        (question_set.scope == Scope::Full || essential) && question_set.tracks.contains(track)
    };
    let retired = model.retired().iter().filter(|old| is_asked(old.essential, &old.track));
    slots.extend(retired.map(|old| Slot { key: old.key, capability: None }));
    order::sort_by_key(&mut slots, |slot| slot.key);
    slots
}

/// The bits of tracks: bit n for the model's track n. A model has at most 28 tracks.
pub fn track_bits(tracks: &[TrackIx]) -> usize {
    tracks.iter().fold(0, |bits, track| bits | 1 << track.index())
}

/// The beginning of a link's checksum, over what its bytes refer to: the model, its tracks, and the keys of the
/// questions, in order. It differs for other tracks or other questions.
pub fn checksum(model: &Model, tracks: &[TrackIx], asked: &[Slot]) -> Checksum {
    let mut checksum = Checksum::new();
    checksum.add(model.id().as_bytes());
    checksum.add(&[0]);
    for &track in tracks {
        checksum.add(model.track(track).id.as_bytes());
        checksum.add(&[0]);
    }
    for slot in asked {
        checksum.add(&slot.key.number().to_be_bytes());
    }
    checksum
}

/// What links with the same questions have in common.
#[derive(Clone, Debug)]
pub struct Covered {
    pub question_set: QuestionSet,
    /// The positions of all questions that are asked now, first those that the links cover.
    slots: Vec<Slot>,
    /// The number of positions that the links cover.
    count: usize,
    /// The beginning of their checksums: see [`checksum`].
    pub checksum: Checksum,
}

impl Covered {
    /// `None` if a link names tracks that the model does not have, or covers more questions than there are.
    pub fn of(model: &Model, layout: &Layout) -> Option<Self> {
        if layout.tracks >> model.tracks().len() != 0 {
            return None;
        }
        let tracks = model.track_ixs().filter(|track| layout.tracks >> track.index() & 1 == 1).collect();
        let question_set = QuestionSet { scope: layout.scope, tracks };
        let slots = slots(model, &question_set);
        let checksum = checksum(model, &question_set.tracks, slots.get(..layout.count)?);
        Some(Self { question_set, slots, count: layout.count, checksum })
    }

    pub fn is_of(&self, layout: &Layout) -> bool {
        self.count == layout.count
            && self.question_set.scope == layout.scope
            && track_bits(&self.question_set.tracks) == layout.tracks
    }

    /// The positions that the links cover.
    pub fn asked(&self) -> &[Slot] {
        self.slots.get(..self.count).unwrap_or_default()
    }

    /// The number of questions that were added after the links were made.
    pub fn new_questions(&self) -> usize {
        let later = self.slots.get(self.count..).unwrap_or_default();
        later.iter().filter(|slot| slot.capability.is_some()).count()
    }
}
