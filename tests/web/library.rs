//! The library over the browser's own storages.

use leptos::prelude::*;
use mlops_core::model::Model;
use mlops_core::model::answer::Answer;
use mlops_core::model::file::read;
use mlops_maturity::route::{Route, Start};
use mlops_maturity::state::{Library, Navigation, OpenAssessment, SaveStatus, provide_state};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{Instead, js, js_later};

/// A page with a small questionnaire on its first question, for as long as the owner exists.
fn begun() -> (OpenAssessment, Library, Owner) {
    let model: &'static Model =
        Box::leak(Box::new(read(include_str!("../../core/tests/fixtures/models/good.json")).unwrap()));
    // Leptos has no executor before something is mounted.
    leptos::mount::mount_to(js("document.createElement('div')").unchecked_into(), || ()).forget();
    let owner = Owner::new();
    let (assessment, library) = owner.with(|| {
        provide_state(model);
        expect_context::<Navigation>().show(Route::Start(Start::default()));
        (expect_context::<OpenAssessment>(), expect_context::<Library>())
    });
    (assessment, library, owner)
}

/// Waits until the status is this one, at most this many seconds.
async fn until(library: Library, status: SaveStatus, seconds: u32) {
    for _ in 0..20 * seconds {
        if library.status.get_untracked() == status {
            return;
        }
        js_later("new Promise(r => setTimeout(r, 50))").await;
    }
    panic!("never {status:?}, but {:?}", library.status.get_untracked());
}

#[wasm_bindgen_test]
async fn an_answer_is_saved_in_both_storages() {
    let (assessment, library, _owner) = begun();
    assert_eq!(library.status.get_untracked(), SaveStatus::Unchanged);
    let first = assessment.first_open().unwrap();
    assessment.answer(first, Some(Answer::Yes));
    assert_eq!(assessment.answers.with_untracked(|answers| answers.get(first)), Some(Answer::Yes));
    assert_eq!(library.saved.with_untracked(|saved| saved.assessments().count()), 1);
    until(library, SaveStatus::Saved, 3).await;
    let id = assessment.id.get_untracked().unwrap();
    library.delete(&id, String::new());
    assert_eq!(library.saved.with_untracked(|saved| saved.assessments().count()), 0);
    library.undo_delete();
    assert_eq!(library.saved.with_untracked(|saved| saved.assessments().count()), 1);
    library.delete(&id, String::new());
    until(library, SaveStatus::Saved, 3).await;
}

#[wasm_bindgen_test]
async fn a_mirror_that_never_answers_is_given_up_and_tried_again_with_the_next_change() {
    let silent = Instead::of("IDBFactory.prototype", "open", "{ value() { return new EventTarget() } }");
    let (assessment, library, _owner) = begun();
    let first = assessment.first_open().unwrap();
    assessment.answer(first, Some(Answer::Yes));
    until(library, SaveStatus::SavedWithoutMirror, 8).await;
    drop(silent);
    assessment.answer(first, Some(Answer::No));
    until(library, SaveStatus::Saved, 3).await;
    library.delete(&assessment.id.get_untracked().unwrap(), String::new());
    until(library, SaveStatus::Saved, 3).await;
}
