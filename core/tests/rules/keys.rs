//! Keys are permanent: questions in a link never change their meaning.
//!
//! `fixtures/keys.txt` records every key ever used, with its id, whether it is core, and its track. Lines before
//! [`UNRELEASED`] belong to a release and never change; those after it follow the content until the next release.

use std::fs;
use std::path::Path;

use crate::support::built_in;
use mlops_core::model::Model;

const UNRELEASED: &str = "# unreleased";
const REGENERATE: &str = "UPDATE_KEYS=1 cargo test -p mlops-core --offline keys";

/// A line of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    key: u16,
    id: String,
    essential: bool,
    track: String,
    is_retired: bool,
}

impl Line {
    fn parse(line: &str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let (key, id) = (words.next()?.parse().ok()?, words.next()?.to_owned());
        let essential = match words.next()? {
            "essential" => true,
            "supporting" => false,
            _ => return None,
        };
        let track = words.next()?.to_owned();
        let is_retired = match words.next() {
            None => false,
            Some("retired") => true,
            Some(_) => return None,
        };
        words.next().is_none().then_some(Self { key, id, essential, track, is_retired })
    }

    fn text(&self) -> String {
        let essential = if self.essential { "essential" } else { "supporting" };
        let retired = if self.is_retired { " retired" } else { "" };
        format!("{} {} {essential} {}{retired}", self.key, self.id, self.track)
    }
}

/// The keys of the model in order. Retired ones have no id any more.
fn present(model: &Model) -> Vec<Line> {
    let live = model.capability_ixs().map(|at| {
        let one = model.capability(at);
        let track = model.track(model.track_of(at)).id.clone();
        Line { key: one.key.number(), id: one.id.clone(), essential: one.is_essential(), track, is_retired: false }
    });
    let retired = model.retired().iter().map(|one| {
        let track = model.track(one.track).id.clone();
        Line { key: one.key.number(), id: "-".to_owned(), essential: one.essential, track, is_retired: true }
    });
    let mut all: Vec<Line> = live.chain(retired).collect();
    all.sort_by_key(|line| line.key);
    all
}

/// The record as it has to be, or every way in which the content breaks the promise of a release.
fn expected(record: &str, present: &[Line]) -> Result<String, Vec<String>> {
    let (released, _) = record
        .split_once(&format!("{UNRELEASED}\n"))
        .ok_or_else(|| vec![format!("there is no line \"{UNRELEASED}\" in it")])?;
    let mut broken = Vec::new();
    let mut kept = Vec::new();
    let mut text = String::new();
    for line in released.lines() {
        if line.starts_with('#') || line.is_empty() {
            text.push_str(&format!("{line}\n"));
            continue;
        }
        let Some(promised) = Line::parse(line) else {
            broken.push(format!("\"{line}\" is no line of a release: key, id, essential or supporting, track"));
            continue;
        };
        let Some(now) = present.iter().find(|now| now.key == promised.key) else {
            broken.push(format!(
                "{line}: key {} is gone. Links of older releases need it: list it under [[retired]] in content/model.toml",
                promised.key
            ));
            continue;
        };
        if now.essential != promised.essential || now.track != promised.track {
            broken.push(format!(
                "{line}: it is now \"{}\". Whether the essentials ask a key, and its track, never change: retire it, and give the capability a new key",
                now.text()
            ));
        } else if !now.is_retired && (now.id != promised.id || promised.is_retired) {
            broken.push(format!("{line}: the key now belongs to \"{}\". A key is given once", now.id));
        }
        let is_retired = promised.is_retired || now.is_retired;
        text.push_str(&format!("{}\n", Line { is_retired, ..promised.clone() }.text()));
        kept.push(promised.key);
    }
    let highest = kept.iter().max().copied();
    text.push_str(&format!("{UNRELEASED}\n"));
    for line in present.iter().filter(|line| !kept.contains(&line.key)) {
        if let Some(highest) = highest.filter(|&highest| line.key < highest) {
            broken.push(format!(
                "{} is new, and its key is not above {highest}, the highest of a release: older links would be shifted",
                line.text()
            ));
        }
        text.push_str(&format!("{}\n", line.text()));
    }
    if broken.is_empty() { Ok(text) } else { Err(broken) }
}

#[test]
fn keys_keep_what_every_release_promised_of_them() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/keys.txt");
    let record = fs::read_to_string(&path).unwrap();
    let expected = expected(&record, &present(built_in()))
        .unwrap_or_else(|broken| panic!("the content breaks links of older releases:\n{}", broken.join("\n")));
    if record != expected && std::env::var_os("UPDATE_KEYS").is_some() {
        fs::write(&path, &expected).unwrap();
        return;
    }
    let missing = |from: &str, other: &str| {
        from.lines()
            .filter(|line| !other.lines().any(|one| one == *line))
            .map(str::to_owned)
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert!(
        record == expected,
        "core/tests/fixtures/keys.txt does not say what the content says. Nothing released is touched, so write it anew:\n\
         {REGENERATE}\n\nmissing in it:\n{}\n\nno longer so:\n{}",
        missing(&expected, &record),
        missing(&record, &expected)
    );
}

#[test]
fn a_broken_promise_on_keys_is_told_line_by_line() {
    let line = |text: &str| Line::parse(text).unwrap();
    let record = "# header\n1 first essential main\n2 second supporting main\n4 fourth essential main\n# unreleased\n5 fifth essential main\n";
    let now = |lines: &[&str]| expected(record, &lines.iter().map(|one| line(one)).collect::<Vec<_>>());
    let whole = ["1 first essential main", "2 second supporting main", "4 fourth essential main"];
    // Unreleased lines follow the content, and a retired key keeps its id in the record.
    assert_eq!(
        now(&[whole[0], "2 - supporting main retired", whole[2], "7 new essential more"]).unwrap(),
        "# header\n1 first essential main\n2 second supporting main retired\n4 fourth essential main\n# unreleased\n7 new essential more\n"
    );
    for (lines, told) in [
        (vec![whole[0], whole[2]], "key 2 is gone"),
        (vec!["1 first supporting main", whole[1], whole[2]], "and its track, never change"),
        (vec!["1 first essential more", whole[1], whole[2]], "and its track, never change"),
        (vec!["1 other essential main", whole[1], whole[2]], "A key is given once"),
        (vec![whole[0], whole[1], "3 third essential main", whole[2]], "not above 4"),
    ] {
        let broken = now(&lines).unwrap_err();
        assert!(broken.len() == 1 && broken[0].contains(told), "{broken:?}");
    }
}
