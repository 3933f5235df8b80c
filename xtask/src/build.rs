//! The page for a static host: Trunk's release build, then what a static host cannot do.
//!
//! # Why the standard library is built anew
//!
//! The download is the budget. Built for size, with panics that end at once instead of carrying their messages, the
//! standard library and what uses it shrink the page by a sixth. Cargo keeps this for its nightly channel; the pinned
//! toolchain does the same when asked by `RUSTC_BOOTSTRAP`. Development builds and tests use the ordinary library.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::shell::{Failure, root, run};
use crate::tools::for_building;
use crate::{budget, csp, one_file, slim};

const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
                     -Csymbol-mangling-version=v0 -Zmerge-functions=disabled";

/// Builds `dist/`.
pub fn page() -> Result<(), Failure> {
    let tools = for_building()?;
    let dist = root().join("dist");
    run(tools
        .command("trunk")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS)
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env("CARGO_TARGET_DIR", release_target())
        .args(["build", "--release", "--offline"]))?;
    slim::program(&tools, &dist)?;
    slim::script(&tools, &dist)?;
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index)?;
    fs::write(&index, csp::with_policy(&html)?)?;
    one_file::write(&dist)?;
    hosting(&dist)?;
    compress(&dist)?;
    budget::print(&dist)
}

/// Apart from the other builds: the rebuilt standard library would make them start over.
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

/// The one file in dist/ with this ending.
pub fn only(dist: &Path, ending: &str) -> Result<PathBuf, Failure> {
    let all: Vec<PathBuf> =
        files(dist)?.into_iter().filter(|path| path.to_string_lossy().ends_with(ending)).collect();
    match &all[..] {
        [one] => Ok(one.clone()),
        _ => Err(Failure(format!("expected one file *{ending} in dist/, found {}", all.len()))),
    }
}

/// The ending of the main part of the program, and of the part that is fetched later.
pub const MAIN: &str = "_bg.wasm";
pub const LATER: &str = "_later.wasm";

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
