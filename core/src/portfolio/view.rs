//! Views of many teams: search, filter, sort, group, and what changed since the previous result.

use std::cmp::Ordering;

use super::{Portfolio, Team};
use crate::advice::patterns::is_mismatch;
use crate::advice::stage_map::{Automation, automation_by_stage};
use crate::history::compare::levels_between;
use crate::model::level::Level;
use crate::model::{AreaIx, StageIx};
use crate::moment::Day;
use crate::order;
use crate::scoring::case::Scope;

/// The column that rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    #[default]
    Title,
    BusinessUnit,
    /// The question set.
    Scope,
    Day,
    /// The lowest overall level, then the highest.
    Overall,
    /// The lowest level of an area, then the highest.
    Area(AreaIx),
    /// The share of known answers.
    Confidence,
    /// The change since the previous result, in levels over all areas.
    Moved,
}

/// How rows are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// One group of all rows.
    #[default]
    None,
    /// By the part of a title before the first separator: "Payments" of "Payments / Fraud".
    Prefix,
    BusinessUnit,
    /// By the words with `#` in a title. A team may be in several groups.
    Tag,
}

/// What to show. The default is all teams, sorted by title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that all have to be in the title, ignoring ASCII case.
    pub search: String,
    /// Only teams of this business unit.
    pub business_unit: Option<String>,
    /// Only results of this question set.
    pub scope: Option<Scope>,
    /// Only teams at this level or below in an area or overall (`None`), without those whose level is not known yet.
    pub at_most: Option<(Option<AreaIx>, Level)>,
    /// Only teams with this mismatch, a position in the model's list of patterns.
    pub mismatch: Option<usize>,
    /// Only teams in which this stage is manual, in any track.
    pub manual: Option<StageIx>,
    /// Rows without a value come last; equal ones are sorted by title.
    pub sort: Column,
    /// Greatest first.
    pub descending: bool,
}

/// The change since a team's previous result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// There is no previous result.
    First,
    /// The previous results were of other questions or of another revision, so they are not compared.
    OtherQuestions,
    /// The change in levels over all areas, as far as open questions leave no doubt.
    Levels {
        /// Levels gained minus levels lost.
        levels: i16,
        /// The number of areas that improved.
        rose: u16,
        /// The number of areas that declined.
        fell: u16,
        /// The number of areas whose range changed, but whose level may be the same.
        unsure: u16,
        /// The day of the previous result.
        day: Day,
    },
}

/// Rows of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The name of the group; empty for rows without one.
    pub name: String,
    /// The rows, in their order.
    pub rows: Vec<usize>,
}

/// The part of a title before the first separator; `None` without a separator.
#[must_use]
pub fn prefix(title: &str) -> Option<&str> {
    let separators = ["/", ":", "|", " - ", " \u{2013} ", " \u{2014} "];
    let end = separators.iter().filter_map(|separator| title.find(separator)).min()?;
    title.get(..end).map(str::trim).filter(|prefix| !prefix.is_empty())
}

/// The words of a title that begin with `#`, without it.
pub fn tags(title: &str) -> impl Iterator<Item = &str> {
    let words = title.split_whitespace().filter_map(|word| word.strip_prefix('#'));
    words.map(|tag| tag.trim_end_matches([',', ';', '.', ')'])).filter(|tag| !tag.is_empty())
}

fn contains_ignoring_case(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    word.is_empty() || text.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word))
}

impl Portfolio<'_> {
    /// The rows that match a query, in its order.
    #[must_use]
    pub fn rows(&self, query: &Query) -> Vec<usize> {
        let words: Vec<&str> = query.search.split_whitespace().collect();
        let mut rows: Vec<usize> = (0..self.len()).filter(|&row| self.is_asked_for(row, query, &words)).collect();
        order::sort_by(&mut rows, |&left, &right| {
            self.order(left, right, query)
                .then_with(|| self.team(left).title.cmp(&self.team(right).title))
                .then(left.cmp(&right))
        });
        rows
    }

    fn is_asked_for(&self, row: usize, query: &Query, words: &[&str]) -> bool {
        let team = self.team(row);
        let is_low = |(area, level)| {
            !team.standing.is_unknown(area) && team.standing.range(area).is_some_and(|range| range.low <= level)
        };
        words.iter().all(|word| contains_ignoring_case(&team.title, word))
            && query.business_unit.as_ref().is_none_or(|unit| **unit == *team.business_unit)
            && query.scope.is_none_or(|scope| self.question_set(row).scope == scope)
            && query.at_most.is_none_or(is_low)
            && query.mismatch.is_none_or(|mismatch| self.has_mismatch(row, mismatch))
            && query.manual.is_none_or(|stage| self.is_manual(row, stage))
    }

    fn has_mismatch(&self, row: usize, pattern: usize) -> bool {
        self.model.patterns().get(pattern).is_some_and(|pattern| is_mismatch(self.case(row), pattern))
    }

    fn is_manual(&self, row: usize, stage: StageIx) -> bool {
        let case = self.case(row);
        let automation = |track| automation_by_stage(case, track).get(stage.index()).copied().flatten();
        case.question_set.tracks.iter().any(|&track| automation(track) == Some(Automation::Manual))
    }

    fn order(&self, left: usize, right: usize, query: &Query) -> Ordering {
        let directed = |order: Ordering| if query.descending { order.reverse() } else { order };
        let (one, other) = (self.team(left), self.team(right));
        match query.sort {
            Column::Title => directed(one.title.cmp(&other.title)),
            Column::BusinessUnit => {
                let unit = |team: &'_ Team| Some(team.business_unit.clone()).filter(|unit| !unit.is_empty());
                known_first(unit(one), unit(other), query.descending)
            }
            Column::Scope => {
                let word = |row| self.question_set(row).scope.word();
                directed(word(left).cmp(word(right)))
            }
            Column::Day => directed(one.day.cmp(&other.day)),
            Column::Overall => self.by_range(one, other, None, query.descending),
            Column::Area(area) => self.by_range(one, other, Some(area), query.descending),
            Column::Confidence => {
                let (one, other) = (one.standing.confidence, other.standing.confidence);
                let left = (one.of > 0).then_some(one.part * other.of);
                known_first(left, (other.of > 0).then_some(other.part * one.of), query.descending)
            }
            Column::Moved => {
                let levels = |row| match self.since(row) {
                    Since::Levels { levels, .. } => Some(levels),
                    Since::First | Since::OtherQuestions => None,
                };
                known_first(levels(left), levels(right), query.descending)
            }
        }
    }

    fn by_range(&self, one: &Team, other: &Team, area: Option<AreaIx>, descending: bool) -> Ordering {
        let [left, right] = [one, other].map(|team| team.standing.range(area).map(|range| (range.low, range.high)));
        known_first(left, right, descending)
    }

    /// The change since the previous result of the team in a row: the newest one that was asked the same questions.
    #[must_use]
    pub fn since(&self, row: usize) -> Since {
        let now = self.team(row);
        let earlier = &self.rows[row].earlier;
        let is_like =
            |team: &&Team| team.question_set == now.question_set && team.other_revision == now.other_revision;
        // Of two results of one day nobody knows which came first.
        let mut earlier = earlier.iter().map(|&at| &self.teams[at]).filter(|team| team.day < now.day).peekable();
        let is_first = earlier.peek().is_none();
        let Some(before) = earlier.find(is_like) else {
            return if is_first { Since::First } else { Since::OtherQuestions };
        };
        let (mut levels, mut rose, mut fell, mut unsure) = (0, 0, 0, 0);
        for (was, is) in before.standing.areas.iter().zip(&now.standing.areas) {
            let moved = was.zip(*is).map_or(0, |(was, is)| levels_between(was, is));
            levels += i16::from(moved);
            rose += u16::from(moved > 0);
            fell += u16::from(moved < 0);
            unsure += u16::from(moved == 0 && was != is);
        }
        Since::Levels { levels, rose, fell, unsure, day: before.day }
    }

    /// The groups of these rows, by name. Rows without a group come last.
    #[must_use]
    pub fn groups(&self, rows: &[usize], by: Grouping) -> Vec<Group> {
        let mut named: Vec<(&str, usize)> = Vec::new();
        for (position, &row) in rows.iter().enumerate() {
            let title = &*self.team(row).title;
            let before = named.len();
            match by {
                Grouping::None => {}
                Grouping::BusinessUnit => {
                    let unit = &*self.team(row).business_unit;
                    named.extend((!unit.is_empty()).then_some((unit, position)));
                }
                Grouping::Prefix => named.extend(prefix(title).map(|name| (name, position))),
                Grouping::Tag => named.extend(tags(title).map(|name| (name, position))),
            }
            if named.len() == before {
                named.push(("", position));
            }
        }
        order::sort_by_key(&mut named, |&(name, position)| (name.is_empty(), name, position));
        named.dedup();
        let groups = named.chunk_by(|(left, _), (right, _)| left == right);
        let group = |members: &[(&str, usize)]| Group {
            name: members.first().map(|(name, _)| (*name).to_owned()).unwrap_or_default(),
            rows: members.iter().map(|&(_, position)| rows[position]).collect(),
        };
        groups.map(group).collect()
    }
}

/// Compares known values, in either direction, and puts unknown values last.
fn known_first<T: Ord>(left: Option<T>, right: Option<T>, descending: bool) -> Ordering {
    match (left, right) {
        (Some(left), Some(right)) if descending => right.cmp(&left),
        (Some(left), Some(right)) => left.cmp(&right),
        (left, right) => right.is_some().cmp(&left.is_some()),
    }
}
