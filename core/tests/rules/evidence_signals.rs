//! The check of signals, rule by rule.

use crate::support::{built_in, json as built_in_json};
use mlops_core::evidence::signals::{self, Find};
use mlops_core::fault::Fault;
use mlops_core::model::{Model, file};
use serde_json::{Value, json};

fn small_model() -> Model {
    file::read(include_str!("../fixtures/models/good.json")).unwrap()
}

fn good() -> Value {
    json!({
        "scan": {
            "skipped_folders": ["node_modules"],
            "ignored_files": ["@tests"],
            "file_sets": [
                { "id": "python", "files": ["**/*.py"] },
                { "id": "tests", "files": ["@python", "**/tests/**"] }
            ],
            "facts": [
                { "id": "training", "title": "Training code", "finds": [{ "name": "A fit", "files": ["@python"], "contains": [["fit("]] }] },
                { "id": "serving", "title": "Scoring code", "needs": ["training"], "finds": [{ "name": "A route", "files": ["@python"] }] }
            ]
        },
        "signals": [
            { "id": "tracking", "capability": "first", "needs": ["training"], "says": "{name} records runs", "check": "Every run?",
              "finds": [
                { "name": "A tracker", "files": ["@python"], "except": ["**/old/**"], "contains": [["log("], ["import"]], "without": ["test"], "at_most": 1 },
                { "all": [{ "fact": "training" }, { "any": [{ "name": "git", "files": [".git/head"] }] }] }
              ] }
        ]
    })
}

fn faults(value: &Value) -> Vec<String> {
    signals::read(&value.to_string(), &small_model()).err().unwrap_or_default().iter().map(Fault::to_string).collect()
}

#[test]
fn good_signals_have_no_fault() {
    assert_eq!(faults(&good()), Vec::<String>::new());
    assert_eq!(faults(&json!({})), Vec::<String>::new(), "a questionnaire may have none");
}

#[test]
fn every_rule_has_its_message_and_its_place() {
    let find = "/signals/0/finds/0";
    let table: Vec<(String, Value, &str)> = vec![
        ("/signals/0/capability".into(), json!("gone"), "$.signals[0].capability: there is no capability \"gone\""),
        ("/signals/0/id".into(), json!("A b"), "$.signals[0].id: expected an id of lower-case letters"),
        ("/signals/0/needs".into(), json!(["rag"]), "$.signals[0].needs: there is no fact \"rag\" before this"),
        ("/signals/0/says".into(), json!(" "), "$.signals[0].says: expected a text, found an empty one"),
        ("/signals/0/check".into(), json!(""), "$.signals[0].check: expected a text, found an empty one"),
        ("/signals/0/finds".into(), json!([]), "$.signals[0].finds: expected at least one find"),
        ("/signals".into(), json!({}), "$.signals: expected a list"),
        (format!("{find}/name"), json!(""), "$.signals[0].finds[0].name: expected a text, found an empty one"),
        (format!("{find}/files"), json!([]), "$.signals[0].finds[0].files: expected 1 to 100 patterns, found 0"),
        (
            format!("{find}/files/0"),
            json!("**/*.{py"),
            "$.signals[0].finds[0].files[0]: expected a pattern: unclosed brace",
        ),
        (
            format!("{find}/files/0"),
            json!("@ruby"),
            "$.signals[0].finds[0].files[0]: there is no set of files \"ruby\" before this",
        ),
        (format!("{find}/files/0"), json!("/etc/*"), "$.signals[0].finds[0].files[0]: expected a pattern of a path"),
        (format!("{find}/files/0"), json!("!*.py"), "$.signals[0].finds[0].files[0]: expected a pattern of a path"),
        (
            format!("{find}/except/0"),
            json!("{a,b}{a,b}{a,b}{a,b}{a,b}"),
            "$.signals[0].finds[0].except[0]: expected at most 4 groups in braces",
        ),
        (
            format!("{find}/contains/0"),
            json!([]),
            "$.signals[0].finds[0].contains[0]: expected 1 to 400 texts, found 0",
        ),
        (
            format!("{find}/contains/1/0"),
            json!(""),
            "$.signals[0].finds[0].contains[1][0]: expected a text, found an empty one",
        ),
        (
            format!("{find}/without/0"),
            json!("two\nlines"),
            "$.signals[0].finds[0].without[0]: expected one line of at most 200 bytes",
        ),
        (format!("{find}/at_most"), json!(0), "$.signals[0].finds[0].at_most: expected at least 1"),
        (format!("{find}/at_most"), json!("one"), "$.signals[0].finds[0]: invalid type: string \"one\""),
        (format!("{find}/fact"), json!("training"), "$.signals[0].finds[0]: expected one of \"files\""),
        (
            "/signals/0/finds/1/all/0/fact".into(),
            json!("rag"),
            "$.signals[0].finds[1].all[0].needs: there is no fact \"rag\" before this",
        ),
        (
            "/signals/0/finds/1/all/1/any".into(),
            json!([{ "all": [{ "all": [{ "fact": "training" }] }] }]),
            "$.signals[0].finds[1].all[1].any[0].all[0]: expected finds at most 3 deep",
        ),
        (
            "/scan/skipped_folders/0".into(),
            json!("a/b"),
            "$.scan.skipped_folders[0]: expected the name of a folder, found \"a/b\"",
        ),
        (
            "/scan/file_sets/0/files/0".into(),
            json!("@tests"),
            "$.scan.file_sets[0].files[0]: there is no set of files \"tests\" before this",
        ),
        (
            "/scan/facts/0/needs".into(),
            json!(["serving"]),
            "$.scan.facts[0].needs: there is no fact \"serving\" before this",
        ),
        ("/scan/facts/1/id".into(), json!("training"), "$.scan.facts[1].id: expected each id once"),
    ];
    for (pointer, value, expected) in table {
        let mut signals = good();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        match signals.pointer_mut(parent).unwrap() {
            Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
            parent => parent[name] = value,
        }
        let found = faults(&signals);
        assert!(found.iter().any(|fault| fault.starts_with(expected)), "{pointer}: {found:?}");
    }
}

#[test]
fn all_faults_are_found_at_once() {
    let mut signals = good();
    signals["signals"][0]["capability"] = json!("gone");
    signals["signals"][0]["finds"][0]["contains"][0][0] = json!("");
    signals["scan"]["facts"][0]["title"] = json!("");
    assert_eq!(faults(&signals).len(), 3, "{:?}", faults(&signals));
}

#[test]
fn sets_of_sets_do_not_multiply() {
    let mut sets = vec![json!({ "id": "s0", "files": ["**/*.py"] })];
    for at in 1..400 {
        let before = format!("@s{}", at - 1);
        sets.push(json!({ "id": format!("s{at}"), "files": [before, before] }));
    }
    let file = json!({ "scan": { "file_sets": sets } });
    let signals = signals::read(&file.to_string(), &small_model()).unwrap();
    assert!(mlops_core::evidence::Scanner::new(signals).is_ok());
}

#[test]
fn the_built_in_signals_rest_on_four_finds_or_more() {
    let signals = signals::read(built_in_json(), built_in()).unwrap();
    assert_eq!((signals.signals.len(), signals.scan.facts.len()), (58, 5));
    for signal in &signals.signals {
        let finds: u32 = signal.basis.split(' ').nth(2).unwrap().parse().unwrap();
        assert!(finds >= 4, "{}: {}", signal.id, signal.basis);
        assert!(signal.check.ends_with('?') && !signal.says.ends_with(['.', ':']), "{}", signal.id);
        assert!(signal.needs.len() + usize::from(signal.id == "cre-feature-store") > 0, "{} needs a fact", signal.id);
    }
}

#[test]
fn every_set_of_files_is_used() {
    let signals = signals::read(built_in_json(), built_in()).unwrap();
    fn patterns<'a>(find: &'a Find, all: &mut Vec<&'a str>) {
        match find {
            Find::Files(find) => all.extend(find.files.iter().chain(&find.except).map(String::as_str)),
            Find::All(_, finds) | Find::Any(_, finds) => finds.iter().for_each(|find| patterns(find, all)),
            Find::Fact(_) => {}
        }
    }
    let mut all: Vec<&str> = signals.scan.ignored_files.iter().map(String::as_str).collect();
    all.extend(signals.scan.file_sets.iter().flat_map(|set| &set.files).map(String::as_str));
    let facts = signals.scan.facts.iter().flat_map(|fact| &fact.finds);
    facts.chain(signals.signals.iter().flat_map(|signal| &signal.finds)).for_each(|find| patterns(find, &mut all));
    for set in &signals.scan.file_sets {
        assert!(all.contains(&format!("@{}", set.id).as_str()), "@{} is used nowhere", set.id);
    }
}
