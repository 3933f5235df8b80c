//! A plan as a document that can go into a proposal: scope, success criteria, deliverables, and every step in order.

use super::Subject;
use super::advice::details;
use super::assessed::assessed;
use super::document::{Block, Cell, Document, Line};
use super::result::about;
use crate::advice::plan::{Plan, PlanStep, Target, plan, plan_step, targets};
use crate::advice::ranking::INVESTMENT_DAYS;
use crate::assessment::PlanEntry;
use crate::by_id::ById;
use crate::model::CapabilityIx;
use crate::scoring::case::Case;
use crate::scoring::profile::{Profile, TrackProfile, profile_of};
use crate::words;

/// A plan with what it is for.
#[derive(Clone, Debug)]
pub struct Planned {
    /// What each area is to reach.
    pub targets: Vec<Target>,
    /// What it takes.
    pub plan: Plan,
    /// Steps that were chosen although the targets do not ask for them.
    pub beyond: Vec<PlanStep>,
    /// How many people work on it.
    pub people: u32,
}

impl Subject<'_> {
    /// What was decided about a step.
    #[must_use]
    pub fn entry(&self, at: CapabilityIx) -> Option<&PlanEntry> {
        self.assessment?.plan.get(&self.case.model.capability(at).id)
    }

    /// Whether the team means to do this step.
    #[must_use]
    pub fn has_chosen(&self, at: CapabilityIx) -> bool {
        self.entry(at).is_some_and(|entry| entry.chosen)
    }

    /// Where the team would stand with these in place.
    #[must_use]
    pub fn profile_with(&self, taken: &[CapabilityIx]) -> Profile {
        let answers = self.case.answers.with_yes(taken.iter().copied());
        profile_of(self.case.with(&answers))
    }
}

impl Planned {
    /// What it takes in each track, by the targets of the assessment.
    #[must_use]
    pub fn of(subject: &Subject, people: u32) -> Vec<Self> {
        let none = ById::new();
        let chosen = subject.assessment.map_or(&none, |assessment| &assessment.target);
        let of_track = |track: &TrackProfile| {
            let targets = targets(subject.case, track, chosen);
            let plan = plan(subject.case, track, subject.stalls, &targets);
            let is_beyond = |&at: &CapabilityIx| {
                subject.case.model.track_of(at) == track.track
                    && !subject.case.has(at)
                    && subject.has_chosen(at)
                    && plan.steps().all(|step| step.capability != at)
            };
            let beyond =
                subject.case.capabilities().filter(is_beyond).map(|at| plan_step(subject.case, at)).collect();
            Self { targets, plan, beyond, people }
        };
        subject.profile.tracks.iter().map(of_track).collect()
    }

    /// The steps that the team chose; all of them while it has chosen none.
    #[must_use]
    pub fn chosen(&self, subject: &Subject) -> Vec<PlanStep> {
        let planned = self.plan.steps().filter(|step| subject.has_chosen(step.capability));
        let chosen: Vec<PlanStep> = planned.chain(&self.beyond).copied().collect();
        if chosen.is_empty() { self.plan.steps().copied().collect() } else { chosen }
    }
}

/// The plans, one for each track.
#[must_use]
pub fn plan_document(subject: &Subject, plans: &[Planned]) -> Document {
    let mut document = Document { title: format!("Plan: {}", subject.title), blocks: Vec::new() };
    document.heading(1, document.title.clone());
    document.paragraph(Line::plain(about(subject)));
    document.blocks.extend(assessed(subject).map(Block::Paragraph));
    for planned in plans {
        let steps = planned.chosen(subject);
        let track = planned.targets.first().map(|target| subject.case.model.area(target.area).track);
        if let Some(track) = track.filter(|_| plans.len() > 1) {
            document.heading(2, subject.case.model.track(track).title.clone());
        }
        scope(subject, planned, &steps, &mut document);
        if steps.is_empty() {
            continue;
        }
        let line = |text: fn(Case, CapabilityIx) -> &str| {
            steps.iter().map(|step| Line::plain(text(subject.case, step.capability))).collect::<Vec<_>>()
        };
        document.heading(2, "Deliverables");
        document.list(line(|case, at| &case.model.capability(at).next.deliverable));
        document.heading(2, "Success criteria");
        document.list(line(|case, at| &case.model.capability(at).next.done_when));
        waves(subject, planned, &steps, &mut document);
    }
    if let Some(link) = subject.link {
        document.paragraph(Line::plain("The result behind this plan: ").linked(link, link));
    }
    document
}

fn scope(subject: &Subject, planned: &Planned, steps: &[PlanStep], document: &mut Document) {
    let model = subject.case.model;
    document.heading(2, "Scope");
    let Planned { targets, plan, people, .. } = planned;
    document.paragraph(Line::plain(words::advice::scope_statement(model, targets, plan, *people)));
    let assumptions = assumptions(subject, planned, steps);
    if plan.steps().any(|step| !steps.contains(step)) {
        let chosen = words::count(steps.len(), "step is", "steps are");
        document.paragraph(Line::plain(format!("{chosen} chosen, and only these follow.")));
    }
    let taken: Vec<CapabilityIx> = steps.iter().map(|step| step.capability).collect();
    let after = subject.profile_with(&taken);
    let row = |target: &Target| {
        let low = |profile: &Profile| profile.area(target.area).map(words::level).unwrap_or_default();
        vec![
            Cell::from(model.area(target.area).title.clone()),
            Cell::from(low(subject.profile)),
            Cell::from(low(&after)),
            Cell::from(target.to.to_string()),
        ]
    };
    let heads = ["Area", "Today", "As planned", "Target"].map(str::to_owned).to_vec();
    let rows = targets.iter().map(row).collect();
    let track = targets.first().map(|target| model.area(target.area).track);
    let track = track.map(|track| model.track(track).title.as_str()).unwrap_or_default();
    let caption = format!("{track}: levels today and as planned");
    document.blocks.push(Block::Table { caption, heads, rows });
    if !steps.is_empty() {
        document.heading(2, "Assumptions");
        document.list(assumptions);
    }
}

/// What the figures rest on, and what is not in them.
fn assumptions(subject: &Subject, planned: &Planned, steps: &[PlanStep]) -> Vec<Line> {
    let model = subject.case.model;
    let mut lines = vec![Line::plain(words::advice::EFFORT_NOTE)];
    if steps.iter().any(|step| step.find_out) {
        lines.push(Line::plain(words::advice::OPEN_NOTE));
    }
    let asks_less = subject.profile.tracks.iter().any(|track| {
        track.essentials_only && planned.targets.iter().any(|target| model.area(target.area).track == track.track)
    });
    if asks_less {
        lines.push(Line::plain(words::advice::ESSENTIALS_NOTE));
    }
    let is_investment = |step: &&PlanStep| model.capability(step.capability).next.effort.max > INVESTMENT_DAYS;
    let (large, small): (Vec<&PlanStep>, Vec<&PlanStep>) = steps.iter().partition(is_investment);
    let names = |steps: &[&PlanStep]| {
        words::list(&steps.iter().map(|step| model.capability(step.capability).name()).collect::<Vec<_>>())
    };
    for (is_investment, steps) in [(false, &small), (true, &large)] {
        if !steps.is_empty() {
            lines.push(Line::named(&words::advice::size(is_investment), &format!("{}.", names(steps))));
        }
    }
    lines
}

fn waves(subject: &Subject, planned: &Planned, steps: &[PlanStep], document: &mut Document) {
    let waves = planned.plan.waves.iter().enumerate().map(|(at, wave)| (format!("Wave {}", at + 1), wave));
    for (title, wave) in waves.chain([("Beyond the targets".to_owned(), &planned.beyond)]) {
        let wave: Vec<&PlanStep> = wave.iter().filter(|step| steps.contains(step)).collect();
        if !wave.is_empty() {
            document.heading(2, title);
        }
        for step in wave {
            step_blocks(subject, step, document);
        }
    }
}

fn step_blocks(subject: &Subject, step: &PlanStep, document: &mut Document) {
    let capability = subject.case.model.capability(step.capability);
    document.heading(3, capability.name());
    document.paragraph(Line::plain(capability.next.action.clone()));
    let mut lines = details(subject.case, step.capability, &words::advice::half_days(step.effort));
    if let Some(entry) = subject.entry(step.capability) {
        if !entry.owner.is_empty() {
            lines.push(Line::named_foreign(words::export::OWNER, &entry.owner));
        }
        if let Some(due) = entry.due {
            lines.push(Line::named(words::export::DUE, &words::day(due)));
        }
    }
    document.list(lines);
}
