//! Hostile input: files in `fixtures/hostile/`, each with the expected outcome.
//!
//! `models/` are changes to `models/good.json`: a place, and the value to put there. `texts/` are texts with the
//! expected output of each writer; in addition, a reader of each format checks every writer on every text.
//! `messages/` are messages from an embedding page.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use mlops_core::message::{self, HostMessage};
use mlops_core::model::file::read;
use mlops_core::report::csv;
use mlops_core::report::document::{Document, Line};
use mlops_core::report::tracker::{Tracker, notation};
use mlops_core::report::{html, markdown};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::{Map, Value};

/// The files of a corpus by name. Without its files, a test would check nothing.
fn corpus(kind: &str, at_least: usize) -> Vec<(String, Value)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hostile").join(kind);
    let mut found: Vec<(String, Value)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap())
        })
        .collect();
    found.sort_by(|one, other| one.0.cmp(&other.0));
    println!("{kind}: {} files", found.len());
    assert!(found.len() >= at_least, "only {} {kind}", found.len());
    found
}

/// Expands a short form: `{"repeat": x, "times": n}` is a list of n times x, or with `"text": true` a text of them;
/// `{"nest": name, "times": n, "around": x}` is x inside n lists of an object with one field.
fn expanded(value: &Value) -> Value {
    let number = |name: &str| usize::try_from(value.get(name).and_then(Value::as_u64).unwrap()).unwrap();
    match value {
        Value::Object(fields) if fields.contains_key("repeat") => {
            let one = &fields["repeat"];
            if fields.contains_key("text") {
                return Value::from(one.as_str().unwrap().repeat(number("times")));
            }
            Value::Array(vec![expanded(one); number("times")])
        }
        Value::Object(fields) if fields.contains_key("nest") => {
            let name = fields["nest"].as_str().unwrap();
            let wrap = |inner: Value| Value::Array(vec![Map::from_iter([(name.to_owned(), inner)]).into()]);
            (0..number("times")).fold(expanded(&fields["around"]), |inner, _| wrap(inner))
        }
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), expanded(value))).collect(),
        Value::Array(list) => list.iter().map(expanded).collect(),
        _ => value.clone(),
    }
}

fn put(root: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match root.pointer_mut(parent).unwrap() {
        Value::Object(fields) => drop(fields.insert(name.to_owned(), value)),
        Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
        other => panic!("{pointer} leads into {other}"),
    }
}

fn changed(case: &Value) -> String {
    let mut model: Value = serde_json::from_str(include_str!("../fixtures/models/good.json")).unwrap();
    for (pointer, value) in case["changes"].as_object().unwrap() {
        put(&mut model, pointer, expanded(value));
    }
    model.to_string()
}

#[test]
fn every_hostile_model_is_refused_or_opened_as_its_file_says() {
    let mut wrong = String::new();
    for (name, case) in corpus("models", 30) {
        let text = changed(&case);
        let faults = read(&text).err();
        let said: Vec<String> = faults.iter().flatten().map(ToString::to_string).collect();
        let is_as_said = match case["must"].as_str().unwrap() {
            "refused" => faults.is_some(),
            "opened" => faults.is_none(),
            other => panic!("{name}: {other}"),
        };
        let says = case.get("says").and_then(Value::as_str);
        let is_named = says.is_none_or(|says| said.iter().any(|fault| fault.starts_with(says)));
        let most = case.get("faults_at_most").and_then(Value::as_u64);
        let is_short = most.is_none_or(|most| said.len() as u64 <= most);
        if !is_as_said || !is_named || !is_short {
            writeln!(wrong, "{name}: {} faults, the first {:.160?}", said.len(), said.first()).unwrap();
        }
        assert!(said.iter().all(|fault| fault.len() < 1_000), "{name} repeats what it refuses at full length");
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_model_is_refused_in_time_that_grows_with_its_size_and_not_with_its_square() {
    let best = |mut look: Box<dyn FnMut()>| {
        let once = |_| {
            let start = Instant::now();
            look();
            start.elapsed()
        };
        (0..3).map(once).min().unwrap_or(Duration::MAX)
    };
    for (name, case) in corpus("models", 30) {
        let text = changed(&case);
        if text.len() < 500_000 {
            continue;
        }
        let parsing = text.clone();
        let parsed = best(Box::new(move || drop(serde_json::from_str::<Value>(&parsing))));
        let checked = best(Box::new(move || drop(read(&text))));
        println!("{name}: parsed in {parsed:?}, checked in {checked:?}");
        assert!(checked < parsed * 20 + Duration::from_millis(20), "{name}: {checked:?}, parsed in {parsed:?}");
    }
}

#[test]
fn every_hostile_message_is_heard_as_its_file_says() {
    for (name, case) in corpus("messages", 30) {
        let text = match case.get("text") {
            Some(text) => text.as_str().unwrap().to_owned(),
            None => expanded(&case["message"]).to_string(),
        };
        let heard = match case["must"].as_str().unwrap() {
            "ignored" => None,
            "theme dark" => Some(HostMessage::Theme(Some("dark"))),
            "theme light" => Some(HostMessage::Theme(Some("light"))),
            "theme auto" => Some(HostMessage::Theme(None)),
            "get-result" => Some(HostMessage::GetResult),
            other => panic!("{name}: {other}"),
        };
        assert_eq!(message::read(&text), heard, "{name}");
    }
}

/// The output of a writer for a text.
fn written(text: &str, by: &str) -> String {
    let mut document = Document::default();
    match by {
        "markdown" => {
            document.paragraph(Line::plain(text));
            markdown::write(&document).trim_end().to_owned()
        }
        "html" => {
            document.paragraph(Line::plain(text));
            let page = html::write(&document);
            page.trim_end().trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
        }
        "bdi" => {
            document.paragraph(Line::named_foreign("Owner", text));
            html::write(&document).trim_end().to_owned()
        }
        "csv" => csv::write(&[vec![text.to_owned()]]),
        "jira" => notation::escaped(text, Tracker::Jira),
        "github" => notation::escaped(text, Tracker::GitHub),
        "gitlab" => notation::escaped(text, Tracker::GitLab),
        "azure" => notation::escaped(text, Tracker::AzureBoards),
        other => panic!("there is no writer {other}"),
    }
}

#[test]
fn every_hostile_text_is_written_as_its_file_says() {
    let mut wrong = String::new();
    for (name, case) in corpus("texts", 35) {
        let text = case["text"].as_str().unwrap();
        for (by, must) in case["must"].as_object().unwrap() {
            let found = written(text, by);
            let must = must.as_str().unwrap();
            let must = if by == "csv" { format!("\"{}\"\r\n", must.replace('"', "\"\"")) } else { must.to_owned() };
            if found != must {
                writeln!(wrong, "{name} by {by}:\n  found {found:?}\n  not   {must:?}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The words of a text, without punctuation and invisible characters.
fn words(text: &str) -> Vec<String> {
    let unseen = |c: char| c == '\u{200b}';
    let text: String = text.chars().filter(|&c| !unseen(c)).collect();
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What a reader of Markdown with every extension sees: the text, and everything that is more than text.
fn read_markdown(text: &str) -> (String, Vec<String>) {
    let (mut seen, mut more) = (String::new(), Vec::new());
    for event in Parser::new_ext(text, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            Event::Text(text) => seen.push_str(&text),
            Event::SoftBreak => seen.push(' '),
            other => more.push(format!("{other:?}")),
        }
    }
    (seen, more)
}

const fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || !letter.is_ascii()
}

/// What a reader of Jira's notation sees. An unescaped mark is more than text.
fn read_jira(text: &str) -> (String, Vec<char>) {
    let (mut seen, mut more) = (String::new(), Vec::new());
    let text = text.replace("&#92;", "\u{e000}");
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let escapes = letter == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation);
        if escapes {
            seen.extend(letters.next());
            continue;
        }
        let before = seen.chars().last().is_some_and(is_letter);
        let next = letters.peek().copied();
        let is_mark = matches!(letter, '*' | '_' | '-' | '+' | '^' | '~') && !before;
        let is_cite = letter == '?' && next == Some('?');
        let opens = is_cite || (is_mark && next.is_some_and(|next| !next.is_whitespace()));
        if opens || matches!(letter, '{' | '}' | '[' | ']' | '|' | '!' | '\\') {
            more.push(letter);
        }
        seen.push(if letter == '\u{e000}' { '\\' } else { letter });
    }
    (seen, more)
}

/// What a reader of HTML sees. A tag is more than text.
fn read_html(text: &str) -> (String, Vec<char>) {
    let more = text.chars().filter(|c| matches!(c, '<' | '>' | '"' | '\'' | '\u{ffff}' | '\u{fffe}')).collect();
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")];
    (named.iter().fold(text.to_owned(), |text, (name, letter)| text.replace(name, letter)), more)
}

/// Whether a text mentions a person or links a thing.
fn calls(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(2).any(|two| two[0] == '@' && two[1].is_alphanumeric())
}

fn assert_is_only_text(text: &str) {
    let meant = text.replace(['\u{ffff}', '\u{fffe}'], "\u{fffd}");
    for by in ["markdown", "github", "gitlab"] {
        let markdown = written(text, by);
        let (seen, more) = read_markdown(&markdown);
        assert_eq!((words(&seen), more), (words(text), Vec::new()), "{by}: {markdown:?}");
        assert!(by == "markdown" || !calls(&markdown), "{by}: {markdown:?}");
        assert!(!markdown.replace("\\{", "").contains('{'), "{by}: {markdown:?}");
    }
    let jira = written(text, "jira");
    let (seen, more) = read_jira(&jira);
    assert_eq!((words(&seen), more), (words(text), Vec::new()), "jira: {jira:?}");
    for by in ["html", "azure"] {
        let html = written(text, by);
        let (seen, more) = read_html(&html);
        assert_eq!((words(&seen), more), (words(&meant), Vec::new()), "{by}: {html:?}");
    }
}

#[test]
fn no_hostile_text_is_more_than_text_to_any_reader() {
    for (name, case) in corpus("texts", 35) {
        println!("{name}");
        assert_is_only_text(case["text"].as_str().unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn no_text_is_more_than_text_to_any_reader(text in "([-!-/:-@\\[-`{-~ \n]|[a-z0-9]|https://|import |h1\\. |\u{202e}|\u{ffff}){0,24}") {
        assert_is_only_text(&text);
    }
}
