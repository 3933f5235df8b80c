//! The pages, one module each, with the parts that only pages share: each draws one [`Route`]. Which page that is, and what
//! the browser's tab says of it, stands here.
//!
//! The start and the questions come with the program. [`later`], [`of_several`] and what [`onward`] draws are fetched: whatever
//! only they lead to is cut off (see [`late`](crate::late) and [`people`]).

pub mod home;
pub mod missing;
pub mod notice;
pub mod part;
pub mod profile;
pub mod questions;
pub mod refused;
pub mod saving;
pub mod scope_picker;
pub mod what_counts;

use leptos::prelude::*;

use crate::onward;
use crate::page::home::home_page;
use crate::page::missing::{absent_assessment, unknown_page};
use crate::page::questions::questions_page;
use crate::pages::about::AboutPage;
use crate::pages::compare::ComparePage;
use crate::pages::embed::EmbedPage;
use crate::pages::history::HistoryPage;
use crate::pages::plan::PlanPage;
use crate::pages::respondents::combine::CombinePage;
use crate::pages::respondents::combined::CombinedPage;
use crate::pages::respondents::discuss::DiscussPage;
use crate::pages::respondents::send::SendPage;
use crate::pages::result::{ResultPage, SharedResultPage};
use crate::pages::share::InvitationPage;
use crate::pages::teams::TeamsPage;
use crate::people;
use crate::route::Route;
use crate::state::Session;
use crate::ui::element::nothing;
use mlops_core::words;
use mlops_core::words::frame as say;
use mlops_core::words::pages;

/// Whether the page of a route is drawn by the later part.
#[must_use]
pub fn comes_late(session: Session, route: &Route) -> bool {
    match route {
        Route::Home | Route::Start(_) => false,
        Route::Questions { .. } => session.current.with_untracked(Option::is_none),
        _ => true,
    }
}

/// The page of a route that needs nothing else to be fetched; none for one that [`comes_late`].
#[must_use]
pub fn at_once(session: Session, route: &Route) -> Option<AnyView> {
    (!comes_late(session, route)).then(|| match route {
        Route::Questions { id, area } => questions_page(session, id, area.as_deref()),
        _ => home_page(session),
    })
}

fn result_page(_session: Session, id: &str) -> AnyView {
    view! { <ResultPage id=id.to_owned()/> }.into_any()
}

fn shared_page(_session: Session, payload: &str) -> AnyView {
    view! { <SharedResultPage payload=payload.to_owned()/> }.into_any()
}

fn invite_page(_session: Session, payload: &str) -> AnyView {
    view! { <InvitationPage payload=payload.to_owned()/> }.into_any()
}

/// The plan of an assessment.
pub fn plan_page(_session: Session, id: &str) -> AnyView {
    view! { <PlanPage id=id.to_owned()/> }.into_any()
}

/// The questionnaire, opened at one of its parts.
pub fn about_page(_session: Session, part: Option<&str>) -> AnyView {
    view! { <AboutPage part=part.map(str::to_owned)/> }.into_any()
}

/// How to embed the page.
pub fn embed_page(_session: Session) -> AnyView {
    view! { <EmbedPage/> }.into_any()
}

/// The page of a route, out of the later part; for questions the page that says why there are none.
#[must_use]
pub fn later(session: Session, route: &Route) -> AnyView {
    match route {
        Route::Result { id } => result_page(session, id),
        Route::Plan { id } => onward::plan(session, id),
        Route::Shared { payload } => shared_page(session, payload),
        Route::Invite { payload } => invite_page(session, payload),
        Route::Embed => onward::embedding(session),
        Route::Model { part } => onward::model(session, part.as_deref()),
        Route::Questions { id, .. } => absent_assessment(session, id),
        Route::Unknown(fragment) => unknown_page(fragment),
        Route::Home | Route::Start(_) => nothing(),
        _ => people::page(session, route),
    }
}

/// The page of a route out of the part for several people, several teams and several moments.
#[must_use]
pub fn of_several(_: Session, route: &Route) -> AnyView {
    match route.clone() {
        Route::History { id } => view! { <HistoryPage id/> }.into_any(),
        Route::Send { id } => view! { <SendPage id/> }.into_any(),
        Route::Gather => view! { <CombinePage/> }.into_any(),
        Route::Together { id } => view! { <CombinedPage id/> }.into_any(),
        Route::Discuss { id, capability } => view! { <DiscussPage id capability/> }.into_any(),
        Route::Compare { sides } => view! { <ComparePage sides/> }.into_any(),
        Route::Teams => view! { <TeamsPage/> }.into_any(),
        _ => nothing(),
    }
}

/// What the browser's tab says: the place first, so that several tabs can be told apart.
#[must_use]
pub fn tab_title(session: Session, route: &Route) -> String {
    let of_assessment = |page: &str| {
        let title =
            session.current.with_untracked(|open| open.as_ref().map(|one| words::title(&one.title).to_owned()));
        pages::of_assessment(page, title.as_deref())
    };
    let place = match route {
        Route::Home | Route::Start(_) => return say::NAME.to_owned(),
        Route::Questions { area, .. } => {
            let area = area.as_deref().and_then(|id| session.model.find_area(id));
            of_assessment(area.map_or(pages::QUESTIONS, |area| session.model.area(area).title.as_str()))
        }
        Route::Result { .. } => of_assessment(pages::RESULT),
        Route::Plan { .. } => of_assessment(pages::PLAN),
        Route::History { .. } => of_assessment(pages::HISTORY),
        Route::Send { .. } => of_assessment(pages::SEND),
        Route::Together { .. } | Route::Discuss { .. } => of_assessment(pages::TOGETHER),
        Route::Gather => pages::GATHER.to_owned(),
        Route::Shared { .. } => pages::SHARED.to_owned(),
        Route::Invite { .. } => pages::INVITATION.to_owned(),
        Route::Compare { .. } => pages::COMPARE.to_owned(),
        Route::Teams => pages::TEAMS.to_owned(),
        Route::Embed => pages::EMBED.to_owned(),
        Route::Model { .. } => pages::HOW.to_owned(),
        Route::Unknown(_) => pages::NONE.to_owned(),
    };
    say::tab(&place)
}
