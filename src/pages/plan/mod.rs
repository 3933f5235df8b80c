//! The plan: target levels, steps in waves, what the selected steps would change, and exports.
//!
//! The selected steps are the plan and also the "what if", and every export follows the selection. Selecting a step
//! redraws only what depends on it; the list of steps stays.

mod export_menu;
mod settings;
mod step;
mod what_if;

use leptos::prelude::*;

use crate::components::charts::drawing::{Drawing, Picture};
use crate::components::charts::plan;
use crate::components::{
    Blocks, Disclosure, EXPORT_POPOVER, LiveText, PageHeading, Popover, PopoverButton, RedrawOnChange, SaveIndicator,
    SaveNotices, after_saving, save_status,
};
use crate::pages::plan::export_menu::PlanExports;
use crate::pages::plan::settings::{PeopleField, Targets};
use crate::pages::plan::step::{PlanStepItem, StepTexts};
use crate::pages::plan::what_if::{WhatIf, WhatIfPanel};
use crate::route::Route;
use crate::state::{Library, OpenAssessment, follow, now};
use mlops_core::advice::plan::PlanStep;
use mlops_core::model::TrackIx;
use mlops_core::report::Subject;
use mlops_core::report::document::{Block, Line};
use mlops_core::report::plan::{TrackPlan, not_planned_lines, plan_document, together};
use mlops_core::report::result::about;
use mlops_core::words::{self, pages, plan as say};

/// The plan of the open assessment.
#[component]
pub fn PlanPage(id: String) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let what_if = Memo::new(move |_| assessment.with_subject(WhatIf::of).unwrap_or_default());
    let heading =
        Memo::new(move |_| assessment.with_subject(|subject| say::heading(subject.title)).unwrap_or_default());
    let about = Memo::new(move |_| assessment.with_subject(about).unwrap_or_default());
    let tracks =
        Memo::new(move |_| assessment.profile.with(|profile| profile.tracks.iter().map(|one| one.track).collect()));
    view! {
        <PlanBar id what_if/>
        <SaveNotices/>
        <div class="plan-head">
            <div>
                <PageHeading><LiveText text=heading/></PageHeading>
                <p class="quiet"><LiveText text=about/></p>
            </div>
            <PeopleField/>
        </div>
        <RedrawOnChange value=move || tracks.get() let:tracks>
            <TrackPlans tracks what_if/>
        </RedrawOnChange>
        <Disclosure class="more plan-picture" summary=|| say::PICTURE><PlanPicture/></Disclosure>
        <Disclosure class="more plan-proposal" summary=|| say::PROPOSAL><Proposal/></Disclosure>
        <Popover id=EXPORT_POPOVER label=pages::EXPORT><PlanExports/></Popover>
    }
}

/// The bar that stays visible, with what the selected steps add up to.
#[component]
fn PlanBar(id: String, what_if: Memo<WhatIf>) -> impl IntoView {
    let library = expect_context::<Library>();
    let summary = Memo::new(move |_| what_if.with(|what_if| what_if.summary.clone()));
    let status = after_saving(library, move || say::status(&summary.get(), save_status(library)));
    view! {
        <div class="bar is-plan">
            <a href=Route::Result { id }.href() class="button">{pages::RESULT}</a>
            <p class="in-short" aria-hidden="true"><LiveText text=summary/></p>
            <SaveIndicator announced=false/>
            <PopoverButton popover=EXPORT_POPOVER>{pages::EXPORT}</PopoverButton>
            // Announced once per selected step, together with the save status.
            <p class="sr-only" role="status"><LiveText text=Signal::derive(status)/></p>
        </div>
    }
}

#[component]
fn TrackPlans(tracks: Vec<TrackIx>, what_if: Memo<WhatIf>) -> impl IntoView {
    let is_one_of_several = tracks.len() > 1;
    tracks.into_iter().map(|track| view! { <TrackPlanView track is_one_of_several what_if/> }).collect_view()
}

#[component]
fn TrackPlanView(track: TrackIx, is_one_of_several: bool, what_if: Memo<WhatIf>) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let title = assessment.model().track(track).title.as_str();
    let statement = Memo::new(move |_| {
        let text = assessment.with_subject(|subject| {
            let TrackPlan { targets, plan, people, .. } = planned(subject, track)?;
            Some(say::scope_statement(assessment.model(), &targets, &plan, people))
        });
        text.flatten().unwrap_or_default()
    });
    view! {
        <section class="track" aria-label=title>
            {is_one_of_several.then(|| view! { <h2>{title}</h2> })}
            <Targets track/>
            <p class="statement" role="status"><LiveText text=statement/></p>
            <div class="plan-columns">
                <WhatIfPanel track what_if/>
                <div class="plan-list"><Waves track/></div>
            </div>
        </section>
    }
}

fn planned(subject: &Subject, track: TrackIx) -> Option<TrackPlan> {
    TrackPlan::of(subject).into_iter().find(|planned| planned.track == track)
}

/// The steps that can begin together.
#[derive(Clone)]
struct Wave {
    title: String,
    /// Beside the title.
    note: &'static str,
    steps: Vec<(PlanStep, StepTexts)>,
}

/// The steps by wave, and last the selected steps that no target needs.
fn waves(subject: &Subject, planned: &TrackPlan) -> Vec<Wave> {
    let texts = |step: &PlanStep| (*step, StepTexts::of(subject, step));
    let wave = |(title, note), steps: &[PlanStep]| Wave { title, note, steps: steps.iter().map(texts).collect() };
    let waves = planned.plan.waves.iter().enumerate().map(|(at, steps)| wave(say::wave(at + 1), steps));
    let beyond = Some(&planned.beyond).filter(|beyond| !beyond.is_empty());
    let beyond = beyond.map(|steps| wave((say::BEYOND.to_owned(), say::BEYOND_SAYS), steps));
    waves.chain(beyond).collect()
}

/// The content of the list of steps.
#[derive(Clone, Default)]
struct PlanList {
    waves: Vec<Wave>,
    /// Steps of the result that the plan does not contain, each with the reason.
    not_planned: Vec<Line>,
    /// The number of models that the efforts are for.
    models: u32,
}

impl PlanList {
    fn of(subject: &Subject, planned: &TrackPlan) -> Self {
        let not_planned = not_planned_lines(subject.case, planned);
        Self { waves: waves(subject, planned), not_planned, models: subject.case.models }
    }
}

/// The list of steps. It follows the answers and the targets, but not the selection and the number of people, which
/// do not change it.
#[component]
fn Waves(track: TrackIx) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let model = assessment.model();
    let select = move |ids: &[String], is_selected: bool| {
        assessment.change(|open| {
            for id in ids {
                open.decide(id, now(), |entry| entry.selected = is_selected);
            }
        });
    };
    let listed = move || {
        follow(assessment.answers);
        follow(assessment.question_set);
        follow(assessment.target);
        follow(assessment.models);
        let list = |subject: &Subject| planned(subject, track).map(|planned| PlanList::of(subject, &planned));
        untrack(|| assessment.with_subject(list)).flatten().unwrap_or_default()
    };
    let heading = move |waves: &[Wave]| {
        let steps = waves.iter().flat_map(|wave| &wave.steps);
        let ids: Vec<String> = steps.map(|(step, _)| model.capability(step.capability).id.clone()).collect();
        let all = ids.clone();
        view! {
            <div class="plan-steps-head">
                <h3>{say::STEPS}</h3>
                <div class="actions">
                    <button type="button" on:click=move |_| select(&all, true)>{say::SELECT_ALL}</button>
                    <button type="button" on:click=move |_| select(&ids, false)>{say::CLEAR_SELECTION}</button>
                </div>
            </div>
        }
    };
    let wave = |Wave { title, note, steps }: Wave| {
        let step = |(step, texts): (PlanStep, StepTexts)| view! { <PlanStepItem step texts/> };
        view! {
            <section class="wave">
                <h4>{title} <span class="quiet">{format!(" {note}")}</span></h4>
                <ul class="plan-steps">{steps.into_iter().map(step).collect_view()}</ul>
            </section>
        }
    };
    let list = move |PlanList { waves, not_planned, models }: PlanList| {
        (!waves.is_empty()).then(|| {
            let not_planned = (!not_planned.is_empty()).then(|| {
                view! {
                    <h4>{say::NOT_PLANNED}</h4>
                    <Blocks blocks=vec![Block::List(not_planned)]/>
                }
            });
            view! {
                {heading(&waves)}
                {waves.into_iter().map(wave).collect_view()}
                {not_planned}
                <p class="quiet">{words::advice::effort_note(models)}</p>
            }
        })
    };
    view! { <RedrawOnChange value=listed let:steps>{list(steps)}</RedrawOnChange> }
}

/// The selected steps as a picture.
#[component]
fn PlanPicture() -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let drawing = Memo::new(move |_| assessment.with_subject(plan_drawing));
    let picture = |drawing: Option<Drawing>| {
        drawing.map(|drawing| view! { <Picture drawing class="chart plan-chart" scrolls=true/> })
    };
    view! { <RedrawOnChange value=move || drawing.get() let:drawing>{picture(drawing)}</RedrawOnChange> }
}

/// The selected steps of all tracks as a picture.
fn plan_drawing(subject: &Subject) -> Drawing {
    let planned = TrackPlan::of(subject);
    plan::drawing(subject.case, &together(planned.iter().map(TrackPlan::selected_or_all)))
}

/// The plan as text for a proposal.
#[component]
fn Proposal() -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let blocks = Memo::new(move |_| {
        let document = assessment.with_subject(|subject| plan_document(subject, &TrackPlan::of(subject)));
        // The title and the line about the assessment are on the page already.
        document.map(|document| document.blocks.into_iter().skip(2).collect::<Vec<_>>()).unwrap_or_default()
    });
    view! {
        <RedrawOnChange value=move || blocks.get() let:blocks>
            <Blocks blocks/>
        </RedrawOnChange>
    }
}
