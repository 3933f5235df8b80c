//! Every team in a row, every area in a column. Of any number of rows only those in view are drawn; by keyboard and to a
//! screen reader all are there: the table says how many, each row says which it is, and the arrow keys lead to every cell.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{address, event, grid as table, page};
use crate::page::teams::board::Board;
use crate::route::Route;
use crate::state::Session;
use crate::ui::control::button;
use crate::ui::element::{Child, Element, el, group, nothing, reactive};
use mlops_core::history::portfolio::{Column, Portfolio};
use mlops_core::link::{Kind, encode};
use mlops_core::model::AreaIx;
use mlops_core::scoring::profile::Range;
use mlops_core::words::{self, history, teams as say};

const SCROLLER: &str = "teams-rows";
const GRID: &str = "teams-grid";
const ROW: &str = "data-row";
/// The height of a row, in `rem`, as the style sheet has it too.
const ROW_REM: f64 = 2.5;
/// Rows that are drawn above and below what is in view.
const AROUND: usize = 8;
/// The window moves by so many rows at a time.
const STEP: usize = 8;
/// How many rows are drawn before anything is measured.
const FIRST: usize = 32;
/// How many rows are printed.
const PRINTED: usize = 500;
/// By how many rows Page up and Page down move.
const LEAP: usize = 10;

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Entry {
    /// What the teams below it share.
    Group(String),
    /// A row of the portfolio.
    Team(usize),
}

/// What the table shows, apart from where it is scrolled to.
#[derive(Clone, Debug)]
struct Lines {
    teams: Arc<Portfolio<'static>>,
    entries: Vec<Entry>,
    columns: Vec<Column>,
}

fn lines(board: Board) -> Option<Lines> {
    let (teams, rows, by) = (board.teams.get()?, board.rows.get(), board.grouping.get());
    let groups = teams.groups(&rows, by);
    let mut entries = Vec::with_capacity(rows.len() + groups.len());
    for group in groups {
        if by != Default::default() {
            entries.push(Entry::Group(say::group(&teams, &group)));
        }
        entries.extend(group.rows.into_iter().map(Entry::Team));
    }
    let areas = teams.distribution(&rows).into_iter().filter_map(|levels| levels.area);
    let mut columns = vec![Column::Title, Column::Overall];
    columns.extend(areas.map(Column::Area));
    columns.extend([Column::Moved, Column::Confidence, Column::Day]);
    Some(Lines { teams, entries, columns })
}

/// The table.
#[must_use]
pub fn grid(session: Session, board: Board) -> Element {
    // Which lines are drawn: from where, and how many.
    let window = RwSignal::new((0, FIRST));
    let drawn = reactive(move || match lines(board) {
        Some(lines) if !lines.entries.is_empty() => drawn(session, board, window, lines),
        _ => nothing(),
    });
    el("section")
        .class("team-by-team")
        .attr("aria-labelledby", "team-by-team")
        .child(el("h2").id("team-by-team").child(say::TEAM_BY_TEAM))
        .child(el("p").class("quiet only-keys").child(say::KEYS))
        .child(drawn)
}

fn drawn(session: Session, board: Board, window: RwSignal<(usize, usize)>, lines: Lines) -> AnyView {
    let total = lines.entries.len();
    window.set((0, FIRST));
    let look = move || look(window, total);
    page::soon(look);
    let _ = StoredValue::new_local(page::on_print(
        move |is_before| {
            if is_before { window.set((0, PRINTED)) } else { look() }
        },
    ));
    let head = head(board, &lines);
    let columns = lines.columns.len();
    let more = (total > PRINTED).then(|| el("p").class("only-print").child(say::first_of(PRINTED, total)));
    let lines = StoredValue::new(lines);
    let open = move |row: usize| lines.with_value(|lines| open(session, &lines.teams, row));
    let body = el("tbody").reactive(move || {
        let (start, count) = window.get();
        // A row that comes into view may be the active one.
        page::soon(move || mark(board));
        lines.with_value(|lines| body(lines, start.min(total), count))
    });
    let keys = move |pressed: leptos::ev::Event| {
        // The heads have buttons, whose keys are their own.
        let Some(press) = event::press(&pressed).filter(|_| table::is_its_own(&pressed)) else { return };
        let (line, column) = board.active.get_untracked();
        if press.key == "Enter" {
            if let Some(Entry::Team(row)) = lines.with_value(|lines| lines.entries.get(line).cloned()) {
                pressed.prevent_default();
                open(row);
            }
        } else if let Some(next) = moved(&press.key, press.is_command, (line, column), (total, columns)) {
            pressed.prevent_default();
            board.active.set(next);
            show(next.0, total);
            look();
            page::soon(move || mark(board));
        }
    };
    let clicked = move |clicked: leptos::ev::Event| {
        if let Some(row) = table::pressed(&clicked, ROW).and_then(|row| row.parse().ok()) {
            open(row);
        }
    };
    let grid = el("table")
        .id(GRID)
        .class("heat")
        .attr("role", "grid")
        .attr("tabindex", "0")
        .attr("aria-labelledby", "team-by-team")
        .attr("aria-rowcount", (total + 1).to_string())
        .attr("aria-colcount", columns.to_string())
        .on("keydown", keys)
        .on("focus", move |_| mark(board))
        .on("click", clicked)
        .child(head)
        .child(body);
    let scroller = el("div").id(SCROLLER).class("scroller teams-rows").on("scroll", move |_| look()).child(grid);
    group().child(scroller).child(more).into_any()
}

/// Draws the lines that are in view, with some around them.
fn look(window: RwSignal<(usize, usize)>, total: usize) {
    let Some(view) = table::in_view(SCROLLER) else { return };
    let (Some(before), rows) = (window.try_get_untracked(), view.content.saturating_sub(view.head)) else { return };
    if rows == 0 || total == 0 {
        return;
    }
    let line = |pixels: u32| {
        usize::try_from(u64::from(pixels) * u64::try_from(total).unwrap_or(1) / u64::from(rows)).unwrap_or_default()
    };
    let start = line(view.top).saturating_sub(AROUND) / STEP * STEP;
    let count = (line(view.height) + 2 * AROUND).div_ceil(STEP) * STEP + STEP;
    if before != (start, count) {
        window.set((start, count));
    }
}

/// Scrolls so that a line is in view.
fn show(line: usize, total: usize) {
    let Some(view) = table::in_view(SCROLLER) else { return };
    let rows = u64::from(view.content.saturating_sub(view.head));
    let pixels = |line: usize| {
        let line = u64::try_from(line).unwrap_or_default();
        u32::try_from(rows * line / u64::try_from(total.max(1)).unwrap_or(1)).unwrap_or(u32::MAX)
    };
    table::bring_into_view(SCROLLER, pixels(line), pixels(line + 1));
}

/// Tells the browser which cell is the active one.
fn mark(board: Board) {
    if let Some((line, column)) = board.active.try_get_untracked() {
        table::activate(GRID, &cell_id(line, column));
    }
}

fn cell_id(line: usize, column: usize) -> String {
    format!("cell-{line}-{column}")
}

/// Where a key leads from a cell; none for keys that do not move.
fn moved(key: &str, is_command: bool, at: (usize, usize), of: (usize, usize)) -> Option<(usize, usize)> {
    let ((line, column), (lines, columns)) = (at, of);
    let (last, last_column) = (lines.saturating_sub(1), columns.saturating_sub(1));
    Some(match (key, is_command) {
        ("ArrowDown", false) => ((line + 1).min(last), column),
        ("ArrowUp", false) => (line.saturating_sub(1), column),
        ("ArrowRight", false) => (line, (column + 1).min(last_column)),
        ("ArrowLeft", false) => (line, column.saturating_sub(1)),
        ("PageDown", false) => ((line + LEAP).min(last), column),
        ("PageUp", false) => (line.saturating_sub(LEAP), column),
        ("Home", false) => (line, 0),
        ("End", false) => (line, last_column),
        ("Home", true) => (0, 0),
        ("End", true) => (last, last_column),
        _ => return None,
    })
}

/// Opens a team's result. Its link holds what the portfolio holds: title, day and answers.
fn open(session: Session, teams: &Portfolio, row: usize) {
    if let Ok(payload) = encode(session.model, Kind::Result, &teams.shared(row)) {
        address::go(&Route::Shared { payload }.to_string());
    }
}

fn head(board: Board, lines: &Lines) -> Element {
    let (sort, descending) = board.query.with_untracked(|query| (query.sort, query.descending));
    let mut row = el("tr").attr("aria-rowindex", "1");
    for (at, &column) in lines.columns.iter().enumerate() {
        let id = format!("sort-{at}");
        let (is_sorted, again) = (sort == column, id.clone());
        let press = move || {
            // A level is looked for from above, a name from its first letter.
            let descends = if is_sorted { !descending } else { column != Column::Title };
            board.ask(|query| (query.sort, query.descending) = (column, descends));
            page::focus_soon(&again);
        };
        let sign = if !is_sorted {
            ""
        } else if descending {
            " \u{25be}"
        } else {
            " \u{25b4}"
        };
        let name =
            group().child(head_of(&lines.teams, column)).child(el("span").attr("aria-hidden", "true").child(sign));
        let mut th = el("th").attr("scope", "col");
        if is_sorted {
            th = th.attr("aria-sort", if descending { "descending" } else { "ascending" });
        }
        row = row.child(th.child(button(name, press).id(id).class("in-text")));
    }
    el("thead").child(row)
}

fn head_of(teams: &Portfolio, column: Column) -> String {
    let [team, day, answered, since] = say::HEADS;
    match column {
        Column::Title => team,
        Column::Day => day,
        Column::Overall => say::OVERALL,
        Column::Area(area) => teams.model().area(area).title.as_str(),
        Column::Confidence => answered,
        Column::Moved => since,
    }
    .to_owned()
}

/// The lines of the window, with the room of those above and below it.
fn body(lines: &Lines, start: usize, count: usize) -> AnyView {
    let end = (start + count).min(lines.entries.len());
    let room = |rows: usize| {
        #[allow(clippy::cast_precision_loss, reason = "a hundred thousand at most")]
        let height = ROW_REM * rows as f64;
        (rows > 0).then(|| {
            el("tr")
                .class("room")
                .attr("aria-hidden", "true")
                .child(el("td").live("style", move || format!("height:{height}rem")))
        })
    };
    let mut rows: Vec<Element> = Vec::with_capacity(end - start + 2);
    rows.extend(room(start));
    for (at, entry) in lines.entries.iter().enumerate().take(end).skip(start) {
        rows.push(match entry {
            Entry::Group(name) => group_line(at, name, lines.columns.len()),
            Entry::Team(row) => team_line(at, *row, lines),
        });
    }
    rows.extend(room(lines.entries.len() - end));
    group().child(rows).into_any()
}

fn line(at: usize) -> Element {
    // The head is the first.
    el("tr").attr("aria-rowindex", (at + 2).to_string())
}

fn group_line(at: usize, name: &str, columns: usize) -> Element {
    let head = el("th").id(cell_id(at, 0)).attr("scope", "rowgroup").attr("colspan", columns.to_string());
    line(at).class("is-group").child(head.child(el("span").child(name.to_owned())))
}

fn team_line(at: usize, row: usize, lines: &Lines) -> Element {
    let team = lines.teams.team(row);
    let mut shown = line(at);
    for (place, &column) in lines.columns.iter().enumerate() {
        let id = cell_id(at, place);
        shown = shown.child(match column {
            Column::Title => {
                let title = words::title(&team.title).to_owned();
                let name = el("button").attr("type", "button").attr("tabindex", "-1").class("in-text");
                let name = name.attr(ROW, row.to_string()).attr("title", title.clone()).child(title);
                el("th").id(id).attr("scope", "row").child(name)
            }
            Column::Day => text(id, team.day.to_string()),
            Column::Overall => level(id, team.standing.overall),
            Column::Area(area) => level(id, range(&lines.teams, row, area)),
            Column::Confidence if team.standing.confidence.of == 0 => text(id, ""),
            Column::Confidence => text(id, words::percent(team.standing.confidence)),
            Column::Moved => text(id, say::moved(lines.teams.since(row))),
        });
    }
    shown
}

fn range(teams: &Portfolio, row: usize, area: AreaIx) -> Option<Range> {
    teams.team(row).standing.range(Some(area))
}

fn text(id: String, content: impl Child) -> Element {
    el("td").id(id).child(content)
}

fn level(id: String, range: Option<Range>) -> Element {
    let class = match range {
        None => "lv".to_owned(),
        Some(range) if range.is_settled() => format!("lv l{}", range.low),
        Some(range) => format!("lv l{} is-open", range.low),
    };
    el("td").id(id).class(class).child(el("span").child(history::range_in_short(range)))
}
