//! Every sentence that a person reads is in `core/src/words`, once. These tests search the other sources for literals
//! that look like sentences, and the words for duplicates.
//!
//! A literal looks like a sentence if it begins with a letter and has two words, or, in views, one word with a
//! capital. Literals that are no sentences, or are not for people who use the page, are in one of the lists below,
//! with the reason.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders and files that must not contain sentences, from the root of the repository.
const READ: [&str; 3] = ["src", "core/src", "public/embed.js"];
/// Views, in which one word with a capital counts too: alone it is a button, a label or a heading.
const VIEWS: [&str; 7] =
    ["src/pages", "src/components", "src/lazy", "src/app.rs", "src/browser", "src/state", "core/src/report"];

/// Sources that are no views, and why they may contain sentences.
const EXCUSED: [(&str, &str); 13] = [
    ("core/src/words", "the one place for them"),
    (
        "core/src/model",
        "faults of a questionnaire, for whoever writes one: in the words of its format, beside its path",
    ),
    ("core/src/evidence/signals.rs", "as above"),
    ("core/src/governance/read.rs", "as above"),
    ("core/src/fault.rs", "as above"),
    ("core/src/json", "as above"),
    ("core/src/json.rs", "as above"),
    ("core/src/message.rs", "as above, of messages between a page and its frame"),
    ("core/src/assessment/file", "as above, of assessment files"),
    ("core/src/assessment/file.rs", "as above, of assessment files"),
    ("core/src/assessment/seal.rs", "as above"),
    ("core/src/report/html.rs", "a style sheet, and markup"),
    ("core/src/report/tracker.rs", "columns that other products name"),
];

/// Literals that are no sentences, and why.
const NO_SENTENCES: [(&[&str], &str); 6] = [
    (
        &["Enter", "Escape", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "PageDown", "PageUp", "Home", "End"],
        "names of keys",
    ),
    (&["AbortError", "QuotaExceededError", "SecurityError"], "names that browsers give to errors"),
    (&["KiB", "MiB", "no browser", "an object"], "of a log, as what begins with \"expected\""),
    (&["cell held"], "classes of a shape"),
    (&["Arial, Helvetica, sans-serif"], "fonts of a file"),
    (
        &[
            "result groups",
            "result evidence",
            "main :is(a, button):not([popovertarget])",
            "main :is(input, textarea)",
        ],
        "parts of the program, and selectors of elements",
    ),
];

/// The folder of the words.
const WORDS: &str = "core/src/words";

/// Words that occur twice, and why: they have different meanings, which another language may distinguish.
const TWO_MEANINGS: [(&str, &str); 2] = [
    ("First", "what a team took up at first, and the first of two results"),
    ("result", "the name of a thing that is counted, and a word of an address"),
];

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sources(at: &Path, found: &mut Vec<PathBuf>) {
    if at.is_dir() {
        let mut inside: Vec<PathBuf> = fs::read_dir(at).unwrap().map(|entry| entry.unwrap().path()).collect();
        inside.sort();
        inside.iter().for_each(|one| sources(one, found));
    } else if at.extension().is_some_and(|ending| ending == "rs" || ending == "js") {
        found.push(at.to_owned());
    }
}

/// A string of a source: its line, the code before it on the line, and its text.
struct Literal {
    line: usize,
    before: String,
    /// The string before it.
    last: String,
    says: String,
}

/// The strings of a source, without comments, tests, and the values of attributes.
fn literals(source: &str) -> Vec<Literal> {
    let source = source.split("#[cfg(test)]\nmod ").next().unwrap();
    let letters: Vec<char> = source.chars().collect();
    let (mut at, mut line, mut before, mut found) = (0, 1, String::new(), Vec::new());
    let is = |at: usize, text: &str| text.chars().enumerate().all(|(on, one)| letters.get(at + on) == Some(&one));
    while at < letters.len() {
        let letter = letters[at];
        if is(at, "//") {
            while at < letters.len() && letters[at] != '\n' {
                at += 1;
            }
        } else if is(at, "/*") {
            while at < letters.len() && !is(at, "*/") {
                line += usize::from(letters[at] == '\n');
                at += 1;
            }
            at += 2;
        } else if letter == '\'' && letters.get(at + 2) == Some(&'\'') {
            at += 3;
        } else if is(at, "'\\") {
            at += 2;
            while letters[at] != '\'' {
                at += 1;
            }
            at += 1;
        } else if letter == '"' || (letter == '`' && !source.contains("//! ")) {
            let (begun, mut says) = (line, String::new());
            at += 1;
            while letters[at] != letter {
                if letters[at] == '\\' && letters[at + 1] == '\n' {
                    // A string that continues on the next line.
                    at += 1;
                    while letters[at].is_whitespace() {
                        line += usize::from(letters[at] == '\n');
                        at += 1;
                    }
                    continue;
                }
                if letters[at] == '\\' {
                    says.push(letters[at]);
                    at += 1;
                }
                line += usize::from(letters[at] == '\n');
                says.push(letters[at]);
                at += 1;
            }
            at += 1;
            let last = found.last().map(|last: &Literal| last.says.clone()).unwrap_or_default();
            found.push(Literal { line: begun, before: before.clone(), last, says });
            before.push_str("\"\"");
        } else {
            if letter == '\n' {
                line += 1;
                before.clear();
            } else {
                before.push(letter);
            }
            at += 1;
        }
    }
    found
}

/// Calls and attributes whose strings are for machines or for readers of the source.
const FOR_MACHINES: [&str; 17] = [
    "expecting = ",
    ".class(",
    "disclosure(",
    "reason = ",
    ".expect(",
    "panic!(",
    ".attr(\"\", ",
    "cfg(",
    "#[doc",
    "setAttribute(\"\", ",
    ".flag(",
    ".live(",
    "class = ",
    "class: ",
    "class=",
    "rel=",
    "import ",
];

/// Attributes that a screen reader reads out.
const READ_OUT: [&str; 4] = ["aria-label", "alt", "title", "placeholder"];

/// Whether a literal is in a list above, or is the `Display` of an error, which is for readers of a log.
fn is_none(says: &str) -> bool {
    says.starts_with("expected ") || NO_SENTENCES.iter().any(|(all, _)| all.contains(&says))
}

fn looks_like_a_sentence(literal: &Literal, is_view: bool) -> bool {
    let before = literal.before.trim_start();
    let is_read_out = before.ends_with(", ") && READ_OUT.contains(&literal.last.as_str());
    if FOR_MACHINES.iter().any(|call| before.ends_with(call)) && !is_read_out {
        return false;
    }
    let says = literal.says.trim_start();
    let words: Vec<&str> = says.split_whitespace().collect();
    let is_word =
        |word: &&&str| word.chars().all(|letter| letter.is_alphabetic() || ",.:;?'\u{2019}()".contains(letter));
    let begins = says.chars().next().is_some_and(char::is_alphabetic);
    let is_path = says.contains("::") || says.contains('/') && words.len() == 1;
    let has_capital =
        says.chars().next().is_some_and(char::is_uppercase) && says.chars().nth(1).is_some_and(char::is_lowercase);
    begins && !is_path && (words.iter().filter(is_word).count() >= 2 || (is_view && has_capital))
}

#[test]
fn every_sentence_stands_among_the_words() {
    let root = root();
    let mut found = Vec::new();
    READ.iter().for_each(|one| sources(&root.join(one), &mut found));
    assert!(found.len() > 100, "the sources are found");
    let mut told = Vec::new();
    for path in &found {
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        if EXCUSED.iter().any(|(excused, _)| name.starts_with(excused)) {
            continue;
        }
        let is_view = VIEWS.iter().any(|view| name.starts_with(view));
        for literal in literals(&fs::read_to_string(path).unwrap()) {
            if looks_like_a_sentence(&literal, is_view) && !is_none(&literal.says) {
                told.push(format!("{name}:{}: {:?}", literal.line, literal.says));
            }
        }
    }
    assert!(told.is_empty(), "{} sentences outside core/src/words:\n{}", told.len(), told.join("\n"));
}

/// A literal without the names of its values; `None` if it has only values and punctuation.
fn spoken(literal: &str) -> Option<String> {
    let mut says = String::new();
    for (at, part) in literal.split('{').enumerate() {
        let said = if at == 0 { part } else { part.split_once('}').map_or("", |(_, behind)| behind) };
        // A value, or the number of a character, was between the braces.
        says.push_str(if at == 0 || says.ends_with("\\u") { "" } else { "{}" });
        says.push_str(said);
    }
    let letters = says.replace("\\u", "").replace("\\n", "");
    letters.chars().any(char::is_alphabetic).then_some(says)
}

/// Whether a literal is a key in a list of keys with what they do.
fn is_key(literal: &Literal) -> bool {
    literal.before.contains("(&[") && !literal.before.contains(']')
}

/// Words of the catalogue that occur in two places, with both places.
fn twice(sources: &[(String, String)]) -> Vec<String> {
    let mut places: BTreeMap<String, String> = BTreeMap::new();
    let mut told = Vec::new();
    for (name, source) in sources {
        for literal in literals(source) {
            let Some(says) = spoken(&literal.says).filter(|_| !is_key(&literal)) else { continue };
            let place = format!("{name}:{}: {}", literal.line, literal.before.trim());
            match places.get(&says) {
                Some(first) => told.push(format!("{says:?}\n    {first}\n    {place}")),
                None => drop(places.insert(says, place)),
            }
        }
    }
    told
}

#[test]
fn no_word_of_the_catalogue_stands_in_two_places() {
    let root = root();
    let mut found = Vec::new();
    sources(&root.join(WORDS), &mut found);
    assert!(found.len() > 15, "the words are found");
    let name = |path: &PathBuf| path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
    let read: Vec<_> = found.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect();
    let told = twice(&read);
    let is_meant = |one: &&String| TWO_MEANINGS.iter().any(|(says, _)| one.starts_with(&format!("{says:?}\n")));
    let (meant, told): (Vec<_>, Vec<_>) = told.iter().partition(is_meant);
    let told: Vec<&str> = told.into_iter().map(String::as_str).collect();
    assert!(
        told.is_empty(),
        "{} words stand in two places; make one of them, and use it in both:\n{}",
        told.len(),
        told.join("\n")
    );
    assert_eq!(meant.len(), TWO_MEANINGS.len(), "what stands once needs no excuse:\n{meant:#?}");
}

/// Every string of the catalogue, with its place.
pub fn literals_of_the_words() -> Vec<(String, String)> {
    let root = root();
    let mut found = Vec::new();
    sources(&root.join(WORDS), &mut found);
    let of = |path: &PathBuf| -> Vec<(String, String)> {
        let name = path.strip_prefix(&root).unwrap().display().to_string();
        let source = fs::read_to_string(path).unwrap();
        literals(&source).into_iter().map(|one| (format!("{name}:{}", one.line), one.says)).collect()
    };
    found.iter().flat_map(of).collect()
}

#[test]
fn a_word_is_the_same_whatever_its_values_are_called() {
    let first = "pub const GO: &str = \"Go\";\nfn f() {\n    format!(\"Level {level}\")\n}\n";
    let second = "const DASH: &str = \"{number}\\u{2013}\";\nfn g() {\n    format!(\"Level {}\")\n}\nconst TO: &str = \"Go on\";\n";
    let sources = [("a.rs", first), ("b.rs", second)].map(|(name, says)| (name.to_owned(), says.to_owned()));
    assert_eq!(twice(&sources), ["\"Level {}\"\n    a.rs:3: format!(\n    b.rs:3: format!("]);
}

#[test]
fn a_sentence_in_a_view_is_found_and_a_class_is_not() {
    let source = "//! Words.\nfn f() {\n    el(\"p\").class(\"quiet is-big\").child(\"Nothing is here\") // \"A comment\"\n        .child(\"Go\").attr(\"aria-label\", \"On this page\").child('\"').child(\"a\\\n         b c\")\n}\n";
    let found: Vec<(usize, String)> = literals(source)
        .into_iter()
        .filter(|literal| looks_like_a_sentence(literal, true))
        .map(|literal| (literal.line, literal.says))
        .collect();
    let expected = [(3, "Nothing is here"), (4, "Go"), (4, "On this page"), (4, "ab c")];
    assert_eq!(found, expected.map(|(line, says)| (line, says.to_owned())));
}
