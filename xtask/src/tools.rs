//! The tools that a build needs besides cargo. Missing ones are installed once per machine, outside the clone.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;

use crate::dist::hash;
use crate::shell::{Failure, cache, output, program, quietly, root, run};

const TRUNK: &str = "0.21.14";

/// The folders with the tools, in the order in which they are searched.
pub struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// A program of these tools, preferred to one of the machine: with Debian's wasm-opt the page builds, but does
    /// not run.
    pub fn command(&self, name: &str) -> Command {
        let found = self.folders.iter().map(|folder| folder.join(name)).find(|path| path.exists());
        let mut command = program(&found.map_or_else(|| name.to_owned(), |path| path.to_string_lossy().into_owned()));
        command.env("PATH", self.path());
        command
    }

    fn path(&self) -> OsString {
        let machine = std::env::var_os("PATH").unwrap_or_default();
        let all = self.folders.iter().cloned().chain(std::env::split_paths(&machine));
        std::env::join_paths(all).unwrap_or(machine)
    }
}

/// A tool that a command needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The wasm target of the pinned toolchain.
    Target,
    /// rustfmt and clippy.
    Lints,
    /// wasm-bindgen and its test runner, compiled in the version of Cargo.lock.
    Bindgen,
    Trunk,
    /// Every crate of Cargo.lock, so that later steps can stay offline.
    Crates,
    /// The packages of tests/package.json.
    Packages,
    /// Chromium and its driver.
    Browser,
}

/// For `serve`: neither npm nor a browser.
pub const TO_SERVE: &[Need] = &[Need::Target, Need::Bindgen, Need::Trunk, Need::Crates];
/// For the release build.
pub const TO_BUILD: &[Need] = &[Need::Target, Need::Bindgen, Need::Trunk, Need::Crates, Need::Packages];
/// For the tests of the adapters.
pub const FOR_ADAPTERS: &[Need] = &[Need::Target, Need::Bindgen, Need::Browser];
/// For journeys, pictures and measurements of a page that is built already.
pub const FOR_JOURNEYS: &[Need] = &[Need::Packages, Need::Browser];
/// For all of `cargo xtask test`.
pub const FOR_ALL: &[Need] =
    &[Need::Target, Need::Lints, Need::Bindgen, Need::Trunk, Need::Crates, Need::Packages, Need::Browser];

/// Installs the missing ones: first rustup's, which the others need; then the compiled tools in the foreground,
/// because that takes minutes and shows progress, with downloads in parallel.
pub fn installed(needs: &[Need]) -> Result<Tools, Failure> {
    let missing = missing_tools(needs)?;
    let fetched: Vec<Need> = needs.iter().copied().filter(|&need| fetch_of(need).is_some()).collect();
    if !missing.is_empty() {
        announce(&missing, &fetched);
    }
    rustup(needs)?;
    thread::scope(|scope| {
        let fetches: Vec<_> =
            fetched.iter().filter_map(|&need| fetch_of(need)).map(|work| scope.spawn(work)).collect();
        let done = missing.iter().try_for_each(Tool::install);
        fs::remove_dir_all(tools_target()).ok();
        // Waits for all downloads, also after a failure: half a package is worse than none.
        let fetched: Vec<Result<(), Failure>> = fetches
            .into_iter()
            .map(|fetch| fetch.join().unwrap_or_else(|_| Err(Failure("a part of the set-up broke".to_owned()))))
            .collect();
        done.and_then(|()| fetched.into_iter().collect::<Result<(), Failure>>())
    })?;
    let mut folders = vec![bin()];
    if needs.contains(&Need::Packages) {
        let modules = modules()?;
        link(&modules, &root().join("tests").join("node_modules"))?;
        folders.insert(0, modules.join(".bin"));
    }
    Ok(Tools { folders })
}

/// The download of a tool that is not compiled; `None` if it is installed.
fn fetch_of(need: Need) -> Option<fn() -> Result<(), Failure>> {
    match need {
        Need::Crates => Some(crates),
        Need::Packages if !modules().is_ok_and(|modules| modules.join(".bin").join("wasm-opt").exists()) => {
            Some(npm_packages)
        }
        Need::Browser if !has_browser() => Some(browser),
        _ => None,
    }
}

fn announce(missing: &[Tool], fetched: &[Need]) {
    let minutes: u32 = missing.iter().map(|tool| tool.minutes).sum();
    if has_binstall() {
        println!("This machine is set up once. It takes a minute, or {minutes} where a tool has to be compiled:");
        missing.iter().for_each(|tool| println!("  {} {} is downloaded by cargo binstall", tool.name, tool.version));
    } else {
        println!("This machine is set up once. It takes about {minutes} minutes on two cores, less on more:");
        for Tool { name, version, minutes, .. } in missing {
            println!("  {name} {version} is compiled (about {minutes} minutes)");
        }
        println!("  (with cargo-binstall installed, both are downloaded instead)");
    }
    for need in fetched {
        let what = match need {
            Need::Packages => "the packages of npm",
            Need::Browser => "Chromium",
            _ => "the crates of Cargo.lock",
        };
        println!("  meanwhile: {what}");
    }
    println!("It goes to {}.", cache().display());
}

/// The wasm target and the components of the pinned toolchain.
fn rustup(needs: &[Need]) -> Result<(), Failure> {
    let list = |kind: &str| output(program("rustup").args([kind, "list", "--installed"])).unwrap_or_default();
    if needs.contains(&Need::Target) && !list("target").lines().any(|line| line == "wasm32-unknown-unknown") {
        run(program("rustup").args(["target", "add", "wasm32-unknown-unknown"]))?;
    }
    let wanted = [(Need::Lints, "clippy"), (Need::Lints, "rustfmt")];
    let wanted: Vec<&str> =
        wanted.into_iter().filter(|(need, _)| needs.contains(need)).map(|(_, name)| name).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let here = list("component");
    for component in wanted {
        if !here.lines().any(|line| line.starts_with(component)) {
            run(program("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// Whether `cargo binstall` is installed, which downloads tools that their authors compiled.
fn has_binstall() -> bool {
    output(Command::new("cargo").args(["binstall", "-V"])).is_some()
}

/// A tool in Rust that is installed once per machine.
struct Tool {
    name: &'static str,
    krate: &'static str,
    version: String,
    /// As measured on two cores.
    minutes: u32,
    options: &'static [&'static str],
    /// The level of optimisation, as low as the builds of the page do not become slower.
    opt_level: &'static str,
}

/// Settings that compile a tool in half the time.
const QUICK_TO_COMPILE: [(&str, &str); 2] =
    [("CARGO_PROFILE_RELEASE_LTO", "off"), ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")];

/// Where tools are compiled: one folder for all of them, as they have dependencies in common.
fn tools_target() -> PathBuf {
    cache().join("tools-target")
}

fn bin() -> PathBuf {
    cache().join("tools").join("bin")
}

/// The tools that are missing in the required version, the quickest first.
fn missing_tools(needs: &[Need]) -> Result<Vec<Tool>, Failure> {
    let mut wanted = Vec::new();
    if needs.contains(&Need::Bindgen) {
        let version = locked_version("wasm-bindgen")?;
        wanted.push(Tool {
            name: "wasm-bindgen",
            krate: "wasm-bindgen-cli",
            version,
            minutes: 3,
            options: &[],
            // Without any, it takes 13 s for a development build of the page, and 3 s with level 1 or 3.
            opt_level: "1",
        });
    }
    if needs.contains(&Need::Trunk) {
        let version = TRUNK.to_owned();
        wanted.push(Tool {
            name: "trunk",
            krate: "trunk",
            version,
            minutes: 5,
            // Without the check for a newer version of itself.
            options: &["--locked", "--no-default-features", "--features=rustls"],
            // Trunk mostly waits for other programs.
            opt_level: "0",
        });
    }
    wanted.retain(|tool| !tool.is_here());
    Ok(wanted)
}

impl Tool {
    fn is_here(&self) -> bool {
        let found = output(Command::new(bin().join(self.name)).arg("--version")).unwrap_or_default();
        found.split_whitespace().any(|word| word == self.version)
    }

    /// Downloads the tool if `cargo binstall` is installed and has it; otherwise compiles it.
    fn install(&self) -> Result<(), Failure> {
        if has_binstall() && self.download().is_ok() && self.is_here() {
            return Ok(());
        }
        self.compile()
    }

    fn download(&self) -> Result<(), Failure> {
        // `cargo binstall` could compile too, but without the settings.
        let options =
            ["binstall", "--no-confirm", "--force", "--strategies", "crate-meta-data,quick-install", "--root"];
        let mut command = program("cargo");
        command.args(options).arg(cache().join("tools")).arg(format!("{}@{}", self.krate, self.version));
        run(&mut command)
    }

    fn compile(&self) -> Result<(), Failure> {
        let start = Instant::now();
        let done = run(program("cargo")
            .env("CARGO_TARGET_DIR", tools_target())
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
            .envs(QUICK_TO_COMPILE)
            .args(["install", self.krate, "--version", &self.version, "--force", "--root"])
            .arg(cache().join("tools"))
            .args(self.options));
        if done.is_ok() {
            println!("{} is here after {:.0} s", self.name, start.elapsed().as_secs_f64());
        }
        done
    }
}

/// Downloads the crates, without output: it runs in parallel with others.
fn crates() -> Result<(), Failure> {
    quietly("the crates of Cargo.lock", program("cargo").args(["fetch", "--locked", "--quiet"]))
}

/// The version of a crate in Cargo.lock: library and command need the same version.
fn locked_version(krate: &str) -> Result<String, Failure> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))?;
    let named = format!("name = \"{krate}\"");
    let mut lines = lock.lines().skip_while(|line| *line != named);
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| Failure(format!("{krate} is not in Cargo.lock")))
}

/// The folder of the packages of tests/package-lock.json. Another list has another folder.
fn modules() -> Result<PathBuf, Failure> {
    let lock = fs::read(root().join("tests").join("package-lock.json"))?;
    Ok(cache().join(format!("npm-{}", &hash(&lock)[..16])).join("node_modules"))
}

/// Installs the packages of tests/package-lock.json in the cache.
fn npm_packages() -> Result<(), Failure> {
    if output(Command::new("npm").arg("--version")).is_none() {
        let how = "install Node.js 20 or later with npm (Debian: apt-get install nodejs npm)";
        return Err(Failure(format!("npm is missing; {how}")));
    }
    let modules = modules()?;
    let folder = modules.parent().unwrap_or(&modules);
    fs::create_dir_all(folder)?;
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        fs::copy(root().join("tests").join(file), folder.join(file))?;
    }
    let mut npm = Command::new("npm");
    npm.current_dir(folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").args(["ci", "--no-fund", "--no-audit"]);
    quietly("the packages of npm", &mut npm)
}

fn link(to: &Path, at: &Path) -> Result<(), Failure> {
    if fs::read_link(at).is_ok_and(|there| there == to) {
        return Ok(());
    }
    fs::remove_file(at).ok();
    #[cfg(unix)]
    std::os::unix::fs::symlink(to, at)?;
    #[cfg(windows)]
    std::os::windows::fs::symlink_dir(to, at)?;
    Ok(())
}

fn has_browser() -> bool {
    ["chromium", "chromedriver"].iter().all(|name| output(Command::new(name).arg("--version")).is_some())
}

/// Installs Chromium and its driver on Debian as root; elsewhere asks the person to.
fn browser() -> Result<(), Failure> {
    let is_root = output(Command::new("id").arg("-u")).as_deref() == Some("0");
    let how = "apt-get install chromium chromium-driver";
    if !is_root || !Path::new("/usr/bin/apt-get").exists() {
        return Err(Failure(format!("chromium or chromedriver is missing; install both (Debian: {how})")));
    }
    quietly("Debian's list of packages", Command::new("apt-get").args(["update", "-qq"]))?;
    quietly(
        "Chromium",
        Command::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args([
            "install",
            "-y",
            "-qq",
            "--no-install-recommends",
            "chromium",
            "chromium-driver",
        ]),
    )
}
