//! Evidence for AI governance: the check of its content rule by rule, what the built-in frameworks promise, and the
//! table.

use std::collections::BTreeSet;

use mlops_core::advice::patterns::fired_patterns;
use mlops_core::assessment::Assessment;
use mlops_core::fault::Fault;
use mlops_core::governance::read::read;
use mlops_core::governance::table::{State, lines, lines_of};
use mlops_core::governance::{Extent, Framework, Governance, Reference};
use mlops_core::model::answer::Answer;
use mlops_core::model::{Model, file};
use mlops_core::moment::{Day, Moment};
use mlops_core::report::governance::{framework, governance_document, governance_rows};
use mlops_core::report::{Subject, csv, markdown};
use mlops_core::scoring::case::{Case, QuestionSet, Scope};
use mlops_core::scoring::profile::profile_of;
use mlops_core::words;
use serde_json::{Value, json};

use crate::support::{built_in, json as built_in_json};

fn small_model() -> Model {
    file::read(include_str!("../fixtures/models/good.json")).unwrap()
}

fn good() -> Value {
    json!({ "governance": [
        { "id": "law", "title": "A law", "edition": "2026", "address": "https://example.org/law", "note": "Binds some.", "references": [
            { "name": "Art. 1", "asks": "Tests, unlike `first`.", "capabilities": ["first"], "extent": "part", "gap": "Harm." },
            { "name": "Art. 2", "asks": "Oversight.", "capabilities": [], "extent": "none", "see": ["Art. 1"] }
        ] },
        { "id": "standard", "title": "A standard", "edition": "2023", "note": "Titles.", "titles_only": true, "track": "main", "references": [
            { "name": "A.1", "title": "Policy", "capabilities": ["first"], "extent": "trace", "gap": "Beyond its title." }
        ] }
    ] })
}

fn faults(value: &Value) -> Vec<String> {
    read(&value.to_string(), &small_model()).err().unwrap_or_default().iter().map(Fault::to_string).collect()
}

#[test]
fn good_frameworks_have_no_fault_and_their_texts_name_practices_by_their_names() {
    assert_eq!(faults(&good()), Vec::<String>::new());
    assert_eq!(faults(&json!({})), Vec::<String>::new(), "a questionnaire may have none");
    let (model, text) = (small_model(), good().to_string());
    let name = model.capability(model.find_capability("first").unwrap()).name();
    let asks = &read(&text, &model).unwrap().frameworks[0].references[0].asks;
    assert_eq!(*asks, format!("Tests, unlike \"{name}\"."));
}

#[test]
fn every_rule_has_its_message_and_its_place() {
    let table: Vec<(&str, Value, &str)> = vec![
        ("/governance/0/id", json!("A law"), "$.governance[0].id: expected an id of lower-case letters"),
        ("/governance/1/id", json!("law"), "$.governance[1].id: expected each id once"),
        ("/governance/0/title", json!(" "), "$.governance[0].title: expected a text, found an empty one"),
        ("/governance/0/edition", json!(""), "$.governance[0].edition: expected a text, found an empty one"),
        ("/governance/0/note", json!(""), "$.governance[0].note: expected a text, found an empty one"),
        (
            "/governance/0/address",
            json!("javascript:a()"),
            "$.governance[0].address: expected an address that begins with",
        ),
        ("/governance/1/track", json!("devops"), "$.governance[1].track: there is no track \"devops\""),
        ("/governance/0/references", json!([]), "$.governance[0].references: expected at least one reference"),
        ("/governance/0/references", json!({}), "$.governance[0].references: expected a list"),
        ("/governance", json!({}), "$.governance: expected a list"),
        ("/governance/0", json!("law"), "$.governance[0]: invalid type"),
        ("/governance/0/references/0/name", json!(""), "$.governance[0].references[0].name: expected a text"),
        (
            "/governance/0/references/1/name",
            json!("Art. 1"),
            "$.governance[0].references[1].name: expected each name once",
        ),
        (
            "/governance/0/references/0/asks",
            json!(""),
            "$.governance[0].references[0].asks: expected a text, found an empty one",
        ),
        (
            "/governance/0/references/0/gap",
            json!(""),
            "$.governance[0].references[0].gap: expected a text, found an empty one",
        ),
        (
            "/governance/0/references/0/capabilities/0",
            json!("gone"),
            "$.governance[0].references[0].capabilities[0]: there is no capability \"gone\"",
        ),
        (
            "/governance/0/references/0/capabilities",
            json!(["first", "first"]),
            "$.governance[0].references[0].capabilities[1]: expected each capability once",
        ),
        (
            "/governance/0/references/0/extent",
            json!("full"),
            "$.governance[0].references[0].extent: unknown variant `full`",
        ),
        (
            "/governance/0/references/0/extent",
            json!("none"),
            "$.governance[0].references[0].extent: expected \"none\" where no",
        ),
        (
            "/governance/0/references/1/extent",
            json!("trace"),
            "$.governance[0].references[1].extent: expected \"none\" where no",
        ),
        (
            "/governance/0/references/1/see/0",
            json!("Art. 9"),
            "$.governance[0].references[1].see[0]: there is no other reference",
        ),
        (
            "/governance/0/references/1/see/0",
            json!("Art. 2"),
            "$.governance[0].references[1].see[0]: there is no other reference",
        ),
        (
            "/governance/0/references/0/gap",
            json!("See `gone`."),
            "$.governance[0].references[0].gap: there is no capability \"gone\"",
        ),
        (
            "/governance/0/references/0/title",
            json!("Tests"),
            "$.governance[0].references[0].title: expected \"asks\" alone",
        ),
        (
            "/governance/1/references/0/title",
            json!(""),
            "$.governance[1].references[0].title: expected a text, found an empty one",
        ),
        (
            "/governance/1/references/0/asks",
            json!("A policy."),
            "$.governance[1].references[0].asks: expected \"title\" alone",
        ),
    ];
    for (pointer, value, expected) in table {
        let mut spoilt = good();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        match spoilt.pointer_mut(parent).unwrap() {
            Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
            parent => parent[name] = value,
        }
        let found = faults(&spoilt);
        assert!(found.iter().any(|fault| fault.starts_with(expected)), "{pointer}: {found:?}");
    }
}

#[test]
fn a_framework_about_one_track_takes_no_practice_of_another() {
    let mut file = good();
    file["governance"][1]["track"] = json!("mlops");
    file["governance"][1]["references"][0]["capabilities"] = json!(["gen-trace"]);
    let found = read(&file.to_string().replace("first", "ppl-skills"), built_in()).unwrap_err();
    assert_eq!(
        found.iter().map(Fault::to_string).collect::<Vec<_>>(),
        [
            "$.governance[1].references[0].capabilities[0]: expected a capability of the track that this framework is about"
        ]
    );
}

fn governance() -> Governance {
    read(built_in_json(), built_in()).unwrap()
}

fn named<'a>(governance: &'a Governance, id: &str) -> &'a Framework {
    governance.frameworks.iter().find(|one| one.id == id).unwrap()
}

#[test]
fn the_five_frameworks_are_there_in_full_length_and_no_reference_is_claimed_in_full() {
    let governance = governance();
    let lengths: Vec<(&str, usize)> =
        governance.frameworks.iter().map(|one| (one.id.as_str(), one.references.len())).collect();
    assert_eq!(
        lengths,
        [
            ("eu-ai-act", 46),
            ("nist-ai-rmf", 72),
            ("nist-ai-600-1", 43),
            ("iso-42001", 63),
            ("sr-26-2", 18),
            ("sr-11-7", 6)
        ]
    );
    for one in &governance.frameworks {
        for reference in &one.references {
            let text = format!("{} {}", reference.asks, reference.gap);
            assert!(!text.contains('*') && !text.contains('`') && !text.contains('!'), "{}: {text}", reference.name);
            let says = text.to_lowercase();
            for claim in ["full compliance", "fully met", "complies", "compliant", "2 august", "deadline"] {
                assert!(!says.contains(claim), "{} {}: {claim}", one.id, reference.name);
            }
        }
    }
}

#[test]
fn what_is_not_asked_is_said_wherever_a_question_touches_a_reference() {
    for one in &governance().frameworks {
        for reference in one.references.iter().filter(|reference| reference.extent != Extent::None) {
            assert!(!reference.gap.is_empty(), "{} {}", one.id, reference.name);
        }
    }
}

#[test]
fn model_risk_guidance_leaves_generative_ai_out() {
    let (governance, model) = (governance(), built_in());
    let mlops = model.find_track("mlops");
    for id in ["sr-26-2", "sr-11-7"] {
        let framework = named(&governance, id);
        assert_eq!(framework.track, mlops, "{id}");
        let used = framework.references.iter().flat_map(|reference| &reference.capabilities);
        assert!(used.into_iter().all(|&at| Some(model.track_of(at)) == mlops), "{id}");
    }
}

/// An assessment with all kinds of answers, some with evidence.
fn team(scope: Scope) -> Assessment {
    let model = built_in();
    let now = Moment::parse("2026-11-23T09:00:00Z").unwrap();
    let mut team =
        Assessment::new("a".to_owned(), "Payments ML".to_owned(), model, &QuestionSet::of(model, scope), now);
    let answers = [
        ("int-prediction-log", Answer::NotApplicable),
        ("rel-quality-gate", Answer::Yes),
        ("ppl-goal-metric", Answer::Partly),
        ("ppl-risk-tier", Answer::No),
        ("rel-release-log", Answer::Yes),
    ];
    for (id, answer) in answers {
        team.respond(id, now, |response| response.say(Some(answer)));
    }
    team.respond("rel-quality-gate", now, |response| {
        response.evidence = "https://ci.example.org/gate".to_owned();
        response.evidence_date = Day::new(2026, 11, 2);
        response.note = "=HYPERLINK(\"https://evil.example\") | <b>".to_owned();
    });
    team
}

fn with_subject<T>(assessment: &Assessment, read: impl FnOnce(&Subject) -> T) -> T {
    let model = built_in();
    let (question_set, answers) = (assessment.question_set(model), assessment.answers(model));
    let case = Case::new(model, &question_set, &answers);
    read(&Subject {
        title: &assessment.title,
        day: Day::new(2026, 11, 23).unwrap(),
        case,
        profile: &profile_of(case),
        patterns: &fired_patterns(case),
        assessment: Some(assessment),
        link: None,
        is_from_link: false,
    })
}

/// The cells of a column, without its head.
fn column(rows: &[Vec<String>], head: &str) -> Vec<String> {
    let at = rows[0].iter().position(|one| one == head).unwrap();
    rows[1..].iter().map(|row| row[at].clone()).collect()
}

#[test]
fn each_reference_is_a_line_with_the_answer_the_evidence_and_the_day_of_each_question() {
    let governance = governance();
    with_subject(&team(Scope::Full), |subject| {
        let act = named(&governance, "eu-ai-act");
        let found: Vec<_> = lines_of(subject, act).collect();
        let tests = found.iter().find(|line| line.reference.name == "Art. 9(6)-(8)").unwrap();
        let gate = tests.questions[0];
        assert_eq!(built_in().capability(gate.capability).id, "rel-quality-gate");
        assert_eq!(gate.state, State::Asked(Some(Answer::Yes)));
        assert_eq!((gate.evidence, gate.evidence_date), ("https://ci.example.org/gate", Day::new(2026, 11, 2)));
        assert_eq!(gate.answered, Day::new(2026, 11, 23));
        assert!(tests.has_evidence());
        assert_eq!(tests.questions[1].state, State::Asked(None), "unanswered");
    });
}

#[test]
fn what_only_questions_of_a_track_that_is_off_touch_is_left_out_and_said_once() {
    let governance = governance();
    let model = built_in();
    let is_genai = |id: &str| id.starts_with("gen-");
    let ids = |of: &Reference| of.capabilities.iter().map(|&at| model.capability(at).id.clone()).collect::<Vec<_>>();
    let references = || governance.frameworks.iter().flat_map(|framework| &framework.references);
    let only_genai =
        references().filter(|one| !ids(one).is_empty() && ids(one).iter().all(|id| is_genai(id))).count();
    let said = format!(
        "Not assessed: GenAIOps. Questions of a track that is not assessed are left out. So are {only_genai} references \
         that only those questions touch."
    );
    let mut team = team(Scope::Full);
    with_subject(&team, |subject| {
        assert_eq!(lines(subject, &governance).count(), references().count() - only_genai);
        let text = markdown::write(&governance_document(subject, &governance));
        assert_eq!(text.matches(&said).count(), 1, "{text}");
        assert!(!text.contains(words::governance::NOT_IN_QUESTION_SET));
        let rows = governance_rows(subject, &governance);
        assert!(!column(&rows, "Id of the practice").iter().any(|id| is_genai(id)));
        let sets = column(&rows, "Question set");
        assert!(sets.iter().all(|set| set == "Full, without GenAIOps"), "{sets:?}");
    });
    team.tracks = model.tracks().iter().map(|track| track.id.clone()).collect();
    with_subject(&team, |subject| {
        assert_eq!(lines(subject, &governance).count(), references().count());
        let rows = governance_rows(subject, &governance);
        assert!(column(&rows, "Id of the practice").iter().any(|id| is_genai(id)));
        assert!(column(&rows, "Question set").iter().all(|set| set == "Full"));
        assert!(!markdown::write(&governance_document(subject, &governance)).contains("Not assessed:"));
    });
}

#[test]
fn a_result_from_a_link_has_no_days_of_answers_and_says_so() {
    let governance = governance();
    with_subject(&team(Scope::Full), |own| {
        let told = |subject: &Subject| {
            let rows = governance_rows(subject, &governance);
            let days: BTreeSet<String> = column(&rows, "Answered on").into_iter().collect();
            let evidence: BTreeSet<String> = column(&rows, "Evidence").into_iter().collect();
            (days, evidence, markdown::write(&governance_document(subject, &governance)))
        };
        let set = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<BTreeSet<String>>();
        let (days, evidence, text) = told(own);
        assert_eq!(days, set(&["", "2026-11-23"]));
        assert_eq!(evidence, set(&["", "https://ci.example.org/gate", "no evidence noted"]));
        assert!(!text.contains(words::governance::FROM_LINK));
        let (days, evidence, text) = told(&Subject { is_from_link: true, ..*own });
        assert_eq!(days, set(&[""]));
        assert_eq!(evidence, set(&["", "https://ci.example.org/gate", "no evidence in the link"]));
        assert!(text.contains(words::governance::FROM_LINK), "{text}");
    });
}

#[test]
fn not_applicable_is_an_answer_and_no_evidence() {
    let governance = governance();
    with_subject(&team(Scope::Full), |subject| {
        let act = named(&governance, "eu-ai-act");
        let logs = lines_of(subject, act).find(|line| line.reference.name == "Art. 19").unwrap();
        assert!(logs.questions[0].state.is_not_applicable() && !logs.has_evidence());
        let text = markdown::write(&mlops_core::report::document::Document {
            title: String::new(),
            blocks: framework(subject, act),
        });
        let (_, art_19) = text.split_once("### Art. 19").unwrap();
        assert!(art_19.contains("**Not applicable (not evidence)**"), "{art_19}");
        assert!(art_19.contains(words::governance::NOTHING_YET), "{art_19}");
    });
}

#[test]
fn the_essentials_say_which_questions_they_do_not_contain() {
    let governance = governance();
    let model = built_in();
    let is_left_out = |scope| {
        with_subject(&team(scope), |subject| {
            let states = lines(subject, &governance).flat_map(|line| line.questions);
            states
                .filter(|one| one.state == State::NotInQuestionSet)
                .map(|one| model.capability(one.capability).id.as_str())
                .filter(|id| !id.starts_with("gen-"))
                .collect::<BTreeSet<&str>>()
                .len()
        })
    };
    assert_eq!(is_left_out(Scope::Full), 0);
    assert!(is_left_out(Scope::Essentials) > 10);
}

#[test]
fn the_table_for_a_file_has_a_row_for_every_question_and_every_reference_without_one() {
    let governance = governance();
    with_subject(&team(Scope::Full), |subject| {
        let rows = governance_rows(subject, &governance);
        let expected: usize = lines(subject, &governance).map(|line| line.questions.len().max(1)).sum::<usize>() + 1;
        assert_eq!(rows.len(), expected);
        assert!(rows.iter().all(|row| row.len() == rows[0].len()));
        assert!(rows[1..].iter().all(|row| row[..2] == ["Payments ML", "2026-11-23"]), "every row says whose it is");
        let gate = rows.iter().find(|row| row.contains(&"rel-quality-gate".to_owned())).unwrap();
        assert!(gate.contains(&"Automatic quality gate".to_owned()), "{gate:?}");
        let said = "Evidence of practice, self-declared on 23 November 2026; not an assessment of conformity.";
        assert!(rows[1..].iter().all(|row| row.last().unwrap() == said), "every row says what it is");
        let text = csv::write(&rows);
        assert!(text.contains("\"'=HYPERLINK(\"\"https"), "a note is not a formula");
    });
}

#[test]
fn the_document_opens_with_every_disclaimer_and_notes_stay_text() {
    let governance = governance();
    with_subject(&team(Scope::Full), |subject| {
        let text = markdown::write(&governance_document(subject, &governance));
        let (head, _) = text.split_once("## EU AI Act").unwrap();
        for disclaimer in words::governance::DISCLAIMERS {
            assert!(head.contains(disclaimer), "{head}");
        }
        assert!(head.contains("not an assessment of conformity"), "{head}");
        assert!(text.contains("\\| \\<b\\>"), "a note cannot open a cell or a tag");
        assert!(!text.contains("**Not asked here:**"), "the column says it");
        assert!(text.contains("| Reference | How much our questions touch | Question |"), "{head}");
        assert!(text.contains(" | Little | "), "{head}");
        for claim in ["100%", "in place", "covered in part", "compliant"] {
            assert!(!text.contains(claim), "{claim}");
        }
    });
}
