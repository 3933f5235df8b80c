//! The comparison of two results: which answers changed, and the effect on levels, manual work and mismatches.
//!
//! Only questions that both results asked are compared. A question that only one of them asked counts as "not
//! applicable" in both, which is the same as not asking it, and is listed.

use crate::advice::patterns::is_mismatch;
use crate::advice::stage_map::{Automation, stage_map};
use crate::assessment::Outcomes;
use crate::history::record::Record;
use crate::link::MAX_CHARS;
use crate::model::answer::{Answer, Answers};
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx, Model, StageIx, TrackIx};
use crate::scoring::case::{Case, QuestionSet, Scope};
use crate::scoring::profile::{Profile, Range, profile_of};

/// The result that asked a question that the other one did not ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnlyIn {
    Before,
    After,
}

/// How one answer changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// In place now, and known not to have been before.
    Done,
    /// Better than before, but not in place.
    Rose,
    /// Worse than before.
    Fell,
    /// Known for the first time: it was open before.
    New,
    /// Open now, but known before.
    Reopened,
    /// It applies now, but did not before.
    Applies,
    /// It applied before, but does not now.
    AppliesNoMore,
}

impl Change {
    /// In the order in which they are listed.
    pub const ALL: [Self; 7] =
        [Self::Done, Self::Rose, Self::New, Self::Fell, Self::Reopened, Self::Applies, Self::AppliesNoMore];

    /// How an answer changed; `None` if it did not. "Don't know" counts as no answer.
    #[must_use]
    pub fn of(before: Option<Answer>, after: Option<Answer>) -> Option<Self> {
        const NA: Option<Answer> = Some(Answer::NotApplicable);
        let known = |answer: Option<Answer>| answer.filter(|&answer| answer != Answer::Unknown);
        match (known(before), known(after)) {
            (old, new) if old == new => None,
            (_, new) if new == NA => Some(Self::AppliesNoMore),
            (old, _) if old == NA => Some(Self::Applies),
            (None, _) => Some(Self::New),
            (_, None) => Some(Self::Reopened),
            (_, Some(Answer::Yes)) => Some(Self::Done),
            (Some(old), Some(new)) if new.half_points() > old.half_points() => Some(Self::Rose),
            _ => Some(Self::Fell),
        }
    }
}

/// A changed answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerChange {
    pub capability: CapabilityIx,
    pub before: Option<Answer>,
    pub after: Option<Answer>,
    pub change: Change,
}

/// The changes in one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaChange {
    pub area: AreaIx,
    /// The range before, by the questions that both results asked; `None` if none of them applied.
    pub before: Option<Range>,
    /// The range after.
    pub after: Option<Range>,
    /// The changed answers, in the model's order.
    pub answers: Vec<AnswerChange>,
}

impl AreaChange {
    /// By how many levels the area certainly rose (negative: declined); `None` if it has no level in one of the
    /// results.
    #[must_use]
    pub fn levels(&self) -> Option<i8> {
        Some(levels_between(self.before?, self.after?))
    }

    pub fn with(&self, change: Change) -> impl Iterator<Item = &AnswerChange> {
        self.answers.iter().filter(move |answer| answer.change == change)
    }
}

/// By how many levels one range is certainly above another (negative: below). 0 if open questions allow both to be
/// the same level.
#[must_use]
pub fn levels_between(before: Range, after: Range) -> i8 {
    let between = |from: Level, to: Level| to.number().cast_signed() - from.number().cast_signed();
    let (rise, fall) = (between(before.high, after.low), between(before.low, after.high));
    if rise > 0 { rise } else { fall.min(0) }
}

/// A stage of the lifecycle whose automation changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageChange {
    /// The track of the map.
    pub track: TrackIx,
    pub stage: StageIx,
    /// `None` if the stage was not on the map.
    pub before: Option<Automation>,
    /// `None` if the stage is not on the map.
    pub after: Option<Automation>,
}

/// How the mismatches changed, as positions in the model's list of patterns. Normal gaps do not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MismatchChanges {
    pub gone: Vec<usize>,
    pub new: Vec<usize>,
    pub stay: Vec<usize>,
}

/// Two results compared by the questions that both asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The question set and tracks that both asked.
    pub question_set: QuestionSet,
    /// Whether these are one team's results of two days. Otherwise nothing changed over time; the results differ.
    pub is_over_time: bool,
    /// The profile of the first result.
    pub before: Profile,
    /// The profile of the second result.
    pub after: Profile,
    /// The compared answers of both results. What only one of them asked is "not applicable" in both.
    pub answers: [Answers; 2],
    /// Every area with at least one compared question, in the model's order.
    pub areas: Vec<AreaChange>,
    /// The changed stages, by track and in order.
    pub stages: Vec<StageChange>,
    pub mismatches: MismatchChanges,
    /// The questions that only one of them asked, in the model's order.
    pub left_out: Vec<(CapabilityIx, OnlyIn)>,
    /// The delivery metrics of both, which are not scored.
    pub outcomes: [Outcomes; 2],
}

impl Comparison {
    /// The cases that the two profiles were computed from.
    #[must_use]
    pub fn cases<'a>(&'a self, model: &'a Model) -> [Case<'a>; 2] {
        let [before, after] = &self.answers;
        let before = Case::new(model, &self.question_set, before);
        [before, before.with(after)]
    }

    /// The number of changed answers.
    #[must_use]
    pub fn changed(&self) -> usize {
        self.areas.iter().map(|area| area.answers.len()).sum()
    }
}

/// Compares two results of this model. Answers to other revisions were matched when they were read.
#[must_use]
pub fn compare(model: &Model, before: &Record, after: &Record) -> Comparison {
    let scope = match (before.question_set.scope, after.question_set.scope) {
        (Scope::Full, Scope::Full) => Scope::Full,
        _ => Scope::Essentials,
    };
    let is_in_both =
        |track: &TrackIx| before.question_set.tracks.contains(track) && after.question_set.tracks.contains(track);
    let question_set = QuestionSet { scope, tracks: model.track_ixs().filter(is_in_both).collect() };
    let (mut old, mut new) = (before.answers.clone(), after.answers.clone());
    let (mut compared, mut left_out) = (Vec::new(), Vec::new());
    for at in model.capability_ixs() {
        match (before.asks(model, at), after.asks(model, at)) {
            (true, true) => {
                compared.push(at);
                continue;
            }
            (true, false) => left_out.push((at, OnlyIn::Before)),
            (false, true) => left_out.push((at, OnlyIn::After)),
            // Patterns see answers outside the question set, so such an answer counts only if both results have it.
            (false, false) if old.get(at).is_some() && new.get(at).is_some() => continue,
            (false, false) => {}
        }
        old.set(at, Some(Answer::NotApplicable));
        new.set(at, Some(Answer::NotApplicable));
    }
    let before_case = Case::new(model, &question_set, &old);
    let after_case = before_case.with(&new);
    let (before_profile, after_profile) = (profile_of(before_case), profile_of(after_case));
    Comparison {
        areas: area_changes(before_case, after_case, &before_profile, &after_profile, &compared),
        stages: stage_changes(before_case, after_case),
        mismatches: mismatch_changes(before_case, after_case),
        before: before_profile,
        after: after_profile,
        answers: [old, new],
        left_out,
        question_set,
        is_over_time: before.title == after.title && before.day != after.day,
        outcomes: [before.outcomes.clone(), after.outcomes.clone()],
    }
}

fn area_changes(
    old: Case,
    new: Case,
    before: &Profile,
    after: &Profile,
    compared: &[CapabilityIx],
) -> Vec<AreaChange> {
    let model = old.model;
    let range = |profile: &Profile, area| profile.area(area).map(|area| area.range);
    let answer_change = |&at: &CapabilityIx| {
        let (before, after) = (old.answer(at), new.answer(at));
        Some(AnswerChange { capability: at, before, after, change: Change::of(before, after)? })
    };
    let of_area = |area: AreaIx| {
        let mut asked = compared.iter().filter(move |&&at| model.capability(at).area == area).peekable();
        asked.peek()?;
        let answers = asked.filter_map(answer_change).collect();
        Some(AreaChange { area, before: range(before, area), after: range(after, area), answers })
    };
    model.area_ixs().filter_map(of_area).collect()
}

fn stage_changes(old: Case, new: Case) -> Vec<StageChange> {
    let mut changes = Vec::new();
    for &track in &old.question_set.tracks {
        let maps = [old, new].map(|case| stage_map(case, track));
        for stage in old.model.stage_ixs() {
            let [before, after] = [0, 1].map(|side: usize| {
                let state = maps[side].stages.iter().find(|state| state.stage == stage);
                state.map(|state| state.automation)
            });
            if before != after {
                changes.push(StageChange { track, stage, before, after });
            }
        }
    }
    changes
}

/// The mismatches of a case, as positions in the model's list of patterns.
#[must_use]
pub fn mismatches_of(case: Case) -> Vec<usize> {
    let patterns = case.model.patterns().iter().enumerate();
    patterns.filter(|(_, pattern)| is_mismatch(case, pattern)).map(|(at, _)| at).collect()
}

fn mismatch_changes(old: Case, new: Case) -> MismatchChanges {
    let (before, after) = (mismatches_of(old), mismatches_of(new));
    let mut changes = MismatchChanges::default();
    for &at in &before {
        if after.contains(&at) { &mut changes.stay } else { &mut changes.gone }.push(at);
    }
    changes.new = after.into_iter().filter(|at| !before.contains(at)).collect();
    changes
}

/// The part after `#/compare/` in the link of a comparison: both payloads. `None` if the address would be too long
/// for mail and chat programs.
#[must_use]
pub fn joined_payloads(before: &str, after: &str) -> Option<String> {
    (before.len() + 1 + after.len() <= MAX_CHARS).then(|| format!("{before}/{after}"))
}
