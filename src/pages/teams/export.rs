//! The shown teams as files: rows for a spreadsheet or a data warehouse, a picture, a report.

use leptos::prelude::*;

use crate::browser::dom;
use crate::components::charts::heat;
use crate::components::{ExportPurpose, save_text};
use crate::state::teams::{Rows, Teams};
use crate::state::{local_day, now};
use mlops_core::model::AreaIx;
use mlops_core::portfolio::{Grouping, Portfolio, csv_head, csv_row, json_line};
use mlops_core::report::portfolio::portfolio_document;
use mlops_core::report::{csv, html, markdown};
use mlops_core::words;
use mlops_core::words::{pages, result as result_words, teams as say};

/// Makes the text of a file of the teams at some rows.
type Write = fn(&Portfolio, &[usize], Grouping) -> String;

/// The export menu.
#[component]
pub fn ExportMenu(rows: Rows) -> impl IntoView {
    let teams = expect_context::<Teams>();
    let save = move |name: &str, mime: &str, write: Write| {
        if let Some(portfolio) = teams.portfolio.get_untracked() {
            let text = write(&portfolio, &rows.get_untracked(), teams.grouping.get_untracked());
            save_text(name, mime, &text);
        }
    };
    view! {
        <ExportPurpose title=say::FOR_A_WAREHOUSE>
            <div class="actions">
                <button type="button" on:click=move |_| save("teams.csv", "text/csv", rows_as_csv)>"CSV"</button>
                <button type="button" on:click=move |_| save("teams.jsonl", "application/jsonl", rows_as_json)>
                    {say::JSON_LINES}
                </button>
            </div>
        </ExportPurpose>
        <ExportPurpose title=result_words::FOR_A_SLIDE>
            <div class="actions">
                <button type="button" on:click=move |_| save("teams.svg", "image/svg+xml", picture)>
                    {say::AS_SVG}
                </button>
            </div>
        </ExportPurpose>
        <ExportPurpose title=result_words::AS_A_FILE>
            <div class="actions">
                <button type="button" on:click=move |_| save("teams.html", "text/html", as_html)>
                    {pages::HTML}
                </button>
                <button type="button" on:click=move |_| save("teams.md", "text/markdown", as_markdown)>
                    {pages::MARKDOWN}
                </button>
            </div>
        </ExportPurpose>
        <ExportPurpose title=result_words::ON_PAPER>
            <div class="actions">
                <button type="button" on:click=|_| dom::print()>{pages::PRINT}</button>
            </div>
        </ExportPurpose>
        <p class="quiet">{say::WHAT_LEAVES}</p>
    }
}

fn rows_as_csv(portfolio: &Portfolio, rows: &[usize], _: Grouping) -> String {
    let mut lines = vec![csv_head(portfolio.model())];
    lines.extend(rows.iter().map(|&row| {
        let team = portfolio.team(row);
        csv_row(&team.title, &team.business_unit, team.day, &team.standing)
    }));
    csv::write(&lines)
}

fn rows_as_json(portfolio: &Portfolio, rows: &[usize], _: Grouping) -> String {
    let mut text = String::new();
    for &row in rows {
        let team = portfolio.team(row);
        let questionnaire = portfolio.questionnaire(row);
        text.push_str(&json_line(
            portfolio.model(),
            [&team.title, &team.business_unit],
            team.day,
            questionnaire,
            &team.standing,
        ));
        text.push('\n');
    }
    text
}

fn picture(portfolio: &Portfolio, rows: &[usize], _: Grouping) -> String {
    let areas: Vec<AreaIx> = portfolio.distribution(rows).iter().filter_map(|levels| levels.area).collect();
    heat::drawing(portfolio, rows, &areas).to_svg(None)
}

fn as_html(portfolio: &Portfolio, rows: &[usize], grouping: Grouping) -> String {
    html::page(&portfolio_document(portfolio, rows, grouping, local_day(now())), words::LANGUAGE)
}

fn as_markdown(portfolio: &Portfolio, rows: &[usize], grouping: Grouping) -> String {
    markdown::write(&portfolio_document(portfolio, rows, grouping, local_day(now())))
}
