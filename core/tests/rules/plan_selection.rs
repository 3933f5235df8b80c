//! The texts of a plan follow the selection, one test per sentence.

use crate::support::small::{json_of, team as small_team};
use crate::support::{Team, built_in};
use mlops_core::advice::plan::PEOPLE;
use mlops_core::assessment::Assessment;
use mlops_core::model::CapabilityIx;
use mlops_core::model::answer::Answers;
use mlops_core::moment::Moment;
use mlops_core::report::plan::{TrackPlan, plan_document, together};
use mlops_core::report::tracker::{Tracker, rows};
use mlops_core::report::{Subject, markdown};
use mlops_core::scoring::case::Scope;
use mlops_core::words;

const LINES: &[&str] = &[
    "a1 a 1 core 1-2",
    "a2 a 2 core 2-4 < b2",
    "b1 b 1 core 1-2",
    "b2 b 2 core 10-30",
    "gen1 gen 1 core 1-2",
    "gen2 gen 2 core 3-6",
];

/// A team at level 1 of two tracks, with everything of level 2 to do.
fn team() -> Team {
    let mut team = small_team(&json_of("0.5", LINES, &[]), Scope::Full)
        .answering("a1=yes a2=no b1=yes b2=partly gen1=yes gen2=no");
    team.question_set.tracks = team.model.track_ixs().collect();
    team
}

/// Calls `look` with the subject of this team with these steps selected.
fn with_selected<T>(team: &Team, selected: &[&str], people: Option<u32>, look: impl FnOnce(&Subject) -> T) -> T {
    let now = Moment::parse("2026-11-23T09:00:00Z").unwrap();
    let mut assessment = Assessment::new("id".to_owned(), String::new(), team.model, &team.question_set, now);
    assessment.people = people;
    for id in selected {
        assessment.decide(id, now, |entry| entry.selected = true);
    }
    team.with_subject(Some(&assessment), |subject| look(&Subject { title: "Team", ..*subject }))
}

fn chosen(team: &Team, selected: &[&str]) -> Vec<Vec<String>> {
    let id = |at: CapabilityIx| team.model.capability(at).id.clone();
    with_selected(team, selected, None, |subject| {
        let plans = TrackPlan::of(subject);
        plans
            .iter()
            .map(|planned| planned.selected_or_all().steps().map(|step| id(step.capability)).collect())
            .collect()
    })
}

#[test]
fn with_no_step_selected_everything_that_the_targets_ask_for_is_meant() {
    assert_eq!(chosen(&team(), &[]), [vec!["b2", "a2"], vec!["gen2"]]);
}

#[test]
fn a_selection_in_one_track_leaves_out_what_is_not_selected_in_the_others_too() {
    assert_eq!(chosen(&team(), &["b2"]), [vec!["b2"], vec![]]);
    let text = with_selected(&team(), &["b2"], None, |subject| {
        markdown::write(&plan_document(subject, &TrackPlan::of(subject)))
    });
    assert!(text.contains("No step is selected. The targets need 1 step."), "{text}");
    assert!(!text.contains("### gen2"), "{text}");
}

#[test]
fn effort_weeks_text_and_rows_are_those_of_the_selected_steps() {
    with_selected(&team(), &["b2"], Some(1), |subject| {
        let plans = TrackPlan::of(subject);
        let all = together(plans.iter().map(TrackPlan::selected_or_all));
        assert_eq!(words::plan::sum(&all), "1 step, 5 to 15 person-days");
        assert_eq!(all.weeks(1).max, 3);
        let text = markdown::write(&plan_document(subject, &plans));
        assert!(text.contains("1 step, 5 to 15 person-days, 1 to 3 weeks with 1 person"), "{text}");
        assert!(
            text.contains("The selected steps raise b from level 1 to level 2. The targets need 2 steps."),
            "{text}"
        );
        assert!(
            text.contains("**Effort (estimate):** 5 to 15 person-days, halved because it is partly in place"),
            "{text}"
        );
        assert!(text.contains("counted at half"), "{text}");
        let steps: Vec<_> = all.steps().copied().collect();
        assert_eq!(rows(subject, &steps, Tracker::GitHub).len(), 2, "the heads and one step");
    });
}

#[test]
fn an_investment_in_the_text_is_one_by_its_whole_effort() {
    // The practice is partly in place, so half of its 30 days are left.
    let text = with_selected(&team(), &[], None, |subject| {
        markdown::write(&plan_document(subject, &TrackPlan::of(subject)))
    });
    let investments = text.split("## ").find(|part| part.starts_with("Investments")).unwrap();
    assert!(investments.contains("- b2"), "{text}");
}

#[test]
fn what_a_selected_step_needs_and_what_is_neither_there_nor_selected_is_said() {
    let team = team();
    let left_out = |selected: &[&str]| {
        with_selected(&team, selected, None, |subject| {
            let left_out = TrackPlan::of(subject)[0].left_out(subject.case);
            left_out.iter().map(|&at| team.model.capability(at).id.clone()).collect::<Vec<_>>()
        })
    };
    assert_eq!(left_out(&["a2"]), ["b2"]);
    assert!(left_out(&["a2", "b2"]).is_empty() && left_out(&["b2"]).is_empty() && left_out(&[]).is_empty());
}

#[test]
fn the_people_of_a_plan_are_those_of_the_assessment_and_two_until_somebody_says() {
    let people = |people| with_selected(&team(), &[], people, |subject| TrackPlan::of(subject)[0].people);
    assert_eq!([people(None), people(Some(5))], [PEOPLE, 5]);
}

#[test]
fn stalls_that_end_stay_and_come_about_are_told_apart() {
    let says = words::plan::mismatches;
    assert_eq!(says(&[], &[]), "No mismatches.");
    assert_eq!(says(&["a", "b"], &["b", "c"]), "Resolved: \"a\". Remaining mismatch: \"b\". New mismatch: \"c\".");
    assert_eq!(says(&["a", "b"], &[]), "Resolved: \"a\" and \"b\".");
}

#[test]
fn where_nothing_is_answered_no_level_is_claimed() {
    let team = Team { answers: Answers::none(built_in()), ..Team::new(Scope::Full) };
    with_selected(&team, &[], None, |subject| {
        let text = markdown::write(&plan_document(subject, &TrackPlan::of(subject)));
        assert!(text.contains("Raise every area to level 1."), "{text}");
        for document in [text, markdown::write(&mlops_core::report::result::result_document(subject, true))] {
            assert!(
                !document.contains(": level 0") && !document.contains("Level 0 ") && !document.contains("| **0**"),
                "{document}"
            );
        }
    });
}
