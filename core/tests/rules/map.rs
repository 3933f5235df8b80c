//! The push-button map and the step to free first, one test a sentence.

use crate::support::small::asked;
use crate::support::{Team, any_team};
use mlops_core::advice::button_map::{Automation, button_map};
use mlops_core::advice::free_first::FreeFirst;
use mlops_core::advice::next_steps::Advice;
use mlops_core::advice::stalls::stalls;
use mlops_core::model::answer::Answer::{No, NotApplicable, Partly, Unknown, Yes};
use mlops_core::scoring::case::Scope;
use mlops_core::words::advice::distance;
use proptest::prelude::*;

/// One step with three buttons.
fn three() -> Team {
    asked(&["x a 1 core 1-2 @ s", "y a 1 core 1-2 @ s", "z a 1 core 1-2 @ s"], &[])
}

fn runs(team: &Team) -> Option<Automation> {
    button_map(team.case(), team.questionnaire.tracks[0]).steps.first().map(|step| step.runs)
}

fn first(team: &Team) -> Option<FreeFirst> {
    Advice::of(team.case(), &team.profile().tracks[0], &stalls(team.case())).free_first
}

/// Step, what removes the act, what to begin with.
fn named(team: &Team) -> Option<(&str, &str, &str)> {
    let id = |at| team.model.capability(at).id.as_str();
    first(team).map(|one| (team.model.step(one.step).id.as_str(), id(one.removed_by), id(one.begin_with)))
}

#[test]
fn a_step_is_automatic_when_all_its_buttons_are_gone() {
    assert_eq!(runs(&three().answering("x=yes y=yes z=yes")), Some(Automation::Automatic));
    assert_eq!(runs(&three().answering("x=yes y=yes z=na")), Some(Automation::Automatic));
}

#[test]
fn a_step_waits_when_none_is_gone_or_sometimes_and_at_least_one_is_pressed() {
    assert_eq!(runs(&three().answering("x=no y=no z=no")), Some(Automation::Waits));
    assert_eq!(runs(&three().answering("x=no y=unknown")), Some(Automation::Waits));
}

#[test]
fn a_step_is_unknown_when_at_least_one_is_unknown_and_none_is_pressed_or_sometimes() {
    assert_eq!(runs(&three()), Some(Automation::Unknown));
    assert_eq!(runs(&three().answering("x=unknown y=yes z=yes")), Some(Automation::Unknown));
    assert_eq!(runs(&three().answering("x=yes y=yes")), Some(Automation::Unknown));
}

#[test]
fn else_a_step_is_automatic_in_part() {
    assert_eq!(runs(&three().answering("x=no y=yes z=yes")), Some(Automation::Partly));
    assert_eq!(runs(&three().answering("x=partly y=partly z=partly")), Some(Automation::Partly));
    assert_eq!(runs(&three().answering("x=partly y=unknown")), Some(Automation::Partly));
    assert_eq!(runs(&three().answering("x=no y=yes z=unknown")), Some(Automation::Partly));
}

#[test]
fn a_step_with_no_button_in_scope_is_left_out() {
    assert_eq!(runs(&three().answering("x=na y=na z=na")), None);
    let essentials = asked(&["x a 1 core 1-2", "y a 1 more 1-2 @ s"], &[]).in_scope(Scope::Core);
    assert_eq!(runs(&essentials), None);
}

#[test]
fn the_headline_counts_what_it_says_and_nothing_twice() {
    let lines: Vec<String> = (0..13).map(|at| format!("c{at} a 1 core 1-2 @ s{at:02}")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let says = |team: Team| distance(&button_map(team.case(), team.questionnaire.tracks[0]));
    let all = |answers: [(&str, usize); 4]| {
        let mut words = Vec::new();
        for (answer, number) in answers {
            words.extend((0..number).map(|_| answer));
        }
        let line: Vec<String> = words.iter().enumerate().map(|(at, answer)| format!("c{at}={answer}")).collect();
        asked(&lines, &[]).answering(&line.join(" "))
    };
    assert_eq!(
        says(all([("no", 5), ("partly", 7), ("yes", 1), ("unknown", 0)])),
        "12 of 13 steps are not automatic yet: 5 wait for a person, 7 are automatic in part."
    );
    assert_eq!(
        says(all([("no", 1), ("partly", 0), ("yes", 9), ("unknown", 3)])),
        "1 of 13 steps is not automatic yet: 1 waits for a person. 3 are not known yet."
    );
    assert_eq!(
        says(all([("no", 0), ("partly", 0), ("yes", 12), ("unknown", 1)])),
        "12 of 13 steps are automatic, and no other is known to need a person. 1 is not known yet."
    );
    assert_eq!(
        says(all([("no", 0), ("partly", 0), ("yes", 13), ("unknown", 0)])),
        "All 13 steps are automatic: nobody has to remember one."
    );
    assert_eq!(
        says(all([("no", 0), ("partly", 0), ("yes", 0), ("unknown", 13)])),
        "Nothing is known yet about 13 steps."
    );
}

#[test]
fn maps_are_worked_out_per_track() {
    let team = asked(&["x a 1 core 1-2 @ s", "y gen 1 core 1-2 @ s"], &[]).answering("x=yes y=no");
    let [main, side] = [0, 1].map(|at| button_map(team.case(), team.questionnaire.tracks[at]).steps[0].runs);
    assert_eq!((main, side), (Automation::Automatic, Automation::Waits));
}

#[test]
fn the_step_to_free_first_is_the_waiting_one_that_holds_the_earliest_next_step() {
    // Both steps wait; "late" has more leverage, as two others build on it.
    let team = asked(
        &["early a 1 core 1-4 @ s1", "late a 1 core 1-4 @ s2", "p a 1 core 1-4 < late", "q a 1 core 1-4 < late"],
        &[],
    );
    let team = team.answering("early=no late=no p=no q=no");
    assert_eq!(named(&team), Some(("s2", "late", "late")));
}

#[test]
fn the_step_to_free_first_may_be_made_ready_by_the_earliest_next_step() {
    let team = asked(&["base a 1 core 1-4", "act a 1 core 1-4 < base @ s2", "other a 1 core 1-4 @ s1"], &[]);
    let team = team.answering("base=no act=no other=no");
    assert_eq!(named(&team), Some(("s2", "act", "base")));
    // A step that waits for two things is made ready by neither.
    let team = asked(
        &["base a 1 core 1-4", "more a 1 core 1-4", "act a 1 core 1-4 < base more @ s2", "other a 1 core 1-20 @ s1"],
        &[],
    );
    assert_eq!(named(&team.answering("base=no more=no act=no other=no")), Some(("s1", "other", "other")));
}

#[test]
fn if_no_waiting_step_is_near_the_same_among_those_automatic_in_part() {
    let team = asked(
        &[
            "one a 1 core 1-4",
            "two a 1 core 1-4",
            "far a 1 core 1-4 < one two @ s1",
            "near a 1 core 1-4 @ s2",
            "gone a 1 core 1-4 @ s2",
        ],
        &[],
    );
    let team = team.answering("one=no two=no far=no near=no gone=yes");
    assert_eq!(named(&team), Some(("s2", "near", "near")));
}

#[test]
fn only_then_the_first_step_that_waits_with_the_first_of_its_unmet_needs_that_can_begin() {
    let lines = &["one a 1 core 1-4", "two a 1 core 1-4", "far a 1 core 1-4 < one two @ s1"];
    assert_eq!(named(&asked(lines, &[]).answering("one=no two=no far=no")), Some(("s1", "far", "one")));
    let lines = &["a0 a 1 core 1-4", "mid a 1 core 1-4 < a0", "two a 1 core 1-4", "far a 1 core 1-4 < mid two @ s1"];
    let team = asked(lines, &[]).answering("a0=no mid=no two=partly far=no");
    assert_eq!(named(&team), Some(("s1", "far", "a0")), "not directly needed, but its own needs are in place");
    assert_eq!(named(&asked(lines, &[]).answering("a0=yes mid=yes two=yes far=yes")), None);
}

#[test]
fn an_act_that_is_not_known_is_not_said_to_be_remembered() {
    let team = asked(&["base a 1 core 1-4", "open a 1 core 1-4 < base @ s1", "no1 a 1 core 1-20 @ s2"], &[]);
    let team = team.answering("base=no open=unknown no1=no");
    assert_eq!(named(&team), Some(("s2", "no1", "no1")));
}

#[test]
fn the_words_of_a_button_follow_its_answer() {
    let team = three().saying("x", Yes).saying("y", Partly).saying("z", No);
    let map = button_map(team.case(), team.questionnaire.tracks[0]);
    let says: Vec<_> =
        map.steps[0].buttons.iter().map(|button| mlops_core::words::advice::pressed(button.pressed)).collect();
    assert_eq!(says, ["gone", "pressed now and then", "pressed by a person"]);
    let map =
        button_map(three().saying("x", Unknown).saying("y", NotApplicable).case(), team.questionnaire.tracks[0]);
    let says: Vec<_> =
        map.steps[0].buttons.iter().map(|button| mlops_core::words::advice::pressed(button.pressed)).collect();
    assert_eq!(says, ["not known yet", "not known yet"]);
}

proptest! {
    #[test]
    fn every_button_in_scope_is_on_the_map_once(team in any_team()) {
        let case = team.case();
        let maps: Vec<_> = team.questionnaire.tracks.iter().map(|&track| button_map(case, track)).collect();
        let shown: usize = maps.iter().flat_map(|map| &map.steps).map(|step| step.buttons.len()).sum();
        prop_assert_eq!(shown, case.capabilities().filter(|&at| team.model.capability(at).button.is_some()).count());
        for map in &maps {
            let counted = [Automation::Automatic, Automation::Partly, Automation::Waits, Automation::Unknown];
            prop_assert_eq!(counted.map(|runs| map.count(runs)).iter().sum::<usize>(), map.steps.len());
        }
    }

    #[test]
    fn the_step_to_free_first_is_one_that_is_not_automatic_and_begins_with_what_is_ready(team in any_team()) {
        let case = team.case();
        for track in &team.profile().tracks {
            let Some(first) = Advice::of(case, track, &stalls(case)).free_first else { continue };
            prop_assert!(matches!(first.runs, Automation::Waits | Automation::Partly));
            prop_assert!(matches!(case.answer(first.removed_by), Some(No | Partly)));
            prop_assert!(case.is_ready(first.begin_with) && !case.has(first.begin_with));
        }
    }
}
