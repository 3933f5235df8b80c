//! A small table by id. A `BTreeMap` instead: +22.4 kB in the first part (brotli), again for every type stored in it.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::{Serialize, Serializer};

/// Entries in the order of their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ById<T>(Vec<(String, T)>);

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ById<T> {
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    fn position(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(id))
    }

    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.position(id).ok().map(|at| &self.0[at].1)
    }

    /// The entry with this id. A missing one is added with its default value.
    pub fn entry(&mut self, id: &str) -> &mut T
    where
        T: Default,
    {
        let at = self.position(id).unwrap_or_else(|at| {
            self.0.insert(at, (id.to_owned(), T::default()));
            at
        });
        &mut self.0[at].1
    }

    /// The entries with their ids, mutable.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&String, &mut T)> {
        self.0.iter_mut().map(|(id, entry)| (&*id, entry))
    }

    /// Adds an entry, or replaces the one with this id.
    pub fn insert(&mut self, id: String, entry: T) {
        match self.position(&id) {
            Ok(at) => self.0[at].1 = entry,
            Err(at) => self.0.insert(at, (id, entry)),
        }
    }

    /// Removes an entry and returns it.
    pub fn remove(&mut self, id: &str) -> Option<T> {
        self.position(id).ok().map(|at| self.0.remove(at).1)
    }

    /// Removes all entries for which `is_wanted` is false.
    pub fn retain(&mut self, is_wanted: impl Fn(&str, &T) -> bool) {
        self.0.retain(|(id, entry)| is_wanted(id, entry));
    }

    #[must_use]
    pub fn contains_key(&self, id: &str) -> bool {
        self.position(id).is_ok()
    }

    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(id, _)| id)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&String, &T)> {
        self.0.iter().map(|(id, entry)| (id, entry))
    }

    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> IntoIterator for ById<T> {
    type Item = (String, T);
    type IntoIter = std::vec::IntoIter<(String, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<T> FromIterator<(String, T)> for ById<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Self {
        let mut table = Self::new();
        for (id, entry) in entries {
            table.insert(id, entry);
        }
        table
    }
}

impl<T: Serialize> Serialize for ById<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ById<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = ById<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut table = ById::new();
                while let Some((id, entry)) = map.next_entry()? {
                    table.insert(id, entry);
                }
                Ok(table)
            }
        }

        deserializer.deserialize_map(Entries(PhantomData))
    }
}
