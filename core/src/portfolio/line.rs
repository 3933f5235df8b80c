//! One line of a portfolio: a link, a title and a link, or an assessment file.

use super::published::{PublishedError, published_line};
use crate::assessment::clean_title;
use crate::assessment::file::{FileError, MAX_BYTES, read};
use crate::history::record::Record;
use crate::link::{DecodedLink, Decoder, FoundLink, LinkError, LinkKind, find_links, is_letter};
use crate::model::Model;
use crate::portfolio::lines::{is_file, lines};

/// The longest line that is read, in bytes: as long as the largest assessment file.
pub const MAX_LINE_BYTES: usize = MAX_BYTES;

/// Why a line is no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineError {
    /// The line contains no link.
    NoLink,
    /// The whole text is empty.
    Empty,
    /// The link cannot be read.
    Link(LinkError),
    /// The assessment file cannot be read.
    File(FileError),
    /// The line is the address of a published result that cannot be shown.
    Published(PublishedError),
    /// The assessment answers another questionnaire.
    OtherModel,
    /// The bytes are not UTF-8.
    NotText,
    /// The line is longer than [`MAX_LINE_BYTES`].
    TooLong,
    /// There are several results where one is expected. Contains their number.
    Several(usize),
    /// There are more results than the page reads ([`MOST`](super::MOST)).
    TooMany,
}

const HREF: &str = "href=";
/// The shortest payload, in letters, that is recognised without an address.
const LEAST_BARE: usize = 12;
/// A longer word that cannot be read is reported as a broken link: no word of a language is so long.
const LEAST_TOLD: usize = 24;

/// Reads one line: `title<TAB>link`, links alone or within text, a payload alone, or an assessment file in one line.
/// A line may contain several links; each is a result or an error. An empty line gives nothing.
#[must_use]
pub fn read_line(model: &Model, line: &str) -> Vec<Result<Record, LineError>> {
    read_line_with(&mut Decoder::new(model), line)
}

/// As [`read_line`], with a decoder for many lines.
pub(super) fn read_line_with(decoder: &mut Decoder, line: &str) -> Vec<Result<Record, LineError>> {
    let model = decoder.model();
    let line = line.trim_start_matches('\u{feff}').trim();
    if line.is_empty() {
        return Vec::new();
    }
    if line.len() > MAX_LINE_BYTES {
        return vec![Err(LineError::TooLong)];
    }
    if is_file(line) {
        return vec![read_file(model, line)];
    }
    let record = |opened: OpenedLink| {
        let mut record = Record::of_link(model, opened.opened);
        if !opened.title.is_empty() {
            record.title = opened.title;
        }
        record
    };
    open_line_with(decoder, line).into_iter().map(|opened| opened.map(record)).collect()
}

/// Reads the only result in a text: a link, also within other words, or an assessment file.
///
/// # Errors
///
/// The text has no result, has several, or has one that cannot be read.
pub fn read_one(model: &Model, text: &str) -> Result<Record, LineError> {
    if is_file(text) {
        return read_file(model, text);
    }
    one(lines(text).flat_map(|line| read_line(model, line)))
}

/// Opens the only link in a text.
///
/// # Errors
///
/// See [`read_one`].
pub fn open_one(model: &Model, text: &str) -> Result<OpenedLink, LineError> {
    one(lines(text).flat_map(|line| open_line(model, line)))
}

/// The only item. Lines without a link are ignored.
fn one<T>(found: impl Iterator<Item = Result<T, LineError>>) -> Result<T, LineError> {
    let mut found: Vec<_> = found.filter(|item| !matches!(item, Err(LineError::NoLink))).collect();
    match found.len() {
        0 => Err(LineError::NoLink),
        1 => found.remove(0),
        several => Err(LineError::Several(several)),
    }
}

/// A link in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedLink {
    /// The title in the line; empty if the line has none, or the link has its own.
    pub title: String,
    /// The contents.
    pub opened: DecodedLink,
    /// The payload, without what was added to it.
    pub payload: String,
}

/// Opens the links in a line that is no assessment file.
#[must_use]
pub fn open_line(model: &Model, line: &str) -> Vec<Result<OpenedLink, LineError>> {
    open_line_with(&mut Decoder::new(model), line)
}

fn open_line_with(decoder: &mut Decoder, line: &str) -> Vec<Result<OpenedLink, LineError>> {
    let links = find_links(line);
    let (Some(first), Some(last)) = (links.first(), links.last()) else {
        return if line.trim().is_empty() { Vec::new() } else { vec![without_link(decoder, line)] };
    };
    // Spreadsheets may have the columns in reverse order, with each title after its link.
    let is_behind = line[..first.start].trim().is_empty() && !title_in(cells(&line[last.end..]).as_str()).is_empty();
    let mut before = String::new();
    let mut open = |(at, link): (usize, &FoundLink)| {
        let from = if at == 0 { 0 } else { links[at - 1].end };
        let behind = || cells(&line[link.end..links.get(at + 1).map_or(line.len(), |next| next.start)]);
        let title = match title_of_markup(&line[from..link.start], &line[link.end..]) {
            Some(title) => title,
            None if is_behind => title_in(&behind()),
            None => title_in(&line[from..link.start]),
        };
        let (opened, payload) = link.open(decoder, LinkKind::Result).map_err(LineError::Link)?;
        if !title.is_empty() {
            before.clone_from(&title);
        }
        // Several links after one title belong to that team, unless they have titles of their own.
        let title = if title.is_empty() && opened.shared.title.is_empty() { before.clone() } else { title };
        Ok(OpenedLink { title, opened, payload })
    };
    links.iter().enumerate().map(&mut open).collect()
}

/// The title of a link that is written as HTML, `<a href="LINK">title</a>`, or as chats write it, `<LINK|title>`.
/// `None` for any other link.
fn title_of_markup(before: &str, after: &str) -> Option<String> {
    let tag = before.trim_end_matches(['"', '\'']);
    let is_attribute = tag.len() >= HREF.len() && tag.is_char_boundary(tag.len() - HREF.len());
    if is_attribute && tag[tag.len() - HREF.len()..].eq_ignore_ascii_case(HREF) {
        let text = after.split_once('>').map_or("", |(_, text)| text);
        let text = text.split_once('<').map_or(text, |(text, _)| text);
        // The table of all named characters takes 20 kB. Programs escape these in every text.
        let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
        let text = escapes.iter().fold(text.to_owned(), |text, (escape, sign)| text.replace(escape, sign));
        return Some(clean_title(text.trim()));
    }
    let named = after.strip_prefix('|').filter(|_| before.ends_with('<'))?;
    let own = title_in(before);
    let (title, _) = named.split_once('>')?;
    Some(if own.is_empty() { clean_title(title) } else { own })
}

/// The cells of a table after a link.
fn cells(text: &str) -> String {
    let text = text.trim_start_matches('"');
    let cells = text.strip_prefix([';', ',']).or_else(|| Some(text.split_once('\t')?.1));
    cells.map(str::to_owned).unwrap_or_default()
}

/// Opens a line without the address of a link.
fn without_link(decoder: &mut Decoder, line: &str) -> Result<OpenedLink, LineError> {
    match published_line(line) {
        Some(_) => Err(LineError::Published(PublishedError::NotFetched)),
        None => open_bare(decoder, line),
    }
}

/// Opens a payload without an address: the last cell of a table, or the whole line.
fn open_bare(decoder: &mut Decoder, line: &str) -> Result<OpenedLink, LineError> {
    let cells = || line.split('\t').map(str::trim).filter(|cell| !cell.is_empty());
    let is_payload = |cell: &&str| cell.len() >= LEAST_BARE && cell.chars().all(is_letter);
    let payload = cells().rfind(is_payload).ok_or(LineError::NoLink)?;
    let title = clean_title(cells().find(|cell| *cell != payload).unwrap_or_default());
    match decoder.decode(LinkKind::Result, payload) {
        Ok((opened, payload)) => Ok(OpenedLink { title, opened, payload }),
        Err(_) if payload.len() < LEAST_TOLD => Err(LineError::NoLink),
        Err(error) => Err(LineError::Link(error)),
    }
}

/// The title in the text beside a link: the first cell of a table unchanged, or the words without the punctuation
/// before the link.
fn title_in(text: &str) -> String {
    if text.contains('\t') {
        return clean_title(text.split('\t').find(|cell| !cell.trim().is_empty()).unwrap_or_default());
    }
    // After the end of a cell with another link.
    let text = ["\",", "\";"].iter().find_map(|end| text.strip_prefix(end)).unwrap_or(text);
    let quoted = text.strip_prefix('"').and_then(|text| text.split_once("\",").or_else(|| text.split_once("\";")));
    if let Some((cell, _)) = quoted {
        return clean_title(&cell.replace("\"\"", "\""));
    }
    let is_sign = |c: char| {
        c.is_whitespace()
            || matches!(c, '<' | '>' | '"' | '(' | ')' | '[' | ']' | ',' | ';' | ':' | '-' | '|' | '\'' | '*')
            || matches!(c, '\u{2013}' | '\u{2014}' | '\u{2022}' | '\u{2190}'..='\u{21ff}' | '\u{201c}'..='\u{201e}' | '\u{ab}' | '\u{bb}')
    };
    let words = text.trim_start_matches(['.', '!', '?']).trim_matches(is_sign);
    clean_title(words)
}

/// Reads an assessment file. Its day is that of its last change in UTC, because the file may come from anywhere.
///
/// # Errors
///
/// The file cannot be read, or answers another questionnaire.
pub fn read_file(model: &Model, text: &str) -> Result<Record, LineError> {
    let assessment = read(text).map_err(LineError::File)?;
    Record::of(model, &assessment, assessment.answered_at().day()).ok_or(LineError::OtherModel)
}
