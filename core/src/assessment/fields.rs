//! The fields of an assessment that can change independently, in one table. Merging, comparing and the names in the
//! file's `changed` follow from it.
//!
//! Answers are not in the table, because each has its own stamp. Neither are fields that never change or follow from
//! others.

use serde::Serialize;
use serde_json::{Map, Value};

use super::merge::Walk;
use super::reading::{Item, ordered};
use super::seal::checksum;
use super::{Assessment, Ignored, ModelRef, Outcomes, Snapshot, Source};
use crate::by_id::ById;
use crate::scoring::case::Scope;

/// Declares the table: for each field the name of its variant, and its name in [`Assessment`], which is also its name
/// in the file.
macro_rules! fields {
    ($($variant:ident => $field:ident,)+) => {
        /// A field that changes as a whole, or whose entries each do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the fields of an assessment say what they are")]
        pub enum Field {
            $($variant,)+
        }

        impl Field {
            /// In the order in which a list of differences names them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The name in the file.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($field),)+
                }
            }
        }

        /// Walks through all these fields of two copies. The pattern lists every field of an assessment, so the
        /// compiler reports a new field that is missing here.
        pub(super) fn walk(
            Assessment {
                id: _, model, created: _, updated: _, responses: _, changed: _, unknown_fields, $($field,)+
            }: &mut Assessment,
            other: &Assessment,
            walk: &mut Walk,
        ) {
            $($field.walk(&other.$field, Some(Field::$variant), stringify!($field), walk);)+
            let ModelRef { id: _, revision: _, unknown_fields: of_model } = model;
            of_model.walk(&other.model.unknown_fields, None, "model", walk);
            walk.table(None, "", unknown_fields, &other.unknown_fields);
        }
    };
}

fields! {
    Title => title,
    About => about,
    BusinessUnit => business_unit,
    Scope => scope,
    Tracks => tracks,
    People => people,
    Models => models,
    Invitation => invitation,
    Target => target,
    Plan => plan,
    Outcomes => outcomes,
    Snapshots => snapshots,
    Sources => sources,
    Ignored => ignored,
}

/// How a type is merged: as a whole, or entry by entry.
pub(super) trait Mergeable {
    fn walk(&mut self, other: &Self, field: Option<Field>, name: &str, walk: &mut Walk);
}

/// Types that are merged as a whole.
macro_rules! as_one {
    ($($one:ty),+) => {$(
        impl Mergeable for $one {
            fn walk(&mut self, other: &Self, field: Option<Field>, name: &str, walk: &mut Walk) {
                walk.one(field, name, self, other);
            }
        }
    )+};
}

as_one!(String, Scope, Vec<String>, Option<u32>);

impl<T: Clone + PartialEq + Serialize> Mergeable for ById<T> {
    fn walk(&mut self, other: &Self, field: Option<Field>, name: &str, walk: &mut Walk) {
        walk.table(field, name, self, other);
    }
}

impl Mergeable for Map<String, Value> {
    fn walk(&mut self, other: &Self, field: Option<Field>, name: &str, walk: &mut Walk) {
        walk.table(field, name, self, other);
    }
}

impl Mergeable for Outcomes {
    fn walk(&mut self, other: &Self, field: Option<Field>, name: &str, walk: &mut Walk) {
        let Self { days_to_live, last_release, hours_to_restore, unknown_fields } = self;
        walk.one(field, &format!("{name}/days_to_live"), days_to_live, &other.days_to_live);
        walk.one(field, &format!("{name}/last_release"), last_release, &other.last_release);
        walk.one(field, &format!("{name}/hours_to_restore"), hours_to_restore, &other.hours_to_restore);
        unknown_fields.walk(&other.unknown_fields, field, name, walk);
    }
}

/// Lists whose items are merged one by one. The stamp of an item is kept under a checksum of its identity.
macro_rules! of_items {
    ($($item:ty),+) => {$(
        impl Mergeable for Vec<$item> {
            fn walk(&mut self, other: &Self, field: Option<Field>, name: &str, walk: &mut Walk) {
                let named = |items: Vec<$item>| -> ById<$item> {
                    items.into_iter().map(|item| (checksum(&item.identity()), item)).collect()
                };
                let mut own = named(std::mem::take(self));
                walk.table(field, name, &mut own, &named(other.clone()));
                *self = ordered(own.into_iter().map(|(_, item)| item).collect());
            }
        }
    )+};
}

of_items!(Snapshot, Source, Ignored);
