//! Loads what the first page does not need: three parts of the program with their style sheet, and the guidance of
//! the questionnaire.
//!
//! [`Part::Result`] contains the result and the pages that belong to it, [`Part::Groups`] the pages for several
//! people, teams and dates, [`Part::Evidence`] the scan of a folder of code. `cargo xtask build` cuts off code that
//! only the functions in `split` reach; without the feature `split` the program is one file. The start page and the
//! questions need no part, so they may reach the parts only through this module.
//!
//! Not a `LocalResource`: a part loads on demand, is tried again, and a missing one is told apart from a replaced
//! one.

mod view;

use leptos::prelude::*;

pub use self::view::Lazy;
use crate::browser::{assets, clock, stylesheet};
use crate::built_in::{self, GUIDANCE};
use crate::pages::about::AboutPage;
use crate::pages::compare::ComparePage;
use crate::pages::embed::{EmbedPage, host};
use crate::pages::evidence::EvidencePage;
use crate::pages::evidence::proposal::QuestionProposals;
use crate::pages::history::HistoryPage;
use crate::pages::import::ImportedFiles;
use crate::pages::plan::PlanPage;
use crate::pages::questions::old_evidence::OldEvidenceList;
use crate::pages::questions::what_counts::WhatCounts;
use crate::pages::respondents::combine::CombinePage;
use crate::pages::respondents::combined::CombinedPage;
use crate::pages::respondents::discuss::DiscussPage;
use crate::pages::respondents::send::SendPage;
use crate::pages::result::{PublishedResultPage, ResultPage, SharedResultPage};
use crate::pages::share::{InvitationPage, TakeAlong};
use crate::pages::teams::TeamsPage;
use crate::route::Route;
use crate::state::{Embedding, Library, Navigation, OpenAssessment};
use mlops_core::fault::Fault;
use mlops_core::model::{AreaIx, CapabilityIx, Model};

/// A part of the program that is loaded on demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The result, the plan, links, files, embedding, and the page about the rules.
    Result,
    /// Several people, several teams, several dates.
    Groups,
    Evidence,
}

impl Part {
    /// The part that draws the page of a route; `None` for pages in the first download.
    #[must_use]
    pub const fn of_route(route: &Route) -> Option<Self> {
        match route {
            Route::Home | Route::Start(_) | Route::Questions { .. } | Route::Unknown(_) => None,
            Route::Result { .. }
            | Route::Plan { .. }
            | Route::SharedResult { .. }
            | Route::Published
            | Route::Invitation { .. }
            | Route::Embed
            | Route::About { .. } => Some(Self::Result),
            Route::History { .. }
            | Route::SendAnswers { .. }
            | Route::CombineAnswers
            | Route::CombinedAnswers { .. }
            | Route::Discuss { .. }
            | Route::Compare { .. }
            | Route::Teams => Some(Self::Groups),
            Route::Evidence { .. } => Some(Self::Evidence),
        }
    }
}

/// A view that a loaded part draws.
#[derive(Clone, Debug)]
pub enum LazyView {
    Page(Route),
    /// What counts as evidence of a capability.
    WhatCounts(CapabilityIx),
    /// The answers of an area with evidence that is older than the round, above its questions.
    OldEvidence(AreaIx),
    /// What was proposed for a capability from code.
    Proposals(CapabilityIx),
    /// The outcome of the last import of files.
    ImportOutcome,
    /// The answers as a link, for a frame that stores nothing.
    TakeAlong,
}

impl LazyView {
    fn part(&self) -> Part {
        match self {
            Self::Page(route) => Part::of_route(route).unwrap_or(Part::Result),
            Self::WhatCounts(_)
            | Self::OldEvidence(_)
            | Self::Proposals(_)
            | Self::ImportOutcome
            | Self::TakeAlong => Part::Result,
        }
    }
}

type Draw = fn(LazyView) -> AnyView;

/// The functions of the result part.
#[derive(Clone, Copy)]
struct ResultPart {
    draw: Draw,
    read_model: fn(&str) -> Result<&'static Model, Vec<Fault>>,
    add_guidance: fn(&Model, &str) -> Result<&'static Model, Vec<Fault>>,
    connect_host: fn(OpenAssessment, Navigation, Embedding),
}

const RESULT: ResultPart = ResultPart {
    draw: draw_result,
    read_model: built_in::read_leaked,
    add_guidance: built_in::with_guidance,
    connect_host: host::connect,
};

fn draw_result(view: LazyView) -> AnyView {
    match view {
        LazyView::Page(route) => result_page(route),
        LazyView::WhatCounts(at) => view! { <WhatCounts at/> }.into_any(),
        LazyView::TakeAlong => view! { <TakeAlong/> }.into_any(),
        LazyView::OldEvidence(area) => view! { <OldEvidenceList area/> }.into_any(),
        LazyView::Proposals(at) => view! { <QuestionProposals at/> }.into_any(),
        LazyView::ImportOutcome => {
            let files = expect_context::<Library>().imports.get();
            view! { <ImportedFiles files/> }.into_any()
        }
    }
}

fn result_page(route: Route) -> AnyView {
    match route {
        Route::Result { id } => view! { <ResultPage id/> }.into_any(),
        Route::Plan { id } => view! { <PlanPage id/> }.into_any(),
        Route::SharedResult { payload } => view! { <SharedResultPage payload/> }.into_any(),
        Route::Published => view! { <PublishedResultPage/> }.into_any(),
        Route::Invitation { payload } => view! { <InvitationPage payload/> }.into_any(),
        Route::Embed => view! { <EmbedPage/> }.into_any(),
        Route::About { part } => view! { <AboutPage part/> }.into_any(),
        _ => ().into_any(),
    }
}

fn draw_groups(view: LazyView) -> AnyView {
    let LazyView::Page(route) = view else { return ().into_any() };
    match route {
        Route::History { id } => view! { <HistoryPage id/> }.into_any(),
        Route::SendAnswers { id } => view! { <SendPage id/> }.into_any(),
        Route::CombineAnswers => view! { <CombinePage/> }.into_any(),
        Route::CombinedAnswers { id } => view! { <CombinedPage id/> }.into_any(),
        Route::Discuss { id, capability } => view! { <DiscussPage id capability/> }.into_any(),
        Route::Compare { sides } => view! { <ComparePage sides/> }.into_any(),
        Route::Teams => view! { <TeamsPage/> }.into_any(),
        _ => ().into_any(),
    }
}

fn draw_evidence(view: LazyView) -> AnyView {
    match view {
        LazyView::Page(Route::Evidence { id }) => view! { <EvidencePage id/> }.into_any(),
        _ => ().into_any(),
    }
}

#[cfg(feature = "split")]
#[allow(unsafe_code, missing_docs, reason = "the macro declares each function as one that another file brings")]
mod split {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{Draw, RESULT, ResultPart, draw_evidence, draw_groups};

    // A failed load is not remembered: the next call tries again.
    #[wasm_split(result, wasm_split_path = leptos::wasm_split, fallible)]
    pub fn result() -> Result<ResultPart, SplitLoaderError> {
        Ok(RESULT)
    }

    #[wasm_split(groups, wasm_split_path = leptos::wasm_split, fallible)]
    pub fn groups() -> Result<Draw, SplitLoaderError> {
        Ok(draw_groups)
    }

    #[wasm_split(evidence, wasm_split_path = leptos::wasm_split, fallible)]
    pub fn evidence() -> Result<Draw, SplitLoaderError> {
        Ok(draw_evidence)
    }
}

#[cfg(not(feature = "split"))]
mod split {
    use std::convert::Infallible;

    use super::{Draw, RESULT, ResultPart, draw_evidence, draw_groups};

    pub async fn result() -> Result<ResultPart, Infallible> {
        Ok(RESULT)
    }

    pub async fn groups() -> Result<Draw, Infallible> {
        Ok(draw_groups)
    }

    pub async fn evidence() -> Result<Draw, Infallible> {
        Ok(draw_evidence)
    }
}

/// The result part could not be loaded.
#[derive(Debug)]
pub struct NotLoadedError;

/// Reads an organisation's own questionnaire, which is never freed. The inner result contains the faults of a text
/// that is no questionnaire.
///
/// # Errors
///
/// The code that reads it could not be loaded.
pub async fn read_model(text: &str) -> Result<Result<&'static Model, Vec<Fault>>, NotLoadedError> {
    let part = split::result().await.map_err(|_| NotLoadedError)?;
    Ok((part.read_model)(text))
}

/// Whether a part or a file is loaded.
#[derive(Clone, Copy)]
pub enum LoadState<T> {
    /// It is being loaded, or nothing has asked for it yet.
    Loading,
    Loaded(T),
    Failed,
    /// The server no longer has this part: a newer release was deployed.
    Replaced,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageState {
    /// Its part is being loaded.
    Loading,
    Drawn,
    /// Its part could not be loaded; the page says so instead.
    Missing,
}

/// Loads the parts of the program. Copies share the same state.
#[derive(Clone, Copy)]
pub struct Loader {
    assessment: OpenAssessment,
    navigation: Navigation,
    embedding: Embedding,
    result: RwSignal<LoadState<ResultPart>>,
    groups: RwSignal<LoadState<Draw>>,
    evidence: RwSignal<LoadState<Draw>>,
    /// The parts that are being loaded now.
    in_flight: StoredValue<Vec<Part>>,
}

impl Loader {
    /// A loader for a page that is about to be drawn, over the contexts of the state. Everything is loaded already if
    /// the program is one file and the questionnaire includes its guidance.
    #[must_use]
    pub fn from_context() -> Self {
        let assessment = expect_context::<OpenAssessment>();
        let is_whole = assessment.model().is_whole();
        let is_loaded = is_whole && cfg!(not(feature = "split"));
        Self {
            assessment,
            navigation: expect_context(),
            embedding: expect_context(),
            result: RwSignal::new(if is_loaded { LoadState::Loaded(RESULT) } else { LoadState::Loading }),
            groups: RwSignal::new(if is_loaded { LoadState::Loaded(draw_groups) } else { LoadState::Loading }),
            evidence: RwSignal::new(if is_loaded { LoadState::Loaded(draw_evidence) } else { LoadState::Loading }),
            in_flight: StoredValue::new(Vec::new()),
        }
    }

    /// Loads a part, unless it is loaded or being loaded. After a failure this tries again.
    pub fn load(self, part: Part) {
        // The other parts use code of the result part and the guidance.
        if part != Part::Result {
            self.load(Part::Result);
        }
        let is_loaded = match part {
            Part::Result => matches!(self.result.get_untracked(), LoadState::Loaded(_)),
            Part::Groups => matches!(self.groups.get_untracked(), LoadState::Loaded(_)),
            Part::Evidence => matches!(self.evidence.get_untracked(), LoadState::Loaded(_)),
        };
        if is_loaded || self.in_flight.with_value(|parts| parts.contains(&part)) {
            return;
        }
        self.in_flight.update_value(|parts| parts.push(part));
        leptos::task::spawn_local(async move {
            match part {
                Part::Result => {
                    self.result.set(LoadState::Loading);
                    self.result.set(arrived(self.fetch_result().await).await);
                }
                Part::Groups => {
                    self.groups.set(LoadState::Loading);
                    self.groups.set(arrived(split::groups().await.ok()).await);
                }
                Part::Evidence => {
                    self.evidence.set(LoadState::Loading);
                    self.evidence.set(arrived(split::evidence().await.ok()).await);
                }
            }
            self.in_flight.update_value(|parts| parts.retain(|one| *one != part));
        });
    }

    async fn fetch_result(self) -> Option<ResultPart> {
        let part = split::result().await.ok()?;
        stylesheet::enable_late().await;
        let assessment = self.assessment;
        if !assessment.model().is_whole() {
            let text = assets::text(GUIDANCE).await.ok()?;
            // Parsing takes a while: let the browser handle input first.
            clock::pause().await;
            assessment.set_guidance((part.add_guidance)(assessment.model(), &text).ok()?);
            clock::pause().await;
        }
        Some(part)
    }

    /// Starts to exchange messages with the embedding page, as soon as the code for it is loaded.
    pub fn start_messages(self) {
        self.load(Part::Result);
        Effect::new(move |is_started: Option<bool>| match self.result.get() {
            LoadState::Loaded(part) if is_started != Some(true) => {
                (part.connect_host)(self.assessment, self.navigation, self.embedding);
                true
            }
            _ => is_started == Some(true),
        });
    }

    /// The function that draws the views of a part, once everything that they need is loaded. Follows changes.
    fn state(self, part: Part) -> LoadState<Draw> {
        match (part, self.result.get()) {
            (Part::Result, LoadState::Loaded(part)) => LoadState::Loaded(part.draw),
            (Part::Groups, LoadState::Loaded(_)) => self.groups.get(),
            (Part::Evidence, LoadState::Loaded(_)) => self.evidence.get(),
            (_, LoadState::Loading) => LoadState::Loading,
            (_, LoadState::Failed) => LoadState::Failed,
            (_, LoadState::Replaced) => LoadState::Replaced,
        }
    }

    /// Whether the page of a route is drawn. Follows changes.
    #[must_use]
    pub fn page_state(self, route: &Route) -> PageState {
        match Part::of_route(route).map(|part| self.state(part)) {
            None | Some(LoadState::Loaded(_)) => PageState::Drawn,
            Some(LoadState::Loading) => PageState::Loading,
            Some(LoadState::Failed | LoadState::Replaced) => PageState::Missing,
        }
    }
}

/// The state after a load. If the part is missing, asks the server whether there is a newer release.
async fn arrived<T>(part: Option<T>) -> LoadState<T> {
    match part {
        Some(part) => LoadState::Loaded(part),
        None if assets::is_page_replaced().await => LoadState::Replaced,
        None => LoadState::Failed,
    }
}

/// Loads a file next to the page, for a view that a person opened. `read` checks it and returns `None` if it cannot
/// be used.
pub async fn fetched<T>(name: &str, read: impl FnOnce(&str) -> Option<T>) -> LoadState<T> {
    arrived(assets::text(name).await.ok().and_then(|text| read(&text))).await
}
