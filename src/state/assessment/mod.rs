//! The open assessment: its parts as signals, and every way to change it.
//!
//! A change goes through [`Library::change`], which stores it at once; [`OpenAssessment::current`] then has the
//! newest copy. Each part has its own memo, so that a view follows only what it shows.

mod questions;
mod rounds;

use leptos::prelude::*;

use crate::browser::{clock, session_storage};
use crate::route::Start;
use crate::state::embedding::Embedding;
use crate::state::library::{Library, StorageNotice};
use crate::state::{local_day, now};
use mlops_core::advice::patterns::fired_patterns;
use mlops_core::assessment::file;
use mlops_core::assessment::{Assessment, Outcomes, PlanEntry, Response, Snapshot, Source, clean_title};
use mlops_core::by_id::ById;
use mlops_core::history::snapshots::past;
use mlops_core::link::mark_as_reply;
use mlops_core::model::answer::{Answer, Answers};
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, CapabilityIx, Model};
use mlops_core::moment::Day;
use mlops_core::report::Subject;
use mlops_core::scoring::case::{Case, QuestionSet, Scope};
use mlops_core::scoring::profile::{Profile, profile_of};
use mlops_core::words;

/// The key in the session storage of an assessment that was begun in this tab and has no answer yet.
const DRAFT: &str = "mlops-maturity:begun";

/// The context of the open assessment. Without one, the memos of its parts are empty.
#[derive(Clone, Copy)]
pub struct OpenAssessment {
    /// The whole assessment; `None` on pages without one. A view that shows one part should follow the memo of that
    /// part.
    pub current: ReadSignal<Option<Assessment>>,
    pub id: Memo<Option<String>>,
    pub title: Memo<String>,
    /// A sentence on what is assessed.
    pub about: Memo<String>,
    pub question_set: Memo<QuestionSet>,
    /// Answers with their notes, by capability id.
    pub responses: Memo<ById<Response>>,
    pub answers: Memo<Answers>,
    pub profile: Memo<Profile>,
    /// Target levels by area id.
    pub target: Memo<ById<Level>>,
    /// The number of people who work on the plan.
    pub people: Memo<Option<u32>>,
    /// The number of models that the efforts of the plan are for.
    pub models: Memo<Option<u32>>,
    /// The decisions on steps of the plan, by capability id.
    pub plan: Memo<ById<PlanEntry>>,
    pub outcomes: Memo<Outcomes>,
    /// The people whose answers are combined in it.
    pub sources: Memo<Vec<Source>>,
    /// Oldest first.
    pub snapshots: Memo<Vec<Snapshot>>,
    /// The local day of the last change.
    pub updated_on: Memo<Option<Day>>,
    model: StoredValue<&'static Model>,
    library: Library,
    embedding: Embedding,
    set_current: WriteSignal<Option<Assessment>>,
}

impl OpenAssessment {
    #[must_use]
    pub fn new(model: &'static Model, library: Library, embedding: Embedding) -> Self {
        let (current, set_current) = signal(None::<Assessment>);
        // Without guidance: levels follow from the questions alone. A rule that needs guidance must not be computed here.
        let question_set = Memo::new(move |_| {
            current.with(|open| match open {
                Some(open) => open.question_set(model),
                None => QuestionSet::of(model, Scope::Essentials),
            })
        });
        let answers = Memo::new(move |_| {
            current.with(|open| open.as_ref().map_or_else(|| Answers::none(model), |open| open.answers(model)))
        });
        let profile = Memo::new(move |_| {
            question_set
                .with(|question_set| answers.with(|answers| profile_of(Case::new(model, question_set, answers))))
        });
        Self {
            current,
            id: part(current, |open| Some(open.id.clone())),
            title: part(current, |open| open.title.clone()),
            about: part(current, |open| open.about.clone()),
            question_set,
            responses: part(current, |open| open.responses.clone()),
            answers,
            profile,
            target: part(current, |open| open.target.clone()),
            people: part(current, |open| open.people),
            models: part(current, |open| open.models),
            plan: part(current, |open| open.plan.clone()),
            outcomes: part(current, |open| open.outcomes.clone()),
            sources: part(current, |open| open.sources.clone()),
            snapshots: part(current, |open| open.snapshots.clone()),
            updated_on: part(current, |open| Some(local_day(open.answered_at()))),
            model: StoredValue::new(model),
            library,
            embedding,
            set_current,
        }
    }

    /// The questionnaire in use. Its guidance is empty before [`OpenAssessment::set_guidance`].
    #[must_use]
    pub fn model(&self) -> &'static Model {
        self.model.get_value()
    }

    /// Replaces the questionnaire by the same one with its guidance. Indices are the same in both.
    pub fn set_guidance(&self, model: &'static Model) {
        self.model.set_value(model);
    }

    /// Opens an assessment. Opens none if this browser stores none with this id, or one of another questionnaire.
    pub(super) fn open(&self, id: &str) {
        if self.id.with_untracked(|open| open.as_deref() == Some(id)) {
            return;
        }
        let stored = self.library.open(id).or_else(|| draft(id));
        self.library.set_notice(None);
        self.set_current.set(stored.filter(|found| self.library.is_of_this_questionnaire(found)));
    }

    pub(super) fn close(&self) {
        if self.current.with_untracked(Option::is_some) {
            self.set_current.set(None);
        }
    }

    /// Begins an assessment and opens it. It is stored only with the first answer, so that a mere visit adds nothing
    /// to the list.
    pub(super) fn begin(&self, start: &Start) -> String {
        let model = self.model();
        let mut question_set = QuestionSet::of(model, start.scope);
        let is_named = |track: &_| start.tracks.contains(&model.track(*track).id);
        let tracks: Vec<_> = model.track_ixs().filter(is_named).collect();
        if !tracks.is_empty() {
            question_set.tracks = tracks;
        }
        let id = clock::random_id();
        let mut draft = Assessment::new(id.clone(), start.title.clone(), model, &question_set, now());
        mark_as_reply(&mut draft, start.invitation, &start.about);
        draft.business_unit = clean_title(&start.business_unit);
        draft.models = start.models;
        // For a reload of this tab. If the browser refuses, the assessment lasts until the page is left.
        let _ = session_storage::write(DRAFT, &file::write_stored(&draft));
        self.set_current.set(Some(draft));
        id
    }

    /// Shows the newest copy after another tab or the mirror changed the storage. A deleted assessment stays visible.
    pub(super) fn refresh(&self) {
        let Some(shown) = self.current.get_untracked() else { return };
        let newest = self.library.find(&shown.id).filter(|found| self.library.is_of_this_questionnaire(found));
        match newest {
            Some(newest) => {
                if self.library.notice.get_untracked() == Some(StorageNotice::DeletedElsewhere) {
                    self.library.set_notice(None);
                }
                if newest != shown {
                    self.set_current.set(Some(newest));
                }
            }
            None if self.library.is_deleted(&shown) => {
                self.library.set_notice(Some(StorageNotice::DeletedElsewhere));
            }
            None => {}
        }
    }

    /// Changes the open assessment and stores it at once.
    pub fn change(&self, change: impl FnOnce(&mut Assessment)) {
        let Some(shown) = self.current.get_untracked() else { return };
        let newest = self.library.change(&shown, change);
        if newest.as_ref() != Some(&shown) {
            session_storage::remove(DRAFT);
        }
        self.set_current.set(newest);
    }

    /// Changes the open assessment by an operation that may fail, and returns its result.
    fn try_change<T: Default, E>(&self, change: impl FnOnce(&mut Assessment) -> Result<T, E>) -> Result<T, E> {
        let mut outcome = Ok(T::default());
        self.change(|assessment| outcome = change(assessment));
        outcome
    }

    /// Answers a question, or clears its answer.
    pub fn answer(&self, capability: CapabilityIx, answer: Option<Answer>) {
        self.respond(capability, |response| response.say(answer));
        self.share_with_host();
    }

    /// Changes the response to one question.
    pub fn respond(&self, capability: CapabilityIx, change: impl FnOnce(&mut Response)) {
        let id = &self.model().capability(capability).id;
        self.change(|assessment| assessment.respond(id, now(), change));
    }

    /// Sets answer, origin and "confirm later" of several responses in one change. Their notes remain.
    pub fn respond_all(&self, responses: &[(CapabilityIx, Response)]) {
        let model = self.model();
        self.change(|assessment| {
            for (capability, new) in responses {
                assessment.respond(&model.capability(*capability).id, now(), |response| {
                    response.say(new.value);
                    response.later = new.later;
                    response.from = new.from;
                });
            }
        });
        self.share_with_host();
    }

    /// Changes the decision on a step of the plan.
    pub fn decide(&self, capability: CapabilityIx, change: impl FnOnce(&mut PlanEntry)) {
        let id = &self.model().capability(capability).id;
        self.change(|assessment| assessment.decide(id, now(), change));
    }

    pub fn set_target(&self, area: AreaIx, level: Level) {
        let id = self.model().area(area).id.clone();
        self.change(|assessment| assessment.target.insert(id, level));
    }

    /// Sets the target level of several areas in one change.
    pub fn set_targets(&self, areas: &[AreaIx], level: Level) {
        let model = self.model();
        self.change(|assessment| {
            for &area in areas {
                assessment.target.insert(model.area(area).id.clone(), level);
            }
        });
    }

    /// Sets the number of people who work on the plan.
    pub fn set_people(&self, people: u32) {
        self.change(|assessment| assessment.people = Some(people));
    }

    /// Asks other questions; no answer is changed.
    pub fn ask(&self, question_set: &QuestionSet) {
        let model = self.model();
        self.change(|assessment| assessment.ask(model, question_set));
    }

    /// Shares this assessment with the embedding page for the rest of the visit.
    pub fn share_with_host(&self) {
        if let Some(id) = self.id.get_untracked() {
            self.embedding.share(id);
        }
    }

    /// Whether the embedding page may see this assessment: it was answered or shared in this visit.
    #[must_use]
    pub fn is_shared_with_host(&self) -> bool {
        self.id.with(|id| id.as_deref().is_some_and(|id| self.embedding.is_shared(id)))
    }

    /// The answer to a question. Follows changes.
    #[must_use]
    pub fn answer_to(&self, capability: CapabilityIx) -> Option<Answer> {
        self.answers.with(|answers| answers.get(capability))
    }

    /// The response to a question. Follows changes.
    #[must_use]
    pub fn response(&self, capability: CapabilityIx) -> Response {
        self.with_response(capability, Clone::clone).unwrap_or_default()
    }

    fn with_response<T>(&self, capability: CapabilityIx, read: impl FnOnce(&Response) -> T) -> Option<T> {
        let id = &self.model().capability(capability).id;
        self.current.with(|open| open.as_ref().and_then(|open| open.responses.get(id)).map(read))
    }

    /// The decision on a step of the plan. Follows changes.
    #[must_use]
    pub fn plan_entry(&self, capability: CapabilityIx) -> Option<PlanEntry> {
        let id = &self.model().capability(capability).id;
        self.plan.with(|plan| plan.get(id).cloned())
    }

    /// Calls `read` with the questions, the answers and the profile. Follows their changes.
    pub fn with_case<T>(&self, read: impl FnOnce(Case, &Profile) -> T) -> T {
        let model = self.model();
        let models = self.models.get().unwrap_or(1);
        self.question_set.with(|question_set| {
            self.answers.with(|answers| {
                let case = Case::new(model, question_set, answers).for_models(models);
                self.profile.with(|profile| read(case, profile))
            })
        })
    }

    /// Calls `read` with the open assessment as the subject of a report; `None` without one. Follows every change.
    pub fn with_subject<T>(&self, read: impl FnOnce(&Subject) -> T) -> Option<T> {
        self.current.with(|open| {
            let assessment = open.as_ref()?;
            let past = past(self.model(), assessment);
            Some(self.with_case(|case, profile| {
                let case = case.since(&past);
                read(&Subject {
                    title: words::title(&assessment.title),
                    day: local_day(assessment.answered_at()),
                    case,
                    profile,
                    patterns: &fired_patterns(case),
                    assessment: Some(assessment),
                    link: None,
                    is_from_link: false,
                })
            }))
        })
    }
}

/// A part of the open assessment. The memo changes only when that part changes.
fn part<T>(current: ReadSignal<Option<Assessment>>, read: fn(&Assessment) -> T) -> Memo<T>
where
    T: Default + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| current.with(|open| open.as_ref().map(read).unwrap_or_default()))
}

/// The assessment that was begun in this tab, if it has this id.
fn draft(id: &str) -> Option<Assessment> {
    let text = session_storage::read(DRAFT)?;
    file::read_stored(&text).ok().filter(|draft| draft.id == id)
}
