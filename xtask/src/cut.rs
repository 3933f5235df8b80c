//! The program in two parts: what the start and the questions need, and the pages that are fetched later.
//!
//! `#[wasm_split]` in `src/late.rs` says where to cut, and the library that Leptos publishes for it cuts. What is here
//! calls the tools in their order, since Trunk cannot cut between the compiler and wasm-bindgen.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use crate::dist::{Kind, LATER, MAIN, SCRIPT, SHARED, file_name, only};
use crate::early;
use crate::names::{MANGLED, shorten};
use crate::shell::{Failure, run};
use crate::tools::Tools;

/// Nothing is kept below address 1,024: that is the end of the stack, a megabyte from where it starts.
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

/// Puts all parts and their script in place of the program that Trunk put into `dist/` in one piece, and returns the
/// script of the one-file build. `linked` is the file that the linker wrote, with its relocations.
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
    for ((_, ending), part) in parts {
        let to = PathBuf::from(main.to_string_lossy().replace(MAIN.1, ending));
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
            .arg(format!("--inject:{}", work.join(with).display()))
            .arg(format!("--mangle-cache={}", names.display()))
            .arg(format!("--outfile={}", to.display()))
            .args(options))
    };
    bundle("export { default } from \"./program.js\";", "host.js", &script, &["--format=esm"])?;
    let alone = work.join("alone.js");
    // A `file:` address is no base that anything could be fetched from.
    let nowhere = ["--format=iife", "--define:import.meta.url=\"https://page.invalid/\""];
    bundle("import init from \"./program.js\"; init();", "one_file.js", &alone, &nowhere)?;

    shorten(&work.join("program_bg.wasm"), &names)?;
    for (part, to) in optimised {
        run(tools.command("wasm-opt").args(OPTIMISED).arg(part).arg("-o").arg(to))?;
    }
    Ok(fs::read_to_string(alone)?)
}

/// Cuts the program along its split points into `main.wasm` and the parts of [`LATER`], and writes the script that links
/// them.
fn cut(work: &Path, program: &[u8]) -> Result<Vec<(Kind, PathBuf)>, Failure> {
    let main = work.join("main.wasm");
    let mut options = Options::new(program);
    options.output_dir = work;
    options.main_out_path = &main;
    options.main_module = "./program.js";
    options.link_name = "./link.js";
    let written = transform(options).map_err(|error| Failure(format!("the program: {error:#}")))?.split_modules;
    let mut parts: Vec<(Kind, PathBuf)> = Vec::new();
    for path in written {
        // What is in no split point is a chunk that several of them need.
        let (_, kind) = LATER.into_iter().find(|(name, _)| file_name(&path).contains(name)).unwrap_or(SHARED);
        parts.push((kind, path));
    }
    let is_one = |kind: Kind| parts.iter().filter(|(found, _)| *found == kind).count() == 1;
    if LATER.into_iter().all(|(_, kind)| is_one(kind)) {
        return Ok(parts);
    }
    let found: Vec<String> = parts.iter().map(|(_, path)| file_name(path)).collect();
    Err(Failure(format!("expected one each of the parts {LATER:?} of the program, found {found:?}")))
}
