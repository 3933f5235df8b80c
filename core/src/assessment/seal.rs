//! A checksum over a stored text, to detect damage.
//!
//! The seal is the first and the last field of the file: `"sealed"` shows that there is a checksum, and `"checksum"`
//! covers every byte before it. If one of the two is damaged, the other one reveals it. A text without both was
//! written by hand or exported, and is read as it is.

const HEAD: &str = "{\"sealed\":\"crc32\",";
const TAIL: &str = ",\"checksum\":\"";
const END: &str = "\"}";
/// The fields of a seal, which are not part of an assessment.
pub const FIELDS: [&str; 2] = ["sealed", "checksum"];

/// The result of checking a seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// There is no seal.
    Absent,
    /// The text is unchanged.
    Whole,
    /// The text was changed.
    Broken,
}

/// Seals the compact text of a JSON object with at least one field.
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

/// Checks whether a sealed text is unchanged.
#[must_use]
pub fn verify(text: &str) -> Seal {
    let tail = text.strip_suffix(END).and_then(|rest| rest.rsplit_once(TAIL));
    match (text.starts_with(HEAD), tail) {
        (false, None) => Seal::Absent,
        (true, Some((body, found))) if checksum(body) == found => Seal::Whole,
        _ => Seal::Broken,
    }
}

/// CRC-32 (as in Ethernet, gzip and PNG) as eight hexadecimal digits.
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

/// The effect of each half byte on the checksum.
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
