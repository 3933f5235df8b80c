//! Packs `content/` into one model file: TOML for authors, JSON for the page.
//!
//! Shared by `build.rs` and `cargo xtask`. Nothing is checked here: the page's own reader does that.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

/// The files of `content/`, in the order in which their lists are joined.
pub const FILES: [&str; 22] = [
    "model.toml",
    "capabilities/people.toml",
    "capabilities/model-creation.toml",
    "capabilities/model-release.toml",
    "capabilities/application-integration.toml",
    "capabilities/genaiops.toml",
    "patterns.toml",
    "crosswalk.toml",
    "levels.toml",
    "glossary.toml",
    "carries-over.toml",
    "signals/scan.toml",
    "signals/people.toml",
    "signals/model-creation.toml",
    "signals/model-release.toml",
    "signals/application-integration.toml",
    "signals/genaiops.toml",
    "governance/eu-ai-act.toml",
    "governance/nist-ai-rmf.toml",
    "governance/nist-ai-600-1.toml",
    "governance/iso-42001.toml",
    "governance/model-risk.toml",
];

/// The worked example: the answers of a team in two rounds, and what it did between them.
const EXAMPLE: &str = "example.toml";

/// The model file as JSON.
///
/// # Errors
///
/// Every file that cannot be read or is not TOML, and every field that occurs in two files, one per line.
pub fn model_json(folder: &Path) -> Result<String, String> {
    let mut model = Map::new();
    let mut faults = Vec::new();
    for file in FILES {
        match fields(&folder.join(file)) {
            Ok(fields) => {
                for (name, value) in fields {
                    match (model.get_mut(&name), value) {
                        (Some(Value::Array(list)), Value::Array(more)) => list.extend(more),
                        (None, value) => {
                            model.insert(name, value);
                        }
                        (Some(_), _) => faults.push(format!("{file}: \"{name}\" is said in another file too")),
                    }
                }
            }
            Err(fault) => faults.push(format!("{file}: {fault}")),
        }
    }
    if faults.is_empty() { Ok(Value::Object(model).to_string()) } else { Err(faults.join("\n")) }
}

/// The worked example as JSON.
///
/// # Errors
///
/// The file cannot be read or is not TOML.
pub fn example_json(folder: &Path) -> Result<String, String> {
    fields(&folder.join(EXAMPLE))
        .map(|fields| Value::Object(fields).to_string())
        .map_err(|fault| format!("{EXAMPLE}: {fault}"))
}

fn fields(path: &Path) -> Result<Map<String, Value>, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    toml::from_str(&text).map_err(|error| error.to_string())
}
