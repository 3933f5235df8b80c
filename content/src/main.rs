//! Writes the built-in questionnaire next to the page. Trunk runs this while it collects the files.
#![allow(clippy::print_stderr, reason = "a command says why it failed")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let to = env::var_os("TRUNK_STAGING_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    match write(&to) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the whole model file, as a start for an organisation's own, and the parts that the page loads.
fn write(to: &Path) -> Result<(), String> {
    let json = mlops_content::checked(mlops_content::folder()).map_err(|faults| faults.join("\n"))?;
    let parts = mlops_content::parts(&json)?;
    let files = [
        ("model.json", json),
        ("questions.json", parts.questions),
        ("guidance.json", parts.guidance),
        ("signals.json", parts.signals),
        ("governance.json", parts.governance),
    ];
    for (name, text) in files {
        fs::write(to.join(name), text).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}
