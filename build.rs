//! Packs the built-in questionnaire and checks it with the page's own reader. A fault in the content stops the build.

use std::path::Path;
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=public/schema/model-v1.json");
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let json = mlops_content::checked(&Path::new(&root).join("content")).unwrap_or_else(|faults| stop(&faults));
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
    println!("cargo::error=mend content/ and build again; docs/content-guide.md says what each rule is for");
    process::exit(1);
}
