//! What a build needs beyond cargo: installed where it is missing, once per machine, outside the clone.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::dist::hash;
use crate::shell::{Failure, cache, output, program, root, run};

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

/// Everything that building the page needs.
pub fn for_building() -> Result<Tools, Failure> {
    toolchain()?;
    let bin = cache().join("tools").join("bin");
    let bindgen = locked_version("wasm-bindgen")?;
    cargo_tool(&bin, "wasm-bindgen", "wasm-bindgen-cli", &bindgen, &[])?;
    cargo_tool(&bin, "trunk", "trunk", TRUNK, &["--locked"])?;
    let packages = npm_packages()?;
    Ok(Tools { folders: vec![packages.join(".bin"), bin] })
}

/// The wasm target, and the library's source: the page builds it anew, for size.
fn toolchain() -> Result<(), Failure> {
    let installed = output(program("rustup").args(["target", "list", "--installed"])).unwrap_or_default();
    if !installed.lines().any(|line| line == "wasm32-unknown-unknown") {
        run(program("rustup").args(["target", "add", "wasm32-unknown-unknown"]))?;
    }
    let installed = output(program("rustup").args(["component", "list", "--installed"])).unwrap_or_default();
    for component in ["rust-src", "clippy", "rustfmt"] {
        if !installed.lines().any(|line| line.starts_with(component)) {
            run(program("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

fn cargo_tool(bin: &Path, name: &str, krate: &str, version: &str, options: &[&str]) -> Result<(), Failure> {
    let path = bin.join(name);
    let found = output(Command::new(&path).arg("--version")).unwrap_or_default();
    if found.split_whitespace().any(|word| word == version) {
        return Ok(());
    }
    println!("{name} {version} is not here yet; it is compiled once for this machine (some minutes)");
    let target = cache().join("tools-target");
    let done = run(program("cargo")
        .env("CARGO_TARGET_DIR", &target)
        .args(["install", krate, "--version", version, "--force", "--root"])
        .arg(cache().join("tools"))
        .args(options));
    // What it was compiled from is not needed any more.
    fs::remove_dir_all(&target).ok();
    done
}

/// The version of a crate in Cargo.lock: library and command must be of one version.
fn locked_version(krate: &str) -> Result<String, Failure> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))?;
    let named = format!("name = \"{krate}\"");
    let mut lines = lock.lines().skip_while(|line| *line != named);
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| Failure(format!("{krate} is not in Cargo.lock")))
}

/// The packages of tests/package-lock.json, installed in the cache and linked into tests/.
pub fn npm_packages() -> Result<PathBuf, Failure> {
    let tests = root().join("tests");
    let lock = fs::read(tests.join("package-lock.json"))?;
    let folder = cache().join(format!("npm-{}", &hash(&lock)[..16]));
    let modules = folder.join("node_modules");
    if !modules.join(".bin").join("wasm-opt").exists() {
        if output(Command::new("npm").arg("--version")).is_none() {
            let how = "install Node.js 20 or later with npm (Debian: apt-get install nodejs npm)";
            return Err(Failure(format!("npm is missing; {how}")));
        }
        fs::create_dir_all(&folder)?;
        for file in ["package.json", "package-lock.json", ".npmrc"] {
            fs::copy(tests.join(file), folder.join(file))?;
        }
        run(Command::new("npm").current_dir(&folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").args([
            "ci",
            "--no-fund",
            "--no-audit",
        ]))?;
    }
    link(&modules, &tests.join("node_modules"))?;
    Ok(modules)
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

/// Chromium and its driver; installed on Debian as root, asked for elsewhere.
pub fn browser() -> Result<(), Failure> {
    let is_here = |name: &str| output(Command::new(name).arg("--version")).is_some();
    if is_here("chromium") && is_here("chromedriver") {
        return Ok(());
    }
    let is_root = output(Command::new("id").arg("-u")).as_deref() == Some("0");
    let how = "apt-get install chromium chromium-driver";
    if !is_root || !Path::new("/usr/bin/apt-get").exists() {
        return Err(Failure(format!("chromium or chromedriver is missing; install both (Debian: {how})")));
    }
    run(Command::new("apt-get").args(["update", "-qq"]))?;
    run(Command::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args([
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        "chromium",
        "chromium-driver",
    ]))
}
