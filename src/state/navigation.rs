//! The current route, and the consequences of changing it.

use leptos::ev;
use leptos::prelude::*;

use crate::browser::location;
use crate::route::{Route, Start};
use crate::state::assessment::OpenAssessment;
use crate::state::library::Library;
use mlops_core::scoring::case::Scope;

/// The context of the current route.
#[derive(Clone, Copy)]
pub struct Navigation {
    pub route: ReadSignal<Route>,
    set_route: WriteSignal<Route>,
    assessment: OpenAssessment,
    library: Library,
}

impl Navigation {
    #[must_use]
    pub fn new(assessment: OpenAssessment, library: Library) -> Self {
        let (route, set_route) = signal(Route::Unknown(String::new()));
        let navigation = Self { route, set_route, assessment, library };
        Effect::watch(move || library.external_change.track(), move |(), _, _| navigation.refresh(), false);
        navigation
    }

    /// Follows the address for as long as the page is open.
    pub fn listen(self) {
        window_event_listener(ev::hashchange, move |_| self.show(Route::parse(&location::fragment())));
    }

    /// Goes to a route and adds an entry to the browser's history. The event of the address then calls
    /// [`Navigation::show`].
    pub fn navigate(&self, route: &Route) {
        location::go(&route.to_string());
    }

    /// Goes to a route and replaces the current entry of the browser's history.
    pub fn replace(&self, route: Route) {
        location::replace(&route.to_string());
        self.show(route);
    }

    /// Shows a route, and opens or begins its assessment.
    pub fn show(&self, route: Route) {
        if let Route::Start(start) = &route {
            let id = self.assessment.begin(start);
            let model = self.assessment.model();
            if start.evidence {
                return self.replace(Route::Evidence { id });
            }
            let first = self.assessment.question_set.with_untracked(|asked| asked.areas(model).first().copied());
            let area = first.map(|area| model.area(area).id.clone());
            return self.replace(Route::Questions { id, area });
        }
        match route.assessment() {
            Some(id) => self.assessment.open(id),
            None => self.assessment.close(),
        }
        if route != Route::Home {
            self.library.forget_deleted();
        }
        self.set_route.set(route);
    }

    /// Replaces the start page by the published result that the address names.
    pub fn show_published_result(&self) {
        if self.route.with_untracked(|route| *route == Route::Home) {
            self.replace(Route::Published);
        }
    }

    /// Replaces the start page by the newest result, if there is one.
    pub fn show_newest_result(&self) {
        let newest = self.library.saved.with_untracked(|saved| saved.newest().map(|found| found.id.clone()));
        if let (Route::Home, Some(id)) = (self.route.get_untracked(), newest) {
            self.replace(Route::Result { id });
        }
    }

    /// Replaces the start page by the first question if nothing is saved yet. Unknown tracks are ignored.
    pub fn begin_if_new(&self, scope: Scope, tracks: Vec<String>) {
        let is_new = self.library.saved.with_untracked(|saved| saved.newest().is_none());
        if is_new && self.route.with_untracked(|route| *route == Route::Home) {
            self.show(Route::Start(Start { scope, tracks, ..Start::default() }));
        }
    }

    /// Follows a change of the storage outside this tab.
    fn refresh(&self) {
        if self.assessment.current.with_untracked(Option::is_some) {
            return self.assessment.refresh();
        }
        let route = self.route.get_untracked();
        if let Some(id) = route.assessment().filter(|id| self.library.find(id).is_some()) {
            self.assessment.open(id);
            if self.assessment.current.with_untracked(Option::is_some) {
                // The page was drawn before its assessment was read.
                self.set_route.set(route);
            }
        }
    }
}
