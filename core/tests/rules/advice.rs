//! What teams are told, as a practitioner would read it: one snapshot a team.

use std::fmt::Write as _;

use crate::support::{Team, teams};
use mlops_core::advice::button_map::{Automation, button_map};
use mlops_core::advice::find_out::most_informative;
use mlops_core::advice::next_steps::next_steps;
use mlops_core::advice::stalls::{skipped, stalls};
use mlops_core::moment::Day;
use mlops_core::report::plan::Planned;
use mlops_core::report::result::of_track;
use mlops_core::report::{Subject, advice as parts};
use mlops_core::words::{self, advice};

fn told(team: &Team) -> String {
    let (case, profile) = (team.case(), team.profile());
    let stalls = stalls(case);
    let day = Day::new(2026, 11, 23).unwrap();
    let subject = Subject { title: "", day, case, profile: &profile, stalls: &stalls, assessment: None, link: None };
    let name = |at| team.model.capability(at).name();
    let steps = next_steps(case, &profile, &stalls);
    let mut out = String::new();
    for (track, planned) in profile.tracks.iter().zip(Planned::of(&subject, 2)) {
        let map = button_map(case, track.track);
        writeln!(out, "{}: {}", team.model.track(track.track).title, words::verdict(team.model, track)).unwrap();
        writeln!(out, "Buttons: {} {}", advice::distance(&map), advice::tally(&map)).unwrap();
        let waits = map.steps.iter().filter(|step| step.runs == Automation::Waits);
        let waits: Vec<&str> = waits.map(|step| team.model.step(step.step).title.as_str()).collect();
        writeln!(out, "Waiting: {}", waits.join(", ")).unwrap();
        for stall in of_track(team.model, track.track, &stalls) {
            let kind = if stall.is_contradiction() { "Stall" } else { "Next anyway" };
            let missing: Vec<&str> = stall.missing.iter().map(|&at| name(at)).collect();
            writeln!(out, "{kind}: {} (missing: {})", stall.pattern.title, missing.join(", ")).unwrap();
        }
        for one in skipped(case).iter().filter(|one| team.model.track_of(one.capability) == track.track) {
            let without: Vec<&str> = one.without.iter().map(|&at| name(at)).collect();
            writeln!(out, "Skipped: {} without {}", name(one.capability), without.join(", ")).unwrap();
        }
        let of_track = steps.iter().filter(|step| team.model.track_of(step.capability) == track.track);
        for (position, step) in of_track.clone().take(3).enumerate() {
            let find_out = if step.find_out { "find out: " } else { "" };
            let why = advice::reasons(case, &stalls, &step.reasons);
            writeln!(out, "{}. {find_out}{}\n   {why}", position + 1, name(step.capability)).unwrap();
        }
        let rest: Vec<&str> = of_track.skip(3).map(|step| name(step.capability)).collect();
        writeln!(out, "Then: {}", rest.join(", ")).unwrap();
        let Planned { targets, plan, people, .. } = planned;
        writeln!(out, "Plan: {}", advice::scope_statement(team.model, &targets, &plan, people)).unwrap();
    }
    if let Some(at) = most_informative(case) {
        writeln!(out, "Would settle most: {}", name(at)).unwrap();
    }
    assert!(parts::is_map_worth_showing(&button_map(case, profile.tracks[0].track)));
    out
}

#[test]
fn every_team_is_told_what_a_practitioner_would_say() {
    let teams = teams::all();
    assert!(teams.len() >= 12);
    for (name, team) in teams {
        insta::assert_snapshot!(name.replace([' ', '\'', ',', '-'], "_"), told(&team), name);
    }
}

#[test]
fn a_team_that_only_watches_is_told_to_act_first() {
    let (_, team) = teams::all().into_iter().find(|(name, _)| *name == "monitoring without action").unwrap();
    let found = stalls(team.case());
    let stall = found.iter().find(|stall| stall.pattern.id == "stall-monitor-no-action").unwrap();
    assert!(stall.is_contradiction());
    assert_eq!(stall.missing, [team.at("int-alert-action")]);
}
