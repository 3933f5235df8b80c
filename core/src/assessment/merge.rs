//! Two copies of one assessment: which of them counts if they differ.
//!
//! # One rule
//!
//! Everything that can change independently has a stamp: the moment of its last change and the tab that made it. Of
//! two copies the one with the later stamp counts. Removed entries keep their stamp, so that an older copy does not
//! restore them. If two copies differ under the same stamp, as in files edited by hand, the greater text counts: any
//! fixed order would do. So merging is commutative, associative and idempotent: every tab and file ends with the same
//! content, in whatever order and however often they are merged.
//!
//! # What can change independently
//!
//! Each answer, whose stamp is its own `at` and `by`; and the fields of the table in [`fields`](super::fields), whose
//! stamps are in the file's `changed`. Fields such as `title` and `scope` have their own name there. Entries of
//! tables have names such as `target/<area>`, `plan/<capability>` and `outcomes/<metric>`. Items of lists have names
//! such as `snapshots/<checksum>`, with a checksum of the item's identity: moment and label, or name and link. A
//! field that this version does not know is merged under its own name.

use serde::Serialize;
use serde_json::{Map, Value};

use super::fields::{Field, walk};
use super::stamp::Stamp;
use super::{Assessment, ModelRef, Response};
use crate::by_id::ById;

const ANSWERS: &str = "answers/";

/// One independent part of an assessment, in two copies.
struct Pair<'a> {
    name: &'a str,
    field: Option<Field>,
    own: &'a Stamp,
    other: &'a Stamp,
    is_same: bool,
    /// Whether the other copy has the greater text. Called only if the stamps are equal.
    is_less: &'a dyn Fn() -> bool,
}

impl Pair<'_> {
    /// Whether the other copy counts.
    fn yields(&self) -> bool {
        match self.own.cmp(self.other) {
            std::cmp::Ordering::Equal => !self.is_same && (self.is_less)(),
            order => order.is_lt(),
        }
    }
}

/// The decision on one part.
enum Verdict {
    Stays,
    /// Takes the other copy with its stamp.
    Taken,
    /// Keeps this copy, with this stamp.
    Stamped(Stamp),
}

/// A walk through all independent parts of two copies.
pub(super) struct Walk<'a> {
    own: &'a mut ById<Stamp>,
    other: &'a ById<Stamp>,
    verdict: &'a mut dyn FnMut(&Pair) -> Verdict,
    /// Names with a stamp that the walk has not reached yet. At its end, these are parts that both copies have
    /// removed.
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

/// A value as text, for a comparison whose order is arbitrary but fixed. `None` for an empty value, which is less
/// than all others.
fn text<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_string(value).ok().filter(|text| !matches!(text.as_str(), "null" | "\"\"" | "[]" | "{}"))
}

impl Walk<'_> {
    /// Carries out the decision on the stamp of one part. Returns whether to take the other copy's value.
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

    /// A part that changes as a whole.
    pub(super) fn one<T>(&mut self, field: Option<Field>, name: &str, own: &mut T, other: &T)
    where
        T: Clone + PartialEq + Serialize,
    {
        if self.takes(field, name, own == other, &|| text(own) < text(other)) {
            own.clone_from(other);
        }
    }

    /// Entries that each change independently. Their names begin with `of`.
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

/// A part of an assessment that differs in two copies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// See the module comment.
    pub name: String,
    /// The field that differs or has a different entry; `None` for an answer, and for a field of a newer version.
    pub field: Option<Field>,
    /// Whether the other copy counts because it was changed later.
    pub is_newer_there: bool,
}

impl Difference {
    /// The id of the capability, if the difference is an answer or its note.
    #[must_use]
    pub fn capability(&self) -> Option<&str> {
        self.name.strip_prefix(ANSWERS)
    }
}

impl Assessment {
    /// The latest stamp in this copy.
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

    /// This copy with everything that was changed later in the other. Unlike in [`Self::merged_with`], this copy
    /// counts if both differ under the same stamp, as in a text that was edited by hand.
    #[must_use]
    pub fn with_later_of(&self, other: &Self) -> Self {
        self.taking(other, |pair| pair.other > pair.own)
    }

    /// This copy with everything that was changed in the other after any change in this one. The other copy may be
    /// damaged, so its earlier changes are ignored.
    #[must_use]
    pub fn with_newest_of(&self, damaged: &Self) -> Self {
        let latest = self.latest();
        // No change can be later than the time of the last change in the same copy. An equal value was not changed,
        // even if its damaged stamp says so.
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

    /// The differences of two copies, the answers first.
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

    /// Stamps every part that differs from `before`, and restores the stamp of every part that does not. Returns
    /// whether anything differs.
    ///
    /// Code that changes an assessment can ignore stamps: this sets them afterwards.
    pub fn mark(&mut self, before: &Self, stamp: &Stamp) -> bool {
        let mut is_changed = false;
        self.walk_with(before, &mut |pair| {
            is_changed |= !pair.is_same;
            Verdict::Stamped(if pair.is_same { pair.other.clone() } else { stamp.clone() })
        });
        self.updated = if is_changed { before.updated.max(stamp.moment()) } else { before.updated };
        is_changed
    }

    /// Walks through all independent parts of this copy and another one.
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
            // An empty response without a stamp is no response.
            if self.responses.get(&id) == Some(&nothing) {
                self.responses.remove(&id);
            }
        }
    }

    /// Lowers every moment after `now` (in milliseconds since 1970) to `now`. Changes with a wrong clock would
    /// otherwise win every later merge.
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
