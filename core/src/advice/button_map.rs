//! The push-button map: which steps of the lifecycle still wait for a person to do them.
//!
//! A capability with a [`Button`](crate::model::Button) makes one manual act unnecessary. A step of the lifecycle is as
//! automatic as the buttons on it are gone. Tracks are never mixed: each has a map of its own.

use crate::model::answer::Answer;
use crate::model::{CapabilityIx, StepIx, TrackIx};
use crate::scoring::case::Case;
use crate::scoring::profile::Share;

/// What has become of one manual act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ManualAct {
    /// Nobody does it any more.
    Gone,
    /// Somebody does it now and then.
    Sometimes,
    /// Somebody has to do it.
    Always,
    /// Not answered, or nobody knows.
    Unknown,
}

/// One manual act with the capability that removes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ButtonState {
    /// What makes it unnecessary.
    pub capability: CapabilityIx,
    /// What has become of it.
    pub pressed: ManualAct,
}

/// How a step of the lifecycle runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Automation {
    /// Every button is gone.
    Automatic,
    /// Some are gone and some pressed, or some are pressed only sometimes.
    Partly,
    /// None is gone or pressed only sometimes, and somebody has to press at least one.
    Waits,
    /// At least one is unknown, and as far as known nobody presses any.
    Unknown,
}

impl Automation {
    /// Its name in the page's markup.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Automatic => "automatic",
            Self::Partly => "partly",
            Self::Waits => "waits",
            Self::Unknown => "unknown",
        }
    }

    fn of(buttons: &[ButtonState]) -> Self {
        let any = |pressed: ManualAct| buttons.iter().any(|button| button.pressed == pressed);
        if buttons.iter().all(|button| button.pressed == ManualAct::Gone) {
            Self::Automatic
        } else if !any(ManualAct::Gone) && !any(ManualAct::Sometimes) && any(ManualAct::Always) {
            Self::Waits
        } else if !any(ManualAct::Always) && !any(ManualAct::Sometimes) {
            Self::Unknown
        } else {
            Self::Partly
        }
    }
}

/// One step of the lifecycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepState {
    /// Which step.
    pub step: StepIx,
    /// How it runs.
    pub runs: Automation,
    /// Its buttons in scope, in the model's order; at least one.
    pub buttons: Vec<ButtonState>,
}

/// The lifecycle of one track, from getting data to reacting to production.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ButtonMap {
    /// Its steps in order; those without a button in scope are left out.
    pub steps: Vec<StepState>,
}

impl ButtonMap {
    /// How many steps are known not to be automatic, out of all: those that wait, and those that are automatic in part.
    #[must_use]
    pub fn distance(&self) -> Share {
        Share { part: self.count(Automation::Waits) + self.count(Automation::Partly), of: self.steps.len() }
    }

    /// How many steps run this way.
    #[must_use]
    pub fn count(&self, runs: Automation) -> usize {
        self.steps.iter().filter(|step| step.runs == runs).count()
    }
}

/// The push-button map of a track.
#[must_use]
pub fn button_map(case: Case, track: TrackIx) -> ButtonMap {
    let mut on_step: Vec<Vec<ButtonState>> = vec![Vec::new(); case.model.steps().len()];
    for capability in case.capabilities().filter(|&at| case.model.track_of(at) == track) {
        if let Some(button) = &case.model.capability(capability).button {
            on_step[button.step.index()].push(ButtonState { capability, pressed: pressed(case, capability) });
        }
    }
    let steps = case.model.step_ixs().zip(on_step).filter(|(_, buttons)| !buttons.is_empty());
    ButtonMap {
        steps: steps.map(|(step, buttons)| StepState { step, runs: Automation::of(&buttons), buttons }).collect(),
    }
}

fn pressed(case: Case, capability: CapabilityIx) -> ManualAct {
    match case.answer(capability) {
        Some(Answer::Yes) => ManualAct::Gone,
        Some(Answer::Partly) => ManualAct::Sometimes,
        Some(Answer::No) => ManualAct::Always,
        // "Not applicable" is out of scope and never gets here.
        Some(Answer::Unknown | Answer::NotApplicable) | None => ManualAct::Unknown,
    }
}
