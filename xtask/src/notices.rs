//! Third-party notices: the licences of everything in the page, as those licences require.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::shell::{Failure, output, program};

/// Writes `dist/third-party-notices.txt`: each licence text once, under the crates that have it.
pub fn write(dist: &Path) -> Result<(), Failure> {
    let asked = ["metadata", "--format-version=1", "--locked", "--filter-platform=wasm32-unknown-unknown"];
    let metadata = output(program("cargo").args(asked)).ok_or_else(|| Failure("cargo metadata failed".to_owned()))?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| Failure(error.to_string()))?;
    let shipped = shipped(&metadata);
    let mut crates_by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in array(&metadata["packages"]).filter(|package| shipped.contains(&text(&package["id"]))) {
        // A crate without a source is part of this project.
        if package["source"].is_null() {
            continue;
        }
        let name =
            format!("{} {} ({})", text(&package["name"]), text(&package["version"]), text(&package["license"]));
        let folder = Path::new(text(&package["manifest_path"])).parent().unwrap_or(Path::new("")).to_path_buf();
        let texts = licences(&folder)?;
        if texts.is_empty() {
            let says = "The package carries no licence text; its licence is the one named above.".to_owned();
            crates_by_text.entry(says).or_default().push(name.clone());
        }
        for licence in texts {
            crates_by_text.entry(licence).or_default().push(name.clone());
        }
    }
    if crates_by_text.is_empty() {
        return Err(Failure("no crate of others was found in the page; that cannot be".to_owned()));
    }
    let mut notices = "What others wrote and this page is compiled from, with their licences.\n".to_owned();
    for (licence, crates) in &crates_by_text {
        let rule = "-".repeat(80);
        write!(notices, "\n{rule}\n{}\n{rule}\n{licence}\n", crates.join("\n")).ok();
    }
    Ok(fs::write(dist.join("third-party-notices.txt"), notices)?)
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The ids of all packages in the page itself, without those that only build or test it.
fn shipped(metadata: &Value) -> Vec<&str> {
    let nodes: BTreeMap<&str, &Value> =
        array(&metadata["resolve"]["nodes"]).map(|node| (text(&node["id"]), node)).collect();
    let mut found: Vec<&str> = vec![text(&metadata["resolve"]["root"])];
    let mut at = 0;
    while let Some(&id) = found.get(at) {
        at += 1;
        let Some(node) = nodes.get(id) else { continue };
        for dependency in array(&node["deps"]) {
            let is_shipped = array(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null());
            let id = text(&dependency["pkg"]);
            if is_shipped && !found.contains(&id) {
                found.push(id);
            }
        }
    }
    found
}

/// The licence texts in a package.
fn licences(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().to_uppercase()).unwrap_or_default();
        let is_notice =
            ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"].iter().any(|start| name.starts_with(start));
        if is_notice && path.is_file() {
            texts.push(String::from_utf8_lossy(&fs::read(&path)?).replace("\r\n", "\n").trim().to_owned());
        }
    }
    texts.sort();
    Ok(texts)
}
