//! The rules a second time, from the words of docs/scoring.md alone: slow, plain, and sharing no code with the first.
//!
//! It works on the questionnaire's file and on words, so that not even the reading is shared.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

type Cap<'a> = &'a Value;

/// What is scored.
pub struct Second<'a> {
    pub model: &'a Value,
    /// By id: yes, partly, no, unknown or na.
    pub answers: BTreeMap<String, &'static str>,
    pub is_full: bool,
    pub tracks_on: Vec<&'a str>,
    /// The share of supporting points as a fraction.
    pub support: (u128, u128),
}

/// The lists of a track, by ids and classes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Lists {
    pub find_out: Vec<String>,
    pub start_now: Vec<(String, u8)>,
    pub plan_for: Option<(String, u8)>,
    pub rest: Vec<(String, u8)>,
}

pub fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}

fn list<'a>(value: &'a Value, field: &str) -> Vec<&'a Value> {
    value[field].as_array().map(|all| all.iter().collect()).unwrap_or_default()
}

impl<'a> Second<'a> {
    pub fn caps(&self) -> Vec<Cap<'a>> {
        list(self.model, "capabilities")
    }

    fn cap(&self, id: &str) -> Cap<'a> {
        self.caps().into_iter().find(|cap| text(cap, "id") == id).unwrap()
    }

    pub fn areas(&self, track: &str) -> Vec<&'a str> {
        let of_track = list(self.model, "areas").into_iter().filter(|area| text(area, "track") == track);
        of_track.map(|area| text(area, "id")).collect()
    }

    fn track(&self, cap: Cap) -> &'a str {
        let areas = list(self.model, "areas");
        text(areas.into_iter().find(|area| text(area, "id") == text(cap, "area")).unwrap(), "track")
    }

    fn said(&self, cap: Cap) -> &'static str {
        self.answers.get(text(cap, "id")).copied().unwrap_or("")
    }

    fn is_on(&self, cap: Cap) -> bool {
        self.tracks_on.contains(&self.track(cap))
    }

    fn is_asked(&self, cap: Cap) -> bool {
        self.is_on(cap) && (self.is_full || cap["core"] == true)
    }

    pub fn counts(&self, cap: Cap) -> bool {
        self.is_asked(cap) && self.said(cap) != "na"
    }

    fn level_of(cap: Cap) -> u64 {
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

    fn asked_at(&self, area: &str, level: u64) -> Vec<Cap<'a>> {
        let here = |cap: &Cap| text(cap, "area") == area && Self::level_of(cap) == level && self.counts(cap);
        self.caps().into_iter().filter(here).collect()
    }

    /// Half points that the supporting ones lack.
    fn short(&self, area: &str, level: u64, open_is_yes: bool) -> u128 {
        let support: Vec<Cap> = self.asked_at(area, level).into_iter().filter(|cap| cap["core"] == false).collect();
        let have: u128 = support.iter().map(|cap| self.half_points(cap, open_is_yes)).sum();
        let (part, of) = self.support;
        (0..).find(|more| (have + more) * of >= 2 * part * support.len() as u128).unwrap()
    }

    fn holds(&self, area: &str, level: u64, open_is_yes: bool) -> bool {
        let asked = self.asked_at(area, level);
        let core = asked.iter().filter(|cap| cap["core"] == true);
        !asked.is_empty()
            && core.clone().count() == core.filter(|cap| self.half_points(cap, open_is_yes) == 2).count()
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

    pub fn has_level(&self, area: &str) -> bool {
        (1..=4).any(|level| !self.asked_at(area, level).is_empty())
    }

    fn next(&self, area: &str) -> Option<u64> {
        (self.level(area, false) + 1..=4).find(|&level| !self.asked_at(area, level).is_empty())
    }

    pub fn is_ahead(&self, cap: Cap) -> bool {
        let next = self.next(text(cap, "area"));
        self.counts(cap) && self.said(cap) == "yes" && next.is_some_and(|next| Self::level_of(cap) > next)
    }

    pub fn holding_back(&self, track: &str) -> Vec<&'a str> {
        let areas: Vec<&str> = self.areas(track).into_iter().filter(|area| self.has_level(area)).collect();
        let lows: Vec<u64> = areas.iter().map(|area| self.level(area, false)).collect();
        let (Some(floor), Some(greatest)) = (lows.iter().min(), lows.iter().max()) else { return Vec::new() };
        let is_brake = |area: &&str| {
            self.level(area, false) == *floor && self.next(area).is_some() && self.level(area, true) < *greatest
        };
        areas.into_iter().filter(is_brake).collect()
    }

    /// Step and how it runs, in the model's order.
    pub fn map(&self, track: &str) -> Vec<(&'a str, &'static str)> {
        let mut map = Vec::new();
        for step in list(self.model, "steps") {
            let buttons: Vec<Cap> = self.on_step(track, text(step, "id"));
            let some = |words: &[&str]| buttons.iter().any(|cap| words.contains(&self.said(cap)));
            let runs = if buttons.is_empty() {
                continue;
            } else if buttons.iter().all(|cap| self.said(cap) == "yes") {
                "automatic"
            } else if some(&["no"]) && !some(&["yes", "partly"]) {
                "waits"
            } else if some(&["", "unknown"]) && !some(&["no", "partly"]) {
                "unknown"
            } else {
                "partly"
            };
            map.push((text(step, "id"), runs));
        }
        map
    }

    fn on_step(&self, track: &str, step: &str) -> Vec<Cap<'a>> {
        let here = |cap: &Cap| self.counts(cap) && self.track(cap) == track && text(&cap["button"], "step") == step;
        self.caps().into_iter().filter(here).collect()
    }

    /// The names of the patterns that fire, and whether each is a contradiction.
    pub fn patterns(&self) -> Vec<(&'a str, bool)> {
        let mut fired = Vec::new();
        for pattern in list(self.model, "patterns") {
            if let Some(is_contradiction) = self.fires(pattern) {
                fired.push((text(pattern, "id"), is_contradiction));
            }
        }
        fired
    }

    fn fires(&self, pattern: &Value) -> Option<bool> {
        let (mut claimed, mut missing) = (Vec::new(), Vec::new());
        for condition in list(pattern, "when") {
            let branches = if condition["any"].is_array() { list(condition, "any") } else { vec![condition] };
            let mut holds = false;
            for branch in branches {
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

    fn needs(&self, cap: Cap) -> Vec<Cap<'a>> {
        list(cap, "needs").iter().map(|id| self.cap(id.as_str().unwrap())).filter(|need| self.counts(need)).collect()
    }

    fn is_ready(&self, cap: Cap) -> bool {
        self.needs(cap).iter().all(|need| self.said(need) == "yes")
    }

    fn in_a_remedy(&self, cap: Cap) -> bool {
        list(self.model, "patterns").iter().any(|pattern| {
            let remedy = list(pattern, "remedy");
            self.fires(pattern) == Some(true) && remedy.iter().any(|id| id.as_str() == Some(text(cap, "id")))
        })
    }

    /// The upper end of the effort in half days; half of it where the answer is partly.
    fn upper(&self, cap: Cap) -> u64 {
        let most = cap["next"]["effort"][1].as_u64().unwrap();
        if self.said(cap) == "partly" { most } else { 2 * most }
    }

    fn class(&self, cap: Cap) -> u8 {
        let area = text(cap, "area");
        let own = Self::level_of(cap);
        let has_reached = self.has_level(area) && own <= self.level(area, false);
        if self.in_a_remedy(cap) && (self.upper(cap) <= 10 || (self.upper(cap) <= 40 && has_reached)) {
            return 1;
        }
        if has_reached {
            return 4;
        }
        if self.next(area) != Some(own) {
            return 5;
        }
        if cap["core"] == true || self.short(area, own, false) > 0 { 2 } else { 3 }
    }

    fn depends(&self, cap: Cap, on: Cap) -> bool {
        list(cap, "needs").iter().any(|id| {
            let need = self.cap(id.as_str().unwrap());
            text(need, "id") == text(on, "id") || self.depends(need, on)
        })
    }

    fn builders(&self, on: Cap) -> u64 {
        let builds = |cap: &Cap| self.counts(cap) && self.said(cap) != "yes" && self.depends(cap, on);
        self.caps().into_iter().filter(builds).count() as u64
    }

    /// Whether one comes before another.
    fn is_before(&self, one: Cap, other: Cap) -> bool {
        let place = |cap: Cap| self.caps().iter().position(|known| text(known, "id") == text(cap, "id")).unwrap();
        let keys = |cap: Cap| -> Vec<u64> {
            let class = self.class(cap);
            let mut keys = vec![u64::from(class)];
            match class {
                2 => keys.extend([self.level(text(cap, "area"), false), u64::from(cap["core"] == false)]),
                5 => keys.push(Self::level_of(cap)),
                _ => {}
            }
            keys.push(u64::from(!self.in_a_remedy(cap)));
            keys
        };
        let (a, b) = (keys(one), keys(other));
        if a != b {
            return a < b;
        }
        let (left, right) = (
            (1 + self.builders(one)) * self.upper(other).max(2),
            (1 + self.builders(other)) * self.upper(one).max(2),
        );
        if left != right { left > right } else { place(one) < place(other) }
    }

    fn ordered(&self, mut caps: Vec<Cap<'a>>) -> Vec<Cap<'a>> {
        let mut ordered: Vec<Cap> = Vec::new();
        while let Some(first) = (0..caps.len())
            .find(|&at| (0..caps.len()).all(|other| other == at || self.is_before(caps[at], caps[other])))
        {
            ordered.push(caps.remove(first));
        }
        assert!(caps.is_empty(), "the order is no order");
        ordered
    }

    fn width(&self, area: &str) -> u64 {
        self.level(area, true) - self.level(area, false)
    }

    fn settles(&self, cap: Cap) -> u64 {
        let area = text(cap, "area");
        let with = |answer| {
            let mut answers = self.answers.clone();
            answers.insert(text(cap, "id").to_owned(), answer);
            Second { answers, tracks_on: self.tracks_on.clone(), ..*self }.width(area)
        };
        (self.width(area) - with("yes")) + (self.width(area) - with("no"))
    }

    fn patterns_ask(&self) -> BTreeSet<&'a str> {
        let mut asked = BTreeSet::new();
        for pattern in list(self.model, "patterns") {
            for condition in list(pattern, "when") {
                let branches = if condition["any"].is_array() { list(condition, "any") } else { vec![condition] };
                asked.extend(branches.into_iter().map(|branch| text(branch, "capability")));
            }
        }
        asked
    }

    pub fn candidates(&self, track: &str) -> Vec<Cap<'a>> {
        let caps: Vec<Cap> = self.caps().into_iter().filter(|cap| self.track(cap) == track).collect();
        let is_wanted = |cap: Cap| self.counts(cap) && ["partly", "no", "unknown"].contains(&self.said(cap));
        let is_candidate = |cap: &Cap| {
            let is_needed_open = self.counts(cap)
                && ["", "unknown"].contains(&self.said(cap))
                && caps.iter().any(|other| {
                    is_wanted(other) && list(other, "needs").iter().any(|id| id.as_str() == Some(text(cap, "id")))
                });
            let is_beyond = self.is_on(cap)
                && !self.is_asked(cap)
                && self.patterns_ask().contains(text(cap, "id"))
                && ["partly", "no", "unknown"].contains(&self.said(cap));
            (is_wanted(cap) && self.is_ready(cap))
                || is_needed_open
                || (is_beyond && self.class(cap) == 1 && self.is_ready(cap))
        };
        self.ordered(caps.iter().copied().filter(is_candidate).collect())
    }

    pub fn lists(&self, track: &str) -> Lists {
        let (open, ready): (Vec<Cap>, Vec<Cap>) =
            self.candidates(track).into_iter().partition(|cap| ["", "unknown"].contains(&self.said(cap)));
        let whole = |cap: Cap| cap["next"]["effort"][1].as_u64().unwrap();
        let told = |cap: Cap| (text(cap, "id").to_owned(), self.class(cap));
        let start: Vec<Cap> = ready.iter().copied().filter(|cap| whole(cap) <= 20).take(3).collect();
        let of_track = self.caps().into_iter().filter(|cap| self.track(cap) == track && self.counts(cap));
        let wanted: Vec<Cap> = of_track.clone().filter(|cap| ["no", "partly"].contains(&self.said(cap))).collect();
        let plan_for = self.ordered(wanted).into_iter().find(|cap| whole(cap) > 20).map(told);
        let start_now: Vec<_> = start.into_iter().map(told).collect();
        let rest = ready.into_iter().map(told);
        let rest = rest.filter(|one| !start_now.contains(one) && plan_for.as_ref() != Some(one)).collect();
        let mut find_out: Vec<Cap> = self.caps().into_iter().filter(|cap| open.contains(cap)).collect();
        find_out.sort_by_key(|cap| std::cmp::Reverse(if self.counts(cap) { self.settles(cap) } else { 0 }));
        let open = of_track.filter(|cap| ["", "unknown"].contains(&self.said(cap)));
        let most = open.clone().map(|cap| self.settles(cap)).max().unwrap_or(0);
        if most > 0 {
            let leads = open.clone().find(|cap| self.settles(cap) == most).unwrap();
            find_out.retain(|cap| *cap != leads);
            find_out.insert(0, leads);
        }
        let find_out = find_out.into_iter().map(|cap| text(cap, "id").to_owned()).collect();
        Lists { find_out, start_now, plan_for, rest }
    }

    /// The step to free first.
    pub fn free_first(&self, track: &str) -> Option<&'a str> {
        let next: Vec<Cap> =
            self.candidates(track).into_iter().filter(|c| ["no", "partly"].contains(&self.said(c))).collect();
        let map = self.map(track);
        for runs in ["waits", "partly"] {
            for cap in &next {
                let steps = || map.iter().filter(|step| step.1 == runs).map(|step| step.0);
                let pressed = |step: &str| -> Vec<Cap> {
                    let all = self.on_step(track, step).into_iter();
                    all.filter(|cap| ["no", "partly"].contains(&self.said(cap))).collect()
                };
                if let Some(step) = steps().find(|step| pressed(step).contains(cap)) {
                    return Some(step);
                }
                let waits = |other: &Cap| {
                    let unmet: Vec<Cap> = self.needs(other).into_iter().filter(|n| self.said(n) != "yes").collect();
                    !unmet.is_empty() && unmet.iter().all(|need| need == cap)
                };
                if let Some(step) = steps().find(|step| pressed(step).iter().any(waits)) {
                    return Some(step);
                }
            }
        }
        map.iter().find(|step| step.1 == "waits").map(|step| step.0)
    }

    /// The waves of a plan for one target in all areas of a track.
    pub fn plan(&self, track: &str, target: u64) -> Vec<Vec<String>> {
        let meant = |area: &str| {
            let asks = |level: &u64| !self.asked_at(area, *level).is_empty();
            (target..=4).find(asks).or_else(|| (1..target).rev().find(asks)).unwrap_or(0)
        };
        let is_open = |cap: &Cap| self.counts(cap) && self.said(cap) != "yes";
        let mut planned: Vec<Cap> = Vec::new();
        for cap in self.caps().into_iter().filter(|cap| self.track(cap) == track).filter(is_open) {
            let to = meant(text(cap, "area"));
            if self.level(text(cap, "area"), false) < to && Self::level_of(cap) <= to {
                planned.push(cap);
            }
        }
        loop {
            let needs: Vec<Cap> = planned.iter().flat_map(|cap| self.needs(cap)).filter(is_open).collect();
            let Some(more) = needs.into_iter().find(|need| !planned.contains(need)) else { break };
            planned.push(more);
        }
        let mut waves: Vec<Vec<Cap>> = Vec::new();
        while waves.iter().flatten().count() < planned.len() {
            let done: Vec<Cap> = waves.iter().flatten().copied().collect();
            let is_next = |cap: &Cap| {
                let open: Vec<Cap> = self.needs(cap).into_iter().filter(is_open).collect();
                !done.contains(cap) && open.iter().all(|need| done.contains(need))
            };
            waves.push(self.ordered(planned.iter().copied().filter(is_next).collect()));
        }
        let ids = |wave: Vec<Cap>| wave.into_iter().map(|cap| text(cap, "id").to_owned()).collect();
        waves.into_iter().map(ids).collect()
    }
}
