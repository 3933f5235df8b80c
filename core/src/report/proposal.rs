//! The part of a plan that makes it a proposal: the assumptions of its figures, what they exclude, and the steps by
//! size, so that nobody takes an investment for a quick win.

use super::Subject;
use super::document::{Document, Line};
use super::plan::TrackPlan;
use crate::advice::effort::HalfDays;
use crate::advice::plan::PlanStep;
use crate::link::about;
use crate::model::CapabilityIx;
use crate::model::answer::Answer;
use crate::words::{self, advice, plan as say, plan::Size};

/// Writes the steps by size, the assumptions, and the exclusions.
pub fn write(subject: &Subject, planned: &TrackPlan, document: &mut Document) {
    let steps: Vec<PlanStep> = planned.selected_or_all().steps().copied().collect();
    let steps = steps.as_slice();
    let total = effort(steps.iter());
    document.paragraph(Line::plain(say::total(steps.len(), &advice::person_days(total))));
    for size in Size::ALL {
        by_size(subject, size, steps, document);
    }
    document.heading(2, say::ASSUMPTIONS);
    document.list(assumptions(subject, planned, steps));
    document.heading(2, say::EXCLUSIONS);
    document.list(exclusions(subject, planned));
    let not_selected: Vec<Line> = planned
        .plan
        .steps()
        .filter(|step| !steps.contains(step))
        .map(|step| Line::plain(subject.case.model.capability(step.capability).name()))
        .collect();
    if !not_selected.is_empty() {
        document.heading(3, say::NOT_SELECTED);
        document.list(not_selected);
    }
}

fn effort<'a>(steps: impl Iterator<Item = &'a PlanStep>) -> HalfDays {
    steps.fold(HalfDays::default(), |sum, step| sum.plus(step.effort))
}

fn by_size(subject: &Subject, size: Size, steps: &[PlanStep], document: &mut Document) {
    let of_size: Vec<&PlanStep> =
        steps.iter().filter(|step| Size::of(subject.case, step.capability) == size).collect();
    if of_size.is_empty() {
        return;
    }
    document.heading(2, size.title());
    let line = |step: &&PlanStep| {
        let name = subject.case.model.capability(step.capability).name();
        Line::plain(name).quietly(format!(": {}", advice::person_days(step.effort)))
    };
    document.list(of_size.iter().map(line).collect());
    if of_size.len() > 1 {
        let together = advice::person_days(effort(of_size.into_iter()));
        document.paragraph(Line::plain(say::together(&together)));
    }
}

/// What the figures are based on.
fn assumptions(subject: &Subject, planned: &TrackPlan, steps: &[PlanStep]) -> Vec<Line> {
    let about = subject.assessment.map(about).unwrap_or_default();
    let mut lines = if about.is_empty() {
        vec![Line::plain(say::MODELS_UNSAID)]
    } else {
        vec![Line::named_foreign(words::result::ASSESSED, &about), Line::plain(say::MODELS_SAID)]
    };
    lines.push(Line::plain(advice::effort_note(subject.case.models)));
    lines.push(Line::plain(say::people(planned.people)));
    lines.push(Line::plain(say::WAVES));
    let open = subject.case.capabilities().filter(|&at| subject.case.is_open(at)).count();
    let answers = Line::plain(say::OWN_ANSWERS);
    lines.push(if open > 0 { answers.then(format!(" {}", say::open(open))) } else { answers });
    if steps.iter().any(|step| step.find_out) {
        lines.push(Line::plain(advice::OPEN_NOTE));
    }
    if steps.iter().any(|step| subject.case.given(step.capability) == Some(Answer::Partly)) {
        lines.push(Line::plain(advice::PARTLY_NOTE));
    }
    let left_out = planned.left_out(subject.case);
    if !left_out.is_empty() {
        lines.push(Line::plain(words::plan::left_out(subject.case.model, &left_out)));
    }
    if subject.profile.tracks.iter().any(|one| one.essentials_only && one.track == planned.track) {
        lines.push(Line::plain(advice::ESSENTIALS_NOTE));
    }
    lines
}

/// What the figures do not include.
fn exclusions(subject: &Subject, planned: &TrackPlan) -> Vec<Line> {
    let case = subject.case;
    let model = case.model;
    let mut lines = Vec::new();
    let mut exclude = |name: &str, of: Vec<String>| {
        if !of.is_empty() {
            lines.push(Line::named(name, &format!("{}.", words::list(&of))));
        }
    };
    let name = |at: CapabilityIx| model.capability(at).name().to_owned();
    let other_tracks = model.track_ixs().filter(|track| !case.question_set.tracks.contains(track));
    exclude(say::NOT_ASSESSED, other_tracks.map(|track| model.track(track).title.clone()).collect());
    let does_not_apply = model
        .capability_ixs()
        .filter(|&at| case.answer(at) == Some(Answer::NotApplicable) && model.track_of(at) == planned.track);
    exclude(say::NOT_APPLICABLE, does_not_apply.map(name).collect());
    let stays = planned.targets.iter().filter(|target| target.to <= target.from);
    exclude(say::STAYS, stays.map(|target| model.area(target.area).title.clone()).collect());
    lines.push(Line::plain(say::NEVER_COUNTED));
    lines
}
