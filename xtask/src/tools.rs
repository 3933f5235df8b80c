//! What a build needs beyond cargo: installed where it is missing, once per machine, outside the clone.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;

use crate::dist::hash;
use crate::shell::{Failure, cache, output, program, quietly, root, run};

const TRUNK: &str = "0.21.14";

/// The folders that hold the tools, in the order in which they are looked through.
pub struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// A program of ours, which finds our tools before the machine's: Debian's wasm-opt makes a page that builds and dies.
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

/// What a command of ours cannot do without.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The wasm target of the pinned toolchain.
    Target,
    /// rustfmt and clippy.
    Lints,
    /// wasm-bindgen and its runner of tests, compiled in the version of Cargo.lock.
    Bindgen,
    /// Trunk, compiled.
    Trunk,
    /// Every crate of Cargo.lock, so that what follows can stay offline.
    Crates,
    /// The packages of tests/package.json.
    Packages,
    /// Chromium and its driver.
    Browser,
}

/// What `serve` needs: no npm, no browser of ours.
pub const TO_SERVE: &[Need] = &[Need::Target, Need::Bindgen, Need::Trunk, Need::Crates];
/// What the release build needs.
pub const TO_BUILD: &[Need] = &[Need::Target, Need::Bindgen, Need::Trunk, Need::Crates, Need::Packages];
/// What the tests of the adapters need.
pub const FOR_ADAPTERS: &[Need] = &[Need::Target, Need::Bindgen, Need::Browser];
/// What journeys, pictures and measurements need of a page that is built.
pub const FOR_JOURNEYS: &[Need] = &[Need::Packages, Need::Browser];
/// What all of `cargo xtask test` needs.
pub const FOR_ALL: &[Need] =
    &[Need::Target, Need::Lints, Need::Bindgen, Need::Trunk, Need::Crates, Need::Packages, Need::Browser];

/// Installs what is missing of it: first what rustup brings, which the rest builds on; then the tools in the foreground, as
/// compiling them takes minutes and shows its progress, and whatever is only fetched beside it.
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
        // Whoever fetches is waited for in any case: half a package is worse than none.
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

/// What is fetched and not compiled, and how; none where it is here already.
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

/// Whether `cargo binstall` is here, which downloads what a tool's authors compiled.
fn has_binstall() -> bool {
    output(Command::new("cargo").args(["binstall", "-V"])).is_some()
}

/// A tool in Rust that is installed once for this machine.
struct Tool {
    name: &'static str,
    krate: &'static str,
    version: String,
    /// As measured on two cores.
    minutes: u32,
    options: &'static [&'static str],
    /// What its compiler is told besides.
    settings: &'static [(&'static str, &'static str)],
}

/// Trunk waits for others most of the time: as fast to compile as can be it builds our page as fast as optimised, and is
/// here in less than half the time.
const QUICK_TO_COMPILE: &[(&str, &str)] = &[
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

fn bin() -> PathBuf {
    cache().join("tools").join("bin")
}

/// The tools that are not here yet in the version that is wanted, the quick one first.
fn missing_tools(needs: &[Need]) -> Result<Vec<Tool>, Failure> {
    let mut wanted = Vec::new();
    if needs.contains(&Need::Bindgen) {
        let version = locked_version("wasm-bindgen")?;
        wanted.push(Tool {
            name: "wasm-bindgen",
            krate: "wasm-bindgen-cli",
            version,
            minutes: 4,
            options: &[],
            settings: &[],
        });
    }
    if needs.contains(&Need::Trunk) {
        let version = TRUNK.to_owned();
        wanted.push(Tool {
            name: "trunk",
            krate: "trunk",
            version,
            minutes: 5,
            // Without its look for a newer version of itself.
            options: &["--locked", "--no-default-features", "--features=rustls"],
            settings: QUICK_TO_COMPILE,
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

    /// Downloads it where `cargo binstall` is here and has it, and compiles it otherwise.
    fn install(&self) -> Result<(), Failure> {
        if has_binstall() && self.download().is_ok() && self.is_here() {
            return Ok(());
        }
        self.compile()
    }

    fn download(&self) -> Result<(), Failure> {
        // It would compile too, but without our settings.
        let options =
            ["binstall", "--no-confirm", "--force", "--strategies", "crate-meta-data,quick-install", "--root"];
        let mut command = program("cargo");
        command.args(options).arg(cache().join("tools")).arg(format!("{}@{}", self.krate, self.version));
        run(&mut command)
    }

    fn compile(&self) -> Result<(), Failure> {
        let target = cache().join("tools-target");
        let start = Instant::now();
        let done = run(program("cargo")
            .env("CARGO_TARGET_DIR", &target)
            .envs(self.settings.iter().copied())
            .args(["install", self.krate, "--version", &self.version, "--force", "--root"])
            .arg(cache().join("tools"))
            .args(self.options));
        // What it was compiled from is not needed any more.
        fs::remove_dir_all(&target).ok();
        if done.is_ok() {
            println!("{} is here after {:.0} s", self.name, start.elapsed().as_secs_f64());
        }
        done
    }
}

/// The crates, with the quiet of something that runs beside other work.
fn crates() -> Result<(), Failure> {
    quietly("the crates of Cargo.lock", program("cargo").args(["fetch", "--locked", "--quiet"]))
}

/// The version of a crate in Cargo.lock: library and command must be of one version.
fn locked_version(krate: &str) -> Result<String, Failure> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))?;
    let named = format!("name = \"{krate}\"");
    let mut lines = lock.lines().skip_while(|line| *line != named);
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| Failure(format!("{krate} is not in Cargo.lock")))
}

/// Where the packages of tests/package-lock.json are or will be: another list, another folder.
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

/// Chromium and its driver; installed on Debian as root, asked for elsewhere.
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
