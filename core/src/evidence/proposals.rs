//! The proposals file: the findings of a scan, written by the command, the page, or another scanner.
//!
//! It contains no text of a scanned file and no absolute path. Sentences are built from the signals, by
//! [`words::evidence`]. Nothing in it counts until a person uses it. It is read like every untrusted file: limited in
//! size, entry by entry, and unusable entries are listed.

#![allow(missing_docs)]

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

use super::scan::{Findings, Hit};
use super::signals::Signals;
use super::{MAX_EVIDENCE, is_unsafe};
use crate::advice::find_out::levels_narrowed;
use crate::fault::{Fault, Faults};
use crate::json::shorten;
use crate::model::draft::{MAX_ITEMS, is_slug};
use crate::model::{CapabilityIx, Model};
use crate::moment::Moment;
use crate::scoring::case::Case;
use crate::web_url::is_web_url;
use crate::words;

/// The value of the file's `format`.
pub const FORMAT: &str = "mlops-maturity/proposals";
/// The newest version that is read.
pub const VERSION: u64 = 1;
/// The largest file, in bytes.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// The most folders of one file.
pub const MAX_FOLDERS: usize = 100;
pub(super) const MAX_NAME_CHARS: usize = 100;
const MAX_PATH_CHARS: usize = 1_000;
const MAX_SKIPPED: usize = 100;
/// The characters that a path in an address must escape.
const PATH_ESCAPES: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The proposals from some folders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposals {
    format: &'static str,
    version: u64,
    pub model: ModelName,
    #[serde(serialize_with = "as_text")]
    pub made: Moment,
    /// The program that wrote the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made_by: Option<String>,
    pub folders: Vec<Folder>,
    pub proposals: Vec<Proposal>,
}

/// The questionnaire that the proposals are for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelName {
    pub id: String,
    pub revision: u32,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folder {
    pub name: String,
    /// The address of its repository on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
    /// The path of the folder in its repository, if it is not the root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(default)]
    pub looked: Looked,
    #[serde(default)]
    pub facts: Vec<KnownFact>,
}

/// How much of a folder was read, and what was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Looked {
    pub files: usize,
    pub read: usize,
    pub bytes: u64,
    pub too_big: usize,
    pub binary: usize,
    pub unreadable: usize,
    /// Folders with third-party code or generated files.
    pub skipped: Vec<String>,
    /// Whether the folder has more files than are listed.
    pub cut: bool,
}

/// A fact that was found in a folder, or that a person stated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownFact {
    pub id: String,
    pub by: KnownBy,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KnownBy {
    Found,
    Person,
}

/// A proposed answer for one practice, with its evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    pub capability: String,
    pub signal: String,
    pub answer: ProposedAnswer,
    pub evidence: Vec<Evidence>,
    /// The number of places that are not listed.
    #[serde(default)]
    pub more: usize,
}

/// The only answer that can be proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProposedAnswer {
    Partly,
}

/// A place in a folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The position of the folder in [`Proposals::folders`].
    pub folder: usize,
    /// The name of what was found there.
    pub name: String,
    pub path: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

impl Proposals {
    /// Joins the findings of folders: one proposal for each signal that is satisfied in any of them.
    #[must_use]
    pub fn of(model: &Model, signals: &Signals, made: Moment, made_by: &str, findings: Vec<Findings>) -> Self {
        let mut proposals = Vec::new();
        for (at, signal) in signals.signals.iter().enumerate() {
            let places = findings.iter().enumerate();
            let places =
                places.flat_map(|(folder, one)| one.places[at].best.iter().map(move |place| (folder, place)));
            let (evidence, left_out) = chosen(places.collect());
            let more = left_out + findings.iter().map(|one| one.places[at].more).sum::<usize>();
            if !evidence.is_empty() {
                proposals.push(Proposal {
                    capability: signal.capability.clone(),
                    signal: signal.id.clone(),
                    answer: ProposedAnswer::Partly,
                    evidence,
                    more,
                });
            }
        }
        Self {
            format: FORMAT,
            version: VERSION,
            model: ModelName { id: model.id().to_owned(), revision: model.revision() },
            made,
            made_by: Some(made_by.to_owned()),
            folders: findings.into_iter().map(|one| one.folder).collect(),
            proposals,
        }
    }

    /// Sorts the proposals by how much they narrow the levels of an assessment. Equal ones keep the model's order.
    pub fn order(&mut self, case: Case) {
        let place = |proposal: &Proposal| {
            let at = case.model.find_capability(&proposal.capability);
            let narrowed = at.map_or(0, |at| levels_narrowed(case, at));
            (std::cmp::Reverse(narrowed), at.map_or(usize::MAX, CapabilityIx::index))
        };
        self.proposals.sort_by_cached_key(place);
    }

    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// The address of evidence on the web, if repository, commit and host are known.
    #[must_use]
    pub fn address(&self, evidence: &Evidence) -> Option<String> {
        let folder = self.folders.get(evidence.folder)?;
        let (repository, commit) = (folder.address.as_deref()?, folder.commit.as_deref()?);
        let repository = repository.trim_end_matches('/');
        let host = repository.split("://").nth(1)?.split('/').next()?.to_ascii_lowercase();
        let inside = folder.path.as_ref().map(|path| format!("{path}/")).unwrap_or_default();
        let path = format!("{inside}{}", evidence.path);
        let path = utf8_percent_encode(&path, PATH_ESCAPES);
        let line = |mark: &str| evidence.line.map(|line| format!("{mark}{line}")).unwrap_or_default();
        if host.contains("gitlab") {
            Some(format!("{repository}/-/blob/{commit}/{path}{}", line("#L")))
        } else if host.contains("github") || host == "codeberg.org" {
            Some(format!("{repository}/blob/{commit}/{path}{}", line("#L")))
        } else if host == "bitbucket.org" {
            Some(format!("{repository}/src/{commit}/{path}{}", line("#lines-")))
        } else {
            None
        }
    }
}

fn as_text<S: Serializer>(moment: &Moment, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(moment)
}

/// The places to show, one for each name first, and the number of other places.
fn chosen(places: Vec<(usize, &(String, Hit))>) -> (Vec<Evidence>, usize) {
    let mut names: Vec<&str> = Vec::new();
    let (first, others): (Vec<_>, Vec<_>) = places.iter().partition(|(_, (name, _))| {
        let is_new = !names.contains(&name.as_str());
        names.extend(is_new.then_some(name.as_str()));
        is_new
    });
    let shown = first.into_iter().chain(others).take(MAX_EVIDENCE);
    let evidence: Vec<Evidence> = shown
        .map(|(folder, (name, hit))| Evidence { folder, name: name.clone(), path: hit.path.clone(), line: hit.line })
        .collect();
    let more = places.len() - evidence.len();
    (evidence, more)
}

/// Why a file cannot be used as proposals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProposalsError {
    TooLarge,
    NotJson,
    NotOurs,
    NewerVersion(u64),
    /// The proposals are for the questionnaire with this id.
    OtherModel(String),
}

/// Whether a text claims to be a proposals file.
#[must_use]
pub fn is_claimed(text: &str) -> bool {
    serde_json::from_str::<Value>(text).is_ok_and(|value| value["format"] == FORMAT)
}

/// Reads a proposals file for a questionnaire. Unusable entries are left out and listed with their place.
///
/// # Errors
///
/// The text is no proposals file for this questionnaire.
pub fn read(text: &str, model: &Model) -> Result<(Proposals, Vec<Fault>), ProposalsError> {
    if text.len() > MAX_BYTES {
        return Err(ProposalsError::TooLarge);
    }
    let file: Value = serde_json::from_str(text).map_err(|_| ProposalsError::NotJson)?;
    if file["format"] != FORMAT {
        return Err(ProposalsError::NotOurs);
    }
    match file["version"].as_u64() {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(ProposalsError::NewerVersion(newer)),
        _ => return Err(ProposalsError::NotOurs),
    }
    let mut faults = Faults::default();
    let model_name: ModelName = item(&file["model"], "$.model", &mut faults).unwrap_or_default();
    if model_name.id != model.id() {
        return Err(ProposalsError::OtherModel(model_name.id));
    }
    let made = file["made"].as_str().and_then(Moment::parse).unwrap_or_else(|| {
        faults.add("$.made", words::evidence::EXPECTED_MOMENT);
        Moment::default()
    });
    let made_by = file["made_by"].as_str().filter(|by| is_clean(by, MAX_NAME_CHARS)).map(str::to_owned);
    let folders = list::<Folder>(&file["folders"], "$.folders", MAX_FOLDERS, &mut faults);
    let folders = folders.into_iter().map(|(path, folder)| cleaned(folder.unwrap_or_default(), &path, &mut faults));
    let folders: Vec<Folder> = folders.collect();
    let mut proposals: Vec<Proposal> = Vec::new();
    for (path, proposal) in list::<Proposal>(&file["proposals"], "$.proposals", MAX_ITEMS, &mut faults) {
        let Some(mut proposal) = proposal else { continue };
        if model.find_capability(&proposal.capability).is_none() {
            faults.add(
                format!("{path}.capability"),
                words::evidence::unknown_capability(&shorten(&proposal.capability)),
            );
            continue;
        }
        if !is_slug(&proposal.signal) {
            faults.add(format!("{path}.signal"), words::evidence::EXPECTED_ID);
            continue;
        }
        if proposals.iter().any(|other| other.signal == proposal.signal) {
            faults.add(format!("{path}.signal"), words::evidence::SIGNAL_TWICE);
            continue;
        }
        let given = proposal.evidence.len();
        proposal.evidence.retain(|place| {
            place.folder < folders.len() && is_clean(&place.name, MAX_NAME_CHARS) && is_inside(&place.path)
        });
        if proposal.evidence.len() < given {
            faults.add(format!("{path}.evidence"), words::evidence::BAD_PLACES);
        }
        if proposal.evidence.is_empty() {
            faults.add(path, words::evidence::NO_PLACES);
            continue;
        }
        proposal.more = proposal.more.saturating_add(proposal.evidence.len().saturating_sub(MAX_EVIDENCE));
        proposal.evidence.truncate(MAX_EVIDENCE);
        proposals.push(proposal);
    }
    let proposals =
        Proposals { format: FORMAT, version: VERSION, model: model_name, made, made_by, folders, proposals };
    Ok((proposals, faults.into_faults()))
}

/// A folder without values that are unsafe to show or to follow.
fn cleaned(mut folder: Folder, path: &str, faults: &mut Faults) -> Folder {
    if !is_clean(&folder.name, MAX_NAME_CHARS) {
        faults.add(format!("{path}.name"), words::evidence::EXPECTED_NAME);
        folder.name = words::evidence::UNNAMED_FOLDER.to_owned();
    }
    if folder.address.as_ref().is_some_and(|address| !is_web_url(address) || address.contains(['?', '#'])) {
        faults.add(format!("{path}.address"), words::evidence::EXPECTED_ADDRESS);
        folder.address = None;
    }
    let is_commit =
        |commit: &String| (7..=64).contains(&commit.len()) && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
    folder.commit = folder.commit.filter(is_commit);
    folder.path = folder.path.filter(|path| is_inside(path));
    folder.looked.skipped.retain(|path| is_inside(path));
    folder.looked.skipped.truncate(MAX_SKIPPED);
    folder.facts.retain(|fact| is_slug(&fact.id) && fact.path.as_ref().is_none_or(|path| is_inside(path)));
    folder.facts.truncate(MAX_ITEMS);
    folder
}

/// Whether a text can be shown on one line.
fn is_clean(text: &str, most_chars: usize) -> bool {
    !text.trim().is_empty() && text.chars().count() <= most_chars && !text.chars().any(is_unsafe)
}

/// Whether a path stays inside its folder: relative, with `/`, and without `..`.
pub(super) fn is_inside(path: &str) -> bool {
    is_clean(path, MAX_PATH_CHARS)
        && !path.contains(['\\', ':'])
        && path.split('/').all(|part| !part.is_empty() && part != "..")
}

fn list<T: DeserializeOwned>(list: &Value, path: &str, most: usize, faults: &mut Faults) -> Vec<(String, Option<T>)> {
    let Some(items) = list.as_array() else {
        faults.add(path, words::evidence::EXPECTED_LIST);
        return Vec::new();
    };
    if items.len() > most {
        faults.add(path, words::evidence::only_first(most));
    }
    let paths = items.iter().take(most).enumerate().map(|(at, value)| (format!("{path}[{at}]"), value));
    paths.map(|(path, value)| (path.clone(), item(value, &path, faults))).collect()
}

fn item<T: DeserializeOwned>(value: &Value, path: &str, faults: &mut Faults) -> Option<T> {
    T::deserialize(value).map_err(|error| faults.add(path, error.to_string())).ok()
}
