//! The frame around every page: header, the page of the route, footer, and the offer to undo.

use leptos::prelude::*;

use crate::browser::{frame, page};
use crate::page::missing::{not_fetched, once_here, one_moment, replaced};
use crate::page::questions::question::focus_question;
use crate::page::{at_once, comes_late, tab_title};
use crate::route::Route;
use crate::state::Session;
use crate::state::late_part::LatePart;
use crate::ui::control::{actions, button, link};
use crate::ui::element::{el, group, nothing, reactive};
use mlops_core::words::{files, frame as say, pages};

/// Where the person stands.
struct Stand {
    route: Route,
    /// They went there, and its heading has not had the focus yet because the page is still on its way.
    is_owed: bool,
    /// What draws the page did not come: whoever has it fetched again waits for the page.
    is_missing: bool,
}

/// The whole page.
#[must_use]
pub fn app(session: Session) -> AnyView {
    provide_context(session);
    Effect::new(move |before: Option<Stand>| follow_person(session, before));
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
    let header = el("header").class("header").child(link(say::NAME, "#/").class("wordmark")).child(
        el("nav").attr("aria-label", say::NAVIGATION).child(link(pages::HOW, Route::Model { part: None }.href())),
    );
    let footer = el("footer").class("footer").child(el("p").child(say::PRIVATE).child(say::based_on(session.model)));
    group()
        .child(button(say::SKIP, page::focus_first_heading).class("skip"))
        .child(header)
        .child(el("main").class("main").reactive(move || current_page(session)))
        .child(footer)
        .child(el("div").attr("role", "status").class("toasts").child(imported(session)).child(undo(session)))
        .into_any()
}

fn current_page(session: Session) -> AnyView {
    let route = session.route.get();
    at_once(session, &route).unwrap_or_else(|| match session.late_part.get() {
        LatePart::Loaded(later) => (later.page)(session, &route),
        LatePart::Loading => one_moment(),
        LatePart::Failed => not_fetched(move || session.fetch_late_part()),
        LatePart::Replaced => replaced(session),
    })
}

/// Moves scroll and focus, and only because the person went somewhere: what arrives later moves nothing.
fn follow_person(session: Session, before: Option<Stand>) -> Stand {
    let route = session.route.get();
    let is_drawn = !comes_late(session, &route) || !matches!(session.late_part.get(), LatePart::Loading);
    page::set_title(&tab_title(session, &route));
    let went = before.as_ref().is_some_and(|before| before.route != route);
    let is_missing =
        comes_late(session, &route) && matches!(session.late_part.get(), LatePart::Failed | LatePart::Replaced);
    let is_asked_again = before.as_ref().is_some_and(|before| before.is_missing) && !is_missing;
    let is_owed = went || is_asked_again || before.as_ref().is_some_and(|before| before.is_owed);
    if went {
        page::scroll_to_top();
    }
    // On arrival the browser's own focus is right; afterwards the new page's heading takes it. Where it came after the
    // person, only if they have not turned to something else by then.
    if is_owed && is_drawn {
        page::soon(move || {
            if went && page::may_take_focus() || page::is_focus_free() {
                page::focus_first_heading();
            }
        });
    }
    if went || before.is_none() {
        land(session, &route, before.is_none());
    }
    Stand { route, is_owed: is_owed && !is_drawn, is_missing }
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
        page::later(move || {
            // Whoever was here before the program may have turned to something by then.
            let is_free = if is_arrival { page::is_focus_free() } else { page::may_take_focus() };
            if is_free {
                focus_question(session, at);
            }
        });
    }
}

/// What became of files that were picked or dropped, wherever the person is.
fn imported(session: Session) -> AnyView {
    reactive(move || {
        let files = session.imported.get();
        if files.is_empty() {
            return nothing();
        }
        let outcome = once_here(session, |later| (later.import)(session, files));
        el("section")
            .class("toast brought")
            .attr("aria-label", files::BROUGHT)
            .child(outcome)
            .child(actions().child(button(files::CLOSE, move || session.put_away())))
            .into_any()
    })
}

fn undo(session: Session) -> AnyView {
    reactive(move || {
        let deleted = session.deleted.with(|deleted| deleted.as_ref().map(|deleted| deleted.title.clone()));
        let Some(title) = deleted else { return nothing() };
        once_here(session, |later| (later.undo)(session, title))
    })
}
