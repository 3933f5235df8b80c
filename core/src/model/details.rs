//! What a model has on each capability besides its question: evidence, needs, the manual task, the next step.

use crate::fault::Faults;
use crate::json::Node;
use crate::model::draft::{Ids, Names};
use crate::model::file::optional;
use crate::model::{Capability, CapabilityIx, Effort, ManualTask, Model, Next, StageIx};

#[derive(Clone, Debug)]
pub(super) struct DetailsDraft {
    evidence: Vec<String>,
    examples: Vec<String>,
    /// Ids of capabilities.
    needs: Vec<String>,
    /// The id of a stage, and the task.
    manual: Option<(String, String)>,
    basis: String,
    next: Next,
}

#[derive(Clone, Debug)]
pub(super) struct Details {
    evidence: Vec<String>,
    examples: Vec<String>,
    needs: Vec<CapabilityIx>,
    manual: Option<ManualTask>,
    basis: String,
    next: Next,
}

impl DetailsDraft {
    /// Reads the details of a capability in a file.
    pub(super) fn read(node: &Node) -> Self {
        Self {
            evidence: node.field("evidence").texts(),
            examples: node.field("examples").texts(),
            needs: node.field("needs").texts(),
            manual: node.maybe("manual").map(|manual| (manual.field("stage").text(), manual.field("task").text())),
            basis: optional(node, "basis"),
            next: next(&node.field("next")),
        }
    }

    /// Checks the details. Too many examples, unknown references, and a lowest effort above the highest are faults.
    pub(super) fn check(self, path: &str, ids: &Ids, stages: &Names, faults: &mut Faults) -> Details {
        if self.examples.len() > 3 {
            let found = self.examples.len();
            faults.add(format!("{path}.examples"), format!("expected at most three examples, found {found}"));
        }
        for (name, Effort { min, max }) in [("effort", self.next.effort), ("per_model", self.next.per_model)] {
            if min > max {
                let path = format!("{path}.next.{name}");
                faults.add(path, format!("expected the lower end first, found {min} before {max}"));
            }
        }
        let manual = self.manual.map(|(stage, task)| {
            let stage = StageIx::new(stages.find(&stage, &format!("{path}.manual.stage"), faults));
            ManualTask { stage, task }
        });
        Details {
            evidence: self.evidence,
            examples: self.examples,
            needs: ids.capabilities_named(&self.needs, &format!("{path}.needs"), faults),
            manual,
            basis: self.basis,
            next: self.next,
        }
    }
}

impl Details {
    /// Stores the details in a capability.
    pub(super) fn add_to(self, capability: &mut Capability) {
        let Self { evidence, examples, needs, manual, basis, next } = self;
        capability.evidence = evidence;
        capability.examples = examples;
        capability.needs = needs;
        capability.manual = manual;
        capability.basis = basis;
        capability.next = next;
    }
}

fn next(node: &Node) -> Next {
    Next {
        action: node.field("action").text(),
        deliverable: node.field("deliverable").text(),
        done_when: node.field("done_when").text(),
        effort: effort(&node.field("effort")),
        per_model: node.maybe("per_model").map(|days| effort(&days)).unwrap_or_default(),
    }
}

fn effort(node: &Node) -> Effort {
    let ends: Vec<u32> = node.items().iter().map(|end| end.number(0..=10_000)).collect();
    match ends[..] {
        [min, max] => Effort { min, max },
        _ => {
            node.fault("expected two numbers of person-days, the lower first");
            Effort::default()
        }
    }
}

/// A need has to be of the same track and not of a higher level. No capability may need itself, directly or
/// indirectly.
pub(super) fn check_needs(details: &[Details], questions: &Model, has_level: &[bool], faults: &mut Faults) {
    let capabilities = questions.capabilities();
    // In a questionnaire with faults an area may be missing.
    let track = |capability: &Capability| questions.areas().get(capability.area.index()).map(|area| area.track);
    let are_known =
        |one: usize, other: usize| has_level.get(one) == Some(&true) && has_level.get(other) == Some(&true);
    for (at, (capability, details)) in capabilities.iter().zip(details).enumerate() {
        for (need_at, need) in details.needs.iter().enumerate() {
            let Some(needed) = capabilities.get(need.index()) else { continue };
            if track(needed) != track(capability) {
                let path = format!("$.capabilities[{at}].needs[{need_at}]");
                faults.add(path, format!("\"{}\" is of another track than what needs it", needed.id));
            }
            if needed.level > capability.level && are_known(at, need.index()) {
                let path = format!("$.capabilities[{at}].needs[{need_at}]");
                let (own, other) = (capability.level, needed.level);
                let message =
                    format!("\"{}\" is at level {other}, above the level {own} of what needs it", needed.id);
                faults.add(path, message);
            }
        }
    }
    // Removes capabilities whose needs are all removed. What remains is in a cycle, or depends on one.
    let mut waits_for: Vec<usize> = details.iter().map(|one| one.needs.len()).collect();
    waits_for.resize(capabilities.len(), 0);
    let mut needed_by = vec![Vec::new(); capabilities.len()];
    for (at, details) in details.iter().enumerate() {
        for need in &details.needs {
            needed_by[need.index()].push(at);
        }
    }
    let mut ready: Vec<usize> = (0..capabilities.len()).filter(|&at| waits_for[at] == 0).collect();
    while let Some(at) = ready.pop() {
        for &next in &needed_by[at] {
            waits_for[next] -= 1;
            if waits_for[next] == 0 {
                ready.push(next);
            }
        }
    }
    for (at, capability) in capabilities.iter().enumerate().filter(|(at, _)| waits_for[*at] > 0) {
        let message = format!("\"{}\" needs itself, directly or through what it needs", capability.id);
        faults.add(format!("$.capabilities[{at}].needs"), message);
    }
}
