//! Reads JSON into types, so that an unreadable value affects only itself.
//!
//! Types derive `Deserialize`. An object that cannot be read as a whole is read field by field: each faulty field is
//! recorded with its place and left out. Of a text that is too long, the beginning is kept.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::{MAX_MILLISECONDS, kind, shorten};
use crate::by_id::ById;
use crate::fault::{Fault, Faults};

/// The longest text that people write into a field, in characters.
pub const MAX_TEXT_CHARS: usize = 4_000;
/// The longest message of a fault, in characters: the rejected value may have any length.
const MAX_MESSAGE_CHARS: usize = 200;

/// Reads a value. `required` lists the fields without which its type cannot be read.
pub fn value<T: DeserializeOwned>(
    value: &Value,
    path: &dyn Fn() -> String,
    required: &[&str],
    faults: &mut Faults,
) -> Option<T> {
    let error = match T::deserialize(value) {
        Ok(read) => return Some(read),
        Err(error) => error,
    };
    let readable = readable(value, &error, path, required, faults, &|value| T::deserialize(value).map(drop))?;
    T::deserialize(&readable).ok()
}

/// The readable part of a value: of an object, the fields that are valid. One function for all types, which differ in
/// `reads`.
fn readable(
    value: &Value,
    error: &serde_json::Error,
    path: &dyn Fn() -> String,
    required: &[&str],
    faults: &mut Faults,
    reads: &dyn Fn(&Value) -> Result<(), serde_json::Error>,
) -> Option<Value> {
    let Some(fields) = value.as_object() else {
        faults.add_with(|| Fault::new(path(), message(error)));
        return None;
    };
    let mut needed = Map::new();
    for (name, field) in fields.iter().filter(|(name, _)| required.contains(&name.as_str())) {
        needed.insert(name.clone(), field.clone());
    }
    if let Err(error) = reads(&Value::Object(needed.clone())) {
        let name = required.first().map(|name| format!(".{name}")).unwrap_or_default();
        faults.add_with(|| Fault::new(format!("{}{name}", path()), message(&error)));
        return None;
    }
    let reads = |name: &str, field: &Value| {
        let mut with = needed.clone();
        with.insert(name.to_owned(), field.clone());
        reads(&Value::Object(with))
    };
    let mut readable = Map::new();
    for (name, field) in fields {
        match reads(name, field) {
            Ok(()) => drop(readable.insert(name.clone(), field.clone())),
            Err(error) => {
                faults.add_with(|| Fault::new(format!("{}.{}", path(), shorten(name)), message(&error)));
                if let Some(text) = beginning(field).filter(|text| reads(name, text).is_ok()) {
                    readable.insert(name.clone(), text);
                }
            }
        }
    }
    Some(Value::Object(readable))
}

fn message(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.char_indices().nth(MAX_MESSAGE_CHARS) {
        Some((end, _)) => format!("{}…", message.get(..end).unwrap_or_default()),
        None => message,
    }
}

/// The beginning of a text that is too long for a field.
fn beginning(value: &Value) -> Option<Value> {
    let text = value.as_str()?;
    let (end, _) = text.char_indices().nth(MAX_TEXT_CHARS)?;
    Some(Value::from(text.get(..end)?))
}

/// The entries of an optional object, each read separately.
pub fn table<T: DeserializeOwned>(field: Option<Value>, path: &str, faults: &mut Faults) -> ById<T> {
    let mut table = ById::new();
    match field {
        None | Some(Value::Null) => {}
        Some(Value::Object(entries)) => {
            // Inserted one by one in the order of the ids: collecting would add the library's sort to the download.
            for (id, entry) in entries {
                if let Some(entry) = value(&entry, &|| format!("{path}[\"{}\"]", shorten(&id)), &[], faults) {
                    table.insert(id, entry);
                }
            }
        }
        Some(other) => faults.add(path, format!("expected an object, found {}", kind(&other))),
    }
    table
}

/// The items of an optional list, each read separately.
pub fn list<T: DeserializeOwned>(field: Option<Value>, path: &str, required: &[&str], faults: &mut Faults) -> Vec<T> {
    match field {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(items)) => {
            let read = |(at, item)| value(item, &|| format!("{path}[{at}]"), required, faults);
            items.iter().enumerate().filter_map(read).collect()
        }
        Some(other) => {
            faults.add(path, format!("expected a list, found {}", kind(&other)));
            Vec::new()
        }
    }
}

/// Records a fault for every missing field, with the field's name and what is expected.
pub fn require(fields: &Map<String, Value>, path: &str, names: &[(&str, &str)], faults: &mut Faults) {
    for (name, expected) in names {
        match fields.get(*name) {
            None | Some(Value::Null) => {
                faults.add(format!("{path}.{name}"), format!("{expected}, found nothing"));
            }
            Some(Value::String(text)) if text.is_empty() => {
                faults.add(format!("{path}.{name}"), format!("{expected}, found an empty one"));
            }
            Some(_) => {}
        }
    }
}

/// A text from people, unchanged. `null` counts as empty.
pub fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
    // No character has more than four bytes, so most texts need no counting.
    let found = if text.len() > MAX_TEXT_CHARS { text.chars().count() } else { 0 };
    if found > MAX_TEXT_CHARS {
        return Err(D::Error::custom(format!("expected at most {MAX_TEXT_CHARS} characters, found {found}")));
    }
    Ok(text)
}

pub fn whole_number<'de, const MIN: u32, const MAX: u32, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<u32, D::Error> {
    optional_number::<MIN, MAX, D>(deserializer)?
        .ok_or_else(|| D::Error::custom(format!("expected a whole number from {MIN} to {MAX}, found nothing")))
}

/// A whole number within bounds, or `None`.
pub fn optional_number<'de, const MIN: u32, const MAX: u32, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<u32>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    if value.is_null() {
        return Ok(None);
    }
    let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
    let number = number.filter(|number| (MIN..=MAX).contains(number));
    let found = || value.as_number().map_or_else(|| kind(&value).to_owned(), ToString::to_string);
    let wrong = || D::Error::custom(format!("expected a whole number from {MIN} to {MAX}, found {}", found()));
    number.ok_or_else(wrong).map(Some)
}

/// A moment in milliseconds since 1970, up to the end of the year 9999.
pub fn milliseconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let milliseconds = Value::deserialize(deserializer)?.as_u64().filter(|&found| found <= MAX_MILLISECONDS);
    milliseconds
        .ok_or_else(|| D::Error::custom("expected a moment in milliseconds since 1970, such as 1795424400000"))
}

/// The message of a fault in a value that is written as a word.
#[must_use]
pub fn unexpected(expected: &str, found: &str) -> String {
    format!("{expected}, found \"{}\"", shorten(found))
}
