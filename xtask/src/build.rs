//! The page for a static host: Trunk's release build, then what a static host cannot do.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::shell::{Failure, root, run};
use crate::tools::for_building;
use crate::{budget, csp, one_file, parts};

/// What the library that cuts the program reads: which code refers to what.
const FLAGS: &str = "-Clink-arg=--emit-relocs";

/// Builds `dist/`.
pub fn page() -> Result<(), Failure> {
    let tools = for_building()?;
    let dist = root().join("dist");
    // Trunk works offline so that it looks for no tools of its own; what the program is made of is fetched before.
    run(tools.command("cargo").args(["fetch", "--locked"]))?;
    run(tools
        .command("trunk")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS)
        .env("CARGO_TARGET_DIR", release_target())
        .args(["build", "--release", "--offline", "--features", "split"]))?;
    let linked = release_target().join("wasm32-unknown-unknown/release/mlops-maturity.wasm");
    parts::write(&tools, &dist, &linked)?;
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index)?;
    fs::write(&index, csp::with_policy(&html)?)?;
    one_file::write(&dist)?;
    hosting(&dist)?;
    compress(&dist)?;
    budget::print(&dist)
}

/// Apart from the other builds: other flags would make them start over.
fn release_target() -> PathBuf {
    let base =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| crate::shell::cache().join("target"), PathBuf::from);
    base.join("page")
}

/// The files of a folder and those below it.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// How the names of a kind of file begin and end: in between stands a hash of the content.
pub type Kind = (&'static str, &'static str);
/// The main part of the program, the part that is fetched later, their script, and the style sheet.
pub const MAIN: Kind = ("mlops-maturity-", "_bg.wasm");
pub const LATER: Kind = ("mlops-maturity-", "_later.wasm");
pub const SCRIPT: Kind = ("mlops-maturity-", ".js");
pub const STYLE: Kind = ("main-", ".css");

/// The one file of a kind in dist/.
pub fn only(dist: &Path, (start, ending): Kind) -> Result<PathBuf, Failure> {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let is_one = |path: &PathBuf| name(path).starts_with(start) && name(path).ends_with(ending);
    let all: Vec<PathBuf> = files(dist)?.into_iter().filter(is_one).collect();
    match &all[..] {
        [one] => Ok(one.clone()),
        _ => Err(Failure(format!("expected one file {start}*{ending} in dist/, found {}", all.len()))),
    }
}

/// What Netlify and Cloudflare read: hashed files are kept for ever, the page itself is asked for each time.
fn hosting(dist: &Path) -> Result<(), Failure> {
    let headers = "\
/*
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Cache-Control: no-cache
/*.wasm
  Content-Type: application/wasm
  Cache-Control: public, max-age=31536000, immutable
/mlops-maturity-*.js
  Cache-Control: public, max-age=31536000, immutable
/main-*.css
  Cache-Control: public, max-age=31536000, immutable
";
    Ok(fs::write(dist.join("_headers"), headers)?)
}

/// A `.br` and a `.gz` beside every file that gets smaller by it.
fn compress(dist: &Path) -> Result<(), Failure> {
    const ENDINGS: [&str; 7] = ["html", "css", "js", "wasm", "svg", "json", "txt"];
    for path in files(dist)? {
        let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
        if !ENDINGS.contains(&ending.as_str()) {
            continue;
        }
        let bytes = fs::read(&path)?;
        fs::write(with_ending(&path, "br"), brotli(&bytes)?)?;
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(&bytes)?;
        fs::write(with_ending(&path, "gz"), gzip.finish()?)?;
    }
    Ok(())
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}.{ending}", path.display()))
}

/// Bytes as brotli at quality 11 makes them.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    Ok(packed)
}
