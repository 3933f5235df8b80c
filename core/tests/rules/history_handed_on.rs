//! Outputs of comparisons and portfolios: links, sentences on what was compared, and portfolios with more teams
//! added.

use crate::support::{Team, built_in};
use mlops_core::assessment::Outcomes;
use mlops_core::history::compare::compare;
use mlops_core::history::record::Record;
use mlops_core::link::{LinkKind, LinkOptions, decode, encode};
use mlops_core::model::answer::Answer::{No, Partly, Yes};
use mlops_core::moment::Day;
use mlops_core::portfolio::{AreaLevels, Portfolio, PortfolioReader};
use mlops_core::report::comparison::comparison_document;
use mlops_core::report::markdown;
use mlops_core::scoring::case::Scope;
use mlops_core::scoring::profile::profile_of;
use mlops_core::words::{compare as say, teams};

fn record(team: &Team, title: &str, day: &str) -> Record {
    Record {
        title: title.to_owned(),
        label: String::new(),
        day: Day::parse(day).unwrap(),
        question_set: team.question_set.clone(),
        answers: team.answers.clone(),
        other_revision: None,
        absent: Vec::new(),
        not_of_this_model: 0,
        business_unit: String::new(),
        outcomes: Outcomes { days_to_live: Some(9), ..Outcomes::default() },
    }
}

fn parts(title: bool, outcomes: bool) -> LinkOptions {
    LinkOptions { title, outcomes, ..LinkOptions::default() }
}

fn line(team: &Team, title: &str, day: &str) -> String {
    let shared = record(team, title, day).to_shared(built_in(), &parts(true, false));
    format!("https://pages.example/#/r/{}", encode(built_in(), LinkKind::Result, &shared).unwrap())
}

fn told(before: &Record, after: &Record) -> String {
    markdown::write(&comparison_document(built_in(), [before, after], &compare(built_in(), before, after)))
}

#[test]
fn a_link_of_a_record_holds_its_name_and_its_numbers_only_when_asked_for() {
    // A link with the essentials has no room for answers to other questions, so they are left out.
    for team in [Team::new(Scope::Full).balanced(2), Team::new(Scope::Essentials).saying("int-alert-action", Yes)] {
        let record = record(&team, "Payments", "2026-11-23");
        for (titles, outcomes) in [(false, false), (true, false), (false, true), (true, true)] {
            let payload =
                encode(built_in(), LinkKind::Result, &record.to_shared(built_in(), &parts(titles, outcomes)))
                    .unwrap();
            let opened = decode(built_in(), LinkKind::Result, &payload).unwrap().shared;
            assert_eq!(opened.title.is_empty(), !titles);
            assert_eq!(opened.outcomes == Outcomes::default(), !outcomes);
            let asked = team.question_set.capabilities(built_in());
            assert!(asked.into_iter().all(|at| opened.answers.get(at) == team.answers.get(at)));
        }
    }
}

#[test]
fn a_link_of_a_record_holds_its_business_unit_only_when_asked_for() {
    let mut record = record(&Team::new(Scope::Full).balanced(2), "Payments", "2026-11-23");
    record.business_unit = "Retail".to_owned();
    for (business_unit, expected) in [(false, ""), (true, "Retail")] {
        let parts = LinkOptions { business_unit, ..LinkOptions::default() };
        let payload = encode(built_in(), LinkKind::Result, &record.to_shared(built_in(), &parts)).unwrap();
        assert_eq!(decode(built_in(), LinkKind::Result, &payload).unwrap().shared.business_unit, expected);
    }
}

#[test]
fn what_is_compared_can_be_drawn_from_the_answers_that_were_compared() {
    let (before, after) = (Team::new(Scope::Full).balanced(2), Team::new(Scope::Essentials).balanced(3));
    let comparison = compare(built_in(), &record(&before, "", "2026-01-02"), &record(&after, "", "2026-03-04"));
    let [was, is] = comparison.cases(built_in());
    assert_eq!(profile_of(was), comparison.before);
    assert_eq!(profile_of(is), comparison.after);
    assert_ne!(comparison.before, comparison.after);
}

#[test]
fn a_comparison_says_which_revision_asked_and_which_result_is_the_later_one() {
    let team = Team::new(Scope::Full).balanced(1);
    let mut before = record(&team, "Payments", "2026-05-06");
    let after = record(&team, "Payments", "2026-02-03");
    let text = told(&before, &after);
    assert!(text.starts_with("# Payments, 6 May 2026, compared with Payments, 3 February 2026"), "{text}");
    assert!(text.contains(say::LATER_FIRST) && !text.contains("revision"), "{text}");
    before.other_revision = Some(7);
    assert!(told(&before, &after).contains("The first result was made with revision 7 of the questionnaire"));
    assert!(!told(&after, &after).contains(say::LATER_FIRST));
}

#[test]
fn a_team_opens_to_the_result_that_it_was_read_from() {
    let lines = [
        line(&Team::new(Scope::Full).balanced(2).saying("rel-canary", Partly), "Payments", "2026-11-23"),
        line(&Team::new(Scope::Essentials).balanced(1), "Search", "2026-10-01"),
    ];
    let teams = portfolio_of(&lines);
    for (row, line) in lines.iter().enumerate() {
        let payload = encode(built_in(), LinkKind::Result, &teams.shared(row)).unwrap();
        assert!(line.ends_with(&format!("/{payload}")), "{line}");
    }
}

fn portfolio_of(lines: &[String]) -> Portfolio<'static> {
    let mut reader = PortfolioReader::new(built_in());
    lines.iter().for_each(|line| reader.push_line(line));
    reader.finish()
}

#[test]
fn what_is_brought_later_joins_what_is_there_as_if_it_had_come_at_once() {
    let old = Team::new(Scope::Full).balanced(1);
    let new = old.clone().saying("cre-exp-tracking", No);
    let lines = [
        line(&old, "Payments", "2026-01-02"),
        "no link".to_owned(),
        line(&old, "Search", "2026-01-02"),
        line(&new, "Payments", "2026-06-07"),
        line(&old, "Search", "2026-01-02"),
        "no link either".to_owned(),
    ];
    let at_once = portfolio_of(&lines);
    let mut more = portfolio_of(&lines[..3]).reader();
    lines[3..].iter().for_each(|line| more.push_line(line));
    let more = more.finish();
    let rows = |teams: &Portfolio| -> Vec<String> {
        (0..teams.len())
            .map(|row| format!("{} {} {:?}", teams.team(row).title, teams.team(row).day, teams.since(row)))
            .collect()
    };
    assert_eq!(rows(&more), rows(&at_once));
    assert_eq!((more.len(), more.earlier(), more.same(), more.bad_lines().len()), (2, 1, 1, 2));
}

#[test]
fn numbers_of_teams_are_said_without_noughts() {
    assert_eq!(teams::gap(36, 0, 51), "missing in 36 of 51 teams");
    assert_eq!(teams::gap(1, 2, 3), "missing in 1 and partly in place in 2 of 3 teams");
    assert_eq!(
        teams::spread(
            "People",
            &AreaLevels { area: None, teams: [0, 2, 0, 0, 1], could_be_higher: 0, not_known: 2, without: 3 }
        ),
        "People: 2 teams at level 1, 1 team at level 4, 2 teams not known yet and 3 teams without a level"
    );
    assert_eq!(teams::shown(3, 3), "3 teams");
    assert_eq!(teams::shown(1, 3), "1 of 3 teams");
}
