//! Counts in documents outside the page equal those of the model.

use std::path::Path;

use crate::support::{Team, built_in, links};
use mlops_core::scoring::case::{QuestionSet, Scope};
use mlops_core::words;

/// A word without punctuation around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|mark: char| !mark.is_alphanumeric())
}

/// A word without digits. Two that are equal differ only in their number.
fn without_figures(word: &str) -> String {
    bare(word).chars().filter(|letter| !letter.is_ascii_digit()).collect()
}

/// The text with the figures of a sentence replaced by the correct ones, whatever its line breaks; `None` if it does
/// not contain the sentence.
fn with_figures(text: &str, sentence: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let wanted: Vec<&str> = sentence.split(' ').collect();
    let is_it =
        |some: &&[&str]| some.iter().zip(&wanted).all(|(one, other)| without_figures(one) == without_figures(other));
    let at = words.windows(wanted.len()).position(|some| is_it(&some))?;
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let mut changed = text.to_owned();
    for (old, new) in words[at..].iter().zip(&wanted).rev() {
        let (old, new) = (bare(old), bare(new));
        changed.replace_range(place(old)..place(old) + old.len(), new);
    }
    Some(changed)
}

/// Checks that a document contains a sentence with exactly these figures. `UPDATE_COUNTS=1` writes them.
#[track_caller]
fn says(path: &str, sentence: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    let text = std::fs::read_to_string(&path).unwrap();
    let right = with_figures(&text, sentence)
        .unwrap_or_else(|| panic!("{} has no such sentence: {sentence:?}", path.display()));
    if std::env::var_os("UPDATE_COUNTS").is_some() {
        std::fs::write(&path, right).unwrap();
    } else {
        assert!(
            text == right,
            "{} says other figures than {sentence:?}; UPDATE_COUNTS=1 writes these",
            path.display()
        );
    }
}

#[test]
fn figures_are_found_and_mended_across_a_broken_line() {
    let text = "before, 12 of\n  30 questions (4 more), after 12 of 31";
    assert_eq!(
        with_figures(text, "13 of 31 questions (5 more),").unwrap(),
        "before, 13 of\n  31 questions (5 more), after 12 of 31"
    );
    assert_eq!(with_figures(text, "13 of 31 answers"), None);
}

/// The number of questions in a question set, and the minutes to answer them.
fn asked(scope: Scope) -> (usize, String) {
    let model = built_in();
    let question_set = QuestionSet::of(model, scope);
    let seconds =
        question_set.capabilities(model).map(|at| words::quantity::seconds_to_answer(model.capability(at))).sum();
    (question_set.capabilities(model).count(), words::quantity::minutes(seconds))
}

#[test]
fn counts_of_questions_in_the_docs_are_those_of_the_model() {
    let ((core, core_minutes), (full, full_minutes)) = (asked(Scope::Essentials), asked(Scope::Full));
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
fn the_count_of_practices_with_a_signal_in_the_docs_is_that_of_the_content() {
    let model = built_in();
    let signals = mlops_core::evidence::signals::read(crate::support::json(), model).unwrap().signals;
    let with =
        model.capabilities().iter().filter(|one| signals.iter().any(|signal| signal.capability == one.id)).count();
    says("docs/evidence.md", &format!("{with} of the {} practices have a signal.", model.capabilities().len()));
}

#[test]
fn the_length_of_a_link_in_the_docs_is_that_of_a_link() {
    let team = Team::new(Scope::Full).balanced(2);
    let (letters, answers) = (links::link(&team, "").len(), asked(Scope::Full).0);
    says("CHANGELOG.md", &format!("A link that contains a result ({letters} letters for {answers} answers)"));
}

#[test]
fn the_guide_names_the_next_key() {
    let next = built_in().capabilities().iter().map(|one| one.key.number()).max().unwrap() + 1;
    says("docs/content-guide.md", &format!("{next} is the next"));
}
