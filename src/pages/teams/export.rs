//! The shown teams as files: rows for a spreadsheet or a data warehouse, a picture, a report.

use leptos::prelude::*;

use crate::components::charts::heat;
use crate::components::{DocumentPurposes, ExportSection, save_text};
use crate::state::share_link::{published_copy, shared_address};
use crate::state::teams::{Rows, Teams};
use crate::state::{local_day, now};
use mlops_core::link::{LinkKind, encode};
use mlops_core::model::AreaIx;
use mlops_core::portfolio::{Grouping, OutputRow, Portfolio, csv_head, csv_row, group_of, json_line};
use mlops_core::report::csv;
use mlops_core::report::portfolio::portfolio_document;
use mlops_core::words::{result as result_words, teams as say};

/// Makes the text of a file of the teams at these rows.
type Write = fn(&Portfolio, &[usize], Grouping) -> String;

#[component]
pub fn TeamExports(rows: Rows) -> impl IntoView {
    let teams = expect_context::<Teams>();
    let save = move |name: &str, mime: &str, write: Write| {
        if let Some(portfolio) = teams.portfolio.get_untracked() {
            let text = write(&portfolio, &rows.get_untracked(), teams.grouping.get_untracked());
            save_text(name, mime, &text);
        }
    };
    let document = move |()| {
        let (portfolio, grouping) = (teams.portfolio.get_untracked()?, teams.grouping.get_untracked());
        let document = portfolio_document(&portfolio, &rows.get_untracked(), grouping, local_day(now()));
        Some(("teams".to_owned(), document))
    };
    view! {
        <ExportSection title=say::FOR_A_WAREHOUSE>
            <div class="actions">
                <button type="button" on:click=move |_| save("teams.csv", "text/csv", rows_as_csv)>"CSV"</button>
                <button type="button" on:click=move |_| save("teams.jsonl", "application/jsonl", rows_as_json)>
                    {say::JSON_LINES}
                </button>
            </div>
        </ExportSection>
        <ExportSection title=result_words::FOR_A_SLIDE>
            <div class="actions">
                <button type="button" on:click=move |_| save("teams.svg", "image/svg+xml", picture)>
                    {say::AS_SVG}
                </button>
            </div>
        </ExportSection>
        <DocumentPurposes document/>
        <p class="quiet">{say::WHAT_LEAVES}</p>
    }
}

fn rows_as_csv(portfolio: &Portfolio, rows: &[usize], grouping: Grouping) -> String {
    let mut lines = vec![csv_head(portfolio.model())];
    lines.extend(rows.iter().map(|&row| with_row(portfolio, row, grouping, csv_row)));
    csv::write(&lines)
}

fn rows_as_json(portfolio: &Portfolio, rows: &[usize], grouping: Grouping) -> String {
    let line = |row: &OutputRow| json_line(portfolio.model(), row) + "\n";
    rows.iter().map(|&row| with_row(portfolio, row, grouping, line)).collect()
}

/// Calls `write` with the exported data of a team.
fn with_row<T>(portfolio: &Portfolio, row: usize, grouping: Grouping, write: impl FnOnce(&OutputRow) -> T) -> T {
    let team = portfolio.team(row);
    write(&OutputRow {
        title: &team.title,
        business_unit: &team.business_unit,
        group: &group_of(&team.title, &team.business_unit, grouping),
        day: team.day,
        question_set: portfolio.question_set(row),
        standing: &team.standing,
        // A local file has no address for other people: then the link is only the part that this page reads.
        link: &shared_address(portfolio.model(), LinkKind::Result, &portfolio.shared(row), &published_copy())
            .or_else(|_| {
                encode(portfolio.model(), LinkKind::Result, &portfolio.shared(row)).map(|one| format!("#/r/{one}"))
            })
            .unwrap_or_default(),
    })
}

fn picture(portfolio: &Portfolio, rows: &[usize], _: Grouping) -> String {
    let areas: Vec<AreaIx> = portfolio.distribution(rows).iter().filter_map(|levels| levels.area).collect();
    heat::drawing(portfolio, rows, &areas).to_svg(None)
}
