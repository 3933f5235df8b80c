//! The model file: a questionnaire as JSON, whether built-in or an organisation's own.

use std::cell::RefCell;

use serde_json::{Map, Value};

use crate::fault::{Fault, Faults};
use crate::json::{Node, parse, shorten};
use crate::model::draft::{
    AreaDraft, CapabilityDraft, LevelDraft, MAX_ITEMS, MAX_TRACKS, QuestionsDraft, RetiredDraft,
};
use crate::model::guidance::GuidanceDraft;
use crate::model::support::Support;
use crate::model::{Lens, Model, Track, Weight};

/// The value of the file's `format`.
pub const FORMAT: &str = "mlops-maturity/model";
/// The newest version this page reads.
pub const VERSION: u32 = 1;
/// The largest file, in bytes.
pub const MAX_BYTES: usize = 1024 * 1024;

/// Whether a text claims to be a model file, valid or not.
#[must_use]
pub fn is_claimed(text: &str) -> bool {
    parse(text).is_ok_and(|value| value.get("format").and_then(Value::as_str) == Some(FORMAT))
}

/// Reads and checks a model file.
///
/// # Errors
///
/// All faults at once, each with its JSON path. The rules of content are in [`QuestionsDraft::check`] and
/// [`GuidanceDraft::check`](super::guidance::GuidanceDraft::check).
pub fn read(text: &str) -> Result<Model, Vec<Fault>> {
    let value = parsed(text)?;
    let faults = RefCell::new(Faults::default());
    let root = Node::root(&value, &faults);
    let (questions, guidance) = (draft(&root), GuidanceDraft::read(&root));
    drop(root);
    let mut faults = faults.into_inner();
    let (mut model, ids) = questions.check(&mut faults);
    guidance.check(&model, &ids, &mut faults).add_to(&mut model);
    if faults.is_empty() { Ok(model) } else { Err(faults.into_faults()) }
}

/// Reads and checks only the questions of a file. The model then has no guidance, such as stages, patterns and other
/// models. The build writes such a file.
///
/// # Errors
///
/// As [`read`], for the questions only.
pub fn read_questions(text: &str) -> Result<Model, Vec<Fault>> {
    let value = parsed(text)?;
    let faults = RefCell::new(Faults::default());
    let questions = draft(&Node::root(&value, &faults));
    let mut faults = faults.into_inner();
    let (model, _) = questions.check(&mut faults);
    if faults.is_empty() { Ok(model) } else { Err(faults.into_faults()) }
}

/// The JSON of a model file without lists that are too long, so that the checks may compare each item with each other
/// one.
pub(super) fn parsed(text: &str) -> Result<Value, Vec<Fault>> {
    if text.len() > MAX_BYTES {
        let message = format!("expected at most {MAX_BYTES} bytes (1 MiB), found {}", text.len());
        return Err(vec![Fault::new("$", message)]);
    }
    let value =
        parse(text).map_err(|place| vec![Fault::new("$", format!("expected JSON, found a fault at {place}"))])?;
    let mut faults = Faults::default();
    for (name, list) in value.as_object().into_iter().flat_map(Map::iter) {
        let most = if name == "tracks" { MAX_TRACKS } else { MAX_ITEMS };
        let found = list.as_array().map_or(0, Vec::len);
        if found > most {
            let name = shorten(name);
            faults.add(format!("$.{name}"), format!("expected at most {most} {name}, found {found}"));
        }
    }
    if faults.is_empty() { Ok(value) } else { Err(faults.into_faults()) }
}

fn draft(root: &Node) -> QuestionsDraft {
    let format = root.field("format");
    if format.value().as_str() != Some(FORMAT) {
        format.fault(format!("expected \"{FORMAT}\": is this a model file?"));
    }
    let version = root.field("version");
    match version.value().as_u64() {
        Some(number) if number == u64::from(VERSION) => {}
        Some(number) if number > u64::from(VERSION) => {
            version.fault(format!("this page reads version {VERSION}, found the newer version {number}"));
        }
        _ => version.fault(format!("expected version {VERSION}")),
    }
    let list = |name: &str| root.maybe(name).map(|list| list.items()).unwrap_or_default();
    let named = |node: &Node| (node.field("id").text_or_empty(), node.field("title").text());
    QuestionsDraft {
        id: root.field("id").text(),
        revision: root.field("revision").number(1..=u32::MAX),
        title: root.field("title").text(),
        language: root.field("language").text(),
        support: support(&root.field("support")),
        levels: list("levels").iter().map(level).collect(),
        lenses: list("lenses")
            .iter()
            .map(|node| {
                let (id, title) = named(node);
                Lens { id, title }
            })
            .collect(),
        tracks: list("tracks")
            .iter()
            .map(|node| {
                let (id, title) = named(node);
                Track { id, title, optional: node.maybe("optional").is_some_and(|flag| flag.flag()) }
            })
            .collect(),
        areas: list("areas")
            .iter()
            .map(|node| {
                let (id, title) = named(node);
                AreaDraft {
                    id,
                    title,
                    track: node.field("track").text(),
                    why: node.field("why").text(),
                    skip_if: maybe_text(node, "skip_if"),
                }
            })
            .collect(),
        capabilities: list("capabilities").iter().map(capability).collect(),
        retired: list("retired").iter().map(retired).collect(),
    }
}

fn support(node: &Node) -> Support {
    node.value().as_number().and_then(|number| Support::parse(&number.to_string())).unwrap_or_else(|| {
        node.fault("expected a share above 0, to 1, such as 0.5");
        Support::WHOLE
    })
}

fn level(node: &Node) -> LevelDraft {
    LevelDraft { number: node.field("number").number(0..=4), name: node.field("name").text() }
}

/// A text that may be missing, but not empty.
pub(super) fn maybe_text(node: &Node, name: &str) -> Option<String> {
    node.maybe(name).map(|text| text.text())
}

/// A text that may be missing, and is then empty.
pub(super) fn optional(node: &Node, name: &str) -> String {
    maybe_text(node, name).unwrap_or_default()
}

fn capability(node: &Node) -> CapabilityDraft {
    CapabilityDraft {
        key: key(node),
        id: node.field("id").text_or_empty(),
        title: maybe_text(node, "title"),
        area: node.field("area").text(),
        // The check reports a level outside the range.
        level: node.field("level").number(0..=u32::MAX),
        lens: node.field("lens").text(),
        weight: weight(&node.field("weight")),
        question: node.field("question").text(),
        help: optional(node, "help"),
    }
}

fn weight(node: &Node) -> Weight {
    node.word(Weight::from_word, "\"core\", \"guard\" or \"supporting\"").unwrap_or(Weight::Supporting)
}

fn key(node: &Node) -> u32 {
    node.field("key").number(0..=u32::from(u16::MAX))
}

fn retired(node: &Node) -> RetiredDraft {
    RetiredDraft { key: key(node), essential: node.field("essential").flag(), track: node.field("track").text() }
}
