//! What a model has besides its questions: next steps, patterns, other models, its sources, and texts.
//!
//! Answering needs none of it. The build writes it to a file of its own in the format of a model file, so that one
//! reader handles both. The page loads that file with the result part of the program.

use std::cell::RefCell;

use crate::fault::{Fault, Faults};
use crate::json::{Node, shorten};
use crate::model::answer::Answer;
use crate::model::details::{Details, DetailsDraft, check_needs};
use crate::model::draft::{Ids, Names};
use crate::model::file::{maybe_text, optional, parsed};
use crate::model::texts::{Texts, TextsDraft};
use crate::model::{CapabilityIx, Condition, Cover, Crosswalk, CrosswalkRow, Model, Pattern, Source, Stage, Work};
use crate::web_url::is_web_url;

/// The guidance of a model before the check.
#[derive(Clone, Debug)]
pub struct GuidanceDraft {
    source: Source,
    /// The summary of each level, and when it pays off, in the order of the levels.
    levels: Vec<(String, Option<String>)>,
    stages: Vec<Stage>,
    /// In the order of the capabilities.
    details: Vec<DetailsDraft>,
    patterns: Vec<PatternDraft>,
    crosswalk: Vec<CrosswalkDraft>,
    texts: TextsDraft,
}

/// A [`Condition`] before the check.
#[derive(Clone, Debug)]
pub enum ConditionDraft {
    /// The id of a capability, and the answers that satisfy it.
    Is(String, Vec<Answer>),
    /// At least one of these holds.
    Any(Vec<ConditionDraft>),
}

/// A [`Pattern`] before the check.
#[derive(Clone, Debug)]
pub struct PatternDraft {
    /// See [`Pattern`].
    pub id: String,
    /// See [`Pattern`].
    pub title: String,
    /// All of these have to hold.
    pub when: Vec<ConditionDraft>,
    /// See [`Pattern`].
    pub why: String,
    /// See [`Pattern`].
    pub advice: String,
    /// Ids of capabilities.
    pub remedy: Vec<String>,
    /// See [`Pattern`].
    pub basis: String,
}

/// A [`Crosswalk`] before the check.
#[derive(Clone, Debug)]
pub struct CrosswalkDraft {
    /// See [`Crosswalk`].
    pub id: String,
    /// See [`Crosswalk`].
    pub title: String,
    /// See [`Crosswalk`].
    pub address: String,
    /// See [`Crosswalk`].
    pub note: String,
    pub rows: Vec<RowDraft>,
}

/// A [`CrosswalkRow`] before the check.
#[derive(Clone, Debug)]
pub struct RowDraft {
    /// See [`CrosswalkRow`].
    pub name: String,
    /// See [`CrosswalkRow`].
    pub group: Option<String>,
    /// See [`CrosswalkRow`].
    pub relates: String,
    /// Ids of capabilities.
    pub capabilities: Vec<String>,
    /// See [`CrosswalkRow`].
    pub cover: Cover,
}

/// The checked guidance of a model.
#[derive(Clone, Debug)]
pub struct Guidance {
    source: Source,
    levels: Vec<(String, Option<String>)>,
    stages: Vec<Stage>,
    details: Vec<Details>,
    patterns: Vec<Pattern>,
    crosswalk: Vec<Crosswalk>,
    texts: Texts,
}

impl Guidance {
    /// Stores the guidance in a model.
    pub fn add_to(self, model: &mut Model) {
        for (level, (summary, pays_off)) in model.levels.iter_mut().zip(self.levels) {
            level.summary = summary;
            level.pays_off = pays_off;
        }
        for (capability, details) in model.capabilities.iter_mut().zip(self.details) {
            details.add_to(capability);
        }
        model.stages = self.stages;
        model.source = self.source;
        model.patterns = self.patterns;
        model.crosswalk = self.crosswalk;
        model.texts = self.texts;
    }
}

/// The same model with the guidance in `text`, a file of the build.
///
/// # Errors
///
/// All faults at once, each with its JSON path.
pub fn read(text: &str, questions: &Model) -> Result<Model, Vec<Fault>> {
    let value = parsed(text)?;
    let faults = RefCell::new(Faults::default());
    let draft = GuidanceDraft::read(&Node::root(&value, &faults));
    let mut faults = faults.into_inner();
    if draft.details.len() != questions.capabilities.len() {
        let (found, expected) = (draft.details.len(), questions.capabilities.len());
        faults.add("$.capabilities", format!("expected the guidance of {expected} capabilities, found {found}"));
    }
    let guidance = draft.check(questions, &Ids::of_model(questions), &mut faults);
    if !faults.is_empty() {
        return Err(faults.into_faults());
    }
    let mut model = questions.clone();
    guidance.add_to(&mut model);
    Ok(model)
}

impl GuidanceDraft {
    /// Reads the guidance of a file.
    #[must_use]
    pub fn read(root: &Node) -> Self {
        let list = |name: &str| root.maybe(name).map(|list| list.items()).unwrap_or_default();
        Self {
            source: source(&root.field("source")),
            levels: list("levels")
                .iter()
                .map(|node| (node.field("summary").text(), maybe_text(node, "pays_off")))
                .collect(),
            stages: list("stages")
                .iter()
                .map(|node| Stage { id: node.field("id").text_or_empty(), title: node.field("title").text() })
                .collect(),
            details: list("capabilities").iter().map(DetailsDraft::read).collect(),
            patterns: list("patterns").iter().map(pattern).collect(),
            crosswalk: list("crosswalk").iter().map(crosswalk).collect(),
            texts: TextsDraft::read(root),
        }
    }

    /// Every address may become a link, so each has to be a web address.
    fn check_addresses(&self, faults: &mut Faults) {
        let mut check = |address: &str, path: String| {
            if !is_web_url(address) {
                let found = shorten(address);
                faults.add(
                    path,
                    format!("expected an address that begins with http:// or https://, found \"{found}\""),
                );
            }
        };
        check(&self.source.main.address, "$.source.address".to_owned());
        for (at, work) in self.source.also.iter().enumerate() {
            check(&work.address, format!("$.source.also[{at}].address"));
        }
        for (at, other) in self.crosswalk.iter().enumerate().filter(|(_, other)| !other.address.is_empty()) {
            check(&other.address, format!("$.crosswalk[{at}].address"));
        }
    }

    /// Checks the guidance. Unknown references, a lowest effort above the highest, duplicates, and addresses that are
    /// no web addresses are faults.
    pub(super) fn check(self, questions: &Model, ids: &Ids, faults: &mut Faults) -> Guidance {
        self.check_addresses(faults);
        let Self { patterns, crosswalk, texts, .. } = self;
        let stages = Names::of("stage", "stages", self.stages.iter().map(|stage| &stage.id), faults);
        let details = self.details.into_iter().enumerate();
        let details: Vec<Details> =
            details.map(|(at, one)| one.check(&format!("$.capabilities[{at}]"), ids, &stages, faults)).collect();
        check_needs(&details, questions, &ids.has_level, faults);
        Names::of("pattern", "patterns", patterns.iter().map(|pattern| &pattern.id), faults);
        Names::of("crosswalk", "crosswalk", crosswalk.iter().map(|other| &other.id), faults);
        let patterns = patterns.into_iter().enumerate().map(|(at, pattern)| {
            let path = format!("$.patterns[{at}]");
            let PatternDraft { id, title, when, why, advice, remedy, basis } = pattern;
            if when.is_empty() {
                faults.add(format!("{path}.when"), "expected at least one condition");
            }
            let when = conditions(ids, when, &format!("{path}.when"), faults);
            let remedy = ids.capabilities_named(&remedy, &format!("{path}.remedy"), faults);
            Pattern { id, title, when, why, advice, remedy, basis }
        });
        let patterns = patterns.collect();
        let crosswalk = crosswalk.into_iter().enumerate().map(|(at, other)| {
            let CrosswalkDraft { id, title, address, note, rows } = other;
            let rows = rows.into_iter().enumerate().map(|(row_at, row)| {
                let path = format!("$.crosswalk[{at}].rows[{row_at}].capabilities");
                let RowDraft { name, group, relates, capabilities, cover } = row;
                let capabilities = ids.capabilities_named(&capabilities, &path, faults);
                CrosswalkRow { name, group, relates, capabilities, cover }
            });
            Crosswalk { rows: rows.collect(), id, title, address, note }
        });
        let crosswalk = crosswalk.collect();
        let texts = texts.check(ids, faults);
        Guidance {
            source: self.source,
            levels: self.levels,
            stages: self.stages,
            details,
            patterns,
            crosswalk,
            texts,
        }
    }
}

fn conditions(ids: &Ids, drafts: Vec<ConditionDraft>, path: &str, faults: &mut Faults) -> Vec<Condition> {
    let mut checked = Vec::with_capacity(drafts.len());
    for (at, draft) in drafts.into_iter().enumerate() {
        let path = format!("{path}[{at}]");
        checked.push(match draft {
            ConditionDraft::Is(name, answers) => {
                let at = ids.capabilities.find(&name, &format!("{path}.capability"), faults);
                Condition::Is { capability: CapabilityIx::new(at), answers }
            }
            ConditionDraft::Any(any) => {
                if any.is_empty() {
                    faults.add(format!("{path}.any"), "expected at least one condition");
                }
                Condition::Any(conditions(ids, any, &format!("{path}.any"), faults))
            }
        });
    }
    checked
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
    // "Not applicable" never satisfies a condition, so a pattern that requires it could never fire.
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
