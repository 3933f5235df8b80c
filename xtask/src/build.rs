//! The page for a static host: Trunk's release build, and then what Trunk does not do. It is cut in two, carries its own
//! policy, lies there packed, and stands once more in one file.

use std::path::PathBuf;

use crate::shell::{Failure, cache, program, root, run};
use crate::tools::for_building;
use crate::{budget, cut, dist, html, notices};

/// Builds `dist/`.
pub fn page() -> Result<(), Failure> {
    let tools = for_building()?;
    let folder = root().join("dist");
    let before = dist::parts_of_release(&folder);
    // Trunk is told to stay offline afterwards: it would look for newer tools than the pinned ones.
    run(program("cargo").args(["fetch", "--locked"]))?;
    run(tools
        .command("trunk")
        // The cut follows the linker's relocations.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Clink-arg=--emit-relocs")
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

/// Apart from the other builds: other flags would make them start over.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| cache().join("target"), PathBuf::from).join("page")
}
