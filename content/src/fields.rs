//! Finds unknown fields in the content files, such as misspelt ones, which would otherwise be ignored silently.
//!
//! An organisation's own model may have fields of a later version, so the page's reader ignores unknown ones. In the
//! built-in content such a field is a mistake. The known fields are those of the published schema.

use serde_json::{Map, Value};

/// The fields of a model that the schema does not have, each with its path and the names that are allowed there.
#[must_use]
pub fn unknown(model: &Value, schema: &Value) -> Vec<(String, String)> {
    let mut faults = Vec::new();
    walk(model, &[schema], schema, "$", &mut faults);
    faults
}

fn walk(value: &Value, schemas: &[&Value], root: &Value, path: &str, faults: &mut Vec<(String, String)>) {
    let all: Vec<&Value> = schemas.iter().flat_map(|schema| spread(schema, root)).collect();
    match value {
        Value::Object(fields) => {
            faults.extend(several(fields, &all).map(|names| (path.to_owned(), names)));
            for (name, field) in fields {
                let path = format!("{path}.{name}");
                let said: Vec<&Value> = all.iter().filter_map(|one| one.get("properties")?.get(name)).collect();
                if said.is_empty() {
                    faults.push((path, format!("there is no such field here; there are {}", names(&all))));
                } else {
                    walk(field, &said, root, &path, faults);
                }
            }
        }
        Value::Array(items) => {
            let said: Vec<&Value> = all.iter().filter_map(|one| one.get("items")).collect();
            for (at, item) in items.iter().enumerate() {
                walk(item, &said, root, &format!("{path}[{at}]"), faults);
            }
        }
        _ => {}
    }
}

/// Two alternatives in one object, of which the reader would use one and ignore the other.
fn several(fields: &Map<String, Value>, schemas: &[&Value]) -> Option<String> {
    let alternatives = schemas.iter().filter_map(|schema| schema.get("oneOf")?.as_array()).flatten();
    let required = alternatives.filter_map(|one| one.get("required")?.as_array());
    let first = required.filter_map(|names| names.first()?.as_str());
    let both: Vec<&str> = first.filter(|name| fields.contains_key(*name)).collect();
    (both.len() > 1).then(|| format!("expected one of {}, found them together", both.join(", ")))
}

/// A schema with all schemas that it refers to.
fn spread<'a>(schema: &'a Value, root: &'a Value) -> Vec<&'a Value> {
    let named = schema.get("$ref").and_then(Value::as_str).and_then(|name| root.pointer(name.strip_prefix('#')?));
    let parts = ["allOf", "oneOf"].iter().filter_map(|name| schema.get(name)?.as_array()).flatten();
    [schema].into_iter().chain(named.into_iter().chain(parts).flat_map(|part| spread(part, root))).collect()
}

fn names(schemas: &[&Value]) -> String {
    let properties = schemas.iter().filter_map(|schema| schema.get("properties")?.as_object());
    let names: Vec<&str> = properties.flat_map(|fields| fields.keys()).map(String::as_str).collect();
    names.join(", ")
}
