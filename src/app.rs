//! The frame around every page: header, current page, footer, and notices that appear on any page.

use leptos::prelude::*;

use crate::browser::dom;
use crate::components::{AbsentAssessment, RedrawOnChange, UNDO_DELETE, UnknownPage, UserText, is_blocked_frame};
use crate::lazy::{Lazy, LazyView, Loader, PageState, Part};
use crate::pages::home::HomePage;
use crate::pages::questions::{QuestionsPage, focus_question};
use crate::route::Route;
use crate::state::{Embedding, Library, Navigation, OpenAssessment};
use mlops_core::words::{self, files, pages};

#[component]
pub fn App(loader: Loader) -> impl IntoView {
    provide_context(loader);
    let (assessment, library) = (expect_context::<OpenAssessment>(), expect_context::<Library>());
    let navigation = expect_context::<Navigation>();
    Effect::new(move |before: Option<Visit>| follow_navigation(assessment, navigation, loader, before));
    Effect::new(move |_| {
        // Loads the result part early, once a visitor has begun. A first visit to the start page downloads nothing
        // extra.
        let is_home = navigation.route.with(|route| *route == Route::Home);
        if !is_home || library.saved.with(|saved| !saved.is_empty()) {
            loader.load(Part::Result);
        }
    });
    Effect::new(move |_| {
        // An invited person needs the groups part to send their answers. Loaded early, it works offline too.
        if assessment.current.with(|open| open.as_ref().is_some_and(|own| own.invitation.is_some())) {
            loader.load(Part::Groups);
        }
    });
    dom::rescue_focus();
    let is_blocked = Memo::new(move |_| is_blocked_frame(library));
    if expect_context::<Embedding>().is_embedded {
        loader.start_messages();
    }
    view! {
        <button type="button" class="skip" on:click=|_| dom::focus_first_heading()>
            {pages::SKIP}
        </button>
        <header class="header">
            <a href="#/" class="wordmark">
                {pages::NAME}
            </a>
            <nav aria-label=pages::NAVIGATION>
                <a href=Route::About { part: None }.href()>{pages::ABOUT}</a>
            </nav>
        </header>
        <main class="main">
            <Show when=move || is_blocked.get()>
                <div class="notice is-warning"><Lazy view=LazyView::TakeAlong/></div>
            </Show>
            <CurrentPage/>
        </main>
        <footer class="footer">
            <p>{pages::PRIVATE}{pages::based_on(assessment.model())}</p>
        </footer>
        <div role="status" class="toasts">
            <ImportToast/>
            <UndoToast/>
        </div>
    }
}

/// The page of the current route. The key changes with the route, so no opened panel and no typed text survives from
/// the page before.
#[component]
fn CurrentPage() -> impl IntoView {
    let (assessment, navigation) = (expect_context::<OpenAssessment>(), expect_context::<Navigation>());
    let is_open = Memo::new(move |_| assessment.id.with(Option::is_some));
    // The page of an assessment is drawn again when its assessment is opened later, for example after a restore. Every
    // other page stays when one is opened or closed.
    let page = Memo::new(move |_| {
        let route = navigation.route.get();
        let is_absent = route.assessment().is_some() && !is_open.get();
        (route, is_absent)
    });
    let draw = move |(route, is_absent): (Route, bool)| page_of(assessment, route, is_absent);
    view! { <RedrawOnChange value=move || page.get() children=draw/> }
}

fn page_of(assessment: OpenAssessment, route: Route, is_absent: bool) -> AnyView {
    if let Some(id) = route.assessment().filter(|_| is_absent) {
        return view! { <AbsentAssessment id/> }.into_any();
    }
    match route {
        Route::Home | Route::Start(_) => view! { <HomePage/> }.into_any(),
        Route::Questions { id, area } => {
            let area = area.as_deref().and_then(|id| assessment.model().find_area(id));
            view! { <QuestionsPage id area/> }.into_any()
        }
        Route::Unknown(fragment) => view! { <UnknownPage fragment/> }.into_any(),
        route => view! { <Lazy view=LazyView::Page(route)/> }.into_any(),
    }
}

/// The title of the browser's tab. The page's name comes first, so that several tabs can be told apart.
fn tab_title(assessment: OpenAssessment, route: &Route) -> String {
    let model = assessment.model();
    let of_assessment = |page: &str| {
        let title =
            assessment.current.with_untracked(|open| open.as_ref().map(|one| words::title(&one.title).to_owned()));
        pages::of_assessment(page, title.as_deref())
    };
    let place = match route {
        Route::Home | Route::Start(_) => return pages::NAME.to_owned(),
        Route::Questions { area, .. } => {
            let area = area.as_deref().and_then(|id| model.find_area(id));
            of_assessment(area.map_or(pages::QUESTIONS, |area| model.area(area).title.as_str()))
        }
        Route::Result { .. } => of_assessment(pages::RESULT),
        Route::Plan { .. } => of_assessment(pages::PLAN),
        Route::Evidence { .. } => of_assessment(pages::EVIDENCE),
        Route::History { .. } => of_assessment(pages::HISTORY),
        Route::SendAnswers { .. } => of_assessment(pages::SEND),
        Route::CombinedAnswers { .. } | Route::Discuss { .. } => of_assessment(pages::COMBINED_ANSWERS),
        Route::CombineAnswers => pages::COMBINE.to_owned(),
        Route::SharedResult { .. } => pages::SHARED.to_owned(),
        Route::Published => pages::PUBLISHED.to_owned(),
        Route::Invitation { .. } => pages::INVITATION.to_owned(),
        Route::Compare { .. } => pages::COMPARE.to_owned(),
        Route::Teams => pages::TEAMS.to_owned(),
        Route::Embed => pages::EMBED.to_owned(),
        Route::About { .. } => pages::ABOUT.to_owned(),
        Route::Unknown(_) => pages::NO_PAGE.to_owned(),
    };
    pages::tab(&place)
}

/// The route that the person sees, and whether its page is drawn.
struct Visit {
    route: Route,
    /// The person navigated here, and the heading has no focus yet because the page is still loading.
    awaits_focus: bool,
    state: PageState,
}

/// Scrolls and moves the focus when the person navigates. What loads later moves nothing.
fn follow_navigation(
    assessment: OpenAssessment,
    navigation: Navigation,
    loader: Loader,
    before: Option<Visit>,
) -> Visit {
    let route = navigation.route.get();
    let state = loader.page_state(&route);
    dom::set_title(&tab_title(assessment, &route));
    let has_navigated = before.as_ref().is_some_and(|before| before.route != route);
    // After "Try again" the person waits for this page, so its heading takes the focus.
    let is_fetched_again =
        before.as_ref().is_some_and(|before| before.state == PageState::Missing) && state != PageState::Missing;
    let awaits_focus = has_navigated || is_fetched_again || before.as_ref().is_some_and(|before| before.awaits_focus);
    if has_navigated {
        dom::scroll_to_top();
    }
    // On arrival the browser's own focus is right; later the new page's heading takes it. If the page loads late, the
    // heading takes the focus only if the person has focused nothing else by then.
    if awaits_focus && state != PageState::Loading {
        dom::next_frame(move || {
            if has_navigated && dom::may_take_focus() || dom::is_focus_free() {
                dom::focus_first_heading();
            }
        });
    }
    if has_navigated || before.is_none() {
        focus_next_question(assessment, &route, before.is_none());
    }
    Visit { route, awaits_focus: awaits_focus && state == PageState::Loading, state }
}

/// Focuses the next open question when a person continues an assessment or reloads its page.
fn focus_next_question(assessment: OpenAssessment, route: &Route, is_arrival: bool) {
    let model = assessment.model();
    let Route::Questions { area, .. } = route else { return };
    let next = match area.as_deref().and_then(|id| model.find_area(id)) {
        None => untrack(|| assessment.first_open()),
        Some(area) if is_arrival => untrack(|| assessment.first_open_in(area)),
        Some(_) => None,
    };
    // The first question of an area is at the top of its page anyway.
    let is_first = |at| untrack(|| assessment.is_first_of_area(at));
    if let Some(at) = next.filter(|&at| !is_first(at)) {
        dom::after_frames(move || {
            // On arrival the person may have focused something in the prerendered page.
            let is_free = if is_arrival { dom::is_focus_free() } else { dom::may_take_focus() };
            if is_free {
                focus_question(assessment, at);
            }
        });
    }
}

/// The outcome of imported files, shown on every page.
#[component]
fn ImportToast() -> impl IntoView {
    let library = expect_context::<Library>();
    view! {
        <Show when=move || library.imports.with(|files| !files.is_empty())>
            <section class="toast opened-files" aria-label=files::OPENED_FILES>
                <Lazy view=LazyView::ImportOutcome/>
                <div class="actions">
                    <button type="button" on:click=move |_| library.close_imports()>
                        {files::CLOSE}
                    </button>
                </div>
            </section>
        </Show>
    }
}

/// The offer to restore the assessment that was deleted last, and then the one before it.
#[component]
fn UndoToast() -> impl IntoView {
    let library = expect_context::<Library>();
    let (before, after) = pages::DELETED;
    let toast = move |title: String| {
        view! {
            <p class="toast">
                <span>{before}<UserText text=title/>{after}</span>
                <button type="button" id=UNDO_DELETE on:click=move |_| library.undo_delete()>
                    {pages::UNDO}
                </button>
                <button type="button" on:click=move |_| library.forget_deleted()>
                    {pages::DISMISS}
                </button>
            </p>
        }
    };
    move || library.deleted.with(|all| all.last().map(|deleted| toast(deleted.title.clone())))
}
