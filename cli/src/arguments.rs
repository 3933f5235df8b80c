//! The arguments of the command. Doc comments on them are the text of `--help`.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// Levels of machine-learning teams in Microsoft's MLOps maturity model, for any number of teams.
///
/// Reads share links and files of the MLOps Maturity Assessment and scores them by the same rules as the page. No data is sent.
#[derive(Debug, Parser)]
#[command(
    name = "mlops-maturity",
    version,
    after_help = "A LINK is the address of a result (…#/r/…). A FILE holds one link a \
    line, each with a title and a tab before it if you like, or is an assessment file; `-` is standard input. What cannot be \
    read is said on standard error with its line. Exit status: 0 all was read, 1 something was not or a gate failed, 2 nothing was done."
)]
pub struct Arguments {
    /// Your own questionnaire instead of the built-in one.
    #[arg(long, global = true, value_name = "FILE")]
    pub model: Option<String>,
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// What the command does.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// One row for each result: title, date, levels (low and high) and confidence.
    Score {
        /// Links and files; standard input if there are none.
        #[arg(value_name = "LINK|FILE")]
        results: Vec<String>,
        /// What to write.
        #[arg(long, value_enum, default_value_t)]
        format: Rows,
    },
    /// The content of each link, as an assessment file on one line.
    Decode {
        /// Links and files; standard input if there are none.
        #[arg(value_name = "LINK|FILE")]
        results: Vec<String>,
        /// Indented, over several lines.
        #[arg(long)]
        pretty: bool,
    },
    /// Checks a questionnaire: every fault at once, each with its place.
    CheckModel {
        /// The model file; `-` for standard input.
        file: String,
    },
    /// What changed between two results.
    Compare {
        /// The earlier result.
        #[arg(value_name = "LINK|FILE")]
        before: String,
        /// The later result.
        #[arg(value_name = "LINK|FILE")]
        after: String,
        /// What to write.
        #[arg(long, value_enum, default_value_t)]
        format: Text,
    },
    /// Everything in each result, as data for programs: one line of JSON for each.
    Result {
        /// Links and files; standard input if there are none.
        #[arg(value_name = "LINK|FILE")]
        results: Vec<String>,
        /// JSON Lines, the only format.
        #[arg(long)]
        json: bool,
    },
    /// The answers as evidence for laws, standards and guidance on AI, and what is not asked. Not an assessment of
    /// conformity.
    Governance {
        /// The result.
        #[arg(value_name = "LINK|FILE")]
        result: String,
        /// A document with a table for each framework, which is the default.
        #[arg(long, conflicts_with = "csv")]
        markdown: bool,
        /// One table of all frameworks, safe to open in a spreadsheet.
        #[arg(long)]
        csv: bool,
    },
    /// Looks through repositories and proposes answers, each with the file and line behind it. Nothing is run or
    /// sent.
    Scan {
        /// Folders with the code of one team; this folder if there are none.
        #[arg(value_name = "PATH")]
        folders: Vec<PathBuf>,
        /// Facts about the folders that a scan cannot find: training, serving, llm, rag or application.
        #[arg(long = "fact", value_name = "FACT", value_delimiter = ',')]
        facts: Vec<String>,
        /// A proposals file, to open on the page.
        #[arg(long)]
        json: bool,
    },
    /// Checks levels in a pipeline: exit status 1, with the reasons, if a result misses them.
    Gate {
        /// The result to check.
        #[arg(value_name = "LINK|FILE")]
        result: String,
        /// The lowest level that an area may have, or `overall`.
        #[arg(long = "min", value_name = "AREA=LEVEL")]
        minimums: Vec<String>,
        /// No area may be lower than in this result.
        #[arg(long, value_name = "LINK|FILE")]
        no_drop: Option<String>,
        /// A summary for a merge request.
        #[arg(long, conflicts_with = "json")]
        markdown: bool,
        /// Plain facts, for a catalogue of services.
        #[arg(long)]
        json: bool,
    },
    /// The overall level as an SVG badge.
    Badge {
        #[arg(value_name = "LINK|FILE")]
        result: String,
    },
    /// Links of invented teams, one per line, for trying things out.
    #[command(hide = true)]
    Generate {
        /// How many.
        count: u64,
        /// The same seed makes the same links.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
}

/// The format of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, ValueEnum)]
pub enum Rows {
    /// Comma-separated values with a head, safe to open in a spreadsheet.
    #[default]
    Csv,
    /// JSON Lines: the same, with the question set.
    Jsonl,
}

/// The format of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, ValueEnum)]
pub enum Text {
    /// Markdown.
    #[default]
    Markdown,
    /// A standalone page that loads nothing.
    Html,
}
