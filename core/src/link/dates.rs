//! The dates of evidence: for each question its key, then the day.

use super::LinkError;
use super::asked::Slot;
use super::bytes::{Reader, put_number};
use crate::model::{CapabilityIx, CapabilityKey, Model};
use crate::moment::Day;

/// The date of the evidence of each question that has one, in the order of the questions.
pub type EvidenceDates = Vec<(CapabilityIx, Day)>;

/// The block in the link; empty without dates.
pub fn packed(model: &Model, dates: &[(CapabilityIx, Day)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (capability, day) in dates {
        put_number(usize::from(model.capability(*capability).key.number()), &mut bytes);
        put_number(usize::try_from(day.unix_days()).unwrap_or(usize::MAX), &mut bytes);
    }
    bytes
}

/// The dates of a block on questions that are asked, and the keys of questions that no longer exist. There is only
/// one way to write a block; every other one is rejected.
pub fn unpacked(block: &[u8], asked: &[Slot]) -> Result<(EvidenceDates, Vec<CapabilityKey>), LinkError> {
    let mut reader = Reader::new(block);
    let (mut dates, mut gone) = (Vec::new(), Vec::new());
    let mut rest = asked.iter();
    while !reader.is_empty() {
        let key = reader.number()?;
        // Each question comes after the one before, so there is only one order, and no question occurs twice.
        let slot = rest.find(|slot| usize::from(slot.key.number()) == key).ok_or(LinkError::Damaged)?;
        let days = i64::try_from(reader.number()?).map_err(|_| LinkError::Damaged)?;
        let day = Day::from_unix_days(days).ok_or(LinkError::Damaged)?;
        match slot.capability {
            Some(capability) => dates.push((capability, day)),
            None => gone.push(slot.key),
        }
    }
    if block.is_empty() { Err(LinkError::Damaged) } else { Ok((dates, gone)) }
}
