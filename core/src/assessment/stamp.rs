//! The time and the tab of a change: decides between two copies of an assessment.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::json::MAX_MILLISECONDS;
use crate::json::typed::milliseconds;
use crate::moment::Moment;

/// The moment of a change and the tab that made it.
///
/// Stamps are ordered by moment, then by tab: of two copies the one with the greater stamp counts. A part without a
/// stamp has the default stamp, the least of all, so it loses to every known change.
///
/// ```
/// use mlops_core::assessment::stamp::Stamp;
/// let stamp = |at, by: &str| Stamp { at, by: by.to_owned() };
/// assert!(stamp(2, "a") > stamp(1, "b"));
/// assert!(stamp(1, "b") > stamp(1, "a"));
/// assert!(stamp(1, "") > Stamp::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default, expecting = "an object with a moment and a tab")]
pub struct Stamp {
    /// Milliseconds since 1970-01-01T00:00:00Z; 0 if unknown.
    #[serde(skip_serializing_if = "is_unknown", deserialize_with = "milliseconds")]
    pub at: u64,
    /// The random id of the tab; empty if unknown.
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "tab")]
    pub by: String,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands references")]
const fn is_unknown(at: &u64) -> bool {
    *at == 0
}

fn tab<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let by = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
    if by.len() > MAX_BY_BYTES {
        let message = format!("expected a \"by\" of at most {MAX_BY_BYTES} bytes, found {}", by.len());
        return Err(D::Error::custom(message));
    }
    Ok(by)
}

/// The longest id of a tab, in bytes.
pub const MAX_BY_BYTES: usize = 16;

impl Stamp {
    /// The moment, to the second.
    #[must_use]
    pub fn moment(&self) -> Moment {
        let seconds = i64::try_from(self.at / 1000).ok();
        seconds.and_then(Moment::from_unix_seconds).unwrap_or_default()
    }

    /// The stamp of a change by a tab at `now` (in milliseconds since 1970). It is later than `last`, even if the
    /// clock is wrong.
    #[must_use]
    pub fn after(now: u64, last: &Self, by: &str) -> Self {
        Self { at: now.max(last.at + 1).min(MAX_MILLISECONDS), by: by.to_owned() }
    }
}

impl From<Moment> for Stamp {
    /// A change at this moment without a known tab.
    fn from(moment: Moment) -> Self {
        let seconds = u64::try_from(moment.unix_seconds()).unwrap_or_default();
        Self { at: seconds * 1000, by: String::new() }
    }
}
