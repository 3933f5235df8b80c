//! What the start page lists. Only what is shown is read: of the rest a look at the stored text tells the order.

use super::{ASSESSMENT, Library, StoredEntry, id_of, key_of};
use crate::state::store::Store;
use mlops_core::assessment::Assessment;

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
        let keys = self.store.keys(ASSESSMENT).unwrap_or_default();
        let mut found: Vec<(Option<String>, String)> = Vec::with_capacity(keys.len());
        for id in keys.iter().filter_map(|key| id_of(key)) {
            let text = self.store.read(&key_of(id)).ok().flatten().unwrap_or_default();
            found.push((updated(&text).map(str::to_owned), id.to_owned()));
        }
        for id in self.held.keys() {
            if !keys.contains(&key_of(id)) {
                let updated = self.copies.get(id).map(|copy| copy.updated.to_string());
                found.push((updated, id.clone()));
            }
        }
        // What does not say when it was changed comes first: it is damaged, and that has to be said.
        found.sort_by(|one, other| (one.0.is_some(), &other.0, &one.1).cmp(&(other.0.is_some(), &one.0, &other.1)));
        let mut listed = Listed::default();
        let mut counted = 0;
        for (_, id) in found {
            if counted >= most {
                listed.more += 1;
                continue;
            }
            let Some(entry) = self.get(&id) else { continue };
            counted += usize::from(matches!(&entry, StoredEntry::Readable(one) if counts(one)));
            listed.entries.push((id, entry));
        }
        listed
    }
}

/// What a stored text says of when it was changed, without reading it. It serves to put texts in order, and only for that.
fn updated(text: &str) -> Option<&str> {
    const NAME: &str = "\"updated\"";
    let after = &text[text.rfind(NAME)? + NAME.len()..];
    let begin = after.find('"')? + 1;
    let day = after.get(begin..begin + 20)?;
    day.ends_with('Z').then_some(day)
}
