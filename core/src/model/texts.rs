//! Texts around the questions: levels in plain words, the terms, and what carries over from one track to another.
//!
//! No answer depends on them, and a model may leave out each of them.

use crate::fault::Faults;
use crate::json::{Node, shorten};
use crate::model::draft::{Ids, MAX_FORMS};
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx};

/// What a level looks like in an area, in words that can be read out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaLevel {
    /// Which area.
    pub area: AreaIx,
    /// Which level, 0..=4.
    pub level: Level,
    /// What one would see, in two sentences.
    pub text: String,
    /// One scene that a team recognises.
    pub scene: String,
}

/// A term of the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The term, as a question says it.
    pub term: String,
    /// What it means, in plain words.
    pub meaning: String,
    /// Other forms of it that questions use.
    pub also: Vec<String>,
}

impl Term {
    /// Every form in which a text may say it.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        [&self.term].into_iter().chain(&self.also).map(String::as_str)
    }
}

/// A habit of one track that carries over to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriesOver {
    /// What a team may have already.
    pub from: CapabilityIx,
    /// What it helps to reach, in another track.
    pub to: CapabilityIx,
    /// What stays and what changes, in one sentence.
    pub how: String,
}

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// At most one for each area and level.
    pub area_levels: Vec<AreaLevel>,
    /// Each term once.
    pub glossary: Vec<Term>,
    /// Each pair once.
    pub carries_over: Vec<CarriesOver>,
}

impl Texts {
    /// What a level looks like in an area.
    #[must_use]
    pub fn area_level(&self, area: AreaIx, level: Level) -> Option<&AreaLevel> {
        self.area_levels.iter().find(|one| one.area == area && one.level == level)
    }
}

/// [`Texts`] before the check.
#[derive(Clone, Debug, Default)]
pub struct TextsDraft {
    area_levels: Vec<AreaLevelDraft>,
    glossary: Vec<Term>,
    carries_over: Vec<CarriesOverDraft>,
}

#[derive(Clone, Debug)]
struct AreaLevelDraft {
    area: String,
    level: u32,
    text: String,
    scene: String,
}

#[derive(Clone, Debug)]
struct CarriesOverDraft {
    from: String,
    to: String,
    how: String,
}

impl TextsDraft {
    /// The texts of a model file.
    #[must_use]
    pub fn read(root: &Node) -> Self {
        let list = |name: &str| root.maybe(name).map(|list| list.items()).unwrap_or_default();
        let text = |node: &Node, name: &str| node.field(name).text();
        let area_level = |node: &Node| AreaLevelDraft {
            area: text(node, "area"),
            level: node.field("level").number(0..=4),
            text: text(node, "text"),
            scene: text(node, "scene"),
        };
        let term = |node: &Node| Term {
            term: text(node, "term"),
            meaning: text(node, "meaning"),
            also: node.field("also").texts(),
        };
        let carries_over =
            |node: &Node| CarriesOverDraft { from: text(node, "from"), to: text(node, "to"), how: text(node, "how") };
        Self {
            area_levels: list("area_levels").iter().map(area_level).collect(),
            glossary: list("glossary").iter().map(term).collect(),
            carries_over: list("carries_over").iter().map(carries_over).collect(),
        }
    }

    /// The checked texts; an unknown reference and anything said twice is a fault.
    pub(super) fn check(self, ids: &Ids, faults: &mut Faults) -> Texts {
        let mut texts = Texts::default();
        for (at, draft) in self.area_levels.into_iter().enumerate() {
            let path = format!("$.area_levels[{at}]");
            let area = AreaIx::new(ids.areas.find(&draft.area, &format!("{path}.area"), faults));
            let level = u8::try_from(draft.level).ok().and_then(Level::new).unwrap_or(Level::ZERO);
            if texts.area_level(area, level).is_some() {
                let told = format!("expected each level of an area once, found {level} of \"{}\" again", draft.area);
                faults.add(path, told);
            }
            texts.area_levels.push(AreaLevel { area, level, text: draft.text, scene: draft.scene });
        }
        check_terms(&self.glossary, faults);
        texts.glossary = self.glossary;
        for (at, draft) in self.carries_over.into_iter().enumerate() {
            let path = format!("$.carries_over[{at}]");
            let mut find = |name: &str, field: &str| {
                CapabilityIx::new(ids.capabilities.find(name, &format!("{path}.{field}"), faults))
            };
            let (from, to) = (find(&draft.from, "from"), find(&draft.to, "to"));
            if texts.carries_over.iter().any(|known| known.from == from && known.to == to) {
                faults.add(
                    path,
                    format!("expected each pair once, found \"{}\" to \"{}\" again", draft.from, draft.to),
                );
            }
            texts.carries_over.push(CarriesOver { from, to, how: draft.how });
        }
        texts
    }
}

fn check_terms(glossary: &[Term], faults: &mut Faults) {
    let mut forms: Vec<(&str, usize)> = Vec::new();
    for (at, term) in glossary.iter().enumerate() {
        if term.also.len() > MAX_FORMS {
            let found = term.also.len();
            faults
                .add(format!("$.glossary[{at}].also"), format!("expected at most {MAX_FORMS} forms, found {found}"));
        }
        forms.extend(term.forms().take(MAX_FORMS + 1).map(|form| (form, at)));
    }
    // Sorted, a form of two entries stands beside itself, the earlier entry first.
    forms.sort_unstable();
    for two in forms.windows(2) {
        let [(one, at), (other, other_at)] = two else { continue };
        if one == other && at != other_at {
            let path = format!("$.glossary[{other_at}].term");
            faults.add(path, format!("expected each term in one entry, found \"{}\" again", shorten(one)));
        }
    }
}
