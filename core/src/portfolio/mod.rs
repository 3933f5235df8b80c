//! The results of many teams: read line by line, stored in little memory, and evaluated together.
//!
//! # Memory
//!
//! For each result, the answers are stored, one byte each, and its levels: 10,000 teams take a few megabytes. What
//! teams have in common is computed from the answers on demand. Notes, evidence and plans are not stored.

mod common;
mod line;
mod lines;
mod outline;
mod output;
mod published;
mod scorer;
mod standing;
mod view;

pub use common::{AreaLevels, Gap, ManualStage, SharedStep};
pub use line::{LineError, MAX_LINE_BYTES, OpenedLink, open_line, open_one, read_file, read_line, read_one};
pub use lines::{is_file, is_line_end, is_one_file, lines, lines_with_ends};
pub use output::{OutputRow, csv_head, csv_row, group_of, json_line};
pub use published::{OLD_DAYS, Published, PublishedError, PublishedLine, published_line, read_published};
pub use scorer::Scorer;
pub use standing::Standing;
pub use view::{Column, Group, Grouping, Query, Since, prefix, tags};

use self::outline::Lacking;
use self::scorer::{Asked, position};
use crate::assessment::clean_title;
use crate::history::record::Record;
use crate::link::{Decoder, LinkContents};
use crate::model::Model;
use crate::model::answer::Answers;
use crate::moment::Day;
use crate::order;
use crate::scoring::case::{Case, QuestionSet};

/// The most results on the page; the command has no limit.
pub const MOST: usize = 100_000;
/// The most bad lines that are listed; further ones are counted.
pub const MOST_BAD_LINES: usize = 1_000;

/// One result in little memory.
#[derive(Clone, Debug)]
pub struct Team {
    /// The name of the team; empty if unknown.
    pub title: Box<str>,
    /// The business unit of the team; empty if unknown.
    pub business_unit: Box<str>,
    /// The name of the file with its published result; empty if it was read from elsewhere.
    pub published: Box<str>,
    /// The day of the result.
    pub day: Day,
    /// The revision of the model that it was made with, if it is not this one.
    pub other_revision: Option<u32>,
    /// Its levels.
    pub standing: Standing,
    question_set: u32,
    answers: Answers,
}

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// The name of the file; empty for pasted text.
    pub source: Box<str>,
    /// The line, from 1; 0 for the file as a whole.
    pub number: usize,
    pub error: LineError,
}

/// Reads results one by one, in slices of any size, so that a page can stay responsive.
#[derive(Clone, Debug)]
pub struct PortfolioReader<'m> {
    scorer: Scorer<'m>,
    teams: Vec<Team>,
    bad: Vec<BadLine>,
    more_bad: usize,
    source: Box<str>,
    lines: usize,
}

impl<'m> PortfolioReader<'m> {
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        Self {
            scorer: Scorer::new(model),
            teams: Vec::new(),
            bad: Vec::new(),
            more_bad: 0,
            source: Box::default(),
            lines: 0,
        }
    }

    /// Begins another text: lines are counted from 1 again, and bad lines are reported with its name.
    pub fn begin(&mut self, source: &str) {
        self.source = source.into();
        self.lines = 0;
    }

    /// Reads one line: see [`read_line`].
    pub fn push_line(&mut self, line: &str) {
        self.lines += 1;
        for result in self.scorer.read_line(line) {
            match result {
                Ok(record) => self.push(record, self.lines),
                Err(error) => self.refuse(self.lines, error),
            }
        }
    }

    /// Reads at most `most` lines of a text, beginning at a byte. Returns the byte to continue at, which is the
    /// length of the text at its end. Stops before a line with the address of a published result: see
    /// [`PortfolioReader::push_published`].
    pub fn push_lines(&mut self, text: &str, from: usize, most: usize) -> usize {
        let mut at = from;
        for line in lines_with_ends(text.get(from..).unwrap_or_default()).take(most) {
            // The caller has to load the published result first.
            if at > from && published_line(line).is_some() {
                break;
            }
            at += line.len();
            self.push_line(line);
        }
        at
    }

    /// Records that a text is empty.
    pub fn push_empty(&mut self, name: &str) {
        self.begin(name);
        self.refuse(0, LineError::Empty);
    }

    /// Adds the next line, which has the address of a published result, with that result.
    pub fn push_published(&mut self, line: PublishedLine, found: Result<&Published, PublishedError>) {
        self.lines += 1;
        let record = found.and_then(|found| found.record(self.model()).ok_or(PublishedError::OtherModel));
        match record {
            Ok(mut record) => {
                if !line.title.is_empty() {
                    record.title = line.title;
                }
                let before = self.teams.len();
                self.push(record, self.lines);
                if let Some(team) = self.teams.get_mut(before) {
                    team.published = line.name.into();
                }
            }
            Err(error) => self.refuse(self.lines, LineError::Published(error)),
        }
    }

    /// Reads a text that is one assessment file.
    pub fn push_file(&mut self, name: &str, text: &str) {
        self.begin(name);
        match read_file(self.scorer.decoder.model(), text) {
            Ok(record) => self.push(record, 0),
            Err(error) => self.refuse(0, error),
        }
    }

    /// Adds a result that was read elsewhere, such as one saved in this browser.
    pub fn push(&mut self, record: Record, number: usize) {
        if self.teams.len() >= MOST {
            self.refuse(number, LineError::TooMany);
            return;
        }
        let Scorer { decoder, asked } = &mut self.scorer;
        let question_set = position(asked, decoder.model(), &record.question_set);
        self.teams.push(Team {
            standing: asked[question_set].outline.standing(&record.answers),
            title: record.title.into(),
            business_unit: record.business_unit.into(),
            published: Box::default(),
            day: record.day,
            other_revision: record.other_revision,
            question_set: u32::try_from(question_set).unwrap_or_default(),
            answers: record.answers,
        });
    }

    fn refuse(&mut self, number: usize, error: LineError) {
        if self.bad.len() < MOST_BAD_LINES {
            self.bad.push(BadLine { source: self.source.clone(), number, error });
        } else {
            self.more_bad += 1;
        }
    }

    #[must_use]
    pub const fn model(&self) -> &'m Model {
        self.scorer.decoder.model()
    }

    /// The number of results that were read so far.
    #[must_use]
    pub const fn loaded(&self) -> usize {
        self.teams.len()
    }

    /// The number of lines that could not be read so far.
    #[must_use]
    pub const fn refused(&self) -> usize {
        self.bad.len() + self.more_bad
    }

    /// The portfolio of all results: for each title the newest result, with the earlier ones. Each result without a
    /// title is a team of its own.
    #[must_use]
    pub fn finish(self) -> Portfolio<'m> {
        // Of two results of one day, the later one in the input is newer.
        let mut kept: Vec<usize> = (0..self.teams.len()).collect();
        order::sort_by_key(&mut kept, |&at| (&self.teams[at].title, self.teams[at].day, at));
        let read = kept.len();
        kept.dedup_by(|at, before| is_same(&self.teams[*at], &self.teams[*before]));
        let same = read - kept.len();
        let mut rows = Vec::new();
        for (position, &at) in kept.iter().enumerate() {
            let team = &self.teams[at];
            let is_newest = kept.get(position + 1).is_none_or(|&next| self.teams[next].title != team.title);
            if team.title.is_empty() || is_newest {
                let same_title = |&&earlier: &&usize| self.teams[earlier].title == team.title;
                let earlier = kept[..position].iter().rev().take_while(same_title);
                let earlier: Vec<usize> = if team.title.is_empty() { Vec::new() } else { earlier.copied().collect() };
                rows.push(Row { team: at, earlier: earlier.into() });
            }
        }
        order::sort_by_key(&mut rows, |row| row.team);
        Portfolio {
            model: self.scorer.decoder.model(),
            asked: self.scorer.asked,
            teams: self.teams,
            rows,
            bad: self.bad,
            more_bad: self.more_bad,
            same,
        }
    }
}

/// Whether a result was added twice. Results without a title may be of different teams.
fn is_same(one: &Team, other: &Team) -> bool {
    !one.title.is_empty()
        && one.title == other.title
        && one.day == other.day
        && one.question_set == other.question_set
        && one.answers == other.answers
}

/// A team's newest result with its earlier ones.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    team: usize,
    /// Newest first.
    earlier: Box<[usize]>,
}

/// The results of many teams. A row is a team with its newest result.
#[derive(Clone, Debug)]
pub struct Portfolio<'m> {
    model: &'m Model,
    asked: Vec<Asked>,
    teams: Vec<Team>,
    rows: Vec<Row>,
    bad: Vec<BadLine>,
    more_bad: usize,
    same: usize,
}

impl<'m> Portfolio<'m> {
    #[must_use]
    pub const fn model(&self) -> &'m Model {
        self.model
    }

    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The number of earlier results of teams with a newer one.
    #[must_use]
    pub const fn earlier(&self) -> usize {
        self.teams.len() - self.same - self.rows.len()
    }

    /// The number of results that were added twice. They count once.
    #[must_use]
    pub const fn same(&self) -> usize {
        self.same
    }

    /// The number of teams whose newest result is dated after `today`.
    #[must_use]
    pub fn dated_after(&self, today: Day) -> usize {
        self.rows.iter().filter(|row| self.teams[row.team].day > today).count()
    }

    /// The lines that could not be read, at most [`MOST_BAD_LINES`].
    #[must_use]
    pub fn bad_lines(&self) -> &[BadLine] {
        &self.bad
    }

    /// The number of further bad lines.
    #[must_use]
    pub const fn more_bad_lines(&self) -> usize {
        self.more_bad
    }

    /// The newest result of the team in a row (0..len).
    #[must_use]
    pub fn team(&self, row: usize) -> &Team {
        &self.teams[self.rows[row].team]
    }

    /// The questions that the team in a row was asked.
    #[must_use]
    pub fn question_set(&self, row: usize) -> &QuestionSet {
        self.questionnaire_of(self.team(row))
    }

    fn questionnaire_of(&self, team: &Team) -> &QuestionSet {
        &self.asked[team.question_set as usize].question_set
    }

    /// The case of the team in a row.
    #[must_use]
    pub fn case(&self, row: usize) -> Case<'_> {
        let team = self.team(row);
        Case::new(self.model, self.questionnaire_of(team), &team.answers)
    }

    /// What the team in a row lacks for the next levels of its areas.
    fn lacking(&self, row: usize) -> impl Iterator<Item = Lacking> {
        let team = self.team(row);
        self.asked[team.question_set as usize].outline.lacking(&team.answers)
    }

    /// The contents of a link to the result of the team in a row.
    #[must_use]
    pub fn shared(&self, row: usize) -> LinkContents {
        let (team, case) = (self.team(row), self.case(row));
        let mut shared = LinkContents::new(self.model, case.question_set.clone(), team.day);
        for at in case.question_set.capabilities(self.model) {
            shared.answers.set(at, case.answers.get(at));
        }
        shared.title = clean_title(&team.title);
        shared.business_unit = clean_title(&team.business_unit);
        shared
    }

    /// The business units of all teams, sorted, each once.
    #[must_use]
    pub fn business_units(&self) -> Vec<&str> {
        let mut units: Vec<&str> = (0..self.len()).map(|row| &*self.team(row).business_unit).collect();
        units.retain(|unit| !unit.is_empty());
        order::sort(&mut units);
        units.dedup();
        units
    }

    /// A reader that already has everything in this portfolio, to add more.
    #[must_use]
    pub fn reader(&self) -> PortfolioReader<'m> {
        PortfolioReader {
            scorer: Scorer { decoder: Decoder::new(self.model), asked: self.asked.clone() },
            teams: self.teams.clone(),
            bad: self.bad.clone(),
            more_bad: self.more_bad,
            source: Box::default(),
            lines: 0,
        }
    }

    /// Whether the teams in these rows were asked different questions. The page then says so, because their levels
    /// cannot be compared directly.
    #[must_use]
    pub fn is_mixed(&self, rows: &[usize]) -> bool {
        let mut asked = rows.iter().map(|&row| self.team(row).question_set);
        asked.next().is_some_and(|first| asked.any(|other| other != first))
    }
}
