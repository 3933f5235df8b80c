//! A scan: which files of a folder have to be read, what they contain, and which signals and facts that satisfies.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::globs::{GlobIx, GlobSet, Globs, Matched};
use super::proposals::{Folder, KnownBy, KnownFact, Looked, MAX_NAME_CHARS, is_inside};
use super::signals::{FileSet, FilesFind, Find, Signals};
use super::texts::{Lines, TextIx, TextSearch, TextSet};
use super::{GIT_HEAD, MAX_EVIDENCE, MAX_FILE_BYTES, MAX_FILES, MAX_NOTEBOOK_BYTES};

/// Marks a folder as a virtual environment of Python, which contains third-party code, whatever its name.
const VIRTUAL_ENVIRONMENT: &str = "pyvenv.cfg";
const GIT_FOLDER: &str = ".git";
/// The most skipped folders that are named; others are only counted.
const MAX_SKIPPED_NAMED: usize = 50;
/// A file with a zero byte among this many first bytes is binary.
const PROBED_BYTES: usize = 8192;

/// Compiled signals, for any number of folders.
#[derive(Debug)]
pub struct Scanner {
    signals: Signals,
    skipped_folders: HashSet<String>,
    globs: Globs,
    ignored: Vec<GlobIx>,
    /// Every [`FilesFind`] of facts and signals. Conditions refer to them by position.
    finds: Vec<PreparedFind>,
    /// For each pattern, the finds that look at the files that match it.
    finds_by_glob: Vec<Vec<u16>>,
    facts: Vec<Rule>,
    rules: Vec<Rule>,
    texts: TextSearch,
}

#[derive(Debug)]
struct PreparedFind {
    files: Vec<GlobIx>,
    except: Vec<GlobIx>,
    contains: Vec<Vec<TextIx>>,
    without: Vec<TextIx>,
    at_most: usize,
    ignore_case: bool,
    include_ignored: bool,
}

/// The conditions of a fact or a signal.
#[derive(Debug)]
struct Rule {
    /// The positions of facts.
    needs: Vec<usize>,
    any_of: Vec<Condition>,
}

#[derive(Debug)]
enum Condition {
    Files(String, usize),
    All(String, Vec<Condition>),
    Any(String, Vec<Condition>),
    Fact(usize),
}

/// A file that has to be read.
#[derive(Clone, Debug)]
pub struct WantedFile {
    /// The id from [`Listing::add_path`]. Not the position: some files with an id are left out later.
    pub id: usize,
    /// The path from the folder, with `/`.
    pub path: String,
    /// The size in bytes, as listed.
    pub size: u64,
    /// The finds with texts that the file may contain.
    finds: Vec<u16>,
}

impl WantedFile {
    /// The most bytes of the file that are read.
    #[must_use]
    pub fn max_bytes(&self) -> u64 {
        size_limit(&self.path)
    }
}

/// The decision on a listed path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// The folder has too many files. The rest is left out.
    Full,
    /// The file does not have to be read.
    Noted,
    /// The file has to be read. Contains its id for [`Listing::set_size`].
    Wanted(usize),
}

/// A folder while its files are listed.
#[derive(Debug)]
pub struct Listing<'a> {
    scan: FolderScan<'a>,
    matched: Matched,
    virtual_environments: HashSet<String>,
    skipped: BTreeSet<String>,
}

/// A listed folder whose files can be read in any order.
#[derive(Debug)]
pub struct FolderScan<'a> {
    scanner: &'a Scanner,
    name: String,
    wanted: Vec<WantedFile>,
    looked: Looked,
    /// By find.
    hits: Vec<Vec<Hit>>,
    lines: Lines,
}

/// A place that satisfies a find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) path: String,
    pub(super) line: Option<u32>,
}

/// The findings in one folder.
#[derive(Clone, Debug)]
pub struct Findings {
    pub(super) folder: Folder,
    /// By signal.
    pub(super) places: Vec<Places>,
}

/// The places of a signal in one folder: the first one of each name, and as many others as are shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// The best places first, each with the name of its find.
    pub(super) best: Vec<(String, Hit)>,
    /// The number of other places.
    pub(super) more: usize,
}

impl Findings {
    /// The folder, to add the address of its repository.
    pub const fn folder_mut(&mut self) -> &mut Folder {
        &mut self.folder
    }
}

impl Scanner {
    /// Compiles signals.
    ///
    /// # Errors
    ///
    /// There are more texts than one search can handle. The check of signals rules that out.
    pub fn new(signals: Signals) -> Result<Self, aho_corasick::BuildError> {
        let mut prepare = Prepare::new(&signals.scan.file_sets);
        let scan = &signals.scan;
        let ignored = prepare.globs_of(&scan.ignored_files);
        let fact_ids: Vec<&str> = scan.facts.iter().map(|fact| fact.id.as_str()).collect();
        let facts = scan.facts.iter().map(|fact| prepare.rule(&fact.needs, &fact.finds, &fact_ids)).collect();
        let rules = signals.signals.iter().map(|one| prepare.rule(&one.needs, &one.finds, &fact_ids)).collect();
        let skipped_folders = scan.skipped_folders.iter().map(|name| name.to_ascii_lowercase()).collect();
        let Prepare { globs, texts, finds, .. } = prepare;
        let globs = globs.into_globs()?;
        let mut finds_by_glob = vec![Vec::new(); globs.len()];
        for (at, find) in (0_u16..).zip(&finds) {
            find.files.iter().for_each(|&glob| finds_by_glob[usize::from(glob)].push(at));
        }
        let texts = texts.into_search()?;
        Ok(Self { texts, skipped_folders, globs, ignored, finds, finds_by_glob, facts, rules, signals })
    }

    #[must_use]
    pub const fn signals(&self) -> &Signals {
        &self.signals
    }

    /// Whether a folder with this name is skipped with everything in it.
    #[must_use]
    pub fn skips_folder(&self, name: &str) -> bool {
        self.skipped_folders.contains(&name.to_ascii_lowercase())
    }

    /// Begins to list a folder.
    #[must_use]
    pub fn list(&self, name: &str) -> Listing<'_> {
        Listing {
            scan: FolderScan {
                scanner: self,
                name: name.chars().take(MAX_NAME_CHARS).collect(),
                wanted: Vec::new(),
                looked: Looked::default(),
                hits: vec![Vec::new(); self.finds.len()],
                lines: Lines::default(),
            },
            matched: Matched::default(),
            virtual_environments: HashSet::new(),
            skipped: BTreeSet::new(),
        }
    }
}

struct Prepare {
    globs: GlobSet,
    sets: HashMap<String, Vec<GlobIx>>,
    texts: TextSet,
    finds: Vec<PreparedFind>,
}

impl Prepare {
    fn new(sets: &[FileSet]) -> Self {
        let mut prepare =
            Self { globs: GlobSet::default(), sets: HashMap::new(), texts: TextSet::default(), finds: Vec::new() };
        for set in sets {
            let globs = prepare.globs_of(&set.files);
            prepare.sets.insert(set.id.clone(), globs);
        }
        prepare
    }

    /// The patterns of a list, with file sets replaced by their patterns. Each set is resolved once: sets that
    /// contain sets would otherwise double with each step.
    fn globs_of(&mut self, files: &[String]) -> Vec<GlobIx> {
        let mut globs = Vec::new();
        for pattern in files {
            match pattern.strip_prefix('@') {
                Some(set) => globs.extend(self.sets.get(set).into_iter().flatten()),
                None => globs.push(self.globs.add(pattern)),
            }
        }
        globs.sort_unstable();
        globs.dedup();
        globs
    }

    fn rule(&mut self, needs: &[String], finds: &[Find], facts: &[&str]) -> Rule {
        let needs = needs.iter().filter_map(|need| facts.iter().position(|fact| fact == need)).collect();
        Rule { needs, any_of: self.conditions(finds, facts) }
    }

    fn conditions(&mut self, finds: &[Find], facts: &[&str]) -> Vec<Condition> {
        let mut conditions = Vec::with_capacity(finds.len());
        for find in finds {
            conditions.push(match find {
                Find::Files(find) => Condition::Files(find.name.clone(), self.find(find)),
                Find::All(name, finds) => Condition::All(name.clone(), self.conditions(finds, facts)),
                Find::Any(name, finds) => Condition::Any(name.clone(), self.conditions(finds, facts)),
                Find::Fact(id) => match facts.iter().position(|fact| fact == id) {
                    Some(fact) => Condition::Fact(fact),
                    None => continue,
                },
            });
        }
        conditions
    }

    fn find(&mut self, find: &FilesFind) -> usize {
        let mut add = |texts: &[String]| -> Vec<TextIx> {
            texts.iter().map(|text| self.texts.add(text, find.ignore_case)).collect()
        };
        let contains = find.contains.iter().map(|group| add(group)).collect();
        let without = add(&find.without);
        let prepared = PreparedFind {
            files: self.globs_of(&find.files),
            except: self.globs_of(&find.except),
            contains,
            without,
            at_most: find.at_most.unwrap_or(usize::MAX),
            ignore_case: find.ignore_case,
            include_ignored: find.include_ignored,
        };
        self.finds.push(prepared);
        self.finds.len() - 1
    }
}

impl PreparedFind {
    /// The line to show, if the texts of a file satisfy this find.
    fn line(&self, lines: &Lines) -> Option<u32> {
        let mut shown = None;
        for group in &self.contains {
            let first = group.iter().filter_map(|&text| lines.of(text)).min()?;
            shown.get_or_insert(first);
        }
        let different = self.contains.first()?.iter().filter(|&&text| lines.of(text).is_some()).count();
        let is_excluded = self.without.iter().any(|&text| lines.of(text).is_some());
        shown.filter(|_| different <= self.at_most && !is_excluded)
    }
}

impl<'a> Listing<'a> {
    /// Adds a file by its path from the folder and its size in bytes. Returns `false` if the folder has too many
    /// files; the rest is then left out.
    pub fn add(&mut self, path: &str, size: u64) -> bool {
        match self.add_path(path) {
            Listed::Full => return false,
            Listed::Noted => {}
            Listed::Wanted(id) => self.set_size(id, size),
        }
        true
    }

    /// Adds a file by its path from the folder. Getting the size of a file takes time, so [`Self::set_size`] is
    /// needed only for files that have to be read.
    pub fn add_path(&mut self, path: &str) -> Listed {
        let scanner = self.scan.scanner;
        if let Some(folder) = skipped_part(path, scanner)
            && path != GIT_HEAD
        {
            self.skip(folder);
            return Listed::Noted;
        }
        // A proposals file could not name it.
        if !is_inside(path) {
            self.scan.looked.unreadable += 1;
            return Listed::Noted;
        }
        if self.scan.looked.files >= MAX_FILES {
            self.scan.looked.cut = true;
            return Listed::Full;
        }
        self.scan.looked.files += 1;
        let folder_and_name = path.rsplit_once('/');
        if let Some((folder, VIRTUAL_ENVIRONMENT)) = folder_and_name {
            self.virtual_environments.insert(folder.to_owned());
        }
        let lower = path.to_ascii_lowercase();
        scanner.globs.compare(&lower, &mut self.matched);
        let is_ignored = self.matched.any(&scanner.ignored);
        let mut candidates: Vec<u16> =
            self.matched.globs().flat_map(|glob| &scanner.finds_by_glob[usize::from(glob)]).copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        candidates.retain(|&at| {
            let find = &scanner.finds[usize::from(at)];
            (!is_ignored || find.include_ignored) && !self.matched.any(&find.except)
        });
        let (wanting, shown): (Vec<u16>, Vec<u16>) =
            candidates.into_iter().partition(|&at| !scanner.finds[usize::from(at)].contains.is_empty());
        for at in shown {
            self.scan.hits[usize::from(at)].push(Hit { path: path.to_owned(), line: None });
        }
        if wanting.is_empty() {
            return Listed::Noted;
        }
        let id = self.scan.wanted.len();
        self.scan.wanted.push(WantedFile { id, path: path.to_owned(), size: 0, finds: wanting });
        Listed::Wanted(id)
    }

    /// Sets the size of a file, in bytes.
    pub fn set_size(&mut self, id: usize, size: u64) {
        if let Some(file) = self.scan.wanted.get_mut(id) {
            file.size = size;
        }
    }

    /// Whether to list the files in a folder with this name.
    #[must_use]
    pub fn enters(&self, name: &str) -> bool {
        !self.scan.scanner.skips_folder(name)
    }

    /// What was listed so far, and what was left out.
    #[must_use]
    pub const fn looked(&self) -> &Looked {
        &self.scan.looked
    }

    /// Records a folder that was not entered. Git's own folder is not mentioned.
    pub fn skip(&mut self, folder: &str) {
        if folder != GIT_FOLDER && self.skipped.len() < MAX_SKIPPED_NAMED && is_inside(folder) {
            self.skipped.insert(folder.to_owned());
        }
    }

    /// Counts a file that could not be listed.
    pub const fn unreadable(&mut self) {
        self.scan.looked.unreadable += 1;
    }

    /// Ends the listing.
    #[must_use]
    pub fn close(mut self) -> FolderScan<'a> {
        let environments = std::mem::take(&mut self.virtual_environments);
        if !environments.is_empty() {
            let is_inside = |path: &str| folders(path).any(|folder| environments.contains(folder));
            self.scan.wanted.retain(|file| !is_inside(&file.path));
            self.scan.hits.iter_mut().for_each(|hits| hits.retain(|hit| !is_inside(&hit.path)));
            environments.iter().for_each(|folder| self.skip(folder));
        }
        let listed = self.scan.wanted.len();
        self.scan.wanted.retain(|file| file.size <= size_limit(&file.path));
        self.scan.looked.too_big += listed - self.scan.wanted.len();
        self.scan.looked.skipped = self.skipped.into_iter().collect();
        self.scan
    }
}

/// The folders that a path goes through, the outermost first.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(end, _)| &path[..end])
}

/// The first folder of a path that is skipped.
fn skipped_part<'p>(path: &'p str, scanner: &Scanner) -> Option<&'p str> {
    folders(path).find(|folder| scanner.skips_folder(folder.rsplit('/').next().unwrap_or_default()))
}

fn size_limit(path: &str) -> u64 {
    if path.ends_with(".ipynb") { MAX_NOTEBOOK_BYTES } else { MAX_FILE_BYTES }
}

/// The findings in one file.
#[derive(Debug)]
pub struct FileFindings(FileOutcome);

#[derive(Debug)]
enum FileOutcome {
    TooBig,
    Binary,
    /// Finds with their lines, and the number of bytes that were read.
    Text(Vec<(u16, u32)>, u64),
}

impl FolderScan<'_> {
    /// The files that have to be read, in the order of the listing.
    #[must_use]
    pub fn wanted(&self) -> &[WantedFile] {
        &self.wanted
    }

    #[must_use]
    pub fn wanted_bytes(&self) -> u64 {
        self.wanted.iter().map(|file| file.size).sum()
    }

    /// What was listed and read so far, and what was left out.
    #[must_use]
    pub const fn looked(&self) -> &Looked {
        &self.looked
    }

    /// Searches the content of a wanted file and records its findings.
    pub fn read(&mut self, wanted: usize, content: &[u8]) {
        let mut lines = std::mem::take(&mut self.lines);
        let findings = self.search(wanted, content, &mut lines);
        self.lines = lines;
        self.add(wanted, findings);
    }

    /// Counts a wanted file that could not be read.
    pub const fn unreadable(&mut self) {
        self.looked.unreadable += 1;
    }

    /// Searches the content of a wanted file without recording anything, so that several threads can do so.
    pub fn search(&self, wanted: usize, content: &[u8], lines: &mut Lines) -> FileFindings {
        let file = &self.wanted[wanted];
        let bytes = u64::try_from(content.len()).unwrap_or(u64::MAX);
        if bytes > size_limit(&file.path) {
            return FileFindings(FileOutcome::TooBig);
        }
        if content[..content.len().min(PROBED_BYTES)].contains(&0) {
            return FileFindings(FileOutcome::Binary);
        }
        let text = String::from_utf8_lossy(content);
        let find = |at: &u16| &self.scanner.finds[usize::from(*at)];
        let is_case_ignored =
            [false, true].map(|is_ignored| file.finds.iter().any(|at| find(at).ignore_case == is_ignored));
        // Most files contain nothing of interest.
        let mut found = Vec::new();
        if self.scanner.texts.search(&file.path, &text, is_case_ignored, lines) {
            found.extend(file.finds.iter().filter_map(|at| Some((*at, find(at).line(lines)?))));
        }
        FileFindings(FileOutcome::Text(found, bytes))
    }

    /// Records the findings in a wanted file.
    pub fn add(&mut self, wanted: usize, findings: FileFindings) {
        match findings.0 {
            FileOutcome::TooBig => self.looked.too_big += 1,
            FileOutcome::Binary => self.looked.binary += 1,
            FileOutcome::Text(found, bytes) => {
                self.looked.read += 1;
                self.looked.bytes += bytes;
                for (at, line) in found {
                    let path = self.wanted[wanted].path.clone();
                    self.hits[usize::from(at)].push(Hit { path, line: Some(line) });
                }
            }
        }
    }

    /// The findings in all files that were read so far, with the facts that a person states.
    #[must_use]
    pub fn findings(&self, stated: &[String]) -> Findings {
        let hits: Vec<Vec<&Hit>> = self.hits.iter().map(|hits| in_order(hits)).collect();
        let facts = &self.scanner.signals.scan.facts;
        let mut known: Vec<Option<Named>> = Vec::with_capacity(facts.len());
        let mut listed = Vec::new();
        for (fact, rule) in facts.iter().zip(&self.scanner.facts) {
            let found = if is_needed(rule, &known) { satisfied(&rule.any_of, &hits, &known) } else { Vec::new() };
            let is_stated = stated.contains(&fact.id);
            if let Some((_, hits)) = found.first() {
                let (path, line) = hits.first().map(|hit| (hit.path.clone(), hit.line)).unzip();
                listed.push(KnownFact { id: fact.id.clone(), by: KnownBy::Found, path, line: line.flatten() });
            } else if is_stated {
                listed.push(KnownFact { id: fact.id.clone(), by: KnownBy::Person, path: None, line: None });
            }
            known.push((is_stated || !found.is_empty()).then_some(found));
        }
        let places = self.scanner.rules.iter().map(|rule| {
            if is_needed(rule, &known) { best(satisfied(&rule.any_of, &hits, &known)) } else { Places::default() }
        });
        let places = places.collect();
        let folder =
            Folder { name: self.name.clone(), looked: self.looked.clone(), facts: listed, ..Folder::default() };
        Findings { folder, places }
    }
}

/// Places by the name of their find.
type Named<'h> = Vec<(&'h str, Vec<&'h Hit>)>;

/// The conditions that hold, in order, each with its name and places.
fn satisfied<'h>(conditions: &'h [Condition], hits: &[Vec<&'h Hit>], known: &[Option<Named<'h>>]) -> Named<'h> {
    let mut named = Vec::new();
    for condition in conditions {
        match condition {
            Condition::Files(name, find) => {
                if !hits[*find].is_empty() {
                    named.push((name.as_str(), hits[*find].clone()));
                }
            }
            Condition::Fact(fact) => {
                named.extend(known.get(*fact).into_iter().flatten().flatten().cloned());
            }
            Condition::All(name, conditions) => {
                let one = |condition| satisfied(std::slice::from_ref(condition), hits, known).into_iter().next();
                let parts: Option<Vec<_>> = conditions.iter().map(one).collect();
                let first = parts.and_then(|parts| parts.into_iter().next());
                named.extend(first.map(|first| with_name(name, first)));
            }
            Condition::Any(name, conditions) => {
                let first = satisfied(conditions, hits, known).into_iter().next();
                named.extend(first.map(|first| with_name(name, first)));
            }
        }
    }
    named
}

fn with_name<'h>(name: &'h str, found: (&'h str, Vec<&'h Hit>)) -> (&'h str, Vec<&'h Hit>) {
    if name.is_empty() { found } else { (name, found.1) }
}

fn best(named: Named) -> Places {
    let (mut names, mut seen, mut places) = (HashSet::new(), HashSet::new(), Places::default());
    let mut others = 0;
    for (name, hit) in named.into_iter().flat_map(|(name, hits)| hits.into_iter().map(move |hit| (name, hit))) {
        if !seen.insert((name, hit.path.as_str())) {
            continue;
        }
        let is_first = names.insert(name);
        others += usize::from(!is_first);
        if is_first || others <= MAX_EVIDENCE {
            places.best.push((name.to_owned(), hit.clone()));
        } else {
            places.more += 1;
        }
    }
    places
}

fn is_needed(rule: &Rule, known: &[Option<Named>]) -> bool {
    rule.needs.is_empty() || rule.needs.iter().any(|&need| known.get(need).is_some_and(Option::is_some))
}

/// The order in which places are shown: programs before notebooks, then the shortest path.
fn in_order(hits: &[Hit]) -> Vec<&Hit> {
    let worth = |hit: &&Hit| (hit.path.ends_with(".ipynb"), hit.path.matches('/').count());
    let lower = |hit: &'_ Hit| hit.path.to_lowercase();
    let mut hits: Vec<&Hit> = hits.iter().collect();
    hits.sort_by_cached_key(|hit| (worth(hit), lower(hit), hit.path.as_str()));
    hits
}
