//! The texts around the questions: what those of the built-in model promise, and what a model file must not contain.

use std::collections::BTreeSet;

use mlops_core::fault::Fault;
use mlops_core::model::file;
use mlops_core::model::level::Level;
use mlops_core::model::texts::Term;
use mlops_core::model::{Cover, Model};
use serde_json::{Value, json};

use crate::support::built_in;

const GOOD: &str = include_str!("../fixtures/models/good.json");

#[track_caller]
fn at_most(most: usize, text: &str) {
    let length = text.chars().count();
    assert!(length <= most, "{length} characters of {most}: {text}");
    assert!(!text.contains('!') && text.ends_with('.'), "{text}");
}

fn sentences(text: &str) -> usize {
    text.matches(". ").count() + usize::from(text.ends_with('.'))
}

#[test]
fn every_level_of_every_area_is_said_in_two_sentences_and_a_scene() {
    let model = built_in();
    for area in model.area_ixs() {
        for level in [Level::ZERO].into_iter().chain(Level::ASKED) {
            let id = &model.area(area).id;
            let found = model.texts().area_level(area, level);
            let said = found.unwrap_or_else(|| panic!("{id} at level {level} has no words"));
            at_most(190, &said.text);
            at_most(110, &said.scene);
            assert_eq!(sentences(&said.text), 2, "{id} at level {level}: {}", said.text);
        }
    }
    let scenes: BTreeSet<&str> = model.texts().area_levels.iter().map(|one| one.scene.as_str()).collect();
    assert_eq!(scenes.len(), model.texts().area_levels.len(), "a scene shows one level of one area");
}

#[test]
fn every_level_says_when_it_pays_off() {
    for text in built_in().levels() {
        let pays_off = text.pays_off.as_deref().unwrap_or_else(|| panic!("level {}", text.level));
        at_most(150, pays_off);
    }
}

#[test]
fn only_retrieval_is_skipped_as_a_whole() {
    let model = built_in();
    let skipped: Vec<&str> =
        model.areas().iter().filter(|area| area.skip_if.is_some()).map(|area| area.id.as_str()).collect();
    assert_eq!(skipped, ["retrieval-augmentation"]);
}

#[test]
fn the_article_stands_beside_the_page_it_is_about_and_tools_come_second() {
    let source = built_in().source();
    assert!(source.also[0].address.starts_with("https://oracore.dev/"), "{}", source.also[0].title);
    assert!(source.note.contains("Tool choice is secondary"), "{}", source.note);
}

fn spoken(model: &Model) -> String {
    let mut all = String::new();
    for one in model.capabilities() {
        for text in [one.name(), &one.question, &one.help, &one.next.action, &one.next.deliverable] {
            all.extend(
                text.to_lowercase().chars().map(|c| if c.is_alphanumeric() || "/-".contains(c) { c } else { ' ' }),
            );
            all.push(' ');
        }
    }
    all
}

#[test]
fn the_glossary_explains_what_the_questions_say_in_the_order_of_its_terms() {
    let (model, said) = (built_in(), spoken(built_in()));
    let glossary = &model.texts().glossary;
    assert!((25..=32).contains(&glossary.len()), "{} terms", glossary.len());
    let is_said = |form: &str| said.contains(&format!(" {} ", form.to_lowercase()));
    // Looked up by people who know the term by this name, although no question uses it.
    let by_that_name = ["champion", "challenger", "feature store"];
    for term in glossary {
        at_most(150, &term.meaning);
        for form in term.forms() {
            assert!(is_said(form) || by_that_name.contains(&form), "no question says \"{form}\"");
        }
        assert!(!term.meaning.to_lowercase().starts_with(&term.term.to_lowercase()), "{}", term.meaning);
    }
    assert!(
        glossary.is_sorted_by_key(|term: &Term| term.term.to_lowercase()),
        "a reader looks a term up by its letters"
    );
}

#[test]
fn habits_carry_over_from_mlops_to_every_genaiops_area() {
    let model = built_in();
    let (mlops, genaiops) = (model.find_track("mlops").unwrap(), model.find_track("genaiops").unwrap());
    let mut reached = BTreeSet::new();
    for one in &model.texts().carries_over {
        let (from, to) = (model.capability(one.from), model.capability(one.to));
        assert_eq!((model.track_of(one.from), model.track_of(one.to)), (mlops, genaiops), "{} to {}", from.id, to.id);
        at_most(120, &one.how);
        assert_eq!(sentences(&one.how), 1, "{}", one.how);
        reached.insert(to.area);
    }
    let areas: BTreeSet<_> = model.area_ixs().filter(|&at| model.area(at).track == genaiops).collect();
    assert_eq!(reached, areas);
    assert!(model.texts().carries_over.len() >= 15);
}

#[test]
fn what_the_crosswalk_says_of_its_own_cover_is_counted() {
    let model = built_in();
    for other in model.crosswalk() {
        for row in &other.rows {
            assert!(!row.relates.is_empty(), "{}: {} says nothing", other.id, row.name);
            let is_none = row.cover == Cover::None;
            assert_eq!(is_none, row.capabilities.is_empty(), "{}: {}", other.id, row.name);
        }
    }
    let tests = model.crosswalk().iter().find(|other| other.id == "ml-test-score").unwrap();
    let count = |cover: Cover| tests.rows.iter().filter(|row| row.cover == cover).count();
    let (reached, weak) = (tests.rows.len() - count(Cover::None), count(Cover::Weak));
    let told = format!("reach {reached} of the {} tests, {weak} of them in part only", tests.rows.len());
    assert!(tests.note.contains(&told), "{} should say: {told}", tests.note);
}

/// Questions to which "not applicable" is an honest answer for some team, and which team.
const HONESTLY_NOT_APPLICABLE: [(&str, &str); 23] = [
    ("int-app-build", "a bought application"),
    ("int-app-unit-tests", "a bought application"),
    ("int-app-release", "a bought application"),
    ("int-app-integration-tests", "a bought application"),
    ("int-model-smoke-test", "no consumer yet"),
    ("int-kpi-link", "the first release"),
    ("gen-model-retirement", "weights of one's own"),
    ("gen-gradual-exposure", "few users"),
    ("gen-shared-practice", "the only team"),
    ("gen-index-pipeline", "no index"),
    ("gen-index-rollback", "no index"),
    ("gen-index-freshness", "no index"),
    ("gen-user-feedback", "nobody reads single answers"),
    ("gen-human-escalation", "nobody is exposed to answers"),
    ("gen-tool-rights", "no tools"),
    ("gen-tool-list", "no tools"),
    ("gen-tool-approval", "no tool that acts for good"),
    ("gen-sandbox", "no generated code"),
    ("gen-run-eval", "no agents"),
    ("gen-run-limits", "no agents"),
    ("gen-judge-checked", "no LLM judge"),
    ("gen-provider-data", "models of one's own"),
    ("gen-disclosure", "nobody is exposed to answers"),
];

#[test]
fn a_question_that_may_not_apply_says_to_whom() {
    let model = built_in();
    for (id, whose) in HONESTLY_NOT_APPLICABLE {
        let help = &model.capability(model.find_capability(id).unwrap()).help;
        assert!(help.contains("Not applicable: "), "{id} leaves {whose} without an answer");
    }
}

fn with(field: &str, value: Value) -> Vec<String> {
    let mut model: Value = serde_json::from_str(GOOD).unwrap();
    model[field] = value;
    file::read(&model.to_string()).err().unwrap_or_default().iter().map(Fault::to_string).collect()
}

#[test]
fn every_rule_of_the_texts_has_its_message_and_its_place() {
    let words = |area: &str, level: u8| json!({ "area": area, "level": level, "text": "T.", "scene": "S." });
    let term = |term: &str, also: &[&str]| json!({ "term": term, "meaning": "M.", "also": also });
    let carries = |from: &str, to: &str| json!({ "from": from, "to": to, "how": "H." });
    let model = file::read(GOOD).unwrap();
    let area = model.areas()[0].id.as_str();
    let table: Vec<(&str, Value, Vec<String>)> = vec![
        ("area_levels", json!([words(area, 0), words(area, 4)]), vec![]),
        (
            "area_levels",
            json!([words("nowhere", 1)]),
            vec!["$.area_levels[0].area: there is no area \"nowhere\"".to_owned()],
        ),
        (
            "area_levels",
            json!([words(area, 5)]),
            vec!["$.area_levels[0].level: expected a whole number from 0 to 4, found 5".to_owned()],
        ),
        (
            "area_levels",
            json!([words(area, 1), words(area, 1)]),
            vec![format!("$.area_levels[1]: expected each level of an area once, found 1 of \"{area}\" again")],
        ),
        (
            "area_levels",
            json!([{ "area": area, "level": 1, "text": "T." }]),
            vec!["$.area_levels[0].scene: expected a text, found nothing".to_owned()],
        ),
        ("glossary", json!([term("drift", &["drifts"]), { "term": "skew", "meaning": "M." }]), vec![]),
        (
            "glossary",
            json!([term("drift", &["shift"]), term("shift", &[])]),
            vec!["$.glossary[1].term: expected each term in one entry, found \"shift\" again".to_owned()],
        ),
        ("glossary", json!("drift"), vec!["$.glossary: expected a list, found a text".to_owned()]),
        ("carries_over", json!([carries("first", "second")]), vec![]),
        (
            "carries_over",
            json!([carries("first", "gone")]),
            vec!["$.carries_over[0].to: there is no capability \"gone\"".to_owned()],
        ),
        (
            "carries_over",
            json!([carries("first", "second"), carries("first", "second")]),
            vec!["$.carries_over[1]: expected each pair once, found \"first\" to \"second\" again".to_owned()],
        ),
        (
            "carries_over",
            (0..401).map(|_| carries("first", "second")).collect(),
            vec!["$.carries_over: expected at most 400 carries_over, found 401".to_owned()],
        ),
    ];
    for (field, value, told) in table {
        assert_eq!(with(field, value.clone()), told, "{field} = {value}");
    }
}

#[test]
fn a_model_may_leave_the_texts_out_but_not_leave_them_empty() {
    let model = file::read(GOOD).unwrap();
    assert_eq!((model.levels()[0].pays_off.as_ref(), model.areas()[0].skip_if.as_ref()), (None, None));
    assert_eq!(*model.texts(), mlops_core::model::texts::Texts::default());
    let mut spoilt: Value = serde_json::from_str(GOOD).unwrap();
    spoilt["levels"][1]["pays_off"] = json!(" ");
    spoilt["areas"][0]["skip_if"] = json!("");
    let told: Vec<String> = file::read(&spoilt.to_string()).unwrap_err().iter().map(Fault::to_string).collect();
    assert_eq!(
        told,
        [
            "$.areas[0].skip_if: expected a text, found an empty one",
            "$.levels[1].pays_off: expected a text, found an empty one"
        ]
    );
}

/// The build writes the built-in model as two files, which together have to equal the whole.
#[test]
fn questions_and_guidance_read_apart_make_the_same_model() {
    let parts = mlops_content::parts(crate::support::json()).unwrap();
    let questions = file::read_questions(&parts.questions).unwrap();
    assert!(!questions.is_whole() && questions.patterns().is_empty());
    let whole = mlops_core::model::guidance::read(&parts.guidance, &questions).unwrap();
    assert!(whole.is_whole());
    assert_eq!(&whole, built_in());
    let shorter = parts.guidance.replacen("\"next\":", "\"other\":", 1);
    assert!(mlops_core::model::guidance::read(&shorter, &questions).is_err());
}
