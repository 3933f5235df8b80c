//! The map of manual work: how far each stage of the lifecycle is automated.
//!
//! A capability with a [`ManualTask`](crate::model::ManualTask) makes that task unnecessary. Each track has its own
//! map.

use crate::advice::patterns::asked_by_patterns;
use crate::model::answer::Answer;
use crate::model::{CapabilityIx, StageIx, TrackIx};
use crate::scoring::case::{Case, Scope};
use crate::scoring::profile::Fraction;

/// How often a manual task is still done by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByHand {
    /// The task is no longer needed.
    Never,
    Sometimes,
    Always,
    /// The question is open.
    Unknown,
}

/// A manual task with the capability that makes it unnecessary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaskState {
    /// The capability that makes it unnecessary.
    pub capability: CapabilityIx,
    pub by_hand: ByHand,
}

/// How far a stage of the lifecycle is automated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Automation {
    /// No task is needed any longer.
    Automated,
    /// Some tasks are no longer needed, or are only sometimes done by hand.
    Partly,
    /// At least one task is always done by hand, and none is known to be done less often.
    Manual,
    /// At least one task is not known, and none is known to be done by hand.
    Unknown,
}

impl Automation {
    /// The most automated first.
    pub const ALL: [Self; 4] = [Self::Automated, Self::Partly, Self::Manual, Self::Unknown];

    /// The name in the markup of the page.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Automated => "automated",
            Self::Partly => "partly",
            Self::Manual => "manual",
            Self::Unknown => "unknown",
        }
    }

    /// The automation of a stage with at least one task.
    const fn of(tasks: &Tasks) -> Self {
        match tasks {
            Tasks { sometimes: false, always: false, unknown: false, .. } => Self::Automated,
            Tasks { never: false, sometimes: false, always: true, .. } => Self::Manual,
            Tasks { sometimes: false, always: false, .. } => Self::Unknown,
            _ => Self::Partly,
        }
    }
}

/// Which states occur among the tasks of a stage.
#[derive(Clone, Copy, Default)]
struct Tasks {
    never: bool,
    sometimes: bool,
    always: bool,
    unknown: bool,
}

impl Tasks {
    const fn add(&mut self, by_hand: ByHand) {
        match by_hand {
            ByHand::Never => self.never = true,
            ByHand::Sometimes => self.sometimes = true,
            ByHand::Always => self.always = true,
            ByHand::Unknown => self.unknown = true,
        }
    }

    const fn is_empty(&self) -> bool {
        !(self.never || self.sometimes || self.always || self.unknown)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageState {
    pub stage: StageIx,
    pub automation: Automation,
    /// Its manual tasks, in the model's order. Never empty.
    pub tasks: Vec<TaskState>,
}

/// The lifecycle of one track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageMap {
    /// The stages in order, without those that have no manual task.
    pub stages: Vec<StageState>,
    /// The stages that only questions outside the question set ask about.
    pub not_asked: Vec<StageIx>,
    /// Whether only the essentials were asked.
    pub essentials_only: bool,
}

impl StageMap {
    /// The number of stages known not to be fully automated, out of all stages.
    #[must_use]
    pub fn not_automated(&self) -> Fraction {
        Fraction { part: self.count(Automation::Manual) + self.count(Automation::Partly), of: self.stages.len() }
    }

    /// The number of stages that are automated this far.
    #[must_use]
    pub fn count(&self, automation: Automation) -> usize {
        self.stages.iter().filter(|stage| stage.automation == automation).count()
    }
}

/// The stages of a track with their manual tasks.
#[must_use]
pub fn stage_map(case: Case, track: TrackIx) -> StageMap {
    let model = case.model;
    let mut of_stage: Vec<Vec<TaskState>> = vec![Vec::new(); model.stages().len()];
    let mut has_more = vec![false; model.stages().len()];
    for capability in model.capability_ixs().filter(|&at| model.track_of(at) == track) {
        let Some(manual) = &model.capability(capability).manual else { continue };
        if is_on_map(case, capability) {
            of_stage[manual.stage.index()].push(TaskState { capability, by_hand: by_hand(case, capability) });
        } else {
            has_more[manual.stage.index()] |= case.is_beyond_scope(capability);
        }
    }
    let essentials_only = case.question_set.scope == Scope::Essentials;
    let mut map = StageMap { stages: Vec::new(), not_asked: Vec::new(), essentials_only };
    for (stage, tasks) in model.stage_ixs().zip(of_stage) {
        if !tasks.is_empty() {
            let mut of_all = Tasks::default();
            tasks.iter().for_each(|task| of_all.add(task.by_hand));
            map.stages.push(StageState { stage, automation: Automation::of(&of_all), tasks });
        } else if has_more[stage.index()] {
            map.not_asked.push(stage);
        }
    }
    map
}

/// The automation of each of the model's stages, without tasks, for many teams at once. `None` if a stage is not on
/// the map of this track.
pub(crate) fn automation_by_stage(case: Case, track: TrackIx) -> Vec<Option<Automation>> {
    let model = case.model;
    let mut stages = vec![Tasks::default(); model.stages().len()];
    for capability in model.capability_ixs() {
        if let Some(manual) = &model.capability(capability).manual
            && model.track_of(capability) == track
            && is_on_map(case, capability)
        {
            stages[manual.stage.index()].add(by_hand(case, capability));
        }
    }
    stages.iter().map(|tasks| (!tasks.is_empty()).then(|| Automation::of(tasks))).collect()
}

/// Whether the manual task of a capability is on the map: its question is in scope, or it is outside the question set
/// but answered because a pattern asks about it.
fn is_on_map(case: Case, capability: CapabilityIx) -> bool {
    let is_answered = || case.given(capability).is_some_and(Answer::applies);
    case.in_scope(capability)
        || (case.is_beyond_scope(capability) && is_answered() && asked_by_patterns(case.model)[capability.index()])
}

fn by_hand(case: Case, capability: CapabilityIx) -> ByHand {
    match case.given(capability) {
        Some(Answer::Yes) => ByHand::Never,
        Some(Answer::Partly) => ByHand::Sometimes,
        Some(Answer::No) => ByHand::Always,
        // "Not applicable" is out of scope and never reaches this line.
        Some(Answer::Unknown | Answer::NotApplicable) | None => ByHand::Unknown,
    }
}
