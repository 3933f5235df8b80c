//! The list of the start page. Only listed texts are parsed; the others are sorted by a time found without parsing.

use super::{ASSESSMENT, AssessmentStore, StoredEntry, TextStorage, id_of, key_of};
use mlops_core::assessment::Assessment;
use mlops_core::order;

/// The first entries of the storage.
#[derive(Clone, Debug, Default)]
pub struct AssessmentList {
    /// With their ids, last changed first.
    pub entries: Vec<(String, StoredEntry)>,
    /// The number of other entries.
    pub more: usize,
}

impl<S: TextStorage> AssessmentStore<S> {
    /// The stored entries, last changed first, with at most `most` assessments for which `counts` is true.
    pub fn list(&mut self, most: usize, counts: impl Fn(&Assessment) -> bool) -> AssessmentList {
        // Each id has the time of its last change before it, so that sorting the texts sorts the entries.
        let mut found: Vec<String> = Vec::new();
        for key in self.storage.keys(ASSESSMENT).unwrap_or_default() {
            let text = self.storage.read(&key).ok().flatten().unwrap_or_default();
            // A text without a time is damaged. It comes first, so that a person notices it.
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
        let mut listed = AssessmentList::default();
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

/// The time of the last change in a stored text, found without parsing. Good enough only for sorting.
fn updated(text: &str) -> Option<&str> {
    const NAME: &str = "\"updated\"";
    let (_, after) = text.rsplit_once(NAME)?;
    let begin = after.find('"')? + 1;
    let day = after.get(begin..begin + 20)?;
    day.ends_with('Z').then_some(day)
}
