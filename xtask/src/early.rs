//! Keeps later pages out of the first download: early code that calls one would add it without any warning.

use std::collections::HashMap;

use walrus::ir::{Call, Visitor, dfs_in_order};
use walrus::{FunctionId, FunctionKind, Module};

use crate::shell::Failure;

/// The pages in the first download, and their names in shared modules. Every other page belongs behind `src/lazy.rs`.
const EARLY: [&str; 7] = ["home", "questions", "refused", "missing", "profile", "saving", "scope_picker"];

/// Fails if the main part contains a function of a later page, and names its callers.
pub fn check(main: &[u8]) -> Result<(), Failure> {
    let module = Module::from_buffer(main).map_err(|error| Failure(format!("the main part: {error}")))?;
    let names: HashMap<FunctionId, Vec<String>> =
        module.funcs.iter().filter_map(|function| Some((function.id(), path(function.name.as_deref()?)))).collect();
    if names.is_empty() {
        return Err(Failure("the main part has no names of functions to check".to_owned()));
    }
    let mut culprits = Vec::new();
    for function in module.funcs.iter() {
        let FunctionKind::Local(local) = &function.kind else { continue };
        let caller = names.get(&function.id()).map(Vec::as_slice).unwrap_or_default();
        let mut calls = Calls::default();
        dfs_in_order(&mut calls, local, local.entry_block());
        let late = calls.0.iter().filter_map(|id| names.get(id)).filter(|name| is_late(name));
        for called in late.filter(|_| !is_late(caller)) {
            culprits.push(format!("{} calls {}", caller.join("::"), called.join("::")));
        }
    }
    let held: Vec<String> = names.values().filter(|name| is_late(name)).map(|name| name.join("::")).collect();
    if held.is_empty() {
        return Ok(());
    }
    culprits.extend(held.into_iter().take(5).map(|name| format!("the first download holds {name}")));
    culprits.sort();
    culprits.dedup();
    let what = "a later page is in the first download; lead to it through src/lazy.rs, or name it in EARLY";
    Err(Failure(format!("{what}:\n  {}", culprits.join("\n  "))))
}

fn is_late(path: &[String]) -> bool {
    match path {
        [krate, layer, page, ..] if krate == "mlops_maturity" && (layer == "page" || layer == "pages") => {
            !EARLY.contains(&page.as_str())
        }
        [krate, layer, ..] => krate == "mlops_core" && layer == "report",
        _ => false,
    }
}

/// The path of a function from its mangled name (`_ZN4name4name17h…E`). For a method of a trait, the path of the
/// type.
fn path(mangled: &str) -> Vec<String> {
    let name = rustc_demangle::demangle(mangled).to_string();
    let name = name.trim_start_matches('<').split([' ', '>', '<']).next().unwrap_or_default();
    name.split("::").map(str::to_owned).collect()
}

#[derive(Default)]
struct Calls(Vec<FunctionId>);

impl Visitor<'_> for Calls {
    fn visit_call(&mut self, call: &Call) {
        self.0.push(call.func);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_is_not_named_as_early_is_late() {
        assert!(is_late(&path("_ZN14mlops_maturity4page6result11result_page17h0123456789abcdefE")));
        assert!(!is_late(&path("_ZN14mlops_maturity5pages4home8HomePage17h0123456789abcdefE")));
        assert!(!is_late(&path("memcpy")));
    }
}
