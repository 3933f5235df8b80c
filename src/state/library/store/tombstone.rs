//! The record of a deletion, so that no older copy in a tab, a file or the mirror restores the assessment.

use mlops_core::assessment::seal::checksum;
use mlops_core::assessment::stamp::Stamp;

/// When an assessment was last deleted or restored. Of two tombstones the later one counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tombstone {
    pub stamp: Stamp,
    /// `false` if it was restored.
    pub is_deleted: bool,
}

impl Tombstone {
    /// The stored text: a word, the time, the tab, and a checksum over these three.
    #[must_use]
    pub fn text(&self) -> String {
        let word = if self.is_deleted { "deleted" } else { "kept" };
        let fields = format!("{word} {} {}", self.stamp.at, self.stamp.by);
        format!("{fields} {}", checksum(&fields))
    }

    /// Reads a stored text; `None` if it is damaged. Then only the assessment itself counts.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (fields, found) = text.rsplit_once(' ')?;
        if checksum(fields) != found {
            return None;
        }
        let mut fields = fields.split(' ');
        let is_deleted = fields.next()? == "deleted";
        let at = fields.next()?.parse().ok()?;
        Some(Self { stamp: Stamp { at, by: fields.next()?.to_owned() }, is_deleted })
    }

    /// Whether the tombstone deletes an assessment with this latest change.
    #[must_use]
    pub fn deletes(&self, latest: &Stamp) -> bool {
        self.is_deleted && self.stamp >= *latest
    }
}
