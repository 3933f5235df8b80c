//! Many teams' results at once: read line by line, kept small, looked at together.
//!
//! # How much memory
//!
//! Of a result its answers are kept, a byte each, and its levels: 10,000 teams take a few megabytes. What teams have in common
//! is worked out of the answers when it is asked for. Notes, evidence and plans stay in the links and files that they came in.

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
use crate::link::{Decoder, Shared};
use crate::model::Model;
use crate::model::answer::Answers;
use crate::moment::Day;
use crate::order;
use crate::scoring::case::{Case, Questionnaire};

/// The most results that are gathered; the command takes any number.
pub const MOST: usize = 100_000;
/// The most bad lines that are told one by one; the others are counted.
pub const MOST_BAD_LINES: usize = 1_000;

/// One result, as small as it can be kept.
#[derive(Clone, Debug)]
pub struct Team {
    /// What it is called; empty where nothing says.
    pub title: Box<str>,
    /// The business unit that it belongs to; empty where nothing says.
    pub business_unit: Box<str>,
    /// The name of the file in which its result is published; empty where it is in none.
    pub published: Box<str>,
    /// The day it stands for.
    pub day: Day,
    /// The revision of the model that it was made with, where that is another one.
    pub other_revision: Option<u32>,
    /// Where it stands.
    pub standing: Standing,
    questionnaire: u32,
    answers: Answers,
}

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Where: the file's name, empty for what was pasted.
    pub source: Box<str>,
    /// The line, from 1; 0 for a file as a whole.
    pub number: usize,
    /// Why.
    pub error: LineError,
}

/// Reads results one after the other, in whatever chunks suit a page that is to stay usable.
#[derive(Clone, Debug)]
pub struct Gathering<'m> {
    scorer: Scorer<'m>,
    teams: Vec<Team>,
    bad: Vec<BadLine>,
    more_bad: usize,
    source: Box<str>,
    lines: usize,
}

impl<'m> Gathering<'m> {
    /// Nothing read yet.
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

    /// Begins another text: its lines are counted from 1, and its name stands beside those that are bad.
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

    /// Reads at most so many lines of a text from a byte on; gives the byte from which to go on, which is the text's
    /// length at its end.
    /// It stops before a line with the address of a published result: see [`Gathering::push_published`].
    pub fn push_lines(&mut self, text: &str, from: usize, most: usize) -> usize {
        let mut at = from;
        for line in lines_with_ends(text.get(from..).unwrap_or_default()).take(most) {
            // Whoever reads the text fetches it first.
            if at > from && published_line(line).is_some() {
                break;
            }
            at += line.len();
            self.push_line(line);
        }
        at
    }

    /// Takes note of a text without anything in it.
    pub fn push_empty(&mut self, name: &str) {
        self.begin(name);
        self.refuse(0, LineError::Empty);
    }

    /// Takes the next line, which has the address of a published result, with what was found there.
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

    /// Reads an assessment file that is a text of its own.
    pub fn push_file(&mut self, name: &str, text: &str) {
        self.begin(name);
        match read_file(self.scorer.decoder.model(), text) {
            Ok(record) => self.push(record, 0),
            Err(error) => self.refuse(0, error),
        }
    }

    /// Takes a result that was read elsewhere: one that is saved in this browser.
    pub fn push(&mut self, record: Record, number: usize) {
        if self.teams.len() >= MOST {
            self.refuse(number, LineError::TooMany);
            return;
        }
        let Scorer { decoder, asked } = &mut self.scorer;
        let questionnaire = position(asked, decoder.model(), &record.questionnaire);
        self.teams.push(Team {
            standing: asked[questionnaire].outline.standing(&record.answers),
            title: record.title.into(),
            business_unit: record.business_unit.into(),
            published: Box::default(),
            day: record.day,
            other_revision: record.other_revision,
            questionnaire: u32::try_from(questionnaire).unwrap_or_default(),
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

    /// The model.
    #[must_use]
    pub const fn model(&self) -> &'m Model {
        self.scorer.decoder.model()
    }

    /// How many results were read so far.
    #[must_use]
    pub const fn loaded(&self) -> usize {
        self.teams.len()
    }

    /// How many lines could not be read so far.
    #[must_use]
    pub const fn refused(&self) -> usize {
        self.bad.len() + self.more_bad
    }

    /// Puts together what was read: for each title its newest result, with the one before. Results without a title are
    /// each a team of their own.
    #[must_use]
    pub fn finish(self) -> Portfolio<'m> {
        // Of one day, what came later is newer.
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

/// Whether two results are one that came twice. Without a title nothing says that they are of one team.
fn is_same(one: &Team, other: &Team) -> bool {
    !one.title.is_empty()
        && one.title == other.title
        && one.day == other.day
        && one.questionnaire == other.questionnaire
        && one.answers == other.answers
}

/// A team's newest result, with its earlier ones.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    team: usize,
    /// Newest first.
    earlier: Box<[usize]>,
}

/// Many teams' results. A row is a team: its newest result.
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
    /// The model.
    #[must_use]
    pub const fn model(&self) -> &'m Model {
        self.model
    }

    /// How many teams there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many results are earlier ones of a team that is there with a newer one.
    #[must_use]
    pub const fn earlier(&self) -> usize {
        self.teams.len() - self.same - self.rows.len()
    }

    /// How many results came twice, word for word; they count once.
    #[must_use]
    pub const fn same(&self) -> usize {
        self.same
    }

    /// How many teams' newest results are of a day after this one.
    #[must_use]
    pub fn dated_after(&self, today: Day) -> usize {
        self.rows.iter().filter(|row| self.teams[row.team].day > today).count()
    }

    /// The lines that could not be read, at most [`MOST_BAD_LINES`].
    #[must_use]
    pub fn bad_lines(&self) -> &[BadLine] {
        &self.bad
    }

    /// How many more there are.
    #[must_use]
    pub const fn more_bad_lines(&self) -> usize {
        self.more_bad
    }

    /// The newest result of the team in a row, 0..len.
    #[must_use]
    pub fn team(&self, row: usize) -> &Team {
        &self.teams[self.rows[row].team]
    }

    /// What that team was asked.
    #[must_use]
    pub fn questionnaire(&self, row: usize) -> &Questionnaire {
        self.questionnaire_of(self.team(row))
    }

    fn questionnaire_of(&self, team: &Team) -> &Questionnaire {
        &self.asked[team.questionnaire as usize].questionnaire
    }

    /// The team's case, to open its result.
    #[must_use]
    pub fn case(&self, row: usize) -> Case<'_> {
        let team = self.team(row);
        Case::new(self.model, self.questionnaire_of(team), &team.answers)
    }

    /// What the team in a row lacks for the next levels of its areas.
    fn lacking(&self, row: usize) -> impl Iterator<Item = Lacking> {
        let team = self.team(row);
        self.asked[team.questionnaire as usize].outline.lacking(&team.answers)
    }

    /// What a link to a team's result holds.
    #[must_use]
    pub fn shared(&self, row: usize) -> Shared {
        let (team, case) = (self.team(row), self.case(row));
        let mut shared = Shared::new(self.model, case.questionnaire.clone(), team.day);
        for at in case.questionnaire.capabilities(self.model) {
            shared.answers.set(at, case.answers.get(at));
        }
        shared.title = clean_title(&team.title);
        shared.business_unit = clean_title(&team.business_unit);
        shared
    }

    /// The business units of all teams, each once, in their order.
    #[must_use]
    pub fn business_units(&self) -> Vec<&str> {
        let mut units: Vec<&str> = (0..self.len()).map(|row| &*self.team(row).business_unit).collect();
        units.retain(|unit| !unit.is_empty());
        order::sort(&mut units);
        units.dedup();
        units
    }

    /// Goes on gathering: everything that was read, and what is read from now on.
    #[must_use]
    pub fn gather_more(&self) -> Gathering<'m> {
        Gathering {
            scorer: Scorer { decoder: Decoder::new(self.model), asked: self.asked.clone() },
            teams: self.teams.clone(),
            bad: self.bad.clone(),
            more_bad: self.more_bad,
            source: Box::default(),
            lines: 0,
        }
    }

    /// Whether the teams in these rows were asked different questions: then they are not to be ranked without a word.
    #[must_use]
    pub fn is_mixed(&self, rows: &[usize]) -> bool {
        let mut asked = rows.iter().map(|&row| self.team(row).questionnaire);
        asked.next().is_some_and(|first| asked.any(|other| other != first))
    }
}
