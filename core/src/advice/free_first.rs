//! Which step of the lifecycle to free first: the answer to the question what to automate.

use crate::advice::button_map::{Automation, ButtonMap, ManualAct, StepState, button_map};
use crate::advice::next_steps::waits_for_alone;
use crate::model::{CapabilityIx, StepIx, TrackIx};
use crate::scoring::case::Case;

/// The step of the lifecycle to free first, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FreeFirst {
    /// Which step.
    pub step: StepIx,
    /// How it runs today: it waits for a person, or is automatic in part.
    pub runs: Automation,
    /// What makes the manual act unnecessary; the act is its button's.
    pub removed_by: CapabilityIx,
    /// What to begin with: the same, or what it has to wait for.
    pub begin_with: CapabilityIx,
}

/// The step to free first, given the candidates of the track that are answered no or partly, in order.
///
/// Among the steps that wait for a person it is the one whose button the earliest candidate removes, or makes ready to
/// be removed; failing that, the same among those that are automatic in part; failing that, the first that waits.
pub(crate) fn free_first(case: Case, track: TrackIx, ready: &[CapabilityIx]) -> Option<FreeFirst> {
    let map = button_map(case, track);
    let near = |runs| ready.iter().find_map(|&next| near(case, &map, runs, next));
    near(Automation::Waits).or_else(|| near(Automation::Partly)).or_else(|| {
        let step = map.steps.iter().find(|step| step.runs == Automation::Waits)?;
        far(case, step)
    })
}

/// The acts on a step that somebody still has to remember, always or now and then.
fn pressed(step: &StepState) -> impl Iterator<Item = CapabilityIx> {
    let is_pressed = |pressed| matches!(pressed, ManualAct::Always | ManualAct::Sometimes);
    step.buttons.iter().filter(move |button| is_pressed(button.pressed)).map(|button| button.capability)
}

/// The step that runs like this and has a button that `next` removes; otherwise one that `next` makes ready to be removed.
fn near(case: Case, map: &ButtonMap, runs: Automation, next: CapabilityIx) -> Option<FreeFirst> {
    let steps = || map.steps.iter().filter(move |step| step.runs == runs);
    let free = |step: &StepState, removed_by| FreeFirst { step: step.step, runs, removed_by, begin_with: next };
    let held = steps().find_map(|step| pressed(step).find(|&at| at == next).map(|at| free(step, at)));
    held.or_else(|| {
        steps().find_map(|step| pressed(step).find(|&at| waits_for_alone(case, at, next)).map(|at| free(step, at)))
    })
}

/// A step that nothing frees soon: the first thing that one of its acts waits for, directly or not, and that can be begun.
fn far(case: Case, step: &StepState) -> Option<FreeFirst> {
    let mut begin: Option<(CapabilityIx, CapabilityIx)> = None;
    for removed_by in pressed(step) {
        let mut seen = vec![false; case.model.capabilities().len()];
        let mut open = vec![removed_by];
        while let Some(next) = open.pop() {
            for need in case.needs(next).filter(|&need| !case.has(need)) {
                if !std::mem::replace(&mut seen[need.index()], true) {
                    open.push(need);
                    let is_earlier = begin.is_none_or(|(begin_with, _)| need < begin_with);
                    if case.is_ready(need) && is_earlier {
                        begin = Some((need, removed_by));
                    }
                }
            }
        }
    }
    let runs = step.runs;
    begin.map(|(begin_with, removed_by)| FreeFirst { step: step.step, runs, removed_by, begin_with })
}
