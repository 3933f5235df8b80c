//! A text with structure, and nothing of how it is shown.

use crate::model::level::Level;
use crate::scoring::profile::Share;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// As it is.
    Plain(String),
    /// What matters in it.
    Strong(String),
    /// Said in passing.
    Quiet(String),
    /// What somebody wrote who is not us: it may run in another direction than the line it stands in.
    Foreign(String),
    /// A link to the web. Whoever writes it writes only its words where the address is none of the web.
    Link {
        /// The words.
        text: String,
        /// Where it goes.
        address: String,
    },
    /// The name of a next step. The page leads to it from there.
    Step {
        /// The name.
        text: String,
        /// The id of its capability.
        id: String,
    },
}

/// A line of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Run>);

impl Line {
    /// A line of one plain text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Run::Plain(text.into())])
    }

    /// A line of one strong text.
    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self(vec![Run::Strong(text.into())])
    }

    /// A line that names what it says: "**Deliverable:** a table".
    #[must_use]
    pub fn named(name: &str, says: &str) -> Self {
        Self::strong(format!("{name}:")).then(format!(" {says}"))
    }

    /// A line that names what somebody else says.
    #[must_use]
    pub fn named_foreign(name: &str, says: &str) -> Self {
        Self::strong(format!("{name}:")).then(" ").foreign(says)
    }

    /// With what somebody else wrote.
    #[must_use]
    pub fn foreign(mut self, text: impl Into<String>) -> Self {
        self.0.push(Run::Foreign(text.into()));
        self
    }

    /// With more plain text.
    #[must_use]
    pub fn then(mut self, text: impl Into<String>) -> Self {
        self.0.push(Run::Plain(text.into()));
        self
    }

    /// With more, said in passing.
    #[must_use]
    pub fn quietly(mut self, text: impl Into<String>) -> Self {
        self.0.push(Run::Quiet(text.into()));
        self
    }

    /// With all of another line.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// With the name of a next step.
    #[must_use]
    pub fn step(mut self, text: impl Into<String>, id: impl Into<String>) -> Self {
        self.0.push(Run::Step { text: text.into(), id: id.into() });
        self
    }

    /// With a link.
    #[must_use]
    pub fn linked(mut self, text: impl Into<String>, address: impl Into<String>) -> Self {
        self.0.push(Run::Link { text: text.into(), address: address.into() });
        self
    }
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it.
    pub line: Line,
    /// The level whose colour it has.
    pub level: Option<Level>,
    /// The share that it says: a page draws a bar beside it.
    pub share: Option<Share>,
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

/// A question with the answer it got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// What was answered, or that nothing was.
    pub answer: String,
    /// The question.
    pub question: String,
}

impl Given {
    /// Both in a line.
    #[must_use]
    pub fn line(&self) -> Line {
        Line::strong(self.answer.clone()).then(format!(" \u{2013} {}", self.question))
    }
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading, 1 the highest.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Line),
    /// A list without order.
    List(Vec<Line>),
    /// Questions with their answers.
    Answers {
        /// The language of the questions, as HTML names it.
        language: String,
        /// Each question.
        given: Vec<Given>,
    },
    /// A table with its caption and the heads of its columns. The first cell of a row names it.
    Table {
        /// What it shows.
        caption: String,
        /// The heads of its columns.
        heads: Vec<String>,
        /// Its rows, each as long as the heads.
        rows: Vec<Vec<Cell>>,
    },
    /// A picture, whole in its address (`data:image/…`). Only HTML has it; a page draws its own.
    Picture {
        /// What it shows, for those who do not see it.
        alt: String,
        /// Its address.
        address: String,
    },
    /// Something that a page opens at a tap; elsewhere it simply follows.
    More {
        /// What it is.
        summary: Line,
        /// What it holds.
        blocks: Vec<Block>,
    },
}

/// A whole text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// Its parts in order.
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

    /// Puts a picture under the title and what is said about it.
    pub fn open_with_picture(&mut self, alt: impl Into<String>, address: impl Into<String>) {
        let place = self.blocks.len().min(2);
        self.blocks.insert(place, Block::Picture { alt: alt.into(), address: address.into() });
    }

    /// Adds a list; nothing where it would be empty.
    pub fn list(&mut self, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.blocks.push(Block::List(lines));
        }
    }
}
