//! Links that this program did not make: a corpus with expected outcomes, read with the model
//! `fixtures/links/model.json`.
//!
//! A line is `outcome | kind | input`. The outcome is the name of a [`LinkError`], or `opens`. The input is a text
//! with `\u{…}` for invisible characters, or `sealed` and bytes in hexadecimal, which get the right checksum: the
//! attacker has read the documentation.

use std::fs;
use std::path::Path;

use crate::support::links::{sealed, small};
use mlops_core::link::{LinkKind, decode, encode};
use serde_json::Value;

fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap();
        whole.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        whole.push_str(rest);
    }
    whole
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

#[test]
fn every_hostile_link_comes_to_what_its_line_says() {
    let file: Value = serde_json::from_str(include_str!("../fixtures/links/model.json")).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hostile/links");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut count, mut wrong) = (0, Vec::new());
    for path in &files {
        let text = fs::read_to_string(path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy();
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty()) {
            let mut fields = line.splitn(3, " | ");
            let (must, kind, given) =
                (fields.next().unwrap(), fields.next().unwrap(), fields.next().unwrap_or_default());
            let kind = if kind == "invitation" { LinkKind::Invite } else { LinkKind::Result };
            let payload =
                given.strip_prefix("sealed ").map_or_else(|| unescaped(given), |hex| sealed(&file, &bytes(hex)));
            let found = decode(small(), kind, &payload);
            if let Ok(opened) = &found
                && opened.other_revision.is_none()
                && opened.unknown_parts + opened.retired_answers + opened.new_questions == 0
            {
                // Everything that opens could have been written by this program.
                assert!(encode(small(), kind, &opened.shared).is_ok(), "{name}:{}", at + 1);
            }
            let said = match &found {
                Ok(_) => "opens".to_owned(),
                Err(error) => format!("{error:?}"),
            };
            count += 1;
            if !said.starts_with(must) {
                wrong.push(format!("{name}:{}: must be {must}, is {said}: {given}", at + 1));
            }
        }
    }
    println!("{count} hostile links in {} files", files.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 70);
}
