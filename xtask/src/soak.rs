//! The command over more teams than a page could hold: its speed and its memory.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::shell::{Failure, cache, output, program, root, run};

/// The version of DuckDB's Python package that `docs/portfolio.py` was last tested with.
const DUCKDB: &str = "2.0.1";

/// Generates this many links, scores them, and reads the result with DuckDB.
pub fn soak(count: &str) -> Result<(), Failure> {
    let teams: u32 = count.parse().map_err(|_| Failure(format!("soak wants a number of links, not {count}")))?;
    let command = command()?;
    let folder = built_into();
    let [links, scores] = ["soak-links.txt", "soak-scores.csv"].map(|name| folder.join(name));
    measured("generate", teams, Command::new(&command).args(["generate", count]).stdout(File::create(&links)?))?;
    measured("score", teams, Command::new(&command).arg("score").arg(&links).stdout(File::create(&scores)?))?;
    for path in [&links, &scores] {
        println!("{:<24} {:>8.1} MB", path.display(), fs::metadata(path)?.len() as f64 / 1e6);
    }
    // Without the line of heads.
    let rows = fs::read(&scores)?.iter().filter(|&&byte| byte == b'\n').count().saturating_sub(1);
    if rows != teams as usize {
        return Err(Failure(format!("{teams} links made {rows} rows")));
    }
    let python = python()?;
    measured("DuckDB", teams, Command::new(&python).arg(root().join("docs/portfolio.py")).arg(&scores))
}

/// Builds the command for speed. Returns its path.
pub fn command() -> Result<PathBuf, Failure> {
    run(program("cargo").args(["build", "--profile", "native", "--package", "mlops-maturity-cli"]))?;
    Ok(built_into().join("native").join("mlops-maturity").with_extension(std::env::consts::EXE_EXTENSION))
}

/// A Python with DuckDB, in a virtual environment in the cache that is made if it is missing.
fn python() -> Result<PathBuf, Failure> {
    let folder = cache().join(format!("duckdb-{DUCKDB}"));
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if output(Command::new(&python).args(["-c", "import duckdb"])).is_none() {
        println!("DuckDB {DUCKDB} is fetched once for this machine, into {}", folder.display());
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        run(Command::new(&python)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .arg(format!("duckdb=={DUCKDB}")))?;
    }
    Ok(python)
}

/// The folder that Cargo builds into.
fn built_into() -> PathBuf {
    let set = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    root().join(set.unwrap_or_else(|| cache().join("target")))
}

/// Runs a program until it ends, and prints its rate and the most memory that was seen in use.
fn measured(name: &str, teams: u32, command: &mut Command) -> Result<(), Failure> {
    let start = Instant::now();
    let mut child = command.stdin(Stdio::null()).spawn()?;
    let mut peak = 0;
    let status = loop {
        peak = peak.max(peak_kilobytes(&child).unwrap_or(0));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    if !status.success() {
        return Err(Failure(format!("{name} ended with {status}")));
    }
    let seconds = start.elapsed().as_secs_f64();
    let rate = f64::from(teams) / seconds;
    println!(
        "{name:<10} {teams:>9} teams {seconds:>7.1} s {rate:>9.0} a second {:>6.1} MB at most",
        peak as f64 / 1e3
    );
    Ok(())
}

/// The most memory that a process has used so far, according to Linux; `None` elsewhere, and after it has ended.
fn peak_kilobytes(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(Path::new("/proc").join(child.id().to_string()).join("status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
