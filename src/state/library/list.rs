//! What the start page lists. Only what is shown is read: of the rest a look at the stored text tells the order.

use super::{ASSESSMENT, Library, StoredEntry, id_of, key_of};
use crate::state::store::Store;
use mlops_core::assessment::Assessment;
use mlops_core::order;

/// The first of all that is stored.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    /// With their ids, what was changed last first.
    pub entries: Vec<(String, StoredEntry)>,
    /// How many there are besides.
    pub more: usize,
}

impl<S: Store> Library<S> {
    /// Everything that is stored, what was changed last first, up to `most` assessments for which `counts` holds.
    pub fn list(&mut self, most: usize, counts: impl Fn(&Assessment) -> bool) -> Listed {
        // Each with the moment of its last change before it: one sort of texts puts them in order.
        let mut found: Vec<String> = Vec::new();
        for key in self.store.keys(ASSESSMENT).unwrap_or_default() {
            let text = self.store.read(&key).ok().flatten().unwrap_or_default();
            // What does not say when it was changed comes first: it is damaged, and that has to be said.
            let updated = updated(&text).unwrap_or("z");
            found.push(format!("{updated} {}", id_of(&key).unwrap_or_default()));
        }
        for id in self.held.keys() {
            let is_stored = matches!(self.store.read(&key_of(id)), Ok(Some(_)));
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

/// What a stored text says of when it was changed, without reading it. It serves to put texts in order, and only for that.
fn updated(text: &str) -> Option<&str> {
    const NAME: &str = "\"updated\"";
    let (_, after) = text.rsplit_once(NAME)?;
    let begin = after.find('"')? + 1;
    let day = after.get(begin..begin + 20)?;
    day.ends_with('Z').then_some(day)
}
