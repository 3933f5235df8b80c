//! The rules against their second implementation, on random questionnaires and random answers.

use crate::second::{Said, Second, text};
use crate::second_steps::Lists;
use crate::support::small::{json_of, team};
use crate::support::{Team, built_in, json as built_in_json, mostly_yes_or_any};
use mlops_core::advice::effort::HalfDays;
use mlops_core::advice::next_steps::{Advice, NextStep};
use mlops_core::advice::patterns::fired_patterns;
use mlops_core::advice::plan::{default_target, plan, targets};
use mlops_core::advice::stage_map::stage_map;
use mlops_core::by_id::ById;
use mlops_core::model::answer::{Answer, Answers};
use mlops_core::model::level::Level;
use mlops_core::model::{CapabilityIx, Model, Weight};
use mlops_core::moment::Moment;
use mlops_core::scoring::case::{Past, Scope};
use mlops_core::scoring::profile::TrackProfile;
use proptest::prelude::*;
use serde_json::Value;

/// Shares as written in files, each also as a fraction.
const SUPPORTS: [(&str, (u128, u128)); 7] = [
    ("0.5", (1, 2)),
    ("1", (1, 1)),
    ("5e-1", (1, 2)),
    ("0.28", (28, 100)),
    ("0.3333333333", (3_333_333_333, 10_000_000_000)),
    ("0.25", (1, 4)),
    ("1E-2", (1, 100)),
];

/// A valid questionnaire with random areas, levels, needs and patterns.
fn any_model() -> impl Strategy<Value = (Value, (u128, u128))> {
    let capability = (0..4_usize, 1..=4_u32, 0..3_usize, 0..6_usize, any::<[prop::sample::Index; 2]>(), 0..5_usize);
    let condition = (any::<prop::sample::Index>(), 0..5_usize, any::<bool>());
    let pattern = (prop::collection::vec(condition, 1..4), any::<[prop::sample::Index; 2]>());
    let capabilities = prop::collection::vec(capability, 4..16);
    (capabilities, prop::collection::vec(pattern, 0..5), 0..SUPPORTS.len()).prop_map(|(drawn, patterns, support)| {
        let mut lines: Vec<String> = Vec::new();
        let mut made: Vec<(usize, u32)> = Vec::new();
        for (at, (area, level, weight, effort, needs, stage)) in drawn.into_iter().enumerate() {
            let effort = ["0-0", "1-4+0-1", "2-5", "5-20+3-3", "10-30+1-9", "3-21"][effort];
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
            let kind = ["core", "guard", "more"][weight];
            let stage = if stage < 3 { format!("@ s{stage}") } else { String::new() };
            lines.push(format!("c{at} {area_name} {level} {kind} {effort} < {} {stage}", needed.join(" ")));
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

/// Snapshots, newest first, each with its age in days before today's answers.
type Snapshots = Vec<(i64, Answers)>;

fn said(model: &Model, answers: &Answers) -> Said {
    let said = |at: CapabilityIx| Some((model.capability(at).id.clone(), answers.get(at)?.word()));
    model.capability_ixs().filter_map(said).collect()
}

fn assert_same(
    value: &Value,
    support: (u128, u128),
    team: &Team,
    models: u32,
    snapshots: &Snapshots,
) -> Result<(), TestCaseError> {
    let model = team.model;
    let day = |ago: i64| Moment::from_unix_seconds((20_000 - ago) * 86_400).unwrap();
    let past = Past {
        updated: day(0),
        snapshots: snapshots.iter().map(|(ago, answers)| (day(*ago), answers.clone())).collect(),
    };
    let case = team.case().for_models(models).since(&past);
    let id = |at: CapabilityIx| model.capability(at).id.clone();
    let second = Second {
        model: value,
        answers: said(model, &team.answers),
        is_full: team.question_set.scope == Scope::Full,
        tracks_on: team.question_set.tracks.iter().map(|&at| model.track(at).id.as_str()).collect(),
        support,
        models: u64::from(models),
        snapshots: snapshots.iter().map(|(ago, answers)| (*ago, said(model, answers))).collect(),
    };
    let (profile, patterns) = (team.profile(), fired_patterns(case));
    let remedy = |of: &[CapabilityIx]| of.iter().map(|&at| model.capability(at).id.as_str()).collect();
    let months = |months: Option<u32>| months.map(i64::from);
    let found = patterns
        .iter()
        .map(|one| (one.pattern.id.as_str(), one.is_mismatch(), months(one.months), remedy(&one.remedy)));
    prop_assert_eq!(found.collect::<Vec<_>>(), second.patterns());
    for track in &profile.tracks {
        same_levels(&second, team, track)?;
        let name = model.track(track.track).id.as_str();
        let map = stage_map(case, track.track);
        let title = |at| model.stage(at).id.as_str();
        let found: Vec<_> = map.stages.iter().map(|one| (title(one.stage), one.automation.word())).collect();
        prop_assert_eq!(found, second.map(name));
        prop_assert_eq!(map.not_asked.iter().map(|&at| title(at)).collect::<Vec<_>>(), second.not_asked(name));
        let told = Advice::of(case, track, &patterns);
        let one = |step: &NextStep| (id(step.capability), step.class.number());
        let found = Lists {
            find_out: told.find_out.iter().map(|step| id(step.capability)).collect(),
            start_now: told.start_now.iter().map(one).collect(),
            plan_ahead: told.plan_ahead.as_ref().map(one),
            no_investment_yet: told.no_investment_yet,
            later: told.later.iter().map(one).collect(),
        };
        prop_assert_eq!(found, second.lists(name));
        let first = told.automate_first.map(|one| (title(one.stage), id(one.removed_by), id(one.start_with)));
        prop_assert_eq!(first, second.automate_first(name));
        let default = default_target(case, track, &patterns);
        prop_assert_eq!(u64::from(default.number()), second.default_target(name));
        for target in 1..=4_u8 {
            let every =
                track.areas.iter().map(|area| (model.area(area.area).id.clone(), Level::new(target).unwrap()));
            let chosen: ById<Level> = every.collect();
            let made = plan(case, track, &patterns, &targets(case, track, &patterns, &chosen));
            let waves = made.waves.iter().map(|wave| wave.iter().map(|step| id(step.capability)).collect::<Vec<_>>());
            let ends = |days: HalfDays| (days.min, days.max);
            let found = (waves.collect::<Vec<_>>(), ends(made.effort), ends(made.chain));
            prop_assert_eq!(found, second.plan(name, u64::from(target)));
        }
    }
    Ok(())
}

fn same_levels(second: &Second, team: &Team, track: &TrackProfile) -> Result<(), TestCaseError> {
    let model = team.model;
    let name = model.track(track.track).id.as_str();
    let areas = second.areas(name);
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
    let overall = track.overall.map(|overall| u64::from(overall.low.number()));
    prop_assert_eq!((overall, track.is_unknown()), (second.overall(name, false), second.is_unknown(name)));
    let held: Vec<&str> = track.held_back_by.iter().map(|&at| model.area(at).id.as_str()).collect();
    prop_assert_eq!(held, second.held_back_by(name));
    let id = |at: CapabilityIx| model.capability(at).id.clone();
    let mut ahead: Vec<String> = track.areas.iter().flat_map(|area| &area.ahead).map(|&at| id(at)).collect();
    let of_track = second.caps().into_iter().filter(|cap| areas.contains(&text(cap, "area")));
    let mut wanted: Vec<String> =
        of_track.filter(|cap| second.is_ahead(cap)).map(|cap| text(cap, "id").to_owned()).collect();
    ahead.sort();
    wanted.sort();
    prop_assert_eq!(ahead, wanted);
    // A large questionnaire has too many sets of three.
    if team.case().capabilities().filter(|&at| team.answers.get(at) == Some(Answer::Partly)).count() <= 6 {
        let near = track.near_miss.as_ref().map(|near| (u64::from(near.level.number()), near.capabilities.len()));
        prop_assert_eq!(near, second.near_miss(name));
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
        models in 1..40_u32,
        snapshots in prop::collection::vec((1..120_i64, prop::collection::vec(0..4_usize, 16)), 0..4),
    ) {
        let mut team = team(&value, if is_full { Scope::Full } else { Scope::Essentials });
        team.question_set.tracks.truncate(if has_side { 2 } else { 1 });
        for (at, answer) in team.model.capability_ixs().zip(given) {
            team.answers.set(at, answer);
        }
        let mut ago = 0;
        let snapshots: Snapshots = snapshots.into_iter().map(|(days, other)| {
            ago += days;
            // Mostly today's answers, so that patterns that fire have often fired before.
            let mut answers = team.answers.clone();
            for (at, _) in team.model.capability_ixs().zip(other).filter(|(_, other)| *other == 3) {
                answers.set(at, Some(Answer::Yes));
            }
            (ago, answers)
        }).collect();
        assert_same(&value, support, &team, models, &snapshots)?;
    }
}

/// Everything that must not depend on the order of capabilities in a questionnaire.
fn orderless(team: &Team) -> Vec<String> {
    let (case, model) = (team.case(), team.model);
    let profile = team.profile();
    let patterns = fired_patterns(case);
    let mut told: Vec<String> = patterns.iter().map(|one| format!("{} {:?}", one.pattern.id, one.kind)).collect();
    for track in &profile.tracks {
        let mut areas: Vec<String> = track
            .areas
            .iter()
            .map(|area| format!("{} {:?} {:?}", model.area(area.area).id, area.range, area.progress()))
            .collect();
        areas.sort();
        told.extend(areas);
        let map = stage_map(case, track.track);
        told.extend(map.stages.iter().map(|one| format!("{} {:?}", model.stage(one.stage).id, one.automation)));
        let advice = Advice::of(case, track, &patterns);
        let ready = || advice.start_now.iter().chain(&advice.later);
        // Equal steps may change places, but not their classes and the fractions that sort them.
        let key = |step: &NextStep| {
            let third = if model.capability(step.capability).weight == Weight::Supporting { 3 } else { 1 };
            let (builds, takes) = (1 + step.dependents as u64, third * step.effort.max.max(2));
            let divisor = (1..=builds.min(takes)).rev().find(|by| builds % by == 0 && takes % by == 0).unwrap();
            format!("{:?} {}/{}", step.class, builds / divisor, takes / divisor)
        };
        // Another one of several equal investments may be the one to plan ahead, but the set of ready steps must not
        // change.
        let planned = advice.plan_ahead.iter().filter(|one| one.unmet_needs.is_empty());
        let mut ids: Vec<String> =
            ready().chain(planned).map(|step| model.capability(step.capability).id.clone()).collect();
        ids.sort();
        told.extend(ids);
        told.extend(advice.start_now.iter().map(key));
        told.push(format!("{:?} {:?}", track.confidence, advice.find_out.first().map(|step| step.levels_narrowed)));
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
        assert_same(&value, (1, 2), &team, 3, &Vec::new())?;
    }
}
