//! Every team in a row, every area in a column. Of any number of rows only those in view are drawn; by keyboard and to a
//! screen reader all are there: the table says how many, each row says which it is, and the arrow keys lead to every cell.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{address, event, grid as table, page};
use crate::page::teams::board::Board;
use crate::route::Route;
use crate::state::Session;
use crate::ui::control::button;
use crate::ui::element::{Child, Element, el, group, nothing, reactive};
use crate::ui::window::window;
use mlops_core::history::portfolio::{Column, Portfolio};
use mlops_core::link::{Kind, encode};
use mlops_core::model::AreaIx;
use mlops_core::scoring::profile::Range as Levels;
use mlops_core::words::{self, heads, history, teams as say};

const SCROLLER: &str = "teams-rows";
const GRID: &str = "teams-grid";
const ROW: &str = "data-row";
/// The height of a row, in `rem`, as the style sheet has it too.
const ROW_REM: f64 = 2.5;
/// Rows that are drawn above and below what is in view.
const AROUND: usize = 6;
/// How many rows are drawn before a frame at most: one that comes late is felt, also on a machine a quarter as fast.
const AT_ONCE: usize = 2;
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

/// Which lines are drawn.
#[derive(Clone, Copy)]
struct Near {
    drawn: RwSignal<Range<usize>>,
    /// Whether it is going to be looked what is in view before the next frame.
    is_owed: StoredValue<bool>,
}

/// The table.
#[must_use]
pub fn grid(session: Session, board: Board) -> Element {
    let near = Near { drawn: RwSignal::new(0..FIRST), is_owed: StoredValue::new(false) };
    let drawn = reactive(move || match lines(board) {
        Some(lines) if !lines.entries.is_empty() => drawn(session, board, near, lines),
        _ => nothing(),
    });
    el("section")
        .class("team-by-team")
        .attr("aria-labelledby", "team-by-team")
        .child(el("h2").id("team-by-team").child(say::TEAM_BY_TEAM))
        .child(el("p").class("quiet only-keys").child(say::KEYS))
        .child(drawn)
}

fn drawn(session: Session, board: Board, near: Near, lines: Lines) -> AnyView {
    let (drawn, total) = (near.drawn, lines.entries.len());
    drawn.set(0..FIRST.min(total));
    let look = move || near.look(total);
    look();
    page::on_print(move |is_before| if is_before { drawn.set(0..PRINTED.min(total)) } else { look() });
    let head = head(board, &lines);
    let columns = lines.columns.len();
    let more = (total > PRINTED).then(|| el("p").class("only-print").child(say::first_of(PRINTED, total)));
    let lines = StoredValue::new(lines);
    let open = move |row: usize| lines.with_value(|lines| open(session, &lines.teams, row));
    // A row that comes into view may be the active one.
    let drawn_now = move || {
        page::soon(move || mark(board));
        drawn.get()
    };
    let body = el("tbody")
        .child(room(move || drawn.with(|drawn| drawn.start)))
        .child(window(drawn_now, move |at| lines.with_value(|lines| lines.line(at))))
        .child(room(move || drawn.with(|drawn| total.saturating_sub(drawn.end))));
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
            // A screen reader says the cell as soon as it is there.
            near.go_on(total, usize::MAX);
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

impl Near {
    /// Draws the lines that are in view, with some around them: some before the next frame, and the others before those that
    /// follow.
    fn look(self, total: usize) {
        if self.is_owed.try_update_value(|owed| !std::mem::replace(owed, true)) == Some(true) {
            page::soon(move || {
                self.is_owed.try_set_value(false);
                if self.go_on(total, AT_ONCE) == Some(true) {
                    self.look(total);
                }
            });
        }
    }

    /// Draws what is next, at most so many lines of it, and says whether there was anything; none where nothing is shown any
    /// more.
    fn go_on(self, total: usize, at_most: usize) -> Option<bool> {
        let (view, before) = (table::in_view(SCROLLER)?, self.drawn.try_get_untracked()?);
        let rows = u64::from(view.content.saturating_sub(view.head));
        let lines = u64::try_from(total).unwrap_or_default();
        let line = |pixels: u32| usize::try_from((u64::from(pixels) * lines).checked_div(rows)?).ok();
        let first = line(view.top)?.min(total);
        let next = nearer(&before, &(first..(first + line(view.height)? + 1).min(total)), total, at_most);
        let is_new = next != before;
        if is_new {
            self.drawn.set(next);
        }
        Some(is_new)
    }
}

/// The lines that are drawn next: nearer by a few to those in view and some around them.
fn nearer(drawn: &Range<usize>, in_view: &Range<usize>, total: usize, at_most: usize) -> Range<usize> {
    let wanted = in_view.start.saturating_sub(AROUND)..(in_view.end + AROUND).min(total);
    let kept = drawn.start.max(wanted.start)..drawn.end.min(wanted.end);
    // What is far from it is left where it is, and begun anew where one looks.
    let kept = if kept.is_empty() { in_view.start..in_view.start } else { kept };
    let below = (wanted.end - kept.end).min(at_most);
    let above = (kept.start - wanted.start).min(at_most - below);
    kept.start - above..kept.end + below
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
        Column::BusinessUnit => words::outcomes::BUSINESS_UNIT,
        Column::Day => day,
        Column::Overall => heads::OVERALL,
        Column::Area(area) => teams.model().area(area).title.as_str(),
        Column::Confidence => answered,
        Column::Moved => since,
    }
    .to_owned()
}

/// The room of lines that are not drawn.
fn room(lines: impl Fn() -> usize + Send + 'static) -> Element {
    #[allow(clippy::cast_precision_loss, reason = "a hundred thousand at most")]
    let height = move || format!("height:{}rem", ROW_REM * lines() as f64);
    el("tr").class("room").attr("aria-hidden", "true").child(el("td").prop("style", height))
}

impl Lines {
    fn line(&self, at: usize) -> Element {
        match self.entries.get(at) {
            Some(Entry::Team(row)) => team_line(at, *row, self),
            Some(Entry::Group(name)) => group_line(at, name, self.columns.len()),
            None => line(at),
        }
    }
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
            Column::BusinessUnit => text(id, team.business_unit.to_string()),
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

fn range(teams: &Portfolio, row: usize, area: AreaIx) -> Option<Levels> {
    teams.team(row).standing.range(Some(area))
}

fn text(id: String, content: impl Child) -> Element {
    el("td").id(id).child(content)
}

fn level(id: String, range: Option<Levels>) -> Element {
    let class = match range {
        None => "lv".to_owned(),
        Some(range) if range.is_settled() => format!("lv l{}", range.low),
        Some(range) => format!("lv l{} is-open", range.low),
    };
    el("td").id(id).class(class).child(el("span").child(history::range_in_short(range)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_in_view_come_nearer_by_a_few_at_a_time_and_end_with_some_around_them() {
        for (from, in_view) in
            [(0..32, 0..17), (0..32, 10..27), (0..32, 900..917), (5_000..5_029, 3..20), (0..32, 990..1_000)]
        {
            let mut drawn: Range<usize> = from;
            for _ in 0..30 {
                let next = nearer(&drawn, &in_view, 1_000, AT_ONCE);
                let is_new = |at: &usize| !drawn.contains(at);
                assert!(next.clone().filter(is_new).count() <= AT_ONCE, "{drawn:?} to {next:?}");
                drawn = next;
            }
            assert_eq!(drawn, in_view.start.saturating_sub(AROUND)..(in_view.end + AROUND).min(1_000));
        }
    }
}
