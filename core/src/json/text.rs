//! JSON text as a value, in which no name means anything to the reader.
//!
//! # Why not serde_json's own reading of a `Value`
//!
//! To keep numbers as text (`arbitrary_precision`), serde_json hands them on as objects with a name of its own,
//! `$serde_json::private::Number`, and takes every object that begins with that name for a number. A file with such a
//! field would be read once, be written back with its fields in another order, and never be read again. So the
//! structure is read here; what a text, an escape and a number look like stays serde_json's to say.

use serde_json::{Map, Number, Value};

/// How deep lists and objects may be nested: enough for any file of ours, and far from the end of the stack.
const MAX_DEPTH: u32 = 128;

/// Reads JSON.
///
/// # Errors
///
/// It is none: where it stops being any, such as `line 3, column 7`.
pub fn parse(text: &str) -> Result<Value, String> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(MAX_DEPTH);
    reader.skip_blanks();
    match value {
        Some(value) if reader.at == text.len() => Ok(value),
        _ => Err(place(text, reader.at)),
    }
}

/// The line and the column of a byte, as editors count them.
fn place(text: &str, at: usize) -> String {
    let before = &text.as_bytes()[..at];
    let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
    let begins = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
    // Bytes that go on with a character are no column of their own.
    let column = before[begins..].iter().filter(|&&byte| byte & 0xc0 != 0x80).count() + 1;
    format!("line {line}, column {column}")
}

/// Reads on from `at`. Whatever is no JSON is none, with `at` where it stops being any.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn skip_while(&mut self, is_wanted: impl Fn(u8) -> bool) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().position(|&byte| !is_wanted(byte)).unwrap_or(rest.len());
    }

    fn skip_blanks(&mut self) {
        self.skip_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
    }

    /// The next byte that is not blank; it is not passed.
    fn next(&mut self) -> Option<u8> {
        self.skip_blanks();
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes the next byte that is not blank if it is this one.
    fn passes(&mut self, wanted: u8) -> bool {
        let is_next = self.next() == Some(wanted);
        self.at += usize::from(is_next);
        is_next
    }

    fn value(&mut self, depth: u32) -> Option<Value> {
        match self.next()? {
            b'"' => Some(Value::String(self.string()?)),
            b'{' => self.object(depth.checked_sub(1)?),
            b'[' => self.list(depth.checked_sub(1)?),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        self.text[self.at..].starts_with(word).then(|| {
            self.at += word.len();
            value
        })
    }

    fn number(&mut self) -> Option<Value> {
        let begin = self.at;
        self.skip_while(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'));
        let number = self.text[begin..self.at].parse::<Number>();
        if number.is_err() {
            self.at = begin;
        }
        number.ok().map(Value::Number)
    }

    /// A text from its first to its last quotation mark.
    fn string(&mut self) -> Option<String> {
        let begin = self.at;
        let bytes = self.text.as_bytes();
        let mut end = begin + 1;
        let mut is_plain = true;
        while *bytes.get(end)? != b'"' {
            is_plain &= bytes[end] != b'\\' && bytes[end] >= b' ';
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        let string = if is_plain {
            self.text[begin + 1..end].to_owned()
        } else {
            serde_json::from_str(&self.text[begin..=end]).ok()?
        };
        self.at = end + 1;
        Some(string)
    }

    fn list(&mut self, depth: u32) -> Option<Value> {
        self.at += 1;
        let mut items = Vec::new();
        if self.passes(b']') {
            return Some(Value::Array(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.passes(b']') {
                return Some(Value::Array(items));
            }
            if !self.passes(b',') {
                return None;
            }
        }
    }

    fn object(&mut self, depth: u32) -> Option<Value> {
        self.at += 1;
        let mut fields = Map::new();
        if self.passes(b'}') {
            return Some(Value::Object(fields));
        }
        loop {
            if self.next()? != b'"' {
                return None;
            }
            let name = self.string()?;
            if !self.passes(b':') {
                return None;
            }
            // Of two fields of one name the last counts, as everywhere.
            fields.insert(name, self.value(depth)?);
            if self.passes(b'}') {
                return Some(Value::Object(fields));
            }
            if !self.passes(b',') {
                return None;
            }
        }
    }
}
