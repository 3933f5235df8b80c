//! Whether an assessment was deleted, and when: so that no copy that is still somewhere brings it back, and so that what
//! was put back, or changed since, stays.

use mlops_core::assessment::seal::checksum;
use mlops_core::assessment::stamp::Stamp;

/// The last word on whether an assessment is to be there. The later of two counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Life {
    /// When it was said, and by which tab.
    pub stamp: Stamp,
    /// Whether it was deleted, or put back.
    pub is_deleted: bool,
}

impl Life {
    /// The text that is stored: a word, the moment, the tab, and a checksum over them.
    #[must_use]
    pub fn text(&self) -> String {
        let word = if self.is_deleted { "deleted" } else { "kept" };
        let says = format!("{word} {} {}", self.stamp.at, self.stamp.by);
        format!("{says} {}", checksum(&says))
    }

    /// Reads what was stored; nothing where it is damaged: then the assessment itself counts.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (says, found) = text.rsplit_once(' ')?;
        if checksum(says) != found {
            return None;
        }
        let mut words = says.split(' ');
        let is_deleted = words.next()? == "deleted";
        let at = words.next()?.parse().ok()?;
        Some(Self { stamp: Stamp { at, by: words.next()?.to_owned() }, is_deleted })
    }

    /// Whether it takes away an assessment that was last changed then.
    #[must_use]
    pub fn ends(&self, latest: &Stamp) -> bool {
        self.is_deleted && self.stamp >= *latest
    }
}
