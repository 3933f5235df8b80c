//! The model file: a questionnaire as JSON, the built-in one and a host's own alike.

use std::cell::RefCell;

use serde_json::Value;

use crate::fault::Fault;
use crate::json::Node;
use crate::json::text::parse;
use crate::model::answer::Answer;
use crate::model::draft::{
    AreaDraft, CapabilityDraft, ConditionDraft, CrosswalkDraft, Draft, LevelDraft, PatternDraft, RowDraft,
};
use crate::model::texts::TextsDraft;
use crate::model::{Cover, Effort, Lens, Model, Next, Source, Step, Track, Work};

/// What the file's `format` says.
pub const FORMAT: &str = "mlops-maturity/model";
/// The newest version this page reads.
pub const VERSION: u32 = 1;
/// The largest file, in bytes.
pub const MAX_BYTES: usize = 1024 * 1024;

/// Whether a text says of itself that it is a model file, sound or not.
#[must_use]
pub fn is_claimed(text: &str) -> bool {
    parse(text).is_ok_and(|value| value.get("format").and_then(Value::as_str) == Some(FORMAT))
}

/// Reads and checks a model file.
///
/// # Errors
///
/// All faults at once, each with its JSON path: see [`Draft::check`] for the rules of content.
pub fn read(text: &str) -> Result<Model, Vec<Fault>> {
    if text.len() > MAX_BYTES {
        let message = format!("expected at most {MAX_BYTES} bytes (1 MiB), found {}", text.len());
        return Err(vec![Fault::new("$", message)]);
    }
    let value =
        parse(text).map_err(|place| vec![Fault::new("$", format!("expected JSON, found a fault at {place}"))])?;
    let faults = RefCell::new(Vec::new());
    let draft = draft(&Node::root(&value, &faults));
    let mut faults = faults.into_inner();
    match draft.check() {
        Ok(model) if faults.is_empty() => Ok(model),
        Ok(_) => Err(faults),
        Err(more) => {
            faults.extend(more);
            Err(faults)
        }
    }
}

fn draft(root: &Node) -> Draft {
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
    Draft {
        id: root.field("id").text(),
        revision: root.field("revision").number(1..=u32::MAX),
        title: root.field("title").text(),
        language: root.field("language").text(),
        support: root.field("support").share(),
        source: source(&root.field("source")),
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
        steps: list("steps")
            .iter()
            .map(|node| {
                let (id, title) = named(node);
                Step { id, title }
            })
            .collect(),
        capabilities: list("capabilities").iter().map(capability).collect(),
        patterns: list("patterns").iter().map(pattern).collect(),
        crosswalk: list("crosswalk").iter().map(crosswalk).collect(),
        texts: TextsDraft::read(root),
    }
}

fn level(node: &Node) -> LevelDraft {
    LevelDraft {
        number: node.field("number").number(0..=4),
        name: node.field("name").text(),
        summary: node.field("summary").text(),
        pays_off: maybe_text(node, "pays_off"),
    }
}

fn work(node: &Node) -> Work {
    Work {
        title: node.field("title").text(),
        address: node.field("address").text(),
        licence: node.field("licence").text(),
    }
}

fn source(node: &Node) -> Source {
    Source {
        main: work(node),
        note: optional(node, "note"),
        also: node.maybe("also").map(|also| also.items().iter().map(work).collect()).unwrap_or_default(),
    }
}

/// A text that a model may leave out, but not leave empty.
fn maybe_text(node: &Node, name: &str) -> Option<String> {
    node.maybe(name).map(|text| text.text())
}

/// The same, where a text left out is shown as none.
fn optional(node: &Node, name: &str) -> String {
    maybe_text(node, name).unwrap_or_default()
}

fn capability(node: &Node) -> CapabilityDraft {
    let next = node.field("next");
    let effort = next.field("effort");
    let ends: Vec<u32> = effort.items().iter().map(|end| end.number(0..=10_000)).collect();
    let effort = match ends[..] {
        [min, max] => Effort { min, max },
        _ => {
            effort.fault("expected two numbers of person-days, the lower first");
            Effort { min: 0, max: 0 }
        }
    };
    CapabilityDraft {
        key: node.field("key").number(0..=u32::from(u16::MAX)),
        id: node.field("id").text_or_empty(),
        title: maybe_text(node, "title"),
        area: node.field("area").text(),
        // The range is a rule of content: the draft's check names it.
        level: node.field("level").number(0..=u32::MAX),
        lens: node.field("lens").text(),
        core: node.field("core").flag(),
        question: node.field("question").text(),
        help: optional(node, "help"),
        evidence: node.field("evidence").texts(),
        examples: node.field("examples").texts(),
        needs: node.field("needs").texts(),
        button: node.maybe("button").map(|button| (button.field("step").text(), button.field("act").text())),
        basis: optional(node, "basis"),
        next: Next {
            action: next.field("action").text(),
            deliverable: next.field("deliverable").text(),
            done_when: next.field("done_when").text(),
            effort,
        },
    }
}

fn pattern(node: &Node) -> PatternDraft {
    PatternDraft {
        id: node.field("id").text_or_empty(),
        title: optional(node, "title"),
        when: node.field("when").items().iter().map(condition).collect(),
        why: node.field("why").text(),
        advice: optional(node, "advice"),
        remedy: node.field("remedy").texts(),
        basis: optional(node, "basis"),
    }
}

fn condition(node: &Node) -> ConditionDraft {
    if let Some(any) = node.maybe("any") {
        return ConditionDraft::Any(any.items().iter().map(condition).collect());
    }
    let is = node.field("is");
    let answers: Vec<Answer> = is.items().iter().filter_map(answer).collect();
    if answers.is_empty() {
        is.fault("expected at least one answer");
    }
    ConditionDraft::Is(node.field("capability").text(), answers)
}

fn answer(node: &Node) -> Option<Answer> {
    // "Not applicable" never satisfies a condition, so a rule that waits for it would wait for ever.
    let usable = |word: &str| Answer::from_word(word).filter(|&answer| answer != Answer::NotApplicable);
    node.word(usable, "\"yes\", \"partly\", \"no\" or \"unknown\"")
}

fn crosswalk(node: &Node) -> CrosswalkDraft {
    CrosswalkDraft {
        id: node.field("id").text_or_empty(),
        title: node.field("title").text(),
        address: optional(node, "address"),
        note: optional(node, "note"),
        rows: node.field("rows").items().iter().map(row).collect(),
    }
}

fn row(node: &Node) -> RowDraft {
    let cover = |word: &str| match word {
        "full" => Some(Cover::Full),
        "weak" => Some(Cover::Weak),
        "none" => Some(Cover::None),
        _ => None,
    };
    RowDraft {
        name: node.field("name").text(),
        group: maybe_text(node, "group"),
        relates: optional(node, "relates"),
        capabilities: node.field("capabilities").texts(),
        cover: node
            .maybe("cover")
            .and_then(|node| node.word(cover, "\"full\", \"weak\" or \"none\""))
            .unwrap_or(Cover::Full),
    }
}
