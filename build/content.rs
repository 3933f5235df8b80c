//! Turns `content/` into one model file: TOML as people write it, JSON as the page reads it.
//!
//! Shared by `build.rs` and the tests of the content. Nothing is judged here: the page's own reader does that.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

/// The files of `content/` in the order in which their lists are joined.
pub const FILES: [&str; 8] = [
    "model.toml",
    "capabilities/people.toml",
    "capabilities/model-creation.toml",
    "capabilities/model-release.toml",
    "capabilities/application-integration.toml",
    "capabilities/genaiops.toml",
    "patterns.toml",
    "crosswalk.toml",
];

/// The model file as JSON.
///
/// # Errors
///
/// The file that cannot be read or is not TOML, and two files that say the same field.
pub fn model_json(folder: &Path) -> Result<String, String> {
    let mut model = Map::new();
    for file in FILES {
        let path: PathBuf = folder.join(file);
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let value: Value = toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        let Value::Object(fields) = value else { return Err(format!("{}: expected a table", path.display())) };
        for (name, value) in fields {
            match (model.get_mut(&name), value) {
                (Some(Value::Array(list)), Value::Array(more)) => list.extend(more),
                (None, value) => {
                    model.insert(name, value);
                }
                (Some(_), _) => return Err(format!("{}: \"{name}\" is said in another file too", path.display())),
            }
        }
    }
    Ok(Value::Object(model).to_string())
}
