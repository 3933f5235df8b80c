//! The assessment file: what is written can be read again, and a broken file names its faulty places.

use crate::support::built_in;
use mlops_core::assessment::file::{self, FileError};
use mlops_core::assessment::stamp::Stamp;
use mlops_core::assessment::{Assessment, Origin, clean_title};
use mlops_core::model::answer::Answer;
use mlops_core::moment::{Day, Moment};
use mlops_core::scoring::case::{QuestionSet, Scope};
use mlops_core::web_url::is_web_url;
use proptest::prelude::*;
use serde_json::{Value, json};

/// The example of the published format, with fields of a later version at every depth.
const GOLDEN: &str = include_str!("../fixtures/assessments/v1.json");

fn golden() -> Assessment {
    file::read(GOLDEN).unwrap()
}

#[test]
fn the_published_example_reads_as_it_says() {
    let file = golden();
    assert_eq!((file.title.as_str(), file.scope, file.tracks.len()), ("Payments ML", Scope::Essentials, 1));
    let response = file.responses.get("cre-exp-tracking").unwrap();
    assert_eq!(response.value, Some(Answer::Yes));
    assert_eq!(response.note, "MLflow since May");
    assert_eq!(file.target.get("model-release").unwrap().number(), 3);
    assert_eq!(file.plan.get("cre-exp-tracking").unwrap().due, Day::parse("2027-02-01"));
    assert_eq!(file.snapshots[0].label, "baseline");
    assert_eq!(file.about, "Card fraud scoring, 3 live models");
    assert_eq!(
        (file.people, file.outcomes.days_to_live, file.outcomes.hours_to_restore),
        (Some(2), Some(21), Some(6))
    );
    assert_eq!((file.models, response.evidence_date), (Some(3), Day::parse("2026-11-20")));
    assert_eq!((response.from, file.ignored[0].folder.as_str()), (Some(Origin::Repository), "payments"));
    assert_eq!(file.outcomes.last_release, Day::parse("2026-11-02"));
    assert_eq!(
        (file.sources[0].from.as_str(), file.sources[0].link.as_str()),
        ("Ana, data science", "https://x/#/r/A")
    );
    assert_eq!(response.stamp, Stamp { at: 1_795_424_400_000, by: "k3f9".to_owned() });
    let taken_back = file.responses.get("rel-lineage").unwrap();
    assert_eq!((taken_back.value, taken_back.is_empty(), taken_back.stamp.at), (None, true, 1_795_424_500_000));
    assert_eq!(file.changed.get("target/model-release").unwrap().by, "k3f9");
    assert_eq!(file.updated.to_string(), "2026-11-23T09:12:00Z");
}

#[test]
fn fields_that_this_version_does_not_know_are_written_back_at_every_depth() {
    let before: Value = serde_json::from_str(GOLDEN).unwrap();
    let after: Value = serde_json::from_str(&file::write(&golden())).unwrap();
    assert_eq!(after, before);
}

#[test]
fn an_answer_to_an_unknown_question_is_kept_and_named() {
    let file = golden();
    assert_eq!(file.unknown_capability_ids(built_in()), ["from-another-model"]);
    assert!(file::write(&file).contains("from-another-model"));
}

fn spoilt(change: impl FnOnce(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(GOLDEN).unwrap();
    change(&mut file);
    file.to_string()
}

#[track_caller]
fn faults(text: &str) -> Vec<String> {
    match file::read(text) {
        Err(FileError::Faults(faults)) => faults.iter().map(ToString::to_string).collect(),
        other => panic!("expected faults, found {other:?}"),
    }
}

#[test]
fn each_fault_names_its_place() {
    let answers = |file: &mut Value| file["answers"]["cre-exp-tracking"]["value"] = json!("ja");
    assert_eq!(
        faults(&spoilt(answers)),
        [
            "$.answers[\"cre-exp-tracking\"].value: expected \"yes\", \"partly\", \"no\", \"unknown\" or \"na\", found \"ja\""
        ]
    );
    assert_eq!(
        faults(&spoilt(|file| file["created"] = json!("yesterday"))),
        ["$.created: expected a moment such as \"2026-11-23T09:00:00Z\", found \"yesterday\""]
    );
    assert_eq!(
        faults(&spoilt(|file| file["target"]["people"] = json!(5))),
        ["$.target[\"people\"]: expected a whole number from 0 to 4, found 5"]
    );
    assert_eq!(
        faults(&spoilt(|file| file["plan"]["cre-exp-tracking"]["due"] = json!("2027-02-30"))),
        ["$.plan[\"cre-exp-tracking\"].due: expected a day such as \"2027-02-01\", found \"2027-02-30\""]
    );
    let two = spoilt(|file| {
        file["scope"] = json!("half");
        file["snapshots"] = json!({});
    });
    assert_eq!(faults(&two).len(), 2, "all at once");
}

#[test]
fn what_is_no_assessment_file_is_refused_for_what_it_is() {
    assert!(matches!(file::read("{"), Err(FileError::NotJson(_))));
    assert!(matches!(file::read(&"[".repeat(1_000_000)), Err(FileError::NotJson(_))));
    assert_eq!(file::read("[]"), Err(FileError::NotOurs));
    assert_eq!(file::read(r#"{"format":"mlops-maturity/model","version":1}"#), Err(FileError::NotOurs));
    let newer = r#"{"format":"mlops-maturity/assessment","version":7}"#;
    assert_eq!(file::read(newer), Err(FileError::NewerVersion(7)));
    let large = " ".repeat(file::MAX_BYTES + 1);
    assert_eq!(file::read(&large), Err(FileError::TooLarge(large.len())));
}

#[test]
fn what_can_be_read_of_a_damaged_file_is_kept() {
    let text = spoilt(|file| {
        file["answers"]["int-app-build"] = json!({ "value": 17, "note": "kept" });
        file["answers"]["int-app-release"] = json!(["not", "an", "answer"]);
    });
    let recovered = file::recover(&text);
    let assessment = recovered.assessment.unwrap();
    assert_eq!(recovered.faults.len(), 2);
    assert_eq!(assessment.responses.get("cre-exp-tracking").unwrap().value, Some(Answer::Yes));
    assert_eq!(assessment.responses.get("int-app-build").unwrap().note, "kept");
    assert!(assessment.responses.get("int-app-release").is_none());
}

#[test]
fn a_text_that_is_too_long_is_told_and_its_beginning_kept() {
    let long = |note: &str| {
        spoilt(|file| {
            file["answers"]["cre-exp-tracking"]["note"] = json!(note);
            file["plan"]["cre-exp-tracking"]["owner"] = json!(note);
        })
    };
    let most = "ä".repeat(file::MAX_NOTE_CHARS);
    let whole = file::read(&long(&most)).unwrap();
    assert_eq!(whole.responses.get("cre-exp-tracking").unwrap().note, most);
    let typed = file::read(&long(" half a word \n")).unwrap();
    assert_eq!(typed.responses.get("cre-exp-tracking").unwrap().note, " half a word \n", "to the letter");
    for more in [1, 1_000_000] {
        let text = long(&format!("{most}{}", "!".repeat(more)));
        let found = 4_000 + more;
        assert_eq!(
            faults(&text),
            [
                format!("$.answers[\"cre-exp-tracking\"].note: expected at most 4000 characters, found {found}"),
                format!("$.plan[\"cre-exp-tracking\"].owner: expected at most 4000 characters, found {found}"),
            ]
        );
        let kept = file::recover(&text).assessment.unwrap();
        assert_eq!(kept.responses.get("cre-exp-tracking").unwrap().note, most);
    }
}

#[test]
fn a_target_that_cannot_be_read_is_no_target() {
    for bad in [json!(5), json!(-1), json!(2.5), json!("3"), json!(4_294_967_296_u64), Value::Null] {
        let text = spoilt(|file| file["target"]["model-release"] = bad.clone());
        let recovered = file::recover(&text);
        assert_eq!((recovered.faults.len(), recovered.assessment.unwrap().target.len()), (1, 0), "{bad}");
    }
}

#[test]
fn a_byte_order_mark_does_not_hide_a_file() {
    assert_eq!(file::read(&format!("\u{feff}{GOLDEN}")), Ok(golden()));
}

/// Names with which serde_json marks a number that it keeps as text, and a text that it keeps unparsed.
const MAGIC: [&str; 2] = ["$serde_json::private::Number", "$serde_json::private::RawValue"];

#[test]
fn no_name_of_a_field_is_anything_but_a_name_at_any_depth() {
    let holders = [
        ("\"later\": {", "{\"$\": 1}"),
        ("\"edition\":", "\"1e999999999\""),
        ("\"mood\":", "\"x\""),
        ("\"cost\":", "[{\"$\": \"12\"}]"),
        ("\"by\": \"Ana\"", "{\"$\": {\"$\": \"7\"}}"),
        ("\"format\":", "\"17\""),
    ];
    for name in MAGIC.map(|name| [name.to_owned(), name.replace('$', "\\u0024")]).concat() {
        for (before, value) in holders {
            let field = format!("\"{name}\": {}", value.replace('$', &name));
            let text = match before.strip_suffix('{') {
                Some(_) => GOLDEN.replacen(before, &format!("{before}{field}, "), 1),
                None => GOLDEN.replacen(before, &format!("{field}, {before}"), 1),
            };
            assert_ne!(text, GOLDEN);
            let found = file::read(&text).unwrap();
            for again in [file::read(&file::write(&found)), file::read_stored(&file::write_stored(&found))] {
                assert_eq!(again.as_ref(), Ok(&found), "{text}");
            }
            // It is preserved, and does not affect a merge.
            let kept = file::write(&found);
            assert!(kept.contains(&name.replace("\\u0024", "$")), "{kept}");
            for merged in [golden().merged_with(&found), found.merged_with(&golden())] {
                assert_eq!(merged.responses.get("cre-exp-tracking").unwrap().value, Some(Answer::Yes));
                assert_eq!(file::read(&file::write(&merged)), Ok(merged));
            }
        }
    }
}

#[test]
fn a_file_without_answers_is_no_whole_one() {
    for bad in ["\"answerz\"", "\"Answers\"", "\"answers \""] {
        let text = GOLDEN.replacen("\"answers\"", bad, 1);
        assert_eq!(faults(&text), ["$.answers: expected an object, found nothing"]);
    }
    assert_eq!(file::read(&spoilt(|file| file["answers"] = json!({}))).unwrap().responses.len(), 0);
}

#[test]
fn names_that_mean_something_to_a_script_are_only_names() {
    let text = spoilt(|file| {
        file["answers"]["__proto__"] = json!({ "value": "no" });
        file["constructor"] = json!({ "prototype": 1 });
    });
    let file = file::read(&text).unwrap();
    assert_eq!(file.responses.get("__proto__").unwrap().value, Some(Answer::No));
    assert!(file::write(&file).contains("constructor"));
}

#[test]
fn a_title_is_one_line_that_reads_in_one_direction() {
    assert_eq!(clean_title("  a\n\tb\u{202e}c\u{0}d  "), "a bc d");
    assert_eq!(clean_title(&"x".repeat(500)).len(), 120);
    assert_eq!(clean_title("\u{2066}\u{2069}"), "");
}

#[test]
fn only_addresses_of_the_web_become_links() {
    for good in ["https://wiki/x", "http://a.example/?q=1#f", "HTTPS://EXAMPLE.ORG"] {
        assert!(is_web_url(good), "{good}");
    }
    for bad in [
        "javascript:alert(1)",
        "data:text/html,x",
        "//host/x",
        "https://",
        "https://user:pw@host/",
        "https:// host",
        "ftp://h/x",
        "https://a\nb",
        " https://a",
        "https:\\\\a",
        "\u{1}https://a",
        "vbscript://x",
        "https://a/\"onclick=",
        "",
    ] {
        assert!(!is_web_url(bad), "{bad:?}");
    }
}

fn fresh(title: &str) -> Assessment {
    let model = built_in();
    let now = Moment::parse("2026-11-23T09:00:00Z").unwrap();
    Assessment::new("one".to_owned(), title.to_owned(), model, &QuestionSet::of(model, Scope::Essentials), now)
}

#[test]
fn days_and_moments_read_what_they_write() {
    for text in ["0000-01-01", "1970-01-01", "2000-02-29", "2026-11-23", "9999-12-31"] {
        assert_eq!(Day::parse(text).unwrap().to_string(), text);
    }
    assert_eq!(Day::parse("2026-11-23").unwrap().unix_days(), 20_780);
    for bad in ["2026-13-01", "2025-02-29", "2026-1-1", "26-01-01", "2026-11-23T", "2026/11/23", "+026-11-23"] {
        assert_eq!(Day::parse(bad), None, "{bad}");
    }
    let same = Moment::parse("2026-11-23T10:00:00.25+01:00").unwrap();
    assert_eq!(same.to_string(), "2026-11-23T09:00:00Z");
    for bad in [
        "2026-11-23",
        "2026-11-23T09:00:00",
        "2026-11-23T24:00:00Z",
        "2026-11-23T09:00:00.Z",
        "2026-11-23T09:00:00+1:00",
    ] {
        assert_eq!(Moment::parse(bad), None, "{bad}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_and_never_a_panic(text in ".{0,300}") {
        let _ = file::read(&text);
        let _ = file::recover(&text);
    }

    #[test]
    fn every_day_has_one_name(days in -700_000_i64..2_900_000) {
        if let Some(day) = Day::from_unix_days(days) {
            prop_assert_eq!(Day::parse(&day.to_string()), Some(day));
            prop_assert_eq!(day.unix_days(), days);
        }
    }

    #[test]
    fn whatever_is_answered_survives_the_file(
        title in ".{0,40}",
        note in ".{0,60}",
        given in prop::collection::vec((0_usize..95, 0_usize..5), 0..40),
    ) {
        let model = built_in();
        let mut one = fresh(&title);
        for (at, answer) in given {
            let id = &model.capabilities()[at].id;
            one.respond(id, one.updated, |response| {
                response.value = Some(Answer::ALL[answer]);
                response.note.clone_from(&note);
            });
        }
        prop_assert_eq!(file::read_stored(&file::write_stored(&one)), Ok(one.clone()));
        prop_assert_eq!(file::read(&file::write(&one)), Ok(one));
    }
}

#[test]
fn a_mark_to_come_back_to_a_question_is_kept_without_an_answer() {
    let mut file = golden();
    file.respond("cre-data-feed", Moment::default(), |response| response.later = true);
    let read = file::read(&file::write(&file)).unwrap();
    assert!(read.responses.get("cre-data-feed").unwrap().later);
}
