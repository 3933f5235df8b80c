//! Results that a sceptical platform lead has to accept: the lists of typical teams, five sets that were once wrong,
//! half a year without a change, and teams that were invented after the rules.

use crate::support::{Team, teams};
use mlops_core::advice::next_steps::{Advice, NextStep};
use mlops_core::advice::patterns::fired_patterns;
use mlops_core::advice::plan::{plan, targets};
use mlops_core::advice::stage_map::stage_map;
use mlops_core::by_id::ById;
use mlops_core::model::Weight;
use mlops_core::model::answer::Answer::{self, No, NotApplicable, Partly, Yes};
use mlops_core::moment::Moment;
use mlops_core::report::advice::guards_partly;
use mlops_core::report::document::Line;
use mlops_core::scoring::case::{Past, Scope};
use mlops_core::words::{self, advice as say, verdict};

fn ids<'t>(team: &'t Team, steps: impl IntoIterator<Item = &'t NextStep>) -> String {
    let ids: Vec<&str> = steps.into_iter().map(|step| team.model.capability(step.capability).id.as_str()).collect();
    if ids.is_empty() { "-".to_owned() } else { ids.join(" ") }
}

/// The advice for a track in one line: levels, automate first, start now, plan ahead, find out first.
fn told(team: &Team, at: usize) -> [String; 5] {
    let profile = team.profile();
    let track = &profile.tracks[at];
    let told = Advice::of(team.case(), track, &fired_patterns(team.case()));
    let levels: Vec<String> = track.areas.iter().map(|area| area.range.low.to_string()).collect();
    let id = |at| team.model.capability(at).id.as_str();
    let first = told.automate_first.map(|first| {
        let start =
            if first.start_with == first.removed_by { String::new() } else { format!(" < {}", id(first.start_with)) };
        format!("{}: {}{start}", team.model.stage(first.stage).title, id(first.removed_by))
    });
    let ahead = if told.no_investment_yet { "no investment yet".to_owned() } else { ids(team, &told.plan_ahead) };
    [levels.join(" "), first.unwrap_or("-".to_owned()), ids(team, &told.start_now), ahead, ids(team, &told.find_out)]
}

fn named(name: &str) -> Team {
    if let Some(level) = name.strip_prefix("balanced ") {
        return Team::with_all_tracks(Scope::Full).balanced(level.parse().unwrap());
    }
    teams::all().into_iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no team \"{name}\"")).1
}

#[test]
fn every_team_is_told_what_its_list_says() {
    let mut wrong = Vec::new();
    let lists = include_str!("../fixtures/teams.txt");
    let lines: Vec<&str> = lists.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(lines.len(), 50);
    for line in lines {
        let parts: Vec<&str> = line.split(" | ").collect();
        let [name, scope, track, expected @ ..] = &parts[..] else { panic!("{line}") };
        let scope = if *scope == "full" { Scope::Full } else { Scope::Essentials };
        let team = named(name).in_scope(scope);
        let at = team.question_set.tracks.iter().position(|&at| team.model.track(at).id == *track).unwrap();
        let told = told(&team, at);
        for (told, expected) in told.iter().zip(expected) {
            if told != expected {
                wrong.push(format!("{name}, {scope:?}, {track}: {told}, and the list says {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// Yes to capabilities of these weights, no to all others.
fn by_weight(scope: Scope, weights: &[Weight]) -> Team {
    let mut team = Team::new(scope);
    for at in team.model.capability_ixs() {
        let is_in = weights.contains(&team.model.capability(at).weight);
        team.answers.set(at, Some(if is_in { Yes } else { No }));
    }
    team
}

fn all(mut team: Team, answer: Answer, ids: &[&str]) -> Team {
    for id in ids {
        team = team.saying(id, answer);
    }
    team
}

fn levels(team: &Team) -> String {
    told(team, 0)[0].clone()
}

fn sentence(team: &Team) -> String {
    verdict(team.model, &team.profile().tracks[0])
}

#[test]
fn set_a_core_yes_and_all_else_no_is_level_1_in_both_question_sets() {
    let essentials = by_weight(Scope::Essentials, &[Weight::Core]);
    assert_eq!(levels(&essentials), "1 2 2 1");
    assert_eq!(
        sentence(&essentials),
        "Level 1 overall (essentials only). Held back by People and Application integration. Model creation and Model \
         release are at level 2."
    );
    let headline = |team: &Team| say::still_manual(&stage_map(team.case(), team.question_set.tracks[0]), team.model);
    let said = headline(&essentials);
    assert!(said.starts_with("6 of the 13 stages that were asked are not fully automated: "), "{said}");
    // Canary releases are asked about only for a pattern.
    let said = headline(&essentials.clone().saying("rel-canary", None));
    assert!(said.starts_with("5 of the 12 stages that were asked are not fully automated: "), "{said}");
    assert!(said.ends_with(" Not asked about: Compare live versions."), "{said}");
    assert_eq!(levels(&by_weight(Scope::Full, &[Weight::Core])), "0 0 0 1");
    // The remaining difference is the reason why results of different question sets are never compared.
    let guarded = [Weight::Core, Weight::Guard];
    assert_eq!(levels(&by_weight(Scope::Essentials, &guarded)), "4 4 4 4");
    assert_eq!(levels(&by_weight(Scope::Full, &guarded)), "0 0 0 1");
}

const GUARDS_OF_B: [&str; 6] = [
    "cre-data-validation",
    "cre-eval-compare",
    "rel-quality-gate",
    "rel-rollback",
    "ppl-alert-owner",
    "int-skew-check",
];

#[test]
fn set_b_deploying_by_machine_without_checks_rollback_or_responder_is_not_level_3() {
    let team = all(Team::new(Scope::Full).balanced(3), No, &GUARDS_OF_B);
    let [levels_of_b, _, start_now, ahead, _] = told(&team, 0);
    assert_eq!(levels_of_b, "1 2 2 3");
    assert_eq!(sentence(&team), "Level 1 overall. Held back by People. Application integration is at level 3.");
    assert_eq!(
        (start_now.as_str(), ahead.as_str()),
        ("rel-rollback ppl-alert-owner cre-eval-compare", "no investment yet")
    );
    let partly = all(Team::new(Scope::Full).balanced(3), Partly, &GUARDS_OF_B);
    assert_eq!(levels(&partly), "3 3 3 3", "partly is enough for a guard");
    let told = guards_partly(partly.case(), &partly.profile().tracks[0]);
    assert_eq!(
        told,
        Some(Line::plain(
            "Guards only partly in place: Named alert responder, Automated candidate comparison and 2 more."
        )),
        "and that is said beside the levels"
    );
    let full = Team::new(Scope::Full).balanced(3);
    assert_eq!(guards_partly(full.case(), &full.profile().tracks[0]), None, "every guard is in place");
}

#[test]
fn set_c_one_answer_partly_is_said_to_be_a_near_miss() {
    let team = Team::new(Scope::Full).balanced(4).saying("int-app-release", Partly);
    assert_eq!(
        sentence(&team),
        "Level 0 overall. Completing 1 practice that is partly in place would give level 4. Held back by Application \
         integration. People, Model creation and Model release are at level 4."
    );
}

#[test]
fn set_d_one_of_forty_models_without_an_owner_is_a_near_miss_and_the_owner_is_what_to_start() {
    let team = Team::new(Scope::Full).balanced(4).saying("ppl-model-owner", Partly);
    let profile = team.profile();
    let near = profile.tracks[0].near_miss.clone().unwrap();
    assert_eq!((near.level.number(), near.capabilities), (4, vec![team.at("ppl-model-owner")]));
    let case = team.case().for_models(40);
    let told = Advice::of(case, &profile.tracks[0], &fired_patterns(case));
    assert_eq!(ids(&team, &told.start_now), "ppl-model-owner");
    assert_eq!(say::person_days(told.start_now[0].effort), "up to 21 person-days");
    assert!(say::steps_note(case.models).starts_with("Effort for 40 models is an estimate, not a measurement."));
}

#[test]
fn set_e_a_freelancer_who_answers_nobody_else_applies_is_not_level_4_without_a_responder() {
    let alone = [
        "ppl-ds-de-pairing",
        "ppl-swe-in-loop",
        "ppl-signal-design",
        "ppl-io-stewardship",
        "ppl-handover-contract",
        "ppl-template-onboarding",
    ];
    let mut team = Team::new(Scope::Full).balanced(0);
    for at in team.model.capability_ixs() {
        if team.model.area(team.model.capability(at).area).id == "people" {
            team.answers.set(at, Some(Yes));
        }
    }
    let team = all(team, NotApplicable, &alone).saying("ppl-alert-owner", No);
    assert_eq!(team.range("people"), (1, 1));
    assert_eq!(
        sentence(&team),
        "Level 0 overall. Held back by Model creation, Model release and Application integration. People is at level 1."
    );
    // The questions say that working alone is a no if that is the very risk, and offer no way out.
    let model = team.model;
    let risks = ["ppl-peer-review", "ppl-skills", "ppl-independent-review", "int-not-expert-bound"];
    for id in risks {
        let help = &model.capability(model.find_capability(id).unwrap()).help;
        assert!(help.contains("If you work alone, answer no.") && !help.contains("Not applicable"), "{id}: {help}");
    }
    let honest = all(team, No, &risks).saying("ppl-alert-owner", Yes);
    assert_eq!(honest.range("people"), (2, 2));
}

#[test]
fn half_a_year_without_a_change_makes_a_normal_gap_a_mismatch() {
    let team = named("a DevOps plateau");
    let day = |day: i64| Moment::from_unix_seconds(day * 86_400).unwrap();
    let past = Past { updated: day(20_182), snapshots: vec![(day(20_000), team.answers.clone())] };
    let case = team.case().since(&past).for_models(12);
    let fired = fired_patterns(case);
    let found: Vec<_> = fired.iter().map(|one| (one.is_mismatch(), one.months)).collect();
    assert_eq!(found, [(true, Some(6)), (true, Some(6))]);
    assert_eq!(say::still_so(6), "still so after 6 months");
    let profile = team.profile();
    let told = Advice::of(case, &profile.tracks[0], &fired);
    assert_eq!(ids(&team, &told.start_now), "cre-training-code-vcs rel-model-registry ppl-alert-owner");
    let made = plan(case, &profile.tracks[0], &fired, &targets(case, &profile.tracks[0], &fired, &ById::new()));
    assert_eq!(say::person_days(made.effort), "176 to 621 person-days");
    assert_eq!(say::effort_note(case.models), "Effort for 12 models is an estimate, not a measurement.");
    // One day short of five months, it is a normal gap.
    let young = Past { updated: day(20_149), ..past };
    assert!(fired_patterns(team.case().since(&young)).iter().any(|one| !one.is_mismatch()));
}

#[test]
fn where_everything_is_open_or_does_not_apply_no_level_is_claimed() {
    let open = Team::new(Scope::Full);
    assert_eq!(sentence(&open), "Nothing is known yet, so every level is still possible.");
    let track = open.profile().tracks[0].clone();
    assert!(track.is_unknown() && track.areas.iter().all(|area| words::level_or_range(area) == "?"));
    let mut none = Team::new(Scope::Full);
    for at in none.model.capability_ixs() {
        none.answers.set(at, Some(NotApplicable));
    }
    assert_eq!(sentence(&none), "Every question is answered \"Not applicable\", so there is no level.");
    assert!(none.profile().tracks[0].areas.is_empty());
}
