//! The page for a static host: Trunk's release build, and everything that Trunk does not do. The program is cut into
//! parts, the page gets its content security policy, the files are compressed, and a one-file build is added.

use std::path::PathBuf;

use crate::shell::{Failure, output, program, root, run};
use crate::tools::{TO_BUILD, installed};
use crate::{budget, cut, dist, html, notices};

pub fn page() -> Result<(), Failure> {
    let tools = installed(TO_BUILD)?;
    let folder = root().join("dist");
    let before = dist::parts_of_release(&folder);
    // Trunk stays offline: it would look for newer tools than the pinned ones.
    run(tools
        .command("trunk")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags()?)
        .env("CARGO_TARGET_DIR", target())
        .args(["build", "--release", "--offline", "--features", "split"]))?;
    let linked = target().join("wasm32-unknown-unknown/release/mlops-maturity-page.wasm");
    let alone = cut::write(&tools, &folder, &linked)?;
    html::finish(&folder)?;
    html::one_file(&folder, &alone)?;
    notices::write(&folder)?;
    dist::hosting(&folder)?;
    budget::print(&folder)?;
    dist::keep(&folder, before)?;
    dist::compress(&folder)
}

/// Additional flags for the compiler: those of `.cargo/config.toml`, which these replace, and those for cutting the
/// program, which needs the linker's relocations. Panic messages do not contain the folders of crates and of the
/// library's source on this machine: that is private, and saves 2 kB of the download.
fn flags() -> Result<String, Failure> {
    let sysroot = output(program("rustc").args(["--print", "sysroot"]));
    let sysroot = sysroot.ok_or_else(|| Failure("rustc does not say where its library is".to_owned()))?;
    let home = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from).or(home).unwrap_or_default();
    let registries = std::fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
    let library = PathBuf::from(sysroot).join("lib/rustlib/src/rust/library");
    let shortened = registries.map(|registry| registry.path()).chain([library]);
    let mut flags = "--cfg=erase_components -Clink-arg=--emit-relocs".to_owned();
    for folder in shortened {
        let folder = folder.display().to_string();
        // Flags are separated by blanks.
        if !folder.contains(' ') {
            flags.push_str(&format!(" --remap-path-prefix={folder}="));
        }
    }
    Ok(flags)
}

/// The folder of all builds, as the hooks of Trunk.toml run programs that the tests compile too.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}
