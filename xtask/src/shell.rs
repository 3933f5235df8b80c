//! Runs other programs, and prints what runs and how long it took.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Why a command failed, and what to do.
#[derive(Debug)]
pub struct Failure(pub String);

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// The root of the repository in which Cargo runs this program. Not where it was compiled: clones that share a target
/// folder share its binary.
pub fn root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&xtask).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// The folder for everything that is made once per machine, outside the clone.
pub fn cache() -> PathBuf {
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    let base = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(home).unwrap_or_else(std::env::temp_dir);
    base.join("mlops-maturity")
}

/// A program that runs in the root of the repository, with its build output outside.
pub fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    if std::env::var_os("CARGO_TARGET_DIR").is_none() {
        command.env("CARGO_TARGET_DIR", cache().join("target"));
    }
    command
}

/// Runs a program until it ends.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let shown = shown(command);
    println!("$ {shown}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure(format!("{shown} ended with {status}"))),
        Err(error) => Err(Failure(format!("{shown} could not be started: {error}"))),
    }
}

/// Runs a program in parallel with others. Its output is shown only if it fails.
pub fn quietly(name: &str, command: &mut Command) -> Result<(), Failure> {
    let start = Instant::now();
    let shown = shown(command);
    match command.stdin(Stdio::null()).output() {
        Ok(output) if output.status.success() => {
            println!("{name}: there after {:.0} s", start.elapsed().as_secs_f64());
            Ok(())
        }
        Ok(output) => {
            let said = [output.stdout, output.stderr].concat();
            Err(Failure(format!("{shown} ended with {}\n{}", output.status, String::from_utf8_lossy(&said))))
        }
        Err(error) => Err(Failure(format!("{shown} could not be started: {error}"))),
    }
}

/// The output of a program; `None` if it cannot be run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Runs one part of a longer task and records how long it took.
pub fn timed(
    times: &mut Vec<(String, f64)>,
    name: &str,
    work: impl FnOnce() -> Result<(), Failure>,
) -> Result<(), Failure> {
    println!("\n== {name}");
    let start = Instant::now();
    let done = work();
    times.push((name.to_owned(), start.elapsed().as_secs_f64()));
    done
}

/// Prints how long each part took.
pub fn print_times(times: &[(String, f64)]) {
    println!("\n{:<12} {:>8}", "part", "seconds");
    for (name, seconds) in times {
        println!("{name:<12} {seconds:>8.1}");
    }
    let sum: f64 = times.iter().map(|(_, seconds)| seconds).sum();
    println!("{:<12} {sum:>8.1}", "all");
}
