//! Two copies of one assessment: what counts where they differ.
//!
//! # One rule
//!
//! Whatever can be changed by itself has a stamp: the moment of its last change and the tab that made it. Of two copies
//! the one with the later stamp counts, and what was taken away keeps its stamp, so that an older copy does not bring it
//! back. Nothing else decides. (Where two say different things under the very same stamp, as in files written by hand
//! without any, the greater text counts: any order would do, as long as it is one.) So merging is commutative,
//! associative and idempotent: whoever merges what in which order, and how often, all end with the same.
//!
//! # What can be changed by itself
//!
//! A merge works on what the file says, by names: `answers/<capability>` (its stamp is its own `at` and `by`); `title`,
//! `about`, `scope`, `tracks`, `people`; `target/<area>`, `plan/<capability>`, `outcomes/<which>`; and
//! `snapshots/<checksum>`, `sources/<checksum>`, where the checksum is one over what makes an item itself: moment and label,
//! name and link. Their stamps stand under these names in the file's `changed`. A field that this version does not know is
//! merged under its own name.

use serde_json::{Map, Value};

use crate::assessment::Assessment;
use crate::assessment::file::{rebuilt, value};
use crate::assessment::seal::checksum;
use crate::assessment::stamp::Stamp;
use crate::by_id::ById;

/// What is merged entry by entry.
const TABLES: [&str; 4] = ["answers", "target", "plan", "outcomes"];
/// What is merged item by item.
const LISTS: [&str; 2] = ["snapshots", "sources"];
/// What makes an item of a list itself.
const IDENTITY: [&str; 4] = ["at", "label", "from", "link"];
/// What is not merged by stamps.
const FIXED: [&str; 6] = ["format", "version", "id", "created", "updated", "changed"];
const ANSWERS: &str = "answers/";

/// Something that is changed by itself.
#[derive(Clone, Debug, Default, PartialEq)]
struct Part {
    stamp: Stamp,
    /// What it says; none where it was taken away.
    says: Option<Value>,
}

impl Part {
    /// Whether another copy of it counts in place of this one.
    fn yields_to(&self, other: &Self) -> bool {
        let text = |part: &Self| part.says.as_ref().map(Value::to_string);
        match self.stamp.cmp(&other.stamp) {
            std::cmp::Ordering::Equal => self.says != other.says && text(self) < text(other),
            order => order.is_lt(),
        }
    }
}

/// What makes an item of a list itself, as one text.
fn identity(item: &Value) -> String {
    let field = |name: &&str| item.get(name).and_then(Value::as_str).unwrap_or("");
    IDENTITY.iter().map(field).collect::<Vec<_>>().join("\n")
}

/// Everything that can be changed by itself, by name.
fn parts(assessment: &Assessment) -> ById<Part> {
    let mut parts = ById::<Part>::new();
    for (name, value) in value(assessment) {
        match value {
            Value::Object(entries) if TABLES.contains(&name.as_str()) => {
                for (id, entry) in entries {
                    parts.entry(&format!("{name}/{id}")).says = Some(entry);
                }
            }
            Value::Array(items) if LISTS.contains(&name.as_str()) => {
                for item in items {
                    let part = format!("{name}/{}", checksum(&identity(&item)));
                    parts.entry(&part).says = Some(item);
                }
            }
            _ if FIXED.contains(&name.as_str()) => {}
            value => parts.entry(&name).says = Some(value),
        }
    }
    for (id, response) in assessment.responses.iter() {
        let part = parts.entry(&format!("{ANSWERS}{id}"));
        part.stamp = response.stamp.clone();
        match &mut part.says {
            Some(Value::Object(says)) if !response.is_empty() => {
                says.remove("at");
                says.remove("by");
            }
            _ => part.says = None,
        }
    }
    for (name, stamp) in assessment.changed.iter().filter(|(name, _)| !name.starts_with(ANSWERS)) {
        parts.entry(name).stamp = stamp.clone();
    }
    parts
}

/// The assessment that has these parts, and of `like` what is none.
fn assembled(like: &Assessment, parts: ById<Part>) -> Assessment {
    let mut file = value(like);
    file.retain(|name, _| FIXED.contains(&name.as_str()));
    let mut changed = ById::new();
    let mut tables = ById::<Map<String, Value>>::new();
    let mut lists = ById::<Vec<Value>>::new();
    tables.entry("answers");
    for (name, Part { stamp, says }) in parts {
        let (place, id) = name.split_once('/').unwrap_or((&name, ""));
        if place == "answers" {
            let mut says = if let Some(Value::Object(says)) = says { says } else { Map::new() };
            says.insert("at".to_owned(), stamp.at.into());
            says.insert("by".to_owned(), stamp.by.into());
            tables.entry(place).insert(id.to_owned(), says.into());
            continue;
        }
        if let Some(says) = says {
            if TABLES.contains(&place) {
                tables.entry(place).insert(id.to_owned(), says);
            } else if LISTS.contains(&place) {
                lists.entry(place).push(says);
            } else {
                file.insert(name.clone(), says);
            }
        }
        if stamp != Stamp::default() {
            changed.insert(name, stamp);
        }
    }
    for (name, fields) in tables {
        file.insert(name, fields.into());
    }
    for (name, items) in lists {
        file.insert(name, Value::Array(items));
    }
    Assessment { changed, ..rebuilt(&Value::Object(file)).0 }
}

/// Something that two copies say differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its name: see the head of this module.
    pub name: String,
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
        if self == other {
            return self.clone();
        }
        self.with_parts_of(other, Part::yields_to)
    }

    /// This copy with everything that was changed later in another. Unlike [`Self::merged_with`], where both carry the same
    /// stamp and say different things, as in a text that was edited by hand, this one counts.
    #[must_use]
    pub fn with_later_of(&self, other: &Self) -> Self {
        if self == other {
            return self.clone();
        }
        self.with_parts_of(other, |own, part| part.stamp > own.stamp)
    }

    /// This copy with what was changed in another after anything that this one knows of. The other may be damaged: what it
    /// says of anything earlier is not believed.
    #[must_use]
    pub fn with_newest_of(&self, damaged: &Self) -> Self {
        let latest = self.latest();
        // No change is later than the last one, as the copy itself says.
        let is_newest = |part: &Part| part.stamp > latest && part.stamp.moment() <= damaged.updated;
        self.with_parts_of(damaged, |_, part| is_newest(part))
    }

    fn with_parts_of(&self, other: &Self, counts: impl Fn(&Part, &Part) -> bool) -> Self {
        let mut merged = parts(self);
        for (name, part) in parts(other) {
            let own = merged.entry(&name);
            if counts(own, &part) {
                *own = part;
            }
        }
        Self {
            model_revision: self.model_revision.max(other.model_revision),
            created: self.created.min(other.created),
            updated: self.updated.max(other.updated),
            ..assembled(self, merged)
        }
    }

    /// What two copies say differently, by name.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        let (mut own, theirs) = (parts(self), parts(other));
        for name in theirs.keys() {
            own.entry(name);
        }
        let nothing = Part::default();
        let compared = own.iter().filter_map(|(name, part)| {
            let their = theirs.get(name).unwrap_or(&nothing);
            let is_newer_there = part.yields_to(their);
            (part.says != their.says).then(|| Difference { name: name.clone(), is_newer_there })
        });
        compared.collect()
    }

    /// Puts a stamp on everything that is not as it was `before`, and back the old one on what is. Returns whether
    /// anything was changed.
    ///
    /// Whoever changes an assessment need not think of stamps: what is changed, however, has one.
    pub fn mark(&mut self, before: &Self, stamp: &Stamp) -> bool {
        let (mut new, old) = (parts(self), parts(before));
        for name in old.keys() {
            new.entry(name);
        }
        let nothing = Part::default();
        let mut is_changed = false;
        for (name, part) in new {
            let was = old.get(&name).unwrap_or(&nothing);
            let is_same = part.says == was.says;
            is_changed |= !is_same;
            let stamp = if is_same { &was.stamp } else { stamp };
            match name.strip_prefix(ANSWERS) {
                Some(id) if *stamp == Stamp::default() && part.says.is_none() => {
                    self.responses.remove(id);
                }
                Some(id) => self.responses.entry(id).stamp = stamp.clone(),
                None if *stamp == Stamp::default() => {
                    self.changed.remove(&name);
                }
                None => self.changed.insert(name, stamp.clone()),
            }
        }
        self.updated = if is_changed { before.updated.max(stamp.moment()) } else { before.updated };
        is_changed
    }

    /// Brings every moment after `now` (in milliseconds since 1970) down to it. Otherwise what was changed by a wrong clock
    /// would count for ever.
    pub fn bring_down_to(&mut self, now: u64) {
        let responses = self.responses.iter_mut().map(|(_, response)| &mut response.stamp);
        for stamp in responses.chain(self.changed.iter_mut().map(|(_, stamp)| stamp)) {
            stamp.at = stamp.at.min(now);
        }
        let now = Stamp { at: now, by: String::new() }.moment();
        self.updated = self.updated.min(now);
        self.created = self.created.min(now);
    }
}
