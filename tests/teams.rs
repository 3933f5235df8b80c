//! Many teams, and two results, on the page: what is drawn, and what is stored.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use leptos::prelude::*;
use mlops_core::assessment::Outcomes;
use mlops_core::history::compare::compare;
use mlops_core::history::record::Record;
use mlops_core::link::{LinkKind, LinkOptions, encode};
use mlops_core::model::answer::{Answer, Answers};
use mlops_core::moment::Day;
use mlops_core::portfolio::{Column, Grouping, Portfolio, PortfolioReader};
use mlops_core::scoring::case::{QuestionSet, Scope};
use mlops_maturity::app::App;
use mlops_maturity::built_in::built_in;
use mlops_maturity::components::charts::drawing::Shape;
use mlops_maturity::components::charts::{heat, pair};
use mlops_maturity::lazy::Loader;
use mlops_maturity::pages::teams::TeamsPage;
use mlops_maturity::pages::teams::storage;
use mlops_maturity::route::Route;
use mlops_maturity::state::teams::ImportedText;
use mlops_maturity::state::{Navigation, Teams, provide_state};

/// Yes up to a level and no above it, with every `open`-th question open.
fn record(title: &str, scope: Scope, level: u8, open: usize, day: u8) -> Record {
    let model = built_in();
    let mut answers = Answers::none(model);
    for at in model.capability_ixs().filter(|at| at.index() % open != 1) {
        let is_held = model.capability(at).level.number() <= level;
        answers.set(at, Some(if is_held { Answer::Yes } else { Answer::No }));
    }
    Record {
        title: title.to_owned(),
        label: String::new(),
        day: Day::new(2026, 11, day).unwrap(),
        question_set: QuestionSet::of(model, scope),
        answers,
        other_revision: None,
        absent: Vec::new(),
        not_of_this_model: 0,
        business_unit: String::new(),
        outcomes: Outcomes::default(),
    }
}

fn payload(record: &Record) -> String {
    encode(
        built_in(),
        LinkKind::Result,
        &record.to_shared(built_in(), &LinkOptions { title: true, outcomes: true, ..LinkOptions::default() }),
    )
    .unwrap()
}

fn teams(number: usize) -> Arc<Portfolio<'static>> {
    let mut reader = PortfolioReader::new(built_in());
    for at in 0..number {
        let unit = ["Payments", "Search <ML>"][at % 2];
        let record = record(&format!("{unit} / team {at:04} #emea"), Scope::Full, (at % 4) as u8, 9, 20);
        reader.push_line(&format!("https://pages.example/#/r/{}", payload(&record)));
    }
    reader.push_line("no link at all");
    Arc::new(reader.finish())
}

/// The whole page for a route, one element per line.
fn drawn(place: Route) -> String {
    by_line(Owner::new().with(|| {
        provide_state(built_in());
        expect_context::<Navigation>().show(place);
        view! { <App loader=Loader::from_context()/> }.to_html()
    }))
}

fn by_line(html: String) -> String {
    let html = html.replace("<!>", "").replace("<!--<() />-->", "").replace('<', "\n<");
    let shown = html
        .lines()
        .map(|line| if line.starts_with("</") { line.split_once('>').map_or("", |(_, text)| text) } else { line });
    shown.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The page for many teams, with this many of them.
fn many(number: usize, prepare: impl FnOnce(Teams)) -> String {
    by_line(Owner::new().with(|| {
        provide_state(built_in());
        let shown = expect_context::<Teams>();
        // There is no storage to read.
        shown.is_started.set_value(true);
        shown.portfolio.set((number > 0).then(|| teams(number)));
        prepare(shown);
        view! { <TeamsPage/> }.to_html()
    }))
}

#[test]
fn the_page_for_many_teams_before_any_is_there() {
    insta::assert_snapshot!(many(0, |_| {}));
}

#[test]
fn a_few_teams() {
    insta::assert_snapshot!(many(3, |teams| teams.grouping.set(Grouping::Prefix)));
}

#[test]
fn business_units_have_a_column_a_filter_and_a_group_where_a_team_states_one() {
    let without = many(3, |_| {});
    assert!(!without.contains("Business unit"), "{without}");
    let html = many(3, |teams| {
        let mut reader = teams.portfolio.get_untracked().unwrap().reader();
        let mut with_unit = record("Fraud", Scope::Essentials, 2, 9, 20);
        with_unit.business_unit = "Risk <b>".to_owned();
        reader.push(with_unit, 0);
        teams.portfolio.set(Some(Arc::new(reader.finish())));
        teams.grouping.set(Grouping::BusinessUnit);
    });
    assert_eq!(html.matches("Risk &lt;b>").count() + html.matches("Risk &lt;b&gt;").count(), 4, "{html}");
    assert_eq!(html.lines().filter(|line| line.ends_with(">Business unit")).count(), 3, "{html}");
    for scope in ["<td id=\"cell-1-9\">Essentials", "Question set"] {
        assert!(html.contains(scope), "{scope}: {html}");
    }
}

#[test]
fn of_many_rows_only_some_are_drawn_and_all_are_counted() {
    let html = many(2_000, |_| {});
    assert!(html.contains("aria-rowcount=\"2001\""), "{html}");
    let rows = html.matches("aria-rowindex=").count();
    assert!((30..60).contains(&rows), "{rows}");
    assert!(html.contains("aria-rowindex=\"2\"") && html.contains("class=\"room\""));
    assert!(!html.contains("<ML>"));
}

#[test]
fn the_column_that_is_sorted_by_says_so() {
    let html = many(20, |teams| {
        teams.query.update(|query| (query.sort, query.descending) = (Column::Overall, true));
    });
    let heads: Vec<&str> = html.lines().filter(|line| line.contains("scope=\"col\"")).collect();
    let sorted: Vec<_> = heads.iter().filter(|head| head.contains("aria-sort")).collect();
    assert_eq!(sorted.len(), 1);
    assert!(sorted[0].contains("aria-sort=\"descending\""), "{sorted:?}");
}

#[test]
fn two_results_from_one_link() {
    let sides = [record("Payments <b>", Scope::Full, 1, 9, 3), record("", Scope::Essentials, 2, 1_000, 24)];
    let sides = sides.map(|side| payload(&side)).join("/");
    let html = drawn(Route::Compare { sides: sides.clone() });
    assert!(!html.contains("<b>,"));
    // Payloads contain keys of questions, so they differ after every change of the questionnaire.
    let [before, after] = [0, 1].map(|at| sides.split('/').nth(at).unwrap().to_owned());
    insta::assert_snapshot!(html.replace(&before, "BEFORE").replace(&after, "AFTER"));
}

#[test]
fn one_of_two_leads_to_the_choice_of_the_other() {
    let html = drawn(Route::Compare { sides: payload(&record("Payments", Scope::Full, 1, 9, 3)) });
    for words in ["Selected: Payments, 3 November 2026.", "Second result", "Saved in this browser", "From a file"] {
        assert!(html.contains(words), "{words}: {html}");
    }
}

#[test]
fn what_cannot_be_compared_says_which_of_the_two_and_why() {
    for (place, words) in [
        ("/compare/own:0b6f", "First result: It is not in this browser"),
        ("/compare/file:1/own:0b6f", "Second result: It is not in this browser"),
        ("/compare/file:1", "First result: It was a file"),
        ("/compare/AbC", "First result: "),
    ] {
        let html = drawn(Route::parse(place));
        assert!(html.contains("These results cannot be compared") && html.contains(words), "{place}: {html}");
    }
}

#[test]
fn what_was_brought_is_kept_and_read_as_it_was() {
    let texts = [
        ImportedText { name: "teams one.txt".to_owned(), text: "a\tb\nc\r\n".to_owned(), is_file: false },
        ImportedText { name: String::new(), text: String::new(), is_file: false },
        ImportedText { name: "a\nb\u{1c}.json".to_owned(), text: "{\n}".to_owned(), is_file: true },
    ];
    let kept = storage::serialize(built_in(), &texts);
    let read = storage::parse(built_in(), &kept);
    assert_eq!(read[..2], texts[..2]);
    assert_eq!(read[2], ImportedText { name: "a b .json".to_owned(), ..texts[2].clone() });
    for other in
        ["", "mlops-maturity/teams 2 mlops\n\u{1c}lines \nx", "mlops-maturity/teams 1 other\n\u{1c}lines \nx"]
    {
        assert_eq!(storage::parse(built_in(), other), Vec::new(), "{other:?}");
    }
}

#[test]
fn the_heat_map_has_a_row_a_team_and_says_where_it_ends() {
    let teams = teams(heat::MOST_ROWS + 1);
    let rows: Vec<usize> = (0..teams.len()).collect();
    let areas: Vec<_> = built_in().area_ixs().take(4).collect();
    let cells = |rows: &[usize]| {
        let drawing = heat::drawing(&teams, rows, &areas);
        let is_cell = |shape: &&Shape| matches!(shape, Shape::Rect { style, .. } if style.class.starts_with("fill"));
        (drawing.shapes.iter().filter(is_cell).count(), drawing)
    };
    assert_eq!(cells(&rows[..3]).0, 3 * 5);
    let (number, drawing) = cells(&rows);
    assert_eq!(number, heat::MOST_ROWS * 5);
    let says_end = |shape: &Shape| matches!(shape, Shape::Text { text, .. } if text == "The first 500 of 501 teams.");
    assert!(drawing.shapes.iter().any(says_end));
}

#[test]
fn the_chart_of_two_results_says_in_words_what_it_shows() {
    let (before, after) = (record("A", Scope::Full, 1, 1_000, 3), record("B", Scope::Full, 2, 1_000, 4));
    let comparison = compare(built_in(), &before, &after);
    let track = &comparison.after.tracks[0];
    let drawing = pair::drawing(
        &pair::pair_rows(built_in(), &comparison, track),
        pair::alt(built_in(), &comparison, track),
        ["A".to_owned(), "B".to_owned()],
    );
    assert!(drawing.alt.contains("People: level 1 in the first, level 2 in the second"), "{}", drawing.alt);
    let bars = drawing
        .shapes
        .iter()
        .filter(|shape| matches!(shape, Shape::Rect { style, .. } if style.class.starts_with("cell")));
    assert_eq!(bars.count(), 2 * 4 * track.areas.len());
}
