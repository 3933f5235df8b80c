//! Scans and the proposals file: limits, what is left out, what a person states, and files of other scanners.

use crate::evidence_corpus::scanner;
use crate::support::{Team, built_in};
use mlops_core::evidence::proposals::{self, KnownBy, ProposalsError};
use mlops_core::evidence::{Findings, MAX_FILE_BYTES, MAX_FILES, MAX_NOTEBOOK_BYTES, Proposals, Scanner};
use mlops_core::model::answer::Answer;
use mlops_core::moment::Moment;
use mlops_core::scoring::case::Scope;
use mlops_core::words::evidence as words;
use serde_json::{Value, json};

const TRAIN: &str =
    "import mlflow\nfrom sklearn.linear_model import Ridge\n\nmodel.fit(x, y)\nmlflow.log_metric(\"rmse\", 1)\n";

fn findings(scanner: &Scanner, files: &[(&str, &[u8])], stated: &[&str]) -> Findings {
    let mut listing = scanner.list("shop");
    for (path, content) in files {
        listing.add(path, content.len() as u64);
    }
    let mut scan = listing.close();
    for at in 0..scan.wanted().len() {
        let path = scan.wanted()[at].path.clone();
        scan.read(at, files.iter().find(|file| file.0 == path).unwrap().1);
    }
    let stated: Vec<String> = stated.iter().map(|&fact| fact.to_owned()).collect();
    scan.findings(&stated)
}

fn proposals(files: &[(&str, &[u8])], stated: &[&str]) -> Proposals {
    let scanner = scanner();
    let made = Moment::parse("2026-01-12T09:30:00Z").unwrap();
    Proposals::of(built_in(), scanner.signals(), made, "test 1", vec![findings(&scanner, files, stated)])
}

fn signals_of(proposals: &Proposals) -> Vec<&str> {
    proposals.proposals.iter().map(|one| one.signal.as_str()).collect()
}

#[test]
fn a_tracker_beside_training_code_proposes_experiment_tracking() {
    let scanner = scanner();
    let proposals = proposals(&[("src/train.py", TRAIN.as_bytes())], &[]);
    assert_eq!(signals_of(&proposals), ["cre-exp-tracking"]);
    let proposal = &proposals.proposals[0];
    let said = words::reason_and_place(scanner.signals(), proposal, &proposal.evidence[0]);
    assert_eq!(said, "MLflow records runs: src/train.py, line 5");
    assert_eq!(proposals.folders[0].facts[0].by, KnownBy::Found);
}

#[test]
fn a_fact_that_nothing_shows_can_be_stated() {
    let files: &[(&str, &[u8])] = &[("track.py", b"import mlflow\nmlflow.log_metric(1)\n")];
    assert_eq!(signals_of(&proposals(files, &[])), Vec::<&str>::new());
    let stated = proposals(files, &["training"]);
    assert_eq!(signals_of(&stated), ["cre-exp-tracking"]);
    assert_eq!(stated.folders[0].facts[0].by, KnownBy::Person);
}

#[test]
fn version_control_is_read_from_the_folder_itself() {
    let files: &[(&str, &[u8])] = &[(".git/HEAD", b""), ("src/train.py", TRAIN.as_bytes())];
    assert!(signals_of(&proposals(files, &[])).contains(&"cre-training-code-vcs"));
    let other: &[(&str, &[u8])] = &[("lib/.git/HEAD", b""), ("src/train.py", TRAIN.as_bytes())];
    assert!(!signals_of(&proposals(other, &[])).contains(&"cre-training-code-vcs"));
}

#[test]
fn what_is_left_out_is_counted() {
    let scanner = scanner();
    let mut listing = scanner.list("shop");
    for (path, size) in [
        ("src/train.py", 100),
        ("src/large.py", MAX_FILE_BYTES + 1),
        ("book.ipynb", MAX_NOTEBOOK_BYTES),
        ("book2.ipynb", MAX_NOTEBOOK_BYTES + 1),
        ("node_modules/a/train.py", 10),
        ("deep/node_modules/train.py", 10),
        ("env3/pyvenv.cfg", 10),
        ("env3/lib/train.py", 10),
        ("bad\u{1b}[31m.py", 10),
        ("picture.png", 10),
    ] {
        assert!(listing.add(path, size));
    }
    let mut scan = listing.close();
    let wanted: Vec<&str> = scan.wanted().iter().map(|file| file.path.as_str()).collect();
    assert_eq!(wanted, ["src/train.py", "book.ipynb"]);
    scan.read(0, b"model.fit(\0");
    scan.read(1, &vec![b'x'; MAX_NOTEBOOK_BYTES as usize + 1]);
    let looked = scan.looked();
    assert_eq!((looked.too_big, looked.binary, looked.unreadable, looked.read), (3, 1, 1, 0));
    assert_eq!(looked.skipped, ["deep/node_modules", "env3", "node_modules"]);
    assert_eq!(
        words::looked(looked),
        "7 files listed, 0 read. Left out: 3 large files, 1 binary file, 1 unreadable file and 3 folders of dependencies or \
         generated files."
    );
}

#[test]
fn a_folder_with_too_many_files_is_cut_and_says_so() {
    let scanner = scanner();
    let mut listing = scanner.list("huge");
    let added = (0..MAX_FILES + 10).take_while(|at| listing.add(&format!("{at}.png"), 1)).count();
    let scan = listing.close();
    assert_eq!((added, scan.looked().files, scan.looked().cut), (MAX_FILES, MAX_FILES, true));
    assert!(words::looked(scan.looked()).ends_with("the rest was left out."));
}

#[test]
fn a_line_with_very_many_texts_takes_no_longer_than_many_lines() {
    let long = format!("# {}", "import mlflow ".repeat(70_000));
    let start = std::time::Instant::now();
    let files: &[(&str, &[u8])] = &[("a.ipynb", long.as_bytes()), ("b.ipynb", long.as_bytes())];
    assert!(proposals(files, &["training"]).proposals.is_empty(), "all of it is a comment");
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

#[test]
fn proposals_come_first_by_what_they_settle() {
    let requirements: &[(&str, &[u8])] = &[
        ("src/train.py", TRAIN.as_bytes()),
        ("requirements.txt", b"scikit-learn==1.5.0\nmlflow==2.0\n"),
        (".git/HEAD", b""),
    ];
    let mut proposals = proposals(requirements, &[]);
    let mut team = Team::new(Scope::Full).balanced(4);
    let ids: Vec<String> = proposals.proposals.iter().map(|one| one.capability.clone()).collect();
    assert!(ids.len() >= 2, "{ids:?}");
    let last = ids.last().unwrap();
    team.answers.set(team.at(last), None);
    proposals.order(team.case());
    assert_eq!(proposals.proposals[0].capability, *last, "only the open question settles anything");
    assert_eq!(team.answers.get(team.at(&ids[0])), Some(Answer::Yes));
}

#[test]
fn what_is_written_is_read_again() {
    let mut written = proposals(&[("src/train.py", TRAIN.as_bytes())], &["serving"]);
    written.folders[0].address = Some("https://github.com/acme/shop".to_owned());
    written.folders[0].commit = Some("cc7ba018ee04a74efa7d52167af5e2860c267a89".to_owned());
    let text = written.write();
    assert!(proposals::is_claimed(&text));
    let (read, faults) = proposals::read(&text, built_in()).unwrap();
    assert_eq!((read, faults), (written, Vec::new()));
    for absent in ["model.fit", "log_metric", "/home"] {
        assert!(!text.contains(absent), "no text of a file is in it");
    }
}

#[test]
fn places_have_an_address_where_the_host_is_known() {
    let mut proposals = proposals(&[("src/train it.py", TRAIN.as_bytes())], &[]);
    let evidence = proposals.proposals[0].evidence[0].clone();
    assert_eq!(proposals.address(&evidence), None);
    let folder = &mut proposals.folders[0];
    (folder.commit, folder.path) = (Some("abcdef1".to_owned()), Some("ml".to_owned()));
    for (repository, expected) in [
        ("https://github.com/a/b", Some("https://github.com/a/b/blob/abcdef1/ml/src/train%20it.py#L5")),
        ("https://gitlab.example/a/b/", Some("https://gitlab.example/a/b/-/blob/abcdef1/ml/src/train%20it.py#L5")),
        ("https://bitbucket.org/a/b", Some("https://bitbucket.org/a/b/src/abcdef1/ml/src/train%20it.py#lines-5")),
        ("https://code.example/a/b", None),
    ] {
        proposals.folders[0].address = Some(repository.to_owned());
        assert_eq!(proposals.address(&evidence).as_deref(), expected);
    }
}

fn foreign() -> Value {
    json!({
        "format": "mlops-maturity/proposals", "version": 1,
        "model": { "id": built_in().id(), "revision": 1 },
        "made": "2026-01-12T09:30:00Z",
        "folders": [{ "name": "shop", "looked": { "files": 3 }, "facts": [{ "id": "serving", "by": "person" }] }],
        "proposals": [
            { "capability": "cre-exp-tracking", "signal": "own-tracking", "answer": "partly",
              "evidence": [{ "folder": 0, "name": "Our tracker", "path": "src/a.py", "line": 3 }] }
        ]
    })
}

fn refused(change: impl FnOnce(&mut Value)) -> (usize, Vec<String>) {
    let mut file = foreign();
    change(&mut file);
    let (read, faults) = proposals::read(&file.to_string(), built_in()).unwrap();
    (read.proposals.len(), faults.iter().map(ToString::to_string).collect())
}

#[test]
fn another_scanner_may_write_the_file() {
    let (read, faults) = proposals::read(&foreign().to_string(), built_in()).unwrap();
    assert_eq!(faults, Vec::new());
    let scanner = scanner();
    let said = words::reason_and_place(scanner.signals(), &read.proposals[0], &read.proposals[0].evidence[0]);
    assert_eq!(said, "Our tracker: src/a.py, line 3");
}

#[test]
fn what_cannot_be_used_is_left_out_with_its_place() {
    for (change, fault) in [
        (("/proposals/0/capability", json!("gone")), "$.proposals[0].capability: this questionnaire does not have"),
        (("/proposals/0/signal", json!("A b")), "$.proposals[0].signal: expected an id"),
        (("/proposals/0/answer", json!("yes")), "$.proposals[0]: unknown variant `yes`, expected `partly`"),
        (("/proposals/0/evidence", json!([])), "$.proposals[0]: expected at least one place"),
        (("/proposals/0/evidence/0/folder", json!(7)), "$.proposals[0].evidence: some places were left out"),
        (("/proposals/0/evidence/0/path", json!("/etc/passwd")), "$.proposals[0].evidence: some places"),
        (("/proposals/0/evidence/0/path", json!("../../x")), "$.proposals[0].evidence: some places"),
        (("/proposals/0/evidence/0/path", json!("C:\\x")), "$.proposals[0].evidence: some places"),
        (("/proposals/0/evidence/0/name", json!("\u{1b}[31m")), "$.proposals[0].evidence: some places"),
        (("/proposals/0/evidence/0/name", json!("a\u{202e}b")), "$.proposals[0].evidence: some places"),
        (("/proposals", json!("none")), "$.proposals: expected a list"),
    ] {
        let (kept, faults) = refused(|file| *file.pointer_mut(change.0).unwrap() = change.1);
        assert_eq!(kept, 0, "{fault}");
        assert!(faults.iter().any(|one| one.starts_with(fault)), "{fault}: {faults:?}");
    }
    let (kept, faults) = refused(|file| file["folders"][0]["address"] = json!("javascript:alert(1)"));
    assert_eq!((kept, faults.len()), (1, 1), "{faults:?}");
}

#[test]
fn one_bad_proposal_loses_only_itself() {
    let (kept, faults) = refused(|file| {
        let list = file["proposals"].as_array_mut().unwrap();
        list.insert(0, json!(5));
        list.push(json!({ "capability": "gone" }));
    });
    assert_eq!((kept, faults.len()), (1, 2), "{faults:?}");
}

#[test]
fn other_files_are_refused_with_the_reason() {
    let with = |name: &str, value: Value| {
        let mut file = foreign();
        file[name] = value;
        proposals::read(&file.to_string(), built_in()).unwrap_err()
    };
    assert_eq!(with("format", json!("other")), ProposalsError::NotOurs);
    assert_eq!(with("version", json!(2)), ProposalsError::NewerVersion(2));
    assert_eq!(with("version", json!("1")), ProposalsError::NotOurs);
    assert_eq!(with("model", json!({ "id": "own", "revision": 3 })), ProposalsError::OtherModel("own".to_owned()));
    assert_eq!(proposals::read("{", built_in()).unwrap_err(), ProposalsError::NotJson);
    assert_eq!(proposals::read(&" ".repeat(3_000_000), built_in()).unwrap_err(), ProposalsError::TooLarge);
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(proposals::read(&deep, built_in()).unwrap_err(), ProposalsError::NotJson);
}

/// The published schema has every field that is written or may be written by others.
#[test]
fn the_schema_has_every_field_of_the_file() {
    let schema: Value = serde_json::from_str(include_str!("../../../public/schema/proposals-v1.json")).unwrap();
    let mut written = proposals(&[(".git/HEAD", b""), ("src/train.py", TRAIN.as_bytes())], &["serving"]);
    let folder = &mut written.folders[0];
    (folder.address, folder.commit, folder.path) = (Some(String::new()), Some(String::new()), Some(String::new()));
    let written: Value = serde_json::from_str(&written.write()).unwrap();
    assert_eq!(mlops_content::unknown(&written, &schema), Vec::new());
    let required = |of: &Value| {
        of["required"].as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for (described, value) in [
        (&schema, &written),
        (&schema["properties"]["folders"]["items"], &written["folders"][0]),
        (&schema["properties"]["proposals"]["items"], &written["proposals"][0]),
    ] {
        for name in required(described) {
            assert!(!value[&name].is_null(), "{name} is required and not written");
            let mut without = foreign();
            without["proposals"][0].as_object_mut().unwrap().remove(&name);
            let is_of_proposals = foreign()["proposals"][0].get(&name).is_some();
            let read = proposals::read(&without.to_string(), built_in()).unwrap();
            assert!(!is_of_proposals || read.0.proposals.is_empty(), "{name} is required and not missed");
        }
    }
}
