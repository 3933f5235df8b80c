//! Everything that CI runs, with the checks that find faults most cheaply first.

use std::net::TcpListener;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::shell::{Failure, print_times, program, run, timed};
use crate::{browser_tests, budget, build};

type Part = (&'static str, fn() -> Result<(), Failure>);

const PARTS: [Part; 8] = [
    ("format", format),
    ("clippy", clippy),
    ("native", native),
    ("browser", browser_tests::adapters),
    ("serve", serve_from_a_fresh_clone),
    ("build", build::page),
    ("budget", budget::check),
    ("journeys", browser_tests::journeys),
];

/// Runs all parts, and stops after the first that fails.
pub fn all() -> Result<(), Failure> {
    let mut times = Vec::new();
    // Installing is a separate part, so that the times of the others are comparable between machines.
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

/// Runs one part by its name.
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
    // The native tests need crates that do not compile for a browser.
    let page =
        ["clippy", "--target", "wasm32-unknown-unknown", "--lib", "--bins", "--test", "web", "--", "-D", "warnings"];
    run(program("cargo").args(page))
}

fn native() -> Result<(), Failure> {
    run(program("cargo").args(["test", "--workspace"]))
}

/// The most time for the first build of the page.
const SERVE_LIMIT: Duration = Duration::from_secs(1200);

/// Runs the README's first command in a clone of what is committed, so that no uncommitted file can help.
fn serve_from_a_fresh_clone() -> Result<(), Failure> {
    let clone = std::env::temp_dir().join(format!("mlops-maturity-clone-{}", std::process::id()));
    run(program("git").args(["clone", "--quiet", "--no-hardlinks", "."]).arg(&clone))?;
    let served = serve_until_answered(&clone);
    std::fs::remove_dir_all(&clone).ok();
    served
}

fn serve_until_answered(clone: &std::path::Path) -> Result<(), Failure> {
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let mut serve = program("cargo");
    serve.current_dir(clone).args(["xtask", "serve", "--no-open", "--port", &port.to_string()]);
    // A process group of its own, so that cargo, xtask and Trunk can all be ended.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut serve, 0);
    let mut child = serve.spawn()?;
    let start = Instant::now();
    let answered = loop {
        if let Some(status) = child.try_wait()? {
            break Err(Failure(format!("cargo xtask serve ended with {status} in a fresh clone")));
        }
        if page_names_its_program(port) {
            println!("the page of a fresh clone answers after {:.0} s", start.elapsed().as_secs_f64());
            break Ok(());
        }
        if start.elapsed() > SERVE_LIMIT {
            break Err(Failure(format!("no page from a fresh clone after {} s", SERVE_LIMIT.as_secs())));
        }
        thread::sleep(Duration::from_secs(1));
    };
    Command::new("kill").args(["-TERM", "--", &format!("-{}", child.id())]).status().ok();
    child.wait().ok();
    answered
}

/// Whether the server answers with a page that loads a WebAssembly file.
fn page_names_its_program(port: u16) -> bool {
    use std::io::{Read, Write};
    let Ok(mut stream) = std::net::TcpStream::connect(("127.0.0.1", port)) else { return false };
    stream.set_read_timeout(Some(Duration::from_secs(10))).ok();
    let asked = format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n");
    let mut page = String::new();
    stream.write_all(asked.as_bytes()).is_ok()
        && stream.read_to_string(&mut page).is_ok()
        && page.starts_with("HTTP/1.1 200")
        && page.contains("_bg.wasm")
}
