//! Messages between this page and the embedding page: JSON objects of one shape.
//!
//! `ready`, `resize` and `navigate` contain nothing that a team answered. `progress` and `result` are sent only to a
//! named origin, and only after the person answered in the frame or sent the result: the sender ensures that.
//! Messages of any other shape are ignored.

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

const SOURCE: &str = "mlops-maturity";
const VERSION: u32 = 1;
/// The longest message that is read, in bytes.
const MAX_BYTES: usize = 64 * 1024;

/// The fields around every message. A JSON list is no message: `flatten` reads objects only.
#[derive(Serialize, Deserialize)]
struct Envelope<S, T> {
    source: S,
    version: u32,
    #[serde(flatten)]
    message: T,
}

/// A request from the embedding page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostMessage {
    /// The theme: `light`, `dark`, or `None` for the theme of the system.
    Theme(Option<&'static str>),
    /// The result.
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

/// Reads a message; `None` if it is not a known request.
#[must_use]
pub fn read(json: &str) -> Option<HostMessage> {
    if json.len() > MAX_BYTES {
        return None;
    }
    // Read as a value first: of two fields with the same name the last counts, as in browsers.
    let value: Value = serde_json::from_str(json).ok()?;
    let envelope: Envelope<String, Request> = serde_json::from_value(value).ok()?;
    if envelope.source != SOURCE || envelope.version != VERSION {
        return None;
    }
    Some(match envelope.message {
        Request::Theme { value: Theme::Light } => HostMessage::Theme(Some("light")),
        Request::Theme { value: Theme::Dark } => HostMessage::Theme(Some("dark")),
        Request::Theme { value: Theme::Auto } => HostMessage::Theme(None),
        Request::GetResult => HostMessage::GetResult,
    })
}

/// A message from this page.
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

/// Lowest and highest level by the id of an area or a track.
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
    // Writing cannot fail: every key is a text.
    serde_json::to_string(&Envelope { source: SOURCE, version: VERSION, message }).unwrap_or_default()
}

/// The page is loaded.
#[must_use]
pub fn ready() -> String {
    written(Said::Ready)
}

/// The height of the page, in CSS pixels.
#[must_use]
pub fn resize(height: u32) -> String {
    written(Said::Resize { height })
}

/// The page shows another route, from its top.
#[must_use]
pub fn navigate() -> String {
    written(Said::Navigate)
}

/// The result was requested before the person sent it.
#[must_use]
pub fn pending() -> String {
    written(Said::Pending { pending: true })
}

/// The number of answered questions, and of all.
#[must_use]
pub fn progress(answered: usize, total: usize) -> String {
    written(Said::Progress { answered, total })
}

/// A result: its link, and the lowest and highest level of every area and of every track, by id.
#[must_use]
pub fn result(link: &str, levels: &[(&str, u8, u8)], overall: &[(&str, u8, u8)]) -> String {
    written(Said::Result { link, levels: Ranges(levels), overall: Ranges(overall) })
}

/// An origin that messages may be sent to, such as `https://wiki.example`, without a path.
#[must_use]
pub fn origin(text: &str) -> Option<&str> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    (!host.is_empty() && host.len() <= 253 && host.chars().all(is_plain)).then_some(text)
}
