//! Which questions a link's answers are to.

use super::bytes::Checksum;
use super::layout::Layout;
use crate::model::{CapabilityIx, Key, Model, TrackIx};
use crate::order;
use crate::scoring::case::{Questionnaire, Scope};

/// A place in the list of answers.
#[derive(Clone, Debug)]
pub struct Slot {
    /// The permanent key of the capability asked about.
    pub key: Key,
    /// The capability; none where it no longer exists.
    pub capability: Option<CapabilityIx>,
}

/// The places of a questionnaire, in ascending order of keys: of what is asked, and of what was asked once.
///
/// A later revision only adds keys above all others, and whether the essentials ask a key, and its track, never change. So the list of an earlier
/// revision is the beginning of this one. Whether that holds for a given link is not believed but checked:
/// see [`checksum`].
pub fn slots(model: &Model, questionnaire: &Questionnaire) -> Vec<Slot> {
    let asked = questionnaire.capabilities(model);
    let mut slots: Vec<Slot> = asked.map(|at| Slot { key: model.capability(at).key, capability: Some(at) }).collect();
    let is_asked = |essential, track: &TrackIx| {
        (questionnaire.scope == Scope::Full || essential) && questionnaire.tracks.contains(track)
    };
    let retired = model.retired().iter().filter(|old| is_asked(old.essential, &old.track));
    slots.extend(retired.map(|old| Slot { key: old.key, capability: None }));
    order::sort_by_key(&mut slots, |slot| slot.key);
    slots
}

/// The bits that stand for tracks: bit n for the model's track n. A model has at most 28.
pub fn track_bits(tracks: &[TrackIx]) -> usize {
    tracks.iter().fold(0, |bits, track| bits | 1 << track.index())
}

/// The beginning of a link's checksum, over what its bytes refer to: the model, its tracks, and the keys of the questions
/// asked, in their order. With other tracks or other questions it comes out otherwise.
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

/// What the links have in common that ask the same questions.
#[derive(Clone, Debug)]
pub struct Covered {
    pub questionnaire: Questionnaire,
    /// The places of all that is asked now, first those that the links cover.
    slots: Vec<Slot>,
    /// How many places the links cover.
    count: usize,
    /// The beginning of their checksums: see [`checksum`].
    pub checksum: Checksum,
}

impl Covered {
    /// None where a link names tracks that the model does not have, or covers more questions than there are.
    pub fn of(model: &Model, layout: &Layout) -> Option<Self> {
        if layout.tracks >> model.tracks().len() != 0 {
            return None;
        }
        let tracks = model.track_ixs().filter(|track| layout.tracks >> track.index() & 1 == 1).collect();
        let questionnaire = Questionnaire { scope: layout.scope, tracks };
        let slots = slots(model, &questionnaire);
        let checksum = checksum(model, &questionnaire.tracks, slots.get(..layout.count)?);
        Some(Self { questionnaire, slots, count: layout.count, checksum })
    }

    pub fn is_of(&self, layout: &Layout) -> bool {
        self.count == layout.count
            && self.questionnaire.scope == layout.scope
            && track_bits(&self.questionnaire.tracks) == layout.tracks
    }

    /// The places that the links cover.
    pub fn asked(&self) -> &[Slot] {
        self.slots.get(..self.count).unwrap_or_default()
    }

    /// How many questions came later.
    pub fn new_questions(&self) -> usize {
        let later = self.slots.get(self.count..).unwrap_or_default();
        later.iter().filter(|slot| slot.capability.is_some()).count()
    }
}
