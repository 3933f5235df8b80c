//! The comparison of two results: only what both asked, and every difference once.

use crate::support::links::{Dice, History};
use crate::support::{Team, any_team, built_in};
use mlops_core::advice::stage_map::{Automation, stage_map};
use mlops_core::assessment::Outcomes;
use mlops_core::history::compare::{Change, Comparison, OnlyIn, StageChange, compare, joined_payloads};
use mlops_core::history::record::Record;
use mlops_core::link::{LinkContents, LinkKind, MAX_CHARS, decode, encode};
use mlops_core::model::CapabilityIx;
use mlops_core::model::answer::Answer::{self, No, NotApplicable, Partly, Unknown, Yes};
use mlops_core::model::answer::Answers;
use mlops_core::moment::Day;
use mlops_core::report::comparison::comparison_document;
use mlops_core::report::markdown;
use mlops_core::scoring::case::{QuestionSet, Scope};
use mlops_core::words::compare as words;
use proptest::prelude::*;

fn record(team: &Team, absent: &[CapabilityIx]) -> Record {
    Record {
        title: "Payments".to_owned(),
        label: String::new(),
        day: Day::new(2026, 11, 23).unwrap(),
        question_set: team.question_set.clone(),
        answers: team.answers.clone(),
        other_revision: None,
        absent: absent.to_vec(),
        not_of_this_model: 0,
        business_unit: String::new(),
        outcomes: Outcomes::default(),
    }
}

fn compared(before: &Team, after: &Team) -> Comparison {
    compare(built_in(), &record(before, &[]), &record(after, &[]))
}

fn changes(comparison: &Comparison) -> Vec<(&'static str, Change)> {
    let answers = comparison.areas.iter().flat_map(|area| &area.answers);
    answers.map(|one| (built_in().capability(one.capability).id.as_str(), one.change)).collect()
}

#[test]
fn every_change_of_an_answer_has_its_word() {
    let before = Team::new(Scope::Full)
        .saying("cre-data-feed", No)
        .saying("cre-exp-tracking", No)
        .saying("rel-canary", Yes)
        .saying("rel-rollback", Unknown)
        .saying("int-app-build", Partly)
        .saying("int-app-release", NotApplicable)
        .saying("int-hot-swap", Yes)
        .saying("ppl-ds-de-pairing", Yes);
    let after = Team::new(Scope::Full)
        .saying("cre-data-feed", Yes)
        .saying("cre-exp-tracking", Partly)
        .saying("rel-canary", No)
        .saying("rel-rollback", Partly)
        .saying("int-app-build", Unknown)
        .saying("int-app-release", Yes)
        .saying("int-hot-swap", NotApplicable)
        .saying("ppl-ds-de-pairing", Yes);
    let found = compared(&before, &after);
    for expected in [
        ("cre-data-feed", Change::Done),
        ("cre-exp-tracking", Change::Rose),
        ("rel-canary", Change::Fell),
        ("rel-rollback", Change::New),
        ("int-app-build", Change::Reopened),
        ("int-app-release", Change::Applies),
        ("int-hot-swap", Change::AppliesNoMore),
    ] {
        assert!(changes(&found).contains(&expected), "{expected:?}");
    }
    assert_eq!(found.changed(), 7);
}

#[test]
fn dont_know_says_no_more_than_no_answer() {
    assert_eq!(Change::of(None, Some(Unknown)), None);
    assert_eq!(Change::of(Some(Unknown), None), None);
    assert_eq!(Change::of(Some(Unknown), Some(NotApplicable)), Some(Change::AppliesNoMore));
}

#[test]
fn an_answer_has_changed_exactly_where_it_says_something_else() {
    let all: Vec<Option<Answer>> = std::iter::once(None).chain(Answer::ALL.map(Some)).collect();
    for &before in &all {
        for &after in &all {
            let is_open = |answer| matches!(answer, None | Some(Unknown));
            let is_same = before == after || (is_open(before) && is_open(after));
            assert_eq!(Change::of(before, after).is_none(), is_same, "{before:?} {after:?}");
        }
    }
}

#[test]
fn levels_rise_and_fall_by_area() {
    let found = compared(&Team::new(Scope::Full).balanced(1), &Team::new(Scope::Full).balanced(3));
    assert_eq!(found.areas.len(), 4);
    assert!(found.areas.iter().all(|area| area.levels() == Some(2)));
    let back = compared(&Team::new(Scope::Full).balanced(3), &Team::new(Scope::Full).balanced(1));
    assert!(back.areas.iter().all(|area| area.levels() == Some(-2)));
    assert!(changes(&back).iter().all(|(_, change)| *change == Change::Fell));
}

#[test]
fn questions_that_are_open_on_one_side_neither_raise_nor_lower_a_level() {
    let known = Team::new(Scope::Full).balanced(2);
    let mut open = known.clone();
    open.answers = Answers::none(built_in());
    for (before, after) in [(&known, &open), (&open, &known)] {
        let mut found = compared(before, after);
        found.is_over_time = true;
        assert!(found.areas.iter().all(|area| area.levels() == Some(0)), "nobody knows whether anything moved");
        let text = words::compared(&found);
        let is_in_place = text.contains("newly in place");
        assert!(text == "Open questions leave the levels uncertain. 86 answers changed." || is_in_place, "{text}");
        for area in &found.areas {
            let says = words::area_moved(area, true);
            assert!(says.starts_with("not certain"), "{says}");
        }
    }
}

#[test]
fn two_teams_differ_and_one_team_over_time_changes() {
    let (low, high) = (Team::new(Scope::Full).balanced(1), Team::new(Scope::Full).balanced(3));
    let text = |one: &Record, other: &Record| {
        markdown::write(&comparison_document(built_in(), [one, other], &compare(built_in(), one, other)))
    };
    let before = record(&low, &[]);
    let same_day = record(&high, &[]);
    let other_team = Record { title: "Search".to_owned(), day: Day::new(2027, 3, 1).unwrap(), ..same_day.clone() };
    for after in [&same_day, &other_team] {
        let text = text(&before, after);
        for word in ["mproved", "eclined", "ewly", ", now ", "up 2", "esolved", "| Change"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
        assert!(text.contains("4 areas higher in the second result"), "{text}");
    }
    let later = Record { day: other_team.day, ..same_day };
    assert!(text(&before, &later).contains("4 areas improved"));
}

#[test]
fn the_essentials_beside_everything_are_compared_by_the_essentials() {
    let (before, after) = (Team::new(Scope::Essentials).balanced(1), Team::new(Scope::Full).balanced(2));
    let found = compared(&before, &after);
    assert_eq!(found.question_set.scope, Scope::Essentials);
    let mut by_core = after.clone();
    by_core.question_set.scope = Scope::Essentials;
    assert_eq!(found.after, by_core.profile(), "as if the second had been asked the essentials too");
    let supporting = after.case().capabilities().filter(|&at| !built_in().capability(at).is_essential()).count();
    assert_eq!(found.left_out.len(), supporting);
    assert!(found.left_out.iter().all(|(_, only)| *only == OnlyIn::After));
}

#[test]
fn a_track_that_only_one_has_is_left_out() {
    let found = compared(&Team::with_all_tracks(Scope::Full).balanced(2), &Team::new(Scope::Full).balanced(2));
    assert_eq!((found.before.tracks.len(), found.changed()), (1, 0));
    assert!(found.left_out.iter().all(|(_, only)| *only == OnlyIn::Before) && !found.left_out.is_empty());
}

#[test]
fn a_question_that_an_older_revision_did_not_have_is_left_out() {
    let (before, after) = (Team::new(Scope::Full).balanced(4), Team::new(Scope::Full).balanced(4));
    let absent = [before.at("rel-canary")];
    let before = before.saying("rel-canary", None);
    let found = compare(built_in(), &record(&before, &absent), &record(&after, &[]));
    assert_eq!(found.left_out, [(absent[0], OnlyIn::After)]);
    assert!(found.areas.iter().all(|area| area.levels() == Some(0)), "a new question makes nobody worse");
    assert_eq!(found.changed(), 0);
}

#[test]
fn what_came_after_a_link_was_made_is_absent_from_it() {
    let mut dice = Dice(3);
    for _ in 0..20 {
        let mut history = History::begun(&mut dice);
        let old = history.model();
        history.add(&mut dice);
        history.retire(&mut dice);
        history.add(&mut dice);
        history.file["revision"] = 2.into();
        let new = history.model();
        let mut shared = LinkContents::new(&old, QuestionSet::of(&old, Scope::Full), Day::new(2026, 11, 23).unwrap());
        for at in shared.question_set.capabilities(&old) {
            shared.answers.set(at, Some(No));
        }
        let payload = encode(&old, LinkKind::Result, &shared).unwrap();
        let record = Record::of_link(&new, decode(&new, LinkKind::Result, &payload).unwrap());
        let asked_then = |at: &CapabilityIx| old.find_capability(&new.capability(*at).id).is_some();
        for at in record.question_set.capabilities(&new) {
            assert_eq!(record.asks(&new, at), asked_then(&at), "{}", new.capability(at).id);
        }
    }
}

#[test]
fn the_map_says_which_steps_run_otherwise() {
    let before = Team::new(Scope::Full).balanced(0);
    let track = before.question_set.tracks[0];
    let state = stage_map(before.case(), track).stages[0].clone();
    let mut after = before.clone();
    for button in &state.tasks {
        after.answers.set(button.capability, Some(Yes));
    }
    let expected = StageChange {
        track,
        stage: state.stage,
        before: Some(Automation::Manual),
        after: Some(Automation::Automated),
    };
    assert_eq!(compared(&before, &after).stages, [expected]);
}

#[test]
fn stalls_end_begin_and_stay() {
    let (_, stalled) =
        crate::support::teams::all().into_iter().find(|(name, _)| *name == "monitoring without action").unwrap();
    let even = Team::new(Scope::Full).balanced(2);
    let ended = compared(&stalled, &even).mismatches;
    assert!(!ended.gone.is_empty() && ended.new.is_empty() && ended.stay.is_empty());
    assert_eq!(compared(&even, &stalled).mismatches.new, ended.gone);
    assert_eq!(compared(&stalled, &stalled).mismatches.stay, ended.gone);
}

#[test]
fn a_comparison_has_an_address_while_it_fits() {
    assert_eq!(joined_payloads("abc", "d-e").as_deref(), Some("abc/d-e"));
    let half = "a".repeat(MAX_CHARS / 2);
    assert_eq!(joined_payloads(&half, &half), None);
    assert!(joined_payloads(&half, &half[1..]).is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_result_beside_itself_shows_no_change(team in any_team()) {
        let found = compared(&team, &team);
        prop_assert_eq!(found.changed(), 0);
        prop_assert!(found.stages.is_empty() && found.left_out.is_empty());
        prop_assert!(found.mismatches.gone.is_empty() && found.mismatches.new.is_empty());
        prop_assert_eq!(&found.before, &team.profile());
    }

    #[test]
    fn the_other_way_round_says_the_opposite(before in any_team(), after in any_team()) {
        let (one, other) = (compared(&before, &after), compared(&after, &before));
        prop_assert_eq!(one.left_out.len(), other.left_out.len());
        prop_assert_eq!(&one.mismatches.gone, &other.mismatches.new);
        prop_assert_eq!(one.changed(), other.changed());
        for (area, back) in one.areas.iter().zip(&other.areas) {
            prop_assert_eq!(area.levels(), back.levels().map(|levels| -levels));
        }
        for (step, back) in one.stages.iter().zip(&other.stages) {
            prop_assert_eq!((step.before, step.after), (back.after, back.before));
        }
    }

    #[test]
    fn every_question_is_compared_left_out_or_asked_by_neither(before in any_team(), after in any_team()) {
        let found = compared(&before, &after);
        for at in built_in().capability_ixs() {
            let asked = [&before, &after].map(|team| team.question_set.asks(built_in(), at));
            let is_left_out = found.left_out.iter().any(|(other, _)| *other == at);
            prop_assert_eq!(is_left_out, asked[0] != asked[1]);
            prop_assert_eq!(found.question_set.asks(built_in(), at), asked[0] && asked[1]);
        }
    }
}
