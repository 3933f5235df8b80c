//! The built-in model as the file that lies beside the page.

use std::fs;
use std::path::PathBuf;

use crate::shell::{Failure, root};

/// Writes model.json where Trunk gathers the page.
pub fn write() -> Result<(), Failure> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map_or_else(|| root().join("dist"), PathBuf::from);
    let json = mlops_content::model_json(&root().join("content")).map_err(Failure)?;
    Ok(fs::write(staging.join("model.json"), json)?)
}
