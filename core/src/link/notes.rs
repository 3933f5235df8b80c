//! Notes and evidence links, packed. A block that unpacks to more than it may is refused before it takes the memory.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::bytes::{Reader, put_number};
use super::{LinkError, Note};
use crate::assessment::file::MAX_NOTE_CHARS;
use crate::model::Model;

const LEVEL: u8 = 9;
/// The most that notes may unpack to, in bytes.
const MAX_BYTES: usize = 64 * 1024;

/// The block: for each note its key, then note and evidence with their lengths.
pub fn packed(model: &Model, notes: &[Note]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for Note { capability, note, evidence } in notes {
        put_number(usize::from(model.capability(*capability).key.number()), &mut bytes);
        for text in [note, evidence] {
            put_number(text.len(), &mut bytes);
            bytes.extend(text.as_bytes());
        }
    }
    compress_to_vec(&bytes, LEVEL)
}

/// The notes of a block; those on questions that this revision does not have are left out.
pub fn unpacked(model: &Model, block: &[u8]) -> Result<Vec<Note>, LinkError> {
    let bytes = decompress_to_vec_with_limit(block, MAX_BYTES).map_err(|_| LinkError::Damaged)?;
    let mut reader = Reader::new(&bytes);
    let mut notes = Vec::new();
    while !reader.is_empty() {
        let key = reader.number()?;
        let mut text = || {
            let length = reader.number()?;
            let text = std::str::from_utf8(reader.take(length)?).map_err(|_| LinkError::Damaged)?;
            if text.chars().count() > MAX_NOTE_CHARS { Err(LinkError::Damaged) } else { Ok(text.to_owned()) }
        };
        let (note, evidence) = (text()?, text()?);
        let capability = model.capability_ixs().find(|&at| usize::from(model.capability(at).key.number()) == key);
        notes.extend(capability.map(|capability| Note { capability, note, evidence }));
    }
    Ok(notes)
}
