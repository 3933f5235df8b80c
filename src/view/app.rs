//! The frame around every page: header, the page of the route, footer, and the offer to undo.

use leptos::prelude::*;

use super::page::home::{home_page, shown_title};
use super::page::missing::unknown_page;
use super::page::model::model_page;
use super::page::questions::questions_page;
use super::page::result::result_page;
use crate::browser::page;
use crate::codec::words;
use crate::route::Route;
use crate::session::Session;

const NAME: &str = "MLOps Maturity Assessment";

/// The whole page.
#[must_use]
pub fn app(session: Session) -> AnyView {
    Effect::new(move |before: Option<Route>| {
        let route = session.route.get();
        page::set_title(&title(session, &route));
        // On arrival the browser's own focus is right; afterwards the new page's heading takes it.
        if before.is_some_and(|before| before != route) {
            page::scroll_to_top();
            page::focus_first_heading();
        }
        route
    });
    let to_content = move |_| page::focus_first_heading();
    view! {
        <button type="button" class="skip" on:click=to_content>"Skip to the content"</button>
        <header class="header">
            <a class="wordmark" href="#/">{NAME}</a>
            <nav aria-label="Page"><a href=Route::Model.href()>"How this works"</a></nav>
        </header>
        <main class="main">{move || current_page(session)}</main>
        <footer class="footer">
            <p>"Answers stay in this browser unless you share them. Based on Microsoft's MLOps maturity model."</p>
        </footer>
        {undo(session)}
    }
    .into_any()
}

fn current_page(session: Session) -> AnyView {
    match session.route.get() {
        Route::Home | Route::Start(_) => home_page(session),
        Route::Questions { id, area } => questions_page(session, &id, area.as_deref()),
        Route::Result { id } => result_page(session, &id),
        Route::Model => model_page(session.model),
        Route::Unknown(fragment) => unknown_page(&fragment),
        other => unknown_page(&other.to_string()),
    }
}

/// What the browser's tab says: the place first, so that several tabs can be told apart.
fn title(session: Session, route: &Route) -> String {
    let assessment = || {
        session.current.with_untracked(|open| {
            open.as_ref().map_or_else(|| "Not here".to_owned(), |one| shown_title(&one.title))
        })
    };
    let place = match route {
        Route::Home | Route::Start(_) => return NAME.to_owned(),
        Route::Questions { area, .. } => {
            let area = area.as_deref().and_then(|id| session.model.find_area(id));
            let area = area.map_or("Questions", |area| session.model.area(area).title.as_str());
            format!("{area}: {}", assessment())
        }
        Route::Result { .. } => format!("Result: {}", assessment()),
        Route::Plan { .. } => format!("Plan: {}", assessment()),
        Route::Shared { .. } => "Shared result".to_owned(),
        Route::Invite { .. } => "Invitation".to_owned(),
        Route::Embed => "Put it into your wiki".to_owned(),
        Route::Model => "How this works".to_owned(),
        Route::Unknown(_) => "No such page".to_owned(),
    };
    format!("{} \u{2013} {NAME}", words::capitalised(&place))
}

fn undo(session: Session) -> AnyView {
    let offer = move || {
        session.deleted.get().map(|deleted| {
            view! {
                <p class="toast">
                    <span>{format!("\"{}\" was deleted.", deleted.title)}</span>
                    <button type="button" on:click=move |_| session.undo_delete()>"Undo"</button>
                    <button type="button" on:click=move |_| session.deleted.set(None)>"Dismiss"</button>
                </p>
            }
        })
    };
    view! { <div role="status" class="toasts">{offer}</div> }.into_any()
}
