//! The worked example: the results of one team as ordinary links, and what the team did between them.

use leptos::prelude::*;

use crate::route::Route;
use mlops_core::link::{LinkKind, decode};
use mlops_core::model::{CapabilityIx, Model};
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::profile_of;
use mlops_core::words;
use mlops_core::words::about as say;

/// The example; nothing if the questionnaire has none.
#[component]
pub fn WorkedExample(model: &'static Model) -> impl IntoView {
    let example = model.texts().example.as_ref()?;
    let mut rounds = (1..).zip(&example.rounds).map(|(number, payload)| view! { <Round model number payload/> });
    let first = rounds.next();
    let steps = [(say::FIRST, &example.did), (say::THEN, &example.then)];
    let steps = steps.into_iter().filter(|(_, steps)| !steps.is_empty()).map(|(name, steps)| {
        view! {
            <dt>{name}</dt>
            <dd>{names(model, steps)}</dd>
        }
    });
    let outcome = (!example.outcome.is_empty()).then(|| view! { <h3>{say::OUTCOME}</h3> });
    Some(view! {
        <h2 id="example">{say::EXAMPLE}</h2>
        <p>{format!("{}. {}", example.title, example.about)}</p>
        {first}
        <h3>{say::TAKEN_UP}</h3>
        <dl class="rules">{steps.collect_view()}</dl>
        <Sentences sentences=&example.why/>
        {rounds.collect_view()}
        {outcome}
        <Sentences sentences=&example.outcome/>
    })
}

/// A list of sentences; nothing if there are none.
#[component]
fn Sentences(sentences: &'static [String]) -> impl IntoView {
    let item = |sentence: &'static String| view! { <li>{sentence.as_str()}</li> };
    (!sentences.is_empty()).then(|| view! { <ul>{sentences.iter().map(item).collect_view()}</ul> })
}

/// A round of the example: its date, the levels of the team, and a link to the whole result.
#[component]
fn Round(model: &'static Model, number: usize, payload: &'static str) -> impl IntoView {
    let opened = decode(model, LinkKind::Result, payload).ok();
    let verdicts = opened.as_ref().map(|opened| {
        let shared = &opened.shared;
        let profile = profile_of(Case::new(model, &shared.question_set, &shared.answers));
        let verdicts: Vec<String> = profile.tracks.iter().map(|track| words::verdict(model, track)).collect();
        view! { <p>{verdicts.join(" ")}</p> }
    });
    let href = Route::SharedResult { payload: payload.to_owned() }.href();
    view! {
        <h3>{say::round(number, opened.map(|opened| opened.shared.day))}</h3>
        {verdicts}
        <p><a href=href>{say::open_round(number)}</a></p>
    }
}

fn names(model: &Model, capabilities: &[CapabilityIx]) -> String {
    words::list(&capabilities.iter().map(|&at| model.capability(at).name()).collect::<Vec<_>>())
}
