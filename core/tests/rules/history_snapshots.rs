//! Snapshots, and the trend through them.

use crate::support::{Team, any_team, built_in};
use mlops_core::assessment::{Assessment, Outcomes, file};
use mlops_core::history::compare::compare;
use mlops_core::history::record::Record;
use mlops_core::history::snapshots::{
    MOST, SnapshotError, new_round, old_evidence, put_back, record, remove, rename, take, take_over, to_confirm,
    trend,
};
use mlops_core::model::answer::Answer::{No, NotApplicable, Yes};
use mlops_core::moment::{Day, Moment};
use mlops_core::scoring::case::Scope;
use proptest::prelude::*;

fn moment(text: &str) -> Moment {
    Moment::parse(&format!("{text}T09:00:00Z")).unwrap()
}

fn begun(scope: Scope) -> Assessment {
    let Team { model, question_set, .. } = Team::new(scope);
    Assessment::new("id".to_owned(), "Payments".to_owned(), model, &question_set, moment("2026-01-01"))
}

/// Gives the same answers as this team.
fn answer(assessment: &mut Assessment, team: &Team, on: &str) {
    for at in built_in().capability_ixs() {
        let value = team.answers.get(at);
        assessment.respond(&built_in().capability(at).id, moment(on), |response| response.value = value);
    }
}

fn lows(assessment: &Assessment) -> Vec<Option<u8>> {
    let points = trend(built_in(), assessment).points;
    points.iter().map(|point| point.tracks[0].range.map(|range| range.low.number())).collect()
}

#[test]
fn a_trend_goes_from_the_oldest_state_to_now() {
    let mut assessment = begun(Scope::Full);
    answer(&mut assessment, &Team::new(Scope::Full).balanced(1), "2026-01-10");
    take(&mut assessment, " baseline ", moment("2026-01-11")).unwrap();
    answer(&mut assessment, &Team::new(Scope::Full).balanced(2), "2026-04-10");
    take(&mut assessment, "after Q1", moment("2026-04-11")).unwrap();
    answer(&mut assessment, &Team::new(Scope::Full).balanced(3), "2026-07-10");
    assert_eq!(lows(&assessment), [Some(1), Some(2), Some(3)]);
    let found = trend(built_in(), &assessment);
    let labels: Vec<Option<&str>> = found.points.iter().map(|point| point.label.as_deref()).collect();
    assert_eq!(labels, [Some("baseline"), Some("after Q1"), None]);
    assert_eq!(found.points[2].at, moment("2026-07-10"));
    assert_eq!((found.areas.len(), found.points[0].areas.len()), (4, 4));
}

#[test]
fn what_nobody_knew_is_unknown_and_not_level_0() {
    let mut assessment = begun(Scope::Full);
    let mut early = Team::new(Scope::Full);
    let people = built_in().find_area("people").unwrap();
    for at in built_in().capability_ixs().filter(|&at| built_in().capability(at).area == people) {
        early.answers.set(at, Some(Yes));
    }
    answer(&mut assessment, &early, "2026-01-10");
    take(&mut assessment, "", moment("2026-01-11")).unwrap();
    let found = trend(built_in(), &assessment);
    for (area, stood) in found.areas.iter().zip(&found.points[0].areas) {
        assert_eq!(stood.is_known, *area == people);
    }
    let range = found.points[0].tracks[0].range.unwrap();
    assert_eq!((range.low.number(), range.high.number()), (0, 4), "a floor of which something is open");
}

#[test]
fn an_area_that_did_not_apply_has_no_point() {
    let mut assessment = begun(Scope::Full);
    let mut team = Team::new(Scope::Full).balanced(2);
    let people = built_in().find_area("people").unwrap();
    for at in built_in().capability_ixs().filter(|&at| built_in().capability(at).area == people) {
        team.answers.set(at, Some(NotApplicable));
    }
    answer(&mut assessment, &team, "2026-01-10");
    take(&mut assessment, "", moment("2026-01-11")).unwrap();
    let found = trend(built_in(), &assessment);
    let at = found.areas.iter().position(|&area| area == people).unwrap();
    assert_eq!(found.points[0].areas[at].range, None);
}

#[test]
fn every_state_is_asked_todays_questions() {
    let mut assessment = begun(Scope::Essentials);
    answer(&mut assessment, &Team::new(Scope::Essentials).balanced(2), "2026-01-10");
    let supporting: Vec<String> =
        built_in().capabilities().iter().filter(|one| !one.is_essential()).map(|one| one.id.clone()).collect();
    for id in &supporting {
        assessment.respond(id, moment("2026-01-10"), |response| response.value = None);
    }
    take(&mut assessment, "essentials", moment("2026-01-11")).unwrap();
    assert_eq!(lows(&assessment), [Some(2), Some(2)]);
    assessment.scope = Scope::Full;
    answer(&mut assessment, &Team::new(Scope::Full).balanced(2), "2026-04-10");
    let found = trend(built_in(), &assessment);
    let then = found.points[0].tracks[0].range.unwrap();
    assert!(then.low.number() < 2 && then.high.number() == 2, "what was not asked then is open: {then:?}");
}

#[test]
fn what_does_not_apply_is_answered_too_and_what_is_not_asked_does_not_count() {
    let mut assessment = begun(Scope::Essentials);
    answer(
        &mut assessment,
        &Team::new(Scope::Full).balanced(2).saying("ppl-model-owner", NotApplicable),
        "2026-01-02",
    );
    let point = &trend(built_in(), &assessment).points[0];
    assert_eq!((point.answered.part, point.answered.of), (46, 46));
    assessment.respond("ppl-model-owner", moment("2026-01-03"), |response| response.value = None);
    assert_eq!(trend(built_in(), &assessment).points[0].answered.part, 45);
}

#[test]
fn a_snapshot_has_the_latest_moment_of_its_answers_and_is_made_only_where_something_changed() {
    let mut assessment = begun(Scope::Full);
    assert_eq!(take(&mut assessment, "nothing yet", moment("2026-01-01")), Err(SnapshotError::Nothing));
    answer(&mut assessment, &Team::new(Scope::Full).balanced(1), "2026-01-10");
    assessment.respond("ppl-model-owner", moment("2026-01-12"), |response| response.value = Some(No));
    take(&mut assessment, "baseline", moment("2026-02-01")).unwrap();
    assert_eq!(assessment.snapshots[0].at, moment("2026-01-12"));
    assert_eq!(take(&mut assessment, "again", moment("2026-03-01")), Err(SnapshotError::Unchanged));
    // A note is no answer, and a confirmed answer is not a new one.
    assessment.respond("ppl-model-owner", moment("2026-03-01"), |response| {
        response.note = "Ana".to_owned();
        response.say(Some(No));
    });
    assert_eq!(take(&mut assessment, "again", moment("2026-03-01")), Err(SnapshotError::Unchanged));
    assessment.respond("ppl-model-owner", moment("2026-03-02"), |response| response.say(Some(Yes)));
    take(&mut assessment, "baseline", moment("2026-04-01")).unwrap();
    let moments: Vec<Moment> = assessment.snapshots.iter().map(|one| one.at).collect();
    assert_eq!(moments, [moment("2026-01-12"), moment("2026-03-02")]);
}

/// Changes one answer without a later moment, so that a snapshot differs.
fn change_one(assessment: &mut Assessment, number: usize) {
    let value = if number.is_multiple_of(2) { Yes } else { No };
    assessment.respond("ppl-model-owner", moment("2026-01-10"), |response| response.value = Some(value));
}

#[test]
fn there_are_at_most_a_hundred_and_they_fit_into_a_file() {
    let mut assessment = begun(Scope::Full);
    answer(&mut assessment, &Team::with_all_tracks(Scope::Full).balanced(2), "2026-01-10");
    for number in 0..MOST {
        change_one(&mut assessment, number);
        take(&mut assessment, &format!("round {number:03}"), moment("2026-01-11")).unwrap();
    }
    change_one(&mut assessment, MOST);
    assert_eq!(take(&mut assessment, "one more", moment("2026-01-11")), Err(SnapshotError::TooMany));
    let text = file::write(&assessment);
    assert!(text.len() < file::MAX_BYTES / 2, "{}", text.len());
    assert_eq!(file::read(&text).unwrap().snapshots, assessment.snapshots);
}

#[test]
fn a_link_becomes_a_state_at_its_own_day() {
    let mut assessment = begun(Scope::Full);
    answer(&mut assessment, &Team::new(Scope::Full).balanced(3), "2026-07-10");
    take(&mut assessment, "now", moment("2026-07-11")).unwrap();
    let Team { question_set, answers, .. } = Team::new(Scope::Full).balanced(1).saying("rel-canary", No);
    let day = Day::parse("2026-02-03").unwrap();
    let title = "From a link".to_owned();
    let older = Record {
        title,
        label: String::new(),
        day,
        question_set,
        answers,
        other_revision: None,
        absent: Vec::new(),
        not_of_this_model: 0,
        business_unit: String::new(),
        outcomes: Outcomes::default(),
    };
    take_over(&mut assessment, built_in(), &older, "From Ana").unwrap();
    assert_eq!(lows(&assessment), [Some(1), Some(3), Some(3)]);
    assert_eq!((assessment.snapshots[0].label.as_str(), assessment.snapshots[0].at.day()), ("From Ana", day));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_state_is_what_the_assessment_was(team in any_team()) {
        prop_assume!(built_in().capability_ixs().any(|at| team.answers.get(at).is_some()));
        let mut assessment = begun(Scope::Full);
        assessment.ask(built_in(), &team.question_set);
        answer(&mut assessment, &team, "2026-01-10");
        take(&mut assessment, "then", moment("2026-01-11")).unwrap();
        let now = Record::of(built_in(), &assessment, assessment.updated.day()).unwrap();
        let then = record(built_in(), &assessment, &assessment.snapshots[0], assessment.snapshots[0].at.day());
        prop_assert_eq!(&then.answers, &team.answers);
        prop_assert_eq!(compare(built_in(), &then, &now).changed(), 0);
        let found = trend(built_in(), &assessment);
        prop_assert_eq!(&found.points[0].areas, &found.points[1].areas);
    }
}

#[test]
fn a_new_round_starts_from_the_last_answers_and_asks_whether_each_is_still_true() {
    let mut assessment = begun(Scope::Essentials);
    answer(&mut assessment, &Team::new(Scope::Essentials).balanced(1), "2026-01-10");
    let before = assessment.answers(built_in());
    let asked = assessment.question_set(built_in()).capabilities(built_in()).count();
    assert_eq!(to_confirm(built_in(), &assessment), 0);
    new_round(&mut assessment, "baseline", moment("2026-04-01"), moment("2026-04-01").day()).unwrap();
    assert_eq!(assessment.answers(built_in()), before);
    assert_eq!(to_confirm(built_in(), &assessment), asked);
    let id = &built_in().capabilities()[0].id;
    assert!(!assessment.is_answered(id));
    assessment.respond(id, moment("2026-04-02"), |response| response.say(response.value));
    assert!(assessment.is_answered(id));
    assert_eq!(to_confirm(built_in(), &assessment), asked - 1);
    let read = file::read(&file::write(&assessment)).unwrap();
    assert_eq!(to_confirm(built_in(), &read), asked - 1, "also after it was a file");
}

#[test]
fn a_round_that_cannot_be_named_changes_nothing() {
    let mut assessment = begun(Scope::Essentials);
    assert_eq!(
        new_round(&mut assessment, "", moment("2026-04-01"), moment("2026-04-01").day()),
        Err(SnapshotError::Nothing)
    );
    answer(&mut assessment, &Team::new(Scope::Essentials).balanced(1), "2026-01-10");
    for number in 0..MOST {
        change_one(&mut assessment, number);
        take(&mut assessment, &format!("{number:03}"), moment("2026-04-01")).unwrap();
    }
    change_one(&mut assessment, MOST);
    let before = assessment.clone();
    assert_eq!(
        new_round(&mut assessment, "one more", moment("2026-04-01"), moment("2026-04-01").day()),
        Err(SnapshotError::TooMany)
    );
    assert_eq!(assessment, before);
}

#[test]
fn a_state_is_renamed_taken_away_and_put_back() {
    let mut assessment = begun(Scope::Essentials);
    answer(&mut assessment, &Team::new(Scope::Essentials).balanced(1), "2026-01-10");
    let at = moment("2026-01-10");
    for (number, label) in ["baseline", "other"].into_iter().enumerate() {
        change_one(&mut assessment, number);
        take(&mut assessment, label, moment("2026-01-11")).unwrap();
    }
    assert!(!rename(&mut assessment, at, "baseline", "other"), "a name of the same moment is taken");
    assert!(rename(&mut assessment, at, "baseline", " zero "));
    let labels = |assessment: &Assessment| -> Vec<String> {
        assessment.snapshots.iter().map(|one| one.label.clone()).collect()
    };
    assert_eq!(labels(&assessment), ["other", "zero"]);
    let before = assessment.clone();
    let taken = remove(&mut assessment, at, "zero").unwrap();
    assert_eq!(labels(&assessment), ["other"]);
    put_back(&mut assessment, taken).unwrap();
    assert_eq!(assessment, before);
    assert!(!rename(&mut assessment, at, "nobody", "x") && remove(&mut assessment, at, "nobody").is_none());
}

#[test]
fn two_results_of_one_day_and_name_both_stay() {
    let mut assessment = begun(Scope::Essentials);
    let of = |level| Record {
        title: "Payments".to_owned(),
        label: String::new(),
        day: Day::new(2026, 1, 10).unwrap(),
        question_set: Team::new(Scope::Essentials).question_set,
        answers: Team::new(Scope::Essentials).balanced(level).answers,
        other_revision: None,
        absent: Vec::new(),
        not_of_this_model: 0,
        business_unit: String::new(),
        outcomes: Outcomes::default(),
    };
    for level in [1, 2, 1, 3] {
        take_over(&mut assessment, built_in(), &of(level), "Payments").unwrap();
    }
    let labels: Vec<&str> = assessment.snapshots.iter().map(|one| one.label.as_str()).collect();
    assert_eq!(labels, ["Payments", "Payments", "Payments"], "the same once more is there already");
    assert!(assessment.snapshots.iter().all(|one| one.at.day() == Day::new(2026, 1, 10).unwrap()));
    assert!(assessment.snapshots.windows(2).all(|pair| pair[0].at < pair[1].at));
}

#[test]
fn a_new_round_asks_again_what_has_older_evidence_and_the_oldest_first() {
    let mut assessment = begun(Scope::Full);
    answer(&mut assessment, &Team::new(Scope::Full).balanced(1), "2026-01-10");
    for (id, date) in
        [("cre-exp-tracking", "2026-03-31"), ("rel-rollback", "2025-07-01"), ("rel-lineage", "2026-04-01")]
    {
        assessment.respond(id, moment("2026-03-31"), |response| response.evidence_date = Day::parse(date));
    }
    assessment.respond("gen-prompt-vcs", moment("2026-03-31"), |response| {
        response.value = Some(Yes);
        response.evidence_date = Day::parse("2024-01-01");
    });
    let model = built_in();
    assert_eq!(old_evidence(model, &assessment), [], "before a new round nothing is asked again");
    new_round(&mut assessment, "", moment("2026-04-01"), moment("2026-04-01").day()).unwrap();
    let at = |id| model.find_capability(id).unwrap();
    let day = |text| Day::parse(text).unwrap();
    let old = [(at("rel-rollback"), day("2025-07-01")), (at("cre-exp-tracking"), day("2026-03-31"))];
    assert_eq!(old_evidence(model, &assessment), old, "what is not asked is not in the list");
    assert!(assessment.is_answered("rel-lineage"), "evidence of today is of this round");
    assert!(!assessment.is_answered("rel-rollback") && !assessment.is_answered("ppl-model-owner"));
    assessment.respond("rel-rollback", moment("2026-04-02"), |response| response.later = false);
    assessment.respond("cre-exp-tracking", moment("2026-04-02"), |response| response.say(Some(No)));
    assert_eq!(old_evidence(model, &assessment), []);
}
