//! `gate` and `badge`: a result against the levels that a pipeline requires.

use serde_json::Value;

use crate::{Scratch, fed, run, said, text};

/// An assessment file in which every question up to a level is answered yes, and all others no.
fn team(level: u64) -> String {
    let model: Value = serde_json::from_str(&mlops_content()).unwrap();
    let answers: serde_json::Map<String, Value> = model["capabilities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let value = if one["level"].as_u64().unwrap() <= level { "yes" } else { "no" };
            (one["id"].as_str().unwrap().to_owned(), serde_json::json!({ "value": value }))
        })
        .collect();
    serde_json::json!({
        "format": "mlops-maturity/assessment", "version": 1, "model": { "id": model["id"], "revision": model["revision"] },
        "id": "gate-test", "title": "Payments | ML", "tracks": ["mlops"], "scope": "full",
        "created": "2026-11-23T09:00:00Z", "updated": "2026-11-23T09:12:00Z", "answers": answers
    })
    .to_string()
}

fn mlops_content() -> String {
    mlops_content::checked(mlops_content::folder()).unwrap()
}

#[test]
fn a_gate_passes_where_every_level_is_reached() {
    let file = Scratch::new("gate-passes.json", team(2));
    let output = run(&["gate", file.path(), "--min", "model-release=2", "--min", "overall=1"]);
    assert_eq!(said(&output, 0), "Passed.\n");
}

#[test]
fn a_gate_fails_with_the_reason() {
    let file = Scratch::new("gate-fails.json", team(1));
    let output = run(&["gate", file.path(), "--min", "model-release=2"]);
    assert_eq!(said(&output, 1), "Failed: Model release is at level 1. Required: level 2.\n");
}

#[test]
fn a_drop_from_the_baseline_fails_and_a_rise_passes() {
    let (before, after) = (Scratch::new("gate-before.json", team(2)), Scratch::new("gate-after.json", team(1)));
    let dropped = run(&["gate", after.path(), "--no-drop", before.path()]);
    let reasons = said(&dropped, 1);
    assert!(reasons.contains("Failed: Overall has dropped from level 2 to level 1.\n"), "{reasons}");
    assert_eq!(reasons.lines().count(), 5, "{reasons}");
    assert_eq!(said(&run(&["gate", before.path(), "--no-drop", after.path()]), 0), "Passed.\n");
}

#[test]
fn results_of_different_question_sets_are_not_compared() {
    let essentials = team(2).replace("\"full\"", "\"essentials\"");
    let (full, essentials) =
        (Scratch::new("gate-full.json", team(2)), Scratch::new("gate-essentials.json", essentials));
    let output = run(&["gate", full.path(), "--no-drop", essentials.path()]);
    assert!(said(&output, 1).contains("different question sets"));
}

#[test]
fn a_summary_for_a_merge_request_is_a_table() {
    let file = Scratch::new("gate-markdown.json", team(1));
    let output = run(&["gate", file.path(), "--min", "people=1", "--min", "model-release=2", "--markdown"]);
    let summary = said(&output, 1);
    for expected in [
        "## MLOps maturity: failed\n",
        "Payments \\| ML, 23 November 2026, question set: Full",
        "| People | level 1 | level 1 |  | passed |",
        "| Model release | level 1 | level 2 |  | **failed** |",
        "- Model release is at level 1.",
    ] {
        assert!(summary.contains(expected), "{expected} in {summary}");
    }
}

#[test]
fn facts_for_a_catalogue_are_flat() {
    let file = Scratch::new("gate-json.json", team(1));
    let output = run(&["gate", file.path(), "--min", "model-release=2", "--json"]);
    let facts: Value = serde_json::from_str(said(&output, 1)).unwrap();
    assert_eq!((facts["overall_low"].as_u64(), facts["passed"].as_bool()), (Some(1), Some(false)));
    assert_eq!(facts["failures"].as_array().unwrap().len(), 1);
    assert!(facts.as_object().unwrap().values().all(|value| !value.is_object()));
}

#[test]
fn what_a_gate_cannot_check_is_said() {
    let file = Scratch::new("gate-wrong.json", team(1));
    for (arguments, expected) in [
        (vec!["gate", file.path()], "state what to check"),
        (vec!["gate", file.path(), "--min", "release=2"], "expected one of people, "),
        (vec!["gate", file.path(), "--min", "people=7"], "expected a level from 0 to 4"),
        (vec!["gate", file.path(), "--min", "people"], "expected AREA=LEVEL"),
        (vec!["gate", "no-such-file.json", "--min", "people=1"], "no-such-file.json: "),
    ] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains(expected), "{}", text(&output.stderr));
    }
    assert_eq!(fed(&["gate", "-", "--min", "people=1"], team(1).as_bytes()).status.code(), Some(0));
}

#[test]
fn a_gate_claims_no_level_where_nothing_is_known() {
    let nothing = Scratch::new("gate-nothing.json", {
        let mut file: Value = serde_json::from_str(&team(2)).unwrap();
        file["answers"] = serde_json::json!({});
        file.to_string()
    });
    let before = Scratch::new("gate-nothing-before.json", team(2));
    let asked = ["gate", nothing.path(), "--min", "people=1", "--no-drop", before.path()];
    let output = run(&asked);
    let plain = said(&output, 1);
    assert!(plain.contains("Failed: People is not known yet. Required: level 1.\n"), "{plain}");
    assert!(plain.contains("Failed: People was at level 2 and is not known yet.\n"), "{plain}");
    let output = run(&[asked.as_slice(), &["--markdown"]].concat());
    let table = said(&output, 1);
    assert!(table.contains("| People | not known yet | level 1 | level 2 | **failed** |"), "{table}");
    assert!(!table.contains("level 0"), "{table}");
}

/// The file of a team with every answer replaced by this one.
fn all_answered(word: &str) -> String {
    let mut file: Value = serde_json::from_str(&team(2)).unwrap();
    for answer in file["answers"].as_object_mut().unwrap().values_mut() {
        answer["value"] = Value::from(word);
    }
    file.to_string()
}

#[test]
fn a_gate_fails_where_a_level_disappears() {
    let before = Scratch::new("gate-had-levels.json", all_answered("yes"));
    let after = Scratch::new("gate-no-levels.json", all_answered("na"));
    let output = run(&["gate", after.path(), "--no-drop", before.path(), "--markdown"]);
    let table = said(&output, 1);
    assert!(table.contains("- Model release had a level before and has none now"), "{table}");
    assert!(table.contains("| Model release |  |  | level 4 | **failed** |"), "{table}");
    let output = run(&["badge", after.path()]);
    assert!(said(&output, 0).contains("MLOps maturity: no level"));
}

#[test]
fn what_is_not_scored_is_said_beside_every_output() {
    let mut file: Value = serde_json::from_str(&team(2)).unwrap();
    file["answers"]["of-another-questionnaire"] = serde_json::json!({ "value": "yes" });
    file["model"]["revision"] = Value::from(9);
    let file = Scratch::new("not-of-this-model.json", file.to_string());
    for arguments in
        [&["result", file.path(), "--json"][..], &["score", file.path()], &["gate", file.path(), "--min", "people=0"]]
    {
        let output = run(arguments);
        let stderr = text(&output.stderr);
        assert!(output.status.success(), "{stderr}");
        assert!(
            stderr.contains("1 answer to questions that are not in this questionnaire"),
            "{arguments:?}: {stderr}"
        );
        assert!(stderr.contains("made with revision 9 of the questionnaire"), "{arguments:?}: {stderr}");
    }
}

#[test]
fn a_badge_says_the_overall_level_in_its_picture_and_its_name() {
    let file = Scratch::new("badge.json", team(2));
    let output = run(&["badge", file.path()]);
    let svg = said(&output, 0);
    assert!(svg.starts_with("<svg ") && svg.contains("aria-label=\"MLOps maturity: level 2\""), "{svg}");
    let nothing = Scratch::new("badge-nothing.json", {
        let mut file: Value = serde_json::from_str(&team(2)).unwrap();
        file["answers"] = serde_json::json!({});
        file.to_string()
    });
    assert!(said(&run(&["badge", nothing.path()]), 0).contains("MLOps maturity: not known yet"));
}
