//! Bytes as letters of an address (base64url without padding), and back.

use super::LinkError;
use crate::assessment::is_invisible;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The number of letters for this many bytes.
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

/// The six bits of a letter.
const fn six_bits(letter: char) -> Option<u32> {
    let number = letter as u32;
    match letter {
        'A'..='Z' => Some(number - 'A' as u32),
        'a'..='z' => Some(number - 'a' as u32 + 26),
        '0'..='9' => Some(number - '0' as u32 + 52),
        '-' => Some(62),
        '_' => Some(63),
        _ => None,
    }
}

/// The bytes of these letters, and whether no bits are left over. Leftover bits or letters show that some letters are
/// missing or changed.
///
/// # Errors
///
/// There are no letters, or one that links do not use.
pub fn read(letters: &str) -> Result<(Vec<u8>, bool), LinkError> {
    let (mut bytes, mut bits, mut count) = (Vec::with_capacity(letters.len() * 3 / 4), 0_u32, 0_u32);
    for letter in letters.chars() {
        bits = bits << 6 | six_bits(letter).ok_or(LinkError::Letter(letter))?;
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

/// The most signs of emphasis at the end of a payload that are tried. Links use these characters too, so only the
/// checksum can show whether they belong to the payload.
const MAX_EMPHASIS: usize = 4;

/// What a payload may have been before chat and mail programs added to it, the likeliest first: all of it without
/// blanks, its first word, its first letters of a link; each also without signs of emphasis at its end.
pub fn readings(payload: &str) -> impl Iterator<Item = String> {
    let is_plain = payload.chars().all(is_letter);
    let text = if is_plain { payload.to_owned() } else { unescaped(payload) };
    (0..3).flat_map(move |reading| {
        let letters = match reading {
            0 => trimmed(&text.split_whitespace().collect::<String>()),
            1 => trimmed(text.split_whitespace().next().unwrap_or_default()),
            _ => trimmed(&text).split(|c| !is_letter(c)).next().unwrap_or_default().to_owned(),
        };
        let shorter = |letters: &String| letters.strip_suffix(['-', '_']).map(str::to_owned);
        std::iter::successors(Some(letters), shorter).take(1 + MAX_EMPHASIS)
    })
}

/// Whether links use a character.
pub const fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// A text without full stops, brackets and quotes around it.
fn trimmed(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| c.is_ascii_punctuation() && !is_letter(c));
    text.trim_end_matches(|c| !is_letter(c)).to_owned()
}

/// A payload without escapes, invisible characters, and parameters at its end. Blanks stay.
fn unescaped(payload: &str) -> String {
    let plain = without_escapes(payload, |text| !text.contains('%'));
    let end = plain.find(['?', '&', '#', '<', '"']).unwrap_or(plain.len());
    // Typographic programs replace hyphens.
    plain[..end].replace(['\u{2010}', '\u{2011}'], "-").replace('\u{2014}', "--")
}

/// A text without escapes and invisible characters. Programs that wrap one address in another escape it again, so
/// this repeats until `is_done`.
pub fn without_escapes(text: &str, is_done: impl Fn(&str) -> bool) -> String {
    let visible = |text: &str| text.chars().filter(|&c| c.is_whitespace() || !is_invisible(c)).collect::<String>();
    let mut plain = visible(text);
    for _ in 0..3 {
        if is_done(&plain) {
            break;
        }
        plain = visible(&crate::percent::decoded(&plain));
    }
    plain
}
