//! The rules a second time, implemented from docs/scoring.md alone: slow, plain, and without any code of the first
//! implementation.
//!
//! It works on the file of the questionnaire and on words, so that not even reading is shared. Levels, the map and
//! patterns are here; next steps and the plan are in `second_steps.rs`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

pub type Cap<'a> = &'a Value;
/// By id: yes, partly, no, unknown or na.
pub type Said = BTreeMap<String, &'static str>;

/// The input of the rules.
#[derive(Clone)]
pub struct Second<'a> {
    pub model: &'a Value,
    pub answers: Said,
    pub is_full: bool,
    pub tracks_on: Vec<&'a str>,
    /// The share of supporting points, as a fraction.
    pub support: (u128, u128),
    /// The number of models in production.
    pub models: u64,
    /// Snapshots, newest first, each with its age in days before today's answers.
    pub snapshots: Vec<(i64, Said)>,
}

pub fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}

pub fn list<'a>(value: &'a Value, field: &str) -> Vec<&'a Value> {
    value[field].as_array().map(|all| all.iter().collect()).unwrap_or_default()
}

impl<'a> Second<'a> {
    pub fn caps(&self) -> Vec<Cap<'a>> {
        list(self.model, "capabilities")
    }

    pub fn cap(&self, id: &str) -> Cap<'a> {
        self.caps().into_iter().find(|cap| text(cap, "id") == id).unwrap()
    }

    pub fn areas(&self, track: &str) -> Vec<&'a str> {
        let of_track = list(self.model, "areas").into_iter().filter(|area| text(area, "track") == track);
        of_track.map(|area| text(area, "id")).filter(|area| self.has_level(area)).collect()
    }

    pub fn track(&self, cap: Cap) -> &'a str {
        let areas = list(self.model, "areas");
        text(areas.into_iter().find(|area| text(area, "id") == text(cap, "area")).unwrap(), "track")
    }

    pub fn said(&self, cap: Cap) -> &'static str {
        self.answers.get(text(cap, "id")).copied().unwrap_or("")
    }

    pub fn is_on(&self, cap: Cap) -> bool {
        self.tracks_on.contains(&self.track(cap))
    }

    pub fn is_asked(&self, cap: Cap) -> bool {
        self.is_on(cap) && (self.is_full || ["core", "guard"].contains(&text(cap, "weight")))
    }

    pub fn counts(&self, cap: Cap) -> bool {
        self.is_asked(cap) && self.said(cap) != "na"
    }

    pub fn is_open(&self, cap: Cap) -> bool {
        ["", "unknown"].contains(&self.said(cap))
    }

    pub fn level_of(cap: Cap) -> u64 {
        cap["level"].as_u64().unwrap()
    }

    fn half_points(&self, cap: Cap, open_is_yes: bool) -> u128 {
        match self.said(cap) {
            "yes" => 2,
            "partly" => 1,
            "" | "unknown" if open_is_yes => 2,
            _ => 0,
        }
    }

    pub fn asked_at(&self, area: &str, level: u64) -> Vec<Cap<'a>> {
        let here = |cap: &Cap| text(cap, "area") == area && Self::level_of(cap) == level && self.counts(cap);
        self.caps().into_iter().filter(here).collect()
    }

    fn of_weight(&self, area: &str, level: u64, weight: &str) -> Vec<Cap<'a>> {
        self.asked_at(area, level).into_iter().filter(|cap| text(cap, "weight") == weight).collect()
    }

    /// The half points that supporting capabilities lack.
    pub fn short(&self, area: &str, level: u64, open_is_yes: bool) -> u128 {
        let support = self.of_weight(area, level, "supporting");
        let have: u128 = support.iter().map(|cap| self.half_points(cap, open_is_yes)).sum();
        let (part, of) = self.support;
        (0..).find(|more| (have + more) * of >= 2 * part * support.len() as u128).unwrap()
    }

    fn holds(&self, area: &str, level: u64, open_is_yes: bool) -> bool {
        let least = |cap: &Cap, least: u128| self.half_points(cap, open_is_yes) >= least;
        !self.asked_at(area, level).is_empty()
            && self.of_weight(area, level, "core").iter().all(|cap| least(cap, 2))
            && self.of_weight(area, level, "guard").iter().all(|cap| least(cap, 1))
            && self.short(area, level, open_is_yes) == 0
    }

    pub fn level(&self, area: &str, open_is_yes: bool) -> u64 {
        let is_level = |level: &u64| {
            self.holds(area, *level, open_is_yes)
                && (1..*level)
                    .all(|below| self.asked_at(area, below).is_empty() || self.holds(area, below, open_is_yes))
        };
        (1..=4).rev().find(is_level).unwrap_or(0)
    }

    fn has_level(&self, area: &str) -> bool {
        (1..=4).any(|level| !self.asked_at(area, level).is_empty())
    }

    pub fn top(&self, area: &str) -> u64 {
        (1..=4).rev().find(|&level| !self.asked_at(area, level).is_empty()).unwrap_or(0)
    }

    pub fn next(&self, area: &str) -> Option<u64> {
        (self.level(area, false) + 1..=4).find(|&level| !self.asked_at(area, level).is_empty())
    }

    /// The lowest level of a track; `None` if no area has a level.
    pub fn overall(&self, track: &str, open_is_yes: bool) -> Option<u64> {
        self.areas(track).into_iter().map(|area| self.level(area, open_is_yes)).min()
    }

    pub fn is_unknown(&self, track: &str) -> bool {
        let top = self.areas(track).into_iter().map(|area| self.top(area)).min();
        self.overall(track, false) == Some(0) && self.overall(track, true) == top
    }

    pub fn is_ahead(&self, cap: Cap) -> bool {
        let next = self.next(text(cap, "area"));
        self.counts(cap) && self.said(cap) == "yes" && next.is_some_and(|next| Self::level_of(cap) > next)
    }

    pub fn held_back_by(&self, track: &str) -> Vec<&'a str> {
        let areas = self.areas(track);
        let greatest = areas.iter().map(|area| self.level(area, false)).max();
        let holds_back = |area: &&str| {
            Some(self.level(area, false)) == self.overall(track, false)
                && self.next(area).is_some()
                && Some(self.level(area, true)) < greatest
        };
        areas.into_iter().filter(holds_back).collect()
    }

    /// The highest overall level that at most three answers "partly" would give if they were yes, and the fewest that
    /// do, by trying all sets of three.
    pub fn near_miss(&self, track: &str) -> Option<(u64, usize)> {
        let caps = self.caps().into_iter();
        let partly: Vec<Cap> =
            caps.filter(|cap| self.track(cap) == track && self.counts(cap) && self.said(cap) == "partly").collect();
        let present = self.overall(track, false)?;
        let mut best: Option<(u64, usize)> = None;
        for (one, two, three) in triples(partly.len()) {
            let mut taken: Vec<usize> = [one, two, three].into_iter().flatten().collect();
            taken.dedup();
            let mut after = self.clone();
            after.answers.extend(taken.iter().map(|&at| (text(partly[at], "id").to_owned(), "yes")));
            let level = after.overall(track, false)?;
            let is_better = best.is_none_or(|(most, fewest)| level > most || (level == most && taken.len() < fewest));
            if level > present && is_better {
                best = Some((level, taken.len()));
            }
        }
        best
    }

    /// The tasks of a stage: those in scope, and answered ones outside it that a pattern asks about.
    fn tasks(&self, track: &str, stage: &str) -> Vec<Cap<'a>> {
        let is_seen = |cap: &Cap| {
            let is_given = self.is_on(cap) && !["", "na"].contains(&self.said(cap));
            self.counts(cap) || (!self.is_asked(cap) && is_given && self.patterns_ask().contains(text(cap, "id")))
        };
        let here = |cap: &Cap| self.track(cap) == track && text(&cap["manual"], "stage") == stage;
        self.caps().into_iter().filter(here).filter(is_seen).collect()
    }

    /// Each stage with how far it is automated, in the model's order.
    pub fn map(&self, track: &str) -> Vec<(&'a str, &'static str)> {
        let mut map = Vec::new();
        for stage in list(self.model, "stages") {
            let tasks = self.tasks(track, text(stage, "id"));
            let some = |words: &[&str]| tasks.iter().any(|cap| words.contains(&self.said(cap)));
            let automation = if tasks.is_empty() {
                continue;
            } else if tasks.iter().all(|cap| self.said(cap) == "yes") {
                "automated"
            } else if some(&["no"]) && !some(&["yes", "partly"]) {
                "manual"
            } else if some(&["", "unknown"]) && !some(&["no", "partly"]) {
                "unknown"
            } else {
                "partly"
            };
            map.push((text(stage, "id"), automation));
        }
        map
    }

    /// The stages that only questions outside the question set ask about.
    pub fn not_asked(&self, track: &str) -> Vec<&'a str> {
        let on_map: Vec<&str> = self.map(track).into_iter().map(|(stage, _)| stage).collect();
        let is_beyond = |stage: &&str| {
            self.caps().into_iter().any(|cap| {
                self.track(cap) == track
                    && self.is_on(cap)
                    && !self.is_asked(cap)
                    && text(&cap["manual"], "stage") == *stage
            })
        };
        let stages = list(self.model, "stages").into_iter().map(|stage| text(stage, "id"));
        stages.filter(|stage| !on_map.contains(stage)).filter(is_beyond).collect()
    }

    pub fn patterns_ask(&self) -> BTreeSet<&'a str> {
        let mut asked = BTreeSet::new();
        for pattern in list(self.model, "patterns") {
            for condition in list(pattern, "when") {
                asked.extend(branches(condition).into_iter().map(|branch| text(branch, "capability")));
            }
        }
        asked
    }

    /// The patterns that fire: name, whether it is a mismatch, the months for which it has fired, and the remedy.
    pub fn patterns(&self) -> Vec<(&'a str, bool, Option<i64>, BTreeSet<&'a str>)> {
        let mut fired = Vec::new();
        for pattern in list(self.model, "patterns") {
            if let Some(is_mismatch) = self.is_mismatch(pattern) {
                fired.push((text(pattern, "id"), is_mismatch, self.still_so(pattern), self.remedy(pattern)));
            }
        }
        fired
    }

    /// Whether a pattern that fires is a mismatch; `None` if it does not fire.
    pub fn is_mismatch(&self, pattern: &'a Value) -> Option<bool> {
        Some(self.is_out_of_order(pattern)? || self.still_so(pattern).is_some())
    }

    fn is_out_of_order(&self, pattern: &'a Value) -> Option<bool> {
        let (mut claimed, mut missing) = (Vec::new(), Vec::new());
        for condition in list(pattern, "when") {
            let mut holds = false;
            for branch in branches(condition) {
                let cap = self.cap(text(branch, "capability"));
                let is: Vec<&str> = list(branch, "is").iter().map(|word| word.as_str().unwrap()).collect();
                let said = self.said(cap);
                if self.is_on(cap) && is.contains(&said) {
                    holds = true;
                    let is_claim = said == "yes" || (said == "partly" && is.contains(&"yes"));
                    if is_claim { &mut claimed } else { &mut missing }.push(Self::level_of(cap));
                }
            }
            if !holds {
                return None;
            }
        }
        let highest = claimed.iter().max();
        Some(highest.is_some_and(|highest| missing.iter().any(|level| level <= highest)))
    }

    fn still_so(&self, pattern: &'a Value) -> Option<i64> {
        self.is_out_of_order(pattern)?;
        let mut oldest = None;
        for (days, answers) in &self.snapshots {
            let then = Second { answers: answers.clone(), ..self.clone() };
            if then.is_out_of_order(pattern).is_none() {
                break;
            }
            oldest = Some(*days);
        }
        oldest.filter(|days| *days >= 150).map(|days| days / 30)
    }

    /// The capabilities that the pattern lists, with their unmet needs, direct and indirect.
    pub fn remedy(&self, pattern: &'a Value) -> BTreeSet<&'a str> {
        let mut remedy: BTreeSet<&str> = list(pattern, "remedy").iter().filter_map(|id| id.as_str()).collect();
        loop {
            let left = remedy.iter().map(|id| self.cap(id)).filter(|cap| !["yes", "na"].contains(&self.said(cap)));
            let needs: BTreeSet<&str> = left.flat_map(|cap| self.unmet(cap)).map(|need| text(need, "id")).collect();
            if needs.is_subset(&remedy) {
                return remedy;
            }
            remedy.extend(needs);
        }
    }

    pub fn needs(&self, cap: Cap) -> Vec<Cap<'a>> {
        list(cap, "needs").iter().map(|id| self.cap(id.as_str().unwrap())).filter(|need| self.counts(need)).collect()
    }

    pub fn unmet(&self, cap: Cap) -> Vec<Cap<'a>> {
        self.needs(cap).into_iter().filter(|need| self.said(need) != "yes").collect()
    }
}

fn branches(condition: &Value) -> Vec<&Value> {
    if condition["any"].is_array() { list(condition, "any") } else { vec![condition] }
}

/// All sets of one to three items.
fn triples(number: usize) -> Vec<(Option<usize>, Option<usize>, Option<usize>)> {
    let mut all = Vec::new();
    for one in 0..number {
        all.push((Some(one), None, None));
        for two in 0..one {
            all.push((Some(one), Some(two), None));
            all.extend((0..two).map(|three| (Some(one), Some(two), Some(three))));
        }
    }
    all
}
