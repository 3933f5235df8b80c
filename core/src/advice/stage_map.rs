//! What is still manual: how far each stage of the lifecycle is automated.
//!
//! A capability with a [`ManualTask`](crate::model::ManualTask) makes that task unnecessary. Tracks are never mixed: each
//! has a map of its own.

use crate::advice::patterns::asked_by_patterns;
use crate::model::answer::Answer;
use crate::model::{CapabilityIx, StageIx, TrackIx};
use crate::scoring::case::{Case, Scope};
use crate::scoring::profile::Share;

/// How often somebody still does a manual task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByHand {
    /// It is no longer needed.
    Never,
    /// It is sometimes done by hand.
    Sometimes,
    /// It is done by hand.
    Always,
    /// Not answered, or "don't know".
    Unknown,
}

/// A manual task with the capability that removes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaskState {
    /// What makes it unnecessary.
    pub capability: CapabilityIx,
    /// How often it is still done.
    pub by_hand: ByHand,
}

/// How far a stage of the lifecycle is automated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Automation {
    /// None of its tasks is needed any longer.
    Automated,
    /// Some tasks are needed and some not, or some only sometimes.
    Partly,
    /// At least one task is done by hand, and none is known to be needed less than always.
    Manual,
    /// At least one task is not known, and none is known to be done by hand.
    Unknown,
}

impl Automation {
    /// All of them, the most automated first.
    pub const ALL: [Self; 4] = [Self::Automated, Self::Partly, Self::Manual, Self::Unknown];

    /// Its name in the page's markup.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Automated => "automated",
            Self::Partly => "partly",
            Self::Manual => "manual",
            Self::Unknown => "unknown",
        }
    }

    /// Of a stage with at least one task.
    const fn of(tasks: &Tasks) -> Self {
        match tasks {
            Tasks { sometimes: false, always: false, unknown: false, .. } => Self::Automated,
            Tasks { never: false, sometimes: false, always: true, .. } => Self::Manual,
            Tasks { sometimes: false, always: false, .. } => Self::Unknown,
            _ => Self::Partly,
        }
    }
}

/// How often the tasks of a stage are still done: each way that occurs.
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

/// A stage of the lifecycle with its manual tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageState {
    /// Which stage.
    pub stage: StageIx,
    /// How far it is automated.
    pub automation: Automation,
    /// Its manual tasks, in the model's order; at least one.
    pub tasks: Vec<TaskState>,
}

/// The lifecycle of one track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageMap {
    /// Its stages in order; those without a manual task are left out.
    pub stages: Vec<StageState>,
    /// The stages that only questions beyond the scope ask about.
    pub not_asked: Vec<StageIx>,
    /// Whether only the essentials were asked.
    pub essentials_only: bool,
}

impl StageMap {
    /// How many stages are known not to be fully automated, out of all.
    #[must_use]
    pub fn not_automated(&self) -> Share {
        Share { part: self.count(Automation::Manual) + self.count(Automation::Partly), of: self.stages.len() }
    }

    /// How many stages are automated this far.
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
    let essentials_only = case.questionnaire.scope == Scope::Essentials;
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

/// How far each stage is automated, by the model's stages; none where a stage is not on the map of this track. The map
/// without its tasks, for many teams at once.
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

/// Whether the task that a capability makes unnecessary is on the map: its question is asked, or a pattern asks it and it
/// is answered although it is beyond the scope.
fn is_on_map(case: Case, capability: CapabilityIx) -> bool {
    let is_answered = || !matches!(case.given(capability), None | Some(Answer::NotApplicable));
    case.in_scope(capability)
        || (case.is_beyond_scope(capability) && is_answered() && asked_by_patterns(case.model)[capability.index()])
}

fn by_hand(case: Case, capability: CapabilityIx) -> ByHand {
    match case.given(capability) {
        Some(Answer::Yes) => ByHand::Never,
        Some(Answer::Partly) => ByHand::Sometimes,
        Some(Answer::No) => ByHand::Always,
        // "Not applicable" is out of scope and never gets here.
        Some(Answer::Unknown | Answer::NotApplicable) | None => ByHand::Unknown,
    }
}
