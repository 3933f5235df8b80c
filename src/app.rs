//! The frame around every page: header, the page of the route, footer, and the offer to undo.

use leptos::prelude::*;

use crate::browser::{frame, page};
use crate::page::home::home_page;
use crate::page::missing::{main_heading, one_moment};
use crate::page::questions::question::focus_question;
use crate::page::questions::questions_page;
use crate::route::Route;
use crate::state::Session;
use crate::state::late_part::LatePart;
use crate::ui::control::{actions, button, link};
use crate::ui::element::{el, group, nothing, reactive};
use mlops_core::words;

const NAME: &str = "MLOps Maturity Assessment";

/// The whole page.
#[must_use]
pub fn app(session: Session) -> AnyView {
    Effect::new(move |before: Option<()>| {
        let route = session.route.get();
        // A page that came later has its heading only now; the questions were here before.
        if session.current.with_untracked(Option::is_none) || !matches!(route, Route::Questions { .. }) {
            session.late_part.track();
        }
        page::set_title(&title(session, &route));
        // On arrival the browser's own focus is right; afterwards the new page's heading takes it.
        if before.is_some() {
            page::scroll_to_top();
            page::soon(page::focus_first_heading);
        }
        land(session, &route, before.is_none());
    });
    if frame::is_framed() {
        // The page around this one is told of it as soon as there is anything to tell.
        session.fetch_late_part();
        Effect::new(move |told: Option<bool>| {
            let rest = session.late_part.get();
            if let (LatePart::Loaded(later), false) = (rest, told == Some(true)) {
                (later.embed)(session);
            }
            matches!(rest, LatePart::Loaded(_))
        });
    }
    let header = el("header")
        .class("header")
        .child(link(NAME, "#/").class("wordmark"))
        .child(el("nav").attr("aria-label", "Page").child(link("How this works", Route::Model.href())));
    let model = session.model;
    let based_on = if model.is_built_in() {
        "Based on Microsoft's MLOps maturity model.".to_owned()
    } else {
        format!("Questionnaire \"{}\", revision {}.", model.title(), model.revision())
    };
    let footer = el("footer")
        .class("footer")
        .child(el("p").child("Answers stay in this browser unless you share them. ").child(based_on));
    group()
        .child(button("Skip to the content", page::focus_first_heading).class("skip"))
        .child(header)
        .child(el("main").class("main").reactive(move || current_page(session)))
        .child(footer)
        .child(undo(session))
        .into_any()
}

fn current_page(session: Session) -> AnyView {
    match session.route.get() {
        Route::Home | Route::Start(_) => home_page(session),
        Route::Questions { id, area } if session.current.with_untracked(Option::is_some) => {
            questions_page(session, &id, area.as_deref())
        }
        route => match session.late_part.get() {
            LatePart::Loaded(later) => (later.page)(session, &route),
            LatePart::Loading => one_moment(),
            LatePart::Failed => not_fetched(session),
        },
    }
}

/// Whoever goes on where they stopped, or comes back by a reload, stands at the next question without an answer.
fn land(session: Session, route: &Route, is_arrival: bool) {
    let model = session.model;
    let Route::Questions { area, .. } = route else { return };
    let next = match area.as_deref().and_then(|id| model.find_area(id)) {
        None => untrack(|| session.question_to_continue()),
        Some(area) if is_arrival => untrack(|| session.open_question_in(area)),
        Some(_) => None,
    };
    // The first question of an area is where its page begins.
    let is_first = |at| untrack(|| session.is_first_of_area(at));
    if let Some(at) = next.filter(|&at| !is_first(at)) {
        page::later(move || focus_question(session, at));
    }
}

/// The rest of the program did not come: what is safe, and what to do.
fn not_fetched(session: Session) -> AnyView {
    group()
        .child(main_heading("This page could not be fetched"))
        .child(el("p").child(
            "The rest of the program did not arrive, probably because the network is down. Your answers are untouched.",
        ))
        .child(actions().child(button("Try again", move || session.fetch_late_part())))
        .into_any()
}

/// What the browser's tab says: the place first, so that several tabs can be told apart.
fn title(session: Session, route: &Route) -> String {
    let of_assessment = |place: &str| {
        let title =
            session.current.with_untracked(|open| open.as_ref().map(|one| words::title(&one.title).to_owned()));
        format!("{place}: {}", title.as_deref().unwrap_or("not here"))
    };
    let place = match route {
        Route::Home | Route::Start(_) => return NAME.to_owned(),
        Route::Questions { area, .. } => {
            let area = area.as_deref().and_then(|id| session.model.find_area(id));
            of_assessment(area.map_or("Questions", |area| session.model.area(area).title.as_str()))
        }
        Route::Result { .. } => of_assessment("Result"),
        Route::Plan { .. } => of_assessment("Plan"),
        Route::Shared { .. } => "Shared result".to_owned(),
        Route::Invite { .. } => "Invitation".to_owned(),
        Route::Compare { .. } => "Compare".to_owned(),
        Route::Teams => "Many teams".to_owned(),
        Route::Embed => "Put it into your wiki".to_owned(),
        Route::Model => "How this works".to_owned(),
        Route::Unknown(_) => "No such page".to_owned(),
    };
    format!("{place} \u{2013} {NAME}")
}

fn undo(session: Session) -> AnyView {
    let offer = reactive(move || {
        let deleted =
            session.saved_list.with(|saved_list| saved_list.deleted.as_ref().map(|deleted| deleted.title.clone()));
        let Some(title) = deleted else { return nothing() };
        el("p")
            .class("toast")
            .child(el("span").child(format!("\"{}\" was deleted.", title)))
            .child(button("Undo", move || session.undo_delete()))
            .child(button("Dismiss", move || session.forget_deleted()))
            .into_any()
    });
    el("div").attr("role", "status").class("toasts").child(offer).into_any()
}
