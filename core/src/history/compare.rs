//! Two results side by side: what changed between them, and what that did to levels, map and mismatches.
//!
//! Only what both asked is compared. A question that only one of them asked is taken as "not applicable" in both, which
//! is the same as not asking it, and is listed.

use crate::advice::patterns::is_mismatch;
use crate::advice::stage_map::{Automation, stage_map};
use crate::assessment::Outcomes;
use crate::history::record::Record;
use crate::link::MAX_CHARS;
use crate::model::answer::{Answer, Answers};
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx, Model, StageIx, TrackIx};
use crate::scoring::case::{Case, Questionnaire, Scope};
use crate::scoring::profile::{Profile, Range, profile_of};

/// Which of the two results asked a question that the other did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnlyIn {
    /// The first.
    Before,
    /// The second.
    After,
}

/// What became of one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// In place now, and known not to be before.
    Done,
    /// Further than before, and not yet in place.
    Rose,
    /// Less than before.
    Fell,
    /// Known for the first time: before it was open, or nobody knew.
    New,
    /// Open again, or nobody knows any more.
    Reopened,
    /// It did not apply before.
    Applies,
    /// It applied before.
    AppliesNoMore,
}

impl Change {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 7] =
        [Self::Done, Self::Rose, Self::New, Self::Fell, Self::Reopened, Self::Applies, Self::AppliesNoMore];

    /// What became of an answer; none where it says the same. "Don't know" says no more than no answer.
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

/// An answer that is not what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerChange {
    /// Whose answer.
    pub capability: CapabilityIx,
    /// The answer before.
    pub before: Option<Answer>,
    /// The answer after.
    pub after: Option<Answer>,
    /// What became of it.
    pub change: Change,
}

/// What changed in one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaChange {
    /// Which area.
    pub area: AreaIx,
    /// Where it stood, by the questions that both asked; none where none of them applied.
    pub before: Option<Range>,
    /// Where it stands.
    pub after: Option<Range>,
    /// The answers that are not what they were, in the model's order.
    pub answers: Vec<AnswerChange>,
}

impl AreaChange {
    /// By how many levels it surely rose (or fell, below 0); none where it has no level on one side.
    #[must_use]
    pub fn levels(&self) -> Option<i8> {
        Some(levels_between(self.before?, self.after?))
    }

    /// The answers with this change.
    pub fn with(&self, change: Change) -> impl Iterator<Item = &AnswerChange> {
        self.answers.iter().filter(move |answer| answer.change == change)
    }
}

/// By how many levels one range is surely above another; below 0 where it is surely below. Where open questions allow both to be
/// the same level, nobody knows whether anything moved.
#[must_use]
pub fn levels_between(before: Range, after: Range) -> i8 {
    let between = |from: Level, to: Level| to.number().cast_signed() - from.number().cast_signed();
    let (rise, fall) = (between(before.high, after.low), between(before.low, after.high));
    if rise > 0 { rise } else { fall.min(0) }
}

/// A stage of the lifecycle that is automated more or less than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageChange {
    /// In the map of which track.
    pub track: TrackIx,
    /// Which stage.
    pub stage: StageIx,
    /// How far it was automated; none where it was not on the map.
    pub before: Option<Automation>,
    /// How far it is automated now.
    pub after: Option<Automation>,
}

/// What became of the mismatches: positions among the model's patterns. Normal gaps do not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MismatchChanges {
    /// Resolved.
    pub gone: Vec<usize>,
    /// Not there before.
    pub new: Vec<usize>,
    /// There before and after.
    pub stay: Vec<usize>,
}

/// Two results side by side, over the questions that both asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The questions compared: scope and tracks.
    pub questionnaire: Questionnaire,
    /// Whether they are one team's results of two days. Between two teams, or on one day, nothing changes: they differ.
    pub is_over_time: bool,
    /// Where the first stood.
    pub before: Profile,
    /// Where the second stands.
    pub after: Profile,
    /// The answers of both as they were compared: what only one of them asked is "not applicable" in both.
    pub answers: [Answers; 2],
    /// Every area in which at least one question is compared, in the model's order.
    pub areas: Vec<AreaChange>,
    /// The stages that changed, by track and in order.
    pub stages: Vec<StageChange>,
    /// The mismatches.
    pub mismatches: MismatchChanges,
    /// What only one of them asked, in the model's order.
    pub left_out: Vec<(CapabilityIx, OnlyIn)>,
    /// The outcome numbers of both; never scored.
    pub outcomes: [Outcomes; 2],
}

impl Comparison {
    /// What the profile before and the one after were computed from.
    #[must_use]
    pub fn cases<'a>(&'a self, model: &'a Model) -> [Case<'a>; 2] {
        let [before, after] = &self.answers;
        let before = Case::new(model, &self.questionnaire, before);
        [before, before.with(after)]
    }

    /// How many answers are not what they were.
    #[must_use]
    pub fn changed(&self) -> usize {
        self.areas.iter().map(|area| area.answers.len()).sum()
    }
}

/// Sets two results side by side. Both are of this model; answers to other revisions were matched when they were read.
#[must_use]
pub fn compare(model: &Model, before: &Record, after: &Record) -> Comparison {
    let scope = match (before.questionnaire.scope, after.questionnaire.scope) {
        (Scope::Full, Scope::Full) => Scope::Full,
        _ => Scope::Essentials,
    };
    let is_in_both =
        |track: &TrackIx| before.questionnaire.tracks.contains(track) && after.questionnaire.tracks.contains(track);
    let questionnaire = Questionnaire { scope, tracks: model.track_ixs().filter(is_in_both).collect() };
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
            // Beyond the scope patterns see what was answered: in both, or in neither.
            (false, false) if old.get(at).is_some() && new.get(at).is_some() => continue,
            (false, false) => {}
        }
        old.set(at, Some(Answer::NotApplicable));
        new.set(at, Some(Answer::NotApplicable));
    }
    let was_case = Case::new(model, &questionnaire, &old);
    let is_case = was_case.with(&new);
    let (was, is) = (profile_of(was_case), profile_of(is_case));
    Comparison {
        areas: area_changes(was_case, is_case, &was, &is, &compared),
        stages: stage_changes(was_case, is_case),
        mismatches: mismatch_changes(was_case, is_case),
        before: was,
        after: is,
        answers: [old, new],
        left_out,
        questionnaire,
        is_over_time: before.title == after.title && before.day != after.day,
        outcomes: [before.outcomes.clone(), after.outcomes.clone()],
    }
}

fn area_changes(old: Case, new: Case, was: &Profile, is: &Profile, compared: &[CapabilityIx]) -> Vec<AreaChange> {
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
        Some(AreaChange { area, before: range(was, area), after: range(is, area), answers })
    };
    model.area_ixs().filter_map(of_area).collect()
}

fn stage_changes(old: Case, new: Case) -> Vec<StageChange> {
    let mut changes = Vec::new();
    for &track in &old.questionnaire.tracks {
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

/// The mismatches of a case, as positions among the model's patterns.
#[must_use]
pub fn mismatches_of(case: Case) -> Vec<usize> {
    let patterns = case.model.patterns().iter().enumerate();
    patterns.filter(|(_, pattern)| is_mismatch(case, pattern)).map(|(at, _)| at).collect()
}

fn mismatch_changes(old: Case, new: Case) -> MismatchChanges {
    let (was, is) = (mismatches_of(old), mismatches_of(new));
    let mut changes = MismatchChanges::default();
    for &at in &was {
        if is.contains(&at) { &mut changes.stay } else { &mut changes.gone }.push(at);
    }
    changes.new = is.into_iter().filter(|at| !was.contains(at)).collect();
    changes
}

/// What stands after `#/compare/` in the link of a comparison: both payloads. None where the address would be longer than
/// mail and chat programs let through; then a file does.
#[must_use]
pub fn pair(before: &str, after: &str) -> Option<String> {
    (before.len() + 1 + after.len() <= MAX_CHARS).then(|| format!("{before}/{after}"))
}

/// The two payloads of [`pair`].
#[must_use]
pub fn payloads(pair: &str) -> Option<(&str, &str)> {
    let (before, after) = pair.split_once('/')?;
    (!before.is_empty() && !after.is_empty()).then_some((before, after))
}
