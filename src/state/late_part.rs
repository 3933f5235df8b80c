//! The part of the program that the start does not need: what it can do, and whether it is here.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;

use crate::browser::upload::PickedFile;
use crate::browser::{assets, clock};
use crate::built_in::GUIDANCE;
use crate::custom_model::Refusal;
use crate::route::Route;
use crate::state::Session;
use mlops_core::assessment::Assessment;
use mlops_core::fault::Fault;
use mlops_core::model::{AreaIx, CapabilityIx, Model};

/// What the later part can do. Whoever has one has fetched it: nothing of it can be called too early.
#[derive(Clone, Copy)]
pub struct Later {
    /// Reads an organisation's own questionnaire, for as long as the program runs.
    pub read_model: fn(&str) -> Result<&'static Model, Vec<Fault>>,
    /// The built-in questionnaire with the guidance that a text holds.
    pub with_guidance: fn(&Model, &str) -> Result<&'static Model, Vec<Fault>>,
    /// The page of a route; for questions the page that says why there are none.
    pub page: fn(Session, &Route) -> AnyView,
    /// Reads files that a person brought, and says what became of each.
    pub import: fn(Session, Vec<PickedFile>) -> AnyView,
    /// The part of the start page with what cannot be shown in its list.
    pub unlisted: fn(Session) -> AnyView,
    /// The page in place of all others where the questionnaire cannot be used.
    pub refused: fn(Refusal) -> AnyView,
    /// Begins to talk to the page around this one.
    pub embed: fn(Session),
    /// What else can be done with an assessment of the list.
    pub entry_menu: fn(Session, &Assessment) -> AnyView,
    /// The offer to put back what was deleted last, by its title.
    pub undo: fn(Session, String) -> AnyView,
    /// Which questions are asked, to be changed.
    pub change_asking: fn(Session) -> AnyView,
    /// The questions that were marked, wherever they are asked; the area is the one that is shown.
    pub to_come_back_to: fn(Session, AreaIx) -> AnyView,
    /// What keys do among the questions.
    pub question_keys: fn() -> AnyView,
    /// What became of what is kept, besides whether it is; nothing while there is nothing to say.
    pub notice: fn(Session) -> AnyView,
    /// Fetches ahead what one goes on to from its pages.
    pub ahead: fn(),
    /// What counts as evidence of a capability: what its question opens to.
    pub what_counts: fn(Session, CapabilityIx) -> AnyView,
    /// Puts the style sheet of its pages to use.
    pub style: fn() -> Pin<Box<dyn Future<Output = ()>>>,
}

/// The later part on its way; none when it did not come.
pub type Fetching = Pin<Box<dyn Future<Output = Option<Later>>>>;

/// Where the later part comes from.
#[derive(Clone, Copy)]
pub enum Source {
    /// It is a part of the program, as in builds for development and for tests.
    Whole(Later),
    /// It is a file of its own. After a failure the next call tries again.
    File(fn() -> Fetching),
}

impl Source {
    /// The later part; none when it did not come.
    pub async fn fetch(self) -> Option<Later> {
        match self {
            Self::Whole(later) => Some(later),
            Self::File(fetch) => fetch().await,
        }
    }
}

/// Whether the later part is here, and the guidance of the questionnaire with it.
#[derive(Clone, Copy)]
pub enum LatePart {
    /// Everything is here.
    Loaded(Later),
    /// It is being fetched, or nobody has asked for it yet.
    Loading,
    /// It did not come, and neither does anything else.
    Failed,
    /// The place that the page came from answers, but has this part no more: a newer page lies there by now.
    Replaced,
}

impl Session {
    /// Fetches what the start does not need; nothing where it is here already.
    pub fn fetch_late_part(&self) {
        let session = *self;
        let is_here = matches!(self.late_part.get_untracked(), LatePart::Loaded(_));
        if is_here || self.is_fetching.get_value() {
            return;
        }
        self.is_fetching.set_value(true);
        self.set_late_part.set(LatePart::Loading);
        leptos::task::spawn_local(async move {
            let fetched = session.fetched().await;
            session.is_fetching.set_value(false);
            if let Some(later) = fetched {
                (later.ahead)();
            }
            session.set_late_part.set(match fetched {
                Some(later) => LatePart::Loaded(later),
                None if assets::is_page_replaced().await => LatePart::Replaced,
                None => LatePart::Failed,
            });
        });
    }

    async fn fetched(&self) -> Option<Later> {
        let later = self.source.fetch().await?;
        (later.style)().await;
        if !self.model.is_whole() {
            let text = assets::text(GUIDANCE).await.ok()?;
            // To read it takes a while, and somebody is answering questions.
            clock::pause().await;
            let whole = (later.with_guidance)(self.model, &text).ok()?;
            self.assessment.set_guidance(whole);
            clock::pause().await;
        }
        Some(later)
    }
}
