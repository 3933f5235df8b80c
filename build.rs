//! Checks the built-in model with the page's own reader and packs it; a fault in the content stops the build.

#[path = "build/content.rs"]
mod content;

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

fn main() {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=build/content.rs");
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let json = content::model_json(&Path::new(&root).join("content")).unwrap_or_else(|fault| stop(&[fault]));
    if let Err(faults) = codec::model_file::read(&json) {
        let named = |fault: &domain::fault::Fault| format!("{}{fault}", name_of(&json, &fault.path));
        stop(&faults.iter().map(named).collect::<Vec<_>>());
    }
    let out = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("model.json");
    if let Err(error) = fs::write(&out, json) {
        stop(&[format!("{}: {error}", out.display())]);
    }
}

/// The id of the item that a path leads into, for people who look for an id and not for a position.
fn name_of(json: &str, path: &str) -> String {
    let Ok(value) = serde_json::from_str::<serde_json::Value>(json) else { return String::new() };
    let inside = path.trim_start_matches("$.");
    let Some((list, rest)) = inside.split_once('[') else { return String::new() };
    let at = rest.split(']').next().and_then(|at| at.parse::<usize>().ok());
    let id = at.and_then(|at| value.get(list)?.get(at)?.get("id")?.as_str());
    id.map(|id| format!("{id}, ")).unwrap_or_default()
}

fn stop(faults: &[String]) -> ! {
    for fault in faults {
        println!("cargo::error=content/: {fault}");
    }
    println!("cargo::error=mend content/ and build again; docs/content-guide.md says what each rule is for");
    process::exit(1);
}
