//! The only reactive state: which place is shown, which assessment is open, and whether it is saved.
//!
//! Everything a page draws is a value of the domain or follows from one by a [`Memo`]; nothing derived is stored.

mod answering;
mod gathering;
pub mod late_part;
pub mod library;
pub mod mirror;
mod read;
mod rounds;
mod saved_list;
mod saving;
pub mod store;

use leptos::prelude::*;

use self::late_part::{LatePart, Source};
use self::library::{Library, StoredEntry};
pub use self::library::{Saving, Trouble};
pub use self::read::Read;
pub use self::saved_list::SavedList;
pub use self::saving::Notice;
use self::saving::Wake;
use self::store::LocalStore;
use crate::browser::upload::PickedFile;
use crate::browser::{address, clock, indexed_db};
use crate::route::{Route, Start};
use mlops_core::advice::stalls::stalls;
use mlops_core::assessment::stamp::Stamp;
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

/// The state of the page. A handle: copies share the same state. Pages read its signals and call its verbs; nobody but it
/// writes.
#[derive(Clone, Copy)]
pub struct Session {
    /// The questionnaire in use.
    pub model: &'static Model,
    /// Where one is.
    pub route: Read<Route>,
    /// The assessment that is open; none on pages that show none.
    pub current: Read<Option<Assessment>>,
    /// What the start page lists.
    pub saved_list: Read<SavedList>,
    /// Whether what is shown is kept.
    pub saving: Read<Saving>,
    /// Whether the page goes to the next open question by itself after an answer.
    pub step_on: Read<bool>,
    /// What has to be said besides about what is kept.
    pub notice: Read<Option<Notice>>,
    /// Whether the second storage is still being read: what is not here yet may come from there.
    pub is_looking: Read<bool>,
    /// The assessments that the page around this one may be told of, by their ids.
    given_away: Read<Vec<String>>,
    /// The files that were imported last.
    pub imported: Read<Vec<PickedFile>, LocalStorage>,
    /// Whether the whole program is here.
    pub late_part: Read<LatePart>,
    /// Which questions the open assessment asks.
    pub questionnaire: Memo<Questionnaire>,
    /// Its answers and where it stands by them.
    pub evaluation: Memo<Evaluation>,
    source: Source,
    is_fetching: StoredValue<bool>,
    whole: StoredValue<Option<&'static Model>>,
    library: StoredValue<Library<LocalStore>>,
    /// How many assessments the start page lists at most.
    listed: StoredValue<usize>,
    /// Tells the mirror that something has to go there.
    wake: StoredValue<Option<Wake>, LocalStorage>,
    is_mirrored: StoredValue<bool>,
    /// Whether another try to store what is held is on its way.
    is_retrying: StoredValue<bool>,
}

/// How many assessments the start page lists to begin with, and how many more at a time.
const LISTED: usize = 20;

impl Session {
    /// A session at a place, with whatever this browser has stored.
    #[must_use]
    pub fn new(model: &'static Model, place: Route, source: Source) -> Self {
        let current = Read::new(None::<Assessment>);
        let questionnaire = Memo::new(move |_| {
            current.with(|open| match open {
                Some(assessment) => assessment.questionnaire(model),
                None => Questionnaire::of(model, Scope::Core),
            })
        });
        let evaluation = Memo::new(move |_| {
            let answers =
                current.with(|open| open.as_ref().map_or_else(|| Answers::none(model), |one| one.answers(model)));
            let profile =
                questionnaire.with(|questionnaire| profile_of(Case { model, questionnaire, answers: &answers }));
            let target = current.with(|open| open.as_ref().map(|one| one.target.clone()).unwrap_or_default());
            Evaluation { answers, profile, target }
        });
        // Enough of a random id to tell the tabs of one browser apart.
        let tab = clock::random_id().chars().take(6).collect();
        let library = Library::open(LocalStore, tab);
        let route = Read::new(Route::Unknown(String::new()));
        let saved_list = Read::new(SavedList::default());
        let saving = Read::new(library.word());
        let notice = Read::new(None);
        let step_on = Read::new(answering::steps_on());
        let is_looking = Read::new(true);
        let given_away = Read::new(Vec::new());
        let imported = Read::new_local(Vec::new());
        let late_part = Read::new(match source {
            Source::Whole(later) if model.is_whole() => LatePart::Loaded(later),
            _ => LatePart::Loading,
        });
        let session = Self {
            model,
            route,
            current,
            saved_list,
            saving,
            step_on,
            notice,
            is_looking,
            given_away,
            imported,
            late_part,
            questionnaire,
            evaluation,
            source,
            library: StoredValue::new(library),
            is_fetching: StoredValue::new(false),
            whole: StoredValue::new(None),
            listed: StoredValue::new(LISTED),
            wake: StoredValue::new_local(None),
            is_mirrored: StoredValue::new(false),
            is_retrying: StoredValue::new(false),
        };
        session.follow(place);
        match late_part.get_untracked() {
            LatePart::Loaded(later) => session.keep_mirror(later),
            // Nothing may be here because the browser was killed before it had anything on disk.
            _ if !indexed_db::is_offered() => is_looking.set(false),
            _ => leptos::task::spawn_local(async move {
                if indexed_db::is_there().await {
                    session.fetch_late_part();
                } else if !session.is_fetching.get_value() {
                    session.is_looking.set(false);
                }
            }),
        }
        session
    }

    /// Calls `look` with the open assessment as a case, and with where it stands.
    pub fn with_case<T>(&self, look: impl FnOnce(Case, &Profile) -> T) -> T {
        self.questionnaire.with(|questionnaire| {
            self.evaluation.with(|Evaluation { answers, profile, .. }| {
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
        self.evaluation.with(|evaluation| evaluation.answers.get(capability))
    }

    /// Goes to a place: opens what it shows, begins what it asks for.
    pub fn follow(&self, place: Route) {
        match &place {
            Route::Start(start) => {
                let begun = self.begin(start);
                address::replace(&begun.to_string());
                self.follow(begun);
                return;
            }
            _ => match place.assessment() {
                Some(id) => self.open(id),
                None => self.current.set(None),
            },
        }
        let is_home = place == Route::Home;
        if is_home {
            self.reload();
        } else {
            self.saved_list.update(|saved_list| saved_list.deleted = None);
        }
        // Whoever answers will want the result, and then it is there at once. Somebody new fetches nothing in vain.
        if !is_home || self.saved_list.with_untracked(|saved_list| !saved_list.is_empty()) {
            self.fetch_late_part();
        }
        self.route.set(place);
    }

    fn open(&self, id: &str) {
        if self.current.with_untracked(|open| open.as_ref().is_some_and(|assessment| assessment.id == id)) {
            return;
        }
        let held = self.library.try_update_value(|library| library.hold(id)).flatten();
        let found = held.or_else(|| saving::begun(id)).filter(|found| self.is_asked_here(found));
        self.notice.set(None);
        self.current.set(found);
    }

    /// Whether an assessment answers the questionnaire in use. Another one's answers say nothing about its questions.
    #[must_use]
    pub fn is_asked_here(&self, assessment: &Assessment) -> bool {
        assessment.model_id == self.model.id()
    }

    /// What stands under an id, whichever questionnaire it answers.
    #[must_use]
    pub fn readable(&self, id: &str) -> Option<Assessment> {
        match self.library.try_update_value(|library| library.get(id)).flatten() {
            Some(StoredEntry::Readable(assessment)) => Some(*assessment),
            _ => None,
        }
    }

    /// Begins an assessment and says where its first question is. Nothing is stored before the first answer: whoever opens
    /// addresses in this browser fills nobody's list.
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
        saving::keep_begun(&assessment);
        self.current.set(Some(assessment));
        let area = questionnaire.areas(self.model).first().map(|&area| self.model.area(area).id.clone());
        Route::Questions { id, area }
    }

    /// Answers a question, or opens it again.
    pub fn answer(&self, capability: CapabilityIx, answer: Option<Answer>) {
        self.respond(capability, |response| response.say(answer));
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

    /// Calls `look` with what was decided about a step of the plan, if anything was; follows changes.
    pub fn entry<T>(&self, capability: CapabilityIx, look: impl FnOnce(&PlanEntry) -> T) -> Option<T> {
        let id = &self.model.capability(capability).id;
        self.current.with(|open| open.as_ref().and_then(|one| one.plan.get(id)).map(look))
    }

    /// Aims for a level in an area.
    pub fn aim(&self, area: AreaIx, level: Level) {
        let id = self.model.area(area).id.clone();
        self.change(|assessment| assessment.target.insert(id, level));
    }

    /// Puts so many people on the plan.
    pub fn staff(&self, people: u32) {
        self.change(|assessment| assessment.people = Some(people));
    }

    /// Asks other questions from here on; no answer is touched.
    pub fn ask(&self, questionnaire: &Questionnaire) {
        self.change(|assessment| assessment.ask(self.model, questionnaire));
    }
}

/// The day of a moment as the person in front of the page would say it.
#[must_use]
pub fn local_day(moment: Moment) -> Day {
    let at = Stamp::from(moment).at;
    moment.day_at(clock::zone(at))
}

/// This moment.
#[must_use]
pub fn now() -> Moment {
    Stamp { at: clock::now(), by: String::new() }.moment()
}
