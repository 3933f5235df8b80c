//! Many teams: every pasted line is read or reported, and what the teams have in common is counted exactly.

use crate::support::{Team, any_team, built_in};
use mlops_core::assessment::{Assessment, file};
use mlops_core::link::{LinkContents, LinkError, LinkKind, LinkOptions, encode};
use mlops_core::model::answer::Answer::{self, No, NotApplicable, Partly, Unknown, Yes};
use mlops_core::model::level::Level;
use mlops_core::moment::{Day, Moment};
use mlops_core::portfolio::{
    Column, Grouping, LineError, MOST_BAD_LINES, OutputRow, Portfolio, PortfolioReader, Query, Since, Standing,
    csv_head, csv_row, group_of, json_line, prefix, read_line, tags,
};
use mlops_core::report::csv;
use mlops_core::scoring::case::Scope;
use mlops_core::words;
use proptest::prelude::*;

const PAGE: &str = "https://pages.example/mlops/#/r/";

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn assessment(team: &Team, title: &str) -> Assessment {
    let now = Moment::parse("2026-11-23T09:00:00Z").unwrap();
    let mut assessment = Assessment::new("id".to_owned(), title.to_owned(), team.model, &team.question_set, now);
    for at in team.model.capability_ixs() {
        assessment.respond(&team.model.capability(at).id, now, |response| response.value = team.answers.get(at));
    }
    assessment
}

fn payload(team: &Team, title: &str, on: &str) -> String {
    let including = LinkOptions { title: true, ..LinkOptions::default() };
    let shared = LinkContents::of(team.model, &assessment(team, title), day(on), &including);
    encode(team.model, LinkKind::Result, &shared).unwrap()
}

fn link(team: &Team, title: &str, on: &str) -> String {
    format!("{PAGE}{}", payload(team, title, on))
}

fn full(level: u8) -> Team {
    Team::new(Scope::Full).balanced(level)
}

fn portfolio_of(lines: &[String]) -> Portfolio<'static> {
    let mut reader = PortfolioReader::new(built_in());
    for line in lines {
        reader.push_line(line);
    }
    reader.finish()
}

/// Teams by title, level and day.
fn teams(of: &[(&str, u8, &str)]) -> Portfolio<'static> {
    portfolio_of(&of.iter().map(|(title, level, on)| link(&full(*level), title, on)).collect::<Vec<_>>())
}

fn titles<'a>(portfolio: &'a Portfolio, query: &Query) -> Vec<&'a str> {
    portfolio.rows(query).into_iter().map(|row| &*portfolio.team(row).title).collect()
}

fn everything(portfolio: &Portfolio) -> Vec<usize> {
    portfolio.rows(&Query::default())
}

#[test]
fn a_line_is_read_however_it_was_pasted() {
    let (plain, bare) = (link(&full(2), "", "2026-11-23"), payload(&full(2), "", "2026-11-23"));
    let named = link(&full(2), "In the link", "2026-11-23");
    let wrapped = format!("https://safe.example/?url={}&data=1", mlops_core::percent::encoded(&plain));
    for (line, title) in [
        (plain.clone(), ""),
        (bare.clone(), ""),
        (named.clone(), "In the link"),
        (format!("Payments\t{plain}"), "Payments"),
        (format!("Payments\t{bare}"), "Payments"),
        (format!("Payments\t{named}"), "Payments"),
        (format!("\t{named}"), "In the link"),
        (format!("{plain}\tPayments"), "Payments"),
        (format!("Payments\t{plain}\tEMEA\t\r\n"), "Payments"),
        (format!("Payments / Fraud: {plain}."), "Payments / Fraud"),
        (format!("\"Payments\",\"{plain}\""), "Payments"),
        (format!("- Payments \u{2013} <{plain}> (see there)"), "Payments"),
        (format!("\u{feff}  {plain}  "), ""),
        (wrapped, ""),
    ] {
        let mut read = read_line(built_in(), &line);
        assert_eq!(read.len(), 1, "{line}");
        let entry = read.remove(0).unwrap_or_else(|error| panic!("{line}: {error:?}"));
        assert_eq!(entry.title, title, "{line}");
        assert_eq!(entry.day, day("2026-11-23"));
        assert_eq!(Standing::of(entry.case(built_in())), Standing::of(full(2).case()), "{line}");
    }
    assert_eq!(read_line(built_in(), " \r\n"), []);
}

#[test]
fn a_line_that_is_no_result_says_why() {
    let whole = link(&full(2), "", "2026-11-23");
    let error = |line: &str| read_line(built_in(), line).remove(0).unwrap_err();
    assert_eq!(error("Minutes of Monday"), LineError::NoLink);
    assert_eq!(error("https://pages.example/mlops/"), LineError::NoLink);
    assert_eq!(error("https://pages.example/mlops/#/i/abc"), LineError::Link(LinkError::OtherKind));
    assert_eq!(error(PAGE), LineError::Link(LinkError::Empty));
    assert!(matches!(error(&whole[..whole.len() - 3]), LineError::Link(LinkError::Truncated | LinkError::Damaged)));
    assert!(matches!(error("{\"format\":1}"), LineError::File(_)));
    assert_eq!(error(&"x".repeat(5 * 1024 * 1024)), LineError::TooLong);
}

#[test]
fn bad_lines_are_listed_with_their_number_and_the_good_ones_load() {
    let mut lines: Vec<String> =
        (0..50).map(|at| format!("Team {at}\t{}", link(&full(1), "", "2026-11-23"))).collect();
    lines[6] = "Team 6\tno link".to_owned();
    lines[20] = format!("Team 20\t{PAGE}AAAA");
    lines[49] = "https://pages.example/#/i/abc".to_owned();
    lines.insert(10, String::new());
    let mut reader = PortfolioReader::new(built_in());
    reader.begin("teams.txt");
    lines.iter().for_each(|line| reader.push_line(line));
    assert_eq!((reader.loaded(), reader.refused()), (47, 3));
    let portfolio = reader.finish();
    assert_eq!(portfolio.len(), 47);
    let bad: Vec<(&str, usize)> = portfolio.bad_lines().iter().map(|line| (&*line.source, line.number)).collect();
    assert_eq!(bad, [("teams.txt", 7), ("teams.txt", 22), ("teams.txt", 51)], "an empty line is counted, not told");
}

#[test]
fn a_flood_of_bad_lines_is_counted_and_not_kept() {
    let portfolio = portfolio_of(&vec!["nothing here".to_owned(); MOST_BAD_LINES + 7]);
    assert_eq!((portfolio.bad_lines().len(), portfolio.more_bad_lines()), (MOST_BAD_LINES, 7));
}

#[test]
fn a_text_is_read_in_chunks_as_it_is_read_at_once() {
    let text: String =
        (0..23).map(|at| format!("Team {at}\t{}\r\n", link(&full(at % 5), "", "2026-11-23"))).collect();
    let mut reader = PortfolioReader::new(built_in());
    let (mut at, mut chunks) = (0, 0);
    while at < text.len() {
        at = reader.push_lines(&text, at, 5);
        chunks += 1;
    }
    assert_eq!((at, chunks, reader.loaded()), (text.len(), 5, 23));
    assert_eq!(reader.push_lines(&text, at, 5), text.len(), "the end is the end");
}

#[test]
fn assessment_files_are_read_whole_or_in_a_line() {
    let team = Team::with_all_tracks(Scope::Essentials).balanced(2).saying("rel-model-registry", Partly);
    let text = file::write(&assessment(&team, "From a file"));
    let one_line: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut reader = PortfolioReader::new(built_in());
    reader.push_file("payments.json", &text);
    reader.push_line(&one_line.to_string());
    reader.push_file("broken.json", &text[..text.len() / 2]);
    reader.push_file("other.json", &text.replace("\"id\": \"mlops\"", "\"id\": \"ours\""));
    let portfolio = reader.finish();
    assert_eq!((portfolio.len(), portfolio.same()), (1, 1));
    assert_eq!(portfolio.team(0).standing, Standing::of(team.case()));
    let [broken, other] = portfolio.bad_lines() else { panic!("{:?}", portfolio.bad_lines()) };
    assert!(matches!(broken.error, LineError::File(_)) && broken.number == 0);
    assert_eq!((&*other.source, &other.error), ("other.json", &LineError::OtherModel));
}

#[test]
fn an_answer_is_kept_in_a_byte() {
    assert_eq!(size_of::<Option<Answer>>(), 1);
}

#[test]
fn a_team_is_its_newest_result_and_says_what_moved() {
    let portfolio = teams(&[
        ("Fraud", 3, "2026-09-01"),
        ("Fraud", 1, "2026-03-01"),
        ("Search", 2, "2026-09-01"),
        ("Fraud", 2, "2026-06-01"),
        ("Search", 4, "2026-03-01"),
        ("New", 1, "2026-09-01"),
    ]);
    assert_eq!((portfolio.len(), portfolio.earlier()), (3, 3));
    assert_eq!(titles(&portfolio, &Query::default()), ["Fraud", "New", "Search"]);
    let rows = everything(&portfolio);
    let since: Vec<Since> = rows.iter().map(|&row| portfolio.since(row)).collect();
    let moved = |levels, rose, fell, on| Since::Levels { levels, rose, fell, unsure: 0, day: day(on) };
    assert_eq!(since, [moved(4, 4, 0, "2026-06-01"), Since::First, moved(-8, 0, 4, "2026-03-01")]);
    let by_move = Query { sort: Column::Moved, descending: true, ..Query::default() };
    assert_eq!(titles(&portfolio, &by_move), ["Fraud", "Search", "New"], "without a result before comes last");
}

#[test]
fn a_result_that_was_asked_otherwise_is_not_compared() {
    let core = Team::new(Scope::Essentials).balanced(1);
    let lines = [link(&core, "Fraud", "2026-03-01"), link(&full(3), "Fraud", "2026-06-01")];
    let portfolio = portfolio_of(&lines);
    assert_eq!(portfolio.since(0), Since::OtherQuestions);
    let earlier = link(&full(2), "Fraud", "2026-01-01");
    let portfolio = portfolio_of(&[lines[0].clone(), lines[1].clone(), earlier]);
    assert!(matches!(portfolio.since(0), Since::Levels { levels: 4, .. }), "the newest that was asked the same");
}

#[test]
fn a_team_of_which_too_little_is_known_is_counted_as_such_and_never_as_level_0() {
    let unknown = Team::new(Scope::Full);
    let portfolio = portfolio_of(&[
        link(&unknown, "Fraud / A", "2026-03-01"),
        link(&full(2), "Fraud / B", "2026-03-01"),
        link(&full(0), "Fraud / C", "2026-03-01"),
    ]);
    let rows = everything(&portfolio);
    let [group] = &portfolio.groups(&rows, Grouping::Prefix)[..] else { panic!("one group") };
    let says = words::teams::group(&portfolio, group);
    assert_eq!(says, "Fraud \u{2013} 3 teams: 1 at level 0, 1 at level 2 and 1 not known yet");
    for levels in portfolio.distribution(&rows) {
        assert_eq!(levels.teams.iter().sum::<usize>() + levels.not_known + levels.without, 3, "the parts add up");
        assert!(words::teams::spread("All", &levels).contains("1 team not known yet"));
    }
    // A team without earlier answers did not improve.
    let later = portfolio_of(&[link(&unknown, "A", "2026-03-01"), link(&full(2), "A", "2026-06-01")]);
    assert!(matches!(later.since(0), Since::Levels { rose: 0, fell: 0, unsure: 4, .. }), "{:?}", later.since(0));
}

#[test]
fn results_without_a_title_are_teams_of_their_own() {
    let portfolio = teams(&[("", 1, "2026-03-01"), ("", 1, "2026-03-01"), ("", 2, "2026-06-01")]);
    assert_eq!((portfolio.len(), portfolio.same()), (3, 0));
    assert!((0..3).all(|row| portfolio.since(row) == Since::First));
}

#[test]
fn a_link_that_came_twice_counts_once() {
    let portfolio = teams(&[("Fraud", 1, "2026-03-01"), ("Fraud", 1, "2026-03-01")]);
    assert_eq!((portfolio.len(), portfolio.same(), portfolio.earlier()), (1, 1, 0));
    assert_eq!(portfolio.since(0), Since::First);
}

#[test]
fn rows_are_searched_filtered_and_sorted() {
    let mut lines: Vec<String> = [("Payments / Fraud", 3), ("Payments / Scoring", 0), ("Search #emea", 2)]
        .iter()
        .map(|(title, level)| link(&full(*level), title, "2026-11-23"))
        .collect();
    lines.push(link(&Team::new(Scope::Essentials).balanced(1), "Core", "2026-11-20"));
    let portfolio = portfolio_of(&lines);
    let query = |change: &dyn Fn(&mut Query)| {
        let mut query = Query::default();
        change(&mut query);
        titles(&portfolio, &query).join(", ")
    };
    assert_eq!(query(&|query| query.search = "PAYMENTS fraud".to_owned()), "Payments / Fraud");
    assert_eq!(query(&|query| query.scope = Some(Scope::Essentials)), "Core");
    assert_eq!(query(&|query| query.at_most = Some((None, Level::new(1).unwrap()))), "Core, Payments / Scoring");
    let people = built_in().find_area("people").unwrap();
    assert_eq!(query(&|query| query.at_most = Some((Some(people), Level::ZERO))), "Payments / Scoring");
    assert_eq!(
        query(&|query| (query.sort, query.descending) = (Column::Overall, true)),
        "Payments / Fraud, Search #emea, Core, Payments / Scoring"
    );
    assert_eq!(
        query(&|query| query.sort = Column::Area(people)),
        "Payments / Scoring, Core, Search #emea, Payments / Fraud"
    );
    assert_eq!(query(&|query| query.sort = Column::Day), "Core, Payments / Fraud, Payments / Scoring, Search #emea");
    assert!(portfolio.is_mixed(&everything(&portfolio)), "two scopes are said");
}

#[test]
fn an_area_without_a_level_comes_last_in_either_direction() {
    let people = built_in().find_area("people").unwrap();
    let mut without = full(2);
    for at in built_in().capability_ixs().filter(|&at| built_in().capability(at).area == people) {
        without.answers.set(at, Some(NotApplicable));
    }
    let lines =
        [link(&without, "A", "2026-11-23"), link(&full(1), "B", "2026-11-23"), link(&full(3), "C", "2026-11-23")];
    let portfolio = portfolio_of(&lines);
    for (descending, expected) in [(false, ["B", "C", "A"]), (true, ["C", "B", "A"])] {
        let query = Query { sort: Column::Area(people), descending, ..Query::default() };
        assert_eq!(titles(&portfolio, &query), expected);
    }
    let levels = portfolio.distribution(&everything(&portfolio));
    let of_people = levels.iter().find(|levels| levels.area == Some(people)).unwrap();
    assert_eq!((of_people.teams, of_people.without), ([0, 1, 0, 1, 0], 1));
}

#[test]
fn rows_are_grouped_by_prefix_or_by_tag() {
    assert_eq!(prefix("Payments / Fraud: live"), Some("Payments"));
    assert_eq!(prefix("Team-A"), None, "a hyphen inside a word separates nothing");
    assert_eq!(prefix("/ Fraud"), None);
    assert_eq!(tags("Fraud #emea, (#live) #").collect::<Vec<_>>(), ["emea"]);
    let of = ["Payments / Fraud #emea #live", "Payments / Scoring #live", "Search"];
    let portfolio = teams(&of.map(|title| (title, 2, "2026-11-23")));
    let grouped = |by| {
        let groups = portfolio.groups(&everything(&portfolio), by);
        groups.into_iter().map(|group| (group.name, group.rows.len())).collect::<Vec<_>>()
    };
    let named = |of: &[(&str, usize)]| of.iter().map(|(name, rows)| ((*name).to_owned(), *rows)).collect::<Vec<_>>();
    assert_eq!(grouped(Grouping::Prefix), named(&[("Payments", 2), ("", 1)]));
    assert_eq!(grouped(Grouping::Tag), named(&[("emea", 1), ("live", 2), ("", 1)]));
    assert_eq!(grouped(Grouping::None), named(&[("", 3)]));
}

#[test]
fn levels_gaps_stalls_and_manual_stages_are_counted() {
    let stalled = crate::support::teams::all().into_iter().find(|(name, _)| *name == "monitoring without action");
    let stalled = stalled.unwrap().1;
    let open = full(4).saying("rel-canary", Unknown).saying("rel-rollback", No);
    let lines = [&stalled, &open, &full(4), &full(0)].map(|team| link(team, "", "2026-11-23"));
    let portfolio = portfolio_of(&lines);
    let rows = everything(&portfolio);
    let overall = portfolio.distribution(&rows)[0];
    let floors = [&stalled, &open, &full(4), &full(0)].map(|team| Standing::of(team.case()).overall.unwrap().low);
    for (level, teams) in overall.teams.iter().enumerate() {
        let expected = floors.iter().filter(|floor| usize::from(floor.number()) == level).count();
        assert_eq!(*teams, expected, "level {level}");
    }
    let gap = |id: &str| portfolio.gaps(&rows).into_iter().find(|gap| gap.capability == stalled.at(id));
    let rollback = gap("rel-rollback").unwrap();
    let level = built_in().capability(stalled.at("rel-rollback")).level.number();
    let release = built_in().capability(stalled.at("rel-rollback")).area;
    let said = |answer| {
        let teams = [&stalled, &open, &full(4), &full(0)];
        let answered = teams.iter().filter(|team| team.case().answer(team.at("rel-rollback")) == Some(answer));
        let stands_before = |team: &&&Team| {
            Standing::of(team.case()).range(Some(release)).is_some_and(|range| range.low.number() + 1 >= level)
        };
        answered.filter(stands_before).count()
    };
    assert_eq!(said(No), 2, "the beginner lacks it too, two levels before it matters");
    assert_eq!((rollback.no, rollback.partly), (said(No), said(Partly)));
    assert_eq!(
        gap("rel-canary").unwrap().no,
        1,
        "don't know is no answer, and a beginner's next level does not ask for it"
    );
    let mismatches = portfolio.common_mismatches(&rows);
    let own =
        mlops_core::advice::patterns::fired_patterns(stalled.case()).iter().filter(|one| one.is_mismatch()).count();
    assert!(own > 0 && mismatches.len() >= own);
    let by_stall = Query { mismatch: Some(mismatches[0].0), ..Query::default() };
    assert_eq!(portfolio.rows(&by_stall).len(), mismatches[0].1);
    let waiting = portfolio.manual_stages(&rows)[0];
    let by_step = Query { manual: Some(waiting.stage), ..Query::default() };
    assert_eq!(portfolio.rows(&by_step).len(), waiting.manual);
    assert!(waiting.manual >= 1 && waiting.manual <= waiting.of && waiting.of <= 4);
}

#[test]
fn one_step_that_lifts_many_teams_comes_first() {
    let lacking = |team: Team| team.saying("rel-model-registry", No);
    let registry = full(0).at("rel-model-registry");
    let level = built_in().capability(registry).level.number();
    let lines =
        [lacking(full(level)), lacking(full(level)), full(4), full(0)].map(|team| link(&team, "", "2026-11-23"));
    let portfolio = portfolio_of(&lines);
    let shared = portfolio.shared_steps(&everything(&portfolio));
    let step = shared.iter().find(|step| step.capability == registry).unwrap();
    assert_eq!(step.lifts, 2);
    assert!(shared.iter().all(|other| other.lifts <= shared[0].lifts));
}

#[test]
fn teams_are_found_grouped_and_sorted_by_business_unit() {
    let model = built_in();
    let with_unit = |title: &str, unit: &str| {
        let mut own = assessment(&full(1), title);
        own.business_unit = unit.to_owned();
        file::write_stored(&own)
    };
    let lines = [with_unit("A", "Risk"), with_unit("B", ""), with_unit("C", "Retail"), with_unit("D", "Risk")];
    let portfolio = portfolio_of(&lines);
    let titles = |rows: &[usize]| rows.iter().map(|&row| &*portfolio.team(row).title).collect::<Vec<_>>().join(" ");
    assert_eq!(portfolio.business_units(), ["Retail", "Risk"]);
    let by = |query: Query| titles(&portfolio.rows(&query));
    assert_eq!(by(Query { business_unit: Some("Risk".to_owned()), ..Query::default() }), "A D");
    assert_eq!(by(Query { sort: Column::BusinessUnit, ..Query::default() }), "C A D B");
    let groups = portfolio.groups(&portfolio.rows(&Query::default()), Grouping::BusinessUnit);
    let named: Vec<(&str, String)> = groups.iter().map(|group| (group.name.as_str(), titles(&group.rows))).collect();
    assert_eq!(named, [("Retail", "C".to_owned()), ("Risk", "A D".to_owned()), ("", "B".to_owned())]);
    assert_eq!(csv_head(model)[1], "business_unit");
    assert_eq!(portfolio.shared(0).business_unit, "Risk");
}

#[test]
fn csv_has_the_columns_of_the_contract_and_no_formula() {
    let head = csv_head(built_in()).join(", ");
    assert!(head.starts_with(
        "title, business_unit, group, date, scope, overall_low, overall_high, people_low, people_high, model-creation_low"
    ));
    assert!(head.ends_with("_high, confidence, link"), "{head}");
    let team = full(2).saying("rel-scoring-vcs", Unknown);
    let row = csv_row(&row("=cmd()", &team, &Standing::of(team.case())));
    assert_eq!(row.len(), csv_head(built_in()).len());
    let text = csv::write(&[row]);
    let begins = "\"'=cmd()\",\"Risk\",\"'@emea\",\"2026-11-23\",\"full\",\"0\",\"2\",\"2\",\"2\",";
    assert!(text.starts_with(begins), "{text}");
    let ends = ",\"\",\"\",\"0.98\",\"#/r/ABC\"\r\n";
    assert!(text.ends_with(ends), "an area that was not asked is empty: {text}");
}

fn row<'a>(title: &'a str, team: &'a Team, standing: &'a Standing) -> OutputRow<'a> {
    let (business_unit, group, link) = ("Risk", "@emea", "#/r/ABC");
    OutputRow {
        title,
        business_unit,
        group,
        day: day("2026-11-23"),
        question_set: &team.question_set,
        standing,
        link,
    }
}

#[test]
fn a_row_names_the_group_that_the_teams_are_in() {
    let title = "Payments / Fraud #emea #ml";
    let group = |by| group_of(title, "Risk", by);
    assert_eq!(group(Grouping::None), "Payments");
    assert_eq!(group(Grouping::Prefix), "Payments");
    assert_eq!(group(Grouping::BusinessUnit), "Risk");
    assert_eq!(group(Grouping::Tag), "emea, ml");
    assert_eq!(group_of("Fraud", "", Grouping::None), "");
}

#[test]
fn json_lines_say_the_same_with_what_was_asked() {
    let team = Team::new(Scope::Essentials).balanced(1);
    let standing = Standing::of(team.case());
    let line = json_line(built_in(), &row("A \"b\"\n", &team, &standing));
    let value: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(value["title"], "A \"b\"\n");
    assert_eq!((value["scope"].as_str(), value["tracks"][0].as_str()), (Some("essentials"), Some("mlops")));
    assert_eq!((value["overall_low"].as_u64(), value["confidence"].as_f64()), (Some(1), Some(1.0)));
    assert!(!line.contains('\n'));
    let cells = csv_row(&row("", &team, &standing));
    for (name, cell) in csv_head(built_in()).iter().zip(cells).skip(1) {
        let json = &value[name];
        assert!(!json.is_null() || cell.is_empty(), "{name}");
        assert!(json.as_f64() == cell.parse().ok() || json.as_str() == Some(&cell), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_row_says_what_the_result_itself_says(team in any_team()) {
        let portfolio = portfolio_of(&[link(&team, "Payments", "2026-11-23")]);
        let profile = team.profile();
        let standing = &portfolio.team(0).standing;
        prop_assert_eq!(standing.overall, profile.tracks[0].overall);
        for area in built_in().area_ixs() {
            prop_assert_eq!(standing.range(Some(area)), profile.area(area).map(|area| area.range));
        }
        prop_assert_eq!(mlops_core::scoring::profile::profile_of(portfolio.case(0)), profile);
    }

    #[test]
    fn a_step_is_said_to_lift_exactly_where_the_level_rises(team in any_team()) {
        let portfolio = portfolio_of(&[link(&team, "Payments", "2026-11-23")]);
        let before = team.profile();
        for step in portfolio.shared_steps(&[0]) {
            let area = built_in().capability(step.capability).area;
            let mut after = team.clone();
            after.answers.set(step.capability, Some(Yes));
            let rises = after.profile().level(area) > before.level(area);
            let can_begin = team.case().is_ready(step.capability);
            prop_assert_eq!(step.lifts == 1, rises && can_begin, "{}", built_in().capability(step.capability).id);
        }
    }

    #[test]
    fn nothing_pasted_makes_it_panic(line in "\\PC{0,60}", middle in "[\t #/ri:\"<{%A-Za-z0-9_-]{0,40}") {
        let _ = read_line(built_in(), &format!("{line}{middle}"));
        let _ = read_line(built_in(), &format!("{middle}#/r/{line}"));
    }
}
