//! The teams that are shown, taken along: rows for a spreadsheet or a warehouse, a picture, a report.

use leptos::prelude::*;

use crate::browser::page;
use crate::components::charts::heat;
use crate::page::export::{purpose, save_text};
use crate::page::teams::board::Board;
use crate::state::{local_day, now};
use crate::ui::control::{actions, button};
use crate::ui::element::{Element, el};
use mlops_core::history::portfolio::{Portfolio, csv_head, csv_row, json_line};
use mlops_core::model::AreaIx;
use mlops_core::report::portfolio::portfolio_document;
use mlops_core::report::{csv, html, markdown};
use mlops_core::words;
use mlops_core::words::{buttons, result as result_words, teams as say};

/// The menu.
#[must_use]
pub fn take_along(board: Board) -> Element {
    let file = move |name: &'static str, mime: &'static str, make: fn(Board, &Portfolio, &[usize]) -> String| {
        let made = move || {
            let teams = board.teams.get_untracked()?;
            let rows = board.rows.get_untracked();
            Some(make(board, &teams, &rows))
        };
        move || {
            if let Some(text) = made() {
                save_text(name, mime, &text);
            }
        }
    };
    el("div")
        .child(purpose(
            say::FOR_A_WAREHOUSE,
            actions()
                .child(button("CSV", file("teams.csv", "text/csv", rows_as_csv)))
                .child(button(say::JSON_LINES, file("teams.jsonl", "application/jsonl", rows_as_json))),
        ))
        .child(purpose(
            result_words::FOR_A_SLIDE,
            actions().child(button(say::AS_SVG, file("teams.svg", "image/svg+xml", picture))),
        ))
        .child(purpose(
            result_words::AS_A_FILE,
            actions()
                .child(button(buttons::HTML, file("teams.html", "text/html", as_html)))
                .child(button(buttons::MARKDOWN, file("teams.md", "text/markdown", as_markdown))),
        ))
        .child(purpose(result_words::ON_PAPER, actions().child(button(buttons::PRINT, page::print))))
        .child(el("p").class("quiet").child(say::WHAT_LEAVES))
}

fn rows_as_csv(_: Board, teams: &Portfolio, rows: &[usize]) -> String {
    let mut lines = vec![csv_head(teams.model())];
    lines.extend(rows.iter().map(|&row| {
        let team = teams.team(row);
        csv_row(&team.title, &team.business_unit, team.day, &team.standing)
    }));
    csv::write(&lines)
}

fn rows_as_json(_: Board, teams: &Portfolio, rows: &[usize]) -> String {
    let mut text = String::new();
    for &row in rows {
        let team = teams.team(row);
        text.push_str(&json_line(
            teams.model(),
            [&team.title, &team.business_unit],
            team.day,
            teams.questionnaire(row),
            &team.standing,
        ));
        text.push('\n');
    }
    text
}

fn picture(_: Board, teams: &Portfolio, rows: &[usize]) -> String {
    let areas: Vec<AreaIx> = teams.distribution(rows).iter().filter_map(|levels| levels.area).collect();
    heat::drawing(teams, rows, &areas).to_svg(None)
}

fn as_html(board: Board, teams: &Portfolio, rows: &[usize]) -> String {
    let document = portfolio_document(teams, rows, board.grouping.get_untracked(), local_day(now()));
    html::page(&document, words::LANGUAGE)
}

fn as_markdown(board: Board, teams: &Portfolio, rows: &[usize]) -> String {
    markdown::write(&portfolio_document(teams, rows, board.grouping.get_untracked(), local_day(now())))
}
