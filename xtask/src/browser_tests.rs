//! Tests and pictures that need a browser.

use crate::shell::{Failure, root, run};
use crate::tools::{browser, for_building};

/// The adapters, in Chromium.
pub fn adapters() -> Result<(), Failure> {
    browser()?;
    let tools = for_building()?;
    run(tools.command("cargo").env("CHROMEDRIVER", "/usr/bin/chromedriver").args([
        "test",
        "--target",
        "wasm32-unknown-unknown",
        "--test",
        "web",
    ]))
}

/// The journeys, on the release build.
pub fn journeys() -> Result<(), Failure> {
    playwright(&["playwright.config.mjs"])
}

/// The pictures in docs/screenshots/.
pub fn screenshots() -> Result<(), Failure> {
    on_release(&["screenshots.config.mjs"])
}

/// Every screen in every way to see it, to be looked at.
pub fn shots() -> Result<(), Failure> {
    on_release(&["shots.config.mjs"])
}

/// What is timed: told, never judged.
pub fn bench() -> Result<(), Failure> {
    on_release(&["bench.config.mjs"])
}

fn on_release(config: &[&str]) -> Result<(), Failure> {
    if !root().join("dist").join("index.html").exists() {
        crate::build::page()?;
    }
    playwright(config)
}

fn playwright(config: &[&str]) -> Result<(), Failure> {
    browser()?;
    let tools = for_building()?;
    run(tools
        .command("playwright")
        .current_dir(root().join("tests").join("journeys"))
        .args(["test", "--config"])
        .args(config))
}
