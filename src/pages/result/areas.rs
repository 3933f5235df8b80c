//! The areas: the level of each, what is missing for the next level, and the answers behind every cell.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::components::charts::profile::LevelBadge;
use crate::components::{Blocks, ExternalLink, GivenAnswer, lang_of};
use crate::pages::questions::QuestionNavigation;
use crate::pages::result::PartHeading;
use crate::route::Route;
use crate::state::OpenAssessment;
use crate::state::result::ShownResult;
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, CapabilityIx, Weight};
use mlops_core::report::areas::{area_says, given, lens_table};
use mlops_core::report::levels;
use mlops_core::scoring::profile::{AreaProfile, TrackProfile};
use mlops_core::words;
use mlops_core::words::result as say;

/// The areas of a track, each folded to one line, and the results by lens.
#[component]
pub fn AreaSection(
    result: Arc<ShownResult>,
    track: TrackProfile,
    /// The id of one's own assessment, to link to its questions; `None` for a result from a link.
    own_id: Option<String>,
    /// The title of the track, if there are several tracks.
    track_title: Option<&'static str>,
    id: String,
) -> impl IntoView {
    let lenses = lens_table(result.case(), &track);
    let area = |area| view! { <AreaResult result=Arc::clone(&result) area own_id=own_id.clone()/> };
    view! {
        <section aria-labelledby=id.clone()>
            <PartHeading id=id.clone() track_title>{say::AREA_BY_AREA}</PartHeading>
            {track.areas.into_iter().map(area).collect_view()}
            <details class="more">
                <summary>{say::LENSES}</summary>
                <Blocks blocks=vec![lenses]/>
            </details>
        </section>
    }
}

#[component]
fn AreaResult(result: Arc<ShownResult>, area: AreaProfile, own_id: Option<String>) -> impl IntoView {
    let model = result.model;
    let about = model.area(area.area);
    let (low, high) = (area.range.low, area.range.high);
    let to_questions = own_id.map(|id| {
        let href = Route::Questions { id, area: Some(about.id.clone()) }.href();
        view! { <p><a href=href>{say::questions_on(about)}</a></p> }
    });
    view! {
        <details
            class="area"
            data-area=about.id.as_str()
            data-level=low.to_string()
            data-low=low.to_string()
            data-high=high.to_string()
        >
            <summary>
                <LevelBadge level=low text=words::level_or_range(&area)/>
                <b lang=lang_of(model)>{about.title.as_str()}</b>
                <span class="quiet">{say::to_next(&area)}</span>
            </summary>
            <Blocks blocks=area_says(result.case(), &area)/>
            {to_questions}
        </details>
    }
}

/// The answers behind a cell of the profile.
#[component]
pub fn LevelAnswers(
    result: Arc<ShownResult>,
    /// The row of the cell.
    area: AreaIx,
    /// The column of the cell.
    level: Level,
    /// Whether to link to the questions of the open assessment.
    is_own: bool,
) -> impl IntoView {
    let model = result.model;
    let found = result.profile.area(area).and_then(|area| area.levels.iter().find(|one| one.level == level));
    found.map(|level_result| {
        let answer = |&at: &CapabilityIx| view! { <CheckedAnswer result=Arc::clone(&result) capability=at is_own/> };
        view! {
            <p class="sub">{say::level_state(model, level_result)}</p>
            <Blocks blocks=levels::behind_a_cell(model, area, level)/>
            <ul class="checklist">{level_result.capabilities.iter().map(answer).collect_view()}</ul>
        }
    })
}

/// A question with its answer, note and evidence.
#[component]
fn CheckedAnswer(result: Arc<ShownResult>, capability: CapabilityIx, is_own: bool) -> impl IntoView {
    let about = result.model.capability(capability);
    let kind = (about.weight != Weight::Core).then(|| view! { <span class="noted">{words::kind(about)}</span> });
    let response = result.assessment.responses.get(&about.id).cloned().unwrap_or_default();
    let note = (!response.note.is_empty()).then(|| view! { <span class="noted">{response.note}</span> });
    let date =
        response.evidence_date.map(|day| view! { <span class="noted">{words::questions::evidence_of(day)}</span> });
    let evidence = response.evidence;
    let evidence = (!evidence.is_empty()).then(|| {
        view! { <span class="noted"><ExternalLink href=evidence.clone()>{evidence}</ExternalLink></span> }
    });
    let to_question = is_own.then(|| view! { <ToQuestion capability/> });
    view! {
        <li>
            <GivenAnswer given=given(result.case(), capability) lang=lang_of(result.model)/>
            {kind}
            {note}
            {evidence}
            {date}
            {to_question}
        </li>
    }
}

/// A link to a question of the open assessment.
#[component]
fn ToQuestion(capability: CapabilityIx) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let questions = QuestionNavigation::from_context();
    let about = assessment.model().capability(capability);
    let area = Some(assessment.model().area(about.area).id.clone());
    let href = assessment.id.get_untracked().map(|id| Route::Questions { id, area }.href());
    // The address names only the area; from here the question itself takes the focus.
    let open = move |event: MouseEvent| {
        event.prevent_default();
        questions.open(capability);
    };
    view! {
        <a class="noted" href=href on:click=open>
            {say::TO_QUESTION}
            <span class="sr-only">{words::questions::of_question(about)}</span>
        </a>
    }
}
