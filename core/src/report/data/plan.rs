//! The plan of a result as data.

use serde::Serialize;

use super::{EffortData, id};
use crate::advice::plan::{NotPlanned, Plan, PlanStep};
use crate::model::Model;
use crate::report::plan::TrackPlan;

#[derive(Debug, Serialize)]
pub(super) struct PlanData<'a> {
    targets: Vec<TargetData<'a>>,
    waves: Vec<Vec<PlanStepData<'a>>>,
    effort: EffortData,
    people: u32,
    weeks: EffortData,
    not_planned: Vec<NotPlannedData<'a>>,
}

#[derive(Debug, Serialize)]
struct TargetData<'a> {
    area: &'a str,
    from: u8,
    to: u8,
}

#[derive(Debug, Serialize)]
struct PlanStepData<'a> {
    capability: &'a str,
    effort: EffortData,
    find_out: bool,
}

#[derive(Debug, Serialize)]
struct NotPlannedData<'a> {
    capability: &'a str,
    reason: &'static str,
}

pub(super) fn plan_data<'a>(model: &'a Model, planned: &TrackPlan) -> PlanData<'a> {
    let weeks = planned.plan.weeks(planned.people);
    let reason = |reason: NotPlanned| match reason {
        NotPlanned::AtTarget => "at-target",
        NotPlanned::AboveTarget => "above-target",
        NotPlanned::BeyondScope => "beyond-scope",
    };
    PlanData {
        targets: planned
            .targets
            .iter()
            .map(|target| TargetData {
                area: &model.area(target.area).id,
                from: target.from.number(),
                to: target.to.number(),
            })
            .collect(),
        waves: waves(model, &planned.plan),
        effort: planned.plan.effort.into(),
        people: planned.people,
        weeks: EffortData { min: weeks.min, max: weeks.max },
        not_planned: planned
            .not_planned
            .iter()
            .map(|&(at, why)| NotPlannedData { capability: id(model, at), reason: reason(why) })
            .collect(),
    }
}

fn waves<'a>(model: &'a Model, plan: &Plan) -> Vec<Vec<PlanStepData<'a>>> {
    let step = |step: &PlanStep| PlanStepData {
        capability: id(model, step.capability),
        effort: step.effort.into(),
        find_out: step.find_out,
    };
    plan.waves.iter().map(|wave| wave.iter().map(step).collect()).collect()
}
