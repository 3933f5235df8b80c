//! Guards and near misses, one test per sentence.

use crate::support::small::asked;
use crate::support::{Team, any_team};
use mlops_core::scoring::case::Scope;
use mlops_core::words::verdict;
use proptest::prelude::*;

fn level(team: &Team) -> u8 {
    team.range("a").0
}

#[test]
fn a_missing_guard_keeps_a_level_from_being_reached_and_a_partly_one_does_not() {
    let lines = &["core a 1 core 1-2", "guard a 1 guard 1-2", "help a 1 more 1-2"];
    let team = asked(lines, &[]).answering("core=yes help=yes");
    for (answer, expected) in
        [("yes", (1, 1)), ("partly", (1, 1)), ("no", (0, 0)), ("unknown", (0, 1)), ("na", (1, 1))]
    {
        assert_eq!(team.clone().answering(&format!("guard={answer}")).range("a"), expected, "{answer}");
    }
    let profile = team.clone().answering("guard=no").profile();
    assert_eq!(profile.tracks[0].areas[0].levels[0].guards_missing, [team.at("guard")]);
    assert!(profile.tracks[0].areas[0].levels[0].support_missing.is_empty(), "a guard is no supporting practice");
}

#[test]
fn the_essentials_ask_core_and_guards() {
    let lines = &["core a 1 core 1-2", "guard a 1 guard 1-2", "help a 1 more 1-2"];
    let team = asked(lines, &[]).in_scope(Scope::Essentials);
    let asked: Vec<_> = team.question_set.capabilities(team.model).collect();
    assert_eq!(asked, [team.at("core"), team.at("guard")]);
    assert_eq!(level(&team.clone().answering("core=yes guard=no help=yes")), 0);
    assert_eq!(level(&team.answering("core=yes guard=partly help=no")), 1);
}

const LINES: &[&str] = &[
    "a1 a 1 core 1-2",
    "a2 a 2 core 1-2",
    "a3 a 3 core 1-2",
    "g3 a 3 guard 1-2",
    "b1 b 1 core 1-2",
    "b2 b 2 more 1-2",
    "c2 b 2 more 1-2",
    "b3 b 3 core 1-2",
];

/// The near overall level, the number of answers "partly" that it needs, and which.
fn near(answers: &str) -> Option<(u8, String)> {
    let team = asked(LINES, &[]).answering(answers);
    let near = team.profile().tracks[0].near_miss.clone()?;
    let ids: Vec<&str> = near.capabilities.iter().map(|&at| team.model.capability(at).id.as_str()).collect();
    Some((near.level.number(), ids.join(" ")))
}

#[test]
fn a_near_miss_is_the_highest_overall_level_that_at_most_three_partlies_would_give_with_the_fewest_that_do() {
    let all = "a2=yes a3=yes g3=yes b1=yes b2=yes c2=yes b3=yes";
    assert_eq!(near(&format!("{all} a1=partly")), Some((3, "a1".to_owned())));
    assert_eq!(near(&format!("{all} a1=no")), None, "a no is no near miss");
    let two = "a1=partly a2=yes a3=partly g3=yes b1=yes b2=partly c2=partly b3=yes";
    assert_eq!(near(two), Some((3, "a1 a3".to_owned())), "half of the supporting points are enough");
    let short = "a1=partly a2=yes a3=partly g3=yes b1=yes b2=partly c2=no b3=yes";
    assert_eq!(near(short), Some((3, "a1 a3 b2".to_owned())));
    let four = "a1=partly a2=partly a3=partly g3=yes b1=yes b2=partly c2=no b3=yes";
    assert_eq!(near(four), Some((2, "a1 a2 b2".to_owned())), "four would give level 3");
    let guard = "a1=partly a2=yes a3=yes g3=no b1=yes b2=yes c2=yes b3=yes";
    assert_eq!(near(guard), Some((2, "a1".to_owned())), "a guard that is missing is no near miss");
}

#[test]
fn a_near_miss_is_said_right_after_the_overall_level() {
    let says = |answers: &str| {
        let team = asked(LINES, &[]).answering(answers);
        verdict(team.model, &team.profile().tracks[0])
    };
    assert!(
        says("a1=partly a2=yes a3=partly g3=yes b1=yes b2=yes c2=yes b3=yes")
            .starts_with("Level 0 overall. Completing 2 practices that are partly in place would give level 3.")
    );
    assert!(
        says("a1=partly a2=yes a3=yes g3=yes b1=yes b2=yes c2=yes b3=yes")
            .starts_with("Level 0 overall. Completing 1 practice that is partly in place would give level 3.")
    );
}

proptest! {
    #[test]
    fn a_near_miss_gives_its_level_once_its_practices_are_taken_as_yes(team in any_team()) {
        for (at, track) in team.profile().tracks.iter().enumerate() {
            let Some(near) = &track.near_miss else { continue };
            let mut after = team.clone();
            after.answers = team.answers.with_yes(near.capabilities.iter().copied());
            let overall = after.profile().tracks[at].overall.unwrap().low;
            prop_assert_eq!(overall, near.level);
            prop_assert!((1..=3).contains(&near.capabilities.len()) && near.level > track.overall.unwrap().low);
        }
    }
}
