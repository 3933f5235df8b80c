//! Advice for typical teams, as a practitioner would read it: one snapshot per team, for the full question set and
//! for the essentials.

use std::fmt::Write as _;

use crate::support::{Team, teams};
use mlops_core::advice::next_steps::{Advice, NextStep};
use mlops_core::advice::patterns::{fired_patterns, of_track};
use mlops_core::advice::ranking::Class;
use mlops_core::advice::stage_map::Automation;
use mlops_core::report::document::Run;
use mlops_core::report::plan::TrackPlan;
use mlops_core::report::track::TrackResult;
use mlops_core::report::{Subject, advice as parts};
use mlops_core::scoring::case::Scope;
use mlops_core::words::{self, advice};

fn told(team: &Team) -> String {
    team.with_subject(None, |subject| told_of(team, subject))
}

fn told_of(team: &Team, subject: &Subject) -> String {
    let Subject { case, profile, patterns, .. } = *subject;
    let name = |at| team.model.capability(at).name();
    let mut out = String::new();
    for (track, planned) in profile.tracks.iter().zip(TrackPlan::of(subject)) {
        let result = TrackResult::of(subject, track);
        writeln!(out, "{}: {}", team.model.track(track.track).title, words::verdict(team.model, track)).unwrap();
        let levels: Vec<String> = track.areas.iter().map(words::level_or_range).collect();
        writeln!(out, "Levels: {}", levels.join(" ")).unwrap();
        if let Some(lift) = &result.cheapest_lift {
            writeln!(out, "{}", advice::cheapest_lift(lift, track.areas.len(), team.case().models)).unwrap();
        }
        writeln!(out, "{}", manual(team, &result)).unwrap();
        for fired in of_track(patterns, track.track) {
            let kind = if fired.is_mismatch() { "Mismatch" } else { "Gap" };
            let missing: Vec<&str> = fired.missing.iter().map(|&at| name(at)).collect();
            writeln!(out, "{kind}: {} (missing: {})", fired.pattern.title, missing.join(", ")).unwrap();
        }
        for one in &result.to_check {
            let without: Vec<&str> = one.without.iter().map(|&at| name(at)).collect();
            writeln!(out, "To check: {} without {}", name(one.capability), without.join(", ")).unwrap();
        }
        out.extend(advice::unasked(&result.unasked).map(|says| says + "\n"));
        for (list, steps) in result.advice.lists() {
            writeln!(out, "{}:", advice::list_heading(list, result.advice.so_far)).unwrap();
            for step in steps {
                let why = advice::why(case, patterns, step);
                writeln!(out, "- {} [{}] {why}", name(step.capability), step.class.number()).unwrap();
            }
        }
        if result.advice.no_investment_yet {
            writeln!(out, "{}.", advice::NO_INVESTMENT_YET).unwrap();
        }
        let statement = words::plan::scope_statement(team.model, &planned.targets, &planned.plan, planned.people);
        writeln!(out, "Plan: {statement}").unwrap();
        for (at, reason) in &planned.not_planned {
            writeln!(out, "Not in it: {}, {}", name(*at), words::plan::not_planned(*reason)).unwrap();
        }
    }
    out
}

fn manual(team: &Team, result: &TrackResult) -> String {
    let mut says = advice::still_manual(&result.map, team.model);
    for automation in [Automation::Manual, Automation::Partly, Automation::Unknown] {
        let stages = result.map.stages.iter().filter(|stage| stage.automation == automation);
        let titles: Vec<&str> = stages.map(|stage| team.model.stage(stage.stage).title.as_str()).collect();
        if !titles.is_empty() {
            says.push_str(&format!(
                "\n{}: {}",
                words::capitalised(advice::automation(automation)),
                titles.join(", ")
            ));
        }
    }
    if let Some(first) = &result.advice.automate_first {
        says.push_str(&format!("\n{}:", advice::AUTOMATE_FIRST));
        for run in parts::automate_first(team.case(), first).into_iter().flat_map(|line| line.0) {
            says.push(' ');
            let (Run::Plain(text) | Run::Strong(text) | Run::Quiet(text)) = run else { continue };
            says.push_str(&text);
        }
    }
    says
}

fn named(name: &str) -> Team {
    let found = teams::all().into_iter().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("there is no team \"{name}\"")).1
}

#[test]
fn every_team_is_told_what_a_practitioner_would_say() {
    let mut teams: Vec<(String, Team)> =
        teams::all().into_iter().map(|(name, team)| (name.to_owned(), team)).collect();
    assert!(teams.len() >= 14);
    teams.push((
        "monitoring without action, essentials".to_owned(),
        named("monitoring without action").in_scope(Scope::Essentials),
    ));
    teams.push(("the worked example after its second round".to_owned(), crate::example::second_round()));
    teams.extend(teams::invented().into_iter().map(|(name, team)| (format!("invented, {name}"), team)));
    for level in 0..=4 {
        for scope in [Scope::Full, Scope::Essentials] {
            let name = format!("balanced level {level}, {}", words::scope(scope).to_lowercase());
            teams.push((name, Team::with_all_tracks(scope).balanced(level)));
        }
    }
    for (name, team) in teams {
        insta::assert_snapshot!(name.replace([' ', '\'', ',', '-'], "_"), told(&team), &name);
    }
}

/// The advice for the first track: for the full question set, and for the essentials with the questions of its
/// patterns answered.
fn both(team: &Team) -> [(Scope, Team, Advice); 2] {
    [Scope::Full, Scope::Essentials].map(|scope| {
        let team = team.clone().in_scope(scope);
        let advice = Advice::of(team.case(), &team.profile().tracks[0], &fired_patterns(team.case()));
        (scope, team, advice)
    })
}

fn ids<'t>(team: &'t Team, steps: impl IntoIterator<Item = &'t NextStep>) -> Vec<&'t str> {
    steps.into_iter().map(|step| team.model.capability(step.capability).id.as_str()).collect()
}

#[test]
fn a_team_at_level_1_is_told_version_control_of_training_code_first_and_the_training_pipeline_ahead() {
    for (scope, team, advice) in both(&Team::new(Scope::Full).balanced(1)) {
        assert_eq!(ids(&team, &advice.start_now)[0], "cre-training-code-vcs", "{scope:?}");
        let days = |step: &NextStep| team.model.capability(step.capability).next.effort.max;
        assert!(advice.start_now.len() == 3 && advice.start_now.iter().all(|step| days(step) <= 20), "{scope:?}");
        assert_eq!(ids(&team, &advice.plan_ahead), ["cre-training-pipeline"], "{scope:?}");
    }
}

#[test]
fn a_team_at_level_2_is_told_rollback_and_comparison_first_and_the_release_pipeline_ahead() {
    for (scope, team, advice) in both(&Team::new(Scope::Full).balanced(2)) {
        let mut first = ids(&team, &advice.start_now[..2]);
        first.sort_unstable();
        assert_eq!(first, ["cre-eval-compare", "rel-rollback"], "{scope:?}");
        assert_eq!(ids(&team, &advice.plan_ahead), ["rel-cicd-release"], "{scope:?}");
    }
}

#[test]
fn a_team_at_level_3_is_told_signals_fenced_retraining_and_drift_with_the_agreed_action_as_what_they_make_possible() {
    for (scope, team, advice) in both(&Team::new(Scope::Full).balanced(3)) {
        let mut starts = ids(&team, &advice.start_now);
        starts.sort_unstable();
        assert_eq!(starts, ["cre-retrain-guardrails", "int-drift-monitor", "ppl-signal-design"], "{scope:?}");
        let made: Vec<_> = advice.start_now.iter().flat_map(|step| &step.makes_possible).collect();
        assert!(made.contains(&&team.at("int-alert-action")), "{scope:?}");
    }
}

#[test]
fn a_team_that_monitors_without_action_is_told_the_agreed_action_and_the_responder_first() {
    for (scope, team, advice) in both(&named("monitoring without action")) {
        let mut first = ids(&team, &advice.start_now[..2]);
        first.sort_unstable();
        assert_eq!(first, ["int-alert-action", "ppl-alert-owner"], "{scope:?}");
        let found = fired_patterns(team.case());
        let fired = found.iter().find(|fired| fired.pattern.id == "stall-monitor-no-action").unwrap();
        assert!(fired.is_mismatch());
        assert_eq!(fired.missing, [team.at("int-alert-action")]);
    }
}

#[test]
fn a_first_week_of_dont_know_is_told_nothing_to_start_and_what_to_find_out() {
    for (scope, team, advice) in both(&named("a consultant's first week")) {
        assert!(advice.start_now.is_empty() && advice.automate_first.is_some(), "{scope:?}");
        assert_eq!(
            ids(&team, &advice.find_out)[..4],
            ["int-app-unit-tests", "cre-training-code-vcs", "rel-model-registry", "ppl-ds-de-pairing"],
            "{scope:?}"
        );
    }
}

#[test]
fn genaiops_below_level_3_is_told_no_investment_yet() {
    for scope in [Scope::Full, Scope::Essentials] {
        for level in 0..=4 {
            let team = Team::with_all_tracks(scope).balanced(level);
            let profile = team.profile();
            let advice = Advice::of(team.case(), &profile.tracks[1], &fired_patterns(team.case()));
            assert_eq!(advice.no_investment_yet, level < 3, "{scope:?}, level {level}");
            assert_eq!(ids(&team, &advice.plan_ahead).len(), usize::from(level == 3));
        }
    }
}

#[test]
fn the_first_three_steps_of_class_1_always_have_the_first_places() {
    for (name, team) in teams::all() {
        for (scope, team, advice) in both(&team) {
            let ready: Vec<&NextStep> = advice.start_now.iter().chain(&advice.later).collect();
            let remedies = ready.iter().filter(|step| step.class == Class::Remedy).count();
            let places = ready.iter().take(remedies.min(3)).filter(|step| step.class == Class::Remedy).count();
            assert_eq!(places, remedies.min(3), "{name}, {scope:?}: {:?}", ids(&team, ready));
        }
    }
}
