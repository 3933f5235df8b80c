//! Results one after the other, from arguments, files and standard input, in memory that does not grow with them.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use mlops_core::portfolio::{LineError, MAX_LINE_BYTES};
use mlops_core::words::files::line_error;
use serde::de::IgnoredAny;

use crate::{Failure, Outcome, complain};

/// Something that should be one result: a line, or a whole assessment file.
pub struct Item<'a> {
    /// What it says.
    pub text: &'a str,
    /// Whether it is a whole file.
    pub is_file: bool,
}

/// Looks at every item of what was given; standard input where nothing was. What is refused is said on standard error.
pub fn each(
    given: &[String],
    mut look: impl FnMut(&Item) -> Result<Result<(), LineError>, Failure>,
) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::AllRead;
    let mut look = |place: &dyn Fn() -> String, item: Result<Item, LineError>| {
        let done = match item {
            Ok(item) => look(&item)?,
            Err(error) => Err(error),
        };
        if let Err(error) = done {
            complain(&format_args!("{}: {}", place(), line_error(&error)));
            outcome = Outcome::SomeRefused;
        }
        Ok(())
    };
    let standard_input = ["-".to_owned()];
    for name in if given.is_empty() { &standard_input } else { given } {
        if name == "-" {
            each_of("standard input", BufReader::with_capacity(1 << 16, io::stdin().lock()), &mut look)?;
        } else if is_link(name) {
            look(&|| name.clone(), Ok(Item { text: name, is_file: false }))?;
        } else {
            let file = File::open(name).map_err(Failure::io(name))?;
            each_of(name, BufReader::with_capacity(1 << 16, file), &mut look)?;
        }
    }
    Ok(outcome)
}

/// Whether an argument is a link and not the name of a file. A payload without its address has no full stop.
pub fn is_link(name: &str) -> bool {
    name.contains("#/") || (!name.contains(['.', '/', '\\']) && !Path::new(name).exists())
}

type Look<'a> = dyn FnMut(&dyn Fn() -> String, Result<Item, LineError>) -> Result<(), Failure> + 'a;

fn each_of(source: &str, mut reader: impl BufRead, look: &mut Look) -> Result<(), Failure> {
    let mut line = Vec::new();
    let mut number = 0_u64;
    loop {
        line.clear();
        let most = u64::try_from(MAX_LINE_BYTES).unwrap_or(u64::MAX);
        let read = reader.by_ref().take(most).read_until(b'\n', &mut line).map_err(Failure::io(source))?;
        if read == 0 {
            return Ok(());
        }
        number += 1;
        let place = || format!("{source}, line {number}");
        if number == 1 && is_begun_json(&line) {
            // An assessment file as it is exported: one value over many lines.
            reader.by_ref().take(most).read_to_end(&mut line).map_err(Failure::io(source))?;
            return look(&|| source.to_owned(), text(&line).map(|text| Item { text, is_file: true }));
        }
        let is_whole = line.ends_with(b"\n") || read < MAX_LINE_BYTES;
        if is_whole {
            look(&place, text(&line).map(|text| Item { text, is_file: false }))?;
        } else {
            reader.skip_until(b'\n').map_err(Failure::io(source))?;
            look(&place, Err(LineError::TooLong))?;
        }
    }
}

fn text(bytes: &[u8]) -> Result<&str, LineError> {
    std::str::from_utf8(bytes).map_err(|_| LineError::NotText)
}

/// Whether a first line begins a JSON object that it does not end.
fn is_begun_json(line: &[u8]) -> bool {
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line).trim_ascii_start();
    line.starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(line).is_err()
}
