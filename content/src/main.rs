//! Writes the built-in questionnaire beside the page: what Trunk calls while it gathers the files.
#![allow(clippy::print_stderr, reason = "a command says why it failed")]

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let to = env::var_os("TRUNK_STAGING_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let written = mlops_content::checked(mlops_content::folder())
        .map_err(|faults| faults.join("\n"))
        .and_then(|json| fs::write(to.join("model.json"), json).map_err(|error| error.to_string()));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
