//! Takes out of the program what only its exports keep alive, and cuts off what the start does not need.
//!
//! Leptos links a streams library for server functions. Nothing here calls it, but it exports classes of its own to
//! JavaScript, and what is exported cannot be dropped by an optimiser. Without those exports it can.

use std::fs;
use std::path::{Path, PathBuf};

use crate::build::{LATER, MAIN, SCRIPT, only};
use crate::names::shorten;
use crate::shell::{Failure, run};
use crate::split::{Split, split};
use crate::tools::Tools;

/// How the exports begin that nothing here uses.
const UNUSED: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];

/// How the optimiser is called: for size, then flattened and folded again, which together takes off another 1.3 %.
///
/// Nothing is kept below address 1,024: that is the end of the stack, a megabyte from where it starts. Knowing it, the
/// optimiser may fold what is added to an address into the access itself.
const OPTIMISED: [&str; 8] = [
    "--low-memory-unused",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--strip-producers",
    "--strip-target-features",
];

/// Rewrites the program in `dist/` without unused exports and what they alone needed, in two parts. `linked` is the file
/// that the linker wrote it to.
pub fn program(tools: &Tools, dist: &Path, linked: &Path) -> Result<(), Failure> {
    let path = only(dist, MAIN)?;
    let slim =
        without_exports(&fs::read(&path)?).ok_or_else(|| Failure("the program is no wasm module".to_owned()))?;
    let script = only(dist, SCRIPT)?;
    let (short, glue) = shorten(&slim, &fs::read_to_string(&script)?)?;
    fs::write(&script, glue)?;
    let Split { main, late } = split(&short, &fs::read(linked)?)?;
    let later = PathBuf::from(path.to_string_lossy().replace(MAIN.1, LATER.1));
    for (path, part) in [(&path, main), (&later, late)] {
        fs::write(path, part)?;
        run(tools.command("wasm-opt").args(OPTIMISED).arg(path).arg("-o").arg(path))?;
    }
    Ok(())
}

/// The script that goes with it, minified; only its start function is used from outside.
pub fn script(tools: &Tools, dist: &Path) -> Result<(), Failure> {
    let path = only(dist, SCRIPT)?;
    let entry = dist.join("entry.mjs");
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let text = include_str!("entry.mjs").replace("GLUE", &name(&path)).replace("LATER", &name(&only(dist, LATER)?));
    fs::write(&entry, text)?;
    let done = run(tools
        .command("esbuild")
        .arg(&entry)
        .args(["--bundle", "--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"])
        .arg(format!("--outfile={}", path.display())));
    fs::remove_file(&entry)?;
    done
}

/// A module without the exports that are not used, and without the linker's notes; none when it is no module.
fn without_exports(module: &[u8]) -> Option<Vec<u8>> {
    const CUSTOM: u8 = 0;
    const EXPORTS: u8 = 7;
    /// What the linker notes for those who cut a program: of no use in what was cut.
    const LINKERS: [&[u8]; 2] = [b"linking", b"reloc."];
    let mut slim = module.get(..8)?.to_vec();
    let mut rest = module.get(8..)?;
    while let Some((&id, after)) = rest.split_first() {
        let (length, body) = number(after)?;
        let (section, next) = body.split_at_checked(length)?;
        rest = next;
        if id == CUSTOM && LINKERS.iter().any(|name| section.get(1..).is_some_and(|rest| rest.starts_with(name))) {
            continue;
        }
        let written = if id == EXPORTS { used(section)? } else { section.to_vec() };
        slim.push(id);
        write_number(written.len(), &mut slim);
        slim.extend(written);
    }
    Some(slim)
}

/// An export section with the used entries only.
fn used(section: &[u8]) -> Option<Vec<u8>> {
    let (count, mut rest) = number(section)?;
    let mut kept: Vec<u8> = Vec::new();
    let mut kept_count = 0;
    for _ in 0..count {
        let start = rest;
        let (length, after) = number(rest)?;
        let (name, after) = after.split_at_checked(length)?;
        let (_, after) = number(after.get(1..)?)?;
        rest = after;
        let name = String::from_utf8_lossy(name);
        if !UNUSED.iter().any(|unused| name.starts_with(unused)) {
            kept.extend_from_slice(&start[..start.len() - rest.len()]);
            kept_count += 1;
        }
    }
    let mut section = Vec::new();
    write_number(kept_count, &mut section);
    section.extend(kept);
    Some(section)
}

/// An unsigned LEB128 number, and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[at + 1..]));
        }
    }
    None
}

fn write_number(mut value: usize, to: &mut Vec<u8>) {
    loop {
        let low = u8::try_from(value & 0x7f).unwrap_or_default();
        value >>= 7;
        if value == 0 {
            to.push(low);
            return;
        }
        to.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with an export section of these names, all of function 300.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut section = vec![u8::try_from(names.len()).unwrap_or_default()];
        for name in names {
            write_number(name.len(), &mut section);
            section.extend(name.bytes());
            section.push(0);
            write_number(300, &mut section);
        }
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.push(7);
        write_number(section.len(), &mut module);
        module.extend(section);
        module
    }

    #[test]
    fn only_unused_exports_go() {
        let slim = without_exports(&module(&["main", "intounderlyingsink_write", "__wbg_intounderlyingsink_free"]));
        assert_eq!(slim, Some(module(&["main"])));
    }

    #[test]
    fn what_is_cut_off_is_no_module() {
        let whole = module(&["main"]);
        assert_eq!(without_exports(&whole[..whole.len() - 1]), None);
    }
}
