//! The lines of a text, and which of them begin an assessment file.

use serde::de::IgnoredAny;

/// The first line of a text with its end, and the length of that end in bytes.
///
/// Every line end that Unicode names parts lines. An assessment file in a line may have the rarer ones inside its texts, so
/// there only those count that JSON does not allow in a text.
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

/// Whether a byte alone ends a line: LF, VT, FF or CR.
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

/// The lines of a text, whatever ends them.
pub fn lines(mut text: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let (line, end) = first(text);
        text = &text[line.len()..];
        (!line.is_empty()).then(|| &line[..line.len() - end])
    })
}

/// Whether a text begins as an assessment file does. A brace alone does not make one: the name of a team may begin with it.
#[must_use]
pub fn is_file(text: &str) -> bool {
    let rest = text.trim_start_matches('\u{feff}').trim_start().strip_prefix('{').map(str::trim_start);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['"', '}']))
}

/// Whether a text is one assessment file over many lines. Of several files, each in a line, the first ends in its line.
#[must_use]
pub fn is_one_file(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    is_file(text) && lines(text).next().is_some_and(|line| serde_json::from_str::<IgnoredAny>(line).is_err())
}
