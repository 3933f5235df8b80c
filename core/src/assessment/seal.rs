//! A checksum over a stored text: so that damage is noticed before it is believed.
//!
//! The seal is two fields of the file itself, the first and the last of it: `"sealed"` says that there is a checksum,
//! `"checksum"` is one over every byte before it. A fault in one of the two leaves the other to tell of it. What comes
//! without either was written by hand or for somebody else, and is taken for what it says.

const HEAD: &str = "{\"sealed\":\"crc32\",";
const TAIL: &str = ",\"checksum\":\"";
const END: &str = "\"}";
/// The fields that a seal adds: nothing that an assessment says.
pub const FIELDS: [&str; 2] = ["sealed", "checksum"];

/// What a text's seal says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// There is none.
    Absent,
    /// The text is what was written.
    Whole,
    /// It is not.
    Broken,
}

/// Seals the compact text of a JSON object that has at least one field.
#[must_use]
pub fn seal(object: &str) -> String {
    let fields = object.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or_default();
    let mut text = String::with_capacity(object.len() + 64);
    text.push_str(HEAD);
    text.push_str(fields);
    let checksum = checksum(&text);
    text.push_str(TAIL);
    text.push_str(&checksum);
    text.push_str(END);
    text
}

/// Whether a text is what was written.
#[must_use]
pub fn verify(text: &str) -> Seal {
    let tail = text.strip_suffix(END).and_then(|rest| rest.rsplit_once(TAIL));
    match (text.starts_with(HEAD), tail) {
        (false, None) => Seal::Absent,
        (true, Some((body, found))) if checksum(body) == found => Seal::Whole,
        _ => Seal::Broken,
    }
}

/// CRC-32 (the one of Ethernet, gzip and PNG) as eight hexadecimal digits.
#[must_use]
pub fn checksum(text: &str) -> String {
    let mut crc = !0_u32;
    for &byte in text.as_bytes() {
        for half in [byte & 15, byte >> 4] {
            crc = HALVES[usize::from((crc.to_le_bytes()[0] ^ half) & 15)] ^ (crc >> 4);
        }
    }
    (0..8).rev().filter_map(|place| char::from_digit((!crc >> (4 * place)) & 15, 16)).collect()
}

/// What each half byte does to the checksum.
const HALVES: [u32; 16] = {
    let mut table = [0; 16];
    let mut half = 0;
    while half < 16 {
        let (mut crc, mut bit) = (half, 0);
        while bit < 4 {
            crc = if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
            bit += 1;
        }
        table[half as usize] = crc;
        half += 1;
    }
    table
};
