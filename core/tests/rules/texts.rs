//! The texts around the questions: descriptions of levels, the glossary, practices to reuse, the worked example,
//! delivery metrics.

use crate::support::{Team, built_in};
use mlops_core::advice::next_steps::Advice;
use mlops_core::advice::patterns::fired_patterns;
use mlops_core::assessment::{Assessment, Outcomes};
use mlops_core::link::{LinkKind, decode};
use mlops_core::model::answer::Answer;
use mlops_core::model::level::Level;
use mlops_core::moment::{Day, Moment};
use mlops_core::report::carries_over::carries_over;
use mlops_core::report::document::{Block, Line};
use mlops_core::report::levels::{behind_a_cell, in_plain_words};
use mlops_core::report::plan::{TrackPlan, plan_document};
use mlops_core::report::result::result_document;
use mlops_core::report::{Subject, markdown};
use mlops_core::scoring::case::Scope;
use mlops_core::words::{advice, result};

fn text(blocks: &[Block]) -> String {
    let document = mlops_core::report::document::Document { title: String::new(), blocks: blocks.to_vec() };
    markdown::write(&document)
}

fn line(line: Option<Line>) -> String {
    line.map(|line| text(&[Block::Paragraph(line)])).unwrap_or_default()
}

#[test]
fn every_cell_opens_to_its_level_in_plain_words_and_to_when_it_pays_off() {
    let model = built_in();
    for area in model.area_ixs() {
        for level in Level::ASKED {
            let said = text(&behind_a_cell(model, area, level));
            let told = model.texts().area_level(area, level).unwrap();
            for part in [&told.text, &told.scene, model.level_text(level).pays_off.as_ref().unwrap()] {
                assert!(said.contains(part.as_str()), "{said}");
            }
            assert!(said.contains(&result::area_at_level(model.area(area), level)), "{said}");
        }
        assert!(line(in_plain_words(model, area, Level::ZERO)).contains("at level 0:"));
    }
}

#[test]
fn a_term_is_found_as_a_word_in_any_form_and_not_inside_another() {
    let texts = built_in().texts();
    let found = |text: &str| -> Vec<&str> { texts.terms_in(text).iter().map(|term| term.term.as_str()).collect() };
    assert_eq!(found("Does the feature store hold it?"), ["feature store"]);
    assert_eq!(found("A feature store, and Features besides."), ["feature", "feature store"]);
    assert_eq!(found("Is there a drift check, or are there pipelines?"), ["drift", "pipeline"]);
    assert_eq!(found("An A/B test decides"), ["A/B test"]);
    assert_eq!(found("Tracetogether, retrace, propagated tokenized"), [""; 0]);
}

#[test]
fn most_questions_use_a_term_and_every_term_has_a_place_of_its_own() {
    let model = built_in();
    let with_term = |question: &str| !model.texts().terms_in(question).is_empty();
    let using =
        model.capabilities().iter().filter(|one| with_term(&format!("{} {}", one.question, one.help))).count();
    assert!(2 * using > model.capabilities().len(), "{using}");
    let mut places: Vec<String> = model.texts().glossary.iter().map(|term| term.place()).collect();
    assert!(places.contains(&"term-a-b-test".to_owned()));
    places.sort();
    places.dedup();
    assert_eq!(places.len(), model.texts().glossary.len());
}

#[test]
fn the_rounds_of_the_worked_example_open_as_links() {
    let model = built_in();
    let example = model.texts().example.as_ref().unwrap();
    let rounds: Vec<_> =
        example.rounds.iter().map(|payload| decode(model, LinkKind::Result, payload).unwrap().shared).collect();
    assert_eq!(rounds.len(), 2);
    for round in &rounds {
        assert_eq!((round.title.as_str(), round.about.as_str()), (&*example.title, &*example.about));
        for at in round.question_set.capabilities(model) {
            assert!(round.answers.get(at).is_some(), "{} is open", model.capability(at).id);
        }
    }
    assert!(rounds[0].day < rounds[1].day);
    for &step in example.did.iter().chain(&example.then) {
        assert_ne!(rounds[0].answers.get(step), Some(Answer::Yes), "{}", model.capability(step).id);
        assert_eq!(rounds[1].answers.get(step), Some(Answer::Yes), "{}", model.capability(step).id);
    }
}

#[test]
fn a_habit_in_place_carries_over_to_what_is_not_there_yet() {
    let team = Team::with_all_tracks(Scope::Full).saying("cre-training-code-vcs", Answer::Yes);
    let said = carried(&team).unwrap();
    assert!(said.contains("can be reused for \"Versioned prompts\""), "{said}");
    assert!(said.find(advice::CARRIES_OVER).unwrap() < said.find("can be reused once in place").unwrap(), "{said}");
    // The practice that it helps with is in place, so there is nothing to mention.
    let there = carried(&team.clone().saying("gen-prompt-vcs", Answer::Yes)).unwrap();
    assert!(!there.contains("can be reused for \"Versioned prompts\""), "{there}");
    // With only one track there is nothing to reuse.
    let mut alone = team.clone();
    alone.question_set.tracks.retain(|&track| alone.model.track(track).id == "genaiops");
    assert_eq!(carried(&alone), None);
}

fn carried(team: &Team) -> Option<String> {
    let (case, profile) = (team.case(), team.profile());
    let track = profile.tracks.iter().find(|track| team.model.track(track.track).id == "genaiops").unwrap();
    carries_over(case, track.track, &Advice::of(case, track, &fired_patterns(case))).map(|blocks| text(&blocks))
}

#[test]
fn what_is_assessed_and_the_outcome_numbers_stand_in_every_export() {
    let team = Team::with_all_tracks(Scope::Full).balanced(2);
    let now = Moment::parse("2026-11-23T09:00:00Z").unwrap();
    let mut own = Assessment::new("id".to_owned(), "Team".to_owned(), team.model, &team.question_set, now);
    let exports = |own: &Assessment| {
        team.with_subject(Some(own), |subject| {
            let subject = Subject { title: "Team", ..*subject };
            let result = markdown::write(&result_document(&subject, false));
            (result, markdown::write(&plan_document(&subject, &TrackPlan::of(&subject))))
        })
    };
    assert!(!exports(&own).0.contains("Delivery metrics"));
    own.about = "Card fraud scoring, 3 live models".to_owned();
    own.outcomes = Outcomes { days_to_live: Some(21), last_release: Day::new(2026, 11, 2), ..Outcomes::default() };
    let (result, plan) = exports(&own);
    for document in [&result, &plan] {
        assert!(document.contains("**Assessed product:** Card fraud scoring, 3 live models"), "{document}");
    }
    assert!(result.contains("**Delivery metrics:** Lead time 21 days; last model release 2 November 2026."));
    assert!(!result.contains("time to restore"));
}

#[test]
fn effort_is_called_an_estimate_wherever_a_document_shows_it() {
    let team = Team::new(Scope::Full).balanced(1);
    team.with_subject(None, |subject| {
        let plans = TrackPlan::of(subject);
        for document in [result_document(subject, false), plan_document(subject, &plans)] {
            let said = markdown::write(&document);
            assert!(said.contains("estimate, not a measurement"), "{said}");
            assert!(!said.contains("Effort:"), "{said}");
            assert!(said.contains("Effort (estimate):"), "{said}");
        }
    });
}
