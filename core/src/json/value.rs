//! A JSON value, and its text.
//!
//! # Why not serde_json's
//!
//! Its `Value` brings a tree map, its own reading and its own writing, each once more than what is here: 24 kB of the
//! program, about 8 kB of the first download. And to keep numbers as they were written (`arbitrary_precision`) it hands
//! them on as objects with a name of its own, so that a file with a field of that name is taken for a number.

use std::fmt;

use crate::by_id::ById;

/// The fields of an object by name, in the order of the names.
pub type Object = ById<Value>;

/// A JSON value. Nothing in it is rounded: a number is what stood there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it is written.
    Number(String),
    /// A text.
    String(String),
    /// A list.
    Array(Vec<Value>),
    /// An object.
    Object(Object),
}

impl Value {
    /// Whether it is `null`.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The yes or no, if it is one.
    #[must_use]
    pub const fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(is) = self { Some(*is) } else { None }
    }

    /// The number as it is written, if it is one.
    #[must_use]
    pub fn as_number(&self) -> Option<&str> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }

    /// The whole number from 0 to `u64::MAX`, if it is written as one: `1e3` is not.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.as_number()?.parse().ok()
    }

    /// The list, if it is one.
    #[must_use]
    pub fn as_array(&self) -> Option<&Vec<Self>> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    /// The object, if it is one.
    #[must_use]
    pub const fn as_object(&self) -> Option<&Object> {
        if let Self::Object(fields) = self { Some(fields) } else { None }
    }

    /// A field of the object, if it is one and has it.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }

    /// The fields of the object, if it is one.
    #[must_use]
    pub fn into_object(self) -> Option<Object> {
        if let Self::Object(fields) = self { Some(fields) } else { None }
    }

    /// Writes the text. `indent` is how deep it stands in a text for people; none for one without blanks.
    fn write(&self, out: &mut dyn fmt::Write, indent: Option<usize>) -> fmt::Result {
        let deeper = indent.map(|depth| depth + 1);
        match self {
            Self::Null => out.write_str("null"),
            Self::Bool(true) => out.write_str("true"),
            Self::Bool(false) => out.write_str("false"),
            Self::Number(number) => out.write_str(number),
            Self::String(text) => quote(out, text),
            Self::Array(items) if items.is_empty() => out.write_str("[]"),
            Self::Array(items) => {
                let mut before = '[';
                for item in items {
                    out.write_char(before)?;
                    line(out, deeper)?;
                    item.write(out, deeper)?;
                    before = ',';
                }
                line(out, indent)?;
                out.write_char(']')
            }
            Self::Object(fields) if fields.is_empty() => out.write_str("{}"),
            Self::Object(fields) => {
                let mut before = '{';
                for (name, value) in fields.iter() {
                    out.write_char(before)?;
                    line(out, deeper)?;
                    quote(out, name)?;
                    out.write_str(if indent.is_some() { ": " } else { ":" })?;
                    value.write(out, deeper)?;
                    before = ',';
                }
                line(out, indent)?;
                out.write_char('}')
            }
        }
    }

    /// The text for people: two blanks deeper for each list and object.
    #[must_use]
    pub fn to_indented(&self) -> String {
        let mut text = String::new();
        // Writing into a `String` cannot fail.
        self.write(&mut text, Some(0)).ok();
        text
    }
}

/// The text without blanks.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, None)
    }
}

fn line(out: &mut dyn fmt::Write, indent: Option<usize>) -> fmt::Result {
    let Some(depth) = indent else { return Ok(()) };
    out.write_char('\n')?;
    (0..depth).try_for_each(|_| out.write_str("  "))
}

fn quote(out: &mut dyn fmt::Write, text: &str) -> fmt::Result {
    out.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' => out.write_str("\\\"")?,
            '\\' => out.write_str("\\\\")?,
            '\u{8}' => out.write_str("\\b")?,
            '\u{c}' => out.write_str("\\f")?,
            '\n' => out.write_str("\\n")?,
            '\r' => out.write_str("\\r")?,
            '\t' => out.write_str("\\t")?,
            '\0'..='\u{1f}' => {
                let digit = |of: u32| char::from_digit(of & 15, 16).unwrap_or_default();
                out.write_str("\\u00")?;
                out.write_char(digit(u32::from(c) >> 4))?;
                out.write_char(digit(u32::from(c)))?;
            }
            _ => out.write_char(c)?,
        }
    }
    out.write_char('"')
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<bool> for Value {
    fn from(is: bool) -> Self {
        Self::Bool(is)
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(number.to_string())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        u64::from(number).into()
    }
}

impl From<u8> for Value {
    fn from(number: u8) -> Self {
        u64::from(number).into()
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        // No platform has a wider one.
        (number as u64).into()
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl From<Object> for Value {
    fn from(fields: Object) -> Self {
        Self::Object(fields)
    }
}

impl<T: Into<Self>> FromIterator<T> for Value {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::Array(items.into_iter().map(Into::into).collect())
    }
}
