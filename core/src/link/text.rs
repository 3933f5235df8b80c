//! Bytes as the letters of an address (base64url without padding), and back.

use super::LinkError;
use crate::assessment::is_invisible;

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

/// The bytes that letters stand for; and whether the letters stand for nothing else: where some are missing or changed, a
/// letter or a few bits may be left over.
///
/// # Errors
///
/// Nothing is left, or a letter is none of ours.
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

/// How many signs of emphasis behind a payload are looked through. They are letters of ours as well, so only the checksum
/// can tell whether they belong to it.
const MAX_EMPHASIS: usize = 4;

/// What a payload may have been before chats and mail programs added to it, the likeliest first: all of it without blanks,
/// its first word, its first letters of ours; each also without the signs of emphasis behind it.
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

/// Whether a character is one of the letters that links are written with.
pub const fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// Letters without full stops, brackets and quotes around them.
fn trimmed(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| c.is_ascii_punctuation() && !is_letter(c));
    text.trim_end_matches(|c| !is_letter(c)).to_owned()
}

/// A payload without escapes, without what cannot be seen, and without parameters behind it. Blanks stay.
fn unescaped(payload: &str) -> String {
    let plain = without_escapes(payload, |text| !text.contains('%'));
    let end = plain.find(['?', '&', '#', '<', '"']).unwrap_or(plain.len());
    // Programs that set type turn hyphens into others.
    plain[..end].replace(['\u{2010}', '\u{2011}'], "-").replace('\u{2014}', "--")
}

/// A text without its escapes and without what cannot be seen. Programs that wrap an address in one of their own escape it
/// once more: it goes on until the text is done.
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
