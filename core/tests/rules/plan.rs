//! The plan, one test per sentence.

use crate::support::small::{asked, json_of, team as small_team};
use crate::support::{Team, any_team};
use mlops_core::advice::effort::HalfDays;
use mlops_core::advice::next_steps::Advice;
use mlops_core::advice::patterns::fired_patterns;
use mlops_core::advice::plan::{Pace, Plan, Target, Weeks, plan, targets};
use mlops_core::advice::stage_map::{Automation, stage_map};
use mlops_core::by_id::ById;
use mlops_core::model::answer::Answer;
use mlops_core::model::level::Level;
use mlops_core::model::{CapabilityIx, TrackIx};
use mlops_core::scoring::case::Scope;
use mlops_core::scoring::profile::profile_of;
use mlops_core::words::plan::{scope_statement, weeks};
use proptest::prelude::*;

fn planned(team: &Team, track: TrackIx, chosen: &ById<Level>) -> (Vec<Target>, Plan) {
    let (case, profile) = (team.case(), team.profile());
    let of_track = profile.tracks.iter().find(|one| one.track == track).unwrap();
    let targets = targets(case, of_track, &fired_patterns(case), chosen);
    let plan = plan(case, of_track, &fired_patterns(case), &targets);
    (targets, plan)
}

/// Targets for some areas, by position.
fn any_targets() -> impl Strategy<Value = Vec<(usize, u8)>> {
    prop::collection::vec((0..8_usize, 0..=4_u8), 0..6)
}

fn chosen(team: &Team, targets: &[(usize, u8)]) -> ById<Level> {
    let areas = team.model.areas();
    targets.iter().map(|&(at, level)| (areas[at % areas.len()].id.clone(), Level::new(level).unwrap())).collect()
}

/// The targets in a line: `a=2 b=3`.
fn aims(line: &str) -> ById<Level> {
    let aim = |word: &str| {
        let (area, level) = word.split_once('=').unwrap();
        (area.to_owned(), Level::new(level.parse().unwrap()).unwrap())
    };
    line.split_whitespace().map(aim).collect()
}

/// The waves of the first track, as words.
fn waves(team: &Team, aim: &str) -> Vec<String> {
    let (_, plan) = planned(team, team.question_set.tracks[0], &aims(aim));
    let id = |at: CapabilityIx| team.model.capability(at).id.as_str();
    plan.waves.iter().map(|wave| wave.iter().map(|step| id(step.capability)).collect::<Vec<_>>().join(" ")).collect()
}

fn meant(team: &Team, aim: &str) -> Vec<u8> {
    let (targets, _) = planned(team, team.question_set.tracks[0], &aims(aim));
    targets.iter().map(|target| target.to.number()).collect()
}

#[test]
fn the_default_target_is_the_lowest_level_above_the_overall_one_whose_plan_has_five_steps_else_the_highest() {
    let lines = &["a1 a 1 core 1-2", "a2 a 2 core 1-2", "a3 a 3 core 1-2", "b1 b 1 core 1-2", "b2 b 2 core 1-2"];
    let team = asked(lines, &[]).answering("a1=yes a2=yes a3=no b1=yes b2=no");
    assert_eq!(meant(&team, ""), [3, 2], "no plan has five steps, so the highest level that asks something");
    assert_eq!(meant(&team, "a=2"), [2, 2], "areas without a target take the default");
    let more = ["c2 b 2 core 1-2", "d2 b 2 core 1-2", "e2 b 2 core 1-2", "f2 b 2 core 1-2"];
    let enough = asked(&[lines, &more[..]].concat(), &[]);
    let enough = enough.answering("a1=yes a2=yes a3=no b1=yes b2=no c2=no d2=no e2=no");
    assert_eq!(meant(&enough, ""), [2, 2], "what is open is a step too");
    assert_eq!(meant(&enough.answering("f2=yes"), ""), [3, 2], "four steps are too few");
    let top = Team::new(Scope::Full).balanced(4);
    assert!(planned(&top, top.question_set.tracks[0], &ById::new()).0.iter().all(|target| target.to == Level::TOP));
}

#[test]
fn a_target_at_an_empty_level_means_the_next_above_that_asks_something_else_below() {
    let lines = &["a1 a 1 core 1-2", "a3 a 3 core 1-2"];
    let team = asked(lines, &[]).answering("a1=no a3=no");
    assert_eq!([1, 2, 3, 4].map(|level| meant(&team, &format!("a={level}"))[0]), [1, 3, 3, 3]);
    assert_eq!(waves(&team, "a=2"), ["a1 a3"]);
    assert_eq!(meant(&team, "a=0"), [0], "level 0 asks nothing of anybody");
    assert!(waves(&team, "a=0").is_empty());
}

#[test]
fn a_plan_holds_what_is_not_yes_up_to_the_target_closed_over_needs_in_scope() {
    let lines = &[
        "a1 a 1 core 1-2",
        "a2 a 2 core 1-2 < b1",
        "a3 a 3 core 1-2",
        "b0 b 1 core 1-2",
        "b1 b 1 core 1-2 < b0",
        "b2 b 2 core 1-2",
        "b3 b 2 more 1-2",
    ];
    let team = asked(lines, &[]).answering("a1=partly a2=no a3=no b0=no b1=unknown b2=no b3=no");
    assert_eq!(waves(&team, "a=2 b=0"), ["b0 a1", "b1", "a2"]);
    let given = team.clone().answering("b1=na");
    assert_eq!(waves(&given, "a=2 b=0"), ["a1 a2"], "a need out of scope counts as given");
    let there = team.answering("b1=yes");
    assert_eq!(waves(&there, "a=2 b=0"), ["a1 a2"], "what is there needs nothing more");
}

#[test]
fn an_area_at_or_above_its_target_adds_only_what_others_need() {
    let lines = &["a1 a 1 core 1-2", "a2 a 2 core 1-2 < b0", "b1 b 1 core 1-2", "b0 b 1 more 1-2", "b9 b 1 more 1-2"];
    let team = asked(lines, &[]).answering("a1=yes a2=no b1=yes b0=partly b9=partly");
    assert_eq!(team.range("b").0, 1);
    assert_eq!(waves(&team, "a=2 b=1"), ["b0", "a2"]);
    assert_eq!(waves(&team, "a=1 b=1"), Vec::<String>::new());
}

#[test]
fn a_wave_has_those_whose_remaining_needs_are_in_the_waves_before_in_the_order_of_next_steps() {
    let lines = &[
        "slow a 1 core 1-9",
        "quick a 1 core 1-1",
        "late a 1 core 1-1 < slow",
        "later a 1 core 1-1 < late quick",
        "soon a 1 core 1-1 < quick",
    ];
    let team = asked(lines, &[]).answering("slow=no quick=no late=no later=no soon=no");
    assert_eq!(waves(&team, "a=1"), ["quick slow", "late soon", "later"]);
}

#[test]
fn a_partly_costs_half_an_open_one_from_nothing_and_effort_is_the_sum() {
    let lines =
        &["no a 1 core 2-5", "partly a 1 core 2-5", "unknown a 1 core 2-5", "open a 1 core 2-5", "yes a 1 core 2-5"];
    let team = asked(lines, &[]).answering("no=no partly=partly unknown=unknown yes=yes");
    let (_, plan) = planned(&team, team.question_set.tracks[0], &ById::new());
    assert_eq!(plan.effort, HalfDays { min: 4 + 2, max: 10 + 5 + 10 + 10 });
    assert_eq!(mlops_core::words::advice::person_days(plan.effort), "3 to 18 person-days");
    assert_eq!(plan.chain, HalfDays { min: 4, max: 10 });
}

#[test]
fn weeks_come_from_the_longest_chain_or_the_shared_work_whichever_is_longer_and_it_says_which() {
    let plan =
        Plan { effort: HalfDays { min: 40, max: 100 }, chain: HalfDays { min: 20, max: 31 }, ..Plan::default() };
    let is = |min, max, pace| Weeks { min, max, pace };
    assert_eq!(plan.weeks(1), is(4, 10, Pace::Work));
    assert_eq!(plan.weeks(2), is(2, 5, Pace::Work));
    assert_eq!(plan.weeks(50), is(2, 4, Pace::Chain));
    assert_eq!(weeks(is(2, 4, Pace::Chain)), "2 to 4 weeks");
    assert_eq!(weeks(is(0, 1, Pace::Chain)), "up to 1 week");
    let days = |half_days| Plan { effort: HalfDays { min: 0, max: half_days }, ..Plan::default() }.weeks(1).max;
    assert_eq!((days(10), days(11)), (1, 2), "five days a week, rounded up");
}

#[test]
fn the_statement_of_a_plan_says_scope_effort_weeks_and_what_sets_the_pace() {
    let team = Team::new(Scope::Full).balanced(1);
    let (targets, plan) = planned(
        &team,
        team.question_set.tracks[0],
        &aims("people=2 model-creation=1 model-release=1 application-integration=1"),
    );
    let says = |people| scope_statement(team.model, &targets, &plan, people);
    assert!(says(1).starts_with("Raise People from level 1 to level 2. Work: "), "{}", says(1));
    assert!(says(1).contains("with 1 person working full time. More people would shorten this"), "{}", says(1));
    assert!(says(40).contains("because steps depend on each other"), "{}", says(40));
    let mature = Team::new(Scope::Full).balanced(4);
    let (targets, plan) = planned(&mature, mature.question_set.tracks[0], &ById::new());
    assert_eq!(
        scope_statement(mature.model, &targets, &plan, 2),
        "All targets are already met. No steps are needed."
    );
}

#[test]
fn what_if_is_the_same_profile_with_a_set_of_capabilities_taken_as_yes() {
    let team = Team::new(Scope::Full).balanced(1);
    let (_, plan) = planned(&team, team.question_set.tracks[0], &ById::new());
    let taken: Vec<_> = plan.steps().map(|step| step.capability).collect();
    let answers = team.answers.with_yes(taken);
    let what_if = profile_of(team.case().with(&answers));
    assert_eq!(what_if.tracks[0].overall.unwrap().low.number(), 2);
    assert_eq!(what_if, Team { answers, ..team }.profile());
}

#[test]
fn a_plan_reaches_its_targets_whatever_share_of_the_supporting_ones_the_model_asks_for() {
    for support in ["1", "0.28", "1e-3"] {
        let lines = &["c a 1 core 1-2", "s a 1 more 1-2", "t a 1 more 1-2", "d a 2 more 1-2"];
        let team = small_team(&json_of(support, lines, &[]), Scope::Full).answering("c=no s=no t=no d=no");
        let (_, plan) = planned(&team, team.question_set.tracks[0], &aims("a=2"));
        let mut after = team.clone();
        after.answers = team.answers.with_yes(plan.steps().map(|step| step.capability));
        assert_eq!(after.range("a").0, 2);
    }
}

#[test]
fn a_fully_mature_team_has_nothing_to_plan() {
    let team = Team::with_all_tracks(Scope::Full).balanced(4);
    for &track in &team.question_set.tracks {
        assert!(planned(&team, track, &ById::new()).1.is_empty());
        let map = stage_map(team.case(), track);
        assert_eq!((map.not_automated().part, map.count(Automation::Automated)), (0, map.stages.len()));
    }
    assert!(fired_patterns(team.case()).is_empty());
}

proptest! {
    #[test]
    fn a_plan_reaches_its_target_when_all_its_steps_are_taken(team in any_team(), targets in any_targets()) {
        let chosen = chosen(&team, &targets);
        for &track in &team.question_set.tracks {
            let (targets, plan) = planned(&team, track, &chosen);
            let mut after = team.clone();
            after.answers = team.answers.with_yes(plan.steps().map(|step| step.capability));
            let profile = after.profile();
            for target in targets {
                prop_assert!(profile.level(target.area).unwrap() >= target.to);
            }
            let (_, rest) = planned(&after, track, &chosen);
            // A reached target can raise the default one; a chosen target that is reached stays reached.
            if chosen.len() == team.model.areas().len() {
                prop_assert!(rest.is_empty());
            }
        }
    }

    #[test]
    fn no_step_comes_before_what_it_needs_and_none_comes_twice(team in any_team(), targets in any_targets()) {
        let chosen = chosen(&team, &targets);
        for &track in &team.question_set.tracks {
            let (_, plan) = planned(&team, track, &chosen);
            let mut done: Vec<CapabilityIx> = Vec::new();
            for wave in &plan.waves {
                prop_assert!(!wave.is_empty());
                for step in wave {
                    prop_assert!(!done.contains(&step.capability));
                    for need in team.case().needs(step.capability) {
                        prop_assert!(done.contains(&need) || team.case().has(need));
                    }
                }
                done.extend(wave.iter().map(|step| step.capability));
                let mut once = done.clone();
                once.sort_unstable();
                once.dedup();
                prop_assert_eq!(once.len(), done.len());
            }
        }
    }

    #[test]
    fn every_step_of_a_plan_waits_for_the_wave_before(team in any_team(), targets in any_targets()) {
        let (_, plan) = planned(&team, team.question_set.tracks[0], &chosen(&team, &targets));
        for pair in plan.waves.windows(2) {
            for step in &pair[1] {
                let needs = &team.model.capability(step.capability).needs;
                prop_assert!(pair[0].iter().any(|before| needs.contains(&before.capability)));
            }
        }
    }

    #[test]
    fn a_chain_is_no_longer_than_the_sum_and_more_people_never_take_longer(team in any_team()) {
        let (_, plan) = planned(&team, team.question_set.tracks[0], &ById::new());
        prop_assert!(plan.chain.min <= plan.effort.min && plan.chain.max <= plan.effort.max);
        let mut before = plan.weeks(0);
        for people in 1..12 {
            let weeks = plan.weeks(people);
            prop_assert!(weeks.min <= weeks.max && weeks.min <= before.min && weeks.max <= before.max);
            before = weeks;
        }
    }

    #[test]
    fn a_step_costs_the_same_in_the_plan_and_among_next_steps(team in any_team()) {
        let case = team.case();
        for track in &team.profile().tracks {
            let (_, plan) = planned(&team, track.track, &ById::new());
            let told = Advice::of(case, track, &fired_patterns(case));
            for step in told.lists().flat_map(|(_, steps)| steps) {
                for same in plan.steps().filter(|one| one.capability == step.capability) {
                    prop_assert_eq!((same.effort, same.find_out), (step.effort, step.is_open));
                }
                prop_assert!(case.given(step.capability) != Some(Answer::Yes));
            }
        }
    }
}
