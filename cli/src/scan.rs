//! `scan`: proposals from the files of repositories.
//!
//! Nothing in a repository is run, symbolic links are not followed, and a file is opened only if a signal needs its
//! text.

use std::collections::HashSet;
use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use ignore::{DirEntry, WalkBuilder};
use mlops_core::evidence::proposals::{Folder, MAX_FOLDERS};
use mlops_core::evidence::signals::Signals;
use mlops_core::evidence::{FileFindings, Findings, FolderScan, GIT_HEAD, Lines, Listed, Proposals, Scanner};
use mlops_core::model::Model;
use mlops_core::model::answer::{Answer, Answers};
use mlops_core::moment::Moment;
use mlops_core::scoring::case::{Case, QuestionSet, Scope};
use mlops_core::words::{self, evidence as said};

use crate::repository::Repository;
use crate::{Failure, Outcome};

pub fn run(
    model: &Model,
    signals: Signals,
    folders: &[PathBuf],
    facts: &[String],
    json: bool,
    out: &mut impl Write,
) -> Result<Outcome, Failure> {
    check_facts(&signals, facts)?;
    let scanner = Scanner::new(signals).map_err(|error| Failure::Refused(error.to_string()))?;
    let scanner = Arc::new(scanner);
    let here = [PathBuf::from(".")];
    let folders = distinct(if folders.is_empty() { &here } else { folders })?;
    let findings = folders.iter().map(|folder| look_through(&scanner, folder, facts));
    let findings = findings.collect::<Result<Vec<Findings>, Failure>>()?;
    let made_by = concat!("mlops-maturity ", env!("CARGO_PKG_VERSION"));
    let mut proposals = Proposals::of(model, scanner.signals(), now(), made_by, findings);
    let mut question_set = QuestionSet::of(model, Scope::Full);
    question_set.tracks = model.track_ixs().collect();
    proposals.order(Case::new(model, &question_set, &Answers::none(model)));
    let text = if json { proposals.write() + "\n" } else { table(model, scanner.signals(), &proposals) };
    out.write_all(text.as_bytes()).map_err(Failure::io("standard output"))?;
    Ok(Outcome::AllRead)
}

/// The folders, each once however it is written.
fn distinct(folders: &[PathBuf]) -> Result<Vec<&Path>, Failure> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for folder in folders {
        let name = folder.display().to_string();
        if seen.insert(folder.canonicalize().map_err(Failure::io(name.clone()))?) {
            if !folder.is_dir() {
                return Err(Failure::Refused(format!("{name}: not a folder")));
            }
            found.push(folder.as_path());
        }
    }
    if found.len() > MAX_FOLDERS {
        let most = format!("{} folders; a proposals file has at most {MAX_FOLDERS}", found.len());
        return Err(Failure::Refused(most));
    }
    Ok(found)
}

fn check_facts(signals: &Signals, stated: &[String]) -> Result<(), Failure> {
    let known: Vec<&str> = signals.scan.facts.iter().map(|fact| fact.id.as_str()).collect();
    match stated.iter().find(|fact| !known.contains(&fact.as_str())) {
        Some(fact) => Err(Failure::Refused(format!("there is no fact \"{fact}\"; there are {}", known.join(", ")))),
        None => Ok(()),
    }
}

fn now() -> Moment {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Moment::from_unix_seconds(i64::try_from(seconds).unwrap_or_default()).unwrap_or_default()
}

fn look_through(scanner: &Arc<Scanner>, folder: &Path, facts: &[String]) -> Result<Findings, Failure> {
    let repository = Repository::of(folder);
    let mut scan = list(scanner, folder, repository.is_some())?;
    read_all(&mut scan, folder);
    let mut findings = scan.findings(facts);
    if let Some(Repository { address, commit, path }) = repository {
        let folder = findings.folder_mut();
        (folder.address, folder.commit, folder.path) = (address, commit, path);
    }
    Ok(findings)
}

/// Lists a folder without the files that `.gitignore` excludes and without skipped folders.
fn list<'a>(scanner: &'a Arc<Scanner>, root: &Path, is_repository: bool) -> Result<FolderScan<'a>, Failure> {
    let failure = Failure::io(root.display().to_string());
    let name = root.canonicalize().map_err(failure)?;
    let name = name.file_name().map_or_else(|| "/".to_owned(), |name| printable(&name.to_string_lossy()));
    let mut listing = scanner.list(&name);
    if is_repository {
        listing.add(GIT_HEAD, 0);
    }
    let skipped = Arc::new(Mutex::new(Vec::new()));
    let walk = WalkBuilder::new(root)
        .hidden(false)
        .ignore(false)
        .git_global(false)
        .require_git(false)
        .sort_by_file_name(Ord::cmp)
        .filter_entry({
            let (scanner, skipped, root) = (Arc::clone(scanner), Arc::clone(&skipped), root.to_owned());
            move |entry| {
                let is_skipped = entry.depth() > 0 && is_skipped_folder(&scanner, entry);
                if is_skipped && let Some(path) = path_inside(&root, entry.path()) {
                    skipped.lock().unwrap_or_else(PoisonError::into_inner).push(path);
                }
                !is_skipped
            }
        })
        .build();
    for entry in walk {
        let Ok(entry) = entry else {
            listing.unreadable();
            continue;
        };
        if !entry.file_type().is_some_and(|kind| kind.is_file()) {
            continue;
        }
        let Some(path) = path_inside(root, entry.path()) else {
            listing.unreadable();
            continue;
        };
        match listing.add_path(&path) {
            Listed::Full => break,
            Listed::Noted => {}
            // If the size is unavailable, reading the file reports the problem.
            Listed::Wanted(id) => listing.set_size(id, entry.metadata().map_or(0, |metadata| metadata.len())),
        }
    }
    for folder in &*skipped.lock().unwrap_or_else(PoisonError::into_inner) {
        listing.skip(folder);
    }
    Ok(listing.close())
}

fn is_skipped_folder(scanner: &Scanner, entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_dir()) && scanner.skips_folder(&entry.file_name().to_string_lossy())
}

/// The path from the folder, with `/`; `None` if it is not UTF-8, because no proposal could name it.
fn path_inside(root: &Path, path: &Path) -> Option<String> {
    let parts = path.strip_prefix(root).ok()?.components().map(|part| part.as_os_str().to_str());
    Some(parts.collect::<Option<Vec<&str>>>()?.join("/"))
}

/// Reads every wanted file, on as many threads as there are processors.
fn read_all(scan: &mut FolderScan, root: &Path) {
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let found = thread::scope(|scope| {
        let worker = || {
            let (mut found, mut content, mut lines) = (Vec::new(), Vec::new(), Lines::default());
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(file) = scan.wanted().get(at) else { return found };
                content.clear();
                let read = File::open(root.join(&file.path))
                    .and_then(|opened| opened.take(file.max_bytes() + 1).read_to_end(&mut content));
                found.push((at, read.ok().map(|_| scan.search(at, &content, &mut lines))));
            }
        };
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect::<Vec<_>>()
    });
    for (at, findings) in found {
        note(scan, at, findings);
    }
}

fn note(scan: &mut FolderScan, at: usize, findings: Option<FileFindings>) {
    match findings {
        Some(findings) => scan.add(at, findings),
        None => scan.unreadable(),
    }
}

/// The table for people: what was read of each folder, then a row for each proposal.
fn table(model: &Model, signals: &Signals, proposals: &Proposals) -> String {
    let mut text = String::new();
    for folder in &proposals.folders {
        text.push_str(&format!(
            "{}\n  {}\n  {}\n",
            heading(folder),
            said::looked(&folder.looked),
            said::facts(signals, folder)
        ));
    }
    text.push_str(&format!("\n{}\n", words::capitalised(&said::proposals(proposals.proposals.len()))));
    let titles = proposals.proposals.iter().map(|one| title(model, &one.capability).chars().count());
    let width = titles.max().unwrap_or_default();
    let answer = words::answer(Answer::Partly);
    for proposal in &proposals.proposals {
        let Some(first) = proposal.evidence.first() else { continue };
        let in_folder = if proposals.folders.len() > 1 {
            proposals.folders.get(first.folder).map(|folder| format!("{}: ", folder.name)).unwrap_or_default()
        } else {
            String::new()
        };
        let others = proposal.evidence.len() - 1 + proposal.more;
        let more = if others > 0 { format!(" ({})", said::more(others)) } else { String::new() };
        let reason = said::reason_and_place(signals, proposal, first);
        text.push_str(&format!(
            "\n{answer}  {:width$}  {in_folder}{reason}{more}\n",
            title(model, &proposal.capability)
        ));
        if let Some(signal) = signals.find(&proposal.signal) {
            text.push_str(&format!("{:indent$}{}\n", "", said::check(signal), indent = answer.len() + width + 4));
        }
    }
    if !proposals.proposals.is_empty() {
        text.push_str(&format!("\n{}\n", said::NOT_COUNTED));
    }
    text
}

/// The name of a practice.
fn title<'a>(model: &'a Model, id: &'a str) -> &'a str {
    let Some(at) = model.find_capability(id) else { return id };
    let capability = model.capability(at);
    capability.title.as_deref().unwrap_or(&capability.question)
}

fn heading(folder: &Folder) -> String {
    let commit = folder.commit.as_deref().map(|commit| format!("commit {}", commit.get(..12).unwrap_or(commit)));
    let known: Vec<String> = folder.address.clone().into_iter().chain(commit).collect();
    if known.is_empty() { folder.name.clone() } else { format!("{} ({})", folder.name, known.join(", ")) }
}

/// A name without control characters.
fn printable(name: &str) -> String {
    name.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}
