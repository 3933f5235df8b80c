//! The command from outside: input, output, and exit status.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod gate;
mod scan;

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mlops-maturity"));
    command.args(arguments);
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).stdin(Stdio::null()).output().unwrap()
}

/// Runs the command with this text on standard input.
fn fed(arguments: &[&str], input: &[u8]) -> Output {
    let mut child =
        command(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // A command that stops reading early closes the pipe.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[track_caller]
fn said(output: &Output, status: i32) -> &str {
    assert_eq!(output.status.code(), Some(status), "{}", text(&output.stderr));
    text(&output.stdout)
}

/// Links of invented teams.
fn teams(count: usize) -> String {
    said(&run(&["generate", &count.to_string(), "--seed", "7"]), 0).to_owned()
}

fn link(line: &str) -> &str {
    line.split('\t').next_back().unwrap().trim()
}

/// A temporary file, removed at the end of the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::write(&path, content).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn links_files_and_standard_input_say_the_same() {
    let lines = teams(5);
    let file = Scratch::new("teams.txt", &lines);
    let from_file = run(&["score", file.path()]);
    let csv = said(&from_file, 0);
    assert!(
        csv.starts_with(
            "\"title\",\"business_unit\",\"group\",\"date\",\"scope\",\"overall_low\",\"overall_high\",\"people_low\","
        ),
        "{csv}"
    );
    // The link of each row opens the same result.
    for row in csv.lines().skip(1) {
        let link = row.rsplit_once(',').unwrap().1.trim_matches('"');
        let output = run(&["score", link]);
        let again = said(&output, 0);
        let levels = |row: &str| row.split(',').skip(4).collect::<Vec<_>>().join(",");
        assert_eq!(levels(again.lines().nth(1).unwrap()), levels(row));
    }
    assert_eq!(csv.lines().count(), 6);
    assert_eq!(said(&fed(&["score"], lines.as_bytes()), 0), csv);
    assert_eq!(said(&fed(&["score", "-"], lines.as_bytes()), 0), csv);
    let each: Vec<&str> = lines.lines().collect();
    let mut arguments = vec!["score"];
    arguments.extend(&each);
    assert_eq!(said(&run(&arguments), 0), csv);
}

#[test]
fn json_lines_have_a_value_for_every_column() {
    let output = fed(&["score", "--format", "jsonl"], teams(3).as_bytes());
    for line in said(&output, 0).lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(value["title"].as_str().unwrap().contains(" / team "));
        assert!(value["overall_low"].as_u64() <= value["overall_high"].as_u64());
        assert!(value["scope"].is_string() && value["confidence"].is_number());
    }
}

#[test]
fn bad_lines_are_said_with_their_number_and_the_good_ones_are_scored() {
    let mut lines: Vec<String> = teams(50).lines().map(str::to_owned).collect();
    lines[2] = "Team\tno link".to_owned();
    lines[17] = lines[17].replace("#/r/", "#/i/");
    lines[40].pop();
    let output = fed(&["score"], lines.join("\r\n").as_bytes());
    assert_eq!(said(&output, 1).lines().count(), 48);
    let complaints: Vec<&str> = text(&output.stderr).lines().collect();
    assert_eq!(complaints.len(), 3, "{complaints:?}");
    for (complaint, number) in complaints.iter().zip([3, 18, 41]) {
        assert!(complaint.starts_with(&format!("mlops-maturity: standard input, line {number}: ")), "{complaint}");
    }
}

#[test]
fn what_is_no_text_or_has_no_end_is_refused_and_the_rest_is_read() {
    let good = teams(2);
    let mut input = vec![b'x'; 5 * 1024 * 1024];
    input.extend(b"\n\xff\xfe\n");
    input.extend(good.as_bytes());
    let output = fed(&["score"], &input);
    assert_eq!(said(&output, 1).lines().count(), 3);
    let complaints = text(&output.stderr);
    assert!(complaints.contains("line 1: It is longer than") && complaints.contains("line 2: It is not text"));
    assert!(!complaints.contains("line 3"), "{complaints}");
}

#[test]
fn an_assessment_file_is_scored_like_its_link() {
    let line = teams(1);
    let decoded = run(&["decode", "--pretty", &line]);
    let pretty = said(&decoded, 0);
    let file = Scratch::new("assessment.json", pretty);
    let by_link = run(&["score", &line]);
    // The link of a line is written unchanged; the one that is made for a file contains the title.
    let but_the_link = |rows: &str| -> Vec<String> {
        rows.lines().skip(1).map(|row| row.rsplit_once(",\"#/r/").unwrap().0.to_owned()).collect()
    };
    let by_file = run(&["score", file.path()]);
    assert_eq!(but_the_link(said(&by_file, 0)), but_the_link(said(&by_link, 0)));
    let by_input = fed(&["score"], pretty.as_bytes());
    assert_eq!(said(&by_input, 0), said(&by_file, 0), "over many lines on standard input");
    let made = said(&by_file, 0).rsplit_once("#/r/").unwrap().1.trim_end().trim_end_matches('"');
    let again: serde_json::Value = serde_json::from_str(said(&run(&["decode", made]), 0)).unwrap();
    assert_eq!(again["title"], serde_json::from_str::<serde_json::Value>(pretty).unwrap()["title"]);
    let in_lines = fed(&["decode"], teams(3).as_bytes());
    assert_eq!(said(&in_lines, 0).lines().count(), 3);
    let scored = fed(&["score"], &in_lines.stdout);
    let by_links = fed(&["score"], teams(3).as_bytes());
    assert_eq!(but_the_link(said(&scored, 0)), but_the_link(said(&by_links, 0)), "one in each line");
}

#[test]
fn decoding_says_what_a_link_holds() {
    let output = run(&["decode", &teams(1)]);
    let value: serde_json::Value = serde_json::from_str(said(&output, 0)).unwrap();
    assert_eq!(value["format"], "mlops-maturity/assessment");
    assert!(value["title"].as_str().unwrap().contains(" / team 0 #"));
    assert!(value["answers"].as_object().unwrap().len() > 20);
    assert_eq!(said(&run(&["decode", &teams(1)]), 0), text(&output.stdout), "the same link makes the same file");
}

#[test]
fn a_comparison_says_what_changed() {
    let lines = teams(2);
    let links: Vec<&str> = lines.lines().map(link).collect();
    let output = run(&["compare", links[0], links[1]]);
    assert!(said(&output, 0).contains("Compared on"), "{}", text(&output.stdout));
    let same = run(&["compare", links[0], links[0], "--format", "html"]);
    assert!(said(&same, 0).starts_with("<!doctype html>") && said(&same, 0).contains("All answers are the same."));
    let refused = run(&["compare", links[0], "https://maturity.example/#/r/AAAA"]);
    assert_eq!(said(&refused, 2), "");
    assert!(text(&refused.stderr).contains("#/r/AAAA: "));
}

#[test]
fn a_model_is_checked_with_every_fault_and_an_exit_status() {
    let sound = Scratch::new("sound.json", include_str!("../../../core/tests/fixtures/models/good.json"));
    assert!(said(&run(&["check-model", sound.path()]), 0).starts_with("Valid: "));
    let faulty =
        Scratch::new("faulty.json", "{\"format\":\"mlops-maturity/model\",\"version\":1,\"areas\":[],\"tracks\":[]}");
    let output = run(&["check-model", faulty.path()]);
    let faults = said(&output, 1);
    assert!(faults.lines().count() > 5 && faults.lines().all(|line| line.starts_with('$')), "{faults}");
    assert_eq!(fed(&["check-model", "-"], b"{").status.code(), Some(1));
    assert_eq!(run(&["check-model", "nowhere.json"]).status.code(), Some(2));
}

#[test]
fn an_own_model_is_asked_instead_of_the_built_in_one() {
    let own = Scratch::new("own.json", include_str!("../../../core/tests/fixtures/models/good.json"));
    let generated = run(&["--model", own.path(), "generate", "2"]);
    let lines = said(&generated, 0);
    let scored = fed(&["score", "--model", own.path()], lines.as_bytes());
    assert_eq!(said(&scored, 0).lines().count(), 3);
    let refused = fed(&["score"], lines.as_bytes());
    assert_eq!(said(&refused, 1).lines().count(), 1, "no link of one questionnaire is read by another");
    let faulty = Scratch::new("faulty-own.json", "{}");
    assert_eq!(run(&["score", "--model", faulty.path(), lines]).status.code(), Some(2));
}

#[test]
fn whoever_stops_reading_ends_it_without_a_word() {
    let mut child = command(&["generate", "100000"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 100];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
}

#[test]
fn what_is_no_file_and_no_link_is_said() {
    let output = run(&["score", "missing.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("missing.txt: "));
    assert_eq!(run(&["score", "--format", "xml"]).status.code(), Some(2));
    assert_eq!(run(&[]).status.code(), Some(2));
}

#[test]
fn a_result_as_data_is_a_line_for_each() {
    let output = fed(&["result", "--json"], teams(3).as_bytes());
    let lines: Vec<serde_json::Value> =
        said(&output, 0).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    for line in &lines {
        assert_eq!(line["format"], "mlops-maturity/result");
        assert!(line["tracks"][0]["areas"].as_array().unwrap().len() == 4, "{line}");
    }
    let scored = fed(&["score", "--format", "jsonl"], teams(3).as_bytes());
    for (line, scored) in lines.iter().zip(said(&scored, 0).lines()) {
        let scored: serde_json::Value = serde_json::from_str(scored).unwrap();
        assert_eq!(line["tracks"][0]["overall"]["low"], scored["overall_low"]);
        assert_eq!((&line["scope"], &line["date"]), (&scored["scope"], &scored["date"]));
    }
}

#[test]
fn help_names_every_verb_but_the_hidden_one() {
    let output = run(&["--help"]);
    let help = said(&output, 0);
    for verb in ["score", "decode", "check-model", "compare", "result", "governance", "scan", "gate", "badge"] {
        assert!(help.contains(verb), "{help}");
    }
    assert!(!help.contains("generate"), "{help}");
}

#[test]
fn nothing_in_a_title_becomes_a_formula() {
    let line = format!("=HYPERLINK(\"x\")\t{}", link(&teams(1)));
    assert!(said(&run(&["score", &line]), 0).contains("\"'=HYPERLINK(\"\"x\"\")\""));
}

#[test]
fn lists_with_other_line_ends_and_encodings_are_read_whole() {
    let lines = teams(3);
    let rows = said(&fed(&["score"], lines.as_bytes()), 0).to_owned();
    assert_eq!(rows.lines().count(), 4);
    for end in ["\r", "\r\n", "\u{85}", "\u{2028}", "\u{b}"] {
        let list = lines.replace('\n', end);
        assert_eq!(said(&fed(&["score"], list.as_bytes()), 0), rows, "{end:?}");
    }
    let wide: Vec<u8> = "\u{feff}".encode_utf16().chain(lines.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(said(&fed(&["score"], &wide), 0), rows, "UTF-16");
    let mut broken: Vec<u8> = wide.clone();
    broken.splice(2..4, [0x00, 0xd8]);
    let output = fed(&["score"], &broken);
    assert_eq!(said(&output, 1).lines().count(), 3, "half a character costs its line and no other");
    assert!(text(&output.stderr).contains("line 1"), "{}", text(&output.stderr));
}

#[test]
fn every_link_of_a_line_is_scored_and_a_name_in_braces_makes_no_file() {
    let lines = teams(2);
    let links: Vec<&str> = lines.lines().map(link).collect();
    let list = format!("{{A}} North\t{}\tSouth\t{}\n", links[0], links[1]);
    let output = fed(&["score"], list.as_bytes());
    let rows = said(&output, 0);
    assert!(rows.contains("\"{A} North\"") && rows.contains("\"South\""), "{rows}");
    let two = Scratch::new("two-results.txt", &list);
    let output = run(&["compare", two.path(), links[0]]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("It contains 2 results. Keep one of them."), "{}", text(&output.stderr));
}

#[test]
fn the_answers_are_set_beside_frameworks_as_a_document_and_as_a_table() {
    let lines = teams(1);
    let document = run(&["governance", link(&lines)]);
    let document = said(&document, 0);
    assert!(document.contains("## EU AI Act") && document.contains("not an assessment of conformity"), "{document}");
    assert_eq!(said(&run(&["governance", link(&lines), "--markdown"]), 0), document, "the default");
    let table = run(&["governance", link(&lines), "--csv"]);
    let table = said(&table, 0);
    assert!(table.starts_with("\"Team\",\"Date\",\"Framework\",\"Reference\",\"What it asks\","), "{table}");
    assert!(table.lines().count() > 400);
    assert!(table.contains("no evidence in the link") && !table.contains("no evidence noted"), "{table}");
    assert_eq!(said(&fed(&["governance", "-", "--csv"], link(&lines).as_bytes()), 0), table);
}

#[test]
fn what_is_no_result_has_no_governance_table() {
    let both = run(&["governance", link(&teams(1)), "--csv", "--markdown"]);
    said(&both, 2);
    let nothing = fed(&["governance", "-"], b" ");
    said(&nothing, 2);
    assert!(text(&nothing.stderr).contains("It is empty."));
    let model = Scratch::new("no-frameworks.json", include_str!("../../../core/tests/fixtures/models/good.json"));
    let without = run(&["governance", link(&teams(1)), "--model", model.path()]);
    said(&without, 2);
    assert!(text(&without.stderr).contains("lists no frameworks"), "{}", text(&without.stderr));
}
