//! The four contexts in one value, for views that do not take them by `expect_context` yet. It goes with the last of them.

use leptos::prelude::*;

use super::library::{Deleted, ImportOutcome, SavedList};
use super::{Embedding, Library, Navigation, OpenAssessment, SaveStatus, StorageNotice, provide_state};
use crate::browser::upload::PickedFile;
use crate::route::Route;
use mlops_core::assessment::{Assessment, PlanEntry, Response, Snapshot};
use mlops_core::by_id::ById;
use mlops_core::history::gathered::Person;
use mlops_core::history::record::Record;
use mlops_core::history::respondents::CohortError;
use mlops_core::history::snapshots::SnapshotError;
use mlops_core::model::answer::{Answer, Answers};
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, CapabilityIx, Model};
use mlops_core::moment::Moment;
use mlops_core::report::Subject;
use mlops_core::scoring::case::{Case, Questionnaire, Scope};
use mlops_core::scoring::profile::Profile;

/// Answers, and what follows from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    pub answers: Answers,
    pub profile: Profile,
    /// Target levels by area id.
    pub target: ById<Level>,
}

/// All contexts, and the names that they had before.
#[derive(Clone, Copy)]
pub struct Session {
    pub assessment: OpenAssessment,
    pub library: Library,
    pub navigation: Navigation,
    pub embedding: Embedding,
    pub model: &'static Model,
    pub route: ReadSignal<Route>,
    pub current: ReadSignal<Option<Assessment>>,
    pub saved_list: Memo<SavedList>,
    pub deleted: ReadSignal<Option<Deleted>>,
    pub saving: ReadSignal<SaveStatus>,
    pub step_on: ReadSignal<bool>,
    pub notice: ReadSignal<Option<StorageNotice>>,
    pub is_looking: ReadSignal<bool>,
    pub imported: ReadSignal<Vec<PickedFile>, LocalStorage>,
    pub questionnaire: Memo<Questionnaire>,
    pub evaluation: Memo<Evaluation>,
}

impl Session {
    /// Provides the contexts, and shows a route.
    #[must_use]
    pub fn new(model: &'static Model, place: Route) -> Self {
        provide_state(model);
        let assessment = expect_context::<OpenAssessment>();
        let library = expect_context::<Library>();
        let navigation = expect_context::<Navigation>();
        let evaluation = Memo::new(move |_| Evaluation {
            answers: assessment.answers.get(),
            profile: assessment.profile.get(),
            target: assessment.target.get(),
        });
        let session = Self {
            assessment,
            library,
            navigation,
            embedding: expect_context::<Embedding>(),
            model,
            route: navigation.route,
            current: assessment.current,
            saved_list: library.saved,
            deleted: library.deleted,
            saving: library.status,
            step_on: library.auto_advance,
            notice: library.notice,
            is_looking: library.is_reading,
            imported: library.imports,
            questionnaire: assessment.questionnaire,
            evaluation,
        };
        session.follow(place);
        session
    }

    /// The same session with the questionnaire's guidance, once that is here.
    #[must_use]
    pub fn with_guidance(self) -> Self {
        Self { model: self.assessment.model(), ..self }
    }

    /// See [`Navigation::show`].
    pub fn follow(&self, place: Route) {
        self.navigation.show(place);
    }

    /// See [`Library::import`].
    pub fn import(&self, files: Vec<PickedFile>) {
        self.library.import(files);
    }
}

/// Methods of the contexts under the names that they had on the session.
#[allow(clippy::missing_errors_doc, reason = "as the methods that they lead to")]
impl Session {
    #[must_use]
    pub fn is_asked_here(&self, assessment: &Assessment) -> bool {
        self.library.is_of_this_questionnaire(assessment)
    }
    #[must_use]
    pub fn readable(&self, id: &str) -> Option<Assessment> {
        self.library.find(id)
    }
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        self.library.has_unsaved()
    }
    pub fn put(&self, assessment: &Assessment) {
        self.library.put(assessment.clone());
    }
    pub fn keep(&self, assessment: &Assessment) {
        self.library.put(assessment.clone());
    }
    #[allow(clippy::must_use_candidate, reason = "few need the id")]
    pub fn keep_as_new(&self, assessment: Assessment) -> String {
        self.library.put_as_new(assessment)
    }
    pub fn replace_by(&self, file: &Assessment) {
        self.library.replace_with(file);
    }
    pub fn merge_in(&self, file: &Assessment) {
        self.library.merge(file);
    }
    #[must_use]
    pub fn look_at(&self, text: &str) -> Option<ImportOutcome> {
        self.library.inspect_file(text)
    }
    pub fn list_more(&self) {
        self.library.list_more();
    }
    #[must_use]
    pub fn every_saved(&self) -> Vec<Assessment> {
        self.library.all()
    }
    pub fn rename(&self, id: &str, title: &str) {
        self.library.rename(id, title);
    }
    pub fn duplicate(&self, id: &str, title: String) {
        self.library.duplicate(id, title);
    }
    pub fn delete(&self, id: &str, title: String) {
        self.library.delete(id, title);
    }
    pub fn undo_delete(&self) {
        self.library.undo_delete();
    }
    pub fn forget_deleted(&self) {
        self.library.forget_deleted();
    }
    pub fn discard(&self, key: &str) {
        self.library.discard(key);
    }
    pub fn put_away(&self) {
        self.library.close_imports();
    }
    pub fn stored_elsewhere(&self, key: Option<&str>, text: Option<&str>) {
        self.library.storage_changed(key, text);
    }
    pub fn set_step_on(&self, is_on: bool) {
        self.library.set_auto_advance(is_on);
    }
    pub fn show_newest(&self) {
        self.navigation.show_newest_result();
    }
    pub fn begin_if_new(&self, scope: Scope) {
        self.navigation.begin_if_new(scope, Vec::new());
    }
    pub fn with_case<T>(&self, read: impl FnOnce(Case, &Profile) -> T) -> T {
        self.assessment.with_case(read)
    }
    pub fn with_subject<T>(&self, read: impl FnOnce(&Subject) -> T) -> Option<T> {
        self.assessment.with_subject(read)
    }
    #[must_use]
    pub fn answer_to(&self, capability: CapabilityIx) -> Option<Answer> {
        self.assessment.answer_to(capability)
    }
    pub fn answer(&self, capability: CapabilityIx, answer: Option<Answer>) {
        self.assessment.answer(capability, answer);
    }
    pub fn change(&self, change: impl FnOnce(&mut Assessment)) {
        self.assessment.change(change);
    }
    pub fn respond(&self, capability: CapabilityIx, change: impl FnOnce(&mut Response)) {
        self.assessment.respond(capability, change);
    }
    pub fn say_all(&self, responses: &[(CapabilityIx, Response)]) {
        self.assessment.respond_all(responses);
    }
    pub fn decide(&self, capability: CapabilityIx, change: impl FnOnce(&mut PlanEntry)) {
        self.assessment.decide(capability, change);
    }
    pub fn entry<T>(&self, capability: CapabilityIx, read: impl FnOnce(&PlanEntry) -> T) -> Option<T> {
        self.assessment.plan_entry(capability).as_ref().map(read)
    }
    pub fn aim(&self, area: AreaIx, level: Level) {
        self.assessment.set_target(area, level);
    }
    pub fn staff(&self, people: u32) {
        self.assessment.set_people(people);
    }
    pub fn ask(&self, questionnaire: &Questionnaire) {
        self.assessment.ask(questionnaire);
    }
    #[must_use]
    pub fn said(&self, capability: CapabilityIx) -> Response {
        self.assessment.response(capability)
    }
    pub fn set_later(&self, capability: CapabilityIx, is_later: bool) {
        self.assessment.set_later(capability, is_later);
    }
    pub fn confirm(&self, capability: CapabilityIx) {
        self.assessment.confirm(capability);
    }
    #[must_use]
    pub fn is_later(&self, capability: CapabilityIx) -> bool {
        self.assessment.is_later(capability)
    }
    #[must_use]
    pub fn is_marked(&self, capability: CapabilityIx) -> bool {
        self.assessment.is_marked(capability)
    }
    #[must_use]
    pub fn is_answered(&self, capability: CapabilityIx) -> bool {
        self.assessment.is_answered(capability)
    }
    #[must_use]
    pub fn is_to_confirm(&self, capability: CapabilityIx) -> bool {
        self.assessment.is_to_confirm(capability)
    }
    pub fn give_away(&self) {
        self.assessment.share_with_host();
    }
    #[must_use]
    pub fn is_given_away(&self) -> bool {
        self.assessment.is_shared_with_host()
    }
    #[must_use]
    pub fn asked_in(&self, area: AreaIx) -> Vec<CapabilityIx> {
        self.assessment.questions_in(area)
    }
    #[must_use]
    pub fn next_open(&self, area: AreaIx, after: Option<CapabilityIx>) -> Option<CapabilityIx> {
        self.assessment.next_open(area, after)
    }
    #[must_use]
    pub fn question_to_continue(&self) -> Option<CapabilityIx> {
        self.assessment.first_open()
    }
    #[must_use]
    pub fn open_question_in(&self, area: AreaIx) -> Option<CapabilityIx> {
        self.assessment.first_open_in(area)
    }
    #[must_use]
    pub fn is_first_of_area(&self, at: CapabilityIx) -> bool {
        self.assessment.is_first_of_area(at)
    }
    #[must_use]
    pub fn area_to_continue(&self) -> Option<AreaIx> {
        self.assessment.first_open_area()
    }
    pub fn take_snapshot(&self, label: &str) -> Result<(), SnapshotError> {
        self.assessment.take_snapshot(label)
    }
    pub fn new_round(&self, label: &str) -> Result<(), SnapshotError> {
        self.assessment.new_round(label)
    }
    pub fn take_over(&self, records: &[(String, Record)]) -> Result<(), SnapshotError> {
        self.assessment.import_snapshots(records)
    }
    #[must_use]
    pub fn rename_snapshot(&self, at: Moment, label: &str, new: &str) -> bool {
        self.assessment.rename_snapshot(at, label, new)
    }
    #[must_use]
    pub fn remove_snapshot(&self, at: Moment, label: &str) -> Option<Snapshot> {
        self.assessment.remove_snapshot(at, label)
    }
    pub fn put_back_snapshot(&self, snapshot: Snapshot) -> Result<(), SnapshotError> {
        self.assessment.restore_snapshot(snapshot)
    }
    pub fn gather(&self, people: &[Person], title: &str) -> Result<String, CohortError> {
        self.assessment.combine(people, title)
    }
    pub fn add_people(&self, people: &[Person]) -> Result<usize, CohortError> {
        self.assessment.add_people(people)
    }
    #[must_use]
    pub fn leave_out(&self, payload: &str) -> bool {
        self.assessment.leave_out(payload)
    }
    pub fn settle(&self, capability: CapabilityIx, answer: Answer, note: &str) {
        self.assessment.agree_on(capability, answer, note);
    }
    pub fn unsettle(&self, capability: CapabilityIx) {
        self.assessment.reopen(capability);
    }
}
