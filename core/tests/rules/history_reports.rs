//! The texts on comparisons, respondents and portfolios: every number has its noun, and nothing is lost.

use crate::support::{Team, built_in, teams};
use mlops_core::assessment::Outcomes;
use mlops_core::history::compare::{Change, compare};
use mlops_core::history::record::Record;
use mlops_core::history::respondents::{Cohort, CohortError, Respondent, Spread};
use mlops_core::link::LinkError;
use mlops_core::model::answer::Answer::{No, Partly, Yes};
use mlops_core::moment::Day;
use mlops_core::portfolio::{BadLine, Grouping, LineError, PortfolioReader, Query, Since};
use mlops_core::report::cohort::cohort_document;
use mlops_core::report::comparison::comparison_document;
use mlops_core::report::portfolio::portfolio_document;
use mlops_core::report::{html, markdown};
use mlops_core::scoring::case::Scope;
use mlops_core::words::{compare, respondents, teams as say};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn record(team: &Team, title: &str, on: &str) -> Record {
    Record {
        title: title.to_owned(),
        label: String::new(),
        day: day(on),
        question_set: team.question_set.clone(),
        answers: team.answers.clone(),
        other_revision: None,
        absent: Vec::new(),
        not_of_this_model: 0,
        business_unit: String::new(),
        outcomes: Outcomes::default(),
    }
}

fn compared(before: &Team, after: &Team) -> String {
    let (before, after) = (record(before, "Payments <b>", "2026-03-01"), record(after, "Payments <b>", "2026-09-01"));
    let comparison = compare(built_in(), &before, &after);
    let document = comparison_document(built_in(), [&before, &after], &comparison);
    assert!(!html::write(&document).contains("<b>"), "a title stays text");
    markdown::write(&document)
}

fn full(level: u8) -> Team {
    Team::new(Scope::Full).balanced(level)
}

#[test]
fn a_comparison_says_what_rose_and_what_that_did() {
    let (_, stalled) = teams::all().into_iter().find(|(name, _)| *name == "monitoring without action").unwrap();
    let text = compared(&stalled, &full(4));
    for said in [
        "1 March 2026",
        "1 September 2026",
        "areas improved",
        "resolved",
        "### Model release",
        "**Newly in place**",
        "no, now yes",
        "## Resolved mismatches",
        "### Lifecycle stages that changed",
        "now automated",
    ] {
        assert!(text.contains(said), "{said:?} is not in\n{text}");
    }
}

#[test]
fn outcome_numbers_stand_side_by_side_where_somebody_tells_them() {
    let (mut before, mut after) = (record(&full(1), "A", "2026-03-01"), record(&full(1), "A", "2026-09-01"));
    let text = |before: &Record, after: &Record| {
        let comparison = compare(built_in(), before, after);
        markdown::write(&comparison_document(built_in(), [before, after], &comparison))
    };
    assert!(!text(&before, &after).contains("Delivery metrics"));
    before.outcomes.days_to_live = Some(21);
    after.outcomes = Outcomes { days_to_live: Some(5), last_release: Some(day("2026-08-30")), ..Outcomes::default() };
    let text = text(&before, &after);
    assert!(text.contains("| Lead time to production (days) | 21 | 5 |"), "{text}");
    assert!(
        text.contains("| Last model release | not reported | 30 August 2026 |") && !text.contains("restore"),
        "{text}"
    );
}

#[test]
fn a_comparison_of_different_scopes_has_a_word_on_it() {
    let text = compared(&Team::new(Scope::Essentials).balanced(1), &full(1));
    assert!(text.contains("Compared on the essentials: "), "{text}");
    assert!(text.contains("questions were only in the second result. These are listed below but not compared."));
    assert!(text.contains("## Only in the second result"));
    assert!(!compared(&full(1), &full(1)).contains("only in"), "nothing is said where nothing is left out");
}

#[test]
fn two_that_are_the_same_or_have_nothing_in_common_say_so() {
    assert!(compared(&full(1), &full(1)).contains("No answer has changed."));
    let mut other = Team::with_all_tracks(Scope::Full).balanced(1);
    other.question_set.tracks.remove(0);
    assert!(compared(&full(1), &other).contains("The two results have no question in common."));
}

#[test]
fn every_change_has_its_own_word() {
    let mut words: Vec<&str> =
        [true, false].iter().flat_map(|&over_time| Change::ALL.map(|one| compare::change(one, over_time))).collect();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), 14);
    assert_eq!(compare::levels_moved(2, true), "up 2 levels");
    assert_eq!(compare::levels_moved(-1, true), "down 1 level");
}

#[test]
fn a_spread_is_said_with_how_many_answered() {
    let spread = |answers: &[_]| respondents::spread(Spread::of(answers.iter().map(|&answer| Some(answer))));
    assert_eq!(spread(&[Yes, No, Yes, No]), "1.00 among 4 answers");
    assert_eq!(spread(&[Yes, Partly, Yes]), "0.47 among 3 answers");
    assert_eq!(spread(&[Yes]), "0 among 1 answer");
    assert_eq!(spread(&[]), "no scored answer");
}

#[test]
fn respondents_are_told_of_by_name_only_when_asked_for() {
    let person = |name: &str, role: &str, team: Team| Respondent {
        name: name.to_owned(),
        role: role.to_owned(),
        question_set: team.question_set,
        answers: team.answers,
        invitation: None,
    };
    let people = vec![
        person("Ana", "Data science", full(3)),
        person("", "Platform", full(1)),
        person("", "", full(1).saying("rel-canary", None)),
    ];
    let mut cohort = Cohort::new(built_in(), people).unwrap();
    let canary = full(0).at("rel-canary");
    cohort.agree(canary, Partly, "Only for the large models");
    let text = |with_names| markdown::write(&cohort_document(&cohort, "Workshop", day("2026-11-23"), with_names));
    for said in [
        "23 November 2026. 3 people. Full: ",
        "## Discuss first",
        "**Data science:** Yes (1 person)",
        "## Agreed answers",
        "Partly Only for the large models",
        "1 yes, 2 no",
        "0.94 among 3 answers",
    ] {
        assert!(text(true).contains(said), "{said:?} is not in\n{}", text(true));
    }
    assert!(text(true).contains("**Ana:** Yes") && !text(false).contains("Ana"));
    assert_eq!(
        respondents::cohort_error_text(CohortError::TooFew(1)),
        "At least 2 results are needed. You have 1 so far."
    );
    assert!(respondents::cohort_error_text(CohortError::TooMany(51)).contains("51"));
}

#[test]
fn a_portfolio_says_what_teams_have_in_common() {
    let mut reader = PortfolioReader::new(built_in());
    for (at, level) in [0, 1, 1, 2, 3].into_iter().enumerate() {
        let team = full(level);
        reader.push(record(&team, &format!("Payments / {at}"), "2026-11-23"), 0);
    }
    reader.push_line("nothing");
    let portfolio = reader.finish();
    let rows = portfolio.rows(&Query::default());
    let text = markdown::write(&portfolio_document(&portfolio, &rows, Grouping::Prefix, day("2026-11-23")));
    for said in [
        "5 teams, 23 November 2026",
        "| Overall | 1 | 2 | 1 | 1 | 0 | 0 | 0 | 0 |",
        "## Steps that help many teams",
        "## Most common gaps to the next level",
        ": missing in 2 of 5 teams",
        "## Most common manual stages",
        "| Payments / 4 | 2026-11-23 | Full | 3 | 3 | 3 | 3 | 3 | 100% | First result |",
    ] {
        assert!(text.contains(said), "{said:?} is not in\n{text}");
    }
    assert_eq!(say::were_read(&portfolio), "5 teams. 1 line could not be read.");
}

#[test]
fn every_bad_line_says_where_and_why() {
    let line = |source: &str, number, error| say::bad_line(&BadLine { source: source.into(), number, error });
    assert_eq!(line("", 7, LineError::NoLink), "Line 7: It contains no link to a result.");
    assert!(line("teams.txt", 7, LineError::Link(LinkError::Truncated)).starts_with("teams.txt, line 7: The end of"));
    assert!(line("a.json", 0, LineError::OtherModel).starts_with("a.json: It belongs to a different questionnaire"));
}

#[test]
fn what_moved_is_said_by_areas_and_with_the_day() {
    let since = |rose, fell| say::since(Since::Levels { levels: 0, rose, fell, unsure: 0, day: day("2026-03-01") });
    assert_eq!(since(0, 0), "unchanged since 1 March 2026");
    assert_eq!(since(2, 1), "up in 2 areas and down in 1 area since 1 March 2026");
    assert_eq!(since(0, 1), "down in 1 area since 1 March 2026");
}
