//! No text of the page uses a word that `docs/terms.md` has retired.

use std::path::Path;

use serde_json::Value;

use crate::seam::{literals_of_the_words, root};

/// The one sentence that may contain a retired word: the question that the product answers.
const ALLOWED: &str = "depends on a person remembering to push a button?";

/// A word that must not be used, and the term to use.
struct Retired {
    word: String,
    instead: String,
}

/// The words in `code font` of the last column of each table of `docs/terms.md`, and of its last paragraph.
fn retired(terms: &str) -> Vec<Retired> {
    let (tables, plain) = terms.split_once("## Plain English").unwrap();
    let in_code = |text: &str| text.split('`').skip(1).step_by(2).map(str::to_lowercase).collect::<Vec<_>>();
    let mut all = Vec::new();
    for row in tables.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| concept")) {
        let [_, _, page, _, not, _] = row.split('|').map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("a row of docs/terms.md without four columns: {row}");
        };
        all.extend(in_code(not).into_iter().map(|word| Retired { word, instead: page.to_owned() }));
    }
    let plain = in_code(plain).into_iter().map(|word| Retired { word, instead: "plain English".to_owned() });
    all.extend(plain);
    all
}

/// Whether a text contains a word or phrase as a whole.
fn contains(text: &str, word: &str) -> bool {
    let text = text.to_lowercase();
    let is_end = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
    text.match_indices(word)
        .any(|(at, _)| is_end(text[..at].chars().next_back()) && is_end(text[at + word.len()..].chars().next()))
}

/// Every retired word in a text, as a line for the person who wrote it.
fn faults(retired: &[Retired], place: &str, text: &str) -> Vec<String> {
    let text = text.replace(ALLOWED, "");
    let used = retired.iter().filter(|one| contains(&text, &one.word));
    used.map(|one| format!("{place}: \"{}\" is retired, use: {}\n    {text}", one.word, one.instead)).collect()
}

/// A literal without the names of its values: "{selected} of {of}" is "{} of {}".
fn without_values(literal: &str) -> String {
    let mut parts = literal.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + "{}" + part.split_once('}').map_or("", |(_, behind)| behind))
}

/// Fields of the questionnaire that are no sentences: ids, sources and titles of other works.
const NOT_READ: [&str; 9] = ["id", "area", "lens", "track", "step", "basis", "address", "source", "crosswalk"];

/// The sentences of the questionnaire, each with its place.
fn texts_of(value: &Value, place: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((place.to_owned(), text.clone())),
        Value::Array(items) => items.iter().for_each(|item| texts_of(item, place, found)),
        Value::Object(fields) => {
            let id = fields.get("id").and_then(Value::as_str).map(|id| format!("{place} {id}"));
            let place = id.as_deref().unwrap_or(place);
            for (name, value) in fields.iter().filter(|(name, _)| !NOT_READ.contains(&name.as_str())) {
                texts_of(value, &format!("{place} {name}"), found);
            }
        }
        _ => {}
    }
}

/// The text of a page before its program runs: without scripts, tags and comments.
fn text_of(html: &str) -> String {
    let mut rest = html.replace("<script>", "\0<").replace("</script>", "\0");
    rest = rest.split('\0').step_by(2).collect();
    let mut text = String::new();
    for part in rest.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
        text.push(' ');
    }
    text
}

#[test]
fn no_text_of_the_page_uses_a_retired_word() {
    let terms = std::fs::read_to_string(root().join("docs/terms.md")).unwrap();
    let retired = retired(&terms);
    assert!(retired.len() > 80, "the table is read: {}", retired.len());
    let mut told = Vec::new();
    for (place, text) in literals_of_the_words() {
        told.extend(faults(&retired, &place, &without_values(&text)));
    }
    let mut texts = Vec::new();
    texts_of(&serde_json::from_str(crate::support::json()).unwrap(), "content:", &mut texts);
    assert!(texts.len() > 1000, "the questionnaire is read: {}", texts.len());
    for (place, text) in &texts {
        told.extend(faults(&retired, place, text));
    }
    let page = std::fs::read_to_string(Path::new(&root()).join("index.html")).unwrap();
    told.extend(text_of(&page).lines().flat_map(|line| faults(&retired, "index.html", line)));
    assert!(told.is_empty(), "{} retired words:\n{}", told.len(), told.join("\n"));
}

#[test]
fn a_retired_word_is_found_as_a_whole_word_with_the_term_to_use() {
    let terms = "| concept | page | code | not |\n|---|---|---|---|\n| a | practice | `C` | `habit`, thing |\n## Plain English\n`anew`";
    let retired = retired(terms);
    assert_eq!(retired.len(), 2);
    assert_eq!(
        faults(&retired, "here", "A Habit, inhabited anew."),
        [
            "here: \"habit\" is retired, use: practice\n    A Habit, inhabited anew.",
            "here: \"anew\" is retired, use: plain English\n    A Habit, inhabited anew."
        ]
    );
    assert!(faults(&retired, "here", "A thing that is inhabited").is_empty());
}
