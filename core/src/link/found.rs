//! Links within a text, as people paste it: from mails, tables and chats, among other words.

use std::borrow::Cow;

use super::{Decoder, Kind, LinkError, Opened, text};

const MARKS: [(&str, Kind); 2] = [("#/r/", Kind::Result), ("#/i/", Kind::Invite)];
const SCHEMES: [&str; 3] = ["https://", "http://", "file://"];

/// A link within a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundLink<'t> {
    /// What kind of link its mark says it is.
    pub kind: Kind,
    /// What follows the mark, with everything that may have been added to it.
    pub payload: Cow<'t, str>,
    /// Where its address begins in the text, in bytes.
    pub start: usize,
    /// Where its word ends.
    pub end: usize,
}

impl FoundLink<'_> {
    /// Reads the link, and gives its letters without what was added to them.
    ///
    /// # Errors
    ///
    /// Its mark says that it is of another kind, or it cannot be read.
    pub fn open(&self, decoder: &mut Decoder, kind: Kind) -> Result<(Opened, String), LinkError> {
        if self.kind == kind { decoder.decode(kind, &self.payload) } else { Err(LinkError::OtherKind) }
    }
}

/// The links in a text, in their order. What surrounds an address in a mail or a table parts it from other words.
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

/// The kind of a link in a word, where its address begins, and its payload.
fn in_word(word: &str) -> Option<(Kind, usize, Cow<'_, str>)> {
    let address = |before: &str| SCHEMES.iter().filter_map(|scheme| before.find(scheme)).min().unwrap_or_default();
    if let Some((at, kind)) = mark(word) {
        return Some((kind, address(&word[..at]), word[at + 4..].into()));
    }
    // Letters that cannot be seen, or escapes, may be inside the mark.
    if !word.contains(['#', '%']) {
        return None;
    }
    let plain = text::without_escapes(word, |text| mark(text).is_some());
    let (at, kind) = mark(&plain)?;
    Some((kind, address(word), plain[at + 4..].to_owned().into()))
}

fn mark(word: &str) -> Option<(usize, Kind)> {
    MARKS.iter().filter_map(|&(mark, kind)| word.find(mark).map(|at| (at, kind))).min_by_key(|(at, _)| *at)
}
