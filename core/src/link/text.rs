//! Bytes as the letters of an address (base64url without padding), and back.

use super::LinkError;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// How many letters so many bytes take.
#[must_use]
pub const fn letters_for(bytes: usize) -> usize {
    (bytes * 4).div_ceil(3)
}

/// The letters for these bytes.
#[must_use]
pub fn written(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 3);
    for chunk in bytes.chunks(3) {
        let [a, b, c] = [0, 1, 2].map(|at| u32::from(chunk.get(at).copied().unwrap_or_default()));
        let bits = a << 16 | b << 8 | c;
        for letter in 0..=chunk.len() {
            let six = bits >> (18 - 6 * letter) & 63;
            text.push(char::from(LETTERS[six as usize]));
        }
    }
    text
}

/// The bytes of a payload, without what chats and mail programs add to an address; and whether its letters stand for
/// nothing else: where some are missing or changed, a letter or a few bits may be left over.
///
/// # Errors
///
/// Nothing is left, or a letter is none of ours.
pub fn read(payload: &str) -> Result<(Vec<u8>, bool), LinkError> {
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0_u32);
    for letter in cleaned(payload).chars() {
        let six = u8::try_from(letter).ok().and_then(|letter| LETTERS.iter().position(|&one| one == letter));
        let six = six.and_then(|six| u32::try_from(six).ok()).ok_or(LinkError::Letter(letter))?;
        bits = bits << 6 | six;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap_or_default());
        }
    }
    if bytes.is_empty() {
        return Err(if count == 0 { LinkError::Empty } else { LinkError::Truncated });
    }
    Ok((bytes, count < 6 && bits & ((1 << count) - 1) == 0))
}

/// A payload without blanks and line breaks inside, and without what follows it: full stops, brackets, quotes, parameters.
fn cleaned(payload: &str) -> String {
    let mut unescaped = crate::percent::decoded(payload);
    // Programs that wrap an address in one of their own escape it once more.
    if unescaped.contains('%') {
        unescaped = crate::percent::decoded(&unescaped);
    }
    let end = unescaped.find(['?', '&', '#', '<', '"']).unwrap_or(unescaped.len());
    let is_blank = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{feff}' | '\u{2060}')
    };
    let text: String = unescaped[..end].chars().filter(|&c| !is_blank(c)).collect();
    let is_ours = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    text.trim_end_matches(|c| !is_ours(c)).to_owned()
}
