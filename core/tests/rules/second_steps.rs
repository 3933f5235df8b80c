//! The second implementation of the rules, continued: next steps, what to automate first, and the plan.

use std::cmp::Reverse;

use crate::second::{Cap, Second, list, text};

/// The lists of a track, by ids and classes.
#[derive(Debug, PartialEq, Eq)]
pub struct Lists {
    pub find_out: Vec<String>,
    pub start_now: Vec<(String, u8)>,
    pub plan_ahead: Option<(String, u8)>,
    pub no_investment_yet: bool,
    pub later: Vec<(String, u8)>,
}

/// A plan: its waves by ids, the sum of its effort and its longest chain, both in half days.
pub type TrackPlan = (Vec<Vec<String>>, (u64, u64), (u64, u64));

fn id(cap: Cap) -> String {
    text(cap, "id").to_owned()
}

impl<'a> Second<'a> {
    fn of_track(&self, track: &str) -> Vec<Cap<'a>> {
        self.caps().into_iter().filter(|cap| self.track(cap) == track).collect()
    }

    fn is_missing(&self, cap: Cap) -> bool {
        ["no", "partly"].contains(&self.said(cap))
    }

    fn in_a_remedy(&self, cap: Cap) -> bool {
        list(self.model, "patterns")
            .into_iter()
            .any(|pattern| self.is_mismatch(pattern) == Some(true) && self.remedy(pattern).contains(text(cap, "id")))
    }

    /// The highest effort for the first model, in days.
    fn whole(cap: Cap) -> u64 {
        cap["next"]["effort"][1].as_u64().unwrap()
    }

    /// The effort of a capability for this many models, in half days.
    fn effort(&self, cap: Cap, models: u64) -> (u64, u64) {
        let days = |field: &str, at: usize| cap["next"][field][at].as_u64().unwrap_or(0);
        let ends = [0, 1].map(|at| days("effort", at) + (models - 1) * days("per_model", at));
        match self.said(cap) {
            "partly" => (ends[0], ends[1]),
            "no" | "yes" => (2 * ends[0], 2 * ends[1]),
            _ => (0, 2 * ends[1]),
        }
    }

    fn class(&self, cap: Cap) -> u8 {
        let (area, own) = (text(cap, "area"), Self::level_of(cap));
        let has_reached = self.top(area) > 0 && own <= self.level(area, false);
        if self.in_a_remedy(cap) && (Self::whole(cap) <= 5 || (Self::whole(cap) <= 20 && has_reached)) {
            return 1;
        }
        if has_reached {
            return 4;
        }
        if self.next(area) != Some(own) {
            return 5;
        }
        let is_asked_for = match text(cap, "weight") {
            "core" => true,
            "guard" => self.said(cap) != "partly",
            _ => self.short(area, own, false) > 0,
        };
        if is_asked_for { 2 } else { 3 }
    }

    fn depends(&self, cap: Cap, on: Cap) -> bool {
        list(cap, "needs").iter().any(|id| {
            let need = self.cap(id.as_str().unwrap());
            text(need, "id") == text(on, "id") || self.depends(need, on)
        })
    }

    fn dependents(&self, on: Cap) -> u64 {
        let depends = |cap: &Cap| self.counts(cap) && self.said(cap) != "yes" && self.depends(cap, on);
        self.caps().into_iter().filter(depends).count() as u64
    }

    /// The values that sort a capability: class, essential remedy, order in the class, and leverage as a fraction.
    fn place(&self, cap: Cap) -> ([u64; 3], (u64, u64)) {
        let class = self.class(cap);
        let is_first = text(cap, "weight") != "supporting" && self.in_a_remedy(cap);
        let in_class = match class {
            2 => self.level(text(cap, "area"), false),
            5 => Self::level_of(cap),
            _ => 0,
        };
        let half = if self.said(cap) == "partly" { 1 } else { 2 };
        let third = if text(cap, "weight") == "supporting" { 3 } else { 1 };
        let leverage = (1 + self.dependents(cap), third * (half * Self::whole(cap)).max(2));
        ([u64::from(class), u64::from(!is_first), in_class], leverage)
    }

    /// Sorted. Equal ones keep the model's order.
    fn ordered(&self, caps: Vec<Cap<'a>>) -> Vec<Cap<'a>> {
        let in_model = self.caps().into_iter().filter(|cap| caps.contains(cap));
        let mut placed: Vec<_> = in_model.map(|cap| (self.place(cap), cap)).collect();
        placed.sort_by(|((one, (up, down)), _), ((other, (other_up, other_down)), _)| {
            one.cmp(other).then((other_up * down).cmp(&(up * other_down)))
        });
        placed.into_iter().map(|(_, cap)| cap).collect()
    }

    fn width(&self, area: &str) -> u64 {
        self.level(area, true) - self.level(area, false)
    }

    fn settles(&self, cap: Cap) -> u64 {
        let area = text(cap, "area");
        if !self.counts(cap) || !self.is_open(cap) {
            return 0;
        }
        let with = |answer| {
            let mut after = self.clone();
            after.answers.insert(id(cap), answer);
            after.width(area)
        };
        (self.width(area) - with("yes")) + (self.width(area) - with("no"))
    }

    fn is_remedy_beyond(&self, cap: Cap) -> bool {
        self.is_on(cap)
            && !self.is_asked(cap)
            && self.patterns_ask().contains(text(cap, "id"))
            && ["partly", "no", "unknown"].contains(&self.said(cap))
            && self.class(cap) == 1
    }

    fn ready(&self, track: &str) -> Vec<Cap<'a>> {
        let is_left = |cap: Cap| (self.counts(cap) && self.said(cap) != "yes") || self.is_remedy_beyond(cap);
        let ready = self.of_track(track).into_iter().filter(|cap| is_left(cap) && self.unmet(cap).is_empty());
        self.ordered(ready.collect())
    }

    fn is_due(&self, track: &str, cap: Cap) -> bool {
        let overall = self.overall(track, false).unwrap_or(0);
        Self::level_of(cap) <= overall + 2 && (Self::level_of(cap) < 4 || overall >= 3)
    }

    pub fn lists(&self, track: &str) -> Lists {
        let told = |cap: Cap| (id(cap), self.class(cap));
        let ready = self.ready(track);
        let three: Vec<Cap> = ready.iter().copied().filter(|cap| Self::whole(cap) <= 20).take(3).collect();
        let start_now: Vec<Cap> = three.iter().copied().filter(|cap| self.is_missing(cap)).collect();
        let all = self.of_track(track);
        let missing = all.iter().copied().filter(|cap| self.counts(cap) && self.is_missing(cap));
        let large: Vec<Cap> =
            self.ordered(missing.collect()).into_iter().filter(|cap| Self::whole(cap) > 20).collect();
        let plan_ahead = large.iter().copied().find(|cap| self.is_due(track, cap));
        let later = ready.iter().copied().filter(|cap| {
            self.is_missing(cap) && !start_now.contains(cap) && plan_ahead.is_none_or(|planned| planned != *cap)
        });
        let mut find_out: Vec<Cap> = Vec::new();
        let most = all.iter().map(|cap| self.settles(cap)).max().unwrap_or(0);
        if most > 0 {
            find_out.extend(all.iter().copied().find(|cap| self.settles(cap) == most));
        }
        find_out.extend(three.iter().copied().filter(|cap| self.is_open(cap)));
        let is_needed = |cap: Cap| {
            self.counts(cap)
                && self.is_open(cap)
                && all.iter().any(|other| {
                    self.counts(other)
                        && ["partly", "no", "unknown"].contains(&self.said(other))
                        && self.needs(other).contains(&cap)
                })
        };
        let is_other = |cap: &Cap| (ready.contains(cap) && self.said(cap) == "unknown") || is_needed(cap);
        let mut others: Vec<Cap> = all.iter().copied().filter(is_other).collect();
        others.sort_by_key(|cap| Reverse(self.settles(cap)));
        find_out.extend(others);
        let mut ids: Vec<String> = Vec::new();
        for cap in find_out {
            if !ids.contains(&id(cap)) {
                ids.push(id(cap));
            }
        }
        Lists {
            find_out: ids,
            start_now: start_now.iter().map(|cap| told(cap)).collect(),
            plan_ahead: plan_ahead.map(told),
            no_investment_yet: plan_ahead.is_none() && !large.is_empty(),
            later: later.map(told).collect(),
        }
    }

    /// The stage to automate first, the capability that removes its task, and the capability to start with.
    pub fn automate_first(&self, track: &str) -> Option<(&'a str, String, String)> {
        let lists = self.lists(track);
        let soon = self
            .ready(track)
            .into_iter()
            .filter(|cap| self.is_missing(cap) && Self::whole(cap) <= 20 && self.class(cap) < 5);
        let started = lists.start_now.iter().map(|(id, _)| self.cap(id));
        let stage = |cap: Cap<'a>| text(&cap["manual"], "stage");
        for first in started.chain(soon) {
            if !stage(first).is_empty() {
                return Some((stage(first), id(first), id(first)));
            }
            let is_made_possible = |cap: &Cap<'a>| {
                let unmet = self.unmet(cap);
                self.counts(cap)
                    && self.is_missing(cap)
                    && Self::whole(cap) <= 20
                    && !stage(cap).is_empty()
                    && self.is_due(track, cap)
                    && !unmet.is_empty()
                    && unmet.iter().all(|need| *need == first)
            };
            if let Some(cap) = self.of_track(track).into_iter().find(is_made_possible) {
                return Some((stage(cap), id(cap), id(first)));
            }
        }
        None
    }

    pub fn default_target(&self, track: &str) -> u64 {
        let overall = self.overall(track, false).unwrap_or(0);
        let has_enough = |level: &u64| self.plan(track, *level).0.iter().flatten().count() >= 5;
        let top = self.areas(track).into_iter().map(|area| self.top(area)).max().unwrap_or(0);
        (overall + 1..=4).find(has_enough).unwrap_or(top)
    }

    /// The plan for one target in all areas of a track.
    pub fn plan(&self, track: &str, target: u64) -> TrackPlan {
        let meant = |area: &str| {
            let asks = |level: &u64| !self.asked_at(area, *level).is_empty();
            (target..=4).find(asks).or_else(|| (1..target).rev().find(asks)).unwrap_or(0)
        };
        let is_left = |cap: &Cap| self.counts(cap) && self.said(cap) != "yes";
        let mut planned: Vec<Cap> = Vec::new();
        for cap in self.of_track(track).into_iter().filter(is_left) {
            let to = meant(text(cap, "area"));
            if self.level(text(cap, "area"), false) < to && Self::level_of(cap) <= to {
                planned.push(cap);
            }
        }
        loop {
            let needs: Vec<Cap> = planned.iter().flat_map(|cap| self.unmet(cap)).collect();
            let Some(more) = needs.into_iter().find(|need| !planned.contains(need)) else { break };
            planned.push(more);
        }
        let mut waves: Vec<Vec<Cap>> = Vec::new();
        while waves.iter().flatten().count() < planned.len() {
            let done: Vec<Cap> = waves.iter().flatten().copied().collect();
            let is_next = |cap: &Cap| !done.contains(cap) && self.unmet(cap).iter().all(|need| done.contains(need));
            waves.push(self.ordered(planned.iter().copied().filter(is_next).collect()));
        }
        let sum = planned.iter().map(|cap| self.effort(cap, self.models));
        let sum = sum.fold((0, 0), |sum, (min, max)| (sum.0 + min, sum.1 + max));
        let chains = planned.iter().map(|cap| self.chain(cap, &planned));
        let chain = chains.fold((0, 0), |most, (min, max)| (most.0.max(min), most.1.max(max)));
        let ids = |wave: Vec<Cap>| wave.into_iter().map(id).collect();
        (waves.into_iter().map(ids).collect(), sum, chain)
    }

    /// The longest chain of planned steps that ends with this one, for the first model.
    fn chain(&self, cap: Cap<'a>, planned: &[Cap<'a>]) -> (u64, u64) {
        let needs = self.needs(cap).into_iter().filter(|need| planned.contains(need));
        let before = needs.map(|need| self.chain(need, planned));
        let before = before.fold((0, 0), |most, (min, max)| (most.0.max(min), most.1.max(max)));
        let own = self.effort(cap, 1);
        (before.0 + own.0, before.1 + own.1)
    }
}
