//! Tests and pictures that need a browser.

use std::path::Path;

use crate::shell::{Failure, root, run};
use crate::soak::command;
use crate::tools::{FOR_ADAPTERS, FOR_JOURNEYS, installed};

/// Tests the adapters in Chromium.
pub fn adapters() -> Result<(), Failure> {
    let tools = installed(FOR_ADAPTERS)?;
    run(tools.command("cargo").env("CHROMEDRIVER", "/usr/bin/chromedriver").args([
        "test",
        "--target",
        "wasm32-unknown-unknown",
        "--test",
        "web",
    ]))
}

/// Runs the journeys on the release build.
pub fn journeys() -> Result<(), Failure> {
    playwright(&["playwright.config.mjs"], None)
}

/// Takes the pictures in docs/screenshots/.
pub fn screenshots() -> Result<(), Failure> {
    on_release(&["screenshots.config.mjs"], None)
}

/// Takes pictures of every screen in every variant, to look at.
pub fn shots() -> Result<(), Failure> {
    on_release(&["shots.config.mjs"], None)
}

/// Runs measurements, which never fail: all of `*.bench.mjs`, or those whose name contains `only`.
pub fn bench(only: Option<&str>) -> Result<(), Failure> {
    // The command makes the links of many teams. It is built here, so that no measurement includes compiling.
    let made = if only.is_none_or(|name| name == "teams") { Some(command()?) } else { None };
    let arguments: Vec<&str> = std::iter::once("bench.config.mjs").chain(only).collect();
    on_release(&arguments, made.as_deref())
}

fn on_release(config: &[&str], made: Option<&Path>) -> Result<(), Failure> {
    if !root().join("dist").join("index.html").exists() {
        crate::build::page()?;
    }
    playwright(config, made)
}

fn playwright(config: &[&str], made: Option<&Path>) -> Result<(), Failure> {
    let tools = installed(FOR_JOURNEYS)?;
    let mut playwright = tools.command("playwright");
    if let Some(path) = made {
        playwright.env("MLOPS_MATURITY", path);
    }
    run(playwright.current_dir(root().join("tests").join("journeys")).args(["test", "--config"]).args(config))
}
