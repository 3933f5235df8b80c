//! Messages between the page and the page around it: JSON objects, all of one shape.
//!
//! Nothing that a team answered is in `ready`, `resize` and `navigate`. `progress` and `result` go to a named origin only, and
//! only once the person answered in the frame or sent the result: the sender sees to that. A message of any other shape is
//! ignored.

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

const SOURCE: &str = "mlops-maturity";
const VERSION: u32 = 1;
/// The longest message that is looked at, in bytes.
const MAX_BYTES: usize = 64 * 1024;

/// What every message has around its own fields. A list of these is no message: `flatten` reads objects only.
#[derive(Serialize, Deserialize)]
struct Envelope<S, T> {
    source: S,
    version: u32,
    #[serde(flatten)]
    message: T,
}

/// What the page around may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Light, dark, or (none) as the system has it.
    Theme(Option<&'static str>),
    /// The result, now.
    GetResult,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Request {
    Theme { value: Theme },
    GetResult,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Theme {
    Light,
    Dark,
    Auto,
}

/// Reads a message; none for anything that is not one of ours.
#[must_use]
pub fn read(json: &str) -> Option<Heard> {
    if json.len() > MAX_BYTES {
        return None;
    }
    // By way of a value: of two fields of one name the last counts, as browsers read them.
    let value: Value = serde_json::from_str(json).ok()?;
    let envelope: Envelope<String, Request> = serde_json::from_value(value).ok()?;
    if envelope.source != SOURCE || envelope.version != VERSION {
        return None;
    }
    Some(match envelope.message {
        Request::Theme { value: Theme::Light } => Heard::Theme(Some("light")),
        Request::Theme { value: Theme::Dark } => Heard::Theme(Some("dark")),
        Request::Theme { value: Theme::Auto } => Heard::Theme(None),
        Request::GetResult => Heard::GetResult,
    })
}

/// What the page says.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Said<'a> {
    Ready,
    Resize {
        height: u32,
    },
    Navigate,
    Progress {
        answered: usize,
        total: usize,
    },
    #[serde(rename = "result")]
    Pending {
        pending: bool,
    },
    Result {
        link: &'a str,
        levels: Ranges<'a>,
        overall: Ranges<'a>,
    },
}

/// Low and high by the id of an area or a track.
struct Ranges<'a>(&'a [(&'a str, u8, u8)]);

impl Serialize for Ranges<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Range {
            low: u8,
            high: u8,
        }
        let mut ranges = serializer.serialize_map(Some(self.0.len()))?;
        for &(id, low, high) in self.0 {
            ranges.serialize_entry(id, &Range { low, high })?;
        }
        ranges.end()
    }
}

fn written(message: Said) -> String {
    // Nothing in it can fail to be written: every key is a text.
    serde_json::to_string(&Envelope { source: SOURCE, version: VERSION, message }).unwrap_or_default()
}

/// The page is there.
#[must_use]
pub fn ready() -> String {
    written(Said::Ready)
}

/// The page is this high, in CSS pixels.
#[must_use]
pub fn resize(height: u32) -> String {
    written(Said::Resize { height })
}

/// Another place of the page is shown, from its top.
#[must_use]
pub fn navigate() -> String {
    written(Said::Navigate)
}

/// The result was asked for before the person sent it.
#[must_use]
pub fn pending() -> String {
    written(Said::Pending { pending: true })
}

/// So many questions of so many are answered.
#[must_use]
pub fn progress(answered: usize, total: usize) -> String {
    written(Said::Progress { answered, total })
}

/// A result: the link, low and high of every area by its id, and of every track by its id.
#[must_use]
pub fn result(link: &str, levels: &[(&str, u8, u8)], overall: &[(&str, u8, u8)]) -> String {
    written(Said::Result { link, levels: Ranges(levels), overall: Ranges(overall) })
}

/// The origin that a page may be told about: `https://wiki.example`, and nothing behind it.
#[must_use]
pub fn origin(text: &str) -> Option<&str> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    (!host.is_empty() && host.len() <= 253 && host.chars().all(is_plain)).then_some(text)
}
