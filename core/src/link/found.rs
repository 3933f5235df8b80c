//! Finds links in a text that people paste, such as mails, tables and chats.

use std::borrow::Cow;

use super::{DecodedLink, Decoder, LinkError, LinkKind, text};

const MARKS: [(&str, LinkKind); 2] = [("#/r/", LinkKind::Result), ("#/i/", LinkKind::Invite)];
const SCHEMES: [&str; 3] = ["https://", "http://", "file://"];

/// A link within a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundLink<'t> {
    /// The kind, by the mark in the address.
    pub kind: LinkKind,
    /// Everything after the mark, including what may have been added to the link.
    pub payload: Cow<'t, str>,
    /// The start of the address in the text, in bytes.
    pub start: usize,
    /// The end of the word with the address, in bytes.
    pub end: usize,
}

impl FoundLink<'_> {
    /// Reads the link. Also returns its payload without what was added to it.
    ///
    /// # Errors
    ///
    /// The link is of another kind, or cannot be read.
    pub fn open(&self, decoder: &mut Decoder, kind: LinkKind) -> Result<(DecodedLink, String), LinkError> {
        if self.kind == kind { decoder.decode(kind, &self.payload) } else { Err(LinkError::OtherKind) }
    }
}

/// The links in a text, in order. The characters that surround an address in a mail or table separate it from other
/// words.
#[must_use]
pub fn find_links(text: &str) -> Vec<FoundLink<'_>> {
    let is_end = |c: char| {
        let is_quote = matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}');
        c.is_whitespace() || is_quote || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | '|')
    };
    let (mut links, mut at) = (Vec::new(), 0);
    for piece in text.split_inclusive(is_end) {
        let word = piece.strip_suffix(is_end).unwrap_or(piece);
        if let Some((kind, start, payload)) = in_word(word) {
            links.push(FoundLink { kind, payload, start: at + start, end: at + word.len() });
        }
        at += piece.len();
    }
    links
}

/// The kind of the link in a word, the start of its address, and its payload.
fn in_word(word: &str) -> Option<(LinkKind, usize, Cow<'_, str>)> {
    let address = |before: &str| SCHEMES.iter().filter_map(|scheme| before.find(scheme)).min().unwrap_or_default();
    if let Some((at, kind)) = mark(word) {
        return Some((kind, address(&word[..at]), word[at + 4..].into()));
    }
    // The mark may contain invisible characters or escapes.
    if !word.contains(['#', '%']) {
        return None;
    }
    let plain = text::without_escapes(word, |text| mark(text).is_some());
    let (at, kind) = mark(&plain)?;
    Some((kind, address(word), plain[at + 4..].to_owned().into()))
}

fn mark(word: &str) -> Option<(usize, LinkKind)> {
    MARKS.iter().filter_map(|&(mark, kind)| word.find(mark).map(|at| (at, kind))).min_by_key(|(at, _)| *at)
}
