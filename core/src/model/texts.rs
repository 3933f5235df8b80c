//! Texts around the questions: levels in plain words, the terms, and what carries over from one track to another.
//!
//! No answer depends on them, and a model may leave out each of them.

use std::ops::Range;

use crate::fault::Faults;
use crate::json::{Node, shorten};
use crate::model::draft::{Ids, MAX_FORMS};
use crate::model::file::optional;
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx};
use crate::order;

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
    /// Where the glossary has it: "term-a-b-test" for "A/B test". The same for no two terms of a glossary of words.
    #[must_use]
    pub fn place(&self) -> String {
        let letter = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
        "term-".chars().chain(self.term.chars().map(letter)).collect()
    }

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

/// A worked example: what a team answered, what it took up and why, and what it answered some months later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The team.
    pub title: String,
    /// What was assessed.
    pub about: String,
    /// The team's results, oldest first, each as what stands after `#/r/` in a link for this very model.
    pub rounds: Vec<String>,
    /// What it took up first.
    pub did: Vec<CapabilityIx>,
    /// What those made ready.
    pub then: Vec<CapabilityIx>,
    /// Why these, in sentences.
    pub why: Vec<String>,
    /// What came of it, in sentences.
    pub outcome: Vec<String>,
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
    /// At most one.
    pub example: Option<Example>,
}

impl Texts {
    /// What a level looks like in an area.
    #[must_use]
    pub fn area_level(&self, area: AreaIx, level: Level) -> Option<&AreaLevel> {
        self.area_levels.iter().find(|one| one.area == area && one.level == level)
    }

    /// The terms that a text says, in the order of the glossary. One that is said only as a part of a longer one, such as
    /// "feature" in "feature store", is not among them.
    #[must_use]
    pub fn terms_in(&self, text: &str) -> Vec<&Term> {
        let text = text.to_ascii_lowercase();
        let said: Vec<Vec<Range<usize>>> = self.glossary.iter().map(|term| places(&text, term)).collect();
        let is_part = |place: &Range<usize>| {
            said.iter()
                .flatten()
                .any(|other| other.start <= place.start && place.end <= other.end && place.len() < other.len())
        };
        let is_said = |places: &Vec<Range<usize>>| places.iter().any(|place| !is_part(place));
        self.glossary.iter().zip(&said).filter(|(_, places)| is_said(places)).map(|(term, _)| term).collect()
    }
}

/// How many places of one form are looked at: a text of a questionnaire says none more often.
const LOOKED_AT: usize = 16;

/// Where a text in small letters says a term: whole words, also as a plural.
fn places(text: &str, term: &Term) -> Vec<Range<usize>> {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric());
    let bytes = text.as_bytes();
    let mut places = Vec::new();
    for form in term.forms() {
        let form = form.to_ascii_lowercase();
        for (start, _) in text.match_indices(&form).take(LOOKED_AT) {
            let end = start + form.len();
            let end = if bytes.get(end) == Some(&b's') { end + 1 } else { end };
            let before = start.checked_sub(1).and_then(|before| bytes.get(before));
            if !is_letter(before) && !is_letter(bytes.get(end)) {
                places.push(start..end);
            }
        }
    }
    places
}

/// [`Texts`] before the check.
#[derive(Clone, Debug, Default)]
pub struct TextsDraft {
    area_levels: Vec<AreaLevelDraft>,
    glossary: Vec<Term>,
    carries_over: Vec<CarriesOverDraft>,
    example: Option<ExampleDraft>,
}

#[derive(Clone, Debug)]
struct ExampleDraft {
    title: String,
    about: String,
    rounds: Vec<String>,
    did: Vec<String>,
    then: Vec<String>,
    why: Vec<String>,
    outcome: Vec<String>,
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
            example: root.maybe("example").map(|node| example(&node)),
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
        texts.example = self.example.map(|draft| {
            let ExampleDraft { title, about, rounds, did, then, why, outcome } = draft;
            let did = ids.capabilities_named(&did, "$.example.did", faults);
            let then = ids.capabilities_named(&then, "$.example.then", faults);
            Example { title, about, rounds, did, then, why, outcome }
        });
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
    order::sort(&mut forms);
    for two in forms.windows(2) {
        let [(one, at), (other, other_at)] = two else { continue };
        if one == other && at != other_at {
            let path = format!("$.glossary[{other_at}].term");
            faults.add(path, format!("expected each term in one entry, found \"{}\" again", shorten(one)));
        }
    }
}

fn example(node: &Node) -> ExampleDraft {
    ExampleDraft {
        title: node.field("title").text(),
        about: optional(node, "about"),
        rounds: node.field("rounds").texts(),
        did: node.field("did").texts(),
        then: node.field("then").texts(),
        why: node.field("why").texts(),
        outcome: node.field("outcome").texts(),
    }
}
