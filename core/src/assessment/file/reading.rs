//! Rebuilding an assessment from JSON, field by field.

use std::cell::RefCell;

use serde_json::Value;

use super::MAX_NOTE_CHARS;
use crate::assessment::stamp::{MAX_BY_BYTES, Stamp};
use crate::assessment::{
    Assessment, MAX_PEOPLE, Outcomes, PlanEntry, Response, Snapshot, Source, UnknownFields, clean_title, seal,
};
use crate::by_id::ById;
use crate::fault::{Fault, Faults};
use crate::json::Node;
use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::moment::{Day, Moment};
use crate::scoring::case::Scope;

const FIELDS: [&str; 18] = [
    "format",
    "version",
    "model",
    "id",
    "title",
    "about",
    "tracks",
    "scope",
    "people",
    "created",
    "updated",
    "answers",
    "target",
    "plan",
    "outcomes",
    "sources",
    "snapshots",
    "changed",
];

/// Rebuilds an assessment from what a file says, with everything that is wrong with it.
pub fn rebuilt(value: &Value) -> (Assessment, Vec<Fault>) {
    let faults = RefCell::new(Faults::default());
    let root = Node::root(value, &faults);
    let model = root.field("model");
    let created = moment(&root.field("created"));
    let updated = moment(&root.field("updated"));
    let start = Moment::default();
    let assessment = Assessment {
        id: root.field("id").text(),
        model_id: model.field("id").text(),
        model_revision: model.field("revision").number(1..=u32::MAX),
        title: clean_title(&root.maybe("title").map(|title| title.text_or_empty()).unwrap_or_default()),
        about: bounded(&root, "about"),
        tracks: root.field("tracks").texts(),
        scope: root.field("scope").word(Scope::from_word, "\"core\" or \"full\"").unwrap_or_default(),
        people: root.maybe("people").map(|people| people.number(1..=MAX_PEOPLE)),
        created: created.or(updated).unwrap_or(start),
        updated: updated.or(created).unwrap_or(start),
        responses: responses(&root),
        target: entries(&root, "target", level),
        plan: entries(&root, "plan", plan_entry),
        outcomes: root.maybe("outcomes").map(|outcomes| read_outcomes(&outcomes)).unwrap_or_default(),
        sources: root.maybe("sources").map(|list| sources(&list)).unwrap_or_default(),
        snapshots: root.maybe("snapshots").map(|list| snapshots(&list)).unwrap_or_default(),
        changed: entries(&root, "changed", |node| node.value().as_object().map(|_| stamp(node))),
        unknown_fields: unknown_fields(&root, &model),
    };
    drop(root);
    (assessment, faults.into_inner().into_told())
}

/// What nobody knows of the file, and under `model` what nobody knows of that.
fn unknown_fields(root: &Node, model: &Node) -> UnknownFields {
    let mut unknown_fields = root.unknown_fields(&FIELDS);
    unknown_fields.retain(|name, _| !seal::FIELDS.contains(&name.as_str()));
    let of_model = model.unknown_fields(&["id", "revision"]);
    if !of_model.is_empty() {
        unknown_fields.insert("model".to_owned(), Value::Object(of_model));
    }
    unknown_fields
}

/// The readable entries of an object that may be left out.
fn entries<T>(root: &Node, name: &str, read: impl Fn(&Node) -> Option<T>) -> ById<T> {
    let Some(object) = root.maybe(name) else { return ById::new() };
    object.entries().iter().filter_map(|(id, node)| Some(((*id).to_owned(), read(node)?))).collect()
}

/// The answers. A file without any is no whole assessment: an empty object says that nothing was answered.
fn responses(root: &Node) -> ById<Response> {
    let answers = root.field("answers");
    answers.entries().iter().filter_map(|(id, node)| Some(((*id).to_owned(), response(node)?))).collect()
}

fn stamp(node: &Node) -> Stamp {
    let by = node.maybe("by").map(|by| by.text_or_empty()).unwrap_or_default();
    let is_short = by.len() <= MAX_BY_BYTES;
    if !is_short {
        node.fault(format!("expected a \"by\" of at most {MAX_BY_BYTES} bytes, found {}", by.len()));
    }
    Stamp {
        at: node.maybe("at").map(|at| at.milliseconds()).unwrap_or_default(),
        by: if is_short { by } else { String::new() },
    }
}

fn moment(node: &Node) -> Option<Moment> {
    node.word(Moment::parse, "a moment such as \"2026-11-23T09:00:00Z\"")
}

fn answer(node: &Node) -> Option<Answer> {
    node.word(Answer::from_word, "\"yes\", \"partly\", \"no\", \"unknown\" or \"na\"")
}

/// A text of at most [`MAX_NOTE_CHARS`], to the letter; of a longer one, which is a fault, the beginning.
fn bounded(node: &Node, name: &str) -> String {
    let Some(text) = node.maybe(name) else { return String::new() };
    let Some(whole) = text.value().as_str() else { return text.text_or_empty() };
    match whole.char_indices().nth(MAX_NOTE_CHARS) {
        Some((end, _)) => {
            let found = whole.chars().count();
            text.fault(format!("expected at most {MAX_NOTE_CHARS} characters, found {found}"));
            whole.get(..end).unwrap_or_default().to_owned()
        }
        None => whole.to_owned(),
    }
}

fn response(node: &Node) -> Option<Response> {
    if node.value().as_object().is_none() {
        node.fault("expected an object with the answer");
        return None;
    }
    let response = Response {
        value: node.maybe("value").and_then(|value| answer(&value)),
        note: bounded(node, "note"),
        evidence: bounded(node, "evidence"),
        later: node.maybe("later").is_some_and(|later| later.flag()),
        stamp: stamp(node),
        unknown_fields: node.unknown_fields(&["value", "note", "evidence", "later", "at", "by"]),
    };
    (!response.is_empty() || response.stamp.at > 0).then_some(response)
}

fn level(node: &Node) -> Option<Level> {
    let number = node.number(0..=4);
    // A number out of range was told and stands as the lowest: that is not what the team aims for.
    let is_read = node.value().as_u64() == Some(u64::from(number));
    Level::new(u8::try_from(number).ok()?).filter(|_| is_read)
}

fn plan_entry(node: &Node) -> Option<PlanEntry> {
    if node.value().as_object().is_none() {
        node.fault("expected an object");
        return None;
    }
    let due = node.maybe("due").and_then(|due| due.word(Day::parse, "a day such as \"2027-02-01\""));
    Some(PlanEntry {
        owner: bounded(node, "owner"),
        due,
        chosen: node.maybe("chosen").is_some_and(|chosen| chosen.flag()),
        unknown_fields: node.unknown_fields(&["owner", "due", "chosen"]),
    })
}

fn read_outcomes(node: &Node) -> Outcomes {
    let number = |name: &str| node.maybe(name).map(|number| number.number(0..=u32::MAX));
    Outcomes {
        days_to_live: number("days_to_live"),
        last_release: node.maybe("last_release").and_then(|day| day.word(Day::parse, "a day such as \"2027-02-01\"")),
        hours_to_restore: number("hours_to_restore"),
        unknown_fields: node.unknown_fields(&["days_to_live", "last_release", "hours_to_restore"]),
    }
}

/// In one order, each once: where answers came from has none of its own.
fn sources(list: &Node) -> Vec<Source> {
    let mut sources = ById::new();
    for node in list.items() {
        let source = Source {
            from: bounded(&node, "from"),
            link: bounded(&node, "link"),
            unknown_fields: node.unknown_fields(&["from", "link"]),
        };
        sources.insert(format!("{}\n{}", source.from, source.link), source);
    }
    in_order(sources)
}

/// Oldest first, each once.
fn snapshots(list: &Node) -> Vec<Snapshot> {
    let mut snapshots = ById::new();
    for node in list.items() {
        let Some(at) = moment(&node.field("at")) else { continue };
        let label = clean_title(&bounded(&node, "label"));
        let answers = entries(&node, "answers", answer);
        let unknown_fields = node.unknown_fields(&["at", "label", "answers"]);
        snapshots.insert(format!("{at}\n{label}"), Snapshot { at, label, answers, unknown_fields });
    }
    in_order(snapshots)
}

/// The entries in the order of their ids.
fn in_order<T>(entries: ById<T>) -> Vec<T> {
    entries.into_iter().map(|(_, entry)| entry).collect()
}
