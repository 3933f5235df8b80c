//! Manual work and what to automate first, one test per sentence.

use crate::support::small::asked;
use crate::support::{Team, any_team};
use mlops_core::advice::next_steps::Advice;
use mlops_core::advice::patterns::fired_patterns;
use mlops_core::advice::stage_map::{Automation, stage_map};
use mlops_core::model::answer::Answer::{No, NotApplicable, Partly, Unknown, Yes};
use mlops_core::scoring::case::Scope;
use mlops_core::words::advice::{by_hand, still_manual};
use proptest::prelude::*;

/// One stage with three manual tasks.
fn three() -> Team {
    asked(&["x a 1 core 1-2 @ s", "y a 1 core 1-2 @ s", "z a 1 core 1-2 @ s"], &[])
}

fn automation(team: &Team) -> Option<Automation> {
    stage_map(team.case(), team.question_set.tracks[0]).stages.first().map(|stage| stage.automation)
}

/// The stage to automate first, the capability that removes its task, and the capability to start with.
fn first(team: &Team) -> Option<(&str, &str, &str)> {
    let id = |at| team.model.capability(at).id.as_str();
    let first = Advice::of(team.case(), &team.profile().tracks[0], &fired_patterns(team.case())).automate_first;
    first.map(|one| (team.model.stage(one.stage).id.as_str(), id(one.removed_by), id(one.start_with)))
}

fn headline(team: &Team) -> String {
    still_manual(&stage_map(team.case(), team.question_set.tracks[0]), team.model)
}

#[test]
fn a_stage_is_automated_when_none_of_its_tasks_is_needed_any_longer() {
    assert_eq!(automation(&three().answering("x=yes y=yes z=yes")), Some(Automation::Automated));
    assert_eq!(automation(&three().answering("x=yes y=yes z=na")), Some(Automation::Automated));
}

#[test]
fn a_stage_is_manual_when_a_task_is_done_by_hand_and_none_is_needed_less_than_always() {
    assert_eq!(automation(&three().answering("x=no y=no z=no")), Some(Automation::Manual));
    assert_eq!(automation(&three().answering("x=no y=unknown")), Some(Automation::Manual));
}

#[test]
fn a_stage_is_not_known_when_a_task_is_open_and_none_is_done_by_hand_or_sometimes() {
    assert_eq!(automation(&three()), Some(Automation::Unknown));
    assert_eq!(automation(&three().answering("x=unknown y=yes z=yes")), Some(Automation::Unknown));
    assert_eq!(automation(&three().answering("x=yes y=yes")), Some(Automation::Unknown));
}

#[test]
fn else_a_stage_is_partly_automated() {
    assert_eq!(automation(&three().answering("x=no y=yes z=yes")), Some(Automation::Partly));
    assert_eq!(automation(&three().answering("x=partly y=partly z=partly")), Some(Automation::Partly));
    assert_eq!(automation(&three().answering("x=partly y=unknown")), Some(Automation::Partly));
    assert_eq!(automation(&three().answering("x=no y=yes z=unknown")), Some(Automation::Partly));
}

#[test]
fn a_stage_without_a_task_in_scope_is_left_out_and_named_where_other_questions_ask_about_it() {
    assert_eq!(automation(&three().answering("x=na y=na z=na")), None);
    let lines = &["x a 1 core 1-2 @ s1", "y a 1 more 1-2 @ s2", "z a 1 more 1-2 @ s1"];
    let essentials = asked(lines, &[]).in_scope(Scope::Essentials).answering("x=yes");
    assert_eq!(headline(&essentials), "All of the 1 stage that was asked is automated. Not asked about: s2.");
    assert_eq!(
        headline(&asked(lines, &[]).answering("x=no y=no z=yes")),
        "2 of 2 stages are not fully automated: 1 manual, 1 partly automated."
    );
}

#[test]
fn a_task_beyond_the_scope_is_on_the_map_once_a_pattern_asks_for_it_and_it_is_answered() {
    let lines = &["x a 1 core 1-2 @ s1", "y a 1 more 1-2 @ s2", "z a 1 more 1-2 @ s3"];
    let team = asked(lines, &["p: x=yes & y=no -> y"]).in_scope(Scope::Essentials).answering("x=yes");
    assert!(headline(&team).ends_with("Not asked about: s2 and s3."), "{}", headline(&team));
    let answered = team.clone().answering("y=no z=no");
    assert_eq!(
        headline(&answered),
        "1 of the 2 stages that were asked is not fully automated: 1 manual. Not asked about: s3.",
        "no pattern asks for z"
    );
    assert!(headline(&team.answering("y=na")).ends_with("Not asked about: s2 and s3."));
}

#[test]
fn the_headline_counts_what_it_says_and_nothing_twice() {
    let lines: Vec<String> = (0..13).map(|at| format!("c{at} a 1 core 1-2 @ s{at:02}")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let all = |answers: [(&str, usize); 4]| {
        let mut words = Vec::new();
        for (answer, number) in answers {
            words.extend((0..number).map(|_| answer));
        }
        let line: Vec<String> = words.iter().enumerate().map(|(at, answer)| format!("c{at}={answer}")).collect();
        headline(&asked(&lines, &[]).answering(&line.join(" ")))
    };
    assert_eq!(
        all([("no", 5), ("partly", 7), ("yes", 1), ("unknown", 0)]),
        "12 of 13 stages are not fully automated: 5 manual, 7 partly automated."
    );
    assert_eq!(
        all([("no", 1), ("partly", 0), ("yes", 9), ("unknown", 3)]),
        "1 of 13 stages is not fully automated: 1 manual. 3 are not known yet."
    );
    assert_eq!(
        all([("no", 0), ("partly", 0), ("yes", 12), ("unknown", 1)]),
        "12 of 13 stages are automated. No other stage is known to be manual. 1 is not known yet."
    );
    assert_eq!(all([("no", 0), ("partly", 0), ("yes", 13), ("unknown", 0)]), "All 13 stages are automated.");
    assert_eq!(all([("no", 0), ("partly", 0), ("yes", 0), ("unknown", 13)]), "Nothing is known yet about 13 stages.");
}

#[test]
fn maps_are_worked_out_per_track() {
    let team = asked(&["x a 1 core 1-2 @ s", "y gen 1 core 1-2 @ s"], &[]).answering("x=yes y=no");
    let [main, side] = [0, 1].map(|at| stage_map(team.case(), team.question_set.tracks[at]).stages[0].automation);
    assert_eq!((main, side), (Automation::Automated, Automation::Manual));
}

#[test]
fn the_first_step_with_a_manual_task_decides_what_to_automate_first() {
    // "late" has more leverage, as two others depend on it.
    let lines =
        &["early a 1 core 1-4 @ s1", "late a 1 core 1-4 @ s2", "p a 1 core 1-4 < late", "q a 1 core 1-4 < late"];
    assert_eq!(first(&asked(lines, &[]).answering("early=no late=no p=no q=no")), Some(("s2", "late", "late")));
}

#[test]
fn or_else_the_first_step_that_makes_a_due_one_with_a_manual_task_possible() {
    let lines = &["base a 1 core 1-4", "act a 1 core 1-4 < base @ s2", "other a 1 core 1-4 @ s1"];
    assert_eq!(first(&asked(lines, &[]).answering("base=no act=no other=no")), Some(("s2", "act", "base")));
    // If two needs are unmet, neither alone makes the removal of a task possible.
    let lines =
        &["base a 1 core 1-4", "more a 1 core 1-4", "act a 1 core 1-4 < base more @ s2", "other a 1 core 1-20 @ s1"];
    let team = asked(lines, &[]).answering("base=no more=no act=no other=no");
    assert_eq!(first(&team), Some(("s1", "other", "other")));
    // Of several, the first in the model's order.
    let lines = &["base a 1 core 1-1", "two a 1 core 1-4 < base @ s2", "one a 1 core 1-1 < base @ s1"];
    assert_eq!(first(&asked(lines, &[]).answering("base=no one=no two=no")), Some(("s2", "two", "base")));
}

#[test]
fn a_task_that_is_not_due_not_known_or_an_investment_is_not_automated_first() {
    let far = &["base a 1 core 1-4", "far a 3 core 1-4 < base @ s1"];
    assert_eq!(first(&asked(far, &[]).answering("base=no far=no")), None, "level 3 is not due from level 0");
    let large = &["base a 1 core 1-4", "large a 1 core 1-21 < base @ s1"];
    assert_eq!(first(&asked(large, &[]).answering("base=no large=no")), None);
    let open = &["base a 1 core 1-4", "open a 1 core 1-4 < base @ s1", "no1 a 1 core 1-20 @ s2"];
    assert_eq!(first(&asked(open, &[]).answering("base=no open=unknown no1=no")), Some(("s2", "no1", "no1")));
    let later =
        &["one a 1 core 1-4", "two a 2 core 1-4", "three a 1 core 1-4", "four a 1 core 1-9", "five a 2 core 1-4 @ s"];
    let team = asked(later, &[]).answering("one=no two=no three=no four=no five=no");
    assert_eq!(first(&team), None, "the others are looked at in classes 1 to 4 only");
}

#[test]
fn nothing_is_named_where_nothing_can_be_removed() {
    let lines = &["one a 1 core 1-4", "two a 1 core 1-4", "act a 1 core 1-4 < one two @ s1"];
    assert_eq!(first(&asked(lines, &[]).answering("one=no two=no act=no")), None);
    assert_eq!(first(&asked(lines, &[]).answering("one=yes two=yes act=yes")), None);
    assert_eq!(first(&asked(lines, &[]).answering("one=yes two=yes act=partly")), Some(("s1", "act", "act")));
}

#[test]
fn the_words_of_a_manual_task_follow_its_answer() {
    let says = |team: Team| {
        let map = stage_map(team.case(), team.question_set.tracks[0]);
        map.stages[0].tasks.iter().map(|task| by_hand(task.by_hand)).collect::<Vec<_>>()
    };
    assert_eq!(
        says(three().saying("x", Yes).saying("y", Partly).saying("z", No)),
        ["no longer needed", "sometimes done by hand", "done by hand"]
    );
    assert_eq!(says(three().saying("x", Unknown).saying("y", NotApplicable)), ["not known yet", "not known yet"]);
}

proptest! {
    #[test]
    fn every_manual_task_in_scope_is_on_the_map_once(team in any_team()) {
        let case = team.case();
        let maps: Vec<_> = team.question_set.tracks.iter().map(|&track| stage_map(case, track)).collect();
        let tasks = maps.iter().flat_map(|map| &map.stages).flat_map(|stage| &stage.tasks);
        let mut shown: Vec<_> = tasks.map(|task| task.capability).collect();
        let count = shown.len();
        shown.sort_unstable();
        shown.dedup();
        prop_assert_eq!(shown.len(), count);
        for at in case.capabilities().filter(|&at| team.model.capability(at).manual.is_some()) {
            prop_assert!(shown.contains(&at));
        }
        for map in &maps {
            prop_assert_eq!(Automation::ALL.map(|one| map.count(one)).iter().sum::<usize>(), map.stages.len());
        }
    }

    #[test]
    fn what_to_automate_first_is_done_by_hand_and_starts_with_what_is_ready(team in any_team()) {
        let case = team.case();
        for track in &team.profile().tracks {
            let Some(first) = Advice::of(case, track, &fired_patterns(case)).automate_first else { continue };
            prop_assert!(matches!(case.given(first.removed_by), Some(No | Partly)));
            prop_assert!(case.is_ready(first.start_with) && !case.has(first.start_with));
        }
    }
}
