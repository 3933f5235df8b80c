//! What the crates bring along: licences, sources, doubles, known faults. The rules stand in `deny.toml`.

use std::process::Command;

use crate::shell::{Failure, output, program, run};

/// Asks `cargo deny`. It is not installed for it, as that takes longer than all other tools together; CI has it ready.
pub fn check() -> Result<(), Failure> {
    if output(Command::new("cargo").args(["deny", "--version"])).is_none() {
        let how = "cargo install --locked cargo-deny";
        return Err(Failure(format!("cargo-deny is missing: {how}")));
    }
    let local =
        run(program("cargo").args(["deny", "--workspace", "--all-features", "check", "bans", "licenses", "sources"]));
    // Fetched from elsewhere, and where that is not to be had the rest still counts.
    let advisories = run(program("cargo").args(["deny", "--workspace", "--all-features", "check", "advisories"]));
    if let Err(Failure(why)) = &advisories {
        eprintln!("the list of known faults: {why}");
    }
    local.and(advisories)
}
