//! The built-in signals on the contents of 55 public repositories. They make the same proposals as the reference
//! implementation, whose proposals were judged by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use crate::support::{built_in, json};
use mlops_core::evidence::{Findings, Listing, Proposals, Scanner, signals};
use mlops_core::moment::Moment;

const CORPUS: &str = include_str!("../fixtures/evidence/corpus.txt");

/// The record of one repository.
#[derive(Default)]
struct Repository {
    name: &'static str,
    facts: BTreeSet<&'static str>,
    right: BTreeSet<&'static str>,
    wrong: BTreeSet<&'static str>,
    missed: BTreeSet<&'static str>,
    /// Each with its texts by line.
    files: Vec<(String, BTreeMap<u32, Vec<&'static str>>)>,
}

fn corpus() -> Vec<Repository> {
    let texts: Vec<String> =
        CORPUS.lines().filter(|line| line.starts_with('"')).map(|line| serde_json::from_str(line).unwrap()).collect();
    let texts: &'static [String] = texts.leak();
    let mut repositories: Vec<Repository> = Vec::new();
    let mut folder = "";
    for line in CORPUS.lines().filter(|line| !line.starts_with(['#', '"'])) {
        if let Some(head) = line.strip_prefix("= ") {
            repositories.push(Repository { name: head.split(' ').next().unwrap(), ..Repository::default() });
            continue;
        }
        let repository = repositories.last_mut().unwrap();
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let set = match word {
            "facts" => &mut repository.facts,
            "right" => &mut repository.right,
            "wrong" => &mut repository.wrong,
            "missed" => &mut repository.missed,
            _ if line.starts_with('/') => {
                folder = &line[1..];
                continue;
            }
            _ => {
                let (name, found) = line.split_once('\t').unwrap_or((line, ""));
                let mut lines: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
                for (text, at) in found.split_whitespace().map(|pair| pair.split_once(':').unwrap()) {
                    let number = |text| u32::from_str_radix(text, 36).unwrap();
                    lines.entry(number(at)).or_default().push(&texts[number(text) as usize]);
                }
                let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
                repository.files.push((path, lines));
                continue;
            }
        };
        set.extend(rest.split(' '));
    }
    repositories
}

/// A file with these texts on these lines.
fn content(lines: &BTreeMap<u32, Vec<&str>>) -> Vec<u8> {
    let mut content = String::new();
    let mut at = 1;
    for (&line, texts) in lines {
        while at < line {
            content.push('\n');
            at += 1;
        }
        content.push_str(&format!("x ; {} ;", texts.join(" ; ")));
    }
    content.into_bytes()
}

pub fn scanner() -> Scanner {
    Scanner::new(signals::read(json(), built_in()).unwrap()).unwrap()
}

fn findings(scanner: &Scanner, repository: &Repository) -> Findings {
    let contents: BTreeMap<&str, Vec<u8>> =
        repository.files.iter().map(|(path, lines)| (path.as_str(), content(lines))).collect();
    let mut listing = scanner.list(repository.name);
    for (path, content) in &contents {
        listing.add(path, content.len() as u64);
    }
    let mut scan = Listing::close(listing);
    for at in 0..scan.wanted().len() {
        let content = &contents[scan.wanted()[at].path.as_str()];
        scan.read(at, content);
    }
    scan.findings(&[])
}

fn proposals(scanner: &Scanner, findings: Vec<Findings>) -> Proposals {
    Proposals::of(built_in(), scanner.signals(), Moment::default(), "test", findings)
}

#[test]
fn the_proposals_are_those_of_the_reference_on_every_repository() {
    let scanner = scanner();
    let (mut right, mut wrong, mut missed) = (0, 0, 0);
    for repository in corpus() {
        let proposals = proposals(&scanner, vec![findings(&scanner, &repository)]);
        let found: BTreeSet<&str> = proposals.proposals.iter().map(|one| one.signal.as_str()).collect();
        let expected: BTreeSet<&str> = repository.right.union(&repository.wrong).copied().collect();
        assert_eq!(found, expected, "{}", repository.name);
        let facts: BTreeSet<&str> = proposals.folders[0].facts.iter().map(|fact| fact.id.as_str()).collect();
        assert_eq!(facts, repository.facts, "{}", repository.name);
        right += found.intersection(&repository.right).count();
        wrong += found.intersection(&repository.wrong).count();
        missed += repository.missed.difference(&found).count();
    }
    let percent = |part: usize, of: usize| 100.0 * part as f64 / of as f64;
    let (precision, recall) = (percent(right, right + wrong), percent(right, right + missed));
    println!("{right} right, {wrong} wrong, {missed} missed: precision {precision:.1}%, recall {recall:.1}%");
    assert!(precision > 95.0 && recall > 80.0, "the corpus has been seen, so this is a lower bound for changes only");
}

#[test]
fn a_repository_without_a_model_proposes_nothing() {
    let scanner = scanner();
    let none = [
        "pallets/flask",
        "psf/requests",
        "spring-projects/spring-petclinic",
        "lobsters/lobsters",
        "alphagov/frontend",
    ];
    for repository in corpus().iter().filter(|repository| none.contains(&repository.name)) {
        let proposals = proposals(&scanner, vec![findings(&scanner, repository)]);
        assert!(proposals.proposals.is_empty(), "{}: {:?}", repository.name, proposals.proposals);
    }
}

#[test]
fn several_repositories_make_one_proposal_for_each_practice() {
    let scanner = scanner();
    let repositories = corpus();
    let all: Vec<Findings> = repositories.iter().map(|one| findings(&scanner, one)).collect();
    let together = proposals(&scanner, all);
    let expected: BTreeSet<&str> =
        repositories.iter().flat_map(|one| one.right.union(&one.wrong).copied().collect::<Vec<_>>()).collect();
    assert_eq!(together.proposals.len(), expected.len());
    assert!(together.proposals.iter().all(|one| one.evidence.len() <= 5 && !one.evidence.is_empty()));
    let tracking = together.proposals.iter().find(|one| one.signal == "cre-exp-tracking").unwrap();
    let names: BTreeSet<&str> = tracking.evidence.iter().map(|one| one.name.as_str()).collect();
    assert_eq!((names.len(), tracking.evidence.len()), (5, 5), "one place for each tool first");
    assert!(tracking.more > 50);
}

/// Both ways to search a file for all texts, on 40 MB of Python from the corpus: the reason for the choice in
/// `texts`.
#[test]
#[ignore = "measures, and asserts nothing about time"]
fn searching_in_one_pass_beats_one_search_for_each_text() {
    let texts: Vec<String> =
        CORPUS.lines().filter(|line| line.starts_with('"')).map(|line| serde_json::from_str(line).unwrap()).collect();
    let filler = "        self.total = compute_value(first, second) + other[index]\n".repeat(30);
    let files: Vec<String> = corpus()
        .iter()
        .flat_map(|one| &one.files)
        .map(|(_, lines)| format!("{}\n{filler}", String::from_utf8(content(lines)).unwrap()))
        .collect();
    let bytes: usize = files.iter().map(String::len).sum();
    let timed = |what: &str, search: &dyn Fn(&str) -> usize| {
        let start = Instant::now();
        let found: usize = files.iter().map(|file| search(file)).sum();
        let spent: Duration = start.elapsed();
        println!("{what}: {found} texts in {bytes} bytes, {:.1} MB/s", bytes as f64 / 1e6 / spent.as_secs_f64());
        found
    };
    let automaton = aho_corasick::AhoCorasick::new(&texts).unwrap();
    let in_one_pass = timed("aho-corasick", &|file| {
        let mut seen = vec![false; texts.len()];
        automaton.find_overlapping_iter(file).for_each(|found| seen[found.pattern().as_usize()] = true);
        seen.iter().filter(|&&is_seen| is_seen).count()
    });
    let finders: Vec<_> = texts.iter().map(memchr::memmem::Finder::new).collect();
    let one_by_one =
        timed("memmem", &|file| finders.iter().filter(|finder| finder.find(file.as_bytes()).is_some()).count());
    assert_eq!(in_one_pass, one_by_one);
}
