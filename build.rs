//! Checks the built-in model with the page's own reader and packs it; a fault in the content stops the build.

#[path = "build/content.rs"]
mod content;

#[path = "build/fields.rs"]
mod fields;

#[allow(dead_code, reason = "the check needs a part of the domain, and brings all of it")]
#[path = "src/domain/mod.rs"]
mod domain;

#[allow(dead_code, reason = "the check needs a part of it")]
#[path = "src/codec"]
mod codec {
    pub mod json;
    pub mod model_file;
}

use std::path::Path;
use std::{env, fs, process};

use serde_json::Value;

use domain::fault::Fault;

const SCHEMA: &str = include_str!("public/schema/model-v1.json");

fn main() {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=public/schema/model-v1.json");
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let json = content::model_json(&Path::new(&root).join("content")).unwrap_or_else(|faults| stop(&[faults]));
    let mut faults: Vec<Fault> = unknown_fields(&json);
    faults.extend(codec::model_file::read(&json).err().unwrap_or_default());
    if !faults.is_empty() {
        let named = |fault: &Fault| format!("{}{fault}", name_of(&json, &fault.path));
        stop(&faults.iter().map(named).collect::<Vec<_>>());
    }
    let out = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("model.json");
    if let Err(error) = fs::write(&out, json) {
        stop(&[format!("{}: {error}", out.display())]);
    }
}

fn unknown_fields(json: &str) -> Vec<Fault> {
    let parsed = |text: &str| serde_json::from_str::<Value>(text);
    match (parsed(json), parsed(SCHEMA)) {
        (Ok(model), Ok(schema)) => {
            fields::unknown(&model, &schema).into_iter().map(|(path, message)| Fault::new(path, message)).collect()
        }
        _ => vec![Fault::new("public/schema/model-v1.json", "expected JSON")],
    }
}

/// The id of the item that a path leads into, for people who look for an id and not for a position.
fn name_of(json: &str, path: &str) -> String {
    let Ok(value) = serde_json::from_str::<Value>(json) else { return String::new() };
    let inside = path.trim_start_matches("$.");
    let Some((list, rest)) = inside.split_once('[') else { return String::new() };
    let at = rest.split(']').next().and_then(|at| at.parse::<usize>().ok());
    let id = at.and_then(|at| value.get(list)?.get(at)?.get("id")?.as_str());
    id.map(|id| format!("{id}, ")).unwrap_or_default()
}

fn stop(faults: &[String]) -> ! {
    // Cargo takes one line at a time, and a fault in TOML is told in several.
    for line in faults.iter().flat_map(|fault| fault.lines()) {
        println!("cargo::error=content/: {line}");
    }
    println!("cargo::error=mend content/ and build again; docs/content-guide.md says what each rule is for");
    process::exit(1);
}
