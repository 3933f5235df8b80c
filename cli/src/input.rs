//! Reads results one by one from arguments, files and standard input. Memory does not grow with their number.

use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Read};
use std::path::Path;

use mlops_core::encoding::Encoding;
use mlops_core::history::record::Record;
use mlops_core::link::find_links;
use mlops_core::model::Model;
use mlops_core::portfolio::{
    LineError, MAX_LINE_BYTES, OpenedLink, is_file, is_line_end, is_one_file, lines, open_line, read_file,
};
use mlops_core::words::files::line_error_text;

use crate::{Failure, Outcome, complain};

/// One result of the input.
pub enum Item<'a> {
    /// An assessment file.
    File(&'a str),
    /// The contents of a link.
    Link(Box<OpenedLink>),
}

impl Item<'_> {
    /// The payload of a link; `None` for a file.
    pub fn payload(&self) -> Option<&str> {
        match self {
            Self::File(_) => None,
            Self::Link(link) => Some(&link.payload),
        }
    }

    /// The result as a record.
    ///
    /// # Errors
    ///
    /// The file cannot be read.
    pub fn record(self, model: &Model) -> Result<Record, LineError> {
        match self {
            Self::File(text) => read_file(model, text),
            Self::Link(link) => {
                let mut record = Record::of_link(model, link.opened);
                if !link.title.is_empty() {
                    record.title = link.title;
                }
                Ok(record)
            }
        }
    }
}

/// Calls `look` with every result of the arguments; without arguments, of standard input. Unreadable results are
/// reported on standard error.
pub fn each(
    model: &Model,
    given: &[String],
    mut look: impl FnMut(Item) -> Result<Result<(), LineError>, Failure>,
) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::AllRead;
    let mut look = |place: &dyn Fn() -> String, item: Result<Item, LineError>| {
        let done = match item {
            Ok(item) => look(item)?,
            Err(error) => Err(error),
        };
        if let Err(error) = done {
            complain(&format_args!("{}: {}", place(), line_error_text(&error)));
            outcome = Outcome::SomeRefused;
        }
        Ok(())
    };
    let standard_input = ["-".to_owned()];
    for name in if given.is_empty() { &standard_input } else { given } {
        if name == "-" {
            each_of(model, "standard input", io::stdin().lock(), &mut look)?;
        } else if is_link(name) {
            each_in(model, &|| name.clone(), name, &mut look)?;
        } else {
            let file = File::open(name).map_err(Failure::io(name))?;
            each_of(model, name, file, &mut look)?;
        }
    }
    Ok(outcome)
}

/// Whether an argument is a link rather than the name of a file. A payload without its address contains no full stop.
pub fn is_link(name: &str) -> bool {
    !find_links(name).is_empty() || (!name.contains(['.', '/', '\\']) && !Path::new(name).exists())
}

type Look<'a> = dyn FnMut(&dyn Fn() -> String, Result<Item, LineError>) -> Result<(), Failure> + 'a;

fn each_of(model: &Model, source: &str, input: impl Read, look: &mut Look) -> Result<(), Failure> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let start = input.fill_buf().map_err(Failure::io(source))?;
    let (encoding, mark) = Encoding::of(start);
    input.consume(mark);
    if encoding == Encoding::Utf8 {
        each_line(model, source, input, look)
    } else {
        each_line(model, source, BufReader::new(FromUtf16 { input, encoding, rest: Vec::new(), high: None }), look)
    }
}

fn each_line(model: &Model, source: &str, mut reader: impl BufRead, look: &mut Look) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    let mut number = 0_u64;
    loop {
        bytes.clear();
        let read = read_line(&mut reader, &mut bytes).map_err(Failure::io(source))?;
        if read == 0 {
            let is_empty = number == 0;
            return if is_empty { look(&|| source.to_owned(), Err(LineError::Empty)) } else { Ok(()) };
        }
        let place = |number: u64| move || format!("{source}, line {number}");
        if read > MAX_LINE_BYTES {
            number += 1;
            look(&place(number), Err(LineError::TooLong))?;
            continue;
        }
        if number == 0 && std::str::from_utf8(&bytes).is_ok_and(is_one_file) {
            // An exported assessment file: one value of several lines.
            let most = u64::try_from(MAX_LINE_BYTES).unwrap_or(u64::MAX);
            reader.take(most).read_to_end(&mut bytes).map_err(Failure::io(source))?;
            let text = std::str::from_utf8(&bytes).map_err(|_| LineError::NotText);
            return look(&|| source.to_owned(), text.map(Item::File));
        }
        let Ok(text) = std::str::from_utf8(&bytes) else {
            number += 1;
            look(&place(number), Err(LineError::NotText))?;
            continue;
        };
        for line in lines(text) {
            number += 1;
            each_in(model, &place(number), line, look)?;
        }
    }
}

/// Calls `look` with every result in a line.
fn each_in(model: &Model, place: &dyn Fn() -> String, line: &str, look: &mut Look) -> Result<(), Failure> {
    let line = line.trim();
    if is_file(line) {
        return look(place, Ok(Item::File(line)));
    }
    open_line(model, line).into_iter().try_for_each(|link| look(place, link.map(|link| Item::Link(Box::new(link)))))
}

/// Reads a line with any line end. Of a line longer than [`MAX_LINE_BYTES`], only that many bytes are kept. Returns
/// the length of the line in bytes, which is 0 at the end of the input.
fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<usize> {
    let mut length = 0;
    loop {
        let found = match reader.fill_buf() {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            found => found?,
        };
        let end = found.iter().position(|&byte| is_line_end(byte));
        let is_return = end.is_some_and(|at| found[at] == b'\r');
        let taken = end.map_or(found.len(), |at| at + 1);
        if length <= MAX_LINE_BYTES {
            line.extend_from_slice(&found[..taken]);
        }
        let is_input_over = found.is_empty();
        reader.consume(taken);
        length += taken;
        if is_return && reader.fill_buf()?.first() == Some(&b'\n') {
            // Both are kept, so that they count as one line end.
            line.push(b'\n');
            reader.consume(1);
        }
        if end.is_some() || is_input_over {
            return Ok(length);
        }
    }
}

/// Converts UTF-16 to UTF-8. An invalid character becomes a byte that is not UTF-8, so that only its line is
/// rejected.
struct FromUtf16<R> {
    input: R,
    encoding: Encoding,
    /// Bytes of UTF-8 that are not returned yet, in reverse order.
    rest: Vec<u8>,
    /// The first half of a surrogate pair.
    high: Option<u16>,
}

impl<R: BufRead> FromUtf16<R> {
    /// The next unit; `None` at the end. A single remaining byte counts as a unit.
    fn unit(&mut self) -> io::Result<Option<u16>> {
        let mut bytes = [0; 2];
        match self.input.read_exact(&mut bytes) {
            Ok(()) => Ok(Some(self.encoding.unit(bytes))),
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Adds bytes to the rest, unless the input has ended.
    fn fill(&mut self) -> io::Result<()> {
        const NO_CHARACTER: u8 = 0xff;
        let unit = self.unit()?;
        let units = self.high.take().into_iter().chain(unit);
        let units: Vec<u16> = units.collect();
        if let ([high], Some(_)) = (&*units, unit)
            && (0xd800..0xdc00).contains(high)
        {
            self.high = Some(*high);
            return self.fill();
        }
        for character in char::decode_utf16(units).collect::<Vec<_>>().into_iter().rev() {
            match character {
                Ok(character) => {
                    let mut bytes = [0; 4];
                    self.rest.extend(character.encode_utf8(&mut bytes).bytes().rev());
                }
                Err(_) => self.rest.push(NO_CHARACTER),
            }
        }
        Ok(())
    }
}

impl<R: BufRead> Read for FromUtf16<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut read = 0;
        for byte in buffer.iter_mut() {
            if self.rest.is_empty() {
                self.fill()?;
            }
            let Some(next) = self.rest.pop() else { break };
            *byte = next;
            read += 1;
        }
        Ok(read)
    }
}
