//! Properties that hold for all answers.

use crate::support::any_team;
use mlops_core::assessment::Assessment;
use mlops_core::model::CapabilityIx;
use mlops_core::model::answer::{Answer, Answers};
use mlops_core::moment::Moment;
use mlops_core::scoring::case::{Case, QuestionSet, Scope};
use mlops_core::scoring::profile::{AreaProfile, Profile, profile_of};
use proptest::prelude::*;

/// The lowest and highest level of every area with a level before and after. Only "not applicable" can remove an
/// area's level.
fn pairs(before: &Profile, after: &Profile) -> Vec<((u8, u8), (u8, u8))> {
    let numbers = |area: &AreaProfile| (area.range.low.number(), area.range.high.number());
    let areas = before.tracks.iter().flat_map(|track| &track.areas);
    areas.filter_map(|area| Some((numbers(area), numbers(after.area(area.area)?)))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_better_answer_never_lowers_a_level(team in any_team(), pick in any::<prop::sample::Index>()) {
        let all: Vec<_> = team.model.capability_ixs().collect();
        let at = *pick.get(&all);
        let better = match team.answers.get(at) {
            Some(Answer::No) => Answer::Partly,
            Some(Answer::Partly) => Answer::Yes,
            _ => return Ok(()),
        };
        let mut after = team.clone();
        after.answers.set(at, Some(better));
        for ((low, high), (new_low, new_high)) in pairs(&team.profile(), &after.profile()) {
            prop_assert!(new_low >= low);
            prop_assert!(new_high >= high);
        }
    }

    #[test]
    fn answering_only_narrows_a_range(
        team in any_team(),
        pick in any::<prop::sample::Index>(),
        answer in prop::sample::select(Answer::ALL.to_vec()),
    ) {
        let open: Vec<_> = team.case().capabilities().filter(|&at| team.case().is_open(at)).collect();
        prop_assume!(!open.is_empty());
        let mut after = team.clone();
        after.answers.set(*pick.get(&open), Some(answer));
        let (before, after) = (team.profile(), after.profile());
        for ((low, high), (new_low, new_high)) in pairs(&before, &after) {
            prop_assert!(new_low >= low);
            prop_assert!(new_high <= high);
        }
        for (track, new) in before.tracks.iter().zip(&after.tracks) {
            // An area without a level does not count for the overall level any more. While all areas stay, the
            // overall range narrows too.
            if track.areas.len() == new.areas.len() {
                let narrows = track.overall.zip(new.overall).is_none_or(|(old, new)| new.low >= old.low && new.high <= old.high);
                prop_assert!(narrows);
            }
        }
    }

    #[test]
    fn the_low_is_never_above_the_high(team in any_team()) {
        for track in &team.profile().tracks {
            for area in &track.areas {
                prop_assert!(area.range.low <= area.range.high);
            }
            if let Some(floor) = track.overall {
                prop_assert!(floor.low <= floor.high);
            }
        }
    }

    #[test]
    fn only_the_last_answer_to_a_question_counts_whatever_was_said_asked_or_taken_back_before(
        team in any_team(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::option::of(prop::sample::select(Answer::ALL.to_vec()))), 0..150),
        scopes in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 0..5),
    ) {
        let (model, all) = (team.model, team.model.capability_ixs().collect::<Vec<_>>());
        let id = |at: CapabilityIx| model.capability(at).id.as_str();
        let moment = |seconds| Moment::from_unix_seconds(seconds).unwrap();
        let begun = || Assessment::new("one".to_owned(), String::new(), model, &team.question_set, moment(0));
        let (mut said, mut last) = (begun(), Answers::none(model));
        for (place, (pick, value)) in changes.iter().enumerate() {
            let at = *pick.get(&all);
            said.respond(id(at), moment(place as i64), |response| response.say(*value));
            last.set(at, *value);
            // The question set changes in between; answers stay.
            for (_, is_full) in scopes.iter().filter(|(when, _)| when.index(changes.len()) == place) {
                let scope = if *is_full { Scope::Full } else { Scope::Essentials };
                said.ask(model, &QuestionSet { scope, ..team.question_set.clone() });
            }
        }
        said.ask(model, &team.question_set);
        // The same answers, given once, from the last question to the first.
        let mut once = begun();
        for &at in all.iter().rev().filter(|&&at| last.get(at).is_some()) {
            once.respond(id(at), moment(1), |response| response.say(last.get(at)));
        }
        prop_assert_eq!(&said.answers(model), &last);
        prop_assert_eq!(once.answers(model), said.answers(model));
        let profile = |of: &Assessment| profile_of(Case { answers: &of.answers(model), ..team.case() });
        prop_assert_eq!(profile(&said), profile(&once));
        let counted = all.iter().filter(|&&at| said.is_answered(id(at))).count();
        prop_assert_eq!(counted, all.iter().filter(|&&at| last.get(at).is_some()).count());
    }

    #[test]
    fn the_core_scope_is_the_full_rule_over_the_core_questions(team in any_team()) {
        // The same answers, with every supporting question removed from the scope by hand.
        let mut only_core = team.answers.clone();
        for at in team.model.capability_ixs().filter(|&at| !team.model.capability(at).is_essential()) {
            only_core.set(at, Some(Answer::NotApplicable));
        }
        let full = QuestionSet { scope: Scope::Full, tracks: team.question_set.tracks.clone() };
        let core = QuestionSet { scope: Scope::Essentials, ..full.clone() };
        let mut by_hand = profile_of(Case::new(team.model, &full, &only_core));
        let by_scope = profile_of(Case::new(team.model, &core, &team.answers));
        for (track, by_scope) in by_hand.tracks.iter_mut().zip(&by_scope.tracks) {
            track.essentials_only = by_scope.essentials_only;
        }
        prop_assert_eq!(by_hand, by_scope);
    }

    #[test]
    fn a_capability_that_does_not_apply_leaves_every_count(team in any_team(), pick in any::<prop::sample::Index>()) {
        let all: Vec<_> = team.model.capability_ixs().collect();
        let at = *pick.get(&all);
        let mut without = team.clone();
        without.answers.set(at, Some(Answer::NotApplicable));
        for track in without.profile().tracks {
            let in_track = |&other: &_| without.model.track_of(other) == track.track;
            let counted = without.case().capabilities().filter(in_track).filter(|&other| other != at).count();
            prop_assert_eq!(track.confidence.of, counted);
            let of_lenses: usize = track.lenses.iter().flat_map(|lens| lens.levels).map(|share| share.of).sum();
            prop_assert_eq!(of_lenses, counted);
            for area in track.areas {
                for level_result in area.levels {
                    prop_assert!(!level_result.capabilities.contains(&at));
                    prop_assert!(!level_result.core_missing.contains(&at));
                    prop_assert!(!level_result.support_missing.contains(&at));
                }
                prop_assert!(!area.ahead.contains(&at));
            }
        }
    }
}
