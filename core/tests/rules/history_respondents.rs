//! Several people's answers: spread, combined answers, what to discuss first, and which names are shown.

use std::cmp::Ordering;

use crate::support::{Team, built_in};
use mlops_core::history::respondents::{Cohort, CohortError, Respondent, Spread, combined};
use mlops_core::link::{LinkContents, LinkKind, decode, encode};
use mlops_core::model::answer::Answer::{self, No, NotApplicable, Partly, Unknown, Yes};
use mlops_core::moment::Day;
use mlops_core::scoring::case::Scope;
use proptest::prelude::*;

fn person(name: &str, role: &str, team: Team) -> Respondent {
    let Team { question_set, answers, .. } = team;
    Respondent { name: name.to_owned(), role: role.to_owned(), question_set, answers, invitation: None }
}

fn full() -> Team {
    Team::new(Scope::Full)
}

/// People who each gave one answer to the same question.
fn on(id: &str, answers: &[Option<Answer>]) -> Cohort<'static> {
    let people = answers.iter().map(|&answer| person("", "", full().saying(id, answer))).collect();
    Cohort::new(built_in(), people).unwrap()
}

/// The rule a second time, implemented naively with points and floats.
mod naive {
    use super::*;

    pub fn points(answer: Answer) -> Option<f64> {
        match answer {
            Yes => Some(1.0),
            Partly => Some(0.5),
            No => Some(0.0),
            Unknown | NotApplicable => None,
        }
    }

    pub fn spread(answers: &[Option<Answer>]) -> Option<(f64, usize)> {
        let points: Vec<f64> = answers.iter().flatten().filter_map(|&one| points(one)).collect();
        let count = points.len() as f64;
        let mean = points.iter().sum::<f64>() / count;
        let variance = points.iter().map(|point| (point - mean).powi(2)).sum::<f64>() / count;
        (!points.is_empty()).then(|| (variance.sqrt() / 0.5, points.len()))
    }

    pub fn combined(answers: &[Option<Answer>]) -> Option<Answer> {
        let given: Vec<Answer> = answers.iter().flatten().copied().collect();
        if given.is_empty() {
            return None;
        }
        let share = given.iter().filter(|&&one| one == NotApplicable).count() as f64 / given.len() as f64;
        if share > 0.5 {
            return Some(NotApplicable);
        }
        let mut points: Vec<f64> = given.iter().filter_map(|&one| points(one)).collect();
        points.sort_by(f64::total_cmp);
        let count = points.len();
        if count == 0 || (count as f64) < answers.len() as f64 / 2.0 {
            return Some(Unknown);
        }
        // Of an even number, the lower one of the two middle values.
        let median = points[if count % 2 == 1 { count / 2 } else { count / 2 - 1 }];
        [Yes, Partly, No].into_iter().find(|&one| (self::points(one).unwrap() - median).abs() < 1e-9)
    }
}

fn any_answers() -> impl Strategy<Value = Vec<Option<Answer>>> {
    let one = prop_oneof![
        1 => Just(None),
        3 => Just(Some(Yes)),
        3 => Just(Some(Partly)),
        3 => Just(Some(No)),
        1 => Just(Some(Unknown)),
        3 => Just(Some(NotApplicable)),
    ];
    prop::collection::vec(one, 0..=50)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn two_implementations_of_the_combined_view_agree(answers in any_answers()) {
        prop_assert_eq!(combined(answers.iter().copied()), naive::combined(&answers));
    }

    #[test]
    fn two_implementations_of_the_spread_agree(answers in any_answers()) {
        let ours = Spread::of(answers.iter().copied());
        let theirs = naive::spread(&answers);
        prop_assert_eq!(ours.map(|spread| spread.answered as usize), theirs.map(|(_, answered)| answered));
        if let Some((spread, (width, _))) = ours.zip(theirs) {
            prop_assert!((f64::from(spread.hundredths()) - 100.0 * width).abs() <= 0.5 + 1e-9);
            prop_assert_eq!(spread.is_none(), width < 1e-9);
        }
    }

    #[test]
    fn spreads_are_compared_as_they_are_and_not_as_they_are_shown(one in any_answers(), other in any_answers()) {
        let ours = Spread::of(one.iter().copied()).zip(Spread::of(other.iter().copied()));
        if let Some((left, right)) = ours {
            let (a, b) = (naive::spread(&one).unwrap().0, naive::spread(&other).unwrap().0);
            let expected = if (a - b).abs() < 1e-9 { Ordering::Equal } else { a.total_cmp(&b) };
            prop_assert_eq!(left.cmp_width(right), expected);
        }
    }

    #[test]
    fn the_order_of_people_changes_nothing(mut answers in any_answers(), turn in 0..50_usize) {
        let before = (combined(answers.iter().copied()), Spread::of(answers.iter().copied()));
        let turn = turn.min(answers.len());
        answers.rotate_left(turn);
        prop_assert_eq!(before, (combined(answers.iter().copied()), Spread::of(answers)));
    }
}

#[test]
fn half_yes_and_half_no_is_a_spread_of_one_and_agreement_one_of_none() {
    let spread = |answers: &[Answer]| Spread::of(answers.iter().map(|&one| Some(one))).unwrap();
    assert_eq!(spread(&[Yes, No]).hundredths(), 100);
    assert_eq!(spread(&[Yes, Yes, No, No]).hundredths(), 100);
    assert_eq!(spread(&[Yes, Partly]).hundredths(), 50);
    assert_eq!(spread(&[Partly, Partly, Partly]).hundredths(), 0);
    assert!(spread(&[Yes, Unknown, NotApplicable]).is_none(), "what has no points is left out");
    assert_eq!(spread(&[Yes, Unknown, NotApplicable]).answered, 1);
    assert_eq!(Spread::of([None, Some(Unknown)]), None);
}

#[test]
fn of_two_answers_in_the_middle_the_lower_one_counts() {
    let said = |answers: &[Answer]| combined(answers.iter().map(|&one| Some(one)));
    assert_eq!(said(&[Yes, Partly]), Some(Partly));
    assert_eq!(said(&[Partly, No]), Some(No));
    assert_eq!(said(&[Yes, No]), Some(No), "an answer that somebody gave");
    assert_eq!(said(&[Yes, Yes, No]), Some(Yes));
}

#[test]
fn not_applicable_needs_more_than_half_of_those_who_answered() {
    let said = |answers: &[Option<Answer>]| combined(answers.iter().copied());
    assert_eq!(said(&[Some(NotApplicable), Some(Yes)]), Some(Yes), "half is not more than half");
    assert_eq!(said(&[Some(NotApplicable), Some(NotApplicable), Some(Yes)]), Some(NotApplicable));
    assert_eq!(said(&[Some(NotApplicable), None, None]), Some(NotApplicable), "who gave no answer is not counted");
    assert_eq!(said(&[Some(NotApplicable), Some(Unknown)]), Some(Unknown));
    assert_eq!(said(&[None, None]), None);
}

#[test]
fn fewer_than_half_who_know_are_too_few_to_speak_for_all() {
    let said = |answers: &[Option<Answer>]| combined(answers.iter().copied());
    assert_eq!(said(&[Some(Yes), Some(Unknown)]), Some(Yes), "half is enough");
    assert_eq!(said(&[Some(Yes), Some(Unknown), Some(Unknown)]), Some(Unknown));
    assert_eq!(said(&[Some(Yes), None, None]), Some(Unknown), "who was asked and gave no answer counts");
}

#[test]
fn open_to_discussion_is_where_answers_differ_or_too_few_know() {
    let open = |answers: &[Option<Answer>]| on("rel-canary", answers).open_to_discussion();
    assert_eq!(open(&[Some(Yes), Some(Yes)]), 0);
    assert_eq!(open(&[Some(Yes), Some(Partly)]), 1);
    assert_eq!(open(&[Some(Yes), Some(Unknown), Some(Unknown)]), 1);
    assert_eq!(open(&[None, None]), 0, "nobody answered");
    let mut cohort = on("rel-canary", &[Some(Yes), Some(No)]);
    assert_eq!(mlops_core::words::respondents::open_to_discussion(&cohort), "1 answer is open to discussion.");
    cohort.agree(full().at("rel-canary"), Partly, "");
    assert_eq!(cohort.open_to_discussion(), 0, "what was settled is not");
}

#[test]
fn two_to_fifty_people_make_a_cohort() {
    let of = |count: usize| Cohort::new(built_in(), vec![person("", "", full()); count]).map(|_| ());
    assert_eq!(of(1), Err(CohortError::TooFew(1)));
    assert_eq!(of(2), Ok(()));
    assert_eq!(of(50), Ok(()));
    assert_eq!(of(51), Err(CohortError::TooMany(51)));
}

#[test]
fn the_five_widest_come_first_and_what_is_settled_no_more() {
    let ids =
        ["cre-data-feed", "rel-canary", "int-app-build", "ppl-ds-de-pairing", "cre-exp-tracking", "rel-rollback"];
    let answers: [[Answer; 4]; 6] = [
        [Yes, Yes, Yes, Yes],
        [Yes, No, Yes, No],
        [Yes, Partly, Yes, Yes],
        [Yes, Yes, No, Yes],
        [No, Unknown, Unknown, Yes],
        [Partly, Partly, Yes, Yes],
    ];
    let says =
        |person: usize| ids.iter().zip(answers).fold(full(), |team, (id, answers)| team.saying(id, answers[person]));
    let mut cohort = Cohort::new(built_in(), (0..4).map(|at| person("", "", says(at))).collect()).unwrap();
    let first = |cohort: &Cohort| -> Vec<String> {
        cohort.discuss_first().iter().map(|one| built_in().capability(one.capability).id.clone()).collect()
    };
    // Four people half and half come before two; then three quarters; then halves.
    let expected = ["rel-canary", "cre-exp-tracking", "ppl-ds-de-pairing", "rel-rollback", "int-app-build"];
    assert_eq!(first(&cohort), expected);
    cohort.agree(full().at("rel-canary"), Partly, "Only for the two large models");
    assert_eq!(first(&cohort), expected[1..]);
    assert_eq!(cohort.answers().get(full().at("rel-canary")), Some(Partly));
    cohort.reopen(full().at("rel-canary"));
    assert_eq!(first(&cohort), expected);
}

#[test]
fn no_more_than_five_are_worth_talking_about_first() {
    let people = vec![person("", "", full().balanced(4)), person("", "", full().balanced(0))];
    let cohort = Cohort::new(built_in(), people).unwrap();
    let first = cohort.discuss_first();
    assert_eq!(first.len(), 5);
    assert!(
        first.iter().all(|one| built_in().capability(one.capability).is_essential()),
        "of equal ones, the essential ones"
    );
}

#[test]
fn only_those_who_gave_a_name_are_told_of() {
    let people = vec![
        person("Ana", "Data science", full().saying("rel-canary", Yes)),
        person("  ", "Platform", full().saying("rel-canary", No)),
        person("", "", full().saying("rel-canary", Partly)),
    ];
    let cohort = Cohort::new(built_in(), people).unwrap();
    assert_eq!(cohort.said(full().at("rel-canary")), [("Ana", Some(Yes))]);
    assert_eq!(cohort.agreement(full().at("rel-canary")).tally, [1, 1, 1, 0, 0]);
}

#[test]
fn a_link_says_who_answered_as_far_as_they_want() {
    let team = full().balanced(2);
    let mut shared = LinkContents::new(built_in(), team.question_set.clone(), Day::new(2026, 11, 23).unwrap());
    shared.answers = team.case().capabilities().fold(shared.answers, |mut answers, at| {
        answers.set(at, team.answers.get(at));
        answers
    });
    shared.from.role = "Platform".to_owned();
    shared.invitation = Some(7);
    let payload = encode(built_in(), LinkKind::Result, &shared).unwrap();
    let one = Respondent::of_link(decode(built_in(), LinkKind::Result, &payload).unwrap().shared);
    assert_eq!((one.name.as_str(), one.role.as_str(), one.invitation), ("", "Platform", Some(7)));
    assert_eq!(one.answers, shared.answers);
}

#[test]
fn a_role_is_one_however_it_is_capitalised() {
    let people = vec![
        person("", "Data science", full().saying("rel-canary", Yes)),
        person("", "data Science ", full().saying("rel-canary", No)),
        person("", "Platform", full().saying("rel-canary", Yes)),
        person("", "", full().saying("rel-canary", No)),
    ];
    let cohort = Cohort::new(built_in(), people).unwrap();
    let views = cohort.by_role(full().at("rel-canary"));
    let told: Vec<_> = views.iter().map(|view| (view.role, view.people, view.combined)).collect();
    assert_eq!(told, [("Data science", 2, Some(No)), ("Platform", 1, Some(Yes))]);
}

#[test]
fn who_was_not_asked_is_not_silent() {
    let supporting = built_in().capability_ixs().find(|&at| {
        let track = built_in().track_of(at);
        !built_in().capability(at).is_essential() && !built_in().track(track).optional
    });
    let supporting = supporting.unwrap();
    let mut asked = full();
    asked.answers.set(supporting, Some(Yes));
    let people = vec![person("", "", asked), person("", "", Team::new(Scope::Essentials)), person("", "", full())];
    let cohort = Cohort::new(built_in(), people).unwrap();
    assert_eq!(cohort.question_set().scope, Scope::Full, "asked is what somebody was asked");
    let agreement = cohort.agreement(supporting);
    assert_eq!((agreement.silent, agreement.combined), (1, Some(Yes)));
}

#[test]
fn nobody_answered_is_no_answer() {
    let cohort = on("rel-canary", &[None, None]);
    assert_eq!(cohort.answers().get(full().at("rel-canary")), None);
    assert!(cohort.discuss_first().is_empty());
}
