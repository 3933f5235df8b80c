//! The program in four parts: what the start page and the questions need, and three parts that are loaded later.
//!
//! `#[wasm_split]` in `src/lazy.rs` marks where to cut, and the library that Leptos publishes for it cuts. This
//! module runs the tools in order, because Trunk cannot cut between the compiler and wasm-bindgen.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use crate::dist::{MAIN, SCRIPT, file_name, only};
use crate::early;
use crate::names::{MANGLED, shorten};
use crate::shell::{Failure, run};
use crate::tools::Tools;

/// Nothing is stored below address 1,024: that is the end of the stack, one megabyte from its start.
///
/// Functions with similar names are neighbours: similar code compresses better (260 bytes of the main part).
const OPTIMISED: [&str; 9] = [
    "--low-memory-unused",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
];

/// Replaces the program that Trunk put into `dist/` by its parts and their script. Returns the script of the one-file
/// build. `linked` is the output of the linker, with its relocations.
pub fn write(tools: &Tools, dist: &Path, linked: &Path) -> Result<String, Failure> {
    let work = linked.with_file_name("parts");
    fs::remove_dir_all(&work).ok();
    fs::create_dir_all(&work)?;
    let (script, main) = (only(dist, SCRIPT)?, only(dist, MAIN)?);

    let parts = cut(&work, &fs::read(linked)?)?;
    early::check(&fs::read(work.join("main.wasm"))?)?;
    run(tools
        .command("wasm-bindgen")
        .args(["--target=web", "--keep-lld-exports", "--no-demangle", "--no-typescript", "--out-name=program"])
        .arg("--out-dir")
        .arg(&work)
        .arg(work.join("main.wasm")))?;
    let link = work.join("link.js");
    let mut named = fs::read_to_string(&link)?;
    let mut optimised = vec![(work.join("program_bg.wasm"), main.clone())];
    for (needed_by, part) in parts {
        let to = PathBuf::from(main.to_string_lossy().replace(MAIN.1, &format!("_{needed_by}.wasm")));
        named = named.replace(&file_name(&part), &file_name(&to));
        optimised.push((part, to));
    }
    fs::write(&link, named)?;

    let names = work.join("names.json");
    fs::write(&names, "{}")?;
    fs::write(work.join("host.js"), include_str!("script/host.js"))?;
    fs::write(work.join("one_file.js"), include_str!("script/one_file.js"))?;
    let bundle = |entry: &str, with: &str, to: &Path, options: &[&str]| {
        fs::write(work.join("entry.js"), entry)?;
        run(tools
            .command("esbuild")
            .arg(work.join("entry.js"))
            .args(["--bundle", "--minify", "--log-level=warning", "--allow-overwrite", MANGLED, "--mangle-quoted"])
            // The cases that wasm-bindgen warns about are handled in `host.js`, or do not occur.
            .arg("--pure:console.warn")
            .arg(format!("--inject:{}", work.join(with).display()))
            .arg(format!("--mangle-cache={}", names.display()))
            .arg(format!("--outfile={}", to.display()))
            .args(options))
    };
    bundle("export { default } from \"./program.js\";", "host.js", &script, &["--format=esm"])?;
    let alone = work.join("alone.js");
    // A `file:` address cannot be the base of a fetch.
    let nowhere = ["--format=iife", "--define:import.meta.url=\"https://page.invalid/\""];
    bundle("import init from \"./program.js\"; init();", "one_file.js", &alone, &nowhere)?;

    shorten(&work.join("program_bg.wasm"), &names)?;
    for (part, to) in optimised {
        run(tools.command("wasm-opt").args(OPTIMISED).arg(part).arg("-o").arg(to))?;
    }
    Ok(fs::read_to_string(alone)?)
}

/// Cuts the program at its split points into `main.wasm` and the parts that are loaded later, and writes the script
/// that links them. Returns each part with the split points that need it.
fn cut(work: &Path, program: &[u8]) -> Result<Vec<(String, PathBuf)>, Failure> {
    let main = work.join("main.wasm");
    let mut options = Options::new(program);
    options.output_dir = work;
    options.main_out_path = &main;
    options.main_module = "./program.js";
    options.link_name = "./link.js";
    let written = transform(options).map_err(|error| Failure(format!("the program: {error:#}")))?;
    let parts = written.split_modules.into_iter().map(|path| {
        let stem = file_name(&path).replace(".wasm", "");
        let needs = |parts: &[String]| parts.iter().any(|part| stem.ends_with(part.as_str()));
        let mut needed_by: Vec<&str> =
            written.prefetch_map.iter().filter(|(_, parts)| needs(parts)).map(|(name, _)| name.as_str()).collect();
        // The part that is loaded first comes first.
        needed_by.sort_unstable_by_key(|&name| (name != "result", name));
        (needed_by.join("-"), path)
    });
    let parts: Vec<_> = parts.collect();
    match parts.iter().find(|(needed_by, _)| needed_by.is_empty()) {
        None if !parts.is_empty() => Ok(parts),
        _ => Err(Failure(format!("what needs the parts of the program is not known: {parts:?}"))),
    }
}
