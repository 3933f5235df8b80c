//! The signals of a questionnaire: findings in a repository that suggest that a practice is partly in place.
//!
//! They are content, in the questionnaire's file under `signals` and `scan`. The reader of questions ignores them;
//! this module reads and checks them and reports all faults at once, each with its place.

#![allow(missing_docs)]

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::fault::{Fault, Faults};
use crate::model::Model;
use crate::model::draft::{MAX_ITEMS, is_slug};
use crate::model::file::MAX_BYTES;

/// The most finds in one list, files of one find, and texts in one group.
const MAX_FINDS: usize = 100;
const MAX_FILES: usize = 100;
const MAX_TEXTS: usize = 400;
/// The most different patterns and texts of all signals. Their positions have 16 bits.
const MAX_PATTERNS: usize = 4_000;
const MAX_ALL_TEXTS: usize = 20_000;
const MAX_PATTERN_BYTES: usize = 512;
const MAX_TEXT_BYTES: usize = 200;
/// The most alternatives in braces of one pattern, and the deepest nesting of finds: both multiply the work.
const MAX_BRACES: usize = 4;
const MAX_DEPTH: usize = 3;
/// The placeholder for the name of a find in the sentence of a signal.
pub const NAME: &str = "{name}";

/// Checked signals, with what they share.
#[derive(Clone, Debug, Default)]
pub struct Signals {
    pub scan: Scan,
    pub signals: Vec<Signal>,
}

#[derive(Clone, Debug, Default)]
pub struct Scan {
    /// Names of folders whose files are not listed.
    pub skipped_folders: Vec<String>,
    /// Files that only finds with [`FilesFind::include_ignored`] look at: tests, documents, generated files.
    pub ignored_files: Vec<String>,
    pub file_sets: Vec<FileSet>,
    /// In the order in which they are checked: a fact may need earlier ones.
    pub facts: Vec<Fact>,
}

/// A named list of patterns, used as `@name` in place of a pattern.
#[derive(Clone, Debug, Deserialize)]
pub struct FileSet {
    pub id: String,
    pub files: Vec<String>,
}

/// A property that a signal may need a folder to have, such as training code. It is found, or a person states it.
#[derive(Clone, Debug, Deserialize)]
pub struct Fact {
    pub id: String,
    pub title: String,
    /// Facts of which at least one has to be known. If empty, none is needed.
    #[serde(default)]
    pub needs: Vec<String>,
    #[serde(skip)]
    pub finds: Vec<Find>,
}

/// A rule that suggests that one practice is partly in place.
#[derive(Clone, Debug, Deserialize)]
pub struct Signal {
    pub id: String,
    pub capability: String,
    /// Facts of which at least one has to be known. If empty, none is needed.
    #[serde(default)]
    pub needs: Vec<String>,
    /// The reason as a sentence, with `{name}` for the name of the find.
    pub says: String,
    /// What a person still has to check.
    pub check: String,
    #[serde(default)]
    pub false_finds: String,
    #[serde(default)]
    pub basis: String,
    #[serde(skip)]
    pub finds: Vec<Find>,
}

/// A condition on the files of a folder.
#[derive(Clone, Debug)]
pub enum Find {
    Files(FilesFind),
    /// All of these, in any files. The places of the first one are shown.
    All(String, Vec<Find>),
    /// At least one of these.
    Any(String, Vec<Find>),
    /// A fact with this id.
    Fact(String),
}

/// At least one file with a matching path and matching texts.
#[derive(Clone, Debug, Deserialize)]
pub struct FilesFind {
    #[serde(default)]
    pub name: String,
    pub files: Vec<String>,
    /// Patterns of files that do not count.
    #[serde(default)]
    pub except: Vec<String>,
    /// Groups of texts. The file has to contain one text of each group. The line of the first group is shown.
    #[serde(default)]
    pub contains: Vec<Vec<String>>,
    /// Texts that the file must not contain.
    #[serde(default)]
    pub without: Vec<String>,
    /// The most different texts of the first group. A file with more, such as a list of all models, shows no choice.
    #[serde(default)]
    pub at_most: Option<usize>,
    /// Whether ASCII case is ignored in texts.
    #[serde(default)]
    pub ignore_case: bool,
    #[serde(default)]
    pub include_ignored: bool,
}

impl Signals {
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Signal> {
        self.signals.iter().find(|signal| signal.id == id)
    }
}

/// Reads the signals of a questionnaire from its file, or from the part of the file that has only them. A
/// questionnaire may have none.
///
/// # Errors
///
/// All faults at once, each with its JSON path.
pub fn read(text: &str, model: &Model) -> Result<Signals, Vec<Fault>> {
    if text.len() > MAX_BYTES {
        let message = format!("expected at most {MAX_BYTES} bytes (1 MiB), found {}", text.len());
        return Err(vec![Fault::new("$", message)]);
    }
    let value: Value = serde_json::from_str(text)
        .map_err(|error| vec![Fault::new("$", format!("expected JSON, found a fault: {error}"))])?;
    let mut reader = Reader { faults: Faults::default(), patterns: 0, texts: 0 };
    let signals = reader.signals(&value, model);
    if reader.faults.is_empty() { Ok(signals) } else { Err(reader.faults.into_faults()) }
}

struct Reader {
    faults: Faults,
    patterns: usize,
    texts: usize,
}

impl Reader {
    fn signals(&mut self, file: &Value, model: &Model) -> Signals {
        let scan = self.scan(&file["scan"]);
        let mut signals: Vec<Signal> = Vec::new();
        for (path, item) in self.items(&file["signals"], "$.signals", MAX_ITEMS) {
            let Some(mut signal) = self.item::<Signal>(item, &path) else { continue };
            self.id(&signal.id, &path, signals.iter().any(|other| other.id == signal.id));
            if model.find_capability(&signal.capability).is_none() {
                self.faults.add(
                    format!("{path}.capability"),
                    format!("there is no capability \"{}\"", crate::json::shorten(&signal.capability)),
                );
            }
            self.needs(&signal.needs, &scan.facts, &path);
            self.text(&signal.says, &format!("{path}.says"));
            self.text(&signal.check, &format!("{path}.check"));
            signal.finds = self.finds(&item["finds"], &format!("{path}.finds"), &scan, MAX_DEPTH);
            signals.push(signal);
        }
        if self.patterns > MAX_PATTERNS {
            self.faults
                .add("$.signals", format!("expected at most {MAX_PATTERNS} patterns, found {}", self.patterns));
        }
        if self.texts > MAX_ALL_TEXTS {
            self.faults.add("$.signals", format!("expected at most {MAX_ALL_TEXTS} texts, found {}", self.texts));
        }
        Signals { scan, signals }
    }

    fn scan(&mut self, value: &Value) -> Scan {
        let mut scan = Scan::default();
        for (path, item) in self.items(&value["file_sets"], "$.scan.file_sets", MAX_ITEMS) {
            let Some(set) = self.item::<FileSet>(item, &path) else { continue };
            self.id(&set.id, &path, scan.file_sets.iter().any(|other| other.id == set.id));
            // A set may use only earlier ones, so no set contains itself.
            self.files(&set.files, &format!("{path}.files"), &scan.file_sets);
            scan.file_sets.push(set);
        }
        scan.skipped_folders = self.item(&value["skipped_folders"], "$.scan.skipped_folders").unwrap_or_default();
        for (at, folder) in scan.skipped_folders.iter().enumerate() {
            let path = format!("$.scan.skipped_folders[{at}]");
            self.text(folder, &path);
            if folder.contains('/') {
                self.faults.add(path, format!("expected the name of a folder, found \"{folder}\""));
            }
        }
        scan.ignored_files = self.item(&value["ignored_files"], "$.scan.ignored_files").unwrap_or_default();
        if !scan.ignored_files.is_empty() {
            self.files(&scan.ignored_files, "$.scan.ignored_files", &scan.file_sets);
        }
        for (path, item) in self.items(&value["facts"], "$.scan.facts", MAX_ITEMS) {
            let Some(mut fact) = self.item::<Fact>(item, &path) else { continue };
            self.id(&fact.id, &path, scan.facts.iter().any(|other| other.id == fact.id));
            self.text(&fact.title, &format!("{path}.title"));
            self.needs(&fact.needs, &scan.facts, &path);
            fact.finds = self.finds(&item["finds"], &format!("{path}.finds"), &scan, MAX_DEPTH);
            scan.facts.push(fact);
        }
        scan
    }

    /// The items of an optional list, each with its path.
    fn items<'a>(&mut self, list: &'a Value, path: &str, most: usize) -> Vec<(String, &'a Value)> {
        match list {
            Value::Null => Vec::new(),
            Value::Array(items) if items.len() <= most => {
                items.iter().enumerate().map(|(at, item)| (format!("{path}[{at}]"), item)).collect()
            }
            Value::Array(items) => {
                self.faults.add(path, format!("expected at most {most} items, found {}", items.len()));
                Vec::new()
            }
            _ => {
                self.faults.add(path, "expected a list");
                Vec::new()
            }
        }
    }

    fn item<T: DeserializeOwned>(&mut self, value: &Value, path: &str) -> Option<T> {
        if value.is_null() {
            return None;
        }
        serde_json::from_value(value.clone()).map_err(|error| self.faults.add(path, error.to_string())).ok()
    }

    fn finds(&mut self, value: &Value, path: &str, scan: &Scan, depth: usize) -> Vec<Find> {
        let items = self.items(value, path, MAX_FINDS);
        if items.is_empty() {
            self.faults.add(path, "expected at least one find");
        }
        items.into_iter().filter_map(|(path, item)| self.find(item, &path, scan, depth)).collect()
    }

    fn find(&mut self, value: &Value, path: &str, scan: &Scan, depth: usize) -> Option<Find> {
        let kinds: Vec<&str> =
            ["files", "all", "any", "fact"].into_iter().filter(|kind| !value[kind].is_null()).collect();
        let [kind] = kinds[..] else {
            self.faults.add(path, "expected one of \"files\", \"all\", \"any\" and \"fact\"");
            return None;
        };
        match kind {
            "files" => {
                let find = self.item::<FilesFind>(value, path)?;
                self.check_files(&find, path, scan);
                Some(Find::Files(find))
            }
            "fact" => {
                let fact: String = self.item(&value["fact"], &format!("{path}.fact"))?;
                self.needs(std::slice::from_ref(&fact), &scan.facts, path);
                Some(Find::Fact(fact))
            }
            _ if depth == 0 => {
                self.faults.add(path, format!("expected finds at most {MAX_DEPTH} deep"));
                None
            }
            _ => {
                let name = if value["name"].is_null() { None } else { self.item(&value["name"], path) };
                let name: String = name.unwrap_or_default();
                let finds = self.finds(&value[kind], &format!("{path}.{kind}"), scan, depth - 1);
                Some(if kind == "all" { Find::All(name, finds) } else { Find::Any(name, finds) })
            }
        }
    }

    fn check_files(&mut self, find: &FilesFind, path: &str, scan: &Scan) {
        self.text(&find.name, &format!("{path}.name"));
        self.files(&find.files, &format!("{path}.files"), &scan.file_sets);
        if !find.except.is_empty() {
            self.files(&find.except, &format!("{path}.except"), &scan.file_sets);
        }
        for (at, group) in find.contains.iter().enumerate() {
            self.texts(group, &format!("{path}.contains[{at}]"));
        }
        if !find.without.is_empty() {
            self.texts(&find.without, &format!("{path}.without"));
        }
        if find.at_most == Some(0) {
            self.faults.add(format!("{path}.at_most"), "expected at least 1");
        }
    }

    fn id(&mut self, id: &str, path: &str, is_taken: bool) {
        if !is_slug(id) {
            let found = crate::json::shorten(id);
            self.faults.add(
                format!("{path}.id"),
                format!(
                    "expected an id of lower-case letters, digits and hyphens, at most 64 characters, found \"{found}\""
                ),
            );
        } else if is_taken {
            self.faults.add(format!("{path}.id"), format!("expected each id once, found \"{id}\" again"));
        }
    }

    fn needs(&mut self, names: &[String], facts: &[Fact], path: &str) {
        for name in names.iter().filter(|name| !facts.iter().any(|fact| fact.id == **name)) {
            let name = crate::json::shorten(name);
            self.faults.add(format!("{path}.needs"), format!("there is no fact \"{name}\" before this"));
        }
    }

    fn text(&mut self, text: &str, path: &str) {
        if text.trim().is_empty() {
            self.faults.add(path, "expected a text, found an empty one");
        }
    }

    fn texts(&mut self, texts: &[String], path: &str) {
        self.texts += texts.len();
        if texts.is_empty() || texts.len() > MAX_TEXTS {
            self.faults.add(path, format!("expected 1 to {MAX_TEXTS} texts, found {}", texts.len()));
        }
        for (at, text) in texts.iter().enumerate() {
            if text.trim().is_empty() {
                self.faults.add(format!("{path}[{at}]"), "expected a text, found an empty one");
            } else if text.contains(['\n', '\r']) || text.len() > MAX_TEXT_BYTES {
                self.faults
                    .add(format!("{path}[{at}]"), format!("expected one line of at most {MAX_TEXT_BYTES} bytes"));
            }
        }
    }

    fn files(&mut self, files: &[String], path: &str, sets: &[FileSet]) {
        self.patterns += files.len();
        if files.is_empty() || files.len() > MAX_FILES {
            self.faults.add(path, format!("expected 1 to {MAX_FILES} patterns, found {}", files.len()));
        }
        for (at, pattern) in files.iter().enumerate() {
            let fault = match pattern.strip_prefix('@') {
                Some(set) if sets.iter().any(|known| known.id == set) => None,
                Some(set) => Some(format!("there is no set of files \"{}\" before this", crate::json::shorten(set))),
                None => pattern_fault(pattern),
            };
            if let Some(fault) = fault {
                self.faults.add(format!("{path}[{at}]"), fault);
            }
        }
    }
}

fn pattern_fault(pattern: &str) -> Option<String> {
    if pattern.is_empty() || pattern.len() > MAX_PATTERN_BYTES {
        return Some(format!("expected a pattern of 1 to {MAX_PATTERN_BYTES} bytes"));
    }
    if pattern.starts_with(['!', '/']) || pattern.contains('\\') {
        return Some("expected a pattern of a path from the folder, with \"/\" and without \"!\"".to_owned());
    }
    if pattern.matches('{').count() > MAX_BRACES {
        return Some(format!("expected at most {MAX_BRACES} groups in braces"));
    }
    fast_glob::validate(pattern).err().map(|error| format!("expected a pattern: {error}"))
}
