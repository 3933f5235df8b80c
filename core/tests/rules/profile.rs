//! The rules of levels, one test per sentence.

use crate::support::Team;
use crate::support::small::asked;
use mlops_core::model::answer::Answer::{No, NotApplicable, Partly, Unknown, Yes};
use mlops_core::model::level::Level;
use mlops_core::scoring::case::Scope;
use mlops_core::scoring::profile::Fraction;

const AREAS: [&str; 4] = ["people", "model-creation", "model-release", "application-integration"];

#[test]
fn a_balanced_team_of_a_level_stands_on_it_in_every_area() {
    for level in 0..=4 {
        for scope in [Scope::Essentials, Scope::Full] {
            let team = Team::with_all_tracks(scope).balanced(level);
            let profile = team.profile();
            for track in &profile.tracks {
                for area in &track.areas {
                    assert!(area.range.is_exact());
                    assert_eq!(area.range.low.number(), level, "{}", team.model.area(area.area).id);
                }
            }
        }
    }
}

#[test]
fn one_essential_capability_missing_keeps_the_level_from_being_held() {
    let team = Team::new(Scope::Full).balanced(2);
    assert_eq!(team.level("model-creation"), "2");
    let team = team.saying("cre-exp-tracking", Partly);
    assert_eq!(team.level("model-creation"), "1+");
    let profile = team.profile();
    let area = profile.area(team.model.find_area("model-creation").unwrap()).unwrap();
    assert_eq!(area.next_level().unwrap().core_missing, [team.at("cre-exp-tracking")]);
    assert_eq!(area.next_level().unwrap().support_short, 0);
}

#[test]
fn half_of_the_supporting_points_are_enough_and_less_is_not() {
    // Level 1 of people asks for one essential capability and one and a half points of three supporting ones.
    let team = Team::new(Scope::Full).balanced(0).saying("ppl-model-owner", Yes);
    let team = team
        .saying("ppl-goal-metric", Partly)
        .saying("ppl-handover-contract", Partly)
        .saying("ppl-risk-tier", Partly);
    assert_eq!(team.range("people"), (1, 1));
    let team = team.saying("ppl-handover-contract", No);
    assert_eq!(team.range("people"), (0, 0));
    let profile = team.profile();
    let level_result = &profile.area(team.model.find_area("people").unwrap()).unwrap().levels[0];
    assert_eq!(level_result.support_short, 1, "half a point, counted in halves");
    assert!(level_result.core_missing.is_empty());
}

#[test]
fn a_level_that_asks_nothing_is_passed_over_and_never_reached_by_itself() {
    let lines = &["two a 2 core 1-2", "three a 3 core 1-2"];
    assert_eq!(asked(lines, &[]).answering("two=no three=no").range("a"), (0, 0), "all no stands on 0");
    assert_eq!(asked(lines, &[]).answering("two=yes three=no").range("a"), (2, 2));
    let ends = asked(lines, &[]).answering("two=yes three=yes");
    assert_eq!(ends.range("a"), (3, 3), "nothing is asked at 4");
    let profile = ends.profile();
    assert!(profile.tracks[0].areas[0].next_level().is_none());
    assert_eq!(ends.level("a"), "3", "and there is no plus");
    let gap = asked(&["one a 1 core 1-2", "four a 4 core 1-2"], &[]).answering("one=yes four=yes");
    assert_eq!(gap.range("a"), (4, 4));
    assert!(profile.tracks[0].areas[0].levels.iter().all(|level| level.held != level.is_empty()));
}

#[test]
fn a_level_that_asks_only_supporting_ones_is_held_with_the_share_of_them() {
    let team = asked(&["x a 1 more 1-2", "y a 1 more 1-2"], &[]);
    assert_eq!(team.clone().answering("x=partly y=no").range("a"), (0, 0));
    assert_eq!(team.answering("x=partly y=partly").range("a"), (1, 1));
}

#[test]
fn the_next_level_is_the_lowest_above_that_asks_something_and_progress_is_counted_there() {
    let lines = &["one a 1 core 1-2", "x a 3 core 1-2", "y a 3 more 1-2", "four a 4 core 1-2"];
    let team = asked(lines, &[]).answering("one=yes x=no y=yes four=no");
    let profile = team.profile();
    let area = &profile.tracks[0].areas[0];
    assert_eq!(area.next_level().unwrap().level.number(), 3);
    assert_eq!(area.progress(), Some(Fraction { part: 2, of: 4 }));
    assert_eq!(team.level("a"), "1+", "half of it is there");
    assert_eq!(team.answering("y=partly").level("a"), "1");
}

#[test]
fn ahead_is_a_yes_above_the_next_level() {
    let lines = &["one a 1 core 1-2", "three a 3 core 1-2", "three2 a 3 core 1-2", "four a 4 core 1-2"];
    let team = asked(lines, &[]).answering("one=yes three=yes three2=no four=yes");
    assert_eq!(team.profile().tracks[0].areas[0].ahead, [team.at("four")], "3 is the next level, 2 asks nothing");
}

#[test]
fn an_area_holds_back_only_where_open_answers_could_not_lift_it_to_the_others() {
    let lines = &["a1 a 1 core 1-2", "a2 a 2 core 1-2", "b1 b 1 core 1-2", "b2 b 2 core 1-2", "b3 b 3 core 1-2"];
    let brakes = |answers: &str| {
        let team = asked(lines, &[]).answering("b1=yes b2=yes b3=no").answering(answers);
        let ids = |of: &[_]| of.iter().map(|&at| team.model.area(at).id.clone()).collect::<Vec<_>>().join(" ");
        let profile = team.profile();
        (ids(&profile.tracks[0].held_back_by), ids(&profile.tracks[0].not_known))
    };
    let told = |one: &str, other: &str| (one.to_owned(), other.to_owned());
    assert_eq!(brakes("a1=no a2=no"), told("a", ""));
    assert_eq!(brakes("a1=unknown a2=unknown"), told("", "a"), "it could be where the other is");
    assert_eq!(brakes("a1=unknown a2=no"), told("a", ""), "it could rise, and not that far");
    assert_eq!(brakes("a1=yes a2=yes"), told("", ""), "all stand level");
    // An area that asks nothing more has reached its highest level.
    let short = asked(&["a1 a 1 core 1-2", "b1 b 1 core 1-2", "b2 b 2 core 1-2"], &[]);
    assert!(short.answering("a1=yes b1=yes b2=yes").profile().tracks[0].held_back_by.is_empty());
}

#[test]
fn a_result_says_its_scope() {
    let verdict = |team: &Team, at: usize| mlops_core::words::verdict(team.model, &team.profile().tracks[at]);
    let lines = &["a1 a 1 core 1-2", "a2 a 1 more 1-2", "g gen 1 core 1-2"];
    let full = asked(lines, &[]).answering("a1=yes a2=yes g=yes");
    assert_eq!(verdict(&full, 0), "Level 1.");
    let essentials = full.in_scope(Scope::Essentials);
    assert_eq!(verdict(&essentials, 0), "Level 1 (essentials only).");
    assert_eq!(verdict(&essentials, 1), "Level 1.", "where the essentials leave nothing out, they are all there is");
}

#[test]
fn a_held_level_above_a_gap_does_not_count() {
    let team = Team::new(Scope::Full).balanced(3).saying("int-app-build", No);
    assert_eq!(team.range("application-integration"), (0, 0));
}

#[test]
fn the_plus_says_that_half_of_the_next_level_is_there() {
    // Level 2 of people asks for four capabilities, so two of them are half of it.
    let team = Team::new(Scope::Full).balanced(1).saying("ppl-ds-de-pairing", Yes);
    assert_eq!(team.level("people"), "1");
    let team = team.saying("ppl-peer-review", Partly).saying("ppl-ops-time", Partly);
    assert_eq!(team.level("people"), "1+");
    assert_eq!(Team::new(Scope::Full).balanced(4).level("people"), "4", "there is nothing above the top");
}

#[test]
fn what_is_open_makes_the_range() {
    let team = Team::new(Scope::Full);
    for area in AREAS {
        assert_eq!(team.range(area), (0, 4));
    }
    let team = team.balanced(2).saying("cre-exp-tracking", Unknown);
    assert_eq!(team.range("model-creation"), (1, 2));
    let team = team.saying("cre-exp-tracking", None);
    assert_eq!(team.range("model-creation"), (1, 2));
}

#[test]
fn the_floor_is_the_lowest_area_and_its_range_goes_from_lowest_low_to_lowest_high() {
    let team =
        Team::new(Scope::Full).balanced(2).saying("rel-scoring-vcs", Unknown).saying("ppl-swe-in-loop", Unknown);
    let profile = team.profile();
    let floor = profile.tracks[0].overall.unwrap();
    assert_eq!((floor.low.number(), floor.high.number()), (0, 2));
    let release = team.model.find_area("model-release").unwrap();
    assert_eq!(profile.tracks[0].not_known, [release]);
}

#[test]
fn nobody_holds_back_where_all_stand_level() {
    assert!(Team::new(Scope::Full).balanced(3).profile().tracks[0].held_back_by.is_empty());
}

#[test]
fn ahead_is_a_yes_more_than_one_level_up() {
    let team = Team::new(Scope::Full).balanced(1).saying("rel-canary", Yes).saying("rel-model-registry", Yes);
    let profile = team.profile();
    let area = profile.area(team.model.find_area("model-release").unwrap()).unwrap();
    assert_eq!(area.ahead, [team.at("rel-canary")]);
}

#[test]
fn an_area_with_everything_out_of_scope_has_no_level_and_counts_nowhere() {
    let mut team = Team::new(Scope::Full).balanced(3);
    let people = team.model.find_area("people").unwrap();
    for at in team.model.capability_ixs() {
        if team.model.capability(at).area == people {
            team.answers.set(at, Some(NotApplicable));
        }
    }
    let profile = team.profile();
    assert!(profile.area(people).is_none());
    assert_eq!(profile.tracks[0].areas.len(), 3);
    assert_eq!(profile.tracks[0].overall.unwrap().low, Level::new(3).unwrap());
    let asked = Team::new(Scope::Full);
    let others = asked.case().capabilities().filter(|&at| team.model.capability(at).area != people).count();
    assert_eq!(profile.tracks[0].confidence, Fraction { part: others, of: others });
}

#[test]
fn with_nothing_in_scope_there_is_no_floor() {
    let mut team = Team::new(Scope::Essentials);
    for at in team.model.capability_ixs() {
        team.answers.set(at, Some(NotApplicable));
    }
    let profile = team.profile();
    assert!(profile.tracks[0].overall.is_none());
    assert!(profile.tracks[0].areas.is_empty());
}

#[test]
fn confidence_counts_what_is_answered_with_yes_partly_or_no() {
    let asked = Team::new(Scope::Essentials).case().capabilities().count();
    let team = Team::new(Scope::Essentials).saying("cre-data-feed", Yes).saying("rel-scoring-vcs", Partly);
    let team = team.saying("int-app-build", No).saying("int-app-release", Unknown);
    let team = team.saying("int-app-unit-tests", NotApplicable);
    assert_eq!(team.profile().tracks[0].confidence, Fraction { part: 3, of: asked - 1 });
}

#[test]
fn a_lens_counts_only_what_is_in_place() {
    let team = Team::new(Scope::Full).balanced(0).saying("ppl-ds-de-pairing", Partly);
    let lens = |team: &Team| team.profile().tracks[0].lenses[0].levels[1];
    let before = lens(&team);
    let after = lens(&team.saying("ppl-ds-de-pairing", Yes));
    assert_eq!(before.part, 0, "partly is not in place");
    assert_eq!(after, Fraction { part: 1, of: before.of });
}

#[test]
fn genaiops_never_touches_the_floor_of_mlops() {
    let mut team = Team::with_all_tracks(Scope::Full).balanced(3);
    for at in team.model.capability_ixs() {
        if team.model.track(team.model.track_of(at)).id == "genaiops" {
            team.answers.set(at, Some(No));
        }
    }
    let profile = team.profile();
    assert_eq!(profile.tracks[0].overall.unwrap().low.number(), 3);
    assert_eq!(profile.tracks[1].overall.unwrap().low.number(), 0);
}
