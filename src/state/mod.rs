//! The only reactive state: which place is shown, which assessment is open, and whether it is saved.
//!
//! Everything a page draws is a value of the domain or follows from one by a [`Memo`]; nothing derived is stored.

mod answering;
pub mod late_part;
pub mod library;
mod saved_list;

use leptos::prelude::*;

use self::late_part::{LatePart, Later, Source};
use self::library::{Library, SetAside, StoredEntry};
use crate::browser::{address, assets, clock, storage::StorageError};
use crate::built_in::GUIDANCE;
use crate::route::{Route, Start};
use mlops_core::advice::stalls::stalls;
use mlops_core::assessment::{Assessment, PlanEntry, Response};
use mlops_core::by_id::ById;
use mlops_core::link::answer_to;
use mlops_core::model::answer::{Answer, Answers};
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, CapabilityIx, Model};
use mlops_core::moment::{Day, Moment};
use mlops_core::report::Subject;
use mlops_core::scoring::case::{Case, Questionnaire, Scope};
use mlops_core::scoring::profile::{Profile, profile_of};
use mlops_core::words;

/// Whether what is shown is also kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was changed in this visit.
    Untouched,
    /// Every change is in the browser's storage.
    Saved,
    /// Changes are held for this visit only.
    Unsaved(StorageError),
}

/// Something that was deleted and can be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    id: String,
    /// What it was called.
    pub title: String,
    text: String,
}

/// Answers, and what follows from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// What was answered.
    pub answers: Answers,
    /// Where the team stands.
    pub profile: Profile,
    /// The levels aimed for, by area id.
    pub target: ById<Level>,
}

/// What the start page lists.
#[derive(Clone, Debug, Default)]
pub struct SavedList {
    /// Every assessment with its id, newest first.
    pub entries: Vec<(String, StoredEntry)>,
    /// Texts that could not be read and were set aside.
    pub set_aside: Vec<SetAside>,
    /// What was deleted last, while it can be put back.
    pub deleted: Option<Deleted>,
}

impl SavedList {
    /// Whether this browser has kept nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.set_aside.is_empty()
    }

    /// The newest assessment that answers this model's questions.
    #[must_use]
    pub fn newest(&self, model: &Model) -> Option<&Assessment> {
        self.entries.iter().find_map(|(_, held)| match held {
            StoredEntry::Readable(found) if found.model_id == model.id() => Some(&**found),
            _ => None,
        })
    }
}

/// The state of the page. A handle: copies share the same state.
#[derive(Clone, Copy)]
pub struct Session {
    /// The questionnaire in use.
    pub model: &'static Model,
    /// Where one is.
    pub route: RwSignal<Route>,
    /// The assessment that is open; none on pages that show none.
    pub current: RwSignal<Option<Assessment>>,
    /// What the start page lists.
    pub saved_list: RwSignal<SavedList>,
    /// Whether what is shown is kept.
    pub saving: RwSignal<Saving>,
    /// Whether the page goes to the next open question by itself after an answer.
    pub step_on: RwSignal<bool>,
    /// The assessments that the page around this one may be told of, by their ids.
    given_away: RwSignal<Vec<String>>,
    /// Whether the whole program is here.
    pub late_part: RwSignal<LatePart>,
    /// Which questions the open assessment asks.
    pub questionnaire: Memo<Questionnaire>,
    /// Its answers and where it stands by them.
    pub standing: Memo<Evaluation>,
    source: Source,
    is_fetching: StoredValue<bool>,
    whole: StoredValue<Option<&'static Model>>,
    library: StoredValue<Library>,
}

impl Session {
    /// A session at a place, with whatever this browser has stored.
    #[must_use]
    pub fn new(model: &'static Model, route: Route, source: Source) -> Self {
        let current = RwSignal::new(None::<Assessment>);
        let questionnaire = Memo::new(move |_| {
            current.with(|open| match open {
                Some(assessment) => assessment.questionnaire(model),
                None => Questionnaire::of(model, Scope::Core),
            })
        });
        let standing = Memo::new(move |_| {
            let answers =
                current.with(|open| open.as_ref().map_or_else(|| Answers::none(model), |one| one.answers(model)));
            let profile =
                questionnaire.with(|questionnaire| profile_of(Case { model, questionnaire, answers: &answers }));
            let target = current.with(|open| open.as_ref().map(|one| one.target.clone()).unwrap_or_default());
            Evaluation { answers, profile, target }
        });
        let library = Library::open();
        let saving = library.trouble().map_or(Saving::Untouched, |error| Saving::Unsaved(error.clone()));
        let session = Self {
            model,
            route: RwSignal::new(Route::Unknown(String::new())),
            current,
            saved_list: RwSignal::new(SavedList::default()),
            saving: RwSignal::new(saving),
            step_on: RwSignal::new(answering::steps_on()),
            given_away: RwSignal::new(Vec::new()),
            late_part: RwSignal::new(match source {
                Source::Whole(later) if model.is_whole() => LatePart::Loaded(later),
                _ => LatePart::Loading,
            }),
            is_fetching: StoredValue::new(false),
            whole: StoredValue::new(None),
            questionnaire,
            standing,
            source,
            library: StoredValue::new(library),
        };
        session.follow(route);
        session
    }

    /// Calls `look` with the open assessment as a case, and with where it stands.
    pub fn with_case<T>(&self, look: impl FnOnce(Case, &Profile) -> T) -> T {
        self.questionnaire.with(|questionnaire| {
            self.standing.with(|Evaluation { answers, profile, .. }| {
                look(Case { model: self.model, questionnaire, answers }, profile)
            })
        })
    }

    /// Calls `look` with the open assessment as the subject of a report; none when none is open.
    pub fn with_subject<T>(&self, look: impl FnOnce(&Subject) -> T) -> Option<T> {
        self.current.with(|open| {
            let assessment = open.as_ref()?;
            Some(self.with_case(|case, profile| {
                look(&Subject {
                    title: words::title(&assessment.title),
                    day: local_day(assessment.updated),
                    case,
                    profile,
                    stalls: &stalls(case),
                    assessment: Some(assessment),
                    link: None,
                })
            }))
        })
    }

    /// The answer to a question; follows changes.
    #[must_use]
    pub fn answer_to(&self, capability: CapabilityIx) -> Option<Answer> {
        self.standing.with(|standing| standing.answers.get(capability))
    }

    /// Goes to a place: opens what it shows, begins what it asks for.
    pub fn follow(&self, route: Route) {
        match &route {
            Route::Start(start) => {
                let begun = self.begin(start);
                address::replace(&begun.to_string());
                self.follow(begun);
                return;
            }
            Route::Questions { id, .. } | Route::Result { id } | Route::Plan { id } => self.open(id),
            _ => self.current.set(None),
        }
        let is_home = route == Route::Home;
        if is_home {
            self.reload();
        } else {
            self.saved_list.update(|saved_list| saved_list.deleted = None);
        }
        // Whoever answers will want the result, and then it is there at once. Somebody new fetches nothing in vain.
        if !is_home || self.saved_list.with_untracked(|saved_list| !saved_list.is_empty()) {
            self.fetch_late_part();
        }
        self.route.set(route);
    }

    /// Fetches what the start does not need; nothing where it is here already.
    pub fn fetch_late_part(&self) {
        let session = *self;
        if matches!(session.late_part.get_untracked(), LatePart::Loading | LatePart::Failed)
            && !session.is_fetching.get_value()
        {
            session.is_fetching.set_value(true);
            session.late_part.set(LatePart::Loading);
            leptos::task::spawn_local(async move {
                let fetched = session.fetched().await;
                session.is_fetching.set_value(false);
                session.late_part.set(fetched.map_or(LatePart::Failed, LatePart::Loaded));
            });
        }
    }

    async fn fetched(&self) -> Option<Later> {
        let later = self.source.fetch().await?;
        if !self.model.is_whole() {
            let text = assets::text(GUIDANCE).await.ok()?;
            let whole = (later.with_guidance)(self.model, &text).ok()?;
            self.whole.set_value(Some(whole));
        }
        Some(later)
    }

    /// The same session with the whole questionnaire, once it is here: what the later part works with. Positions are the
    /// same in both.
    #[must_use]
    pub fn with_guidance(self) -> Self {
        Self { model: self.whole.get_value().unwrap_or(self.model), ..self }
    }

    fn open(&self, id: &str) {
        if self.current.with_untracked(|open| open.as_ref().is_some_and(|assessment| assessment.id == id)) {
            return;
        }
        self.current.set(self.readable(id).filter(|found| self.is_asked_here(found)));
    }

    /// Whether an assessment answers the questionnaire in use. Another one's answers say nothing about its questions.
    #[must_use]
    pub fn is_asked_here(&self, assessment: &Assessment) -> bool {
        assessment.model_id == self.model.id()
    }

    /// What stands under an id, whichever questionnaire it answers.
    #[must_use]
    pub fn readable(&self, id: &str) -> Option<Assessment> {
        let held = self.library.try_update_value(|library| library.get(id, clock::now_seconds())).flatten();
        match held {
            Some(StoredEntry::Readable(assessment)) => Some(*assessment),
            _ => None,
        }
    }

    /// Reads the saved_list anew.
    pub fn reload(&self) {
        let found = self.library.try_update_value(|library| (library.all(clock::now_seconds()), library.set_aside()));
        let (entries, set_aside) = found.unwrap_or_default();
        self.saved_list.update(|saved_list| {
            saved_list.entries = entries;
            saved_list.set_aside = set_aside;
        });
    }

    /// Begins an assessment and says where its first question is.
    fn begin(&self, start: &Start) -> Route {
        let mut questionnaire = Questionnaire::of(self.model, start.scope);
        let named = |track: &_| start.tracks.contains(&self.model.track(*track).id);
        let tracks: Vec<_> = self.model.track_ixs().filter(named).collect();
        if !tracks.is_empty() {
            questionnaire.tracks = tracks;
        }
        let id = clock::random_id();
        let mut assessment = Assessment::new(id.clone(), start.title.clone(), self.model, &questionnaire, now());
        answer_to(&mut assessment, start.invitation, &start.about);
        self.put(&assessment);
        self.current.set(Some(assessment));
        let area = questionnaire.areas(self.model).first().map(|&area| self.model.area(area).id.clone());
        Route::Questions { id, area }
    }

    /// Stores an assessment beside the others.
    pub fn put(&self, assessment: &Assessment) {
        self.library.update_value(|library| {
            library.put(assessment).ok();
        });
        self.tell_saving();
    }

    fn tell_saving(&self) {
        let trouble = self.library.with_value(|library| library.trouble().cloned());
        self.saving.set(trouble.map_or(Saving::Saved, Saving::Unsaved));
    }

    /// Changes the open assessment and stores it at once.
    pub fn change(&self, change: impl FnOnce(&mut Assessment)) {
        let Some(shown) = self.current.get_untracked() else { return };
        let newest = self.library.try_update_value(|library| library.change(&shown, clock::now_seconds(), change));
        self.current.set(newest);
        self.tell_saving();
    }

    /// Answers a question, or opens it again.
    pub fn answer(&self, capability: CapabilityIx, answer: Option<Answer>) {
        self.respond(capability, |response| response.value = answer);
        // Whoever answers in a frame means the page around it to know.
        self.give_away();
    }

    /// Changes what is said to one question.
    pub fn respond(&self, capability: CapabilityIx, change: impl FnOnce(&mut Response)) {
        let id = &self.model.capability(capability).id;
        self.change(|assessment| assessment.respond(id, now(), change));
    }

    /// Changes what was decided about a step of the plan.
    pub fn decide(&self, capability: CapabilityIx, change: impl FnOnce(&mut PlanEntry)) {
        let id = &self.model.capability(capability).id;
        self.change(|assessment| assessment.decide(id, now(), change));
    }

    /// Aims for a level in an area.
    pub fn aim(&self, area: AreaIx, level: Level) {
        let id = self.model.area(area).id.clone();
        self.change(|assessment| {
            assessment.target.insert(id, level);
            assessment.updated = assessment.updated.max(now());
        });
    }

    /// Asks other questions from here on; no answer is touched.
    pub fn ask(&self, questionnaire: &Questionnaire) {
        self.change(|assessment| {
            assessment.ask(self.model, questionnaire);
            assessment.updated = assessment.updated.max(now());
        });
    }

    /// Another tab stored something, or nothing any more, under this key (all keys when none).
    pub fn stored_elsewhere(&self, key: Option<&str>) {
        if let Some(id) = key.and_then(library::id_of) {
            self.library.update_value(|library| library.mend_race(id, clock::now_seconds()));
        }
        let open = self.current.with_untracked(|open| open.as_ref().map(|assessment| assessment.id.clone()));
        let concerns = |id: &str| key.is_none_or(|key| library::id_of(key) == Some(id));
        if let Some(id) = open.filter(|id| concerns(id)) {
            // Deleted elsewhere: what is shown stays, and the next answer stores it again.
            if let Some(assessment) = self.readable(&id).filter(|found| self.is_asked_here(found)) {
                self.current.set(Some(assessment));
            }
        }
        if self.route.with_untracked(|route| *route == Route::Home) {
            self.reload();
        }
    }

    /// Whether closing the page would lose something.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        self.library.with_value(Library::has_unsaved)
    }

    /// The first area with a question still open; the first of all when none is.
    #[must_use]
    pub fn area_to_continue(&self) -> Option<AreaIx> {
        self.with_case(|case, _| {
            let mut open = case.questionnaire.capabilities(case.model).filter(|&at| case.answer(at).is_none());
            let areas = case.questionnaire.areas(case.model);
            open.next().map(|at| case.model.capability(at).area).or_else(|| areas.first().copied())
        })
    }
}

/// The day of a moment as the person in front of the page would say it.
#[must_use]
pub fn local_day(moment: Moment) -> Day {
    moment.day_at(clock::minutes_east(moment.unix_seconds()))
}

/// This moment.
#[must_use]
pub fn now() -> Moment {
    Moment::from_unix_seconds(clock::now_seconds()).unwrap_or_default()
}
