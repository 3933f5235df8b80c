//! The choice of the question set and of the optional tracks.

use leptos::prelude::*;

use crate::components::LiveText;
use crate::state::OpenAssessment;
use mlops_core::model::{Model, TrackIx};
use mlops_core::scoring::case::{QuestionSet, Scope};
use mlops_core::words;
use mlops_core::words::start as say;

/// The number of questions and the time to answer them, in words.
#[must_use]
pub fn questions_and_minutes(model: &Model, question_set: &QuestionSet) -> String {
    let asked: Vec<_> = question_set.capabilities(model).collect();
    let seconds = asked.iter().map(|&at| words::quantity::seconds_to_answer(model.capability(at))).sum();
    say::amount(asked.len(), seconds)
}

/// Radio buttons for the question set, and a checkbox for each optional track.
#[component]
pub fn ScopePicker(
    /// The `name` of the radio buttons. Two pickers on one page need two names.
    name: &'static str,
    #[prop(into)] chosen: Signal<QuestionSet>,
    /// Called with the new choice.
    #[prop(into)]
    on_choose: Callback<QuestionSet>,
) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let [essentials, full] = say::scope_contents(model);
    let optional = model.track_ixs().filter(|&track| model.track(track).optional);
    let tracks = optional.map(|track| view! { <TrackChoice name track chosen on_choose/> }).collect_view();
    view! {
        <fieldset class="choices">
            <legend>{say::HOW_MANY}</legend>
            <ScopeChoice name scope=Scope::Essentials about=essentials chosen on_choose/>
            <ScopeChoice name scope=Scope::Full about=full chosen on_choose/>
        </fieldset>
        {tracks}
    }
}

#[component]
fn ScopeChoice(
    name: &'static str,
    scope: Scope,
    about: &'static str,
    chosen: Signal<QuestionSet>,
    on_choose: Callback<QuestionSet>,
) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let alone = questions_and_minutes(model, &QuestionSet::of(model, scope));
    let choose = move |_| on_choose.run(QuestionSet { scope, ..chosen.get_untracked() });
    view! {
        <label class="choice">
            <input
                type="radio"
                name=name
                value=scope.word()
                // The attribute is for the prerendered page, where the person can choose before the program sets
                // properties.
                checked=chosen.with_untracked(|chosen| chosen.scope == scope)
                prop:checked=move || chosen.with(|chosen| chosen.scope == scope)
                on:change=choose
            />
            <span class="choice-text">
                <strong>{words::scope(scope)}</strong>
                <span class="quiet">{say::amount_and_contents(&alone, about)}</span>
            </span>
        </label>
    }
}

#[component]
fn TrackChoice(
    name: &'static str,
    track: TrackIx,
    chosen: Signal<QuestionSet>,
    on_choose: Callback<QuestionSet>,
) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let areas: Vec<String> =
        model.areas().iter().filter(|area| area.track == track).map(|area| area.title.clone()).collect();
    let areas = words::list(&areas);
    let adds = move || {
        let alone = QuestionSet { scope: chosen.with(|chosen| chosen.scope), tracks: vec![track] };
        say::track_adds(&areas, alone.capabilities(model).count())
    };
    let toggle = move |_| {
        let QuestionSet { scope, tracks } = chosen.get_untracked();
        // In the order of the questionnaire, not in the order of the choices.
        let tracks = model.track_ixs().filter(|one| tracks.contains(one) != (*one == track)).collect();
        on_choose.run(QuestionSet { scope, tracks });
    };
    view! {
        <label class="choice">
            <input
                type="checkbox"
                id=format!("{name}-{}", model.track(track).id)
                prop:checked=move || chosen.with(|chosen| chosen.tracks.contains(&track))
                on:change=toggle
            />
            <span class="choice-text">
                <strong>{say::ask_about(model.track(track))}</strong>
                <span class="quiet">
                    <LiveText text=Signal::derive(adds)/>
                </span>
            </span>
        </label>
    }
}
