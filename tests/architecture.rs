//! The rule of the architecture: data flows one way, and no layer uses a layer above it.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

/// The code of a file without comments: mentioning something is not using it.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn never_uses(layer: &str, forbidden: &[&str]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(layer);
    let files = sources(&root);
    assert!(!files.is_empty(), "there is nothing in src/{layer}");
    for file in files {
        let code = code(&file);
        for name in forbidden {
            assert!(!code.contains(name), "{} uses {name}", file.display());
        }
    }
}

#[test]
fn the_browser_adapters_know_nothing_of_ours() {
    never_uses(
        "browser",
        &["mlops_core", "crate::state", "crate::components", "crate::pages", "crate::app", "crate::route"],
    );
}

#[test]
fn the_state_does_not_know_who_draws_it() {
    let views = ["crate::components", "crate::pages", "crate::app", "crate::lazy"];
    never_uses("state", &views);
    never_uses("state", &["web_sys", "js_sys", "gloo"]);
}

#[test]
fn the_components_know_nothing_of_pages() {
    never_uses("components", &["crate::page", "crate::app", "web_sys", "js_sys"]);
}

#[test]
fn pages_reach_the_browser_only_through_its_adapters() {
    never_uses("pages", &["web_sys", "js_sys", "gloo"]);
}

#[test]
fn no_page_of_a_result_leads_back_to_the_page_that_uses_it() {
    never_uses("pages/share", &["pages::result", "pages::plan", "pages::embed"]);
    never_uses("pages/embed", &["pages::result", "pages::plan", "pages::share"]);
    never_uses("pages/plan", &["pages::result", "pages::share", "pages::embed"]);
}

#[test]
fn nothing_writes_markup_into_the_page() {
    // A policy with trusted types does not allow a string to become markup.
    for layer in ["browser", "state", "components", "pages"] {
        never_uses(layer, &["innerHTML", "inner_html", "insert_adjacent_html", "DomParser", "InertElement"]);
    }
}

#[test]
fn no_file_of_the_page_has_more_than_four_hundred_lines_without_a_reason() {
    let reasons = [
        ("model/mod.rs", "the words of the field, each documented once"),
        ("model/draft.rs", "the check of a model is one rule set, read as one"),
        ("evidence/scan.rs", "a scan from the listing of a folder to what was found, read as one"),
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in ["src", "core/src", "cli/src", "content/src", "xtask/src"]
        .iter()
        .flat_map(|folder| sources(&root.join(folder)))
    {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        let is_excused = reasons.iter().any(|(name, _)| file.ends_with(name));
        assert!(lines <= 400 || is_excused, "{} has {lines} lines", file.display());
    }
}

/// The crates of this workspace and their dependencies on each other, as a diagram. Dashed lines are for building or
/// testing only.
fn layers() -> String {
    let mut cargo = Command::new(env!("CARGO"));
    let found = cargo.args(["metadata", "--no-deps", "--offline", "--format-version=1"]).output().unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&found.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let name = |package: &serde_json::Value| package["name"].as_str().unwrap().to_owned();
    let ours: Vec<String> = packages.iter().map(name).collect();
    let mut lines: Vec<String> = Vec::new();
    for package in packages {
        for on in package["dependencies"].as_array().unwrap().iter().filter(|on| ours.contains(&name(on))) {
            let arrow = if on["kind"].is_null() { "-->" } else { "-.->" };
            lines.push(format!("  {} {arrow} {}", name(package), name(on)));
        }
    }
    lines.sort_unstable();
    lines.dedup();
    format!("```mermaid\ngraph BT\n{}\n```", lines.join("\n"))
}

#[test]
fn the_drawing_of_the_layers_is_what_cargo_knows_of_them() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md");
    let text = fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once("```mermaid").unwrap();
    let (_, after) = rest.split_once("\n```").unwrap();
    let drawn = format!("{before}{}{after}", layers());
    if std::env::var_os("UPDATE_LAYERS").is_some() {
        fs::write(&path, &drawn).unwrap();
    }
    assert!(drawn == text, "docs/architecture.md draws other layers; UPDATE_LAYERS=1 draws these:\n{}", layers());
}
