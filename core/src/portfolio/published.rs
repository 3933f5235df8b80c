//! A published result: a file next to the page, which is an assessment file or a text with one link. The page shows
//! its content at the time of each visit.

use super::line::{LineError, OpenedLink, open_one};
use super::lines::is_file;
use crate::assessment::file::{self, FileError};
use crate::assessment::{Assessment, clean_title, is_invisible};
use crate::history::record::Record;
use crate::link::{DecodedLink, LinkError};
use crate::model::Model;
use crate::moment::{Day, Moment};
use crate::percent;

/// The age in days from which a result is marked as old.
pub const OLD_DAYS: i64 = 90;

/// Why a published result cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublishedError {
    /// The address names no file.
    Unnamed,
    /// The file is on another site.
    Elsewhere,
    /// The server redirects to another site.
    Redirected,
    /// The file could not be loaded.
    Missing,
    /// Nothing was loaded, because the command or a page in a local file loads none.
    NotFetched,
    /// The file is empty.
    Empty,
    /// The file is no text in UTF-8 or UTF-16.
    NotText,
    /// The file is a web page.
    WebPage,
    /// The file contains no link.
    NoResult,
    /// The file contains more than one link.
    Several,
    /// The link in the file cannot be read.
    Link(LinkError),
    /// The assessment file cannot be read.
    File(FileError),
    /// The result is for another questionnaire.
    OtherModel,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// The result. If it came from a link, the assessment has no id.
    pub assessment: Assessment,
    /// The day of the last change, in UTC so that it is the same for every reader.
    pub day: Day,
    /// The link, if the file contains one.
    pub opened: Option<DecodedLink>,
}

/// Reads the text of a published result.
///
/// # Errors
///
/// The text is no result of this model, or has more than one.
pub fn read_published(model: &Model, text: &str) -> Result<Published, PublishedError> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    match text.chars().next() {
        None => Err(PublishedError::Empty),
        Some('<') => Err(PublishedError::WebPage),
        Some('{') if is_file(text) => of_file(model, text),
        Some(_) => of_link(model, text),
    }
}

fn of_file(model: &Model, text: &str) -> Result<Published, PublishedError> {
    let assessment = file::read(text).map_err(PublishedError::File)?;
    if assessment.model.id != model.id() {
        return Err(PublishedError::OtherModel);
    }
    Ok(Published { day: assessment.answered_at().day(), assessment, opened: None })
}

fn of_link(model: &Model, text: &str) -> Result<Published, PublishedError> {
    if text.len() > file::MAX_BYTES {
        return Err(PublishedError::File(FileError::TooLarge(text.len())));
    }
    let OpenedLink { title, opened, .. } = open_one(model, text).map_err(|error| match error {
        LineError::Link(error) => PublishedError::Link(error),
        LineError::Several(_) => PublishedError::Several,
        _ => PublishedError::NoResult,
    })?;
    let day = opened.shared.day;
    let noon = Moment::from_unix_seconds(day.unix_days() * 86_400 + 43_200).unwrap_or_default();
    let mut assessment = opened.shared.to_assessment(model, String::new(), noon);
    if !title.is_empty() {
        assessment.title = title;
    }
    Ok(Published { assessment, day, opened: Some(opened) })
}

impl Published {
    /// The result to compare with others.
    #[must_use]
    pub fn record(&self, model: &Model) -> Option<Record> {
        match &self.opened {
            Some(opened) => {
                Some(Record { title: self.assessment.title.clone(), ..Record::of_link(model, opened.clone()) })
            }
            None => Record::of(model, &self.assessment, self.day),
        }
    }

    /// The age in days if it has to be mentioned; `None` for a recent result, and for one dated in the future.
    #[must_use]
    pub fn age(&self, today: Day) -> Option<i64> {
        let days = today.unix_days() - self.day.unix_days();
        (days >= OLD_DAYS).then_some(days)
    }
}

/// A line with the address of a published result, in a list of teams.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedLine {
    /// The title in the line; empty if it has none.
    pub title: String,
    /// The address of the page; empty if the line has only the query.
    pub page: String,
    /// The name of the file.
    pub name: String,
}

/// Reads a line such as `title<TAB>?result=teams/fraud.json`, with or without the address of the page. `None` for any
/// other line.
#[must_use]
pub fn published_line(line: &str) -> Option<PublishedLine> {
    if !line.contains("result=") || line.contains("#/r/") || line.trim_start().starts_with('{') {
        return None;
    }
    let line = line.trim_start_matches('\u{feff}').trim();
    let is_end = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '(' | ')' | ',' | ';');
    let (title, page, query) = line.match_indices('?').find_map(|(at, _)| {
        let start = line[..at].rfind(is_end).map_or(0, |end| end + 1);
        let start = (start..=at).find(|&start| line.is_char_boundary(start)).unwrap_or(at);
        let query = line[at + 1..].split(|c| is_end(c) || c == '#').next().unwrap_or_default();
        query.split('&').any(|pair| pair.starts_with("result=")).then(|| (&line[..start], &line[start..at], query))
    })?;
    let value = query.split('&').find_map(|pair| pair.strip_prefix("result="))?;
    let is_joint = |c: char| is_end(c) || matches!(c, ':' | '-' | '\u{2013}' | '\u{2014}' | '|' | '\'' | '[' | ']');
    Some(PublishedLine {
        title: clean_title(title.trim_matches(is_joint)),
        page: page.to_owned(),
        name: percent::decoded(&value.trim_end_matches('.').replace('+', " ")),
    })
}
