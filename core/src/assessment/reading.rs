//! Reads an assessment from the JSON of its file, entry by entry, so that a broken entry does not affect the others.

use serde_json::{Map, Value};

use super::{Assessment, Ignored, Snapshot, Source, seal};
use crate::fault::{Fault, Faults};
use crate::json::typed;
use crate::moment::Moment;
use crate::order;

/// The fields that every file must have, each with the message of its fault.
pub const REQUIRED: [(&str, &str); 7] = [
    ("model", "expected an object"),
    ("id", "expected a text"),
    ("tracks", "expected a list"),
    ("scope", "expected \"essentials\" or \"full\""),
    ("created", "expected a moment such as \"2026-11-23T09:00:00Z\""),
    ("updated", "expected a moment such as \"2026-11-23T09:00:00Z\""),
    ("answers", "expected an object"),
];
const REQUIRED_OF_MODEL: [(&str, &str); 2] =
    [("id", "expected a text"), ("revision", "expected a whole number from 1")];

/// Reads the assessment of a file, with all faults. The fields that identify the format are not part of the
/// assessment.
pub fn read(mut file: Map<String, Value>) -> (Assessment, Vec<Fault>) {
    for name in ["format", "version"].into_iter().chain(seal::FIELDS) {
        file.remove(name);
    }
    let mut faults = Faults::default();
    typed::require(&file, "$", &REQUIRED, &mut faults);
    for (name, _) in REQUIRED {
        if file.get(name).is_some_and(Value::is_null) {
            file.remove(name);
        }
    }
    let faults = &mut faults;
    let model = file.remove("model").unwrap_or_default();
    if let Some(fields) = model.as_object() {
        typed::require(fields, "$.model", &REQUIRED_OF_MODEL, faults);
    }
    let model = if model.is_null() { None } else { typed::value(&model, &|| "$.model".to_owned(), &[], faults) };
    let outcomes = file.remove("outcomes").unwrap_or_default();
    let outcomes =
        if outcomes.is_null() { None } else { typed::value(&outcomes, &|| "$.outcomes".to_owned(), &[], faults) };
    let mut tracks: Vec<String> = typed::list(file.remove("tracks"), "$.tracks", &[], faults);
    if tracks.iter().any(String::is_empty) {
        faults.add("$.tracks", "expected a text, found an empty one");
        tracks.retain(|track| !track.is_empty());
    }
    let read = Assessment {
        responses: typed::table(file.remove("answers"), "$.answers", faults),
        target: typed::table(file.remove("target"), "$.target", faults),
        plan: typed::table(file.remove("plan"), "$.plan", faults),
        changed: typed::table(file.remove("changed"), "$.changed", faults),
        sources: typed::list(file.remove("sources"), "$.sources", &[], faults),
        ignored: typed::list(file.remove("ignored"), "$.ignored", &[], faults),
        snapshots: typed::list(file.remove("snapshots"), "$.snapshots", &["at"], faults),
        model: model.unwrap_or_default(),
        outcomes: outcomes.unwrap_or_default(),
        tracks,
        ..typed::value(&Value::Object(file), &|| "$".to_owned(), &[], faults).unwrap_or_default()
    };
    (tidy(read), std::mem::take(faults).into_faults())
}

/// Completes what concerns more than one field: replaces a missing moment by the other one, removes responses without
/// content, and sorts lists.
fn tidy(mut assessment: Assessment) -> Assessment {
    let start = Moment::default();
    if assessment.created == start {
        assessment.created = assessment.updated;
    }
    if assessment.updated == start {
        assessment.updated = assessment.created;
    }
    assessment.responses.retain(|_, response| !response.is_empty() || response.stamp.at > 0);
    assessment.in_order()
}

/// An item of a list that can be identified.
pub trait Item {
    /// Identifies the item: its stamp is kept under this text, and the list is sorted by it.
    fn identity(&self) -> String;
}

impl Item for Snapshot {
    fn identity(&self) -> String {
        format!("{}\n{}\n\n", self.at, self.label)
    }
}

impl Item for Source {
    fn identity(&self) -> String {
        format!("\n\n{}\n{}", self.from, self.link)
    }
}

impl Item for Ignored {
    fn identity(&self) -> String {
        format!("\n\n{}\n{}", self.signal, self.folder)
    }
}

/// Sorts items by identity. Of several with the same identity only the last stays.
pub fn ordered<T: Item>(items: Vec<T>) -> Vec<T> {
    let mut named: Vec<(String, T)> = items.into_iter().map(|item| (item.identity(), item)).collect();
    order::sort_by(&mut named, |one, other| one.0.cmp(&other.0));
    let mut ordered: Vec<(String, T)> = Vec::with_capacity(named.len());
    for (name, item) in named {
        match ordered.last_mut().filter(|last| last.0 == name) {
            Some(last) => last.1 = item,
            None => ordered.push((name, item)),
        }
    }
    ordered.into_iter().map(|(_, item)| item).collect()
}

impl Assessment {
    /// The assessment with its lists sorted by identity, each item once.
    pub(super) fn in_order(self) -> Self {
        Self {
            snapshots: ordered(self.snapshots),
            sources: ordered(self.sources),
            ignored: ordered(self.ignored),
            ..self
        }
    }
}
