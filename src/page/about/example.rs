//! The worked example: a team's results as links that open like anybody's, and what happened in between.

use leptos::prelude::AnyView;

use crate::route::Route;
use crate::ui::control::link;
use crate::ui::element::{Element, el, group};
use mlops_core::link::{Kind, decode};
use mlops_core::model::texts::Example;
use mlops_core::model::{CapabilityIx, Model};
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::profile_of;
use mlops_core::words;
use mlops_core::words::how as say;

/// The example; nothing where the model has none.
#[must_use]
pub fn worked_example(model: &Model) -> Option<AnyView> {
    let example = model.texts().example.as_ref()?;
    let mut rounds = example.rounds.iter().enumerate().map(|(at, payload)| round(model, at + 1, payload));
    let first = rounds.next();
    let about = format!("{}. {}", example.title, example.about);
    let sentences = |of: &[String]| {
        let items: Vec<Element> = of.iter().map(|one| el("li").child(one.clone())).collect();
        (!items.is_empty()).then(|| el("ul").child(items))
    };
    let outcome =
        sentences(&example.outcome).map(|list| group().child(el("h3").child(say::OUTCOME)).child(list).into_any());
    Some(
        group()
            .child(el("h2").id("example").child(say::EXAMPLE))
            .child(el("p").child(about))
            .child(first)
            .child(el("h3").child(say::TAKEN_UP))
            .child(taken_up(model, example))
            .child(sentences(&example.why))
            .child(rounds.collect::<Vec<_>>())
            .child(outcome)
            .into_any(),
    )
}

/// A round: when it was, where the team stood, and the way there.
fn round(model: &Model, number: usize, payload: &str) -> AnyView {
    let opened = decode(model, Kind::Result, payload).ok();
    let verdicts = opened.as_ref().map(|opened| {
        let shared = &opened.shared;
        let profile = profile_of(Case::new(model, &shared.questionnaire, &shared.answers));
        let verdicts = profile.tracks.iter().map(|track| words::verdict(model, track));
        el("p").child(verdicts.collect::<Vec<_>>().join(" "))
    });
    let href = Route::Shared { payload: payload.to_owned() }.href();
    group()
        .child(el("h3").child(say::round(number, opened.as_ref().map(|opened| opened.shared.day))))
        .child(verdicts)
        .child(el("p").child(link(say::open_round(number), href)))
        .into_any()
}

fn taken_up(model: &Model, example: &Example) -> Element {
    let mut list = el("dl").class("rules");
    for (name, steps) in [(say::FIRST, &example.did), (say::THEN, &example.then)] {
        if !steps.is_empty() {
            list = list.child(el("dt").child(name)).child(el("dd").child(names(model, steps)));
        }
    }
    list
}

fn names(model: &Model, steps: &[CapabilityIx]) -> String {
    words::list(&steps.iter().map(|&at| model.capability(at).name()).collect::<Vec<_>>())
}
