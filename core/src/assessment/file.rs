//! The assessment file: what the browser stores, what is exported and what is imported, all in one shape.
//!
//! Everything that comes in is rebuilt field by field. Fields that this version does not know are kept beside what it
//! knows and written back; what cannot be read is a fault with its place, and [`recover`] keeps the rest.

use std::cell::RefCell;
use std::fmt;

use serde_json::{Map, Value};

use crate::assessment::{Assessment, PlanEntry, Response, Snapshot, UnknownFields, clean_title};
use crate::by_id::ById;
use crate::fault::{Fault, Faults};
use crate::json::{Node, place};
use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::moment::{Day, Moment};
use crate::scoring::case::Scope;

/// What the file's `format` says.
pub const FORMAT: &str = "mlops-maturity/assessment";
/// The newest version this page reads and writes.
pub const VERSION: u64 = 1;
/// The largest file, in bytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;
/// The longest note, in characters.
pub const MAX_NOTE_CHARS: usize = 4_000;

/// Why a text is not an assessment file that this page reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// More than [`MAX_BYTES`]; with what was found.
    TooLarge(usize),
    /// Not JSON; with the place of the fault.
    NotJson(String),
    /// JSON, but of something else.
    NotOurs,
    /// Of a later version of this format.
    NewerVersion(u64),
    /// An assessment file with faults, all of them.
    Faults(Vec<Fault>),
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(found) => write!(f, "expected at most {MAX_BYTES} bytes, found {found}"),
            Self::NotJson(fault) => write!(f, "expected JSON, found a fault at {fault}"),
            Self::NotOurs => write!(f, "expected an assessment file (format \"{FORMAT}\"), found something else"),
            Self::NewerVersion(found) => {
                write!(
                    f,
                    "expected version {VERSION} of the file, found version {found}: it was made by a newer page"
                )
            }
            Self::Faults(faults) => {
                let first = faults.first().map(ToString::to_string).unwrap_or_default();
                write!(f, "expected a whole file, found {} faults, the first: {first}", faults.len())
            }
        }
    }
}

/// What could be saved of a damaged file.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The readable part; none when nothing says that this ever was an assessment.
    pub assessment: Option<Assessment>,
    /// What could not be read.
    pub faults: Vec<Fault>,
}

/// Reads an assessment file.
///
/// # Errors
///
/// It is no assessment file of a version this page reads, or something in it is wrong: then all faults at once.
pub fn read(text: &str) -> Result<Assessment, FileError> {
    let value = opened(text)?;
    let (assessment, faults) = rebuilt(&value);
    if faults.is_empty() { Ok(assessment) } else { Err(FileError::Faults(faults)) }
}

/// Reads what can be read of a damaged file.
#[must_use]
pub fn recover(text: &str) -> Recovered {
    match opened(text) {
        Ok(value) => {
            let (assessment, faults) = rebuilt(&value);
            Recovered { assessment: Some(assessment), faults }
        }
        Err(error) => Recovered { assessment: None, faults: vec![Fault::new("$", error.to_string())] },
    }
}

fn opened(text: &str) -> Result<Value, FileError> {
    if text.len() > MAX_BYTES {
        return Err(FileError::TooLarge(text.len()));
    }
    // Editors on Windows put a byte order mark before what they save.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // serde_json refuses what is nested more than 128 deep before it becomes a problem.
    let value: Value = serde_json::from_str(text).map_err(|error| FileError::NotJson(place(&error)))?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(FileError::NotOurs);
    }
    match value.get("version").and_then(Value::as_u64) {
        Some(version) if version > VERSION => Err(FileError::NewerVersion(version)),
        Some(VERSION) => Ok(value),
        _ => Err(FileError::NotOurs),
    }
}

const FIELDS: [&str; 13] = [
    "format",
    "version",
    "model",
    "id",
    "title",
    "tracks",
    "scope",
    "created",
    "updated",
    "answers",
    "target",
    "plan",
    "snapshots",
];

fn rebuilt(value: &Value) -> (Assessment, Vec<Fault>) {
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
        tracks: root.field("tracks").texts(),
        scope: root.field("scope").word(Scope::from_word, "\"core\" or \"full\"").unwrap_or_default(),
        created: created.or(updated).unwrap_or(start),
        updated: updated.or(created).unwrap_or(start),
        responses: entries(&root, "answers", response),
        target: entries(&root, "target", level),
        plan: entries(&root, "plan", plan_entry),
        snapshots: root.maybe("snapshots").map(|list| snapshots(&list)).unwrap_or_default(),
        unknown_fields: unknown_fields(&root, &model),
    };
    drop(root);
    (assessment, faults.into_inner().into_told())
}

/// What nobody knows of the file, and under `model` what nobody knows of that.
fn unknown_fields(root: &Node, model: &Node) -> UnknownFields {
    let mut unknown_fields = root.unknown_fields(&FIELDS);
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

fn moment(node: &Node) -> Option<Moment> {
    node.word(Moment::parse, "a moment such as \"2026-11-23T09:00:00Z\"")
}

fn answer(node: &Node) -> Option<Answer> {
    node.word(Answer::from_word, "\"yes\", \"partly\", \"no\", \"unknown\" or \"na\"")
}

/// A text of at most [`MAX_NOTE_CHARS`]; of a longer one, which is a fault, the beginning.
fn bounded(node: &Node, name: &str) -> String {
    let Some(text) = node.maybe(name) else { return String::new() };
    let whole = text.value().as_str().unwrap_or_default().trim();
    match whole.char_indices().nth(MAX_NOTE_CHARS) {
        Some((end, _)) => {
            let found = whole.chars().count();
            text.fault(format!("expected at most {MAX_NOTE_CHARS} characters, found {found}"));
            whole[..end].to_owned()
        }
        None => text.text_or_empty(),
    }
}

fn response(node: &Node) -> Option<Response> {
    if !node.value().is_object() {
        node.fault("expected an object with the answer");
        return None;
    }
    let response = Response {
        value: node.maybe("value").and_then(|value| answer(&value)),
        note: bounded(node, "note"),
        evidence: bounded(node, "evidence"),
        later: node.maybe("later").is_some_and(|later| later.flag()),
        at: node.maybe("at").and_then(|at| moment(&at)),
        unknown_fields: node.unknown_fields(&["value", "note", "evidence", "later", "at"]),
    };
    (!response.is_empty()).then_some(response)
}

fn level(node: &Node) -> Option<Level> {
    let number = node.number(0..=4);
    // A number out of range was told and stands as the lowest: that is not what the team aims for.
    let is_read = node.value().as_u64() == Some(u64::from(number));
    Level::new(u8::try_from(number).ok()?).filter(|_| is_read)
}

fn plan_entry(node: &Node) -> Option<PlanEntry> {
    if !node.value().is_object() {
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

fn snapshots(list: &Node) -> Vec<Snapshot> {
    let read = |node: &Node| {
        Some(Snapshot {
            at: moment(&node.field("at"))?,
            label: clean_title(&bounded(node, "label")),
            answers: entries(node, "answers", answer),
            unknown_fields: node.unknown_fields(&["at", "label", "answers"]),
        })
    };
    list.items().iter().filter_map(read).collect()
}

/// Writes an assessment file: indented, fields in a fixed order.
#[must_use]
pub fn write(assessment: &Assessment) -> String {
    let mut file = assessment.unknown_fields.clone();
    let model = match file.remove("model") {
        Some(Value::Object(unknown_fields)) => unknown_fields,
        _ => Map::new(),
    };
    let mut put = |name: &str, value: Value| file.insert(name.to_owned(), value);
    put("format", FORMAT.into());
    put("version", VERSION.into());
    put("model", model_value(assessment, model));
    put("id", assessment.id.as_str().into());
    put("title", assessment.title.as_str().into());
    put("tracks", assessment.tracks.iter().map(String::as_str).collect());
    put("scope", assessment.scope.word().into());
    put("created", assessment.created.to_string().into());
    put("updated", assessment.updated.to_string().into());
    put("answers", by_id(&assessment.responses, response_value));
    put("target", by_id(&assessment.target, |level| level.number().into()));
    put("plan", by_id(&assessment.plan, plan_value));
    put("snapshots", assessment.snapshots.iter().map(snapshot_value).collect());
    // Writing a value that came from JSON as JSON cannot fail.
    serde_json::to_string_pretty(&Value::Object(file)).unwrap_or_default()
}

fn model_value(assessment: &Assessment, mut object: UnknownFields) -> Value {
    object.insert("id".to_owned(), assessment.model_id.as_str().into());
    object.insert("revision".to_owned(), assessment.model_revision.into());
    Value::Object(object)
}

fn by_id<T>(entries: &ById<T>, write: impl Fn(&T) -> Value) -> Value {
    // One by one: collecting sorts first, with a sort of its own for every type (3 kB of the download).
    let mut object = Map::new();
    for (id, entry) in entries.iter() {
        object.insert(id.clone(), write(entry));
    }
    Value::Object(object)
}

fn put_text(object: &mut Map<String, Value>, name: &str, text: &str) {
    if !text.is_empty() {
        object.insert(name.to_owned(), text.into());
    }
}

fn response_value(response: &Response) -> Value {
    let mut object = response.unknown_fields.clone();
    if let Some(value) = response.value {
        object.insert("value".to_owned(), value.word().into());
    }
    put_text(&mut object, "note", &response.note);
    put_text(&mut object, "evidence", &response.evidence);
    if response.later {
        object.insert("later".to_owned(), true.into());
    }
    if let Some(at) = response.at {
        object.insert("at".to_owned(), at.to_string().into());
    }
    Value::Object(object)
}

fn plan_value(entry: &PlanEntry) -> Value {
    let mut object = entry.unknown_fields.clone();
    put_text(&mut object, "owner", &entry.owner);
    if let Some(due) = entry.due {
        object.insert("due".to_owned(), due.to_string().into());
    }
    object.insert("chosen".to_owned(), entry.chosen.into());
    Value::Object(object)
}

fn snapshot_value(snapshot: &Snapshot) -> Value {
    let mut object = snapshot.unknown_fields.clone();
    object.insert("at".to_owned(), snapshot.at.to_string().into());
    object.insert("label".to_owned(), snapshot.label.as_str().into());
    object.insert("answers".to_owned(), by_id(&snapshot.answers, |answer| answer.word().into()));
    Value::Object(object)
}
