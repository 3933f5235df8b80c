//! The first screen of a result: the overall level, the profile, what to automate first, what to start now and what
//! to plan ahead.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::charts::profile::{LevelProfile, ProfileLegend, alt, rows};
use crate::components::{Blocks, LineText, lang_of, step_id};
use crate::pages::result::areas::LevelAnswers;
use crate::pages::result::steps::ListedStep;
use crate::route::Route;
use crate::state::result::ShownResult;
use crate::state::{Navigation, OpenAssessment};
use mlops_core::advice::automate_first::AutomateFirst;
use mlops_core::advice::next_steps::{Advice, List, NextStep};
use mlops_core::advice::plan::CheapestLift;
use mlops_core::model::AreaIx;
use mlops_core::model::level::Level;
use mlops_core::report::advice;
use mlops_core::report::areas::profile_table;
use mlops_core::report::document::Line;
use mlops_core::scoring::profile::TrackProfile;
use mlops_core::words;
use mlops_core::words::result as say;

/// The first screen for one track.
#[component]
pub fn FirstScreen(
    result: Arc<ShownResult>,
    track: TrackProfile,
    /// The recommended steps of the track.
    advice: Arc<Advice>,
    /// The plan that lifts the overall level by one with the least effort, and the sentence about it; `None` if there
    /// is no such plan.
    cheapest_lift: Option<(Line, Arc<CheapestLift>)>,
    /// The id of one's own assessment; `None` for a result from a link.
    own_id: Option<String>,
    heading_id: String,
) -> impl IntoView {
    let is_own = own_id.is_some();
    let areas: Vec<AreaIx> = track.areas.iter().map(|area| area.area).collect();
    let lift = cheapest_lift.map(|(line, lift)| {
        let press = own_id.clone().map(|id| view! { " " <PlanLift id areas lift/> });
        view! { <p><LineText line/>{press}</p> }
    });
    let guards = result
        .with_subject(|subject| advice::guards_partly(subject.case, &track))
        .map(|line| view! { <p><LineText line/></p> });
    // Without any answer, there is only one thing to do.
    let first_question = own_id
        .filter(|_| result.case().answered().part == 0)
        .map(|id| Route::Questions { id, area: None }.href())
        .map(|href| view! { <div class="actions"><a href=href class="button is-primary">{say::TO_FIRST_QUESTION}</a></div> });
    let first = advice.automate_first.as_ref();
    let first = first.map(|first| view! { <AutomateFirstCard result=Arc::clone(&result) first=*first/> });
    let has_steps = !advice.start_now.is_empty() || advice.plan_ahead.is_some();
    let no_investment = advice.no_investment_yet.then(|| {
        let line = advice::no_investment_yet();
        view! { <section data-list=List::PlanAhead.word()><p><LineText line/></p></section> }
    });
    let near_level = track.near_miss.as_ref().map(|near| near.level.to_string());
    let near_count = track.near_miss.as_ref().map(|near| near.capabilities.len().to_string());
    let has_areas = !track.areas.is_empty();
    let so_far = advice.so_far;
    let cards = |list, steps: &[NextStep]| {
        let steps = result.with_subject(|subject| steps.iter().map(|step| ListedStep::of(subject, step)).collect());
        view! { <StepCards list so_far steps lang=lang_of(result.model)/> }
    };
    view! {
        <div class="answer-first">
            <h2 class="verdict" id=heading_id data-near-level=near_level data-near-count=near_count>
                {words::verdict(result.model, &track)}
            </h2>
            {lift}
            {guards}
            {first_question}
            <div class="hero">
                {has_areas.then(|| view! { <div><Profile result=Arc::clone(&result) track is_own/></div> })}
                {first}
            </div>
            <div class="todo">
                {cards(List::StartNow, &advice.start_now)}
                {cards(List::PlanAhead, advice.plan_ahead.as_slice())}
            </div>
            {no_investment}
            {has_steps.then(|| view! { <p class="quiet">{words::advice::steps_note(result.case().models)}</p> })}
        </div>
    }
}

/// Sets the targets of the plan to the cheapest lift, and opens the plan.
#[component]
fn PlanLift(
    id: String,
    /// The areas of the track.
    areas: Vec<AreaIx>,
    lift: Arc<CheapestLift>,
) -> impl IntoView {
    let (assessment, navigation) = (expect_context::<OpenAssessment>(), expect_context::<Navigation>());
    let label = words::advice::plan_for(&lift);
    let plan = move |_| {
        assessment.set_targets(&areas, lift.target);
        navigation.navigate(&Route::Plan { id: id.clone() });
    };
    view! { <button type="button" class="in-text plan-lift" on:click=plan>{label}</button> }
}

/// The profile of a track with its legend, and the same as a table.
#[component]
fn Profile(result: Arc<ShownResult>, track: TrackProfile, is_own: bool) -> impl IntoView {
    let model = result.model;
    let rows = rows(result.case(), &track, &result.assessment.target);
    let table = profile_table(result.case(), &track);
    let panel = Callback::new(move |(area, level): (AreaIx, Level)| {
        view! { <LevelAnswers result=Arc::clone(&result) area level is_own/> }.into_any()
    });
    view! {
        <LevelProfile model rows=rows.clone() alt=alt(model, &track) panel/>
        <ProfileLegend rows/>
        <details class="table-twin">
            <summary>{say::AS_TABLE}</summary>
            <Blocks blocks=vec![table]/>
        </details>
    }
}

/// The stage of the lifecycle to automate first.
#[component]
fn AutomateFirstCard(result: Arc<ShownResult>, first: AutomateFirst) -> impl IntoView {
    let [stage, task, removed_by] = advice::automate_first(result.case(), &first);
    let model = result.model;
    view! {
        <section class="free" data-automate-first=model.stage(first.stage).id.as_str()>
            <h3>{words::advice::AUTOMATE_FIRST}</h3>
            <p class="free-step" lang=lang_of(model)><LineText line=stage/></p>
            <p><LineText line=task/></p>
            <p><LineText line=removed_by/></p>
        </section>
    }
}

/// A list of steps as cards; nothing if it is empty.
#[component]
fn StepCards(list: List, so_far: bool, steps: Vec<ListedStep>, lang: Option<String>) -> impl IntoView {
    let card = |step: ListedStep| {
        view! {
            <li class="step" id=step_id(&step.id) data-next=step.id.clone() data-class=step.class>
                <h4 lang=lang.clone()>{step.name}</h4>
                <p><LineText line=step.in_brief/></p>
                <details class="more">
                    <summary>{say::WHY}</summary>
                    <Blocks blocks=step.blocks/>
                </details>
            </li>
        }
    };
    (!steps.is_empty()).then(|| {
        view! {
            <section>
                <h3>{words::advice::list_heading(list, so_far)}</h3>
                <ul class="steps" data-list=list.word()>{steps.into_iter().map(card).collect_view()}</ul>
            </section>
        }
    })
}
