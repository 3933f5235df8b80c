//! The rules against their second writing, on random questionnaires and random answers.

use std::collections::BTreeMap;

use crate::second::{Second, text};
use crate::support::small::{json_of, team};
use crate::support::{Team, built_in, json as built_in_json, mostly_yes_or_any};
use mlops_core::advice::button_map::button_map;
use mlops_core::advice::next_steps::{Advice, NextStep};
use mlops_core::advice::plan::{plan, targets};
use mlops_core::advice::stalls::stalls;
use mlops_core::by_id::ById;
use mlops_core::model::CapabilityIx;
use mlops_core::model::level::Level;
use mlops_core::scoring::case::Scope;
use proptest::prelude::*;
use serde_json::Value;

/// Shares as files write them, each as a fraction too.
const SUPPORTS: [(&str, (u128, u128)); 7] = [
    ("0.5", (1, 2)),
    ("1", (1, 1)),
    ("5e-1", (1, 2)),
    ("0.28", (28, 100)),
    ("0.3333333333", (3_333_333_333, 10_000_000_000)),
    ("0.25", (1, 4)),
    ("1E-2", (1, 100)),
];

/// A questionnaire of lines: areas, levels, needs and patterns by chance, but sound.
fn any_model() -> impl Strategy<Value = (Value, (u128, u128))> {
    let capability =
        (0..4_usize, 1..=4_u32, any::<bool>(), 0..6_usize, any::<[prop::sample::Index; 2]>(), 0..5_usize);
    let condition = (any::<prop::sample::Index>(), 0..5_usize, any::<bool>());
    let pattern = (prop::collection::vec(condition, 1..4), any::<[prop::sample::Index; 2]>());
    let capabilities = prop::collection::vec(capability, 4..16);
    (capabilities, prop::collection::vec(pattern, 0..5), 0..SUPPORTS.len()).prop_map(|(drawn, patterns, support)| {
        let mut lines: Vec<String> = Vec::new();
        let mut made: Vec<(usize, u32)> = Vec::new();
        for (at, (area, level, core, effort, needs, step)) in drawn.into_iter().enumerate() {
            let effort = ["0-0", "1-4", "2-5", "5-20", "10-30", "3-21"][effort];
            let is_side = |area: usize| area == 3;
            let able: Vec<usize> =
                (0..at).filter(|&other| is_side(made[other].0) == is_side(area) && made[other].1 <= level).collect();
            let mut needed: Vec<String> = needs
                .iter()
                .take(if able.is_empty() { 0 } else { at % 3 })
                .map(|index| format!("c{}", index.get(&able)))
                .collect();
            needed.dedup();
            let area_name = ["a", "b", "d", "gen"][area];
            let kind = if core { "core" } else { "more" };
            let step = if step < 3 { format!("@ s{step}") } else { String::new() };
            lines.push(format!("c{at} {area_name} {level} {kind} {effort} < {} {step}", needed.join(" ")));
            made.push((area, level));
        }
        let is = |(index, answers, _): &(prop::sample::Index, usize, bool)| {
            let answers = ["yes|partly", "yes", "no", "no|partly", "unknown|no"][*answers];
            format!("c{}={answers}", index.index(made.len()))
        };
        let patterns: Vec<String> = patterns
            .iter()
            .enumerate()
            .map(|(at, (conditions, remedy))| {
                let mut when = String::new();
                for (position, condition) in conditions.iter().enumerate() {
                    let joint = if condition.2 { " / " } else { " & " };
                    when.push_str(if position > 0 { joint } else { "" });
                    when.push_str(&is(condition));
                }
                // A remedy names each capability once.
                let mut named: Vec<String> = Vec::new();
                for name in remedy.map(|index| format!("c{}", index.index(made.len()))) {
                    if !named.contains(&name) {
                        named.push(name);
                    }
                }
                let remedy = named.join(" ");
                format!("p{at}: {when} -> {remedy}")
            })
            .collect();
        let (text, fraction) = SUPPORTS[support];
        let borrowed = |lines: &[String]| lines.iter().map(|line| line.clone().leak() as &str).collect::<Vec<_>>();
        (json_of(text, &borrowed(&lines), &borrowed(&patterns)), fraction)
    })
}

fn assert_same(value: &Value, support: (u128, u128), team: &Team) -> Result<(), TestCaseError> {
    let (case, model) = (team.case(), team.model);
    let id = |at: CapabilityIx| model.capability(at).id.clone();
    let answers: BTreeMap<String, &'static str> =
        model.capability_ixs().filter_map(|at| Some((id(at), team.answers.get(at)?.word()))).collect();
    let tracks_on: Vec<&str> = team.questionnaire.tracks.iter().map(|&at| model.track(at).id.as_str()).collect();
    let is_full = team.questionnaire.scope == Scope::Full;
    let second = Second { model: value, answers, is_full, tracks_on, support };
    let (profile, stalls) = (team.profile(), stalls(case));
    let found: Vec<_> = stalls.iter().map(|one| (one.pattern.id.as_str(), one.is_contradiction())).collect();
    prop_assert_eq!(found, second.patterns());
    for track in &profile.tracks {
        let name = model.track(track.track).id.as_str();
        let areas: Vec<&str> = second.areas(name).into_iter().filter(|area| second.has_level(area)).collect();
        let found: Vec<_> = track
            .areas
            .iter()
            .map(|area| (model.area(area.area).id.as_str(), area.range.low.number(), area.range.high.number()))
            .collect();
        let number = |area: &str, open| u8::try_from(second.level(area, open)).unwrap();
        prop_assert_eq!(
            found,
            areas.iter().map(|&area| (area, number(area, false), number(area, true))).collect::<Vec<_>>()
        );
        let held: Vec<&str> = track.holding_back.iter().map(|&at| model.area(at).id.as_str()).collect();
        prop_assert_eq!(held, second.holding_back(name));
        let mut ahead: Vec<String> = track.areas.iter().flat_map(|area| &area.ahead).map(|&at| id(at)).collect();
        let of_track = second.caps().into_iter().filter(|cap| areas.contains(&text(cap, "area")));
        let mut wanted: Vec<String> =
            of_track.filter(|cap| second.is_ahead(cap)).map(|cap| text(cap, "id").to_owned()).collect();
        ahead.sort();
        wanted.sort();
        prop_assert_eq!(ahead, wanted);
        let map = button_map(case, track.track);
        let found: Vec<_> =
            map.steps.iter().map(|step| (model.step(step.step).id.as_str(), step.runs.word())).collect();
        prop_assert_eq!(found, second.map(name));
        let told = Advice::of(case, track, &stalls);
        let one = |step: &NextStep| (id(step.capability), step.class.number());
        let lists = second.lists(name);
        let open: Vec<String> = told.find_out.iter().map(|step| id(step.capability)).collect();
        prop_assert_eq!(open, lists.find_out);
        prop_assert_eq!(told.start_now.iter().map(one).collect::<Vec<_>>(), lists.start_now);
        prop_assert_eq!(told.plan_for.as_ref().map(one), lists.plan_for);
        prop_assert_eq!(told.rest.iter().map(one).collect::<Vec<_>>(), lists.rest);
        let first = told.free_first.map(|first| model.step(first.step).id.as_str());
        prop_assert_eq!(first, second.free_first(name));
        for target in 1..=4_u8 {
            let every =
                track.areas.iter().map(|area| (model.area(area.area).id.clone(), Level::new(target).unwrap()));
            let chosen: ById<Level> = every.collect();
            let made = plan(case, track, &stalls, &targets(case, track, &chosen));
            let waves = made.waves.iter().map(|wave| wave.iter().map(|step| id(step.capability)).collect::<Vec<_>>());
            prop_assert_eq!(waves.collect::<Vec<_>>(), second.plan(name, u64::from(target)));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn two_writings_of_the_rules_agree_on_any_questionnaire_and_any_answers(
        (value, support) in any_model(),
        given in prop::collection::vec(mostly_yes_or_any(), 16),
        is_full: bool,
        has_side: bool,
    ) {
        let mut team = team(&value, if is_full { Scope::Full } else { Scope::Core });
        team.questionnaire.tracks.truncate(if has_side { 2 } else { 1 });
        for (at, answer) in team.model.capability_ixs().zip(given) {
            team.answers.set(at, answer);
        }
        assert_same(&value, support, &team)?;
    }
}

/// What must not depend on the order in which a questionnaire lists its capabilities.
fn orderless(team: &Team) -> Vec<String> {
    let (case, model) = (team.case(), team.model);
    let profile = team.profile();
    let stalls = stalls(case);
    let mut told: Vec<String> = stalls.iter().map(|one| format!("{} {:?}", one.pattern.id, one.kind)).collect();
    for track in &profile.tracks {
        let mut areas: Vec<String> = track
            .areas
            .iter()
            .map(|area| format!("{} {:?} {:?}", model.area(area.area).id, area.range, area.progress()))
            .collect();
        areas.sort();
        told.extend(areas);
        let map = button_map(case, track.track);
        told.extend(map.steps.iter().map(|step| format!("{} {:?}", model.step(step.step).id, step.runs)));
        let advice = Advice::of(case, track, &stalls);
        let ready = || advice.start_now.iter().chain(&advice.rest);
        // Equal ones may change places; the classes and the fractions that they are ordered by may not.
        let key = |step: &NextStep| {
            let (builds, takes) = (1 + step.dependents as u64, u64::from(step.effort.max.max(2)));
            let divisor = (1..=builds.min(takes)).rev().find(|by| builds % by == 0 && takes % by == 0).unwrap();
            format!("{:?} {}/{}", step.class, builds / divisor, takes / divisor)
        };
        // Which of equal ones is the one to plan for may change too; not what is ready altogether.
        let planned = advice.plan_for.iter().filter(|one| one.unmet_needs.is_empty());
        let mut ids: Vec<String> =
            ready().chain(planned).map(|step| model.capability(step.capability).id.clone()).collect();
        ids.sort();
        told.extend(ids);
        told.extend(advice.start_now.iter().map(key));
        told.push(format!("{:?} {:?}", track.confidence, advice.find_out.first().map(|step| step.settles)));
    }
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_order_in_which_capabilities_are_listed_decides_only_between_equals(
        (value, _) in any_model(),
        given in prop::collection::vec(mostly_yes_or_any(), 16),
        turn in any::<u64>(),
    ) {
        let answered = |value: &Value| {
            let mut team = team(value, Scope::Full);
            for (at, answer) in (0..).zip(&given) {
                if let Some(at) = team.model.find_capability(&format!("c{at}")) {
                    team.answers.set(at, *answer);
                }
            }
            team
        };
        let mut shuffled = value.clone();
        shuffled["capabilities"].as_array_mut().unwrap().sort_by_key(|one| {
            (one["key"].as_u64().unwrap() + 1).wrapping_mul(turn | 1).rotate_left(23)
        });
        prop_assert_eq!(orderless(&answered(&value)), orderless(&answered(&shuffled)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn two_writings_of_the_rules_agree_on_the_built_in_questionnaire(team in crate::support::any_team()) {
        let value: Value = serde_json::from_str(built_in_json()).unwrap();
        prop_assert_eq!(built_in().support().percent(), ("50".to_owned(), true));
        assert_same(&value, (1, 2), &team)?;
    }
}
