//! Short names for what the program and its script call each other by.
//!
//! wasm-bindgen names every import and export after its Rust path and a hash. Nobody reads them, and hashes do not
//! compress: they are 4 kB of the download. Both sides get the same short ones.

use walrus::Module;

use crate::shell::Failure;

/// The module name under which the script hands over its functions.
const HOST: &str = "h";

/// What is asked for by name from outside, and so keeps it.
const KNOWN: [&str; 2] = ["memory", "__wbindgen_start"];

/// Renames imports and exports in a program and in its script.
pub fn shorten(program: &[u8], script: &str) -> Result<(Vec<u8>, String), Failure> {
    let mut module =
        Module::from_buffer(program).map_err(|error| Failure(format!("the program is no module: {error}")))?;
    let mut script = script.to_owned();
    let mut renamed = Vec::new();
    let mut host = None;
    for (number, import) in module.imports.iter_mut().enumerate() {
        host = Some(std::mem::replace(&mut import.module, HOST.to_owned()));
        let short = format!("i{number:x}");
        renamed.push((std::mem::replace(&mut import.name, short.clone()), short));
    }
    for (number, export) in module.exports.iter_mut().enumerate() {
        if !KNOWN.contains(&export.name.as_str()) {
            let short = format!("e{number:x}");
            renamed.push((std::mem::replace(&mut export.name, short.clone()), short));
        }
    }
    if let Some(host) = host {
        script = script.replace(&format!("\"{host}\""), &format!("\"{HOST}\""));
    }
    // Longer ones first: a name may be the beginning of another.
    renamed.sort_unstable_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    for (name, short) in &renamed {
        script = replace_word(&script, name, short);
    }
    Ok((module.emit_wasm(), script))
}

/// Replaces a name wherever it stands as a whole word.
fn replace_word(text: &str, name: &str, by: &str) -> String {
    let is_part =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric() || "_$".contains(letter));
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let (before, found) = rest.split_at(at);
        let after = &found[name.len()..];
        replaced.push_str(before);
        let is_word = !is_part(replaced.chars().next_back()) && !is_part(after.chars().next());
        replaced.push_str(if is_word { by } else { name });
        rest = after;
    }
    replaced.push_str(rest);
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_replaced_as_a_whole_word_only() {
        assert_eq!(replace_word("wasm.ab(ab_c, $ab, ab)", "ab", "e0"), "wasm.e0(ab_c, $ab, e0)");
    }
}
