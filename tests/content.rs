//! The check of a model, rule by rule, and the built-in model by what it promises.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use mlops_maturity::built_in::{JSON, built_in};
use mlops_maturity::codec::model_file;
use mlops_maturity::domain::fault::Fault;
use mlops_maturity::domain::level::Level;
use serde_json::{Value, json};

const GOOD: &str = include_str!("fixtures/models/good.json");

/// The good model with one place changed. `null` takes the place away.
fn spoilt(pointer: &str, value: Value) -> String {
    let mut model: Value = serde_json::from_str(GOOD).unwrap();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match model.pointer_mut(parent).unwrap() {
        Value::Object(object) if value.is_null() => {
            object.remove(name).unwrap_or_else(|| panic!("{pointer} is not there"));
        }
        Value::Object(object) => {
            object.insert(name.to_owned(), value);
        }
        Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
        _ => panic!("{pointer} leads nowhere"),
    }
    model.to_string()
}

fn faults(text: &str) -> Vec<String> {
    model_file::read(text).err().unwrap_or_default().iter().map(Fault::to_string).collect()
}

#[test]
fn the_small_model_is_good() {
    assert_eq!(faults(GOOD), Vec::<String>::new());
}

#[test]
fn every_rule_has_its_message_and_its_place() {
    let table: Vec<(&str, Value, &str)> = vec![
        ("/format", json!("other"), "$.format: expected \"mlops-maturity/model\": is this a model file?"),
        ("/version", json!(2), "$.version: this page reads version 1, found the newer version 2"),
        ("/version", json!("1"), "$.version: expected version 1"),
        ("/id", json!(""), "$.id: expected a text, found an empty one"),
        ("/revision", json!(0), "$.revision: expected a whole number from 1 to 4294967295, found 0"),
        ("/revision", json!(1.5), "$.revision: expected a whole number from 1 to 4294967295, found 1.5"),
        ("/support", json!(1.1), "$.support: expected a share from 0 to 1, such as 0.5"),
        ("/support", json!("half"), "$.support: expected a share from 0 to 1, such as 0.5"),
        ("/source", Value::Null, "$.source.title: expected a text, found nothing"),
        (
            "/levels/2/number",
            json!(3),
            "$.levels: expected the levels 0, 1, 2, 3, 4 in this order, found [0, 1, 3, 3, 4]",
        ),
        ("/tracks", json!([]), "$: expected at least one track, one area and one capability"),
        ("/areas/0/track", json!("side"), "$.areas[0].track: there is no track \"side\""),
        (
            "/areas/0/id",
            json!("Area One"),
            "$.areas[0].id: expected an id of lower-case letters, digits and hyphens, at most 64 characters, found \"Area One\"",
        ),
        ("/capabilities/1/key", json!(1), "$.capabilities[1].key: expected each key once, found 1 again"),
        (
            "/capabilities/1/key",
            json!(70_000),
            "$.capabilities[1].key: expected a whole number from 0 to 65535, found 70000",
        ),
        (
            "/capabilities/1/id",
            json!("first"),
            "$.capabilities[1].id: expected each capability once, found \"first\" again",
        ),
        ("/capabilities/0/area", json!("nowhere"), "$.capabilities[0].area: there is no area \"nowhere\""),
        ("/capabilities/0/lens", json!("glass"), "$.capabilities[0].lens: there is no lens \"glass\""),
        ("/capabilities/0/level", json!(5), "$.capabilities[0].level: expected a level from 1 to 4, found 5"),
        ("/capabilities/0/level", json!(0), "$.capabilities[0].level: expected a level from 1 to 4, found 0"),
        ("/capabilities/0/question", json!("  "), "$.capabilities[0].question: expected a text, found an empty one"),
        ("/capabilities/0/question", json!(7), "$.capabilities[0].question: expected a text, found a number"),
        ("/capabilities/0/question", Value::Null, "$.capabilities[0].question: expected a text, found nothing"),
        ("/capabilities/0/core", json!("yes"), "$.capabilities[0].core: expected true or false, found a text"),
        ("/capabilities/0/evidence", json!("one"), "$.capabilities[0].evidence: expected a list, found a text"),
        (
            "/capabilities/0/examples",
            json!(["a", "b", "c", "d"]),
            "$.capabilities[0].examples: expected at most three examples, found 4",
        ),
        ("/capabilities/1/needs", json!(["third"]), "$.capabilities[1].needs[0]: there is no capability \"third\""),
        (
            "/capabilities/0/needs",
            json!(["second"]),
            "$.capabilities[0].needs[0]: \"second\" is at level 2, above the level 1 of what needs it",
        ),
        (
            "/capabilities/1/needs",
            json!(["second"]),
            "$.capabilities[1].needs: \"second\" needs itself, directly or through what it needs",
        ),
        ("/capabilities/0/button/step", json!("dance"), "$.capabilities[0].button.step: there is no step \"dance\""),
        (
            "/capabilities/0/button/act",
            json!(""),
            "$.capabilities[0].button.act: expected a text, found an empty one",
        ),
        (
            "/capabilities/0/next/effort",
            json!([3, 2]),
            "$.capabilities[0].next.effort: expected the lower end first, found 3 before 2",
        ),
        (
            "/capabilities/0/next/effort",
            json!([3]),
            "$.capabilities[0].next.effort: expected two numbers of person-days, the lower first",
        ),
        (
            "/capabilities/0/next/done_when",
            Value::Null,
            "$.capabilities[0].next.done_when: expected a text, found nothing",
        ),
        ("/patterns/0/when", json!([]), "$.patterns[0].when: expected at least one condition"),
        (
            "/patterns/0/when/0/is",
            json!(["maybe"]),
            "$.patterns[0].when[0].is[0]: expected \"yes\", \"partly\", \"no\" or \"unknown\", found \"maybe\"",
        ),
        ("/patterns/0/when/0/is", json!(["na"]), "$.patterns[0].when[0].is: expected at least one answer"),
        (
            "/patterns/0/when/0/capability",
            json!("gone"),
            "$.patterns[0].when[0].capability: there is no capability \"gone\"",
        ),
        ("/patterns/0/when/1/any", json!([]), "$.patterns[0].when[1].any: expected at least one condition"),
        ("/patterns/0/remedy", json!(["gone"]), "$.patterns[0].remedy[0]: there is no capability \"gone\""),
        (
            "/crosswalk/0/rows/0/capabilities",
            json!(["gone"]),
            "$.crosswalk[0].rows[0].capabilities[0]: there is no capability \"gone\"",
        ),
        (
            "/crosswalk/0/rows/0/cover",
            json!("half"),
            "$.crosswalk[0].rows[0].cover: expected \"full\", \"weak\" or \"none\", found \"half\"",
        ),
    ];
    for (pointer, value, message) in table {
        let found = faults(&spoilt(pointer, value.clone()));
        assert!(found.iter().any(|fault| fault == message), "{pointer} = {value}: {found:#?} lacks {message:?}");
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let mut model: Value = serde_json::from_str(GOOD).unwrap();
    model["title"] = json!("");
    model["capabilities"][0]["level"] = json!(9);
    model["capabilities"][1]["lens"] = json!("glass");
    assert_eq!(faults(&model.to_string()).len(), 3);
}

#[test]
fn more_capabilities_than_anybody_answers_are_refused() {
    let mut model: Value = serde_json::from_str(GOOD).unwrap();
    let one = model["capabilities"][0].clone();
    let many = (0..401).map(|at| {
        let mut copy = one.clone();
        copy["key"] = json!(at);
        copy["id"] = json!(format!("c{at}"));
        copy
    });
    model["capabilities"] = many.collect();
    model["patterns"] = json!([]);
    model["crosswalk"] = json!([]);
    assert_eq!(faults(&model.to_string()), ["$.capabilities: expected at most 400 capabilities, found 401"]);
}

#[test]
fn a_file_over_a_mebibyte_or_nested_without_end_is_refused_before_it_is_read() {
    let large = format!("{GOOD}{}", " ".repeat(model_file::MAX_BYTES));
    assert_eq!(faults(&large), [format!("$: expected at most 1048576 bytes (1 MiB), found {}", large.len())]);
    assert!(faults(&"[".repeat(100_000))[0].starts_with("$: expected JSON"));
    assert!(faults("")[0].starts_with("$: expected JSON"));
}

#[test]
fn a_longer_cycle_is_found_too() {
    let mut model: Value = serde_json::from_str(GOOD).unwrap();
    model["capabilities"][0]["level"] = json!(2);
    model["capabilities"][0]["needs"] = json!(["second"]);
    let found = faults(&model.to_string());
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found.iter().all(|fault| fault.contains("needs itself")));
}

#[test]
fn the_built_in_model_has_what_it_promises() {
    let model = built_in();
    let in_track = |id: &str| {
        let track = model.find_track(id).unwrap();
        model.capability_ixs().filter(move |&at| model.track_of(at) == track).collect::<Vec<_>>()
    };
    let mlops = in_track("mlops");
    assert_eq!(mlops.len(), 70);
    assert_eq!(mlops.iter().filter(|&&at| model.capability(at).core).count(), 37);
    let genai = in_track("genaiops");
    assert_eq!(genai.len(), 25);
    assert!(genai.iter().all(|&at| model.capability(at).core));
    assert_eq!(model.patterns().len(), 30);
    assert_eq!((model.tracks()[0].optional, model.tracks()[1].optional), (false, true));
    assert_eq!(model.crosswalk().iter().map(|other| other.id.as_str()).collect::<Vec<_>>().len(), 3);
    assert!((model.support() - 0.5).abs() < f64::EPSILON);
    assert!(JSON.len() < model_file::MAX_BYTES);
}

#[test]
fn each_area_asks_as_much_at_each_level_as_the_sources_give() {
    let model = built_in();
    let expected = [
        ("people", [3, 2, 3, 4], [0, 1, 2, 1]),
        ("model-creation", [3, 10, 4, 5], [1, 9, 1, 2]),
        ("model-release", [3, 4, 9, 2], [1, 3, 5, 1]),
        ("application-integration", [4, 4, 4, 6], [4, 0, 3, 3]),
    ];
    for (id, all, core) in expected {
        let area = model.find_area(id).unwrap();
        for (at, level) in Level::RUNGS.into_iter().enumerate() {
            let here = || model.capabilities().iter().filter(|one| one.area == area && one.level == level);
            assert_eq!(here().count(), all[at], "{id} at {level}");
            assert_eq!(here().filter(|one| one.core).count(), core[at], "{id} at {level}, core");
        }
    }
}

#[test]
fn keys_never_change_and_are_never_given_twice() {
    // Links store keys: a line of this list may be added, none may change.
    let golden: Vec<(u16, String)> = include_str!("fixtures/keys.txt")
        .lines()
        .map(|line| line.split_once(' ').unwrap())
        .map(|(key, id)| (key.parse().unwrap(), id.to_owned()))
        .collect();
    let model = built_in();
    let found: Vec<(u16, String)> = model
        .by_key()
        .into_iter()
        .map(|at| (model.capability(at).key.number(), model.capability(at).id.clone()))
        .collect();
    assert_eq!(found, golden);
}

#[test]
fn every_question_can_be_read_in_a_breath_and_asks_one_thing() {
    // "And" inside one fact: the two sides of one hand-over, or the fields of one record.
    let both_sides = [
        "cre-training-code-vcs",
        "cre-managed-compute",
        "cre-feature-store",
        "cre-training-code-tests",
        "ppl-handover-contract",
        "ppl-signal-design",
        "rel-env-promotion",
        "rel-env-as-code",
        "int-prediction-log",
        "gen-eval-set",
    ];
    let model = built_in();
    for one in model.capabilities() {
        let question = &one.question;
        assert!(question.ends_with('?') && question.matches('?').count() == 1, "{}: {question}", one.id);
        assert!((20..=150).contains(&question.chars().count()), "{}: {} characters", one.id, question.len());
        assert!(!one.evidence.is_empty() && !one.help.is_empty() && one.title.is_some(), "{}", one.id);
        let names = one.examples.iter().filter(|name| question.contains(name.as_str())).count();
        assert_eq!(names, 0, "{} names a product in its question", one.id);
        if question.contains(" and ") {
            assert!(
                both_sides.contains(&one.id.as_str()) || question.matches(" and ").count() == 1,
                "{}: {question}",
                one.id
            );
        }
    }
}
