//! What the start page lists. Only what is shown is parsed: the order follows from a glance at each stored text.

use super::{ASSESSMENT, AssessmentStore, StoredEntry, TextStorage, id_of, key_of};
use mlops_core::assessment::Assessment;
use mlops_core::order;

/// The first entries of the storage.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    /// With their ids, last changed first.
    pub entries: Vec<(String, StoredEntry)>,
    /// How many there are besides.
    pub more: usize,
}

impl<S: TextStorage> AssessmentStore<S> {
    /// The stored entries, last changed first, up to `most` assessments for which `counts` holds.
    pub fn list(&mut self, most: usize, counts: impl Fn(&Assessment) -> bool) -> Listed {
        // Each id with the time of its last change in front: one sort of texts puts them in order.
        let mut found: Vec<String> = Vec::new();
        for key in self.storage.keys(ASSESSMENT).unwrap_or_default() {
            let text = self.storage.read(&key).ok().flatten().unwrap_or_default();
            // A text without a time is damaged and comes first, so that it is noticed.
            let updated = updated(&text).unwrap_or("z");
            found.push(format!("{updated} {}", id_of(&key).unwrap_or_default()));
        }
        for id in self.unsaved.keys() {
            let is_stored = matches!(self.storage.read(&key_of(id)), Ok(Some(_)));
            if let Some(copy) = self.copies.get(id).filter(|_| !is_stored) {
                found.push(format!("{} {id}", copy.updated));
            }
        }
        order::sort(&mut found);
        let mut listed = Listed::default();
        let mut counted = 0;
        for line in found.iter().rev() {
            let Some((_, id)) = line.split_once(' ') else { continue };
            if counted >= most {
                listed.more += 1;
                continue;
            }
            let Some(entry) = self.get(id) else { continue };
            counted += usize::from(matches!(&entry, StoredEntry::Readable(one) if counts(one)));
            listed.entries.push((id.to_owned(), entry));
        }
        listed
    }
}

/// The time of the last change in a stored text, without parsing it: good enough for sorting, and for nothing else.
fn updated(text: &str) -> Option<&str> {
    const NAME: &str = "\"updated\"";
    let (_, after) = text.rsplit_once(NAME)?;
    let begin = after.find('"')? + 1;
    let day = after.get(begin..begin + 20)?;
    day.ends_with('Z').then_some(day)
}
