//! What the page and the page around it say to each other: JSON objects, all of one shape.
//!
//! Nothing that a team answered is in `ready`, `resize` and `navigate`; `progress` and `result` go to a named origin only,
//! and only once the person answered in the frame or gave the result away, which is for the sender to see to. A message of any other shape is no message.

use crate::json::text::parse;
use crate::json::value::{Object, Value};

const SOURCE: &str = "mlops-maturity";
const VERSION: u32 = 1;
/// The longest message that is looked at, in bytes.
const MAX_BYTES: usize = 64 * 1024;

/// What the page around may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Light, dark, or (none) as the system has it.
    Theme(Option<&'static str>),
    /// The result, now.
    GetResult,
}

/// Reads a message; none for anything that is not one of ours.
#[must_use]
pub fn read(json: &str) -> Option<Heard> {
    if json.len() > MAX_BYTES {
        return None;
    }
    let message = parse(json).ok()?;
    let word = |name: &str| message.get(name).and_then(Value::as_str);
    if word("source") != Some(SOURCE) || message.get("version").and_then(Value::as_u64) != Some(VERSION.into()) {
        return None;
    }
    match (word("type")?, word("value")) {
        ("theme", Some("light")) => Some(Heard::Theme(Some("light"))),
        ("theme", Some("dark")) => Some(Heard::Theme(Some("dark"))),
        ("theme", Some("auto")) => Some(Heard::Theme(None)),
        ("get-result", _) => Some(Heard::GetResult),
        _ => None,
    }
}

fn message(kind: &str, fields: Vec<(&str, Value)>) -> String {
    let mut message = Object::new();
    let head = [("source", SOURCE.into()), ("version", VERSION.into()), ("type", kind.into())];
    for (name, value) in head.into_iter().chain(fields) {
        message.insert(name.to_owned(), value);
    }
    Value::Object(message).to_string()
}

/// The page is there.
#[must_use]
pub fn ready() -> String {
    message("ready", Vec::new())
}

/// The page is this high, in CSS pixels.
#[must_use]
pub fn resize(height: u32) -> String {
    message("resize", vec![("height", height.into())])
}

/// Another place of the page is shown, from its top.
#[must_use]
pub fn navigate() -> String {
    message("navigate", Vec::new())
}

/// The result was asked for before anybody gave it away.
#[must_use]
pub fn pending() -> String {
    message("result", vec![("pending", true.into())])
}

/// So many questions of so many are answered.
#[must_use]
pub fn progress(answered: usize, total: usize) -> String {
    message("progress", vec![("answered", answered.into()), ("total", total.into())])
}

/// Where the team stands: the link, low and high of every area by its id, and of every track by its id.
#[must_use]
pub fn result(link: &str, levels: &[(&str, u8, u8)], overall: &[(&str, u8, u8)]) -> String {
    let ranges = |of: &[(&str, u8, u8)]| {
        let range = |low: u8, high: u8| -> Value {
            [("low", low), ("high", high)]
                .into_iter()
                .map(|(name, level)| (name.to_owned(), level.into()))
                .collect::<Object>()
                .into()
        };
        Value::Object(of.iter().map(|&(id, low, high)| (id.to_owned(), range(low, high))).collect())
    };
    message("result", vec![("link", link.into()), ("levels", ranges(levels)), ("overall", ranges(overall))])
}

/// The origin that a page may be told about: `https://wiki.example`, and nothing behind it.
#[must_use]
pub fn origin(text: &str) -> Option<&str> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    (!host.is_empty() && host.len() <= 253 && host.chars().all(is_plain)).then_some(text)
}
