//! The lines of a text, and which of them begin an assessment file.

use serde::de::IgnoredAny;

/// The first line of a text with its end, and the length of that end in bytes.
///
/// Every line end of Unicode separates lines. Texts in an assessment file may contain the rarer ones, so there only
/// those count that JSON does not allow inside a text.
fn first(text: &str) -> (&str, usize) {
    let common = text.bytes().position(is_line_end);
    let line = common.map_or(text, |at| &text[..at]);
    if !line.is_ascii()
        && !is_file(line)
        && let Some((at, end)) = line.match_indices(['\u{85}', '\u{2028}', '\u{2029}']).next()
    {
        return (&text[..at + end.len()], end.len());
    }
    let Some(at) = common else { return (text, 0) };
    let length = if text[at..].starts_with("\r\n") { 2 } else { 1 };
    (&text[..at + length], length)
}

/// Whether a byte is a line end: LF, VT, FF or CR.
#[must_use]
pub const fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | 0x0b | 0x0c | b'\r')
}

/// The lines of a text, each with its end.
pub fn lines_with_ends(mut text: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let (line, _) = first(text);
        text = &text[line.len()..];
        (!line.is_empty()).then_some(line)
    })
}

/// The lines of a text without their ends.
pub fn lines(mut text: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let (line, end) = first(text);
        text = &text[line.len()..];
        (!line.is_empty()).then(|| &line[..line.len() - end])
    })
}

/// Whether a text begins like an assessment file. A brace alone is not enough: the name of a team may begin with one.
#[must_use]
pub fn is_file(text: &str) -> bool {
    let rest = text.trim_start_matches('\u{feff}').trim_start().strip_prefix('{').map(str::trim_start);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['"', '}']))
}

/// Whether a text is one assessment file of several lines. Of several files with one line each, the first is complete
/// in its line.
#[must_use]
pub fn is_one_file(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    is_file(text) && lines(text).next().is_some_and(|line| serde_json::from_str::<IgnoredAny>(line).is_err())
}
