//! Sizes and their limits. The limits are in budgets.toml; this prints and checks them.

use std::fs;
use std::path::Path;

use crate::dist::{brotli, current};
use crate::shell::{Failure, root};

/// Prints the budget of the existing build, and fails if it is exceeded.
pub fn check() -> Result<(), Failure> {
    let dist = root().join("dist");
    if !dist.join("index.html").exists() {
        return Err(Failure("there is no build yet; cargo xtask build makes it".to_owned()));
    }
    let over = measure(&dist)?;
    if over.is_empty() { Ok(()) } else { Err(Failure(format!("over the budget: {}", over.join(", ")))) }
}

/// Prints the budget without checking it.
pub fn print(dist: &Path) -> Result<(), Failure> {
    measure(dist).map(|_| ())
}

fn measure(dist: &Path) -> Result<Vec<String>, Failure> {
    let text = fs::read_to_string(root().join("budgets.toml"))?;
    let budgets: toml::Table = text.parse().map_err(|error| Failure(format!("budgets.toml: {error}")))?;
    let mut over = Vec::new();
    println!("\n{:<34} {:>9} {:>9} {:>9}", "brotli 11, bytes", "is", "at most", "left");
    for (name, budget) in &budgets {
        let list = |key: &str| -> Vec<String> {
            let values = budget.get(key).and_then(toml::Value::as_array).cloned().unwrap_or_default();
            values.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect()
        };
        let most = budget.get("brotli").and_then(toml::Value::as_integer).unwrap_or(0);
        let wanted = list("files");
        let mut sum = 0;
        for path in current(dist)? {
            let relative = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().into_owned();
            if wanted.iter().any(|pattern| fits(pattern, &relative)) {
                let size = i64::try_from(brotli(&fs::read(&path)?)?.len()).unwrap_or(i64::MAX);
                println!("  {relative:<32} {size:>9}");
                sum += size;
            }
        }
        println!("{name:<34} {sum:>9} {most:>9} {:>9}", most - sum);
        if sum > most {
            over.push(format!("{name} by {} bytes", sum - most));
        }
    }
    Ok(over)
}

/// Whether a name matches a pattern with at most one star.
fn fits(pattern: &str, name: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == name };
    let Some(name) = name.strip_prefix(start) else { return false };
    name.char_indices().map(|(at, _)| at).chain([name.len()]).any(|at| fits(rest, &name[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything_and_everything_else_for_itself() {
        assert!(fits("page-*_result*.wasm", "page-0a1b_result-groups.wasm"));
        assert!(fits("page-*_result*.wasm", "page-0a1b_result.wasm"));
        assert!(!fits("page-*_result*.wasm", "page-0a1b_groups.wasm"));
        assert!(!fits("page-*_result*.wasm", "page-0a1b_result.wasm.br"));
        assert!(!fits("index.html", "index.html.br"));
    }
}
