//! The table of many teams, computed without the answers behind it, equals each team's own result.

use crate::support::{Team, any_team};
use mlops_core::advice::patterns::fired_patterns;
use mlops_core::advice::stage_map::{Automation, stage_map};
use mlops_core::link::{Decoder, LinkContents, LinkKind, decode_cleaned, encode};
use mlops_core::model::CapabilityIx;
use mlops_core::model::answer::Answer::{No, Partly};
use mlops_core::moment::Day;
use mlops_core::portfolio::{Portfolio, PortfolioReader, Standing, read_line};
use mlops_core::scoring::profile::profile_of;
use proptest::prelude::*;

fn payload(team: &Team) -> String {
    let mut shared = LinkContents::new(team.model, team.question_set.clone(), Day::new(2026, 11, 23).unwrap());
    for at in team.question_set.capabilities(team.model) {
        shared.answers.set(at, team.answers.get(at));
    }
    encode(team.model, LinkKind::Result, &shared).unwrap()
}

fn portfolio_of(teams: &[Team]) -> Portfolio<'static> {
    let mut reader = PortfolioReader::new(teams[0].model);
    for team in teams {
        // As from a file: with answers outside the question set, which patterns see and no link contains.
        let mut record = read_line(team.model, &payload(team)).remove(0).unwrap();
        record.answers = team.answers.clone();
        reader.push(record, 0);
    }
    reader.finish()
}

/// The practices that a next level asks for and that are answered no or partly, and whether each alone would lift the
/// area and can begin: by the team's whole result, and by a whole result with one more practice in place.
fn lacking(team: &Team) -> Vec<(CapabilityIx, bool)> {
    let (case, profile) = (team.case(), team.profile());
    let areas = profile.tracks.iter().flat_map(|track| &track.areas);
    let asked = areas.filter_map(|area| Some((area, area.next_level()?)));
    let asked = asked.flat_map(|(area, next)| next.capabilities.iter().map(move |&at| (area, at)));
    let lacking = asked.filter(|&(_, at)| matches!(case.answer(at), Some(No | Partly)));
    lacking
        .map(|(area, at)| {
            let answers = case.answers.with_yes([at]);
            let after = profile_of(case.with(&answers)).level(area.area).unwrap();
            (at, after > area.range.low && case.is_ready(at))
        })
        .collect()
}

proptest! {
    #[test]
    fn the_levels_in_a_row_are_those_of_the_result(team in any_team()) {
        let (profile, standing) = (team.profile(), Standing::of(team.case()));
        for area in team.model.area_ixs() {
            let own = profile.area(area);
            prop_assert_eq!(standing.range(Some(area)), own.map(|own| own.range));
            prop_assert_eq!(standing.is_unknown(Some(area)), own.is_some_and(|own| own.is_unknown()));
        }
        let main = profile.tracks.iter().find(|track| !team.model.track(track.track).optional).unwrap();
        prop_assert_eq!(standing.overall, main.overall);
        prop_assert_eq!(standing.is_unknown(None), main.is_unknown());
        prop_assert_eq!(standing.confidence, main.confidence);
    }

    #[test]
    fn common_gaps_and_steps_are_counted_as_each_result_says(teams in prop::collection::vec(any_team(), 1..5)) {
        let portfolio = portfolio_of(&teams);
        let rows: Vec<usize> = (0..portfolio.len()).collect();
        let lacking: Vec<(&Team, CapabilityIx, bool)> =
            teams.iter().flat_map(|team| lacking(team).into_iter().map(move |(at, lifts)| (team, at, lifts))).collect();
        let (gaps, steps) = (portfolio.gaps(&rows), portfolio.shared_steps(&rows));
        for at in teams[0].model.capability_ixs() {
            let of: Vec<_> = lacking.iter().filter(|(_, one, _)| *one == at).collect();
            let answered = |answer| of.iter().filter(|(team, ..)| team.answers.get(at) == Some(answer)).count();
            let gap = gaps.iter().find(|gap| gap.capability == at).map(|gap| (gap.no, gap.partly));
            prop_assert_eq!(gap.unwrap_or_default(), (answered(No), answered(Partly)));
            let step = steps.iter().find(|step| step.capability == at).map(|step| (step.gaps, step.lifts));
            prop_assert_eq!(step.unwrap_or_default(), (of.len(), of.iter().filter(|(.., lifts)| *lifts).count()));
        }
    }

    #[test]
    fn mismatches_and_manual_stages_are_counted_as_each_result_says(teams in prop::collection::vec(any_team(), 1..5)) {
        let portfolio = portfolio_of(&teams);
        let rows: Vec<usize> = (0..portfolio.len()).collect();
        let model = teams[0].model;
        let common = portfolio.common_mismatches(&rows);
        for (at, pattern) in model.patterns().iter().enumerate() {
            let has = |team: &&Team| {
                fired_patterns(team.case()).iter().any(|one| one.is_mismatch() && one.pattern.id == pattern.id)
            };
            let counted = common.iter().find(|(one, _)| *one == at).map_or(0, |(_, number)| *number);
            prop_assert_eq!(counted, teams.iter().filter(has).count());
        }
        let manual = portfolio.manual_stages(&rows);
        for track in model.track_ixs() {
            for stage in model.stage_ixs() {
                let automation = |team: &Team| {
                    let is_on = team.question_set.tracks.contains(&track);
                    let map = is_on.then(|| stage_map(team.case(), track))?;
                    map.stages.iter().find(|state| state.stage == stage).map(|state| state.automation)
                };
                let known: Vec<Automation> =
                    teams.iter().filter_map(automation).filter(|&one| one != Automation::Unknown).collect();
                let number = known.iter().filter(|&&one| one == Automation::Manual).count();
                let counted = manual.iter().find(|one| one.track == track && one.stage == stage);
                let expected = if number == 0 { None } else { Some((number, known.len())) };
                prop_assert_eq!(counted.map(|one| (one.manual, one.of)), expected);
            }
        }
    }

    #[test]
    fn links_read_one_after_the_other_are_read_as_each_alone(
        teams in prop::collection::vec((any_team(), any::<prop::sample::Index>(), any::<bool>()), 1..8),
    ) {
        let mut decoder = Decoder::new(teams[0].0.model);
        for (team, place, is_damaged) in teams {
            let mut payload = payload(&team);
            if is_damaged {
                let at = place.index(payload.len());
                let other = if payload.as_bytes()[at] == b'A' { "B" } else { "A" };
                payload.replace_range(at..=at, other);
            }
            prop_assert_eq!(
                decoder.decode(LinkKind::Result, &payload),
                decode_cleaned(team.model, LinkKind::Result, &payload)
            );
            prop_assert_eq!(
                decoder.decode(LinkKind::Invite, &payload),
                decode_cleaned(team.model, LinkKind::Invite, &payload)
            );
        }
    }
}
