//! Packs the built-in questionnaire into the command and checks it with the reader that the command uses.

use std::path::Path;
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=../content");
    println!("cargo::rerun-if-changed=../public/schema/model-v1.json");
    let json = mlops_content::checked(mlops_content::folder()).unwrap_or_else(|faults| stop(&faults));
    let out = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("model.json");
    if let Err(error) = fs::write(&out, json) {
        stop(&[format!("{}: {error}", out.display())]);
    }
}

fn stop(faults: &[String]) -> ! {
    // Cargo accepts one line at a time, and a fault in TOML has several.
    for line in faults.iter().flat_map(|fault| fault.lines()) {
        println!("cargo::error=content/: {line}");
    }
    process::exit(1);
}
