//! Puts the prerendered page into the document that Trunk has just written: a hook of `Trunk.toml`.

fn main() -> std::process::ExitCode {
    #[cfg(not(target_arch = "wasm32"))]
    if let Err(error) = native::render() {
        #[allow(clippy::print_stderr, reason = "a tool of the build")]
        {
            eprintln!("prerender: {error}");
        }
        return std::process::ExitCode::FAILURE;
    }
    std::process::ExitCode::SUCCESS
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::path::Path;
    use std::{env, fs, io};

    use mlops_maturity::prerender;

    /// `TRUNK_STAGING_DIR` is the folder that Trunk builds in.
    pub fn render() -> io::Result<()> {
        let folder = env::var("TRUNK_STAGING_DIR").map_err(io::Error::other)?;
        let path = Path::new(&folder).join("index.html");
        let html = fs::read_to_string(&path)?;
        let filled = prerender::fill(&html);
        let filled = filled.ok_or_else(|| io::Error::other(format!("{} has no place for it", path.display())))?;
        fs::write(path, filled)
    }
}
