//! The command over more teams than a page holds: how fast, and in how much memory.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::shell::{Failure, output, program, root, run};

/// Generates so many links, scores them, and lets DuckDB read what came out where its Python package is there.
pub fn soak(count: &str) -> Result<(), Failure> {
    let teams: u32 = count.parse().map_err(|_| Failure(format!("soak wants a number of links, not {count}")))?;
    run(program("cargo").args(["build", "--profile", "native", "--package", "mlops-maturity-cli"]))?;
    let folder = built_into();
    let command = folder.join("native").join("mlops-maturity");
    let [links, scores] = ["soak-links.txt", "soak-scores.csv"].map(|name| folder.join(name));
    measured("generate", teams, Command::new(&command).args(["generate", count]).stdout(File::create(&links)?))?;
    measured("score", teams, Command::new(&command).arg("score").arg(&links).stdout(File::create(&scores)?))?;
    for path in [&links, &scores] {
        println!("{:<24} {:>8.1} MB", path.display(), fs::metadata(path)?.len() as f64 / 1e6);
    }
    // One line for the heads.
    let rows = fs::read(&scores)?.iter().filter(|&&byte| byte == b'\n').count().saturating_sub(1);
    if rows != teams as usize {
        return Err(Failure(format!("{teams} links made {rows} rows")));
    }
    if output(program("python3").args(["-c", "import duckdb"])).is_none() {
        println!("DuckDB is not there (pip install duckdb): its part is left out");
        return Ok(());
    }
    run(program("python3").arg(root().join("docs/portfolio.py")).arg(&scores))
}

/// Where Cargo builds into.
fn built_into() -> PathBuf {
    let set = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    root().join(set.unwrap_or_else(|| crate::shell::cache().join("target")))
}

/// Runs to the end; prints the rate, and the most memory that was seen in use.
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
        "{name:<10} {teams:>9} links {seconds:>7.1} s {rate:>9.0} a second {:>6.1} MB at most",
        peak as f64 / 1e3
    );
    Ok(())
}

/// The most memory that a process had in use so far, as Linux tells it; none elsewhere and once it has ended.
fn peak_kilobytes(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(Path::new("/proc").join(child.id().to_string()).join("status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
