//! The start page: what this is, a way to begin, and everything saved in this browser.
//!
//! `index.html` shows the same opening before WebAssembly has loaded; `tests/shell.rs` holds the two together.

pub mod unlisted;

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{address, page};
use crate::page::missing::main_heading;
use crate::page::profile::small_profile;
use crate::page::saving::{offer_file, saving_trouble};
use crate::page::scope_picker::{Choosing, amount, asking};
use crate::route::{Route, Start, parameter};
use crate::state::Session;
use crate::state::late_part::LatePart;
use crate::state::library::StoredEntry;
use crate::ui::control::{actions, button, button_link, field, link, on_enter};
use crate::ui::element::{Element, el, group, nothing, reactive};
use mlops_core::assessment::Assessment;
use mlops_core::scoring::case::{Case, Questionnaire, Scope};
use mlops_core::scoring::profile::profile_of;
use mlops_core::words;

/// The start page.
#[must_use]
pub fn home_page(session: Session) -> AnyView {
    group()
        .child(opening(session))
        .child(saving_trouble(session))
        .child(go_on(session))
        .child(begin(session))
        .child(saved(session))
        .child(reactive(move || {
            if let LatePart::Loaded(later) = session.late_part.get() { (later.apart)(session) } else { nothing() }
        }))
        .child(open_file(session))
        .into_any()
}

/// What it is, how long it takes, and where the answers stay.
fn opening(session: Session) -> AnyView {
    let model = session.model;
    let essentials = amount(model, &Questionnaire::of(model, Scope::Core));
    let fact = |words: String| el("li").child(words);
    let (title, levels) = if model.is_built_in() {
        ("MLOps Maturity Assessment", " on Microsoft's five MLOps maturity levels")
    } else {
        (model.title(), "")
    };
    group()
        .child(main_heading(title))
        .child(
            el("p")
                .class("lead")
                .child(format!("Find out where your team stands{levels}, why, and what to do next.")),
        )
        .child(
            el("ul")
                .class("facts")
                .child(fact(format!("{essentials}; pause and come back whenever you like.")))
                .child(fact("Your answers stay in this browser. No account, nothing is sent anywhere.".to_owned()))
                .child(fact("Every level is explained by the answers that give it.".to_owned())),
        )
        .into_any()
}

/// The shortest way back for those who come again.
fn go_on(session: Session) -> AnyView {
    reactive(move || {
        session.saved_list.with(|saved_list| match saved_list.newest(session.model) {
            Some(latest) => {
                let to = Route::Questions { id: latest.id.clone(), area: None }.href();
                actions().child(button_link(format!("Go on with {}", words::title(&latest.title)), to)).into_any()
            }
            None => nothing(),
        })
    })
}

/// Files are opened by code that those who begin do not need: it is here already for those who come back.
fn open_file(session: Session) -> AnyView {
    let asked = RwSignal::new(false);
    reactive(move || {
        let rest = session.late_part.get();
        if let LatePart::Loaded(later) = rest {
            if asked.get_untracked() {
                page::focus_soon("file");
            }
            return (later.bring)(session);
        }
        let missing = matches!(rest, LatePart::Failed).then(|| {
            el("p")
                .class("notice is-warning")
                .child("What opens files could not be fetched. Is the network down? Try again.")
        });
        el("section")
            .child(el("h2").child("Open a file"))
            .child(el("p").class("quiet").child("An assessment that you or somebody else exported."))
            .child(missing)
            .child(actions().child(button("Choose a file", move || {
                asked.set(true);
                session.fetch_late_part();
            })))
            .into_any()
    })
}

fn begin(session: Session) -> Element {
    let model = session.model;
    let embedded = parameter(&address::query(), "embed").as_deref().and_then(Scope::from_word);
    let asked = RwSignal::new(Questionnaire::of(model, embedded.unwrap_or_default()));
    let title = RwSignal::new(String::new());
    let start = move || {
        let asked = asked.get_untracked();
        let tracks = asked.tracks.iter().map(|&track| model.track(track).id.clone()).collect();
        session.follow(Route::Start(Start {
            scope: asked.scope,
            tracks,
            title: title.get_untracked(),
            ..Start::default()
        }));
    };
    let choosing = Choosing {
        name: "begin-scope",
        chosen: Arc::new(move || asked.get()),
        choose: Arc::new(move |changed| asked.set(changed)),
    };
    let name = field("Team name (optional)", "text", "120", move || title.get(), move |typed| title.set(typed));
    el("div")
        .class("begin")
        .child(asking(model, choosing))
        .child(on_enter(name, start))
        .child(button("Start", start).class("button is-primary"))
}

fn saved(session: Session) -> AnyView {
    reactive(move || {
        let saved_list = session.saved_list.with(|saved_list| saved_list.entries.clone());
        let mut list: Vec<Element> = Vec::new();
        for (_, held) in saved_list {
            match held {
                StoredEntry::Readable(assessment) if session.is_asked_here(&assessment) => {
                    list.push(entry(session, *assessment));
                }
                _ => {}
            }
        }
        if list.is_empty() {
            return nothing();
        }
        el("section")
            .attr("aria-labelledby", "saved")
            .child(el("h2").id("saved").child("Your assessments"))
            .child(el("ul").class("entries").child(list))
            .child(more(session))
            .into_any()
    })
}

/// A way to the rest of a long list.
fn more(session: Session) -> Option<Element> {
    let more = session.saved_list.with(|saved_list| saved_list.more);
    (more > 0).then(|| actions().child(button(words::saving::show_more(more), move || session.list_more())))
}

fn entry(session: Session, assessment: Assessment) -> Element {
    let model = session.model;
    let questionnaire = assessment.questionnaire(model);
    let answers = assessment.answers(model);
    let case = Case { model, questionnaire: &questionnaire, answers: &answers };
    let profile = profile_of(case);
    let small: Vec<AnyView> = profile.tracks.iter().map(|track| small_profile(case, track)).collect();
    let total = questionnaire.capabilities(model).count();
    let answered = questionnaire.capabilities(model).filter(|&at| answers.get(at).is_some()).count();
    let about = format!(
        "{}, {answered} of {total} answered, last changed {}",
        words::scope(questionnaire.scope),
        words::day(assessment.updated.day()),
    );
    let id = assessment.id.clone();
    let title = words::title(&assessment.title).to_owned();
    let renaming = RwSignal::new(false);
    let open = Route::Questions { id: id.clone(), area: None }.href();
    let result = Route::Result { id: id.clone() }.href();
    let labelled = |verb: &'static str, element: Element| element.attr("aria-label", format!("{verb} {title}"));
    let verb = if answered == total { "Review" } else { "Continue" };
    let rename = rename_form(session, &id, &assessment.title, renaming);
    let (copied, copy_title) = (id.clone(), format!("{title} (copy)"));
    let (deleted, deleted_title) = (id, title.clone());
    let buttons = actions()
        .child(labelled(verb, button_link(verb, open.clone())))
        .child(labelled("Result of", button_link("Result", result)))
        .child(labelled("Rename", button("Rename", move || renaming.update(|on| *on = !*on))))
        .child(labelled("Duplicate", button("Duplicate", move || session.duplicate(&copied, copy_title.clone()))))
        .child(labelled("Export", button("Export", move || offer_file(&assessment))))
        .child(labelled("Delete", button("Delete", move || session.delete(&deleted, deleted_title.clone()))));
    el("li")
        .class("entry")
        .child(el("h3").child(link(title.clone(), open)))
        .child(el("p").class("quiet").child(about))
        .child(small)
        .child(buttons)
        .child(rename)
}

fn rename_form(session: Session, id: &str, title: &str, renaming: RwSignal<bool>) -> AnyView {
    let (id, title) = (id.to_owned(), RwSignal::new(title.to_owned()));
    reactive(move || {
        if !renaming.get() {
            return nothing();
        }
        let id = id.clone();
        let rename = move || session.rename(&id, &title.get_untracked());
        let name = field("New name", "text", "120", move || title.get_untracked(), move |typed| title.set(typed));
        el("div")
            .class("rename")
            .child(on_enter(name, rename.clone()))
            .child(button("Save the name", rename))
            .child(button("Keep the old one", move || renaming.set(false)))
            .into_any()
    })
}
