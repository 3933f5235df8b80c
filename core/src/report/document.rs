//! A structured text, without any formatting.

use crate::model::level::Level;
use crate::scoring::profile::Fraction;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Unformatted.
    Plain(String),
    /// Emphasised.
    Strong(String),
    /// Less important.
    Quiet(String),
    /// Text from a person, which may run in another direction than the line around it.
    Foreign(String),
    /// A link. If the address is no web address, only the text is shown.
    Link { text: String, address: String },
    /// The name of a next step. The page makes it a link to that step.
    Step {
        text: String,
        /// The id of its capability.
        id: String,
    },
}

/// A line of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Run>);

impl Line {
    /// A line with one plain text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Run::Plain(text.into())])
    }

    /// A line with one emphasised text.
    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self(vec![Run::Strong(text.into())])
    }

    /// A line with a label: "**Deliverable:** a table".
    #[must_use]
    pub fn named(name: &str, says: &str) -> Self {
        Self::strong(format!("{name}:")).then(format!(" {says}"))
    }

    /// A line with a label and text from a person.
    #[must_use]
    pub fn named_foreign(name: &str, says: &str) -> Self {
        Self::strong(format!("{name}:")).then(" ").foreign(says)
    }

    /// Appends text from a person.
    #[must_use]
    pub fn foreign(mut self, text: impl Into<String>) -> Self {
        self.0.push(Run::Foreign(text.into()));
        self
    }

    /// Appends plain text.
    #[must_use]
    pub fn then(mut self, text: impl Into<String>) -> Self {
        self.0.push(Run::Plain(text.into()));
        self
    }

    /// Appends less important text.
    #[must_use]
    pub fn quietly(mut self, text: impl Into<String>) -> Self {
        self.0.push(Run::Quiet(text.into()));
        self
    }

    /// Appends another line.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Appends the name of a next step.
    #[must_use]
    pub fn step(mut self, text: impl Into<String>, id: impl Into<String>) -> Self {
        self.0.push(Run::Step { text: text.into(), id: id.into() });
        self
    }

    /// Appends a link.
    #[must_use]
    pub fn linked(mut self, text: impl Into<String>, address: impl Into<String>) -> Self {
        self.0.push(Run::Link { text: text.into(), address: address.into() });
        self
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub line: Line,
    /// The level that colours the cell.
    pub level: Option<Level>,
    /// The share in the text. A page draws a bar beside it.
    pub share: Option<Fraction>,
}

impl From<Line> for Cell {
    fn from(line: Line) -> Self {
        Self { line, level: None, share: None }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::from(Line::plain(text))
    }
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnsweredQuestion {
    /// The answer in words, also if there is none.
    pub answer: String,
    pub question: String,
}

impl AnsweredQuestion {
    /// Both in one line.
    #[must_use]
    pub fn line(&self) -> Line {
        Line::strong(self.answer.clone()).then(format!(" \u{2013} {}", self.question))
    }
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading. 1 is the highest level.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Line),
    /// An unordered list.
    List(Vec<Line>),
    /// Questions with their answers.
    Answers {
        /// The language of the questions, as in HTML.
        language: String,
        given: Vec<AnsweredQuestion>,
    },
    /// A table. The first cell of a row is its head.
    Table {
        caption: String,
        heads: Vec<String>,
        /// Each as long as the heads.
        rows: Vec<Vec<Cell>>,
    },
    /// A picture with its data in the address (`data:image/…`). Only HTML shows it; the page draws its own.
    Picture {
        /// The text for people who cannot see it.
        alt: String,
        address: String,
    },
    /// Content that the page folds below a summary. Other formats show it in full.
    More { summary: Line, blocks: Vec<Block> },
}

/// A whole text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub title: String,
    /// In order.
    pub blocks: Vec<Block>,
}

impl Document {
    /// Adds a heading.
    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading(level, text.into()));
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, line: Line) {
        self.blocks.push(Block::Paragraph(line));
    }

    /// Inserts a picture below the title and the line after it.
    pub fn open_with_picture(&mut self, alt: impl Into<String>, address: impl Into<String>) {
        let place = self.blocks.len().min(2);
        self.blocks.insert(place, Block::Picture { alt: alt.into(), address: address.into() });
    }

    /// Adds a list, unless it is empty.
    pub fn list(&mut self, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.blocks.push(Block::List(lines));
        }
    }
}
