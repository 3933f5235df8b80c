//! Which questions a link's answers are to.

use super::bytes::Checksum;
use super::layout::Layout;
use crate::model::{CapabilityIx, Key, Model, TrackIx};
use crate::order;
use crate::scoring::case::{Questionnaire, Scope};

/// A place in the list of answers.
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

/// The checksum of a link's bytes together with what they refer to: the model, its tracks, and the keys of the questions
/// asked, in their order. With other tracks or other questions it comes out otherwise.
pub fn checksum(model: &Model, tracks: &[TrackIx], asked: &[Slot], bytes: &[u8]) -> [u8; 3] {
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
    checksum.add(bytes);
    checksum.bytes()
}

/// The questionnaire of a link, and the places of all that it asks now: those that the link covers, and those that came
/// later. None where it names tracks that the model does not have, or covers more questions than there are.
pub fn covered(model: &Model, layout: &Layout) -> Option<(Questionnaire, Vec<Slot>)> {
    if layout.tracks >> model.tracks().len() != 0 {
        return None;
    }
    let tracks = model.track_ixs().filter(|track| layout.tracks >> track.index() & 1 == 1).collect();
    let questionnaire = Questionnaire { scope: layout.scope, tracks };
    let slots = slots(model, &questionnaire);
    (layout.count <= slots.len()).then_some((questionnaire, slots))
}
