//! The assessment on the command line: the rules of the page over any number of links and files, line by line.
//!
//! Results are written to standard output, errors with their line to standard error. The exit status is 0 if
//! everything was read, 1 if something was not, and 2 if the command was wrong or could not write.

mod arguments;
mod badge;
mod check;
mod compare;
mod decode;
mod gate;
mod generate;
mod governance;
mod input;
mod repository;
mod result;
mod scan;
mod score;

use std::borrow::Cow;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;
use std::{fmt, fs};

use clap::Parser;
use mlops_core::encoding::decode as decode_text;
use mlops_core::evidence::signals;
use mlops_core::fault::Fault;
use mlops_core::governance::read;
use mlops_core::model::Model;
use mlops_core::model::file as model_file;
use mlops_core::words;

use arguments::{Arguments, Verb};

/// Why the command ended early.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// Something could not be read or written.
    #[error("{0}: {1}")]
    Io(String, io::Error),
    /// The questionnaire has faults.
    #[error("{0} is not a valid questionnaire (`check-model` lists its faults):{faults}", faults = lines(.1))]
    Model(String, Vec<Fault>),
    /// An argument is no result.
    #[error("{0}")]
    Refused(String),
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(|fault| format!("\n{fault}")).collect()
}

impl Failure {
    /// Makes an error of reading or writing `what`.
    fn io(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let what = what.into();
        move |error| Self::Io(what, error)
    }

    /// Whether the program that reads the output has closed it, which is no error.
    fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Io(_, error) if error.kind() == ErrorKind::BrokenPipe)
    }
}

/// How the command ended.
#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    AllRead,
    SomeRefused,
    /// A result does not meet the gate.
    NotMet,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let done = run(&arguments, &mut out).and_then(|outcome| {
        out.flush().map_err(Failure::io("standard output"))?;
        Ok(outcome)
    });
    match done {
        Ok(Outcome::AllRead) => ExitCode::SUCCESS,
        Ok(Outcome::SomeRefused | Outcome::NotMet) => ExitCode::FAILURE,
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(2)
        }
    }
}

/// Writes an error to standard error. If that fails too, only the exit status reports it.
fn complain(what: &dyn fmt::Display) {
    let _ = writeln!(io::stderr(), "mlops-maturity: {what}");
}

/// Says on standard error what is not scored in a result, or may differ.
fn note_differences(model: &Model, title: &str, not_of_this_model: usize, other_revision: Option<u32>) {
    let title = words::title(title);
    if not_of_this_model > 0 {
        complain(&format_args!("{title}: {}", words::result::not_of_this_model(not_of_this_model)));
    }
    if let Some(made_with) = other_revision {
        let own = model.revision();
        complain(&format_args!(
            "{title}: made with revision {made_with} of the questionnaire; this one is revision {own}"
        ));
    }
}

fn run(arguments: &Arguments, out: &mut impl Write) -> Result<Outcome, Failure> {
    let model = || Ok(read_model(arguments.model.as_deref())?.0);
    match &arguments.verb {
        Verb::Score { results, format } => score::run(&model()?, results, *format, out),
        Verb::Decode { results, pretty } => decode::run(&model()?, results, *pretty, out),
        Verb::CheckModel { file } => check::run(file, out),
        Verb::Compare { before, after, format } => compare::run(&model()?, [before, after], *format, out),
        Verb::Result { results, json: _ } => result::run(&model()?, results, out),
        Verb::Governance { result, markdown: _, csv } => {
            let (model, text) = read_model(arguments.model.as_deref())?;
            let frameworks =
                read::read(&text, &model).map_err(|faults| Failure::Model("governance".to_owned(), faults))?;
            governance::run(&model, &frameworks, result, *csv, out)
        }
        Verb::Scan { folders, facts, json } => {
            let (model, text) = read_model(arguments.model.as_deref())?;
            let signals =
                signals::read(&text, &model).map_err(|faults| Failure::Model("signals".to_owned(), faults))?;
            scan::run(&model, signals, folders, facts, *json, out)
        }
        Verb::Gate { result, minimums, no_drop, markdown, json } => {
            let face = match (markdown, json) {
                (true, _) => gate::Face::Markdown,
                (_, true) => gate::Face::Json,
                _ => gate::Face::Text,
            };
            gate::run(&model()?, result, minimums, no_drop.as_deref(), face, out)
        }
        Verb::Badge { result } => badge::run(&model()?, result, out),
        Verb::Generate { count, seed } => generate::run(&model()?, *count, *seed, out),
    }
}

/// The questionnaire, an organisation's own or the built-in one, with the text that it was read from.
fn read_model(own: Option<&str>) -> Result<(Model, Cow<'static, str>), Failure> {
    const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/model.json"));
    let (name, text) = match own {
        Some(path) => (path, Cow::Owned(text_of(path, model_file::MAX_BYTES)?)),
        None => ("the built-in questionnaire", Cow::Borrowed(BUILT_IN)),
    };
    let model = model_file::read(&text).map_err(|faults| Failure::Model(name.to_owned(), faults))?;
    Ok((model, text))
}

/// The text of a file, or of standard input for `-`. Of a text that is too large, only enough is read for its reader
/// to report that.
fn text_of(path: &str, most_bytes: usize) -> Result<String, Failure> {
    use std::io::Read;
    let most = u64::try_from(most_bytes).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = if path == "-" {
        io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map_err(Failure::io(path))?;
    if bytes.len() > most_bytes {
        // May be cut inside a character; the reader of the format then reports the size.
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    decode_text(&bytes).map_err(|error| Failure::Io(path.to_owned(), io::Error::new(ErrorKind::InvalidData, error)))
}
