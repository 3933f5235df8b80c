//! What the selected steps would change: levels, effort, weeks, manual work, mismatches.
//!
//! A selection has to be visible within one frame on a slow machine, and most of that time is the browser's layout of
//! new text. So the changes are computed first, and only texts that differ are drawn.

use leptos::prelude::*;

use crate::components::charts::{Legend, LegendEntry};
use crate::components::{LiveText, RedrawOnChange, lang_of};
use crate::state::OpenAssessment;
use mlops_core::advice::patterns::{self, FiredPattern, fired_patterns};
use mlops_core::advice::plan::Plan;
use mlops_core::advice::stage_map::{Automation, stage_map};
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, CapabilityIx, TrackIx};
use mlops_core::report::Subject;
use mlops_core::report::plan::{TrackPlan, gains, together};
use mlops_core::scoring::profile::{AreaProfile, Profile, Range, profile_of};
use mlops_core::words::{self, plan as say};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct WhatIf {
    /// The sum of the changes in one line.
    pub summary: String,
    tracks: Vec<TrackWhatIf>,
}

#[derive(Clone, Debug, PartialEq)]
struct TrackWhatIf {
    track: TrackIx,
    levels: Vec<LevelChange>,
    /// How far each stage of the map would be automated.
    stages: Vec<Automation>,
    /// The effort of the selected steps.
    effort: String,
    duration: String,
    /// What the selected steps depend on that is neither in place nor selected.
    left_out: String,
    manual_work: String,
    mismatches: String,
}

/// The level of an area today and as planned.
#[derive(Clone, Debug, PartialEq)]
struct LevelChange {
    area: AreaIx,
    today: Level,
    planned: Range,
    text: String,
    spoken: String,
}

impl WhatIf {
    /// What the selected steps of an assessment would change.
    #[must_use]
    pub fn of(subject: &Subject) -> Self {
        let plans = TrackPlan::of(subject);
        let selected: Vec<CapabilityIx> =
            plans.iter().flat_map(|planned| planned.selected.steps()).map(|step| step.capability).collect();
        let answers = subject.case.answers.with_yes(selected.iter().copied());
        let case = subject.case.with(&answers);
        let profile = profile_of(case);
        let remaining = fired_patterns(case);
        let gained = |planned: &TrackPlan| -> usize {
            let gains = gains(planned, subject.profile, &profile);
            gains.iter().map(|(_, from, to)| usize::from(to.number() - from.number())).sum()
        };
        let effort = together(plans.iter().map(|planned| &planned.selected)).effort;
        let listed = plans.iter().map(|planned| planned.listed().count()).sum();
        let summary = say::selection(selected.len(), listed, effort, plans.iter().map(gained).sum());
        let of_track = |planned: &TrackPlan| {
            let track = planned.track;
            let (today, after) = (stage_map(subject.case, track), stage_map(case, track));
            let left_out = planned.left_out(subject.case);
            let [effort, duration] = effort_and_duration(&planned.selected, planned.people);
            TrackWhatIf {
                track,
                levels: level_changes(subject.profile, &profile, track),
                stages: after.stages.iter().map(|stage| stage.automation).collect(),
                effort,
                duration,
                left_out: if left_out.is_empty() { String::new() } else { say::left_out(case.model, &left_out) },
                manual_work: say::manual_stages(case.model, &today, &after),
                mismatches: say::mismatches(&titles(subject.patterns, track), &titles(&remaining, track)),
            }
        };
        Self { summary, tracks: plans.iter().map(of_track).collect() }
    }
}

fn effort_and_duration(selected: &Plan, people: u32) -> [String; 2] {
    if selected.is_empty() {
        return [say::NONE_SELECTED.to_owned(), String::new()];
    }
    [say::sum(selected), format!("{}.", words::capitalised(&say::takes(selected, people)))]
}

fn titles<'m>(fired: &[FiredPattern<'m>], track: TrackIx) -> Vec<&'m str> {
    let mismatches = patterns::of_track(fired, track).into_iter().filter(|fired| fired.is_mismatch());
    mismatches.map(|fired| fired.pattern.title.as_str()).collect()
}

fn level_changes(today: &Profile, planned: &Profile, track: TrackIx) -> Vec<LevelChange> {
    let areas = planned.tracks.iter().filter(|one| one.track == track).flat_map(|track| &track.areas);
    let change = |planned: &AreaProfile| {
        let today = today.area(planned.area)?;
        Some(LevelChange {
            area: planned.area,
            today: today.range.low,
            planned: planned.range,
            text: words::result::from_to(&words::level_or_range(today), &words::level_or_range(planned)),
            spoken: say::from_to_aloud(&words::level_or_range_aloud(today), &words::level_or_range_aloud(planned)),
        })
    };
    areas.filter_map(change).collect()
}

/// What the selected steps of a track would change.
#[component]
pub fn WhatIfPanel(track: TrackIx, what_if: Memo<WhatIf>) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let heading = say::what_if_of(assessment.model().track(track));
    let text = move |class: &'static str, text: fn(&TrackWhatIf) -> &String| {
        let text = of_track(what_if, track, text);
        view! {
            <p class=class hidden=move || text.with(String::is_empty)><LiveText text/></p>
        }
    };
    let levels = of_track(what_if, track, |one| &one.levels);
    let stages = of_track(what_if, track, |one| &one.stages);
    let marks = Memo::new(move |_| {
        levels.with(|levels| [levels.iter().any(LevelChange::has_gained), levels.iter().any(LevelChange::has_plus)])
    });
    let legend = |[has_gained, has_plus]: [bool; 2]| {
        let gained = has_gained.then(|| (LegendEntry::Mark("key is-gained"), say::GAINED.to_owned()));
        let plus = has_plus.then(|| (LegendEntry::Text("+"), words::result::mark::PLUS.to_owned()));
        view! { <Legend entries=gained.into_iter().chain(plus).collect()/> }
    };
    view! {
        <section class="what-if" aria-label=heading>
            <h3>{say::WHAT_IF}</h3>
            {text("sum", |one| &one.effort)}
            {text("quiet", |one| &one.duration)}
            {text("left-out", |one| &one.left_out)}
            <RedrawOnChange value=move || levels.get() let:levels>
                <LevelChanges levels/>
            </RedrawOnChange>
            <RedrawOnChange value=move || marks.get() let:marks>{legend(marks)}</RedrawOnChange>
            <RedrawOnChange value=move || stages.get() let:stages>
                <StageStrip stages/>
            </RedrawOnChange>
            {text("manual-work", |one| &one.manual_work)}
            {text("mismatches", |one| &one.mismatches)}
        </section>
    }
}

/// A part of what would change in a track.
fn of_track<T>(what_if: Memo<WhatIf>, track: TrackIx, part: fn(&TrackWhatIf) -> &T) -> Memo<T>
where
    T: Clone + Default + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| {
        what_if.with(|what_if| {
            let found = what_if.tracks.iter().find(|one| one.track == track);
            found.map(|one| part(one).clone()).unwrap_or_default()
        })
    })
}

impl LevelChange {
    fn has_gained(&self) -> bool {
        self.today < self.planned.low
    }

    fn has_plus(&self) -> bool {
        self.text.contains('+')
    }

    /// The class of the pip of a level.
    fn pip(&self, level: Level) -> String {
        if level <= self.today.min(self.planned.low) {
            format!("pip l{level}")
        } else if level <= self.planned.low {
            format!("pip l{level} is-gained")
        } else if level <= self.planned.high {
            "pip is-open".to_owned()
        } else {
            "pip".to_owned()
        }
    }
}

/// The levels as bars with a pip for each level. Levels that the selected steps add are framed.
#[component]
fn LevelChanges(levels: Vec<LevelChange>) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let item = |change: LevelChange| {
        let area = model.area(change.area);
        let pip = |level| view! { <i class=change.pip(level)></i> };
        view! {
            <li
                data-area=area.id.as_str()
                data-today=change.today.to_string()
                data-planned=change.planned.low.to_string()
                data-planned-low=change.planned.low.to_string()
                data-planned-high=change.planned.high.to_string()
            >
                <span lang=lang_of(model)>{area.title.as_str()}</span>
                <span class="pips" aria-hidden="true">{Level::ASKED.map(pip).collect_view()}</span>
                <b aria-hidden="true">{change.text}</b>
                <span class="sr-only">{change.spoken}</span>
            </li>
        }
    };
    view! { <ul class="plan-bars">{levels.into_iter().map(item).collect_view()}</ul> }
}

/// The map of manual work as one row of fields. The text below it says the same.
#[component]
fn StageStrip(stages: Vec<Automation>) -> impl IntoView {
    let stage = |(at, automation): (usize, Automation)| {
        view! { <span class=format!("is-{}", automation.word())>{at + 1}</span> }
    };
    (!stages.is_empty()).then(|| {
        view! {
            <p class="strip" aria-hidden="true">{stages.into_iter().enumerate().map(stage).collect_view()}</p>
        }
    })
}
