//! Which questions are asked: scope and tracks, as native radios and checkboxes.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::element::{Element, el, group};
use mlops_core::model::{Model, TrackIx};
use mlops_core::scoring::case::{Questionnaire, Scope};
use mlops_core::words;
use mlops_core::words::scope as say;

/// How many questions these are, and how long they take.
#[must_use]
pub fn amount(model: &Model, questionnaire: &Questionnaire) -> String {
    let asked: Vec<_> = questionnaire.capabilities(model).collect();
    let seconds = asked.iter().map(|&at| words::seconds_to_answer(model.capability(at))).sum();
    say::amount(asked.len(), seconds)
}

/// Where a choice of questions is read from and where it goes.
#[derive(Clone)]
pub struct Choosing {
    /// Keeps the radios of two of these on one page apart.
    pub name: &'static str,
    /// What is chosen; follows changes.
    pub chosen: Arc<dyn Fn() -> Questionnaire + Send + Sync>,
    /// Takes a new choice.
    pub choose: Arc<dyn Fn(Questionnaire) + Send + Sync>,
}

/// Radios for the scope and checkboxes for the optional tracks.
#[must_use]
pub fn scope_picker(model: &'static Model, choosing: Choosing) -> AnyView {
    let is_optional = |track: &TrackIx| model.track(*track).optional;
    let tracks: Vec<Element> = model.track_ixs().filter(is_optional).map(|at| track(model, at, &choosing)).collect();
    let [core, full] = say::scopes(model);
    let scopes = el("fieldset")
        .class("choices")
        .child(el("legend").child(say::HOW_MANY))
        .child(scope(model, Scope::Core, core, &choosing))
        .child(scope(model, Scope::Full, full, &choosing));
    group().child(scopes).child(tracks).into_any()
}

fn scope(model: &'static Model, scope: Scope, says: &'static str, choosing: &Choosing) -> Element {
    let Choosing { name, chosen, choose } = choosing.clone();
    let shown = Arc::clone(&chosen);
    let alone = amount(model, &Questionnaire::of(model, scope));
    let input = el("input")
        .attr("type", "radio")
        .attr("name", name)
        .attr("value", scope.word())
        .flag("checked", untrack(|| chosen()).scope == scope)
        .checked(move || shown().scope == scope)
        .on("change", move |_| choose(Questionnaire { scope, ..untrack(|| chosen()) }));
    choice(input, words::scope(scope).to_owned(), el("span").class("quiet").child(say::scope(&alone, says)))
}

fn choice(input: Element, name: String, says: Element) -> Element {
    let text = el("span").class("choice-text").child(el("strong").child(name)).child(says);
    el("label").class("choice").child(input).child(text)
}

fn track(model: &'static Model, at: TrackIx, choosing: &Choosing) -> Element {
    let Choosing { chosen, choose, .. } = choosing.clone();
    let (shown, counted) = (Arc::clone(&chosen), Arc::clone(&chosen));
    let toggle = move |_| {
        let asked = untrack(|| chosen());
        let switched = |track: &TrackIx| asked.tracks.contains(track) != (*track == at);
        let tracks = model.track_ixs().filter(switched).collect();
        choose(Questionnaire { tracks, scope: asked.scope });
    };
    let input = el("input")
        .attr("type", "checkbox")
        .id(format!("{}-{}", choosing.name, model.track(at).id))
        .checked(move || shown().tracks.contains(&at))
        .on("change", toggle);
    let areas = model.areas().iter().filter(|area| area.track == at);
    let areas: Vec<String> = areas.map(|area| words::inside(&area.title)).collect();
    let about = words::capitalised(&words::list(&areas));
    let more = move || {
        let alone = Questionnaire { scope: counted().scope, tracks: vec![at] };
        say::track_adds(&about, alone.capabilities(model).count())
    };
    let name = say::ask_about(model.track(at));
    choice(input, name, el("span").class("quiet").reactive_text(more))
}
