//! Sentences with values read well for every value.

use crate::support::built_in;
use mlops_core::advice::effort::HalfDays;
use mlops_core::model::answer::{Answer, Answers};
use mlops_core::model::level::Level;
use mlops_core::moment::{Day, Moment};
use mlops_core::scoring::case::{Case, QuestionSet, Scope};
use mlops_core::scoring::profile::{Fraction, profile_of};
use mlops_core::words;

/// Every question is answered yes up to a level, by area id, and no above it.
fn standing(levels: &[(&str, u8)]) -> Answers {
    let model = built_in();
    let mut answers = Answers::none(model);
    for at in model.capability_ixs() {
        let capability = model.capability(at);
        let area = &model.area(capability.area).id;
        let up_to = levels.iter().find(|(id, _)| id == area).map_or(0, |(_, level)| *level);
        let answer = if capability.level <= Level::new(up_to).unwrap() { Answer::Yes } else { Answer::No };
        answers.set(at, Some(answer));
    }
    answers
}

fn verdict(answers: &Answers) -> String {
    let model = built_in();
    let question_set = QuestionSet::of(model, Scope::Full);
    let profile = profile_of(Case::new(model, &question_set, answers));
    words::verdict(model, &profile.tracks[0])
}

#[test]
fn the_verdict_names_the_overall_level_what_holds_it_back_and_the_highest_areas() {
    let all =
        |level| ["people", "model-creation", "model-release", "application-integration"].map(|area| (area, level));
    assert_eq!(verdict(&Answers::none(built_in())), "Nothing is known yet, so every level is still possible.");
    assert_eq!(verdict(&standing(&all(0))), "Level 0 in every area.");
    assert_eq!(verdict(&standing(&all(2))), "Level 2 in every area.");
    assert_eq!(verdict(&standing(&all(4))), "Level 4 in every area. This is the highest level.");
    let mut uneven = all(2);
    uneven[2].1 = 1;
    assert_eq!(
        verdict(&standing(&uneven)),
        "Level 1 overall. Held back by Model release. People, Model creation and Application integration are at level 2."
    );
    let mut two = all(1);
    two[1].1 = 3;
    two[0].1 = 2;
    assert_eq!(
        verdict(&standing(&two)),
        "Level 1 overall. Held back by Model release and Application integration. Model creation is at level 3."
    );
}

#[test]
fn what_is_open_is_said_with_what_it_could_change() {
    let model = built_in();
    let mut answers = standing(&[]);
    for at in model.capability_ixs().filter(|&at| model.capability(at).level.number() == 1) {
        answers.set(at, Some(Answer::Unknown));
    }
    assert_eq!(verdict(&answers), "Level 0 so far in every area. Open questions could raise the overall level to 1.");
}

#[test]
fn numbers_agree_with_their_nouns() {
    assert_eq!(words::count(1, "question", "questions"), "1 question");
    assert_eq!(words::count(0, "question", "questions"), "0 questions");
    assert_eq!(words::quantity::minutes(10), "about 1 minute");
    assert_eq!(words::quantity::minutes(89), "about 1 minute");
    assert_eq!(words::quantity::minutes(90), "about 2 minutes");
    let days = |min, max| words::advice::person_days(HalfDays { min, max });
    assert_eq!([days(2, 2), days(6, 6), days(4, 10)], ["1 person-day", "3 person-days", "2 to 5 person-days"]);
    assert_eq!([days(1, 2), days(0, 8), days(0, 0)], ["up to 1 person-day", "up to 4 person-days", "0 person-days"]);
    assert_eq!(words::list::<&str>(&[]), "");
    assert_eq!(words::list(&["a"]), "a");
    assert_eq!(words::list(&["a", "b", "c"]), "a, b and c");
    assert_eq!(words::day(Day::new(2026, 11, 23).unwrap()), "23 November 2026");
}

#[test]
fn a_share_is_never_rounded_up_to_all() {
    assert_eq!(words::percent(Fraction { part: 199, of: 200 }), "99%");
    assert_eq!(words::percent(Fraction { part: 200, of: 200 }), "100%");
    assert_eq!(words::percent(Fraction { part: 0, of: 0 }), "100%");
}

#[test]
fn a_title_inside_a_sentence_keeps_its_abbreviations() {
    assert_eq!(words::mid_sentence("Model release"), "model release");
    assert_eq!(words::mid_sentence("ML platform"), "ML platform");
    assert_eq!(words::mid_sentence(""), "");
    for name in ["A/B tests", "GenAI access", "DevOps plateau", "C++ build", "Q1 review", "CI/CD for prompts", "ML"] {
        assert_eq!(words::mid_sentence(name), name);
    }
    for (title, inside) in [("A canary", "a canary"), ("On-call rota", "on-call rota"), ("Überblick", "Überblick")]
    {
        assert_eq!(words::mid_sentence(title), inside);
    }
    assert_eq!(words::capitalised("level 2"), "Level 2");
}

#[test]
fn no_text_of_ours_shouts_or_blames() {
    let model = built_in();
    let all = model
        .capabilities()
        .iter()
        .flat_map(|one| [&one.question, &one.help, &one.next.action, &one.next.deliverable, &one.next.done_when]);
    let patterns = model.patterns().iter().flat_map(|one| [&one.title, &one.why, &one.advice]);
    for text in all.chain(patterns) {
        for banned in ["!", "journey", "Journey", "you failed", "you should have", "\u{2014}"] {
            assert!(!text.contains(banned), "{banned:?} in {text:?}");
        }
    }
}

#[test]
fn every_question_says_in_one_line_what_counts_and_in_one_what_partly_means() {
    for capability in built_in().capabilities() {
        let (help, partly) = (words::questions::help(capability), words::questions::partly(capability));
        let partly = partly.unwrap_or_else(|| panic!("{} does not say what partly means", capability.id));
        assert!(!help.contains("Partly") && !partly.contains("Partly:"), "{}", capability.id);
        assert!(!help.is_empty() && !partly.is_empty(), "{}", capability.id);
    }
}

#[test]
fn a_day_is_the_one_where_the_person_is() {
    let moment = Moment::parse("2026-12-31T23:30:00Z").unwrap();
    let day = |minutes| moment.day_at(minutes).to_string();
    assert_eq!(day(0), "2026-12-31");
    assert_eq!((day(60).as_str(), day(29).as_str()), ("2027-01-01", "2026-12-31"));
    assert_eq!(day(-720), "2026-12-31");
    let early = Moment::parse("2026-03-01T00:30:00Z").unwrap();
    assert_eq!(
        (early.day_at(-30).to_string().as_str(), early.day_at(-31).to_string().as_str()),
        ("2026-03-01", "2026-02-28")
    );
    // Outside the range of the calendar, the nearest day is that in UTC.
    let last = Moment::parse("9999-12-31T23:59:59Z").unwrap();
    assert_eq!(last.day_at(60).to_string(), "9999-12-31");
}
