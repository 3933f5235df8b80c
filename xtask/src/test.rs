//! Everything that CI runs, in the order in which faults are cheapest to find.

use crate::shell::{Failure, print_times, program, run, timed};
use crate::{browser_tests, budget, build};

type Part = (&'static str, fn() -> Result<(), Failure>);

const PARTS: [Part; 7] = [
    ("format", format),
    ("clippy", clippy),
    ("native", native),
    ("browser", browser_tests::adapters),
    ("build", build::page),
    ("budget", budget::check),
    ("journeys", browser_tests::journeys),
];

/// All parts; the first that fails ends it.
pub fn all() -> Result<(), Failure> {
    let mut times = Vec::new();
    // Installing is a part of its own, so that the times of the others are comparable between machines.
    let mut done = timed(&mut times, "tools", || crate::tools::installed(crate::tools::FOR_ALL).map(drop));
    for (name, part) in PARTS {
        if done.is_err() {
            break;
        }
        done = timed(&mut times, name, part);
    }
    print_times(&times);
    done
}

/// One part by its name.
pub fn only(wanted: &str) -> Result<(), Failure> {
    let part = PARTS.iter().find(|(name, _)| *name == wanted);
    let (_, part) = part.ok_or_else(|| Failure(format!("there is no part {wanted}; `cargo xtask` lists them")))?;
    part()
}

fn format() -> Result<(), Failure> {
    run(program("cargo").args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<(), Failure> {
    run(program("cargo").args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    // The native tests bring crates that have no business in a browser.
    let page =
        ["clippy", "--target", "wasm32-unknown-unknown", "--lib", "--bins", "--test", "web", "--", "-D", "warnings"];
    run(program("cargo").args(page))
}

fn native() -> Result<(), Failure> {
    run(program("cargo").args(["test", "--workspace"]))
}
