//! Counts that are written down outside the page are those of the model.

use std::path::Path;

use crate::support::{Team, built_in, links};
use mlops_core::scoring::case::{Questionnaire, Scope};
use mlops_core::words;

fn text(path: &str) -> String {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(path: &str, sentence: &str) {
    assert!(text(path).contains(sentence), "{path} does not say {sentence:?}");
}

/// How many questions a scope asks, and how long they take in whole minutes.
fn asked(scope: Scope) -> (usize, String) {
    let model = built_in();
    let questionnaire = Questionnaire::of(model, scope);
    let seconds = questionnaire.capabilities(model).map(|at| words::seconds_to_answer(model.capability(at))).sum();
    (questionnaire.capabilities(model).count(), words::minutes(seconds))
}

#[test]
fn counts_of_questions_in_the_docs_are_those_of_the_model() {
    let ((core, core_minutes), (full, full_minutes)) = (asked(Scope::Core), asked(Scope::Full));
    let genaiops = built_in().capabilities().len() - full;
    let full_minutes = full_minutes.trim_end_matches(" minutes");
    says(
        "README.md",
        &format!(
            "{core} essential questions ({core_minutes}) or {full} ({full_minutes}), and up to {genaiops} on GenAIOps"
        ),
    );
    says(
        "CHANGELOG.md",
        &format!("{full} questions on MLOps ({core} of them essential), {genaiops} more on GenAIOps"),
    );
}

#[test]
fn the_length_of_a_link_in_the_docs_is_that_of_a_link() {
    let team = Team::new(Scope::Full).balanced(2);
    let (letters, answers) = (links::link(&team, "").len(), asked(Scope::Full).0);
    says("CHANGELOG.md", &format!("A link that holds a result ({letters} letters for {answers} answers)"));
}

#[test]
fn the_guide_names_the_next_key() {
    let next = built_in().capabilities().iter().map(|one| one.key.number()).max().unwrap() + 1;
    says("docs/content-guide.md", &format!("{next} is the next"));
}
