//! A published result: a file that lies beside the page, an assessment file or a text with one link. Whoever opens the page with its
//! name sees what the file says by then.

use super::line::{LineError, OpenedLink, open_one};
use super::lines::is_file;
use crate::assessment::file::{self, FileError};
use crate::assessment::{Assessment, clean_title, is_invisible};
use crate::history::record::Record;
use crate::link::{LinkError, Opened};
use crate::model::Model;
use crate::moment::{Day, Moment};
use crate::percent;

/// From how many days on a result is told to be old.
pub const OLD_DAYS: i64 = 90;

/// Why a published result cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublishedError {
    /// The address names none.
    Unnamed,
    /// It is on another site.
    Elsewhere,
    /// The site leads to another site.
    Redirected,
    /// It did not come.
    Missing,
    /// Nothing was fetched: by the command, and by a page that is a file.
    NotFetched,
    /// There is nothing in it.
    Empty,
    /// It is not text (UTF-8 or UTF-16).
    NotText,
    /// It is a web page.
    WebPage,
    /// There is no link in it.
    NoResult,
    /// There is more than one link in it.
    Several,
    /// The link in it cannot be read.
    Link(LinkError),
    /// The assessment file cannot be read.
    File(FileError),
    /// It answers another questionnaire.
    OtherModel,
}

/// A published result that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// What the file contains. Of a link, what it contains is made an assessment; it has no id.
    pub assessment: Assessment,
    /// The day that the result is of: an assessment's last change, in UTC as everywhere it is read.
    pub day: Day,
    /// The link, where the file contains one.
    pub opened: Option<Opened>,
}

/// Reads the text of a published result.
///
/// # Errors
///
/// It is no result of this model, or more than one.
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
    Ok(Published { day: assessment.updated.day(), assessment, opened: None })
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
    /// The result beside others.
    #[must_use]
    pub fn record(&self, model: &Model) -> Option<Record> {
        match &self.opened {
            Some(opened) => {
                Some(Record { title: self.assessment.title.clone(), ..Record::of_link(model, opened.clone()) })
            }
            None => Record::of(model, &self.assessment, self.day),
        }
    }

    /// How many days old it is, where that is to be told; none for a young one, and for one that is dated in the future.
    #[must_use]
    pub fn age(&self, today: Day) -> Option<i64> {
        let days = today.unix_days() - self.day.unix_days();
        (days >= OLD_DAYS).then_some(days)
    }
}

/// The address of a published result in a line of a list of teams.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedLine {
    /// What the line calls the team; empty where it does not.
    pub title: String,
    /// The address of the page: empty where the line has only what follows it.
    pub page: String,
    /// The name of the file.
    pub name: String,
}

/// Reads a line such as `title<TAB>?result=teams/fraud.json`, with or without the address of the page. None where it is no such line.
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
