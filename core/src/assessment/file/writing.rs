//! Writing an assessment as JSON.

use serde_json::{Map, Value};

use super::{FORMAT, VERSION};
use crate::assessment::stamp::Stamp;
use crate::assessment::{Assessment, Outcomes, PlanEntry, Response, Snapshot, Source, UnknownFields};
use crate::by_id::ById;
use crate::model::answer::Answer;

/// The fields of which a file without them says as much as with nothing in them.
const MAY_BE_LEFT_OUT: [&str; 6] = ["about", "people", "outcomes", "sources", "changed", "snapshots"];

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// What the file of an assessment says.
pub fn value(assessment: &Assessment) -> Map<String, Value> {
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
    put("about", assessment.about.as_str().into());
    put("tracks", assessment.tracks.iter().map(String::as_str).collect());
    put("scope", assessment.scope.word().into());
    put("created", assessment.created.to_string().into());
    put("updated", assessment.updated.to_string().into());
    put("answers", by_id(&assessment.responses, response_value));
    put("target", by_id(&assessment.target, |level| level.number().into()));
    put("plan", by_id(&assessment.plan, plan_value));
    put("outcomes", outcomes_value(&assessment.outcomes));
    put("sources", assessment.sources.iter().map(source_value).collect());
    put("snapshots", assessment.snapshots.iter().map(snapshot_value).collect());
    put("changed", by_id(&assessment.changed, stamp_value));
    put("people", assessment.people.into());
    // What nobody said is left out.
    file.retain(|name, value| !MAY_BE_LEFT_OUT.contains(&name.as_str()) || !is_nothing(value));
    file
}

fn model_value(assessment: &Assessment, mut object: UnknownFields) -> Value {
    object.insert("id".to_owned(), assessment.model_id.as_str().into());
    object.insert("revision".to_owned(), assessment.model_revision.into());
    Value::Object(object)
}

fn by_id<T>(entries: &ById<T>, write: impl Fn(&T) -> Value) -> Value {
    // One by one: collecting would sort first.
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

fn put_stamp(object: &mut Map<String, Value>, stamp: &Stamp) {
    if stamp.at > 0 {
        object.insert("at".to_owned(), stamp.at.into());
    }
    put_text(object, "by", &stamp.by);
}

fn stamp_value(stamp: &Stamp) -> Value {
    let mut object = Map::new();
    put_stamp(&mut object, stamp);
    Value::Object(object)
}

fn response_value(response: &Response) -> Value {
    let mut object = response.unknown_fields.clone();
    // An answer that was taken back says so.
    object.insert("value".to_owned(), response.value.map(Answer::word).into());
    put_text(&mut object, "note", &response.note);
    put_text(&mut object, "evidence", &response.evidence);
    if response.later {
        object.insert("later".to_owned(), true.into());
    }
    put_stamp(&mut object, &response.stamp);
    Value::Object(object)
}

fn outcomes_value(outcomes: &Outcomes) -> Value {
    let mut object = outcomes.unknown_fields.clone();
    for (name, number) in [("days_to_live", outcomes.days_to_live), ("hours_to_restore", outcomes.hours_to_restore)] {
        if let Some(number) = number {
            object.insert(name.to_owned(), number.into());
        }
    }
    if let Some(day) = outcomes.last_release {
        object.insert("last_release".to_owned(), day.to_string().into());
    }
    Value::Object(object)
}

fn source_value(source: &Source) -> Value {
    let mut object = source.unknown_fields.clone();
    put_text(&mut object, "from", &source.from);
    put_text(&mut object, "link", &source.link);
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
