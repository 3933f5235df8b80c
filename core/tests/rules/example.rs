//! The worked example: the rules recommend the steps that its team took.

use mlops_core::advice::next_steps::Advice;
use mlops_core::advice::patterns::fired_patterns;
use mlops_core::model::CapabilityIx;
use mlops_core::model::answer::Answer;
use mlops_core::moment::Day;
use mlops_core::scoring::case::Scope;
use serde_json::Value;

use crate::support::{Team, built_in};

const AREAS: [&str; 4] = ["people", "model-creation", "model-release", "application-integration"];

fn example() -> Value {
    serde_json::from_str(&mlops_content::example_json(mlops_content::folder()).unwrap()).unwrap()
}

fn ids(list: &Value) -> Vec<CapabilityIx> {
    let known = |id: &Value| {
        let id = id.as_str().unwrap();
        built_in().find_capability(id).unwrap_or_else(|| panic!("there is no {id}"))
    };
    list.as_array().unwrap().iter().map(known).collect()
}

fn answered(round: &Value) -> Vec<(CapabilityIx, Answer)> {
    let answer = |(id, word): (&String, &Value)| {
        let at = built_in().find_capability(id).unwrap_or_else(|| panic!("there is no {id}"));
        (at, Answer::from_word(word.as_str().unwrap()).unwrap_or_else(|| panic!("{id} says {word}")))
    };
    round["answers"].as_object().unwrap().iter().map(answer).collect()
}

fn team(answers: &[(CapabilityIx, Answer)]) -> Team {
    let mut team = Team::new(Scope::Full);
    for &(at, answer) in answers {
        team.answers.set(at, Some(answer));
    }
    team
}

fn first_round() -> Team {
    team(&answered(&example()["first"]))
}

/// The second answers: those of the first round with the changes.
pub fn second_round() -> Team {
    let mut all = answered(&example()["first"]);
    all.extend(answered(&example()["second"]));
    team(&all)
}

fn after(steps: &[CapabilityIx]) -> Team {
    let mut team = first_round();
    for &at in steps {
        team.answers.set(at, Some(Answer::Yes));
    }
    team
}

fn is_next(team: &Team, step: CapabilityIx) -> bool {
    let told = Advice::of(team.case(), &team.profile().tracks[0], &fired_patterns(team.case()));
    told.has(step) && team.case().is_ready(step) && !team.case().is_open(step)
}

#[test]
fn the_example_answers_every_question_of_mlops() {
    let (model, said) = (built_in(), answered(&example()["first"]));
    let mlops = model.find_track("mlops").unwrap();
    let mut asked: Vec<CapabilityIx> = model.capability_ixs().filter(|&at| model.track_of(at) == mlops).collect();
    let mut told: Vec<CapabilityIx> = said.iter().map(|&(at, _)| at).collect();
    asked.sort_unstable();
    told.sort_unstable();
    assert_eq!(told, asked);
}

#[test]
fn the_example_was_told_to_do_what_it_did_first() {
    let (first, did) = (first_round(), ids(&example()["did"]));
    assert!(did.len() >= 3);
    for &at in &did {
        assert!(is_next(&first, at), "{} was no next step", first.model.capability(at).id);
    }
    let then = ids(&example()["then"]);
    let later = after(&did);
    for &at in &then {
        assert!(!is_next(&first, at), "{} could have been done first", first.model.capability(at).id);
        assert!(is_next(&later, at), "{} was not made ready", first.model.capability(at).id);
    }
}

#[test]
fn every_change_of_the_example_has_its_step_and_every_step_its_change() {
    let example = example();
    let mut steps = ids(&example["did"]);
    steps.extend(ids(&example["then"]));
    let first = first_round();
    let mut gained = Vec::new();
    for (at, answer) in answered(&example["second"]) {
        assert_ne!(first.answers.get(at), Some(answer), "{} did not change", first.model.capability(at).id);
        if answer == Answer::Yes {
            gained.push(at);
        }
    }
    steps.sort_unstable();
    gained.sort_unstable();
    assert_eq!(gained, steps);
}

#[test]
fn the_second_round_of_the_example_stands_higher_in_some_areas_and_lower_in_none() {
    let (first, second) = (first_round(), second_round());
    let levels = |area: &&str| (first.range(area).0, second.range(area).0);
    let risen: Vec<&str> = AREAS.into_iter().filter(|area| levels(area).0 < levels(area).1).collect();
    assert!(risen.len() >= 2, "only {risen:?} rose");
    assert!(AREAS.iter().all(|area| levels(area).0 <= levels(area).1));
    // The text of the example says so.
    assert_eq!(risen, ["people", "model-release", "application-integration"]);
    assert_eq!(levels(&"model-creation"), (1, 1));
}

#[test]
fn the_rounds_of_the_example_lie_half_a_year_apart() {
    let example = example();
    let day = |round: &str| Day::parse(example[round]["day"].as_str().unwrap()).unwrap().unix_days();
    let days = day("second") - day("first");
    assert!((170..=200).contains(&days), "{days} days");
}

#[test]
fn the_example_tells_its_reasons_in_a_few_sentences() {
    let example = example();
    for (list, most) in [("why", 6), ("outcome", 3)] {
        let told = example[list].as_array().unwrap();
        assert!((2..=most).contains(&told.len()), "{list}");
        for text in told.iter().map(|text| text.as_str().unwrap()) {
            assert!(text.chars().count() <= 180 && text.ends_with('.') && !text.contains('!'), "{text}");
        }
    }
    for field in ["title", "about"] {
        assert!(!example[field].as_str().unwrap().is_empty());
    }
    assert!(example["models"].as_u64() > Some(0) && example["people"].as_u64() > Some(0));
}
