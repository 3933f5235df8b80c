//! The example on the start page is the result of the worked example by the rules.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use mlops_core::advice::next_steps::{Advice, List};
use mlops_core::advice::patterns::fired_patterns;
use mlops_core::model::CapabilityIx;
use mlops_core::model::answer::{Answer, Answers};
use mlops_core::scoring::case::{Case, QuestionSet, Scope};
use mlops_core::scoring::profile::profile_of;
use mlops_core::words;
use mlops_core::words::start as say;
use mlops_maturity::built_in::built_in;
use serde_json::Value;

#[test]
fn the_example_on_the_start_page_is_what_the_rules_say_of_the_worked_example() {
    let model = built_in();
    let example: Value =
        serde_json::from_str(&mlops_content::example_json(mlops_content::folder()).unwrap()).unwrap();
    let mut answers = Answers::none(model);
    for round in ["first", "second"] {
        for (id, word) in example[round]["answers"].as_object().unwrap() {
            answers.set(model.find_capability(id).unwrap(), Answer::from_word(word.as_str().unwrap()));
        }
    }
    let question_set = QuestionSet::of(model, Scope::Full);
    let case = Case::new(model, &question_set, &answers);
    let profile = profile_of(case);
    let track = &profile.tracks[0];
    let levels: Vec<String> = track.areas.iter().map(words::level_or_range).collect();
    assert_eq!(levels, say::EXAMPLE_LEVELS.map(|level| level.to_string()));
    assert_eq!(words::verdict(model, track), say::EXAMPLE_VERDICT);

    let patterns = fired_patterns(case);
    let told = Advice::of(case, track, &patterns);
    let free = told.automate_first.unwrap();
    let by_hand = words::advice::still_by_hand(case, &free);
    let name = |at: CapabilityIx| model.capability(at).name();
    let start_now: Vec<String> = told.start_now.iter().map(|step| name(step.capability).to_owned()).collect();
    let plan_ahead = told.plan_ahead.as_ref().unwrap();
    let expected = [
        (
            words::advice::AUTOMATE_FIRST.to_owned(),
            format!("{}. {}", model.stage(free.stage).title, by_hand.trim_end_matches('.')),
        ),
        (words::advice::list_heading(List::StartNow, false), words::list(&start_now)),
        (
            words::advice::list_heading(List::PlanAhead, false),
            format!("{}, {}", name(plan_ahead.capability), words::advice::person_days(plan_ahead.effort)),
        ),
    ];
    assert_eq!(
        expected.map(|(name, says)| format!("{name}: {says}")),
        say::EXAMPLE_STEPS.map(|(name, says)| format!("{name}: {says}"))
    );
}
