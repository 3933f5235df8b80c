//! The project's own commands. `cargo xtask` lists them.

mod browser_tests;
mod budget;
mod build;
mod cut;
mod deny;
mod dist;
mod early;
mod html;
mod names;
mod notices;
mod shell;
mod soak;
mod test;
mod tools;

use std::process::ExitCode;

use shell::Failure;

const USAGE: &str = "\
cargo xtask serve [--port N] [--no-open]   build, serve on localhost and open the page
cargo xtask test [--only PART]             everything that CI runs; PART is one of
                                           format, clippy, native, browser, serve, build, budget, journeys
cargo xtask build                          the page for a static host, in dist/
cargo xtask deny                           licences, sources and known faults of the crates (needs cargo-deny)
cargo xtask budget                         sizes of dist/ beside their limits in budgets.toml
cargo xtask screenshots                    docs/screenshots/ anew, from the release build
cargo xtask shots                          every screen at four widths, light, dark, forced colours and on
                                           paper, into target/shots/; SHOTS=plan MODES=dark for some of it
cargo xtask bench [NAME]                   how fast the release build is, in medians and ratios; NAME is one of
                                           start (beside an empty page and SurveyJS), what-if, teams, scan
cargo xtask soak [N]                       the command over N links (a million): rate, memory, and DuckDB over the rows";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["serve", ref options @ ..] => serve(options),
        ["test"] => test::all(),
        ["test", "--only", part] => test::only(part),
        ["build"] => build::page(),
        ["budget"] => budget::check(),
        ["screenshots"] => browser_tests::screenshots(),
        ["shots"] => browser_tests::shots(),
        ["bench"] => browser_tests::bench(None),
        ["bench", name @ ("start" | "what-if" | "teams" | "scan")] => browser_tests::bench(Some(name)),
        ["soak"] => soak::soak("1000000"),
        ["soak", count] => soak::soak(count),
        ["deny"] => deny::check(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(Failure(format!("there is no such command\n{USAGE}"))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(why)) => {
            eprintln!("\nxtask: {why}");
            ExitCode::FAILURE
        }
    }
}

fn serve(options: &[&str]) -> Result<(), Failure> {
    let mut port = "8080";
    let mut open = "true";
    let mut rest = options.iter();
    while let Some(&option) = rest.next() {
        match option {
            "--no-open" => open = "false",
            "--port" => port = rest.next().ok_or_else(|| Failure("--port wants a number".to_owned()))?,
            other => return Err(Failure(format!("serve has no option {other}\n{USAGE}"))),
        }
    }
    let tools = tools::installed(tools::TO_SERVE)?;
    println!("serving on http://localhost:{port}/ (Ctrl+C ends it)");
    let open = format!("--open={open}");
    // Not into dist/, which contains the release build.
    let folder = shell::cache().join("serve");
    std::fs::create_dir_all(&folder)?;
    shell::run(tools.command("trunk").args(["serve", "--offline", "--port", port, &open, "--dist"]).arg(folder))
}
