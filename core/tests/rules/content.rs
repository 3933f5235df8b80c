//! The check of a model, rule by rule, and what the built-in model promises.

use crate::support::{built_in, json as built_in_json};
use mlops_core::fault::Fault;
use mlops_core::model::Weight;
use mlops_core::model::file;
use mlops_core::model::level::Level;
use serde_json::{Value, json};

const GOOD: &str = include_str!("../fixtures/models/good.json");

/// The valid model with one change. `null` removes the place.
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
    file::read(text).err().unwrap_or_default().iter().map(Fault::to_string).collect()
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
        (
            "/revision",
            json!(268_435_456),
            "$.revision: expected at most 268435455, so that links can hold it, found 268435456",
        ),
        ("/retired/0/key", json!(2), "$.retired[0].key: expected each key once, found 2 again"),
        ("/retired/0/track", json!("side"), "$.retired[0].track: there is no track \"side\""),
        ("/retired/0/essential", Value::Null, "$.retired[0].essential: expected true or false, found nothing"),
        ("/retired/0/key", json!(70_000), "$.retired[0].key: expected a whole number from 0 to 65535, found 70000"),
        (
            "/retired",
            json!([{ "key": 7, "essential": true, "track": "main" }, { "key": 7, "essential": true, "track": "main" }]),
            "$.retired[1].key: expected each key once, found 7 again",
        ),
        ("/support", json!(1.1), "$.support: expected a share above 0, to 1, such as 0.5"),
        ("/support", json!("half"), "$.support: expected a share above 0, to 1, such as 0.5"),
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
        (
            "/capabilities/0/weight",
            json!("heavy"),
            "$.capabilities[0].weight: expected \"core\", \"guard\" or \"supporting\", found \"heavy\"",
        ),
        (
            "/capabilities/0/next/per_model",
            json!([3, 2]),
            "$.capabilities[0].next.per_model: expected the lower end first, found 3 before 2",
        ),
        (
            "/capabilities/0/next/per_model",
            json!([1, 10_001]),
            "$.capabilities[0].next.per_model[1]: expected a whole number from 0 to 10000, found 10001",
        ),
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
        (
            "/capabilities/0/manual/stage",
            json!("dance"),
            "$.capabilities[0].manual.stage: there is no stage \"dance\"",
        ),
        (
            "/capabilities/0/manual/task",
            json!(""),
            "$.capabilities[0].manual.task: expected a text, found an empty one",
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
        ("/levels", Value::Null, "$.levels: expected the levels 0, 1, 2, 3, 4 in this order, found []"),
        ("/levels/0/name", json!(""), "$.levels[0].name: expected a text, found an empty one"),
        ("/source/also", json!({}), "$.source.also: expected a list, found an object"),
        ("/tracks/0/optional", json!("no"), "$.tracks[0].optional: expected true or false, found a text"),
        (
            "/stages",
            json!([{ "id": "train", "title": "a" }, { "id": "train", "title": "b" }]),
            "$.stages[1].id: expected each stage once, found \"train\" again",
        ),
        (
            "/lenses/0/id",
            json!(""),
            "$.lenses[0].id: expected an id of lower-case letters, digits and hyphens, at most 64 characters, found \"\"",
        ),
        (
            "/patterns/0/id",
            json!("a b"),
            "$.patterns[0].id: expected an id of lower-case letters, digits and hyphens, at most 64 characters, found \"a b\"",
        ),
        (
            "/crosswalk/0/id",
            json!("é"),
            "$.crosswalk[0].id: expected an id of lower-case letters, digits and hyphens, at most 64 characters, found \"é\"",
        ),
        ("/patterns/0/remedy/0", json!(""), "$.patterns[0].remedy[0]: expected a text, found an empty one"),
        ("/crosswalk/0/rows", Value::Null, "$.crosswalk[0].rows: expected a list, found nothing"),
        ("/capabilities/0/next", Value::Null, "$.capabilities[0].next.action: expected a text, found nothing"),
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
fn lists_too_long_to_be_compared_are_refused_before_anything_else() {
    let mut model: Value = serde_json::from_str(GOOD).unwrap();
    model["tracks"] = (0..30_000).map(|at| json!({ "id": format!("t{at}"), "title": "T" })).collect();
    model["patterns"] = (0..401).map(|_| json!({ "id": "p", "when": [], "why": "w", "remedy": [] })).collect();
    assert_eq!(
        faults(&model.to_string()),
        ["$.patterns: expected at most 400 patterns, found 401", "$.tracks: expected at most 28 tracks, found 30000"]
    );
}

#[test]
fn a_file_over_a_mebibyte_or_nested_without_end_is_refused_before_it_is_read() {
    let large = format!("{GOOD}{}", " ".repeat(file::MAX_BYTES));
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
    assert_eq!((model.tracks()[0].optional, model.tracks()[1].optional), (false, true));
    assert_eq!(model.crosswalk().len(), 3);
    assert_eq!(model.support().percent(), ("50".to_owned(), true));
    assert!(built_in_json().len() < file::MAX_BYTES);
}

#[test]
fn each_area_asks_as_much_at_each_level_as_was_agreed() {
    let model = built_in();
    let mut lines = vec![format!("{} stall patterns", model.patterns().len())];
    for area in model.area_ixs() {
        let here = |level| model.capabilities().iter().filter(move |one| one.area == area && one.level == level);
        let counts = Level::ASKED.map(|level| {
            let core = here(level).filter(|one| one.weight == Weight::Core).count();
            assert!(core > 0, "{} has nothing essential at level {level}", model.area(area).id);
            format!("level {level}: {core} of {}", here(level).count())
        });
        lines.push(format!("{}, essential of all: {}", model.area(area).id, counts.join(", ")));
    }
    for track in model.track_ixs() {
        let all: Vec<_> = model.capability_ixs().filter(|&at| model.track_of(at) == track).collect();
        let core = all.iter().filter(|&&at| model.capability(at).is_essential()).count();
        lines.push(format!("{}: {core} of {}", model.track(track).id, all.len()));
    }
    insta::assert_snapshot!(lines.join("\n"));
}

/// Questions that may contain "and", and why nobody could answer their two parts differently.
const ONE_THING_WITH_TWO_SIDES: [(&str, &str); 16] = [
    ("ppl-ds-de-pairing", "two groups do one thing together"),
    ("ppl-swe-in-loop", "two groups do one thing together"),
    ("cre-data-dictionary", "the parts of one entry"),
    ("ppl-handover-contract", "one contract has both"),
    ("ppl-signal-design", "two groups do one thing together"),
    ("cre-training-code-vcs", "one code base"),
    ("ppl-io-stewardship", "one contract has both"),
    ("cre-access-review", "one review covers both"),
    ("cre-feature-store", "the two sides of one definition"),
    ("cre-training-code-tests", "one test suite"),
    ("rel-model-card", "the parts of one page"),
    ("rel-env-as-code", "the list of what one set defines"),
    ("int-prediction-log", "the fields of one record"),
    ("gen-bundle-pinned", "the parts of one bundle"),
    ("gen-trace", "the fields of one trace"),
    ("gen-run-limits", "one limit in two units"),
];

/// Questions that may contain "or", because their two parts count as one.
const EITHER_WILL_DO: [(&str, &str); 6] = [
    ("rel-canary", "either limits the trial"),
    ("int-log-retention", "either agrees for the organisation"),
    ("gen-prompt-vcs", "either keeps every version"),
    ("gen-provider-health", "each is a way of being unhealthy"),
    ("cre-data-feed", "either is the manual act that is gone"),
    ("cre-training-trigger", "either is a start without a person"),
];

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[test]
fn every_question_asks_one_thing() {
    for one in built_in().capabilities() {
        let words = words(&one.question);
        for (word, allowed) in [("and", &ONE_THING_WITH_TWO_SIDES[..]), ("or", &EITHER_WILL_DO[..])] {
            let says = words.iter().any(|said| said == word);
            let may = allowed.iter().any(|(id, _)| *id == one.id);
            assert_eq!(says, may, "{} and its list disagree about \"{word}\": {}", one.id, one.question);
        }
    }
}

#[test]
fn every_question_asks_for_a_fact_in_one_breath() {
    const OPENINGS: [&str; 7] = ["Do ", "Does ", "Is ", "Are ", "Can ", "Has ", "Have "];
    for one in built_in().capabilities() {
        let question = &one.question;
        assert!(question.ends_with('?') && question.matches('?').count() == 1, "{}: {question}", one.id);
        assert!(OPENINGS.iter().any(|opening| question.starts_with(opening)), "{}: {question}", one.id);
        let length = question.chars().count();
        assert!((55..=130).contains(&length), "{}: {length} characters", one.id);
    }
}

#[test]
fn products_are_named_in_the_examples_only() {
    let model = built_in();
    let names: Vec<Vec<String>> =
        model.capabilities().iter().flat_map(|one| &one.examples).map(|name| words(name)).collect();
    assert!(names.len() > 100, "the examples are gone");
    for one in model.capabilities() {
        let mut texts = vec![&one.question, &one.help, &one.next.action, &one.next.deliverable, &one.next.done_when];
        texts.extend(&one.evidence);
        texts.extend(&one.title);
        texts.extend(one.manual.as_ref().map(|manual| &manual.task));
        for text in texts {
            let said = words(text);
            let named = names.iter().find(|name| said.windows(name.len()).any(|at| at == **name));
            assert_eq!(named, None, "{} names a product: {text}", one.id);
        }
    }
}

#[test]
fn every_text_keeps_to_the_length_that_the_guide_gives_it() {
    #[track_caller]
    fn at_most(most: usize, text: &str, id: &str) {
        let length = text.chars().count();
        assert!(length <= most, "{id}: {length} characters of {most}: {text}");
    }
    for one in built_in().capabilities() {
        let id = one.id.as_str();
        at_most(38, one.title.as_deref().unwrap(), id);
        at_most(260, &one.help, id);
        at_most(80, &one.basis, id);
        assert!(!one.help.is_empty() && !one.basis.is_empty(), "{id}");
        assert!((2..=3).contains(&one.evidence.len()), "{id}: {} pieces of evidence", one.evidence.len());
        one.evidence.iter().for_each(|text| at_most(85, text, id));
        at_most(130, &one.next.action, id);
        at_most(70, &one.next.deliverable, id);
        at_most(110, &one.next.done_when, id);
        assert!((1..=60).contains(&one.next.effort.min) && one.next.effort.max <= 60, "{id}: {:?}", one.next.effort);
        one.manual.iter().for_each(|manual| at_most(75, &manual.task, id));
    }
    for pattern in built_in().patterns() {
        at_most(45, &pattern.title, &pattern.id);
        at_most(220, &pattern.why, &pattern.id);
        at_most(160, &pattern.advice, &pattern.id);
    }
}

#[test]
fn a_misspelt_field_of_the_content_stops_the_build() {
    let schema: Value = serde_json::from_str(mlops_content::SCHEMA).unwrap();
    let told = |text: &str| {
        let faults = mlops_content::unknown(&serde_json::from_str(text).unwrap(), &schema);
        faults.into_iter().map(|(path, message)| format!("{path}: {message}")).collect::<Vec<_>>()
    };
    assert_eq!(told(built_in_json()), Vec::<String>::new());
    let table = [
        ("/hlep", "$.hlep: there is no such field here; there are area_levels, areas, capabilities,"),
        ("/source/also", ""),
        (
            "/source/adress",
            "$.source.adress: there is no such field here; there are also, note, address, licence, title",
        ),
        ("/tracks/0/optionel", "$.tracks[0].optionel: there is no such field here; there are optional, id, title"),
        ("/capabilities/1/next/done", "$.capabilities[1].next.done: there is no such field here; there are action,"),
        (
            "/patterns/0/when/1/any/0/was",
            "$.patterns[0].when[1].any[0].was: there is no such field here; there are any,",
        ),
        ("/patterns/0/when/0/any", "$.patterns[0].when[0]: expected one of any, capability, found them together"),
        (
            "/crosswalk/0/rows/0/names",
            "$.crosswalk[0].rows[0].names: there is no such field here; there are capabilities,",
        ),
    ];
    for (pointer, message) in table {
        let found = told(&spoilt(pointer, json!([])));
        match message {
            "" => assert_eq!(found, Vec::<String>::new(), "{pointer}"),
            _ => assert!(found.len() == 1 && found[0].starts_with(message), "{pointer}: {found:?}"),
        }
    }
}
