//! Reads JSON field by field. Every fault is recorded with its path, and reading continues to find them all.

pub mod typed;

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::{Map, Value};

use crate::fault::{Fault, Faults};

/// The longest text in a single field, in bytes.
pub const MAX_TEXT_BYTES: usize = 16 * 1024;

/// The last millisecond of the year 9999.
pub(crate) const MAX_MILLISECONDS: u64 = 253_402_300_799_999;

/// Reads JSON.
///
/// # Errors
///
/// The text is not JSON. The error is the place of the fault, such as `line 3, column 7`.
pub fn parse(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| format!("line {}, column {}", error.line(), error.column()))
}

/// A place in a JSON document. A missing value, or one of the wrong type, is recorded as a fault and replaced by an
/// empty value.
pub struct Node<'a> {
    value: &'a Value,
    /// The path without the position in a list, so that the items of a long list share it.
    path: Rc<str>,
    position: Option<usize>,
    faults: &'a RefCell<Faults>,
}

const NULL: &Value = &Value::Null;

impl<'a> Node<'a> {
    #[must_use]
    pub fn root(value: &'a Value, faults: &'a RefCell<Faults>) -> Self {
        Self { value, path: "$".into(), position: None, faults }
    }

    /// The path of this place.
    #[must_use]
    pub fn path(&self) -> String {
        match self.position {
            Some(at) => format!("{}[{at}]", self.path),
            None => self.path.to_string(),
        }
    }

    #[must_use]
    pub const fn value(&self) -> &'a Value {
        self.value
    }

    /// Records a fault at this place.
    pub fn fault(&self, message: impl Into<String>) {
        self.faults.borrow_mut().add_with(|| Fault::new(self.path(), message));
    }

    fn wrong_kind(&self, expected: &str) {
        self.fault(format!("expected {expected}, found {}", kind(self.value)));
    }

    /// A field of this object; `null` if it is missing. A value that is no object is a fault.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        let value = self.value.get(name).unwrap_or(NULL);
        Node { value, path: format!("{}.{name}", self.path()).into(), position: None, faults: self.faults }
    }

    /// A field, if this object has it and it is not `null`.
    #[must_use]
    pub fn maybe(&self, name: &str) -> Option<Self> {
        let field = self.field(name);
        if field.value.is_null() { None } else { Some(field) }
    }

    #[must_use]
    pub fn entries(&self) -> Vec<(&'a str, Self)> {
        let Some(object) = self.value.as_object() else {
            self.wrong_kind("an object");
            return Vec::new();
        };
        object
            .iter()
            .map(|(name, value)| {
                let path = format!("{}[\"{}\"]", self.path(), shorten(name)).into();
                (name.as_str(), Node { value, path, position: None, faults: self.faults })
            })
            .collect()
    }

    #[must_use]
    pub fn items(&self) -> Vec<Self> {
        let Some(list) = self.value.as_array() else {
            self.wrong_kind("a list");
            return Vec::new();
        };
        let path: Rc<str> = self.path().into();
        let item = |(at, value)| Node { value, path: Rc::clone(&path), position: Some(at), faults: self.faults };
        list.iter().enumerate().map(item).collect()
    }

    /// This text, trimmed. An empty text is a fault.
    #[must_use]
    pub fn text(&self) -> String {
        let text = self.text_or_empty();
        if text.is_empty() && self.value.as_str().is_some() {
            self.fault("expected a text, found an empty one");
        }
        text
    }

    /// This text, trimmed. It may be empty.
    #[must_use]
    pub fn text_or_empty(&self) -> String {
        match self.value {
            Value::String(text) if text.len() > MAX_TEXT_BYTES => {
                self.fault(format!("expected at most {MAX_TEXT_BYTES} bytes of text, found {}", text.len()));
                String::new()
            }
            Value::String(text) => text.trim().to_owned(),
            _ => {
                self.wrong_kind("a text");
                String::new()
            }
        }
    }

    /// The texts of this list; `null` counts as empty.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        if self.value.is_null() {
            return Vec::new();
        }
        self.items().iter().map(Self::text).collect()
    }

    /// This whole number, which has to be in the range.
    #[must_use]
    pub fn number(&self, range: std::ops::RangeInclusive<u32>) -> u32 {
        match self.value.as_u64().and_then(|number| u32::try_from(number).ok()) {
            Some(number) if range.contains(&number) => number,
            _ => {
                let (low, high) = (range.start(), range.end());
                let found = self.value.as_number().map_or_else(|| kind(self.value).to_owned(), ToString::to_string);
                self.fault(format!("expected a whole number from {low} to {high}, found {found}"));
                *low
            }
        }
    }

    /// This moment in milliseconds since 1970, up to the end of the year 9999.
    #[must_use]
    pub fn milliseconds(&self) -> u64 {
        let milliseconds = self.value.as_u64().filter(|&found| found <= MAX_MILLISECONDS);
        milliseconds.unwrap_or_else(|| {
            self.fault("expected a moment in milliseconds since 1970, such as 1795424400000");
            0
        })
    }

    /// This boolean.
    #[must_use]
    pub fn flag(&self) -> bool {
        self.value.as_bool().unwrap_or_else(|| {
            self.wrong_kind("true or false");
            false
        })
    }

    /// The value of a text that has to be one of certain words.
    #[must_use]
    pub fn word<T>(&self, of: impl Fn(&str) -> Option<T>, expected: &str) -> Option<T> {
        let text = self.value.as_str().unwrap_or_default();
        let found = of(text);
        if found.is_none() {
            match self.value {
                Value::String(_) => self.fault(format!("expected {expected}, found \"{}\"", shorten(text))),
                _ => self.wrong_kind(expected),
            }
        }
        found
    }

    /// The fields of this object that are not among `read`, to preserve and write back.
    #[must_use]
    pub fn unknown_fields(&self, read: &[&str]) -> Map<String, Value> {
        let fields = self.value.as_object().into_iter().flatten();
        let unknown = fields.filter(|(name, _)| !read.contains(&name.as_str()));
        unknown.map(|(name, value)| (name.clone(), value.clone())).collect()
    }
}

/// The first characters of a text, to quote in a message.
#[must_use]
pub fn shorten(text: &str) -> String {
    const SHOWN: usize = 40;
    if text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    text.chars().take(SHOWN).chain(['…']).collect()
}

const fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
