//! Notes and evidence links, compressed. A block that would decompress to too many bytes is rejected before it takes
//! the memory.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use super::asked::Slot;
use super::bytes::{Reader, put_block, put_number};
use super::{LinkError, Note};
use crate::assessment::file::MAX_NOTE_CHARS;
use crate::model::{CapabilityKey, Model};

const LEVEL: u8 = 9;
/// The most bytes that notes may decompress to.
const MAX_BYTES: usize = 64 * 1024;

/// The block: for each note its key, then note and evidence with their lengths. Empty without notes.
pub fn packed(model: &Model, notes: &[Note]) -> Vec<u8> {
    if notes.is_empty() {
        return Vec::new();
    }
    let mut bytes = Vec::new();
    for Note { capability, note, evidence } in notes {
        put_number(usize::from(model.capability(*capability).key.number()), &mut bytes);
        put_block(note.as_bytes(), &mut bytes);
        put_block(evidence.as_bytes(), &mut bytes);
    }
    compress_to_vec(&bytes, LEVEL)
}

/// The notes of a block on questions that are asked, and the keys of questions that no longer exist.
///
/// The notes have only one way to be written; every other one is rejected. The compressed form is not fixed: a later
/// compressor may do better, and today's links must stay readable.
pub fn unpacked(block: &[u8], asked: &[Slot]) -> Result<(Vec<Note>, Vec<CapabilityKey>), LinkError> {
    let bytes = inflated(block)?;
    let mut reader = Reader::new(&bytes);
    let (mut notes, mut gone) = (Vec::new(), Vec::new());
    let mut rest = asked.iter();
    while !reader.is_empty() {
        let key = reader.number()?;
        // Each question comes after the one before, so there is only one order, and no question occurs twice.
        let slot = rest.find(|slot| usize::from(slot.key.number()) == key).ok_or(LinkError::Damaged)?;
        let (note, evidence) = (reader.text()?, reader.text()?);
        let is_long = |text: &str| text.chars().count() > MAX_NOTE_CHARS;
        if is_long(&note) || is_long(&evidence) || (note.is_empty() && evidence.is_empty()) {
            return Err(LinkError::Damaged);
        }
        match slot.capability {
            Some(capability) => notes.push(Note { capability, note, evidence }),
            None => gone.push(slot.key),
        }
    }
    if bytes.is_empty() { Err(LinkError::Damaged) } else { Ok((notes, gone)) }
}

fn inflated(block: &[u8]) -> Result<Vec<u8>, LinkError> {
    let mut bytes = vec![0; MAX_BYTES];
    let mut state = DecompressorOxide::default();
    let (status, read, length) =
        decompress(&mut state, block, &mut bytes, 0, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF);
    // Bytes after the block would go unnoticed.
    if status != TINFLStatus::Done || read != block.len() {
        return Err(LinkError::Damaged);
    }
    bytes.truncate(length);
    Ok(bytes)
}
