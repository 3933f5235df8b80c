//! Checks the dependencies: licences, sources, duplicates, known vulnerabilities. The rules are in `deny.toml`.

use std::process::Command;

use crate::shell::{Failure, output, program, run};

/// Runs `cargo deny`. It is not installed automatically, because that takes longer than all other tools together; CI
/// provides it.
pub fn check() -> Result<(), Failure> {
    if output(Command::new("cargo").args(["deny", "--version"])).is_none() {
        let how = "cargo install --locked cargo-deny";
        return Err(Failure(format!("cargo-deny is missing: {how}")));
    }
    let local =
        run(program("cargo").args(["deny", "--workspace", "--all-features", "check", "bans", "licenses", "sources"]));
    // The advisories are downloaded. If that fails, the other checks still count.
    let advisories = run(program("cargo").args(["deny", "--workspace", "--all-features", "check", "advisories"]));
    if let Err(Failure(why)) = &advisories {
        eprintln!("the list of known faults: {why}");
    }
    local.and(advisories)
}
