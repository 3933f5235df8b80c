//! A result as data: the content of the page and of every export, by ids and with the words of `docs/scoring.md`.
//!
//! Agents, catalogues and a second implementation read it. Its schema is `public/schema/result-v1.json`. Nothing is
//! computed here: each value comes from the function that the page and the documents use too.

mod plan;

use serde::Serialize;

use self::plan::{PlanData, plan_data};
use super::Subject;
use super::plan::TrackPlan;
use super::track::TrackResult;
use crate::advice::automate_first::AutomateFirst;
use crate::advice::effort::HalfDays;
use crate::advice::next_steps::{List, NextStep};
use crate::advice::patterns::FiredPattern;
use crate::advice::stage_map::{Automation, ByHand, StageMap};
use crate::model::level::Level;
use crate::model::{CapabilityIx, Model, StageIx};
use crate::scoring::profile::{AreaProfile, Fraction, LensProfile, Profile, Range, TrackProfile};

/// The value of `format`.
pub const FORMAT: &str = "mlops-maturity/result";
pub const VERSION: u32 = 1;

#[derive(Debug, Serialize)]
pub struct ResultData<'a> {
    format: &'static str,
    version: u32,
    model: ModelName<'a>,
    title: &'a str,
    date: String,
    scope: &'static str,
    /// The number of models that the effort is for.
    models: u32,
    tracks: Vec<TrackData<'a>>,
}

#[derive(Debug, Serialize)]
struct ModelName<'a> {
    id: &'a str,
    revision: u32,
}

#[derive(Debug, Serialize)]
struct TrackData<'a> {
    track: &'a str,
    /// `None` if nothing is in scope.
    overall: Option<RangeData>,
    not_known_yet: bool,
    near_miss: Option<NearMissData<'a>>,
    held_back_by: Vec<&'a str>,
    /// Areas whose open questions could still lift them to the level of the others.
    areas_not_known_yet: Vec<&'a str>,
    confidence: FractionData,
    areas: Vec<AreaData<'a>>,
    lenses: Vec<LensData<'a>>,
    map: MapData<'a>,
    automate_first: Option<AutomateFirstData<'a>>,
    patterns: Vec<PatternData<'a>>,
    answers_to_check: Vec<AnswerToCheckData<'a>>,
    lists: ListsData<'a>,
    no_investment_yet: bool,
    /// Whether less than half of the track is answered yes, partly or no.
    so_far: bool,
    /// The open question whose answer narrows a range most.
    settles_most: Option<&'a str>,
    plan: PlanData<'a>,
    cheapest_lift: Option<CheapestLiftData<'a>>,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct RangeData {
    low: u8,
    high: u8,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct FractionData {
    part: usize,
    of: usize,
}

/// Person-days for all models, rounded outwards.
#[derive(Clone, Copy, Debug, Serialize)]
struct EffortData {
    min: u64,
    max: u64,
}

#[derive(Debug, Serialize)]
struct NearMissData<'a> {
    level: u8,
    count: usize,
    capabilities: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct AreaData<'a> {
    area: &'a str,
    low: u8,
    high: u8,
    /// `None` at the highest level.
    next_level: Option<u8>,
    /// The share of points of the next level.
    progress: Option<FractionData>,
    plus: bool,
    /// Practices in place above the next level.
    ahead: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct LensData<'a> {
    lens: &'a str,
    /// For levels 1 to 4, the number of practices in place.
    levels: Vec<FractionData>,
}

#[derive(Debug, Serialize)]
struct MapData<'a> {
    automated: usize,
    partly: usize,
    manual: usize,
    unknown: usize,
    stages: Vec<StageData<'a>>,
    not_asked: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct StageData<'a> {
    stage: &'a str,
    automation: &'static str,
    tasks: Vec<TaskData<'a>>,
}

#[derive(Debug, Serialize)]
struct TaskData<'a> {
    capability: &'a str,
    by_hand: &'static str,
}

#[derive(Debug, Serialize)]
struct AutomateFirstData<'a> {
    stage: &'a str,
    removed_by: &'a str,
    start_with: &'a str,
}

#[derive(Debug, Serialize)]
struct PatternData<'a> {
    pattern: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    months: Option<u32>,
    claimed: Vec<&'a str>,
    missing: Vec<&'a str>,
    remedy: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct AnswerToCheckData<'a> {
    capability: &'a str,
    without: Vec<&'a str>,
}

/// The four lists, each in its order.
#[derive(Debug, Default, Serialize)]
struct ListsData<'a> {
    find_out: Vec<StepData<'a>>,
    start_now: Vec<StepData<'a>>,
    plan_ahead: Vec<StepData<'a>>,
    later: Vec<StepData<'a>>,
}

#[derive(Debug, Serialize)]
struct StepData<'a> {
    capability: &'a str,
    class: u8,
    resolves: Vec<&'a str>,
    part_of: Vec<&'a str>,
    dependents: usize,
    effort: EffortData,
    open: bool,
    settles: usize,
    unmet_needs: Vec<&'a str>,
    /// Needs that this question set does not ask about.
    unasked_needs: Vec<&'a str>,
    makes_possible: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct CheapestLiftData<'a> {
    level: u8,
    capabilities: Vec<&'a str>,
    effort: EffortData,
}

impl From<Range> for RangeData {
    fn from(range: Range) -> Self {
        Self { low: range.low.number(), high: range.high.number() }
    }
}

impl From<Fraction> for FractionData {
    fn from(share: Fraction) -> Self {
        Self { part: share.part, of: share.of }
    }
}

impl From<HalfDays> for EffortData {
    fn from(effort: HalfDays) -> Self {
        let (min, max) = effort.whole_days();
        Self { min, max }
    }
}

/// A result as data.
#[must_use]
pub fn result_data<'a>(subject: &Subject<'a>) -> ResultData<'a> {
    let case = subject.case;
    let Profile { tracks } = subject.profile;
    let plans = TrackPlan::of(subject);
    ResultData {
        format: FORMAT,
        version: VERSION,
        model: ModelName { id: case.model.id(), revision: case.model.revision() },
        title: subject.title,
        date: subject.day.to_string(),
        scope: case.question_set.scope.word(),
        models: case.models,
        tracks: tracks.iter().zip(&plans).map(|(track, planned)| track_data(subject, track, planned)).collect(),
    }
}

fn track_data<'a>(subject: &Subject<'a>, profile: &'a TrackProfile, planned: &TrackPlan) -> TrackData<'a> {
    let model = subject.case.model;
    let result = TrackResult::of(subject, profile);
    let advice = &result.advice;
    let mut lists = ListsData::default();
    for (list, steps) in advice.lists() {
        let steps = steps.iter().map(|step| step_data(subject, step)).collect();
        match list {
            List::FindOut => lists.find_out = steps,
            List::StartNow => lists.start_now = steps,
            List::PlanAhead => lists.plan_ahead = steps,
            List::Later => lists.later = steps,
        }
    }
    let area_ids = |areas: &[_]| areas.iter().map(|&area| model.area(area).id.as_str()).collect();
    TrackData {
        track: &model.track(profile.track).id,
        overall: profile.overall.map(RangeData::from),
        not_known_yet: profile.is_unknown(),
        near_miss: profile.near_miss.as_ref().map(|near_miss| NearMissData {
            level: near_miss.level.number(),
            count: near_miss.capabilities.len(),
            capabilities: ids(model, &near_miss.capabilities),
        }),
        held_back_by: area_ids(&profile.held_back_by),
        areas_not_known_yet: area_ids(&profile.not_known),
        confidence: profile.confidence.into(),
        areas: profile.areas.iter().map(|area| area_data(model, area)).collect(),
        lenses: lenses(model, profile),
        map: map_data(model, &result.map),
        automate_first: advice.automate_first.as_ref().map(|first| automate_first(model, first)),
        patterns: result.mismatches.iter().chain(&result.gaps).map(|fired| pattern_data(model, fired)).collect(),
        answers_to_check: result
            .to_check
            .iter()
            .map(|one| AnswerToCheckData { capability: id(model, one.capability), without: ids(model, &one.without) })
            .collect(),
        settles_most: lists.find_out.iter().find(|step| step.settles > 0).map(|step| step.capability),
        lists,
        no_investment_yet: advice.no_investment_yet,
        so_far: advice.so_far,
        plan: plan_data(model, planned),
        cheapest_lift: result.cheapest_lift.as_ref().map(|lift| CheapestLiftData {
            level: lift.level.number(),
            capabilities: lift.plan.steps().map(|step| id(model, step.capability)).collect(),
            effort: lift.plan.effort.into(),
        }),
    }
}

fn id(model: &Model, at: CapabilityIx) -> &str {
    &model.capability(at).id
}

fn ids<'a>(model: &'a Model, all: &[CapabilityIx]) -> Vec<&'a str> {
    all.iter().map(|&at| id(model, at)).collect()
}

fn area_data<'a>(model: &'a Model, area: &AreaProfile) -> AreaData<'a> {
    let RangeData { low, high } = area.range.into();
    AreaData {
        area: &model.area(area.area).id,
        low,
        high,
        next_level: area.next_level().map(|next| Level::number(next.level)),
        progress: area.progress().map(FractionData::from),
        plus: area.has_plus(),
        ahead: ids(model, &area.ahead),
    }
}

fn lenses<'a>(model: &'a Model, profile: &TrackProfile) -> Vec<LensData<'a>> {
    let levels = |levels: &[Fraction; 4]| levels.iter().copied().map(FractionData::from).collect();
    let lens =
        |one: &LensProfile| LensData { lens: &model.lenses()[one.lens.index()].id, levels: levels(&one.levels) };
    profile.lenses.iter().map(lens).collect()
}

fn map_data<'a>(model: &'a Model, map: &StageMap) -> MapData<'a> {
    let stage_id = |stage: StageIx| model.stage(stage).id.as_str();
    let by_hand = |by_hand: ByHand| match by_hand {
        ByHand::Never => "never",
        ByHand::Sometimes => "sometimes",
        ByHand::Always => "always",
        ByHand::Unknown => "unknown",
    };
    MapData {
        automated: map.count(Automation::Automated),
        partly: map.count(Automation::Partly),
        manual: map.count(Automation::Manual),
        unknown: map.count(Automation::Unknown),
        stages: map
            .stages
            .iter()
            .map(|state| StageData {
                stage: stage_id(state.stage),
                automation: state.automation.word(),
                tasks: state
                    .tasks
                    .iter()
                    .map(|task| TaskData { capability: id(model, task.capability), by_hand: by_hand(task.by_hand) })
                    .collect(),
            })
            .collect(),
        not_asked: map.not_asked.iter().map(|&stage| stage_id(stage)).collect(),
    }
}

fn automate_first<'a>(model: &'a Model, first: &AutomateFirst) -> AutomateFirstData<'a> {
    AutomateFirstData {
        stage: &model.stage(first.stage).id,
        removed_by: id(model, first.removed_by),
        start_with: id(model, first.start_with),
    }
}

fn pattern_data<'a>(model: &'a Model, fired: &FiredPattern<'a>) -> PatternData<'a> {
    PatternData {
        pattern: &fired.pattern.id,
        kind: fired.kind.word(),
        months: fired.months,
        claimed: ids(model, &fired.claimed),
        missing: ids(model, &fired.missing),
        remedy: ids(model, &fired.remedy),
    }
}

fn step_data<'a>(subject: &Subject<'a>, step: &NextStep) -> StepData<'a> {
    let model = subject.case.model;
    let pattern_ids = |all: &[usize]| all.iter().map(|&at| subject.patterns[at].pattern.id.as_str()).collect();
    StepData {
        capability: id(model, step.capability),
        class: step.class.number(),
        resolves: pattern_ids(&step.resolves),
        part_of: pattern_ids(&step.part_of),
        dependents: step.dependents,
        effort: step.effort.into(),
        open: step.is_open,
        settles: step.levels_narrowed,
        unmet_needs: ids(model, &step.unmet_needs),
        unasked_needs: ids(model, &step.unasked_needs),
        makes_possible: ids(model, &step.makes_possible),
    }
}
