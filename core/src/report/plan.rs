//! A plan as a document for a proposal: scope, success criteria, deliverables, and every step in order.

use super::Subject;
use super::advice::details;
use super::assessed::assessed;
use super::document::{Block, Cell, Document, Line};
use super::proposal;
use super::result::about;
use crate::advice::next_steps::Advice;
use crate::advice::plan::{
    NotPlanned, PEOPLE, Plan, PlanStep, Target, in_waves, not_planned, plan, plan_step, targets,
};
use crate::assessment::PlanEntry;
use crate::by_id::ById;
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx, TrackIx};
use crate::order;
use crate::scoring::case::Case;
use crate::scoring::profile::{Profile, TrackProfile, profile_of};
use crate::words;

/// The plan of a track with its targets and the selection.
#[derive(Clone, Debug)]
pub struct TrackPlan {
    pub track: TrackIx,
    pub targets: Vec<Target>,
    /// The steps to the targets.
    pub plan: Plan,
    /// Selected steps that the targets do not need.
    pub beyond: Vec<PlanStep>,
    /// Steps that the result names first but the plan does not contain, with the reason.
    pub not_planned: Vec<(CapabilityIx, NotPlanned)>,
    /// The plan of the selected steps, including those beyond the targets; empty if none is selected.
    pub selected: Plan,
    /// Whether a step is selected in this track or in another one.
    pub is_any_selected: bool,
    /// The number of people who work on it.
    pub people: u32,
}

impl Subject<'_> {
    /// The decisions on a step.
    #[must_use]
    pub fn entry(&self, at: CapabilityIx) -> Option<&PlanEntry> {
        self.assessment?.plan.get(&self.case.model.capability(at).id)
    }

    /// The number of people who work on the plan.
    #[must_use]
    pub fn people(&self) -> u32 {
        self.assessment.and_then(|assessment| assessment.people).unwrap_or(PEOPLE).max(1)
    }

    /// Whether a step is selected.
    #[must_use]
    pub fn has_selected(&self, at: CapabilityIx) -> bool {
        self.entry(at).is_some_and(|entry| entry.selected)
    }

    /// The profile with these capabilities in place.
    #[must_use]
    pub fn profile_with(&self, taken: &[CapabilityIx]) -> Profile {
        let answers = self.case.answers.with_yes(taken.iter().copied());
        profile_of(self.case.with(&answers))
    }
}

impl TrackPlan {
    /// The plan of each track, by the targets, the selection and the number of people in the assessment.
    #[must_use]
    pub fn of(subject: &Subject) -> Vec<Self> {
        let mut all: Vec<Self> = subject.profile.tracks.iter().map(|track| Self::of_track(subject, track)).collect();
        let is_any_selected = all.iter().any(|planned| !planned.selected.is_empty());
        for planned in &mut all {
            planned.is_any_selected = is_any_selected;
        }
        all
    }

    fn of_track(subject: &Subject, track: &TrackProfile) -> Self {
        let case = subject.case;
        let none = ById::new();
        let chosen = subject.assessment.map_or(&none, |assessment| &assessment.target);
        let targets = targets(case, track, subject.patterns, chosen);
        let plan = plan(case, track, subject.patterns, &targets);
        let is_selected =
            |&at: &CapabilityIx| case.model.track_of(at) == track.track && !case.has(at) && subject.has_selected(at);
        let selected: Vec<CapabilityIx> = case.capabilities().filter(is_selected).collect();
        let is_beyond = |at: &&CapabilityIx| plan.steps().all(|step| step.capability != **at);
        let beyond = selected.iter().filter(is_beyond).map(|&at| plan_step(case, at)).collect();
        let selected = in_waves(case, track, subject.patterns, selected);
        let not_planned = not_planned(case, &Advice::of(case, track, subject.patterns), &plan, &targets);
        Self {
            track: track.track,
            targets,
            plan,
            beyond,
            not_planned,
            selected,
            is_any_selected: false,
            people: subject.people(),
        }
    }

    /// All steps that can be selected.
    pub fn listed(&self) -> impl Iterator<Item = &PlanStep> {
        self.plan.steps().chain(&self.beyond)
    }

    /// The selected steps; if none is selected in any track, all steps that the targets need.
    #[must_use]
    pub fn selected_or_all(&self) -> &Plan {
        if self.is_any_selected { &self.selected } else { &self.plan }
    }

    /// Whether the selection differs from the steps that the targets need.
    fn differs(&self) -> bool {
        !self.beyond.is_empty() || self.selected_or_all().steps().count() < self.plan.steps().count()
    }

    /// What the selected steps depend on that is neither in place nor selected, in the model's order.
    #[must_use]
    pub fn left_out(&self, case: Case) -> Vec<CapabilityIx> {
        let is_selected = |at: CapabilityIx| self.selected.steps().any(|step| step.capability == at);
        let needs = self.selected.steps().flat_map(|step| case.needs(step.capability));
        let mut left: Vec<CapabilityIx> = needs.filter(|&at| !case.has(at) && !is_selected(at)).collect();
        order::sort_by_key(&mut left, |at| at.index());
        left.dedup();
        left
    }
}

/// The plans of several tracks as one, wave by wave.
pub fn together<'p>(plans: impl Iterator<Item = &'p Plan>) -> Plan {
    let mut all = Plan::default();
    for plan in plans {
        all.waves.resize_with(all.waves.len().max(plan.waves.len()), Vec::new);
        for (wave, steps) in all.waves.iter_mut().zip(&plan.waves) {
            wave.extend(steps);
        }
        all.effort = all.effort.plus(plan.effort);
        all.chain = all.chain.or_longer(plan.chain);
    }
    all
}

/// A document with the plans of all tracks.
#[must_use]
pub fn plan_document(subject: &Subject, plans: &[TrackPlan]) -> Document {
    let mut document = Document { title: words::plan::heading(subject.title), blocks: Vec::new() };
    document.heading(1, document.title.clone());
    document.paragraph(Line::plain(about(subject)));
    document.blocks.extend(assessed(subject).map(Block::Paragraph));
    for planned in plans {
        if plans.len() > 1 {
            document.heading(2, subject.case.model.track(planned.track).title.clone());
        }
        scope(subject, planned, &mut document);
        let chosen = planned.selected_or_all();
        if chosen.is_empty() {
            continue;
        }
        proposal::write(subject, planned, &mut document);
        let line = |text: fn(Case, CapabilityIx) -> &str| {
            chosen.steps().map(|step| Line::plain(text(subject.case, step.capability))).collect::<Vec<_>>()
        };
        document.heading(2, words::plan::DELIVERABLES);
        document.list(line(|case, at| &case.model.capability(at).next.deliverable));
        document.heading(2, words::plan::SUCCESS);
        document.list(line(|case, at| &case.model.capability(at).next.done_when));
        for (at, wave) in chosen.waves.iter().enumerate() {
            document.heading(2, words::plan::wave(at + 1).0);
            for step in wave {
                step_blocks(subject, step, &mut document);
            }
        }
        let lines = not_planned_lines(subject.case, planned);
        if !lines.is_empty() {
            document.heading(2, words::plan::NOT_PLANNED);
            document.list(lines);
        }
    }
    if let Some(link) = subject.link {
        document.paragraph(Line::plain(words::plan::RESULT_BEHIND).linked(link, link));
    }
    document
}

fn scope(subject: &Subject, planned: &TrackPlan, document: &mut Document) {
    let model = subject.case.model;
    document.heading(2, words::plan::SCOPE);
    let TrackPlan { targets, plan, people, .. } = planned;
    let taken: Vec<CapabilityIx> = planned.selected_or_all().steps().map(|step| step.capability).collect();
    let after = subject.profile_with(&taken);
    let statement = if planned.differs() {
        words::plan::selection_and_gains(model, planned, &gains(planned, subject.profile, &after))
    } else {
        words::plan::scope_statement(model, targets, plan, *people)
    };
    document.paragraph(Line::plain(statement));
    let row = |target: &Target| {
        let low = |profile: &Profile| profile.area(target.area).map(words::level_or_unknown).unwrap_or_default();
        vec![
            Cell::from(model.area(target.area).title.clone()),
            Cell::from(low(subject.profile)),
            Cell::from(low(&after)),
            Cell::from(target.to.to_string()),
        ]
    };
    let heads = words::plan::LEVEL_HEADS.map(str::to_owned).to_vec();
    let rows = targets.iter().map(row).collect();
    let caption = words::plan::levels_of(&model.track(planned.track).title);
    document.blocks.push(Block::Table { caption, heads, rows });
}

/// The steps that the result names first but the plan does not contain, each with the reason.
#[must_use]
pub fn not_planned_lines(case: Case, planned: &TrackPlan) -> Vec<Line> {
    let line = |&(at, reason): &(CapabilityIx, NotPlanned)| {
        Line::named(case.model.capability(at).name(), words::plan::not_planned(reason))
    };
    planned.not_planned.iter().map(line).collect()
}

/// The areas that the plan lifts: the level today and the level after it.
#[must_use]
pub fn gains(planned: &TrackPlan, today: &Profile, after: &Profile) -> Vec<(AreaIx, Level, Level)> {
    let gain = |target: &Target| {
        let low = |profile: &Profile| profile.area(target.area).map(|area| area.range.low);
        let (from, to) = (low(today)?, low(after)?);
        (from < to).then_some((target.area, from, to))
    };
    planned.targets.iter().filter_map(gain).collect()
}

fn step_blocks(subject: &Subject, step: &PlanStep, document: &mut Document) {
    let capability = subject.case.model.capability(step.capability);
    document.heading(3, capability.name());
    document.paragraph(Line::plain(capability.next.action.clone()));
    let mut lines = details(subject.case, step.capability);
    if let Some(entry) = subject.entry(step.capability) {
        if !entry.owner.is_empty() {
            lines.push(Line::named_foreign(words::report::OWNER, &entry.owner));
        }
        if let Some(due) = entry.due {
            lines.push(Line::named(words::report::DUE, &words::day(due)));
        }
    }
    document.list(lines);
}
