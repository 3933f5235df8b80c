//! Two copies of one assessment: what counts where they differ.
//!
//! # One rule
//!
//! Whatever can be changed by itself has a stamp: the moment of its last change and the tab that made it. Of two copies
//! the one with the later stamp counts, and what was taken away keeps its stamp, so that an older copy does not restore
//! it. Nothing else decides. (Where two say different things under the very same stamp, as in files written by hand
//! without any, the greater text counts: any order would do, as long as it is one.) So merging is commutative,
//! associative and idempotent: whoever merges what in which order, and how often, all end with the same.
//!
//! # What can be changed by itself
//!
//! Each answer, whose stamp is its own `at` and `by`; and the fields of the table in [`fields`](super::fields), whose stamps
//! stand in the file's `changed`: `title`, `scope` and the like under their own name; entries of tables under
//! `target/<area>`, `plan/<capability>`, `outcomes/<which>`; items of lists under `snapshots/<checksum>`, where the checksum is
//! one over what makes an item itself: moment and label, name and link. A field that this version does not know is merged under
//! its own name.

use serde::Serialize;
use serde_json::{Map, Value};

use super::fields::{Field, walk};
use super::stamp::Stamp;
use super::{Assessment, ModelRef, Response};
use crate::by_id::ById;

const ANSWERS: &str = "answers/";

/// Something that is changed by itself, as two copies have it.
struct Pair<'a> {
    name: &'a str,
    field: Option<Field>,
    own: &'a Stamp,
    other: &'a Stamp,
    is_same: bool,
    /// Whether the other says more; asked only where nothing else decides.
    is_less: &'a dyn Fn() -> bool,
}

impl Pair<'_> {
    /// Whether the other copy counts in place of this one.
    fn yields(&self) -> bool {
        match self.own.cmp(self.other) {
            std::cmp::Ordering::Equal => !self.is_same && (self.is_less)(),
            order => order.is_lt(),
        }
    }
}

/// What becomes of something.
enum Verdict {
    Stays,
    /// What the other says, with its stamp.
    Taken,
    /// It stays, with this stamp.
    Stamped(Stamp),
}

/// A way through everything that changes by itself in two copies.
pub(super) struct Walk<'a> {
    own: &'a mut ById<Stamp>,
    other: &'a ById<Stamp>,
    verdict: &'a mut dyn FnMut(&Pair) -> Verdict,
    /// Names with a stamp that were not met yet: in the end those of what both took away.
    left: ById<()>,
}

/// Entries by name, in the order of the names.
pub(super) trait Entries<T> {
    fn names(&self) -> Vec<String>;
    fn at(&self, name: &str) -> Option<&T>;
    fn put(&mut self, name: &str, entry: Option<T>);
}

impl<T> Entries<T> for ById<T> {
    fn names(&self) -> Vec<String> {
        self.keys().cloned().collect()
    }

    fn at(&self, name: &str) -> Option<&T> {
        self.get(name)
    }

    fn put(&mut self, name: &str, entry: Option<T>) {
        match entry {
            Some(entry) => self.insert(name.to_owned(), entry),
            None => drop(self.remove(name)),
        }
    }
}

impl Entries<Value> for Map<String, Value> {
    fn names(&self) -> Vec<String> {
        self.keys().cloned().collect()
    }

    fn at(&self, name: &str) -> Option<&Value> {
        self.get(name)
    }

    fn put(&mut self, name: &str, entry: Option<Value>) {
        match entry {
            Some(entry) => drop(self.insert(name.to_owned(), entry)),
            None => drop(self.remove(name)),
        }
    }
}

/// A value as text, for a comparison that only has to be the same everywhere. What says nothing is less than everything.
fn text<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_string(value).ok().filter(|text| !matches!(text.as_str(), "null" | "\"\"" | "[]" | "{}"))
}

impl Walk<'_> {
    /// Asks for the verdict on one thing, and gives it its stamp; whether the other's is to be taken.
    fn takes(&mut self, field: Option<Field>, name: &str, is_same: bool, is_less: &dyn Fn() -> bool) -> bool {
        self.left.remove(name);
        let never = Stamp::default();
        let other = self.other.get(name).unwrap_or(&never);
        let own = self.own.get(name).unwrap_or(&never);
        let (stamp, is_taken) = match (self.verdict)(&Pair { name, field, own, other, is_same, is_less }) {
            Verdict::Stays => return false,
            Verdict::Taken => (other.clone(), true),
            Verdict::Stamped(stamp) => (stamp, false),
        };
        if stamp == never {
            self.own.remove(name);
        } else {
            self.own.insert(name.to_owned(), stamp);
        }
        is_taken
    }

    /// Something that is changed as a whole.
    pub(super) fn one<T>(&mut self, field: Option<Field>, name: &str, own: &mut T, other: &T)
    where
        T: Clone + PartialEq + Serialize,
    {
        if self.takes(field, name, own == other, &|| text(own) < text(other)) {
            own.clone_from(other);
        }
    }

    /// Entries that are changed each by itself, under this name.
    pub(super) fn table<T>(
        &mut self,
        field: Option<Field>,
        of: &str,
        own: &mut impl Entries<T>,
        other: &impl Entries<T>,
    ) where
        T: Clone + PartialEq + Serialize,
    {
        let mut names = own.names();
        names.extend(other.names().into_iter().filter(|name| own.at(name).is_none()));
        for name in names {
            let path = if of.is_empty() { name.clone() } else { format!("{of}/{name}") };
            let (one, another) = (own.at(&name), other.at(&name));
            let is_less = || one.and_then(text) < another.and_then(text);
            if self.takes(field, &path, one == another, &is_less) {
                own.put(&name, another.cloned());
            }
        }
    }
}

/// Something that two copies say differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its name: see the head of this module.
    pub name: String,
    /// The field that it is, or is an entry of; none for an answer, and for what only a later version knows.
    pub field: Option<Field>,
    /// Whether the other copy's counts: it was changed later.
    pub is_newer_there: bool,
}

impl Difference {
    /// The capability, if it is an answer with its note that differs.
    #[must_use]
    pub fn capability(&self) -> Option<&str> {
        self.name.strip_prefix(ANSWERS)
    }
}

impl Assessment {
    /// The last change that this copy knows of.
    #[must_use]
    pub fn latest(&self) -> Stamp {
        let responses = self.responses.iter().map(|(_, response)| &response.stamp);
        responses.chain(self.changed.iter().map(|(_, stamp)| stamp)).max().cloned().unwrap_or_default()
    }

    /// This copy with everything that was changed later in the other.
    #[must_use]
    pub fn merged_with(&self, other: &Self) -> Self {
        self.taking(other, |pair| pair.yields())
    }

    /// This copy with everything that was changed later in another. Unlike [`Self::merged_with`], where both carry the same
    /// stamp and say different things, as in a text that was edited by hand, this one counts.
    #[must_use]
    pub fn with_later_of(&self, other: &Self) -> Self {
        self.taking(other, |pair| pair.other > pair.own)
    }

    /// This copy with what was changed in another after anything that this one knows of. The other may be damaged: what it
    /// says of anything earlier is not believed.
    #[must_use]
    pub fn with_newest_of(&self, damaged: &Self) -> Self {
        let latest = self.latest();
        // No change is later than the last one, as the copy itself says; and what says the same was not changed, whatever
        // a damaged stamp says.
        let is_newest = |pair: &Pair| *pair.other > latest && pair.other.moment() <= damaged.updated;
        self.taking(damaged, |pair| !pair.is_same && is_newest(pair))
    }

    fn taking(&self, other: &Self, counts: impl Fn(&Pair) -> bool) -> Self {
        let mut merged = self.clone();
        if self == other {
            return merged;
        }
        let mut verdict = |pair: &Pair| if counts(pair) { Verdict::Taken } else { Verdict::Stays };
        merged.walk_with(other, &mut verdict);
        let revision = self.model.revision.max(other.model.revision);
        Self {
            model: ModelRef { revision, ..merged.model.clone() },
            created: self.created.min(other.created),
            updated: self.updated.max(other.updated),
            ..merged
        }
        .in_order()
    }

    /// What two copies say differently: the answers first.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        let mut differences = Vec::new();
        self.clone().walk_with(other, &mut |pair| {
            if !pair.is_same {
                let (name, is_newer_there) = (pair.name.to_owned(), pair.yields());
                differences.push(Difference { name, field: pair.field, is_newer_there });
            }
            Verdict::Stays
        });
        differences
    }

    /// Puts a stamp on everything that is not as it was `before`, and back the old one on what is. Returns whether
    /// anything was changed.
    ///
    /// Whoever changes an assessment need not think of stamps: what is changed, however, has one.
    pub fn mark(&mut self, before: &Self, stamp: &Stamp) -> bool {
        let mut is_changed = false;
        self.walk_with(before, &mut |pair| {
            is_changed |= !pair.is_same;
            Verdict::Stamped(if pair.is_same { pair.other.clone() } else { stamp.clone() })
        });
        self.updated = if is_changed { before.updated.max(stamp.moment()) } else { before.updated };
        is_changed
    }

    /// Goes through everything that changes by itself in this copy and in another.
    fn walk_with(&mut self, other: &Self, verdict: &mut dyn FnMut(&Pair) -> Verdict) {
        self.walk_answers(other, verdict);
        let mut changed = std::mem::take(&mut self.changed);
        let mut left = ById::new();
        for name in changed.keys().chain(other.changed.keys()) {
            left.insert(name.clone(), ());
        }
        let mut way = Walk { own: &mut changed, other: &other.changed, verdict, left };
        walk(self, other, &mut way);
        for (name, ()) in std::mem::take(&mut way.left) {
            way.takes(None, &name, true, &|| false);
        }
        self.changed = changed;
    }

    fn walk_answers(&mut self, other: &Self, verdict: &mut dyn FnMut(&Pair) -> Verdict) {
        let nothing = Response::default();
        let mut ids: Vec<String> = self.responses.keys().cloned().collect();
        ids.extend(other.responses.keys().filter(|id| !self.responses.contains_key(id)).cloned());
        for id in ids {
            let own = self.responses.get(&id).unwrap_or(&nothing);
            let their = other.responses.get(&id).unwrap_or(&nothing);
            let said = |response: &Response| {
                let says = Response { stamp: Stamp::default(), ..response.clone() };
                if says.is_empty() { None } else { text(&says) }
            };
            let pair = Pair {
                name: &format!("{ANSWERS}{id}"),
                field: None,
                own: &own.stamp,
                other: &their.stamp,
                is_same: own.says_the_same(their),
                is_less: &|| said(own) < said(their),
            };
            match verdict(&pair) {
                Verdict::Stays => continue,
                Verdict::Taken => self.responses.insert(id.clone(), their.clone()),
                Verdict::Stamped(stamp) => self.responses.entry(&id).stamp = stamp,
            }
            // What is empty and was never changed is no response.
            if self.responses.get(&id) == Some(&nothing) {
                self.responses.remove(&id);
            }
        }
    }

    /// Lowers every moment after `now` (in milliseconds since 1970) to it. Otherwise what was changed by a wrong clock would
    /// count for ever.
    pub fn clamp_to(&mut self, now: u64) {
        let responses = self.responses.iter_mut().map(|(_, response)| &mut response.stamp);
        for stamp in responses.chain(self.changed.iter_mut().map(|(_, stamp)| stamp)) {
            stamp.at = stamp.at.min(now);
        }
        let now = Stamp { at: now, by: String::new() }.moment();
        self.updated = self.updated.min(now);
        self.created = self.created.min(now);
    }
}
