//! Texts around the questions: descriptions of levels, the glossary, and practices that can be reused in another
//! track.
//!
//! No answer depends on them, and a model may leave out any of them.

use std::ops::Range;

use crate::fault::Faults;
use crate::json::{Node, shorten};
use crate::model::draft::{Ids, MAX_FORMS};
use crate::model::file::optional;
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx};
use crate::order;

/// The description of a level in an area, in words to read out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaLevel {
    pub area: AreaIx,
    /// 0..=4.
    pub level: Level,
    /// What a level looks like, in two sentences.
    pub text: String,
    /// A scene that a team recognises.
    pub scene: String,
}

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The term, as questions use it.
    pub term: String,
    /// Its meaning in plain words.
    pub meaning: String,
    /// Other forms of it that questions use.
    pub also: Vec<String>,
}

impl Term {
    /// The element id in the glossary: "term-a-b-test" for "A/B test". Unique if the terms are words.
    #[must_use]
    pub fn place(&self) -> String {
        let letter = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
        "term-".chars().chain(self.term.chars().map(letter)).collect()
    }

    /// Every form that a text may use.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        [&self.term].into_iter().chain(&self.also).map(String::as_str)
    }
}

/// A practice of one track that can be reused for another track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriesOver {
    /// A practice that a team may have already.
    pub from: CapabilityIx,
    /// A practice of another track that it helps with.
    pub to: CapabilityIx,
    /// What stays and what changes, in one sentence.
    pub how: String,
}

/// A worked example: what a team answered, what it did and why, and what it answered some months later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The name of the team.
    pub title: String,
    /// What was assessed.
    pub about: String,
    /// The payloads of the team's results in links for this model, oldest first.
    pub rounds: Vec<String>,
    /// The steps that it took first.
    pub did: Vec<CapabilityIx>,
    /// The steps that became possible after that.
    pub then: Vec<CapabilityIx>,
    /// The reasons, in sentences.
    pub why: Vec<String>,
    /// The effect, in sentences.
    pub outcome: Vec<String>,
}

/// All texts around the questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// At most one for each area and level.
    pub area_levels: Vec<AreaLevel>,
    pub glossary: Vec<Term>,
    pub carries_over: Vec<CarriesOver>,
    pub example: Option<Example>,
}

impl Texts {
    /// The description of a level in an area.
    #[must_use]
    pub fn area_level(&self, area: AreaIx, level: Level) -> Option<&AreaLevel> {
        self.area_levels.iter().find(|one| one.area == area && one.level == level)
    }

    /// The terms in a text, in the order of the glossary. A term that occurs only as a part of a longer one, such as
    /// "feature" in "feature store", is not included.
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

/// The most occurrences of one form that are looked at. No text of a questionnaire has more.
const LOOKED_AT: usize = 16;

/// The occurrences of a term in a lower-case text: whole words, also in the plural.
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
    /// Reads the texts of a model file.
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

    /// Checks the texts. Unknown references and duplicates are faults.
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
    // Sorted, equal forms of two entries are neighbours, the earlier entry first.
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
