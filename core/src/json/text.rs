//! JSON text as a value.

use super::value::{Object, Value};

/// The most fields of one object: ten times what any file of ours has. They are put in one by one at their place, which
/// for a hostile object without a bound takes minutes.
const MAX_FIELDS: usize = 4096;

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
        self.has_next(word).then(|| {
            self.at += word.len();
            value
        })
    }

    fn has_next(&self, text: &str) -> bool {
        self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(text.as_bytes()))
    }

    /// What was passed since `begin`.
    fn passed(&self, begin: usize) -> &str {
        self.text.get(begin..self.at).unwrap_or_default()
    }

    /// Passes digits, at least one.
    fn digits(&mut self) -> Option<()> {
        let begin = self.at;
        self.skip_while(|byte| byte.is_ascii_digit());
        (self.at > begin).then_some(())
    }

    /// Passes one of these bytes, if it comes at once.
    fn passes_one_of(&mut self, wanted: &[u8]) -> bool {
        let is_next = self.text.as_bytes().get(self.at).is_some_and(|byte| wanted.contains(byte));
        self.at += usize::from(is_next);
        is_next
    }

    fn number(&mut self) -> Option<Value> {
        let begin = self.at;
        self.passes_one_of(b"-");
        // Nothing follows a leading zero.
        if !self.passes_one_of(b"0") {
            self.digits()?;
        }
        if self.passes_one_of(b".") {
            self.digits()?;
        }
        if self.passes_one_of(b"eE") {
            self.passes_one_of(b"+-");
            self.digits()?;
        }
        Some(Value::Number(self.passed(begin).to_owned()))
    }

    /// A text from its first to its last quotation mark.
    fn string(&mut self) -> Option<String> {
        self.at += 1;
        let mut string = String::new();
        loop {
            let begin = self.at;
            self.skip_while(|byte| byte != b'"' && byte != b'\\' && byte >= b' ');
            string.push_str(self.passed(begin));
            match self.text.as_bytes().get(self.at)? {
                b'"' => {
                    self.at += 1;
                    return Some(string);
                }
                b'\\' => string.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    /// The character that an escape stands for.
    fn escaped(&mut self) -> Option<char> {
        let escape = *self.text.as_bytes().get(self.at + 1)?;
        self.at += 2;
        Some(match escape {
            b'"' | b'\\' | b'/' => char::from(escape),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                match unit {
                    // The first of two halves: the second has to follow.
                    0xd800..0xdc00 if self.has_next("\\u") => {
                        self.at += 2;
                        let low = self.unit()?.checked_sub(0xdc00).filter(|&low| low < 0x400)?;
                        char::from_u32(0x10000 + ((unit - 0xd800) << 10) + low)?
                    }
                    _ => char::from_u32(unit)?,
                }
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4)?;
        self.at += 4;
        digits.iter().try_fold(0, |unit, &digit| Some(unit * 16 + char::from(digit).to_digit(16)?))
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
        let mut fields = Object::new();
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
            if fields.len() > MAX_FIELDS {
                return None;
            }
            if self.passes(b'}') {
                return Some(Value::Object(fields));
            }
            if !self.passes(b',') {
                return None;
            }
        }
    }
}
