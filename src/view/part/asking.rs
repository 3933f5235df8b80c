//! Which questions are asked: scope and tracks, as native radios and checkboxes.

use leptos::prelude::*;

use crate::codec::words;
use crate::domain::case::{Questionnaire, Scope};
use crate::domain::model::{Model, TrackIx};

/// How many questions these are, and how long they take.
#[must_use]
pub fn amount(model: &Model, questionnaire: &Questionnaire) -> String {
    let asked: Vec<_> = questionnaire.capabilities(model).collect();
    let seconds = asked.iter().map(|&at| words::seconds_to_answer(model.capability(at))).sum();
    format!("{}, {}", words::count(asked.len(), "question", "questions"), words::minutes(seconds))
}

/// Radios for the scope and checkboxes for the optional tracks. `name` keeps two of these on one page apart.
pub fn asking(
    model: &'static Model,
    name: &'static str,
    value: impl Fn() -> Questionnaire + Copy + Send + Sync + 'static,
    change: impl Fn(Questionnaire) + Copy + Send + Sync + 'static,
) -> AnyView {
    let scopes = [
        (Scope::Core, "What Microsoft's own model asks."),
        (Scope::Full, "Adds practices from Google, the ML Test Score and other catalogues."),
    ];
    let scope = move |(scope, says): (Scope, &'static str)| {
        let alone = Questionnaire::of(model, scope);
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=name
                    value=scope.word()
                    checked=move || value().scope == scope
                    prop:checked=move || value().scope == scope
                    on:change=move |_| change(Questionnaire { scope, ..value() })
                />
                <span class="choice-text">
                    <strong>{words::scope(scope)}</strong>
                    <span class="quiet">{amount(model, &alone)}". "{says}</span>
                </span>
            </label>
        }
    };
    let is_optional = |track: &TrackIx| model.track(*track).optional;
    let tracks: Vec<_> = model.track_ixs().filter(is_optional).map(|at| track(model, at, value, change)).collect();
    view! {
        <fieldset class="choices">
            <legend>"How many questions?"</legend>
            {scopes.map(scope)}
        </fieldset>
        {tracks}
    }
    .into_any()
}

fn track(
    model: &'static Model,
    at: TrackIx,
    value: impl Fn() -> Questionnaire + Copy + Send + Sync + 'static,
    change: impl Fn(Questionnaire) + Copy + Send + Sync + 'static,
) -> AnyView {
    let is_on = move || value().tracks.contains(&at);
    let toggle = move |_| {
        let asked = value();
        let switched = |track: &TrackIx| asked.tracks.contains(track) != (*track == at);
        let tracks = model.track_ixs().filter(switched).collect();
        change(Questionnaire { tracks, scope: asked.scope });
    };
    let more = move || {
        let alone = Questionnaire { scope: value().scope, tracks: vec![at] };
        format!("{} more, scored apart.", alone.capabilities(model).count())
    };
    let areas = model.areas().iter().filter(|area| area.track == at);
    let areas: Vec<String> = areas.map(|area| words::inside(&area.title)).collect();
    view! {
        <label class="choice">
            <input type="checkbox" checked=is_on prop:checked=is_on on:change=toggle/>
            <span class="choice-text">
                <strong>{format!("Ask about {} too", model.track(at).title)}</strong>
                <span class="quiet">{words::capitalised(&words::list(&areas))}": "{more}</span>
            </span>
        </label>
    }
    .into_any()
}
