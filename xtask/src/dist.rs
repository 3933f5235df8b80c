//! The files of `dist/`: names, headers for hosts, and compressed copies.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use crate::shell::Failure;

/// The beginning and the end of a file name, with a hash of the content in between.
pub type Kind = (&'static str, &'static str);
/// The main part of the program, and the script of all parts.
pub const MAIN: Kind = ("mlops-maturity-", "_bg.wasm");
pub const SCRIPT: Kind = ("mlops-maturity-", ".js");
/// The style sheet, before it is put into the page, and the one of later pages.
pub const STYLE: Kind = ("main-", ".css");
pub const LATE_STYLE: Kind = ("late-", ".css");

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

pub fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn is_of((start, ending): Kind, path: &Path) -> bool {
    let name = file_name(path);
    name.starts_with(start) && name.ends_with(ending)
}

/// The only file of a kind in dist/.
pub fn only(dist: &Path, kind: Kind) -> Result<PathBuf, Failure> {
    let all: Vec<PathBuf> = files(dist)?.into_iter().filter(|path| is_of(kind, path)).collect();
    match &all[..] {
        [one] => Ok(one.clone()),
        _ => Err(Failure(format!("expected one file {}*{} in dist/, found {}", kind.0, kind.1, all.len()))),
    }
}

/// The name of a file with a hash up to its last `_` or `.`; `None` for any other file.
fn hashed(path: &Path) -> Option<String> {
    let name = file_name(path);
    let is_of_program = name.starts_with(MAIN.0) && (name.ends_with(".wasm") || name.ends_with(SCRIPT.1));
    let end = name.rfind('_').or_else(|| name.rfind('.'))?;
    (is_of_program || is_of(LATE_STYLE, path)).then(|| name[..end].to_owned())
}

/// The parts that are loaded later, each with the split points that need it, such as `result-groups`. That is the
/// text between the name of the main part and its ending.
pub fn later(dist: &Path) -> Result<Vec<(String, PathBuf)>, Failure> {
    let of = |path: PathBuf| {
        let name = file_name(&path);
        let needed_by = name.strip_suffix(".wasm")?.rsplit_once('_')?.1.to_owned();
        (!name.ends_with(MAIN.1)).then_some((needed_by, path))
    };
    Ok(files(dist)?.into_iter().filter_map(of).collect())
}

/// The files of a release without the parts that it keeps of the previous one: its page does not name those.
pub fn current(dist: &Path) -> Result<Vec<PathBuf>, Failure> {
    let index = fs::read_to_string(dist.join("index.html"))?;
    let is_named = |path: &PathBuf| hashed(path).is_none_or(|named| index.contains(&named));
    Ok(files(dist)?.into_iter().filter(is_named).collect())
}

/// The parts of the release in a folder, which open pages may still load; empty without a release.
pub fn parts_of_release(dist: &Path) -> Vec<(String, Vec<u8>)> {
    let current = current(dist).unwrap_or_default();
    let parts = current.iter().filter(|path| hashed(path).is_some());
    parts.filter_map(|path| Some((file_name(path), fs::read(path).ok()?))).collect()
}

/// Keeps parts of the previous release, so that pages that are open during a deployment still work.
pub fn keep(dist: &Path, parts: Vec<(String, Vec<u8>)>) -> Result<(), Failure> {
    for (name, bytes) in parts {
        let path = dist.join(name);
        if !path.exists() {
            fs::write(path, bytes)?;
        }
    }
    Ok(())
}

/// Headers for Netlify and Cloudflare: files with a hash are cached for ever, the page itself is revalidated each
/// time.
pub fn hosting(dist: &Path) -> Result<(), Failure> {
    let headers = "\
/*
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Cache-Control: no-cache
/*.wasm
  Content-Type: application/wasm
  Cache-Control: public, max-age=31536000, immutable
/late-*.css
  Cache-Control: public, max-age=31536000, immutable
/mlops-maturity-*.js
  Cache-Control: public, max-age=31536000, immutable
";
    Ok(fs::write(dist.join("_headers"), headers)?)
}

/// Writes a `.br` and a `.gz` next to every file that gets smaller.
pub fn compress(dist: &Path) -> Result<(), Failure> {
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

/// Compresses bytes with brotli at quality 11.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    Ok(packed)
}

/// The hash of bytes in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}
