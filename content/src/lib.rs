//! The built-in questionnaire: TOML files, packed into one model file and checked by the page's own reader.
//!
//! The build packs the same format that an organisation would host for its own questionnaire, so there is no second
//! representation.

mod example;
mod fields;
mod pack;

use std::path::Path;

use mlops_core::fault::Fault;
use serde_json::{Map, Value};

pub use fields::unknown;
pub use pack::{FILES, example_json, model_json};

/// The published schema of a model file. It has all allowed fields.
pub const SCHEMA: &str = include_str!("../../public/schema/model-v1.json");

/// The folder with the content files.
#[must_use]
pub fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The model file, packed from a folder and checked.
///
/// # Errors
///
/// All faults at once, each with the id of its item, because people search for ids and not for positions.
pub fn checked(folder: &Path) -> Result<String, Vec<String>> {
    let json = model_json(folder).map_err(|fault| vec![fault])?;
    let mut faults = unknown_fields(&json);
    match mlops_core::model::file::read(&json) {
        Ok(model) => {
            faults.extend(mlops_core::evidence::signals::read(&json, &model).err().unwrap_or_default());
            faults.extend(mlops_core::governance::read::read(&json, &model).err().unwrap_or_default());
            if faults.is_empty() {
                return example::added(&json, &model, folder).map_err(|fault| vec![fault]);
            }
        }
        Err(more) => faults.extend(more),
    }
    Err(faults.iter().map(|fault| format!("{}{fault}", name_of(&json, &fault.path))).collect())
}

/// The parts of a model file for separate downloads, each in the format of a model file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Read by `mlops_core::model::file::read_questions`.
    pub questions: String,
    /// Read by `mlops_core::model::guidance::read`.
    pub guidance: String,
    /// Read by `mlops_core::evidence::signals::read`. Loaded only for a scan for evidence.
    pub signals: String,
    /// Read by `mlops_core::governance::read::read`. Loaded only when a person opens the frameworks.
    pub governance: String,
}

/// Splits a checked model file into its parts.
///
/// # Errors
///
/// The text is no JSON object.
pub fn parts(json: &str) -> Result<Parts, String> {
    let mut questions: Map<String, Value> = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let mut guidance = Map::new();
    for name in ["source", "stages", "patterns", "crosswalk", "area_levels", "glossary", "carries_over", "example"] {
        guidance.extend(questions.remove_entry(name));
    }
    let signals: Map<String, Value> =
        ["scan", "signals"].iter().filter_map(|&name| questions.remove_entry(name)).collect();
    let governance: Map<String, Value> = questions.remove_entry("governance").into_iter().collect();
    let later: [(&str, &[&str]); 2] = [
        ("capabilities", &["evidence", "examples", "needs", "manual", "basis", "next"]),
        ("levels", &["pays_off", "summary"]),
    ];
    for (list, later) in later {
        let items = questions.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten();
        let taken = items.map(|item| {
            let fields = item
                .as_object_mut()
                .into_iter()
                .flat_map(|item| later.iter().filter_map(|&field| item.remove_entry(field)).collect::<Vec<_>>());
            Value::Object(fields.collect())
        });
        guidance.insert(list.to_owned(), Value::Array(taken.collect()));
    }
    let [questions, guidance, signals, governance] =
        [questions, guidance, signals, governance].map(|part| Value::Object(part).to_string());
    Ok(Parts { questions, guidance, signals, governance })
}

fn unknown_fields(json: &str) -> Vec<Fault> {
    let parsed = |text: &str| serde_json::from_str::<Value>(text);
    match (parsed(json), parsed(SCHEMA)) {
        (Ok(model), Ok(schema)) => {
            unknown(&model, &schema).into_iter().map(|(path, message)| Fault::new(path, message)).collect()
        }
        _ => vec![Fault::new("public/schema/model-v1.json", "expected JSON")],
    }
}

/// The id of the item that contains a path.
fn name_of(json: &str, path: &str) -> String {
    let Ok(value) = serde_json::from_str::<Value>(json) else { return String::new() };
    let inside = path.trim_start_matches("$.");
    let Some((list, rest)) = inside.split_once('[') else { return String::new() };
    let at = rest.split(']').next().and_then(|at| at.parse::<usize>().ok());
    let id = at.and_then(|at| value.get(list)?.get(at)?.get("id")?.as_str());
    id.map(|id| format!("{id}, ")).unwrap_or_default()
}
