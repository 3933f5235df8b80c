//! The start page as somebody new sees it.
//!
//! `index.html` holds this very markup before the program has come, which takes it over: nothing moves, and what was done there
//! counts.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::address;
use crate::page::missing::main_heading;
use crate::page::profile::{small_area, stands};
use crate::page::scope_picker::{Choosing, scope_picker};
use crate::route::{Route, Start, parameter};
use crate::state::Session;
use crate::ui::control::{input, labelled, link, on_enter};
use crate::ui::element::{Element, el};
use mlops_core::model::Model;
use mlops_core::model::level::Level;
use mlops_core::scoring::case::{Questionnaire, Scope};
use mlops_core::scoring::profile::Range;
use mlops_core::words;
use mlops_core::words::start as say;

/// Keeps the choices of this form apart from those of others.
const FORM: &str = "begin";

/// Everything that somebody new sees first.
#[must_use]
pub fn home_opening(session: Session) -> AnyView {
    let model = session.model;
    let (title, lead) =
        if model.is_built_in() { (say::HEADING, say::LEAD) } else { (model.title(), say::LEAD_OTHER) };
    let left = el("div")
        .child(main_heading(title))
        .child(el("p").class("lead").child(lead))
        .child(begin(session).class("begin is-first"))
        .child(
            el("ul")
                .class("facts")
                .child(el("li").child(say::PRIVATE))
                .child(el("li").child(say::PAUSE))
                .child(el("li").child(say::EXPLAINED)),
        );
    let right = model.is_built_in().then(|| example(model));
    el("div").class("opening").child(left).child(right).into_any()
}

/// The form that begins an assessment.
#[must_use]
pub fn begin(session: Session) -> Element {
    let model = session.model;
    let embedded = parameter(&address::query(), "embed").as_deref().and_then(Scope::from_word);
    let asked = RwSignal::new(Questionnaire::of(model, embedded.unwrap_or_default()));
    let (title, about) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let start = move || {
        let asked = asked.get();
        let tracks = asked.tracks.iter().map(|&track| model.track(track).id.clone()).collect();
        Route::Start(Start { scope: asked.scope, tracks, title: title.get(), about: about.get(), invitation: None })
    };
    let choosing = Choosing {
        name: FORM,
        chosen: Arc::new(move || asked.get()),
        choose: Arc::new(move |changed| asked.set(changed)),
    };
    let go = move || address::go(&untrack(start).to_string());
    let name = input("text", "120", move || title.get(), move |typed| title.set(typed));
    let what = input("text", "200", move || about.get(), move |typed| about.set(typed));
    let what = what.attr("placeholder", say::ABOUT_HINT);
    el("div")
        .child(scope_picker(model, choosing))
        .child(labelled(say::TEAM, on_enter(name, go)))
        .child(labelled(say::ABOUT, on_enter(what, go)))
        .child(
            // A link, so that it works before the program is here.
            link(say::START, untrack(start).href()).prop("href", move || start().href()).class("button is-primary"),
        )
}

/// What one gets, shown: the result of the worked example after its second round, in short.
fn example(model: &'static Model) -> Element {
    let mut areas = el("ul").class("small-profile");
    for (area, level) in model.area_ixs().zip(say::EXAMPLE_LEVELS) {
        let level = Level::new(level).unwrap_or_default();
        let range = Range { low: level, high: level };
        areas = areas.child(small_area(model, area, stands(range, level.to_string(), words::range(range))));
    }
    let mut told = el("dl");
    for (name, says) in say::EXAMPLE_STEPS {
        told = told.child(el("dt").child(name)).child(el("dd").child(says));
    }
    el("section")
        .class("example")
        .attr("aria-labelledby", "example")
        .child(el("h2").id("example").child(say::EXAMPLE))
        .child(el("p").class("verdict").child(say::EXAMPLE_VERDICT))
        .child(areas)
        .child(told)
        .child(el("p").class("quiet").child(say::EXAMPLE_OF))
}
