//! Texts of an assessment: limited in length and safe to show on one line.

use serde::Deserializer;

use super::MAX_TITLE_CHARS;
use super::file::MAX_NOTE_CHARS;
use crate::json::typed::text;

/// Cuts a text to [`MAX_NOTE_CHARS`].
pub fn cut(text: &mut String) {
    if let Some((end, _)) = text.char_indices().nth(MAX_NOTE_CHARS) {
        text.truncate(end);
    }
}

/// Reads a title: see [`clean_title`].
pub fn title<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    text(deserializer).map(|title| clean_title(&title))
}

/// A title that is safe to show on one line: without control characters and direction overrides, at most
/// [`MAX_TITLE_CHARS`] long. A title of invisible characters becomes empty: it would make a link that cannot be
/// pressed.
#[must_use]
pub fn clean_title(title: &str) -> String {
    clean_line(title, MAX_TITLE_CHARS)
}

/// A text that is safe to show on one line of at most `most` characters; empty if nothing in it is visible.
#[must_use]
pub fn clean_line(text: &str, most: usize) -> String {
    if is_plain(text) && text.len() <= most {
        return text.to_owned();
    }
    let is_override =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown = text.chars().filter(|&c| !is_override(c)).map(|c| if c.is_control() { ' ' } else { c });
    let words = shown.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    let clean: String = words.chars().take(most).collect();
    if clean.chars().all(is_invisible) { String::new() } else { clean.trim().to_owned() }
}

/// Whether a text surely needs no cleaning: ASCII without control characters and extra blanks. Most texts are, and
/// this check is fast for many thousand titles.
fn is_plain(text: &str) -> bool {
    let is_plain = |byte: &u8| byte.is_ascii_graphic() || *byte == b' ';
    text.as_bytes().iter().all(is_plain) && !text.contains("  ") && !text.starts_with(' ') && !text.ends_with(' ')
}

/// Whether a character is invisible: blanks, joiners, fillers, selectors and tags. Some scripts and emoji need them
/// between letters, but a text of nothing else looks empty.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}
