//! What teams are told, as a practitioner would read it: one snapshot a team, in full and in essentials.

use std::fmt::Write as _;

use crate::support::{Team, teams};
use mlops_core::advice::button_map::{Automation, button_map};
use mlops_core::advice::next_steps::{Advice, NextStep};
use mlops_core::advice::ranking::Class;
use mlops_core::advice::stalls::{of_track, skipped, stalls, unasked};
use mlops_core::moment::Day;
use mlops_core::report::document::Run;
use mlops_core::report::plan::Planned;
use mlops_core::report::track::TrackResult;
use mlops_core::report::{Subject, advice as parts};
use mlops_core::scoring::case::Scope;
use mlops_core::scoring::profile::TrackProfile;
use mlops_core::words::{self, advice};

fn told(team: &Team) -> String {
    let (case, profile) = (team.case(), team.profile());
    let stalls = stalls(case);
    let day = Day::new(2026, 11, 23).unwrap();
    let subject = Subject { title: "", day, case, profile: &profile, stalls: &stalls, assessment: None, link: None };
    let name = |at| team.model.capability(at).name();
    let mut out = String::new();
    for (track, planned) in profile.tracks.iter().zip(Planned::of(&subject)) {
        writeln!(out, "{}: {}", team.model.track(track.track).title, words::verdict(team.model, track)).unwrap();
        writeln!(out, "{}", buttons(team, track)).unwrap();
        for stall in of_track(&stalls, track.track) {
            let kind = if stall.is_contradiction() { "Stall" } else { "Next anyway" };
            let missing: Vec<&str> = stall.missing.iter().map(|&at| name(at)).collect();
            writeln!(out, "{kind}: {} (missing: {})", stall.pattern.title, missing.join(", ")).unwrap();
        }
        for one in skipped(case, track.track) {
            let without: Vec<&str> = one.without.iter().map(|&at| name(at)).collect();
            writeln!(out, "Skipped: {} without {}", name(one.capability), without.join(", ")).unwrap();
        }
        out.extend(advice::unasked(&unasked(case, track.track)).map(|says| says + "\n"));
        let told = Advice::of(case, track, &stalls);
        for (list, steps) in told.lists() {
            writeln!(out, "{}:", advice::list_heading(list, told.so_far)).unwrap();
            for step in steps {
                let why = advice::why(case, &stalls, step);
                writeln!(out, "- {} [{}] {why}", name(step.capability), step.class.number()).unwrap();
            }
        }
        let Planned { targets, plan, people, .. } = planned;
        writeln!(out, "Plan: {}", words::plan::scope_statement(team.model, &targets, &plan, people)).unwrap();
    }
    assert!(TrackResult::of(&subject, &profile.tracks[0]).is_map_known());
    out
}

fn buttons(team: &Team, track: &TrackProfile) -> String {
    let case = team.case();
    let map = button_map(case, track.track);
    let mut says = advice::distance(&map);
    for runs in [Automation::Waits, Automation::Partly, Automation::Unknown] {
        let steps = map.steps.iter().filter(|step| step.runs == runs);
        let titles: Vec<&str> = steps.map(|step| team.model.step(step.step).title.as_str()).collect();
        if !titles.is_empty() {
            says.push_str(&format!("\n{}: {}", words::capitalised(advice::runs(runs)), titles.join(", ")));
        }
    }
    if let Some(first) = Advice::of(case, track, &stalls(case)).free_first {
        says.push_str("\nFree first:");
        for run in parts::free_first(case, &first).into_iter().flat_map(|line| line.0) {
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
        named("monitoring without action").in_scope(Scope::Core),
    ));
    for level in 0..=4 {
        for scope in [Scope::Full, Scope::Core] {
            let name = format!("balanced level {level}, {}", words::scope(scope).to_lowercase());
            teams.push((name, Team::with_all_tracks(scope).balanced(level)));
        }
    }
    for (name, team) in teams {
        insta::assert_snapshot!(name.replace([' ', '\'', ',', '-'], "_"), told(&team), &name);
    }
}

/// What the first track is told, in full and in the essentials with the questions of its patterns answered.
fn both(team: &Team) -> [(Scope, Team, Advice); 2] {
    [Scope::Full, Scope::Core].map(|scope| {
        let team = team.clone().in_scope(scope);
        let advice = Advice::of(team.case(), &team.profile().tracks[0], &stalls(team.case()));
        (scope, team, advice)
    })
}

fn ids<'t>(team: &'t Team, steps: impl IntoIterator<Item = &'t NextStep>) -> Vec<&'t str> {
    steps.into_iter().map(|step| team.model.capability(step.capability).id.as_str()).collect()
}

#[test]
fn a_team_on_level_1_is_told_version_control_of_training_code_and_to_plan_for_the_training_pipeline() {
    for (scope, team, told) in both(&Team::new(Scope::Full).balanced(1)) {
        assert_eq!(ids(&team, &told.start_now)[0], "cre-training-code-vcs", "{scope:?}");
        let days = |step: &NextStep| team.model.capability(step.capability).next.effort.max;
        assert!(told.start_now.len() == 3 && told.start_now.iter().all(|step| days(step) <= 20), "{scope:?}");
        assert_eq!(ids(&team, &told.plan_for), ["cre-training-pipeline"], "{scope:?}");
    }
}

#[test]
fn a_team_on_level_2_is_told_to_plan_for_the_release_pipeline() {
    for (scope, team, told) in both(&Team::new(Scope::Full).balanced(2)) {
        assert_eq!(ids(&team, &told.plan_for), ["rel-cicd-release"], "{scope:?}");
    }
}

#[test]
fn a_team_on_level_3_is_told_signals_metrics_and_drift_with_the_agreed_action_as_what_they_make_ready() {
    for (scope, team, told) in both(&Team::new(Scope::Full).balanced(3)) {
        let mut starts = ids(&team, &told.start_now);
        starts.sort_unstable();
        assert_eq!(starts, ["int-central-metrics", "int-drift-monitor", "ppl-signal-design"], "{scope:?}");
        let made: Vec<_> = told.start_now.iter().flat_map(|step| &step.makes_ready).collect();
        assert!(made.contains(&&team.at("int-alert-action")), "{scope:?}");
    }
}

#[test]
fn a_team_that_monitors_without_action_is_told_the_agreed_action_and_the_responder_first() {
    for (scope, team, told) in both(&named("monitoring without action")) {
        let mut first = ids(&team, &told.start_now[..2]);
        first.sort_unstable();
        assert_eq!(first, ["int-alert-action", "ppl-alert-owner"], "{scope:?}");
        let found = stalls(team.case());
        let stall = found.iter().find(|stall| stall.pattern.id == "stall-monitor-no-action").unwrap();
        assert!(stall.is_contradiction());
        assert_eq!(stall.missing, [team.at("int-alert-action")]);
    }
}

#[test]
fn the_first_three_cures_are_never_below_the_third_place() {
    for (name, team) in teams::all() {
        for (scope, team, told) in both(&team) {
            let ready: Vec<&NextStep> = told.start_now.iter().chain(&told.rest).collect();
            let cures = ready.iter().filter(|step| step.class == Class::Cure).count();
            let places = ready.iter().take(cures.min(3)).filter(|step| step.class == Class::Cure).count();
            assert_eq!(places, cures.min(3), "{name}, {scope:?}: {:?}", ids(&team, ready));
        }
    }
}
