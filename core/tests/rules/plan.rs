//! Advice and plan: what holds for every team.

use crate::support::{Team, any_team};
use mlops_core::advice::button_map::{Automation, button_map};
use mlops_core::advice::find_out::most_informative;
use mlops_core::advice::next_steps::{NextStep, Reason, next_steps};
use mlops_core::advice::plan::{HalfDays, Plan, Target, plan, targets};
use mlops_core::advice::stalls::{skipped, stalls};
use mlops_core::by_id::ById;
use mlops_core::model::answer::Answer;
use mlops_core::model::level::Level;
use mlops_core::model::{CapabilityIx, TrackIx};
use mlops_core::scoring::case::Scope;
use mlops_core::scoring::profile::Share;
use proptest::prelude::*;

fn planned(team: &Team, track: TrackIx, chosen: &ById<Level>) -> (Vec<Target>, Plan) {
    let (case, profile) = (team.case(), team.profile());
    let of_track = profile.tracks.iter().find(|one| one.track == track).unwrap();
    let targets = targets(case, of_track, chosen);
    let plan = plan(case, &profile, &stalls(case), &targets);
    (targets, plan)
}

fn steps(team: &Team) -> Vec<NextStep> {
    next_steps(team.case(), &team.profile(), &stalls(team.case()))
}

fn contradictions(team: &Team) -> Vec<&str> {
    stalls(team.case())
        .iter()
        .filter(|stall| stall.is_contradiction())
        .map(|stall| stall.pattern.id.as_str())
        .collect()
}

/// A target for some areas, by their positions.
fn any_targets() -> impl Strategy<Value = Vec<(usize, u8)>> {
    prop::collection::vec((0..8_usize, 0..=4_u8), 0..6)
}

fn chosen(team: &Team, targets: &[(usize, u8)]) -> ById<Level> {
    let areas = team.model.areas();
    targets.iter().map(|&(at, level)| (areas[at % areas.len()].id.clone(), Level::new(level).unwrap())).collect()
}

proptest! {
    #[test]
    fn a_plan_reaches_its_target_when_all_its_steps_are_taken(team in any_team(), targets in any_targets()) {
        let chosen = chosen(&team, &targets);
        for &track in &team.questionnaire.tracks {
            let (targets, plan) = planned(&team, track, &chosen);
            let mut after = team.clone();
            after.answers = team.answers.with_yes(plan.steps().map(|step| step.capability));
            let profile = after.profile();
            for target in targets {
                prop_assert!(profile.level(target.area).unwrap() >= target.to);
            }
            let (_, rest) = planned(&after, track, &chosen);
            // Reached targets can move the default one further up; what was chosen stays reached.
            if chosen.len() == team.model.areas().len() {
                prop_assert!(rest.is_empty());
            }
        }
    }

    #[test]
    fn no_step_comes_before_what_it_needs_and_none_comes_twice(team in any_team(), targets in any_targets()) {
        let chosen = chosen(&team, &targets);
        for &track in &team.questionnaire.tracks {
            let (_, plan) = planned(&team, track, &chosen);
            let mut done: Vec<CapabilityIx> = Vec::new();
            for wave in &plan.waves {
                prop_assert!(!wave.is_empty());
                for step in wave {
                    prop_assert!(!done.contains(&step.capability));
                    for &need in &team.model.capability(step.capability).needs {
                        prop_assert!(done.contains(&need) || team.case().has(need) || !team.case().in_scope(need));
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
        let (_, plan) = planned(&team, team.questionnaire.tracks[0], &chosen(&team, &targets));
        for pair in plan.waves.windows(2) {
            for step in &pair[1] {
                let needs = &team.model.capability(step.capability).needs;
                prop_assert!(pair[0].iter().any(|before| needs.contains(&before.capability)));
            }
        }
    }

    #[test]
    fn a_chain_is_no_longer_than_the_sum_and_more_people_never_take_longer(team in any_team()) {
        let (_, plan) = planned(&team, team.questionnaire.tracks[0], &ById::new());
        prop_assert!(plan.chain.min <= plan.effort.min && plan.chain.max <= plan.effort.max);
        let mut before = plan.weeks(0);
        for people in 1..12 {
            let weeks = plan.weeks(people);
            prop_assert!(weeks.0 <= weeks.1 && weeks.0 <= before.0 && weeks.1 <= before.1);
            before = weeks;
        }
    }

    #[test]
    fn next_steps_can_be_begun_and_say_why(team in any_team()) {
        let steps = steps(&team);
        let case = team.case();
        for (position, step) in steps.iter().enumerate() {
            prop_assert!(case.in_scope(step.capability) && !case.has(step.capability));
            prop_assert_eq!(step.find_out, case.is_open(step.capability));
            let mut needs = team.model.capability(step.capability).needs.iter();
            prop_assert!(step.find_out || needs.all(|&need| case.has(need) || !case.in_scope(need)));
            let is_counted = matches!(step.reasons.first(), Some(Reason::Counts { .. }));
            prop_assert!(is_counted);
            prop_assert!(steps[..position].iter().all(|before| before.capability != step.capability));
        }
        // What counts towards a lower level comes first.
        let above = |step: &NextStep| match step.reasons[0] { Reason::Counts { above, .. } => above, _ => i8::MAX };
        prop_assert!(steps.windows(2).all(|pair| above(&pair[0]) <= above(&pair[1])));
    }

    #[test]
    fn what_settles_most_is_a_dont_know(team in any_team()) {
        if let Some(at) = most_informative(team.case()) {
            prop_assert_eq!(team.case().answer(at), Some(Answer::Unknown));
        }
    }

    #[test]
    fn every_button_in_scope_is_on_the_map_once(team in any_team()) {
        let case = team.case();
        let maps: Vec<_> = team.questionnaire.tracks.iter().map(|&track| button_map(case, track)).collect();
        let shown: usize = maps.iter().flat_map(|map| &map.steps).map(|step| step.buttons.len()).sum();
        prop_assert_eq!(shown, case.capabilities().filter(|&at| team.model.capability(at).button.is_some()).count());
    }
}

#[test]
fn a_balanced_team_shows_no_contradiction_and_skips_nothing() {
    for scope in [Scope::Core, Scope::Full] {
        for level in 0..=4 {
            let team = Team::with_all_tracks(scope).balanced(level);
            assert_eq!(contradictions(&team), Vec::<&str>::new(), "level {level}");
            assert_eq!(skipped(team.case()), [], "level {level}");
        }
    }
}

#[test]
fn a_fully_mature_team_has_nothing_to_do() {
    let team = Team::with_all_tracks(Scope::Full).balanced(4);
    assert_eq!(steps(&team), []);
    for &track in &team.questionnaire.tracks {
        assert!(planned(&team, track, &ById::new()).1.is_empty());
        let map = button_map(team.case(), track);
        assert_eq!((map.distance().part, map.count(Automation::Automatic)), (0, map.steps.len()));
    }
    assert!(stalls(team.case()).is_empty());
}

#[test]
fn a_team_that_answered_nothing_gets_no_steps_and_an_unknown_map() {
    let team = Team::new(Scope::Full);
    assert_eq!(steps(&team), []);
    let map = button_map(team.case(), team.questionnaire.tracks[0]);
    assert_eq!(map.distance(), Share { part: 13, of: 13 });
    assert_eq!(map.count(Automation::Unknown), 13);
}

#[test]
fn a_step_waits_only_when_no_button_is_gone_or_pressed_sometimes() {
    let track = Team::new(Scope::Full).questionnaire.tracks[0];
    let team = Team::new(Scope::Full).balanced(4);
    let map = button_map(team.case(), track);
    let step = map.steps.iter().find(|step| step.buttons.len() > 2).unwrap().clone();
    let runs = |answers: &[Answer]| {
        let mut team = team.clone();
        for (button, answer) in step.buttons.iter().zip(answers.iter().cycle()) {
            team.answers.set(button.capability, Some(*answer));
        }
        let map = button_map(team.case(), track);
        map.steps.into_iter().find(|one| one.step == step.step).map(|one| one.runs)
    };
    assert_eq!(runs(&[Answer::Yes]), Some(Automation::Automatic));
    assert_eq!(runs(&[Answer::No]), Some(Automation::Waits));
    assert_eq!(runs(&[Answer::No, Answer::Unknown]), Some(Automation::Waits));
    assert_eq!(runs(&[Answer::Unknown]), Some(Automation::Unknown));
    assert_eq!(runs(&[Answer::No, Answer::Yes]), Some(Automation::Partly));
    assert_eq!(runs(&[Answer::Partly]), Some(Automation::Partly));
    assert_eq!(runs(&[Answer::Unknown, Answer::Yes]), Some(Automation::Partly));
    assert_eq!(runs(&[Answer::NotApplicable]), None);
}

#[test]
fn a_missing_answer_below_a_claim_is_a_stall_and_one_above_is_an_open_edge() {
    let kind = |team: &Team, id: &str| {
        stalls(team.case()).into_iter().find(|stall| stall.pattern.id == id).map(|stall| stall.is_contradiction())
    };
    let team = Team::new(Scope::Full).saying("int-drift-monitor", Answer::Yes);
    assert_eq!(kind(&team, "stall-monitor-no-action"), None, "unanswered never satisfies a condition");
    let team = team.saying("int-alert-action", Answer::NotApplicable);
    assert_eq!(kind(&team, "stall-monitor-no-action"), None, "not applicable never satisfies a condition");
    let team = team.saying("int-alert-action", Answer::No);
    assert_eq!(kind(&team, "stall-monitor-no-action"), Some(true));
    let team =
        Team::new(Scope::Full).saying("cre-training-trigger", Answer::Yes).saying("rel-cicd-release", Answer::No);
    assert_eq!(kind(&team, "stall-auto-train-manual-release"), Some(false));
    assert_eq!(contradictions(&team), Vec::<&str>::new());
}

#[test]
fn only_the_branch_that_fired_is_shown() {
    let team = Team::new(Scope::Full)
        .saying("cre-retrain-on-signal", Answer::Yes)
        .saying("cre-data-validation", Answer::Yes)
        .saying("cre-retrain-guardrails", Answer::No);
    let found = stalls(team.case());
    let stall = found.iter().find(|stall| stall.pattern.id == "stall-retrain-unfenced").unwrap();
    assert_eq!(stall.claimed, [team.at("cre-retrain-on-signal")]);
    assert_eq!(stall.missing, [team.at("cre-retrain-guardrails")]);
}

#[test]
fn a_yes_on_a_missing_ground_is_asked_about() {
    let model = Team::new(Scope::Full).model;
    let at = model.capability_ixs().find(|&at| !model.capability(at).needs.is_empty()).unwrap();
    let need = model.capability(at).needs[0];
    let mut team = Team::new(Scope::Full);
    team.answers.set(at, Some(Answer::Yes));
    assert_eq!(skipped(team.case()), []);
    team.answers.set(need, Some(Answer::No));
    let found = skipped(team.case());
    assert_eq!((found.len(), found[0].capability, &found[0].without[..]), (1, at, &[need][..]));
}

#[test]
fn what_is_partly_there_costs_half() {
    let team = Team::new(Scope::Full).balanced(4).saying("rel-rollback", Answer::No);
    let track = team.questionnaire.tracks[0];
    let (_, whole) = planned(&team, track, &ById::new());
    let effort = team.model.capability(team.at("rel-rollback")).next.effort;
    assert_eq!(whole.effort, HalfDays { min: 2 * effort.min, max: 2 * effort.max });
    let (_, half) = planned(&team.saying("rel-rollback", Answer::Partly), track, &ById::new());
    assert_eq!(half.effort, HalfDays { min: effort.min, max: effort.max });
}

#[test]
fn weeks_follow_the_chain_once_there_are_people_enough() {
    let plan =
        Plan { effort: HalfDays { min: 40, max: 100 }, chain: HalfDays { min: 20, max: 31 }, ..Plan::default() };
    assert_eq!(plan.weeks(1), (4, 10));
    assert_eq!(plan.weeks(2), (2, 5));
    assert_eq!(plan.weeks(50), (2, 4));
}

#[test]
fn what_an_unknown_need_hides_is_found_out_first() {
    let model = Team::new(Scope::Full).model;
    let at = model.capability_ixs().find(|&at| model.capability(at).needs.len() == 1).unwrap();
    let need = model.capability(at).needs[0];
    for answer in [None, Some(Answer::Unknown)] {
        let mut team = Team::new(Scope::Full);
        team.answers.set(at, Some(Answer::No));
        team.answers.set(need, answer);
        let steps = steps(&team);
        assert_eq!(steps.iter().map(|step| (step.capability, step.find_out)).collect::<Vec<_>>(), [(need, true)]);
    }
}
